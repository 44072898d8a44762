import { promises as fs } from "node:fs";
import path from "node:path";
import {
  DEFAULT_LIMITS,
  isCorpusFile,
  type ReadProblem,
  type ReadResult,
  readArticles,
  sideFileOf,
} from "../corpus/index.ts";
import { putArticle } from "../service/intake.ts";
import { createMemoryStore } from "../store/memory.ts";
import type { Corpus, Progress } from "./corpus.ts";
import { filesBelow, NotReadError, readOrdinaryFile, reasonOf } from "./files.ts";

/** Takes a folder that exists; gives its corpus, kept in memory: every article is read at each start. For where no index can be kept. */
export async function openMemoryCorpus(folder: string, progress: Progress, signal?: AbortSignal): Promise<Corpus> {
  const corpus = new FolderCorpus(folder);
  const files = await filesBelow(folder, (file) => isCorpusFile(corpus.relative(file)));
  for (const [at, file] of files.entries()) {
    if (signal?.aborted) break;
    progress(at, files.length);
    await corpus.read(file);
  }
  return corpus;
}

class FolderCorpus implements Corpus {
  readonly folder: string;
  readonly store = createMemoryStore();
  readonly upToDate = Promise.resolve(false);
  readonly problems = new Map<string, readonly ReadProblem[]>();
  /** Ids of the articles in each file, and the file that each id came from. */
  private readonly ids = new Map<string, readonly string[]>();

  constructor(folder: string) {
    this.folder = folder;
  }

  relative(file: string): string {
    return path.relative(this.folder, file).split(path.sep).join("/");
  }

  async refresh(files: readonly string[]): Promise<boolean> {
    const before = this.store.revision;
    const touched = await Promise.all(files.map((file) => this.touchedBy(file)));
    for (const file of new Set(touched.flat())) await this.read(file);
    return this.store.revision !== before;
  }

  /** The articles that a change of a path concerns: a folder stands for what is and what was below it. */
  private async touchedBy(file: string): Promise<string[]> {
    const name = this.relative(file);
    if (isCorpusFile(name)) return [file];
    const main = sideFileOf(name);
    if (main !== null) return [path.join(this.folder, main)];
    const known = [...this.ids.keys(), ...this.problems.keys()].filter(
      (one) => name === "" || one.startsWith(`${name}/`),
    );
    const present = await filesBelow(file, (one) => isCorpusFile(this.relative(one)));
    return [...known.map((one) => path.join(this.folder, one)), ...present];
  }

  /** What the file held before stands until it has been read anew. */
  async read(file: string): Promise<void> {
    const name = this.relative(file);
    const { articles, problems } = await readFile(file, name);
    this.forget(name);
    const troubles = [...problems];
    const kept: string[] = [];
    for (const article of articles) {
      const { id } = article.meta;
      const other = this.store.source(id)?.meta.path;
      if (other !== undefined) troubles.push(duplicate(name, id, other));
      else {
        putArticle(this.store, article);
        kept.push(id);
      }
    }
    if (kept.length > 0) this.ids.set(name, kept);
    if (troubles.length > 0) this.problems.set(name, troubles);
  }

  async close(): Promise<void> {}

  private forget(name: string): void {
    for (const id of this.ids.get(name) ?? []) this.store.remove(id);
    this.ids.delete(name);
    this.problems.delete(name);
  }
}

/** A file that is gone holds nothing, and that is no problem. */
async function readFile(file: string, name: string): Promise<ReadResult> {
  try {
    const bytes = readOrdinaryFile(file, DEFAULT_LIMITS.bytes);
    const sidecar = await fs.readFile(`${file}.yaml`, "utf8").catch(() => null);
    return await readArticles({ path: name, bytes, sidecar });
  } catch (error) {
    if (error instanceof NotReadError)
      return {
        articles: [],
        problems: [{ path: name, severity: "error", message: `${name} ${error.message}`, span: null }],
      };
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { articles: [], problems: gone ? [] : [unreadable(name, error)] };
  }
}

function unreadable(name: string, error: unknown): ReadProblem {
  const message = `${name} could not be opened (${reasonOf(error)}); its figures and quotations are not in the corpus.`;
  return { path: name, severity: "error", message, span: null };
}

function duplicate(name: string, id: string, other: string): ReadProblem {
  const message = `${name} has the id “${id}”, which ${other} has already; give one of them another id in its front matter.`;
  return { path: name, severity: "error", message, span: null };
}
