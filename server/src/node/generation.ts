import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Gives a name for the program that is running, so that an index made by another one is made anew: when its bundle (or, run from its sources, the newest of them) was written, and its size. */
export function programGeneration(): string {
  try {
    const own = fileURLToPath(import.meta.url);
    const files = own.endsWith(".ts") ? sourcesOf(path.resolve(path.dirname(own), "..")) : [own];
    const stats = files.map((file) => statSync(file));
    const newest = Math.max(...stats.map(({ mtimeMs }) => mtimeMs));
    return `${Math.round(newest)}-${stats.reduce((sum, { size }) => sum + size, 0)}`;
  } catch {
    return "";
  }
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(folder, name));
}
