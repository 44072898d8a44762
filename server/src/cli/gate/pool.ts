import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckedDraft } from "../../service/check.ts";
import { lineIndex } from "../../text/lines.ts";
import type { Finding } from "../../verify/index.ts";
import type { DraftResult, Session } from "../session.ts";
import type { Progress } from "./progress.ts";
import type { Answer, Order, WorkerData } from "./worker.ts";

/** What a check of many drafts goes by. */
export interface PoolOptions {
  readonly corpus?: string;
  readonly cwd: string;
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

/**
 * Takes drafts (absolute) and a session; gives their results in the same order, without those that have no corpus. Many drafts are
 * shared out over threads once the corpus has been read. What reports do not print is let go draft by draft, so that memory stays small.
 */
export async function checkAll(
  drafts: readonly string[],
  session: Session,
  options: PoolOptions,
): Promise<DraftResult[]> {
  const results: (DraftResult | null)[] = new Array(drafts.length).fill(null);
  const threads = Math.min(options.jobs ?? availableParallelism(), Math.ceil(drafts.length / WORTH));
  let next = 0;
  let done = 0;
  const take = (): Order | null => {
    if (next >= drafts.length) return null;
    const first = next;
    next += BATCH;
    return { first, files: drafts.slice(first, next) };
  };
  const put = (at: number, result: DraftResult | null) => {
    results[at] = result;
    options.progress(++done, drafts.length);
  };
  if (threads < 2) await checkHere(session, take, put);
  else {
    await session.open(drafts[0] as string);
    await Promise.all(Array.from({ length: threads }, () => runWorker(options, take, drafts, session, put)));
  }
  return results.filter((result) => result !== null);
}

async function checkHere(
  session: Session,
  take: () => Order | null,
  put: (at: number, result: DraftResult | null) => void,
): Promise<void> {
  for (let order = take(); order !== null; order = take()) {
    for (const [at, file] of order.files.entries()) {
      const result = await session.check(file);
      put(order.first + at, result === null ? null : { ...result, checked: result.checked && slim(result.checked) });
    }
  }
}

function runWorker(
  { corpus, cwd, program }: PoolOptions,
  take: () => Order | null,
  drafts: readonly string[],
  session: Session,
  put: (at: number, result: DraftResult | null) => void,
): Promise<void> {
  const workerData: WorkerData = { sourceline: "check", cwd, ...(corpus === undefined ? {} : { corpus }) };
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData,
      execArgv: process.execArgv,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    const send = () => worker.postMessage(take());
    worker.on("message", async ({ first, results }: Answer) => {
      try {
        for (const [at, result] of results.entries()) {
          const opened = await session.open(drafts[first + at] as string);
          if (opened === null || result === null) put(first + at, null);
          else put(first + at, { ...result, checked: result.checked && revived(result.checked), ...opened });
        }
        send();
      } catch (error) {
        reject(error);
      }
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
    send();
  });
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
