import { promises as fs } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { IGNORE_FILE } from "../service/protocol.ts";
import { readIgnoreFile } from "../service/quiet/ignorefile.ts";
import { entriesFor, type IgnoreEntry } from "../service/quiet/ignores.ts";
import { LOCK_FILE, type Lock, readLock } from "../service/receipts/lock.ts";
import { readSettings, type Settings } from "../service/settings.ts";
import { say } from "../service/words.ts";
import { hashText } from "../store/hash.ts";
import { pathFrom, reasonOf } from "./files.ts";

/** Name of the project file beside the drafts. */
export const PROJECT_FILE = "sourceline.json";

/** Where the settings of a draft come from: the folder that their paths count from, and what they are. */
export interface Project {
  /** Folder of the project file; without one, the folder asked for. */
  readonly folder: string;
  readonly settings: Settings;
  /** The corpus folder, absolute. */
  readonly corpus: string;
  /** The ignore file, absolute (it need not be there), and its text. */
  readonly ignores: { readonly file: string; readonly text: string | null };
  /** Sentences about settings that were passed over. */
  readonly problems: readonly string[];
}

/** What each project file held when it could last be read, by path. */
export type LastGood = Map<string, unknown>;

/**
 * Takes a folder, the folder where the search ends, the settings of an editor where there are any, and what project files held before, which is kept
 * up; gives the project: the first `sourceline.json` on the way up, overridden by the editor's settings. A broken file is a problem: what it held
 * before goes on, and the usual settings hold where that is not known.
 */
export async function findProject(
  folder: string,
  top: string,
  editor: unknown = null,
  lastGood: LastGood = new Map(),
): Promise<Project> {
  const found = await projectFileAbove(folder, top);
  const { values, problems } = found === null ? { values: null, problems: [] } : await readProjectFile(found, lastGood);
  const read = readSettings([
    { name: found ?? PROJECT_FILE, values },
    { name: "Settings", values: editor },
  ]);
  const base = found === null ? top : path.dirname(found);
  const file = path.join(base, IGNORE_FILE);
  const text = await fs.readFile(file, "utf8").catch(() => null);
  const ignored = text === null ? { entries: [], problems: [] } : readIgnoreFile(text, file);
  return {
    folder: base,
    settings: { ...read.settings, ignores: await withoutGone(ignored.entries, base) },
    corpus: path.resolve(isSetBy(editor, read.settings.corpus) ? top : base, fromHome(read.settings.corpus)),
    ignores: { file, text },
    problems: [...problems, ...read.problems, ...ignored.problems],
  };
}

/** Takes a project and the path of a draft (`null` for one that is not saved); gives the settings for it: what was set aside in other drafts counts less. */
export function settingsFor({ settings, ignores }: Project, draft: string | null): Settings {
  const from = draft === null ? null : pathFrom(path.dirname(ignores.file), draft);
  const counted = entriesFor(settings.ignores, from);
  return counted === settings.ignores ? settings : { ...settings, ignores: counted };
}

/** A draft that is gone was renamed, as like as not: what was set aside in it is looked for in all. */
async function withoutGone(entries: readonly IgnoreEntry[], folder: string): Promise<IgnoreEntry[]> {
  const named = new Set(entries.flatMap(({ draft }) => draft ?? []));
  const there = new Set<string>();
  for (const draft of named) if (await fs.stat(path.join(folder, draft)).catch(() => null)) there.add(draft);
  return entries.map(({ draft, ...entry }) => (draft === undefined || !there.has(draft) ? entry : { ...entry, draft }));
}

/** The lock file of a project as it stands. */
export interface LockFile {
  /** Absolute; it need not be there. */
  readonly file: string;
  /** `null` where there is none, or it could not be read. */
  readonly lock: Lock | null;
  /** What is wrong with it, a sentence; `null` where nothing is. */
  readonly problem: string | null;
  /** Tells its states apart. */
  readonly stamp: string;
}

/** A project with its lock: what an editor keeps of it. */
export interface LockedProject extends Project {
  readonly pinned: LockFile;
}

/** Takes a project and, if they differ, how messages name its lock file; reads that file. It may be long: whoever checks many drafts keeps it. */
export async function readLockFile({ folder }: Pick<Project, "folder">, shown?: string): Promise<LockFile> {
  const file = path.join(folder, LOCK_FILE);
  const named = shown ?? file;
  const none = { file, lock: null, problem: null, stamp: "" };
  try {
    const text = await fs.readFile(file, "utf8");
    const lock = readLock(text, named);
    const stamp = hashText(text).toString(36);
    return "error" in lock ? { ...none, problem: lock.error, stamp } : { ...none, lock, stamp };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return none;
    return { ...none, problem: say("lock.unread", { file: named, reason: reasonOf(error) }) };
  }
}

/** A path in the editor's settings counts from the folder that is open there. */
function isSetBy(editor: unknown, corpus: string): boolean {
  const set = (editor as { corpus?: unknown } | null)?.corpus;
  return typeof set === "string" && set.trim() === corpus;
}

/** `~` is the home folder of who asks, as in a shell. */
function fromHome(folder: string): string {
  return folder.replace(/^~(?=$|[\\/])/, () => homedir());
}

async function projectFileAbove(folder: string, top: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, PROJECT_FILE);
    if ((await fs.stat(file).catch(() => null))?.isFile()) return file;
    if (at === path.resolve(top) || at === path.dirname(at)) return null;
  }
}

async function readProjectFile(file: string, lastGood: LastGood): Promise<{ values: unknown; problems: string[] }> {
  try {
    const values: unknown = JSON.parse((await fs.readFile(file, "utf8")).replace(/^\uFEFF/, ""));
    lastGood.set(file, values);
    return { values, problems: [] };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : reasonOf(error);
    const key = lastGood.has(file) ? "project.kept" : "project.unread";
    return { values: lastGood.get(file) ?? null, problems: [say(key, { file, reason })] };
  }
}
