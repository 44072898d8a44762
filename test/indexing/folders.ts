import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeArticle } from "../bench/articles.ts";

/** A folder of its own for one test, with a corpus and a place for its index. */
export interface Place {
  readonly folder: string;
  readonly caches: string;
  /** Takes a path below the corpus folder and what is to stand there. */
  write(name: string, content: string | Uint8Array): string;
  remove(name: string): void;
  /** Writes made-up articles of these numbers. */
  fill(from: number, to: number): void;
  clear(): void;
}

/** Gives a new place below the system's folder for such things. */
export function makePlace(): Place {
  const root = mkdtempSync(path.join(tmpdir(), "sourceline-test-"));
  const folder = path.join(root, "corpus");
  const caches = path.join(root, "caches");
  mkdirSync(folder);
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  return {
    folder,
    caches,
    write,
    remove: (name) => rmSync(path.join(folder, name), { recursive: true }),
    fill: (from, to) => {
      for (let i = from; i < to; i++) write(makeArticle(i).path, makeArticle(i).text);
    },
    clear: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
