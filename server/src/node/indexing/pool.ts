import { Worker } from "node:worker_threads";
import type { Batch, BatchResult, ReaderData } from "./messages.ts";
import { programFile } from "./program-file.ts";
import { type CorpusContext, type FileOutcome, type FileTask, unread } from "./read-file.ts";

/** Files sent to a thread at once, so that threads seldom wait for one another. */
const BATCH = 16;
/** Most memory of one thread, for what is read; a file that needs more costs itself alone. */
const MEGABYTES = 768;

/** How a pool reads. */
export interface PoolOptions {
  readonly threads: number;
  /** Milliseconds that one file may take. */
  readonly fileMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes a corpus and files; gives what came of each, in no fixed order. Files are read in threads; one that takes too long, or brings its thread down, is a
 * problem that names it, and the others are read all the same. Ends early when the signal says so.
 */
export async function* readInThreads(
  context: CorpusContext,
  tasks: readonly FileTask[],
  options: PoolOptions,
): AsyncGenerator<readonly FileOutcome[]> {
  const pool = new Pool(context, tasks, options);
  try {
    for (let next = await pool.next(); next !== null; next = await pool.next()) yield next;
  } finally {
    await pool.close();
  }
}

/** A batch that a thread has, and when its present file was begun. */
interface Given extends Batch {
  file: number;
  since: number;
}

class Pool {
  private readonly context: CorpusContext;
  private readonly options: PoolOptions;
  private readonly queue: FileTask[];
  private readonly threads = new Set<Thread>();
  private readonly results: (readonly FileOutcome[])[] = [];
  private readonly watch: NodeJS.Timeout;
  private wake: () => void = () => undefined;
  private numbers = 0;

  constructor(context: CorpusContext, tasks: readonly FileTask[], options: PoolOptions) {
    this.context = context;
    this.options = options;
    this.queue = [...tasks].reverse();
    const wanted = Math.min(options.threads, Math.ceil(tasks.length / BATCH));
    for (let i = 0; i < wanted; i++) this.start();
    this.watch = setInterval(() => this.stopOverdue(), Math.max(20, Math.min(500, options.fileMs / 4)));
    options.signal?.addEventListener("abort", this.onAbort);
  }

  /** The outcomes of one more batch; `null` when all is read. */
  async next(): Promise<readonly FileOutcome[] | null> {
    for (;;) {
      const result = this.results.shift();
      if (this.options.signal?.aborted) return null;
      if (result !== undefined) return result;
      if (this.threads.size === 0) return null;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    clearInterval(this.watch);
    this.options.signal?.removeEventListener("abort", this.onAbort);
    await Promise.all([...this.threads].map((thread) => thread.worker.terminate()));
  }

  private readonly onAbort = () => this.wake();

  private start(): void {
    const thread = new Thread(this.context);
    this.threads.add(thread);
    thread.worker.on("message", (result: BatchResult) => {
      this.give(thread);
      this.deliver(result.outcomes);
    });
    thread.worker.on("error", (error) => this.failed(thread, failure(error)));
    thread.worker.on("exit", () => this.failed(thread, "made the program that reads it stop"));
    this.give(thread);
  }

  private give(thread: Thread): void {
    const tasks: FileTask[] = [];
    while (tasks.length < BATCH && this.queue.length > 0) tasks.push(this.queue.pop() as FileTask);
    if (tasks.length > 0) thread.give({ number: ++this.numbers, tasks });
    else this.retire(thread);
  }

  private retire(thread: Thread): void {
    this.threads.delete(thread);
    thread.given = null;
    void thread.worker.terminate();
    this.wake();
  }

  /** The file at which a thread ended is a problem; the rest of its batch is read by another one. */
  private failed(thread: Thread, why: string): void {
    if (!this.threads.delete(thread)) return;
    const { given } = thread;
    if (given !== null) {
      const at = thread.position(given);
      this.queue.push(...given.tasks.filter((_, i) => i !== at).reverse());
      const task = given.tasks[at] as FileTask;
      const message = `${task.path} ${why}; take it out of the corpus, or keep the part you need in a smaller file.`;
      this.deliver([
        unread(task, `stopped: ${task.stamp}`, { path: task.path, severity: "error", message, span: null }),
      ]);
    }
    if (this.queue.length > 0 && !this.options.signal?.aborted) this.start();
    this.wake();
  }

  private stopOverdue(): void {
    for (const thread of this.threads) {
      if (!thread.isOverdue(this.options.fileMs)) continue;
      this.failed(thread, `took longer than ${this.options.fileMs / 1000} seconds to read`);
      void thread.worker.terminate();
    }
  }

  private deliver(outcomes: readonly FileOutcome[]): void {
    this.results.push(outcomes);
    this.wake();
  }
}

class Thread {
  readonly worker: Worker;
  given: Given | null = null;
  private readonly at = new Int32Array(new SharedArrayBuffer(8));

  constructor(context: CorpusContext) {
    const workerData: ReaderData = { context, at: this.at.buffer as SharedArrayBuffer };
    this.worker = new Worker(programFile(), { workerData, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
  }

  give(batch: Batch): void {
    this.given = { ...batch, file: -1, since: performance.now() };
    this.worker.postMessage(batch);
  }

  /** Index of the file of the batch that is being read; the first before any is. */
  position({ number, tasks }: Batch): number {
    return Atomics.load(this.at, 0) === number ? Math.min(Atomics.load(this.at, 1), tasks.length - 1) : 0;
  }

  /** A thread that has not begun yet loads its program, which is no fault of the file's. */
  isOverdue(limit: number): boolean {
    const { given } = this;
    if (given === null) return false;
    const begun = Atomics.load(this.at, 0) === given.number;
    const file = begun ? this.position(given) : -1;
    if (file !== given.file) {
      given.file = file;
      given.since = performance.now();
    }
    return performance.now() - given.since > (begun ? limit : limit + 20_000);
  }
}

function failure(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `needs more than ${MEGABYTES} MB of memory to read`;
  return `could not be read (${String(message ?? error)
    .replace(/\s+/g, " ")
    .slice(0, 160)})`;
}
