import { type Dirent, promises as fs, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { tooLarge } from "../corpus/index.ts";
import { say } from "../service/words.ts";
import { inTurns, sortInTurns } from "./turns.ts";

/** Folders that hold no drafts and no sources of the writer's. */
const SKIPPED = new Set(["node_modules", "__pycache__", "dist", "out", "build", "target", "vendor"]);

/** A text as it was read from a file, or a sentence that says why it could not be. */
export type TextResult = { readonly text: string } | { readonly error: string };

/** The text of a draft as editors show it, and the byte order mark that stood before it, if any; or why it could not be read. */
export type DraftResult = { readonly text: string; readonly mark: "" | "\uFEFF" } | { readonly error: string };

/**
 * Takes a folder; gives the paths of the files below it (absolute, sorted), without those in hidden folders and in folders of programs.
 * A folder that cannot be read counts as empty, and `unread` is told of it and of the error; links are followed once.
 */
export async function filesBelow(
  folder: string,
  keep: (file: string) => boolean,
  unread: (folder: string, error: unknown) => void = () => undefined,
): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = async (at: string): Promise<void> => {
    const real = await fs.realpath(at).catch(() => null);
    if (real === null || seen.has(real)) return;
    seen.add(real);
    const folders: string[] = [];
    const links: Dirent[] = [];
    const within = path.join(at, path.sep);
    await inTurns(await entriesOf(at, unread), (entry) => {
      if (entry.isSymbolicLink()) links.push(entry);
      else if (entry.isDirectory()) folders.push(entry.name);
      else if (keep(within + entry.name)) found.push(within + entry.name);
    });
    for (const { name } of links) {
      if (await folderExists(within + name)) folders.push(name);
      else if (keep(within + name)) found.push(within + name);
    }
    for (const name of folders) if (!name.startsWith(".") && !SKIPPED.has(name)) await visit(within + name);
  };
  await visit(folder);
  return sortInTurns(found);
}

/** An error whose message is the end of a sentence that begins with the file's name and says what to do. */
export class NotReadError extends Error {}

/**
 * Takes a file and the most bytes that it may have; gives its bytes, without waiting. Throws NotReadError where it is larger, or no ordinary file: a
 * pipe or a device might never end.
 */
export function readOrdinaryFile(file: string, most: number): Buffer {
  const stat = statSync(file);
  if (!stat.isFile())
    throw new NotReadError("is a pipe or a device, not an ordinary file, and is not read; take it out of the corpus.");
  if (stat.size > most) throw new NotReadError(tooLarge(stat.size, most));
  return readFileSync(file);
}

/** Takes a folder and a file, both absolute; gives the file's path from the folder, `/` between parts. */
export function pathFrom(folder: string, file: string): string {
  // By far the quicker, for a folder with 100,000 files.
  const isBelow = file.startsWith(folder + path.sep) && !file.includes("..");
  const from = isBelow ? file.slice(folder.length + 1) : path.relative(folder, file);
  return path.sep === "/" ? from : from.split(path.sep).join("/");
}

/** Takes a path; says whether a folder is there. */
export async function folderExists(folder: string): Promise<boolean> {
  return (await fs.stat(folder).catch(() => null))?.isDirectory() ?? false;
}

/** Takes the path of a draft; gives its text, or a sentence that names the file and says what to do. */
export async function readDraft(file: string, shown = file): Promise<DraftResult> {
  try {
    const bytes = await fs.readFile(file);
    if (bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes)) return { error: say("draft.binary", { file: shown }) };
    return { text: decode(bytes), mark: isMarked(bytes) ? "\uFEFF" : "" };
  } catch (error) {
    return { error: say("draft.unread", { file: shown, reason: reasonOf(error) }) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "reason.missing",
  EACCES: "reason.forbidden",
  EISDIR: "reason.folder",
};

/** Takes an error; gives why in words, else its code or its message. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const key = REASONS[code ?? ""];
  return key === undefined ? (code ?? message ?? say("reason.unknown")) : say(key);
}

async function entriesOf(folder: string, unread: (folder: string, error: unknown) => void): Promise<Dirent[]> {
  return fs.readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    unread(folder, error);
    return [];
  });
}

function isMarked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** UTF-8, or what a byte order mark says; bytes that are no UTF-8 are read as Windows-1252. The mark goes, as it does in editors, so that offsets are theirs. */
function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
