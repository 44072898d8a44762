import { availableParallelism } from "node:os";
import { setImmediate as otherWork } from "node:timers/promises";
import { folderExists } from "../files.ts";
import type { IndexStore } from "../store/sqlite.ts";
import type { FileChange, FileState } from "../store/writer.ts";
import { type CorpusListing, type ListedFile, listCorpus } from "./listing.ts";
import type { IndexReport } from "./messages.ts";
import { readInThreads } from "./pool.ts";
import { type CorpusContext, type FileOutcome, FileReader, type FileTask } from "./read-file.ts";

/** How a folder is indexed; nothing is needed. */
export interface IndexOptions {
  /** Only these files (relative to the folder), where given: those that the editor says have changed. */
  readonly only?: readonly string[] | null;
  /** Threads that read; 0 reads in this one. Default: as many as there are cores, and none for a few small text files. */
  readonly threads?: number | null;
  /** Milliseconds that one file may take in a thread. */
  readonly fileMs?: number;
  /** Files kept in one transaction; by default as many as come in about a second. */
  readonly atOnce?: number;
  /** Files before its end at which a run puts in order what it has by then, where it has four times as many. */
  readonly last?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told of files done and files to do. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Milliseconds that one file may take unless the caller says otherwise. */
export const FILE_MS = 20_000;

/** What is kept in one transaction: what comes in so many milliseconds, or so many characters. */
const KEEP_EVERY_MS = 1500;
const CHARACTERS_AT_ONCE = 30_000_000;
/** A run that reads more than this puts the index in order once, at its end. */
const MANY = 500;
/** Files that threads go on reading while what was read before them is put in order; they are kept in one transaction at the end. */
const LAST = 1000;
/** Up to so many plain text files, none larger than that, are read without threads: they take longer to start than the files to read. */
const FEW = 40;
const SMALL = 256_000;

/**
 * Takes a corpus folder and the store that keeps it; brings the store up to the folder: new and changed files are read, those that are gone are taken out,
 * the others are not looked into. What was read is kept as it goes, so that a run that is stopped, however, is gone on with by the next one.
 * Throws an error that says what to do where the folder is not there or the store cannot be written.
 */
export async function indexFolder(folder: string, store: IndexStore, options: IndexOptions = {}): Promise<IndexReport> {
  const { run, context } = await planned(folder, store, options);
  return run.toTheEnd(context);
}

/** As `indexFolder` where there are but a few small text files to read, and nothing is left over, which is quickly done in this thread; else does nothing and gives `null`. */
export async function indexIfSmall(
  folder: string,
  store: IndexStore,
  options: IndexOptions,
): Promise<IndexReport | null> {
  const { plan, run, context } = await planned(folder, store, { ...options, threads: 0 });
  return plan.large || !store.isSettled ? null : run.toTheEnd(context);
}

/** Takes a file's path and its bytes' number; says whether it is a text that is read before a thread has started, and that cannot hold one up. */
export function isSmallText({ path, size }: Pick<ListedFile, "path" | "size">): boolean {
  return size <= SMALL && /\.(?:md|markdown|txt)$/i.test(path);
}

async function planned(folder: string, store: IndexStore, options: IndexOptions) {
  if (!(await folderExists(folder)))
    throw new Error(
      `The corpus folder ${folder} is not there; what was read from it before is kept. Check the path, or connect the drive that it is on.`,
    );
  const listing = await listCorpus(folder);
  const plan = planRun(listing, store.files(), options.only ?? null);
  const context: CorpusContext = { folder, libraries: listing.libraries, libraryHash: listing.libraryHash };
  return { plan, run: new Run(store, plan, options), context };
}

interface Plan {
  readonly tasks: readonly FileTask[];
  readonly gone: readonly string[];
  readonly listed: readonly ListedFile[];
  readonly large: boolean;
  readonly all: number;
}

function planRun(listing: CorpusListing, known: ReadonlyMap<string, FileState>, only: readonly string[] | null): Plan {
  const asked = only === null ? null : new Set(only);
  const listed = listing.files.filter(({ path }) => asked === null || asked.has(path));
  const changed = listed.filter(({ path, stamp }) => known.get(path)?.stamp !== stamp);
  const present = new Set(listing.files.map(({ path }) => path));
  const gone = [...known.keys()].filter((path) => !present.has(path) && (asked === null || asked.has(path)));
  const tasks = changed.map(({ path, stamp, side }) => ({ path, stamp, side, known: known.get(path)?.hash ?? null }));
  const large = changed.length > FEW || !changed.every(isSmallText);
  return { tasks, gone, listed, large, all: listing.files.length };
}

/** One run: outcomes come in, and are kept some hundreds at a time. */
class Run {
  private readonly store: IndexStore;
  private readonly plan: Plan;
  private readonly options: IndexOptions;
  private pending: FileChange[] = [];
  private restamped: [path: string, state: FileState][] = [];
  private weight = 0;
  private allWeight = 0;
  private isMerged = false;
  private kept = performance.now();
  private done = 0;
  private read = 0;
  private same = 0;

  constructor(store: IndexStore, plan: Plan, options: IndexOptions) {
    this.store = store;
    this.plan = plan;
    this.options = options;
  }

  async toTheEnd(context: CorpusContext): Promise<IndexReport> {
    const { tasks, gone, listed, all } = this.plan;
    for (const path of gone) this.pending.push({ path, now: null });
    this.progress();
    for await (const outcomes of this.outcomes(context)) {
      for (const outcome of outcomes) this.take(outcome);
      this.progress();
      if (this.isDue()) this.keep();
      if (this.isNearItsEnd()) this.mergeEarly();
    }
    this.keep();
    const complete = this.done === tasks.length;
    if (complete && tasks.length > MANY) this.store.tidy();
    else if (complete) this.store.settle();
    const unchanged = listed.length - tasks.length + this.same;
    return { files: all, read: this.read, unchanged, removed: gone.length, complete };
  }

  private outcomes(context: CorpusContext): AsyncIterable<readonly FileOutcome[]> {
    const { signal, fileMs = FILE_MS } = this.options;
    const threads = this.options.threads ?? (this.plan.large ? Math.max(1, availableParallelism()) : 0);
    if (threads === 0) return readHere(context, this.plan.tasks, signal);
    return readInThreads(context, this.plan.tasks, { threads, fileMs, signal });
  }

  private take(outcome: FileOutcome): void {
    const { path, stamp, hash, articles, problems } = outcome;
    this.done++;
    if (outcome.same) {
      this.same++;
      this.restamped.push([path, { stamp, hash }]);
      return;
    }
    this.read++;
    const weight = articles.reduce((sum, { text }) => sum + text.length, 0);
    this.weight += weight;
    this.allWeight += weight;
    this.pending.push({ path, now: { stamp, hash, articles, problems } });
  }

  private isDue(): boolean {
    if (this.weight >= CHARACTERS_AT_ONCE) return true;
    if (this.isMerged) return false;
    const { atOnce } = this.options;
    return atOnce === undefined ? performance.now() - this.kept >= KEEP_EVERY_MS : this.pending.length >= atOnce;
  }

  /** Only where files are new, and what is still to come will surely be kept in one transaction: more of them would have to be merged once again. */
  private isNearItsEnd(): boolean {
    const { last = LAST } = this.options;
    const { tasks } = this.plan;
    const left = tasks.length - this.done;
    if (this.isMerged || this.same > 0 || tasks.length < 4 * last || left > last) return false;
    return (this.allWeight / this.done) * left < CHARACTERS_AT_ONCE / 2;
  }

  private mergeEarly(): void {
    this.keep();
    this.store.merge();
    this.isMerged = true;
  }

  private keep(): void {
    if (this.pending.length > 0) this.store.commit(this.pending, this.plan.tasks.length > MANY);
    if (this.restamped.length > 0) this.store.touch(this.restamped);
    this.pending = [];
    this.restamped = [];
    this.weight = 0;
    this.kept = performance.now();
  }

  private progress(): void {
    this.options.onProgress?.(this.done, this.plan.tasks.length);
  }
}

/** One file after the other in this thread, with room for other work between them. */
async function* readHere(
  context: CorpusContext,
  tasks: readonly FileTask[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly FileOutcome[]> {
  const reader = new FileReader(context);
  for (const task of tasks) {
    if (signal?.aborted) return;
    yield [await reader.read(task)];
    await otherWork();
  }
}
