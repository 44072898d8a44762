import { parentPort, workerData } from "node:worker_threads";
import type { CheckedDraft } from "../../service/check.ts";
import { Session } from "../session.ts";
import { slim } from "./pool.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly sourceline: "check";
  readonly cwd: string;
  readonly given: readonly string[];
  readonly corpus?: string;
}

/** Drafts to check: the position of the first in the run, and their files. */
export interface Order {
  readonly first: number;
  readonly files: readonly string[];
}

/** What came of an order, in the same order. Line indexes are made anew where it arrives. */
export interface Answer {
  readonly first: number;
  readonly results: readonly (SentResult | null)[];
}

interface SentResult {
  readonly path: string;
  readonly checked: Omit<CheckedDraft, "lines"> | null;
  readonly errors: readonly string[];
}

/** In a thread of a check: answers orders until there are none. Says nothing of projects and corpora: the main thread, which opens them too, does. */
export function serveChecks(): void {
  const { cwd, given, corpus } = workerData as WorkerData;
  const session = new Session({ corpus, cwd, given, say: () => {} });
  parentPort?.on("message", async (order: Order | null) => {
    if (order === null) {
      await session.close();
      return parentPort?.close();
    }
    const results: (SentResult | null)[] = [];
    for (const file of order.files) results.push(await resultOf(session, file));
    parentPort?.postMessage({ first: order.first, results } satisfies Answer);
  });
}

async function resultOf(session: Session, file: string): Promise<SentResult | null> {
  const result = await session.check(file);
  if (result === null) return null;
  const { path, checked, errors } = result;
  if (checked === null) return { path, checked: null, errors };
  const { lines: _, ...sent } = slim(checked);
  return { path, checked: sent, errors };
}
