import { parentPort, workerData } from "node:worker_threads";
import { openSqliteStore } from "../store/sqlite.ts";
import { indexFolder } from "./index-folder.ts";
import type { Batch, BatchResult, IndexerMessage, IndexJob, ThreadData } from "./messages.ts";
import { type FileOutcome, FileReader } from "./read-file.ts";

/* The program of every indexing thread: what it does is said by the data it is started with. */

const data = workerData as ThreadData;
if (data.role === "reader") {
  const reader = new FileReader(data.context);
  const at = new Int32Array(data.at);
  parentPort?.on("message", (batch: Batch) => void readBatch(reader, at, batch));
} else {
  const stop = new AbortController();
  parentPort?.once("message", () => stop.abort());
  void runJob(data.job, stop.signal).then((message) => {
    tell(message);
    parentPort?.close();
  });
}

async function readBatch(reader: FileReader, at: Int32Array, batch: Batch): Promise<void> {
  const outcomes: FileOutcome[] = [];
  for (const [i, task] of batch.tasks.entries()) {
    Atomics.store(at, 1, i);
    Atomics.store(at, 0, batch.number);
    outcomes.push(await reader.read(task));
  }
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
  parentPort?.postMessage(message);
}
