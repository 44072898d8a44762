import { promises as fs } from "node:fs";
import path from "node:path";
import { folderExists, reasonOf } from "../../node/files.ts";
import { type Project, readLockFile } from "../../node/project.ts";
import { count } from "../corpus/table.ts";
import { type Complaint, complaint, some } from "./types.ts";

const NODE: readonly [major: number, minor: number] = [22, 16];

/** Takes a version of Node, "22.16.0"; complains where it is too old to keep an index. */
export function lookAtNode(version: string): Complaint[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return [];
  const message = `This is Node ${version}, which cannot keep an index.`;
  return [complaint("error", "node/old", message, `Install Node ${NODE.join(".")} or newer.`)];
}

/** Takes a project; complains of settings that were passed over and of a lock file that does not read as one. */
export async function lookAtProject({ folder, problems }: Project): Promise<Complaint[]> {
  const settings = problems.map((problem) => complaint("error", "project/settings", problem));
  const { problem } = await readLockFile({ folder });
  return problem === null ? settings : [...settings, complaint("error", "project/lock", problem)];
}

/** Takes the corpus folder; complains where it is missing, no folder, or not to be read. */
export async function lookAtFolder(folder: string): Promise<Complaint[]> {
  const advice = 'Make it and put your articles there, name another with --corpus, or set "corpus" in sourceline.json.';
  if (!(await folderExists(folder))) {
    const there = (await fs.stat(folder).catch(() => null)) !== null;
    const what = there ? `The corpus ${folder} is no folder.` : `There is no corpus folder ${folder}.`;
    return [complaint("error", "corpus/missing", what, advice)];
  }
  try {
    await fs.readdir(folder);
    return [];
  } catch (error) {
    const message = `The corpus folder ${folder} cannot be read (${reasonOf(error)}).`;
    return [complaint("error", "corpus/unreadable", message, "Give yourself the right to read it.")];
  }
}

/** Takes the paths of files of the corpus folder that are passed over as no articles; says how many they are, and of what kinds, the most frequent first. */
export function lookAtPassedOver(passedOver: readonly string[]): Complaint[] {
  if (passedOver.length === 0) return [];
  const kinds = new Map<string, number>();
  for (const name of passedOver) {
    const kind = path.extname(name).toLowerCase() || "without an ending";
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const listed = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, times]) => `${times} ${kind}`);
  const are = passedOver.length === 1 ? "is" : "are";
  const message = `${count(passedOver.length, "file")} of the corpus folder ${are} passed over as no articles: ${some(listed)}.`;
  return [complaint("note", "corpus/passed-over", message)];
}

/** Takes the folder for caches, which need not be there; complains where no file could be written in it. */
export async function lookAtCaches(folder: string): Promise<Complaint[]> {
  const reason = await whyNotWritable(folder);
  if (reason === null) return [];
  const message = `The index cannot be kept in ${folder} (${reason}); every check reads all articles anew.`;
  const advice = "Make that folder writable, or name another one in the environment variable SOURCELINE_CACHE.";
  return [complaint("warning", "cache/unwritable", message, advice)];
}

/** Looks at the folder, or at the nearest one above it in which it could be made; changes nothing. */
async function whyNotWritable(folder: string): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = await fs.stat(at).catch((error: NodeJS.ErrnoException) => error);
    if (!(stat instanceof Error)) {
      if (!stat.isDirectory()) return `${at} is no folder`;
      return fs.access(at, fs.constants.W_OK | fs.constants.X_OK).then(() => null, reasonOf);
    }
    if (!["ENOENT", "ENOTDIR"].includes(stat.code ?? "") || at === path.dirname(at)) return reasonOf(stat);
  }
}
