import { existsSync } from "node:fs";
import path from "node:path";
import { pathFrom } from "../../node/files.ts";
import {
  formatLock,
  LOCK_FILE,
  type LockedDraft,
  type LockedSource,
  makeLock,
  mergeLocks,
  type Receipt,
} from "../../service/receipts/lock.ts";
import { countStanding, graveChanges, type VerifiedReceipt, verifyLock } from "../../service/receipts/verify.ts";
import { say, tell } from "../../service/words.ts";
import { restsOnUnread, type UnreadFiles } from "../../verify/index.ts";
import { findDrafts } from "../drafts.ts";
import { checkAll } from "../gate/pool.ts";
import { startProgress } from "../gate/progress.ts";
import { Session } from "../session.ts";
import { inert } from "../wrap.ts";
import { deliver, type Output, sayTo } from "./output.ts";

/** Options of `sourceline lock`. */
export interface LockOptions {
  readonly corpus?: string;
}

/** Takes drafts, folders or patterns; pins what each cited fact of theirs rests on in the lock file of its project. Gives the exit code: 0, or 2 where something could not be read. */
export async function runLock(
  files: readonly string[],
  options: LockOptions,
  to: Output & { readonly program: string },
): Promise<number> {
  const say = sayTo(to);
  const found = await findDrafts(files, to.cwd, options.corpus);
  for (const error of found.errors) say(error);
  const progress = startProgress(to.errors);
  const session = new Session({ corpus: options.corpus, cwd: to.cwd, given: files, say, progress: progress.corpus });
  const made = new Map<string, MadeLock>();
  let failed = found.errors.length > 0;
  const pool = { ...options, cwd: to.cwd, given: files, program: to.program, progress: progress.drafts };
  await checkAll(found.drafts, session, pool, ({ path: shown, checked, errors, project, corpus }) => {
    for (const error of errors) say(error);
    failed ||= errors.length > 0 || (checked?.findings ?? []).some(restsOnUnread);
    if (checked === null) return;
    const draft = { path: pathFrom(project.folder, path.resolve(to.cwd, shown)), checked, store: corpus.store };
    addTo(made, project.folder, draft, corpus.unread);
  });
  progress.end();
  for (const [folder, lock] of made) await writeLock(folder, lock, to);
  await session.close();
  return failed || session.failed ? 2 : 0;
}

/** What the drafts of one folder come to: all of them by path, the receipts of those that have some, and the sources that could not be read. */
interface MadeLock {
  readonly named: Set<string>;
  readonly unread: Set<string>;
  readonly sources: Record<string, LockedSource>;
  readonly drafts: Record<string, readonly Receipt[]>;
}

function addTo(made: Map<string, MadeLock>, folder: string, draft: LockedDraft, unread: UnreadFiles): void {
  const all = made.get(folder) ?? { named: new Set(), unread: new Set(), sources: {}, drafts: {} };
  made.set(folder, all);
  const { sources, drafts } = makeLock([draft]);
  all.named.add(draft.path);
  for (const id of unread.keys()) all.unread.add(id);
  Object.assign(all.sources, sources);
  Object.assign(all.drafts, drafts);
}

/** Drafts that were not named keep what was locked for them, as long as they are there; so does what rests on a source that could not be read. */
async function writeLock(folder: string, { named, unread, ...made }: MadeLock, to: Output): Promise<void> {
  const file = path.join(folder, LOCK_FILE);
  const before = await new Session({ cwd: to.cwd, say: () => {} }).lockOf({ folder });
  const keeps = (draft: string, { source }: Receipt) =>
    (!named.has(draft) || unread.has(source)) && existsSync(path.join(folder, draft));
  const whole = mergeLocks(before, made, keeps);
  const shown = path.relative(to.cwd, file) || LOCK_FILE;
  await deliver(formatLock(whole), shown, to);
  const receipts = Object.values(whole.drafts);
  const count = receipts.reduce((sum, some) => sum + some.length, 0);
  sayTo(to)(say("lock.written", { file: shown, count, drafts: receipts.length }));
}

/** Takes a folder (the current one where none is given); says what became of each passage that its lock file pins. Gives the exit code: 0, 1 where a passage changed or is gone, 2 where one could not be checked. */
export async function runVerifyLock(
  given: string | undefined,
  options: { readonly corpus?: string; readonly format?: "pretty" | "json" },
  to: Output,
): Promise<number> {
  const say = sayTo(to);
  const named = given === undefined ? [] : [given];
  const session = new Session({ corpus: options.corpus, cwd: to.cwd, given: named, say });
  const opened = await session.open(path.resolve(to.cwd, given ?? ".", LOCK_FILE));
  if (opened === null) return 2;
  const lock = await session.lockOf(opened.project);
  if (lock === null && !session.failed)
    say(`there is no ${LOCK_FILE} in ${session.shown(opened.project.folder)}; write one with “sourceline lock”.`);
  const verified = lock === null ? [] : verifyLock(lock, opened.corpus);
  if (lock !== null) print(verified, options.format ?? "pretty", to);
  await session.close();
  if (lock === null || verified.some(({ change }) => change === "unread")) return 2;
  return verified.some(({ change }) => graveChanges.has(change)) ? 1 : 0;
}

function print(verified: readonly VerifiedReceipt[], format: "pretty" | "json", { output }: Output): void {
  if (format === "json") {
    const receipts = verified.map(({ draft, receipt, change, now, message }) => ({
      draft,
      ...receipt,
      change,
      now,
      message: tell(message),
    }));
    output.write(`${JSON.stringify({ version: 1, receipts })}\n`);
    return;
  }
  const told = verified.filter(({ change }) => change !== "same");
  for (const { message } of told) output.write(`${inert(tell(message))}\n`);
  output.write(`${say("lock.verified", { stand: countStanding(verified), all: verified.length })}\n`);
}
