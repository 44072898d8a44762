import { promises as fs } from "node:fs";
import { cleanDraft, isAnnotated } from "../service/annotate/markdown.ts";
import { escapeText } from "../service/markdown.ts";
import type { CleanResult, LockParams, LockResult } from "../service/protocol.ts";
import { formatLock, LOCK_FILE, type Lock, makeLock, mergeLocks } from "../service/receipts/lock.ts";
import { type Change, countStanding, graveChanges, verifyLock } from "../service/receipts/verify.ts";
import { say, tell } from "../service/words.ts";
import type { Corpus } from "./corpus.ts";
import { checkFile } from "./drafts.ts";
import { pathFrom, readDraft, reasonOf } from "./files.ts";
import { fileUri } from "./links.ts";
import { type Project, readLockFile } from "./project.ts";
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
  await workspace.upToDate(corpus);
  const { file, lock, problem } = await readLockFile(project);
  if (problem !== null) return failure(problem);
  if (task === "verify")
    return lock === null ? failure(say("lock.none", { folder: project.folder })) : verified(file, lock, corpus);
  if (corpus.store.size === 0)
    return failure([say("status.empty", { folder: corpus.folder }), ...unreadSentences(corpus)].join(" "));
  const result = await write(file, lock, project, corpus, workspace);
  await workspace.filesChanged([file]);
  return result;
}

function failure(message: string): LockResult {
  return { file: null, message, changed: 0, unread: 0, report: "" };
}

function unreadSentences({ unread }: Corpus): string[] {
  return [...unread.values()];
}

/** A draft that cannot be read keeps what was locked for it, and so does what rests on a source that cannot. */
async function write(
  file: string,
  before: Lock | null,
  project: Project,
  corpus: Corpus,
  workspace: Workspace,
): Promise<LockResult> {
  const { folder } = project;
  const found = await draftsOf(project, workspace);
  const paths = new Set(found.map((draft) => pathFrom(folder, draft)));
  const { made, unread } = await pin(found, project, corpus);
  const lock = mergeLocks(before, made, (draft, { source }) => {
    return paths.has(draft) && (unread.has(draft) || corpus.unread.has(source));
  });
  try {
    await fs.writeFile(file, formatLock(lock));
  } catch (error) {
    return failure(say("lock.unwritten", { file, reason: reasonOf(error) }));
  }
  const drafts = Object.keys(lock.drafts).length;
  const message = say("lock.written", { count: countOf(lock), drafts, file: LOCK_FILE });
  const problems = [...unread.values(), ...unreadSentences(corpus)];
  return {
    file: fileUri(file),
    message: [message, ...problems].join(" "),
    changed: 0,
    unread: problems.length,
    report: "",
  };
}

/** Drafts below the folder that have a project of their own have a lock of their own. */
async function draftsOf({ folder }: Project, workspace: Workspace): Promise<string[]> {
  const found = await workspace.draftsBelow(folder);
  const projects = await Promise.all(found.map((draft) => workspace.projectOf(draft)));
  return found.filter((_, at) => projects[at]?.folder === folder);
}

/** What drafts rest on now, and why some of them could not be read, by path. */
async function pin(
  drafts: readonly string[],
  project: Project,
  corpus: Corpus,
): Promise<{ made: Pick<Lock, "sources" | "drafts">; unread: Map<string, string> }> {
  const made: { sources: Lock["sources"]; drafts: Lock["drafts"] } = { sources: {}, drafts: {} };
  const unread = new Map<string, string>();
  for (const draft of drafts) {
    const path = pathFrom(project.folder, draft);
    const read = await readDraft(draft);
    if ("error" in read) unread.set(path, read.error);
    else {
      const checked = checkFile(read.text, draft, project, corpus);
      const { sources, drafts: pinned } = makeLock([{ path, checked, store: corpus.store }]);
      made.sources = { ...made.sources, ...sources };
      made.drafts = { ...made.drafts, ...pinned };
    }
  }
  return { made, unread };
}

function countOf({ drafts }: Lock): number {
  return Object.values(drafts).reduce((sum, receipts) => sum + receipts.length, 0);
}

function verified(file: string, lock: Lock, corpus: Corpus): LockResult {
  const all = verifyLock(lock, corpus);
  const told = all.filter(({ change }) => change !== "same");
  const count = (wanted: (change: Change) => boolean) => all.filter(({ change }) => wanted(change)).length;
  const message = say("lock.verified", { stand: countStanding(all), all: all.length });
  const lines = told.map(({ message: one }) => `- ${escapeText(tell(one))}`);
  const report = told.length === 0 ? "" : [`# ${say("lock.heading")}`, message, lines.join("\n"), ""].join("\n\n");
  const [changed, unread] = [count((it) => graveChanges.has(it)), count((it) => it === "unread")];
  return { file: fileUri(file), message, changed, unread, report };
}
