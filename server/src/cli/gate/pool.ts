import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckedDraft } from "../../service/check.ts";
import { lineIndex } from "../../text/lines.ts";
import type { Finding } from "../../verify/index.ts";
import type { DraftResult, Session } from "../session.ts";
import { Lineup } from "./lineup.ts";
import type { Progress } from "./progress.ts";
import type { Answer, Order, WorkerData } from "./worker.ts";

/** What a check of many drafts goes by. */
export interface PoolOptions {
  readonly corpus?: string;
  readonly cwd: string;
  readonly given: readonly string[];
  /** The program's file, which starts a worker when it is run in a thread. */
  readonly program: string;
  /** Threads; as many as the machine has cores where not given. */
  readonly jobs?: number;
  readonly progress: Progress;
}

/** Drafts for which another thread, with the corpus to read once more, is worth its while. */
const WORTH = 64;
/** Drafts that a thread gets at a time: few enough that all end together. */
const BATCH = 8;
/** Megabytes for young objects in a thread: judging makes many that die at once, and with little room for them they are moved about. */
const YOUNG = 48;

/** Batches a thread that may be under way or waiting to be taken: one slow draft holds nobody back, and memory stays small. */
const AHEAD = 4;

/** Is given results one by one, in the order of the drafts; where it gives a promise, the next waits for it. */
export type TakeResult = (result: DraftResult) => unknown;

/**
 * Takes drafts (absolute), a session, options and what takes the results; settles when all have been taken. Drafts that have no corpus are
 * passed over. Many drafts are shared out over threads once the corpus has been read. What reports do not print is let go draft by draft, and
 * only so many results wait to be taken.
 */
export async function checkAll(
  drafts: readonly string[],
  session: Session,
  options: PoolOptions,
  take: TakeResult,
): Promise<void> {
  const threads = Math.min(options.jobs ?? availableParallelism(), Math.ceil(drafts.length / WORTH));
  let done = 0;
  const lineup = new Lineup<DraftResult | null>(drafts.length, threads * BATCH * AHEAD, async (result) => {
    if (result !== null) await take(result);
    options.progress(++done, drafts.length);
  });
  if (threads < 2) return checkHere(drafts, session, lineup);
  await session.openFilled(drafts[0] as string);
  const workers = Array.from({ length: threads }, () => runWorker(options, drafts, session, lineup));
  await Promise.all(workers.map(({ ended }) => ended)).catch(async (error) => {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
    throw error;
  });
}

type Results = Lineup<DraftResult | null>;

async function checkHere(drafts: readonly string[], session: Session, lineup: Results): Promise<void> {
  for (const [at, file] of drafts.entries()) {
    await lineup.begin(1);
    const result = await session.check(file);
    await lineup.put(at, result === null ? null : { ...result, checked: result.checked && slim(result.checked) });
  }
}

function runWorker(
  { corpus, cwd, given, program }: PoolOptions,
  drafts: readonly string[],
  session: Session,
  lineup: Results,
): { worker: Worker; ended: Promise<void> } {
  const workerData: WorkerData = { sourceline: "check", cwd, given, ...(corpus === undefined ? {} : { corpus }) };
  const worker = new Worker(program, {
    workerData,
    execArgv: process.execArgv,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const send = async () => {
    const next = await lineup.begin(BATCH);
    const order: Order | null = next === null ? null : { first: next.first, files: drafts.slice(next.first, next.end) };
    worker.postMessage(order);
  };
  const receive = async ({ first, results }: Answer) => {
    for (const [at, result] of results.entries())
      await lineup.put(first + at, await opened(result, drafts[first + at] as string, session));
    await send();
  };
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("message", (answer: Answer) => receive(answer).catch(reject));
    worker.once("error", reject);
    worker.once("exit", () => resolve());
    send().catch(reject);
  });
  return { worker, ended };
}

/** A result as a thread sent it, with what only this thread has. */
async function opened(result: Answer["results"][number], file: string, session: Session): Promise<DraftResult | null> {
  const found = await session.openFilled(file);
  if (found === null || result === null) return null;
  return { ...result, checked: result.checked && revived(result.checked), ...found };
}

/** Takes a checked draft; gives it without what only judging needs: the parsed tree, and what was read of each fact. */
export function slim(checked: CheckedDraft): CheckedDraft {
  const ignored = checked.ignored.map((one) => ({ ...one, finding: bare(one.finding) }));
  return { ...checked, draft: { ...checked.draft, parsed: null }, findings: checked.findings.map(bare), ignored };
}

function bare(finding: Finding): Finding {
  return { ...finding, figure: null, quote: null, suggestions: [] };
}

function revived(checked: Omit<CheckedDraft, "lines">): CheckedDraft {
  return { ...checked, lines: lineIndex(checked.draft.text) };
}
