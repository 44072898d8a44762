import { createHash } from "node:crypto";
import { promises as fs } from "node:fs";
import path from "node:path";
import {
  DEFAULT_LIMITS,
  isCorpusFile,
  isLibraryFile,
  pageOfPart,
  type ReadProblem,
  refusal,
  sideFileOf,
} from "../../corpus/index.ts";
import { filesBelow, pathFrom, readOrdinaryFile, reasonOf } from "../files.ts";
import { inTurns, sortInTurns } from "../turns.ts";

/** A file of the corpus that holds articles. */
export interface ListedFile {
  /** Relative to the corpus folder, `/` between parts. */
  readonly path: string;
  /** Bytes of the file itself. */
  readonly size: number;
  /** Tells of any change of the file, its side file or the folder's libraries, without looking into them. */
  readonly stamp: string;
  /** Whether it has a side file, of the same name with `.yaml` or `.yml` after it. */
  readonly side: string | null;
}

/** What a corpus folder holds. */
export interface CorpusListing {
  readonly files: readonly ListedFile[];
  /** Libraries of the folder, by path. */
  readonly libraries: readonly string[];
  /** Hash of the libraries' bytes; "" where there are none. */
  readonly libraryHash: string;
  /** Files that a writer keeps there and that cannot be read, with what to do. */
  readonly refused: readonly ReadProblem[];
  /** Paths of files that are no articles and of no concern to any: pictures, logs, files without an ending. */
  readonly passedOver: readonly string[];
}

/** Files looked at between two moments in which other work may be done. */
const AT_A_TIME = 64;

/** Takes a corpus folder that exists; gives what it holds, files sorted by path. */
export async function listCorpus(folder: string): Promise<CorpusListing> {
  const closed: ReadProblem[] = [];
  const below = await filesBelow(
    folder,
    () => true,
    (at, error) => closed.push(notListed(pathFrom(folder, at), error)),
  );
  const paths: string[] = [];
  await inTurns(below, (file) => paths.push(pathFrom(folder, file)));
  const found = await sortInTurns(paths);
  const { articles: names, libraries, others, passedOver } = await sorted(found);
  const { sides, twice } = sideFiles(others);
  const libraryHash = await hashOfFiles(folder, libraries);
  const files: ListedFile[] = [];
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    const some = names
      .slice(at, at + AT_A_TIME)
      .map((name) => look(folder, name, sides.get(name) ?? null, libraryHash));
    for (const file of await Promise.all(some)) if (file !== null) files.push(file);
  }
  const present = new Set(names);
  const lonely = [...sides].flatMap(([main, name]) => (present.has(main) ? [] : [without(main, name)]));
  return {
    files,
    passedOver,
    libraries,
    libraryHash,
    refused: [...closed, ...others.flatMap(refused), ...lonely, ...twice],
  };
}

/** A file that vanished since it was listed is `null`; one that cannot be looked at is listed, so that reading it says why. */
async function look(folder: string, name: string, side: string | null, library: string): Promise<ListedFile | null> {
  const own = await stampOf(path.join(folder, name));
  if (own === null) return null;
  const beside = side === null ? null : await stampOf(path.join(folder, side));
  const stamp = [own.stamp, beside?.stamp ?? "", library].join("|");
  return { path: name, size: own.size, stamp, side: beside === null ? null : side };
}

async function stampOf(file: string): Promise<{ size: number; stamp: string } | null> {
  try {
    const { size, mtimeMs, ino } = await fs.stat(file);
    return { size, stamp: `${size}:${mtimeMs}:${ino}` };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? null : { size: 0, stamp: reasonOf(error) };
  }
}

async function hashOfFiles(folder: string, names: readonly string[]): Promise<string> {
  if (names.length === 0) return "";
  const hash = createHash("sha256");
  for (const name of names) {
    hash.update(`${name}\n`).update(bytesOrReason(path.join(folder, name)));
  }
  return hash.digest("hex");
}

function bytesOrReason(file: string): Uint8Array | string {
  try {
    return readOrdinaryFile(file, DEFAULT_LIMITS.bytes);
  } catch (error) {
    return reasonOf(error);
  }
}

function notListed(name: string, error: unknown): ReadProblem {
  const message = `${name || "the corpus folder"} is a folder that could not be read (${reasonOf(error)}); what lies in it is not in the corpus. Allow it to be read, or take it out.`;
  return { path: name, severity: "error", message, span: null };
}

/** The files of a folder by what is to be done with them, each list in the order of the paths. */
interface Sorted {
  readonly articles: string[];
  readonly libraries: string[];
  /** Side files, and what is kept there and cannot be read. */
  readonly others: string[];
  readonly passedOver: string[];
}

/** What a browser saved beside a page is a part of it, and in none of the lists: pages in its frames are no articles. */
async function sorted(found: readonly string[]): Promise<Sorted> {
  const pages = new Set<string>();
  await inTurns(found, (name) => {
    const page = /^(.+)\.x?html?$/i.exec(name)?.[1];
    if (page !== undefined) pages.add(page);
  });
  const into: Sorted = { articles: [], libraries: [], others: [], passedOver: [] };
  await inTurns(found, (name) => {
    const page = pageOfPart(name);
    if (page === null || !pages.has(page)) listFor(name, into)?.push(name);
  });
  return into;
}

/** Hidden files are the system's, and no loss to anybody. */
function listFor(name: string, into: Sorted): string[] | null {
  if (isCorpusFile(name)) return into.articles;
  if (isLibraryFile(name)) return into.libraries;
  if (sideFileOf(name) !== null || refusal(name) !== null) return into.others;
  return path.posix.basename(name).startsWith(".") ? null : into.passedOver;
}

/** Side files by the article that each describes. Of two for one article that is read which is written when metadata is confirmed: `.yaml`, the first by name. */
function sideFiles(found: readonly string[]): { sides: Map<string, string>; twice: ReadProblem[] } {
  const sides = new Map<string, string>();
  const twice: ReadProblem[] = [];
  for (const name of found) {
    const main = sideFileOf(name);
    if (main === null) continue;
    const first = sides.get(main);
    if (first === undefined) sides.set(main, name);
    else twice.push(passedOver(name, first));
  }
  return { sides, twice };
}

function passedOver(name: string, first: string): ReadProblem {
  const message = `${name} is passed over, for ${first} describes the same article; put what it says there, and take it out of the corpus.`;
  return { path: name, severity: "warning", message, span: null };
}

/** A side file whose article was renamed or taken away. */
function without(main: string, name: string): ReadProblem {
  const message = `${name} describes ${main}, which is not there; give it the name of its article with .yaml after it, or take it out of the corpus.`;
  return { path: name, severity: "warning", message, span: null };
}

function refused(name: string): ReadProblem[] {
  const advice = refusal(name);
  if (advice === null) return [];
  return [
    { path: name, severity: "warning", message: `${name} is of a kind that is not read; ${advice}.`, span: null },
  ];
}
