import { promises as fs } from "node:fs";
import path from "node:path";
import { draftFormat } from "../draft/index.ts";
import { cleanDraft, isAnnotated } from "../service/annotate/markdown.ts";
import { checkText } from "../service/check.ts";
import { escapeText } from "../service/markdown.ts";
import type { CleanResult, LockParams, LockResult } from "../service/protocol.ts";
import { formatLock, LOCK_FILE, type Lock, makeLock, mergeLocks, readLock } from "../service/receipts/lock.ts";
import { graveChanges, verifyLock } from "../service/receipts/verify.ts";
import { say, tell } from "../service/words.ts";
import type { Corpus } from "./corpus.ts";
import { draftsBelow } from "./drafts.ts";
import { readDraft, reasonOf } from "./files.ts";
import { fileUri } from "./links.ts";
import type { Project } from "./project.ts";
import { projectAt } from "./sourcesview.ts";
import type { Workspace } from "./workspace.ts";

/** Takes the text of an open draft, `null` where it is not open; gives it without our notes. */
export function runCleanRequest(text: string | null): CleanResult {
  if (text === null) return { text: null, message: say("clean.closed") };
  return isAnnotated(text) ? { text: cleanDraft(text), message: "" } : { text: null, message: say("clean.nothing") };
}

/** Takes a draft or a folder; writes the lock file of its project, or says what became of the passages that it pins. Drafts are read as they are saved. */
export async function runLockRequest({ uri, task }: LockParams, workspace: Workspace): Promise<LockResult> {
  const project = await projectAt(uri, workspace);
  const corpus = await workspace.corpusOf(project);
  if (corpus === null) return failure(say("status.no-corpus", { folder: project.corpus }));
  await corpus.upToDate;
  const file = path.join(project.folder, LOCK_FILE);
  const lock = await lockAt(file);
  if (lock !== null && "error" in lock) return failure(`${LOCK_FILE} ${lock.error}`);
  if (task === "write") return write(file, lock, project, corpus, workspace);
  return lock === null ? failure(say("lock.none", { folder: project.folder })) : verified(file, lock, corpus);
}

function failure(message: string): LockResult {
  return { file: null, message, changed: 0, report: "" };
}

async function lockAt(file: string): Promise<ReturnType<typeof readLock> | null> {
  const text = await fs.readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    return error.code === "ENOENT" ? null : { error: `could not be read (${reasonOf(error)}).` };
  });
  return typeof text === "string" ? readLock(text) : text;
}

/** A draft that cannot be read keeps what was locked for it. */
async function write(
  file: string,
  before: Lock | null,
  project: Project,
  { store }: Corpus,
  workspace: Workspace,
): Promise<LockResult> {
  const { folder, settings } = project;
  const made: { sources: Lock["sources"]; drafts: Lock["drafts"] } = { sources: {}, drafts: {} };
  const unread = new Map<string, string>();
  for (const draft of await draftsBelow(folder, await workspace.configuration(folder).catch(() => null))) {
    const read = await readDraft(draft);
    if ("error" in read) unread.set(pathFrom(folder, draft), read.error);
    else {
      const checked = checkText(read.text, draftFormat(draft) ?? "plain", store, settings);
      const { sources, drafts } = makeLock([{ path: pathFrom(folder, draft), checked, store }]);
      made.sources = { ...made.sources, ...sources };
      made.drafts = { ...made.drafts, ...drafts };
    }
  }
  const lock = mergeLocks(before, made, (draft) => unread.has(draft));
  try {
    await fs.writeFile(file, formatLock(lock));
  } catch (error) {
    return failure(say("lock.unwritten", { file, reason: reasonOf(error) }));
  }
  const drafts = Object.keys(lock.drafts).length;
  const message = say("lock.written", { count: countOf(lock), drafts, file: LOCK_FILE });
  return { file: fileUri(file), message: [message, ...unread.values()].join(" "), changed: 0, report: "" };
}

function countOf({ drafts }: Lock): number {
  return Object.values(drafts).reduce((sum, receipts) => sum + receipts.length, 0);
}

function verified(file: string, lock: Lock, { store }: Corpus): LockResult {
  const all = verifyLock(lock, store);
  const changed = all.filter(({ change }) => graveChanges.has(change));
  const told = all.filter(({ change }) => change !== "same");
  const message = say("lock.verified", { stand: all.length - changed.length, all: all.length });
  const lines = told.map(({ message: one }) => `- ${escapeText(tell(one))}`);
  const report = told.length === 0 ? "" : [`# ${say("lock.heading")}`, message, lines.join("\n"), ""].join("\n\n");
  return { file: fileUri(file), message, changed: changed.length, report };
}

function pathFrom(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join("/");
}
