import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { optimizeLittle } from "../heap.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { indexFolder } from "./index-folder.ts";
import type { Batch, BatchResult, IndexerMessage, IndexJob, ReaderData } from "./messages.ts";
import { type FileOutcome, FileReader } from "./read-file.ts";

/* The program of the indexing process and of its threads: a thread reads files, the process plans and keeps. */

if (isMainThread) waitForJob();
else waitForBatches(workerData as ReaderData);

function waitForBatches(data: ReaderData): void {
  const reader = new FileReader(data.context);
  const at = new Int32Array(data.at);
  let last = Promise.resolve();
  parentPort?.on("message", (batch: Batch) => {
    last = last.then(() => readBatch(reader, at, batch));
  });
}

/** The first message is the job, another one asks to stop, as does the end of the process that asked. */
function waitForJob(): void {
  optimizeLittle();
  const stop = new AbortController();
  process.on("disconnect", () => stop.abort());
  process.once("message", (job: IndexJob) => {
    process.on("message", () => stop.abort());
    void runJob(job, stop.signal).then((message) => process.send?.(message, () => process.exit()));
  });
}

async function readBatch(reader: FileReader, at: Int32Array, batch: Batch): Promise<void> {
  const outcomes: FileOutcome[] = [];
  for (const [i, task] of batch.tasks.entries()) {
    Atomics.store(at, 1, i);
    Atomics.store(at, 0, batch.number);
    outcomes.push(await reader.read(task));
  }
  Atomics.store(at, 1, batch.tasks.length);
  const result: BatchResult = { number: batch.number, outcomes };
  const buffers = outcomes.flatMap(({ articles }) => articles.flatMap((one) => [one.keys.buffer, one.keyUnits.buffer]));
  parentPort?.postMessage(result, buffers as ArrayBuffer[]);
}

async function runJob(job: IndexJob, signal: AbortSignal): Promise<IndexerMessage> {
  try {
    const onMessage = (message: string) => tell({ kind: "message", message });
    const store = openSqliteStore(job.index, { generation: job.generation, onMessage });
    try {
      const { folder, only, threads, fileMs } = job;
      const onProgress = (done: number, all: number) => tell({ kind: "progress", progress: { done, all } });
      return {
        kind: "report",
        report: await indexFolder(folder, store, { only, threads, fileMs, signal, onProgress }),
      };
    } finally {
      store.close();
    }
  } catch (error) {
    return { kind: "error", message: error instanceof Error ? error.message : String(error) };
  }
}

function tell(message: IndexerMessage): void {
  if (process.connected) process.send?.(message);
}
