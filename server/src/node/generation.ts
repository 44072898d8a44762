import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { programFile } from "./indexing/program-file.ts";

/**
 * Gives a name for the way in which articles are read, so that an index made in another way is made anew: the hash of the bundle that reads
 * them (the same for the server and the command line of one build), or, run from the sources, when the newest of them was written.
 */
export function programGeneration(): string {
  try {
    const program = fileURLToPath(programFile());
    if (!program.endsWith(".ts")) return createHash("sha1").update(readFileSync(program)).digest("hex").slice(0, 12);
    return `sources-${Math.round(newestBelow(path.resolve(path.dirname(program), "../..")))}`;
  } catch {
    return "";
  }
}

function newestBelow(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return Math.max(...names.map((name) => statSync(path.join(folder, name)).mtimeMs));
}
