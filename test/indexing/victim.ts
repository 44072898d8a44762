/*
 * A process that indexes, to be killed or raced by tests. Arguments: the corpus folder, the index, and what to do: "once", or "forever",
 * which changes files (in the corpus folder, each write whole) between runs.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { indexFolder } from "../../server/src/node/indexing/index-folder.ts";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { randomFrom } from "../bench/articles.ts";

const [folder = "", index = "", what = "once", seed = "0"] = process.argv.slice(2);
const random = randomFrom(Number(seed));

await new Promise<void>((resolve) => {
  process.once("message", () => resolve());
  process.send?.("ready");
});
const store = openSqliteStore(index);
do {
  const onProgress = () => process.connected && process.send?.("at work");
  await indexFolder(folder, store, { threads: 0, atOnce: 1 + random.below(6), last: 4, onProgress });
  if (what === "forever") for (let i = 0; i < 12; i++) change();
} while (what === "forever");
store.close();
process.disconnect?.();

/** The next version of some file: its number, and as many figures as tell it from the last. */
function change(): void {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const name = names[random.below(names.length)] as string;
  const file = path.join(folder, name);
  const version = Number(/version (\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0) + 1;
  writeFileSync(`${file}.tmp`, versionOf(name, version));
  renameSync(`${file}.tmp`, file);
}

/** Takes a file's name and a version; gives its words. */
export function versionOf(name: string, version: number): string {
  const facts = Array.from(
    { length: 1 + (version % 4) },
    (_, i) => `Raid ${name} killed ${100 + version + i} people in Goma.`,
  );
  return `---\nid: ${name.slice(0, -3)}\n---\n\nThis is version ${version} of the account.\n\n${facts.join(" ")} The ministry said so.\n`;
}
