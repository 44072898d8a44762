import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isLibraryFile, type ReadProblem, sideFileOf } from "../../corpus/index.ts";
import { pathFrom } from "../files.ts";
import { growLittleBeside } from "../heap.ts";
import { type IndexStore, openSqliteStore } from "../store/sqlite.ts";
import { FILE_MS, indexFolder, indexIfSmall } from "./index-folder.ts";
import { listCorpus } from "./listing.ts";
import { indexFile, userCacheFolder } from "./location.ts";
import type { IndexerMessage, IndexJob, IndexReport } from "./messages.ts";
import { programFile } from "./program-file.ts";
import { libraryProblems } from "./read-file.ts";

/** How a corpus is kept; nothing is needed. */
export interface IndexedCorpusOptions {
  /** Folder for caches, the user's own by default; `null` where nothing can be kept and each start reads all. */
  readonly caches?: string | null;
  /** The product's version: rows of another one are made anew. */
  readonly generation?: string;
  /** Told, as a sentence, of what happened to the index. */
  readonly onMessage?: (message: string) => void;
  /** Milliseconds that one file may take. */
  readonly fileMs?: number;
}

/** How far, and whether to go on. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A corpus folder with its index. The store answers at any time with what is there by then. */
export interface IndexedCorpus {
  readonly folder: string;
  /** The file of the index; ":memory:" where it is not kept. */
  readonly index: string;
  readonly store: IndexStore;
  /** Brings the index up to the folder, in threads of its own where that takes long. Rejects with an error that says what to do. */
  update(options?: RunOptions): Promise<IndexReport>;
  /** Takes absolute paths that were made, changed or removed; reads those anew. Gives whether an answer may have changed. */
  refresh(files: readonly string[], options?: RunOptions): Promise<boolean>;
  /** What is wrong with files of the corpus, those that are not read at all among them. */
  problems(): Promise<readonly ReadProblem[]>;
  /** Stops what is running and closes the index. */
  close(): Promise<void>;
}

/** Takes a corpus folder; gives it with its index as that was left, without looking at the folder yet. */
export function openIndexedCorpus(folder: string, options: IndexedCorpusOptions = {}): IndexedCorpus {
  return new FolderIndex(folder, options);
}

class FolderIndex implements IndexedCorpus {
  readonly folder: string;
  readonly index: string;
  readonly store: IndexStore;
  private readonly options: IndexedCorpusOptions;
  private readonly closing = new AbortController();
  /** Runs follow one another. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, options: IndexedCorpusOptions) {
    this.folder = folder;
    this.options = options;
    const { caches = userCacheFolder() } = options;
    this.index = caches === null ? ":memory:" : indexFile(caches, folder);
    this.store = openSqliteStore(this.index, this.storeOptions());
    growLittleBeside(this.store.size);
  }

  update(options: RunOptions = {}): Promise<IndexReport> {
    return this.queued(async () => {
      const report = await this.run(null, options);
      growLittleBeside(this.store.size);
      return report;
    });
  }

  refresh(files: readonly string[], options: RunOptions = {}): Promise<boolean> {
    const names = [...new Set(files.map((file) => this.articleFile(file)))];
    return this.queued(async () => {
      const before = this.store.revision;
      await this.run(names.some(isLibraryFile) ? null : names, options);
      return this.store.revision !== before;
    });
  }

  async problems(): Promise<readonly ReadProblem[]> {
    const { refused, libraries, libraryHash } = await listCorpus(this.folder);
    const inLibraries = await libraryProblems({ folder: this.folder, libraries, libraryHash });
    return [...this.store.problems(), ...inLibraries, ...refused];
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.last.catch(() => undefined);
    this.store.close();
  }

  private storeOptions() {
    const { generation = "", onMessage = () => undefined } = this.options;
    return { generation, onMessage };
  }

  /** A change of a side file is a change of its article; one of a library is a change of any. */
  private articleFile(file: string): string {
    const name = pathFrom(this.folder, file);
    return sideFileOf(name) ?? name;
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.catch(() => undefined).then(work);
    this.last = result;
    return result;
  }

  /**
   * A few small text files are read here; more, or other kinds, in a process of its own, whose memory goes with it. Where that finds the index gone
   * and makes it anew, some files alone would be taken for the whole corpus: then all are read.
   */
  private async run(
    only: readonly string[] | null,
    { signal, onProgress = () => undefined }: RunOptions,
  ): Promise<IndexReport> {
    const { fileMs = FILE_MS } = this.options;
    const { generation, onMessage } = this.storeOptions();
    const stop = this.stopOn(signal);
    if (this.index === ":memory:")
      return indexFolder(this.folder, this.store, { only, fileMs, signal: stop, onProgress });
    const report = await indexIfSmall(this.folder, this.store, { only, signal: stop, onProgress });
    if (report !== null) return report;
    const threads = Math.max(1, availableParallelism());
    const job: IndexJob = { folder: this.folder, index: this.index, generation, only, threads, fileMs };
    let made = await runElsewhere(job, stop, onMessage, onProgress);
    if (only !== null && this.store.isReplaced)
      made = await runElsewhere({ ...job, only: null }, stop, onMessage, onProgress);
    this.store.reopenIfReplaced();
    return made;
  }

  private stopOn(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.closing.signal : AbortSignal.any([signal, this.closing.signal]);
  }
}

function runElsewhere(
  job: IndexJob,
  signal: AbortSignal,
  say: (message: string) => void,
  progress: (done: number, all: number) => void,
): Promise<IndexReport> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(programFile()), [], {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const stop = () => child.connected && child.send("stop");
    let last: IndexerMessage | null = null;
    child.send(job);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    child.on("message", (message: IndexerMessage) => {
      if (message.kind === "progress") progress(message.progress.done, message.progress.all);
      else if (message.kind === "message") say(message.message);
      else last = message;
    });
    child.on("error", reject);
    child.on("exit", () => {
      signal.removeEventListener("abort", stop);
      if (last?.kind === "report") resolve(last.report);
      else if (last?.kind === "error") reject(new Error(last.message));
      reject(new Error("The program that indexes the corpus stopped; index it again to go on from where it was."));
    });
  });
}
