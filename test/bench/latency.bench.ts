/*
 * The benchmark of typing: `node test/bench/latency.bench.ts [--sizes 5,1000] [--words 2000,20000] [--keys 300] [--no-peers]`.
 * From the key to the published diagnostics, over standard input and output, with the server as it ships; then other checkers of prose on the same draft.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { BESIDE_EDITOR, SHARED_MEMORY } from "../../client/src/beside.ts";
import { bundle, bundles } from "./bundle.ts";
import { apply, type Keystroke, keystrokesIn, makeEssay } from "./essay.ts";
import { typeThrough } from "./latency.server.ts";
import { corpusOf } from "./material.ts";
import { ms, printTable, timesOf } from "./table.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "5,1000" },
    words: { type: "string", default: "2000,20000" },
    keys: { type: "string", default: "300" },
    peers: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const here = import.meta.dirname;
const root = path.join(here, "..", "..", ".cache", "bench");
const PEERS = ["harper.js", "textlint with write-good", "markdownlint", "cspell"];
/** Keys before the first that counts: a writer's server has been running for a while. */
const WARM = 100;
const HEADING = ["draft", "checker", "p50", "p95", "longest", "processor time", "problems", "bytes told"];

const [sizes, lengths] = [options.sizes, options.words].map((list) => list.split(",").map(Number)) as [
  number[],
  number[],
];
const keys = Number(options.keys);
await bundle(["indexing", "server"]);
console.log(
  `# From the key to the diagnostics\n\n${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}`,
);
const rows: string[][] = [];
for (const words of lengths) {
  for (const size of sizes) rows.push(await benchServer(words, size));
  if (options.peers) rows.push(...benchPeers(words, Math.max(...sizes)));
}
printTable(
  "Last key to published diagnostics (Sourceline: over stdio; the others: in the process, the whole draft)",
  HEADING,
  rows,
);

async function benchServer(words: number, size: number): Promise<string[]> {
  const draft = makeEssay(words, size);
  const strokes = keystrokesIn(draft, WARM + keys);
  const program = path.join(bundles, "server.cjs");
  const caches = path.join(root, "latency-caches");
  const { times, diagnostics, bytes } = await typeThrough({
    program,
    flags: BESIDE_EDITOR,
    environment: SHARED_MEMORY,
    corpus: corpusOf(root, size),
    caches,
    draft,
    strokes,
    warm: WARM,
  });
  const name = `Sourceline, ${size} sources`;
  return [...row(words, name, times), ms(times.work ?? 0), `${diagnostics}`, `${(bytes / 1000).toFixed(0)} KB`];
}

function benchPeers(words: number, size: number): string[][] {
  const folder = installPeers();
  const file = path.join(root, "essays.json");
  const draft = makeEssay(words, size);
  writeFileSync(file, JSON.stringify({ texts: textsOf(draft, keystrokesIn(draft, 60)) }));
  return PEERS.map((name) =>
    folder === null ? notRun(words, name, "not installed") : benchPeer(folder, file, words, name),
  );
}

function benchPeer(folder: string, file: string, words: number, name: string): string[] {
  try {
    const printed = execFileSync(process.execPath, [path.join(folder, "run.mjs"), name, file], {
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 120_000,
    });
    const { samples, problems } = JSON.parse(printed.trim().split("\n").at(-1) ?? "") as {
      samples: number[];
      problems: number;
    };
    return [...row(words, name, timesOf(samples)), "", `${problems}`, ""];
  } catch (error) {
    return notRun(words, name, `cannot run here (${String(error).split("\n")[0]?.slice(0, 80)})`);
  }
}

function row(words: number, name: string, { p50, p95, max }: { p50: number; p95: number; max: number }): string[] {
  return [`${words} words`, name, ms(p50), ms(p95), ms(max)];
}

function notRun(words: number, name: string, why: string): string[] {
  return [`${words} words`, name, why];
}

/** The draft after each key. */
function textsOf(draft: string, strokes: readonly Keystroke[]): string[] {
  const texts: string[] = [];
  for (const stroke of strokes) texts.push(apply(texts.at(-1) ?? draft, stroke));
  return texts;
}

/** The others are installed in a folder of their own, their scripts off: a clone of the project does without them. Gives the folder, `null` where they cannot be had. */
function installPeers(): string | null {
  const folder = path.join(root, "linters");
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "run.mjs"])
    copyFileSync(path.join(here, "linters", name), path.join(folder, name));
  if (existsSync(path.join(folder, "node_modules", "cspell-lib"))) return folder;
  try {
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "ignore",
      timeout: 300_000,
    });
    return folder;
  } catch {
    rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
    return null;
  }
}
