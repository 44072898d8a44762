import { promises as fs } from "node:fs";
import path from "node:path";
import { IGNORE_FILE, readIgnoreFile } from "../service/quiet/ignorefile.ts";
import { readSettings, type Settings } from "../service/settings.ts";
import { say } from "../service/words.ts";
import { reasonOf } from "./files.ts";

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

/**
 * Takes a folder, the folder where the search ends, and the settings of an editor where there are any; gives the project: the first
 * `sourceline.json` on the way up, overridden by the editor's settings. A broken file is a problem, and the usual settings hold.
 */
export async function findProject(folder: string, top: string, editor: unknown = null): Promise<Project> {
  const found = await projectFileAbove(folder, top);
  const { values, problems } = found === null ? { values: null, problems: [] } : await readProjectFile(found);
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
    settings: { ...read.settings, ignores: ignored.entries },
    corpus: path.resolve(isSetBy(editor, read.settings.corpus) ? top : base, read.settings.corpus),
    ignores: { file, text },
    problems: [...problems, ...read.problems, ...ignored.problems],
  };
}

/** A path in the editor's settings counts from the folder that is open there. */
function isSetBy(editor: unknown, corpus: string): boolean {
  const set = (editor as { corpus?: unknown } | null)?.corpus;
  return typeof set === "string" && set.trim() === corpus;
}

async function projectFileAbove(folder: string, top: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const file = path.join(at, PROJECT_FILE);
    if ((await fs.stat(file).catch(() => null))?.isFile()) return file;
    if (at === path.resolve(top) || at === path.dirname(at)) return null;
  }
}

async function readProjectFile(file: string): Promise<{ values: unknown; problems: string[] }> {
  try {
    return { values: JSON.parse((await fs.readFile(file, "utf8")).replace(/^\uFEFF/, "")), problems: [] };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : reasonOf(error);
    return {
      values: null,
      problems: [say("project.unread", { file, reason })],
    };
  }
}
