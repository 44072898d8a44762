import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isCorpusFile, isLibraryFile, type ReadProblem, sideFileOf } from "../corpus/index.ts";
import type { CorpusStore } from "../store/types.ts";
import { type UnreadFiles, unreadFiles } from "../verify/index.ts";
import { reasonOf } from "./files.ts";
import { programGeneration } from "./generation.ts";
import { type IndexedCorpus, openIndexedCorpus } from "./indexing/corpus.ts";

/** A corpus that was read from its folder. */
export interface Corpus {
  readonly folder: string;
  readonly store: CorpusStore;
  /** What went wrong in reading, by path relative to the folder. */
  readonly problems: ReadonlyMap<string, readonly ReadProblem[]>;
  /** Files that could not be read, by the id that drafts would cite. */
  readonly unread: UnreadFiles;
  /** Settles when the corpus is as its folder is now; gives whether that changed any answer given since it was opened. */
  readonly upToDate: Promise<boolean>;
  /** Takes absolute paths that were made, changed or removed; reads them again. Gives whether anything changed. */
  refresh(files: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
}

/** Is told how many of the files of a corpus have been looked at. */
export type Progress = (done: number, all: number) => void;

/** How a corpus is opened. */
export interface OpenOptions {
  readonly signal?: AbortSignal;
  /** Is told, as a sentence, of what happened to the index. */
  readonly warn?: (message: string) => void;
  /** True where what an earlier run has read may be used while its changes are still being read. */
  readonly early?: boolean;
}

/**
 * Takes a folder that exists; gives its corpus: from the index that earlier runs kept, brought up to date. Where no index can be kept (no folder to write
 * to), every article is read into memory instead, by the same means.
 */
export async function openCorpus(
  folder: string,
  progress: Progress = () => {},
  options: OpenOptions = {},
): Promise<Corpus> {
  const onMessage = options.warn ?? (() => {});
  const opened = (more: { readonly caches?: null } = {}) =>
    new KeptCorpus(
      openIndexedCorpus(folder, { generation: programGeneration(), onMessage, ...more }),
      progress,
      options.signal,
    );
  let kept: KeptCorpus | null = null;
  try {
    kept = opened();
    if (options.early !== true || kept.store.size === 0) await kept.settle();
    return kept;
  } catch (error) {
    await kept?.close();
    onMessage(`The index of ${folder} cannot be kept (${reasonOf(error)}); its articles are read into memory.`);
    const corpus = opened({ caches: null });
    await corpus.settle();
    return corpus;
  }
}

class KeptCorpus implements Corpus {
  readonly folder: string;
  readonly store: CorpusStore;
  upToDate: Promise<boolean>;
  problems: ReadonlyMap<string, readonly ReadProblem[]> = new Map();
  unread: UnreadFiles = new Map();
  private readonly index: IndexedCorpus;

  constructor(index: IndexedCorpus, progress: Progress, signal: AbortSignal | undefined) {
    this.index = index;
    this.folder = index.folder;
    this.store = index.store;
    this.upToDate = this.bringUp(async () => {
      await index.update({ signal, onProgress: progress });
    });
  }

  /** Waits until nobody can have been given an answer that changes. */
  async settle(): Promise<void> {
    await this.upToDate;
    this.upToDate = Promise.resolve(false);
  }

  /** Editors tell of a folder that comes or goes by its own path alone: then the whole corpus is looked over. */
  refresh(files: readonly string[]): Promise<boolean> {
    return this.bringUp(() => (files.every(isOneFile) ? this.index.refresh(files) : this.index.update()));
  }

  close(): Promise<void> {
    return this.index.close();
  }

  private async bringUp(work: () => Promise<unknown>): Promise<boolean> {
    const before = this.store.revision;
    const unread = this.unread;
    await work();
    this.problems = byPath(await this.index.problems());
    this.unread = unreadFiles(this.problems);
    return this.store.revision !== before || !isDeepStrictEqual(this.unread, unread);
  }
}

function isOneFile(file: string): boolean {
  const name = file.split(path.sep).join("/");
  return isCorpusFile(name) || isLibraryFile(name) || sideFileOf(name) !== null;
}

function byPath(problems: readonly ReadProblem[]): Map<string, readonly ReadProblem[]> {
  const map = new Map<string, readonly ReadProblem[]>();
  for (const problem of problems) map.set(problem.path, [...(map.get(problem.path) ?? []), problem]);
  return map;
}
