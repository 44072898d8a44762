import { Worker } from "node:worker_threads";
import type { Batch, BatchResult, ReaderData } from "./messages.ts";
import { programFile } from "./program-file.ts";
import { type CorpusContext, type FileOutcome, type FileTask, unread } from "./read-file.ts";

/** Files sent to a thread at once, and how many such batches it has before it: enough to go on with while the thread that keeps them writes. */
const BATCH = 16;
const AHEAD = 16;
/** Most memory of one thread, for what is read; a file that needs more costs itself alone. */
const MEGABYTES = 768;
/** Room for what is young: an article's reading leaves much behind that is soon of no use. */
const YOUNG_MEGABYTES = 64;

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
      if (!this.threads.has(thread)) return;
      thread.took(result.number);
      this.give(thread);
      this.deliver(result.outcomes);
    });
    thread.worker.on("error", (error) => this.failed(thread, failure(error)));
    thread.worker.on("exit", () => this.failed(thread, "made the program that reads it stop"));
    this.give(thread);
  }

  /** Batches are dealt out evenly at first, then as they come back. */
  private give(thread: Thread): void {
    const most = Math.min(AHEAD, Math.ceil(this.queue.length / BATCH / this.options.threads));
    while (thread.given.length < Math.max(1, most) && this.queue.length > 0) {
      const tasks: FileTask[] = [];
      while (tasks.length < BATCH && this.queue.length > 0) tasks.push(this.queue.pop() as FileTask);
      thread.give({ number: ++this.numbers, tasks });
    }
    if (thread.given.length === 0) this.retire(thread);
  }

  private retire(thread: Thread): void {
    this.threads.delete(thread);
    void thread.worker.terminate();
    this.wake();
  }

  /** The file at which a thread ended is a problem; what else it had is read by another one. */
  private failed(thread: Thread, why: string): void {
    if (!this.threads.delete(thread)) return;
    const task = thread.present();
    const left = thread.given.flatMap(({ tasks }) => tasks.filter((one) => one !== task));
    this.queue.push(...left.reverse());
    if (task !== null) {
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
  /** Batches that have not come back, in the order in which they are read. */
  given: readonly Batch[] = [];
  private readonly at = new Int32Array(new SharedArrayBuffer(8));
  /** The file last seen being read, and since when. */
  private seen: FileTask | null = null;
  private since = performance.now();

  constructor(context: CorpusContext) {
    const workerData: ReaderData = { context, at: this.at.buffer as SharedArrayBuffer };
    this.worker = new Worker(programFile(), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
  }

  give(batch: Batch): void {
    this.given = [...this.given, batch];
    this.worker.postMessage(batch);
  }

  took(number: number): void {
    this.given = this.given.filter((batch) => batch.number !== number);
  }

  /** The file being read, or about to be; `null` where there is none. */
  present(): FileTask | null {
    const number = Atomics.load(this.at, 0);
    const from = this.given.findIndex((batch) => batch.number === number);
    const file = this.given[from]?.tasks[Atomics.load(this.at, 1)];
    return file ?? this.given[from + 1]?.tasks[0] ?? null;
  }

  /** A thread that has not begun yet loads its program, which is no fault of the file's. */
  isOverdue(limit: number): boolean {
    const file = this.present();
    if (file !== this.seen) {
      this.seen = file;
      this.since = performance.now();
    }
    const begun = Atomics.load(this.at, 0) > 0;
    return file !== null && performance.now() - this.since > (begun ? limit : limit + 20_000);
  }
}

function failure(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `needs more than ${MEGABYTES} MB of memory to read`;
  return `could not be read (${String(message ?? error)
    .replace(/\s+/g, " ")
    .slice(0, 160)})`;
}
