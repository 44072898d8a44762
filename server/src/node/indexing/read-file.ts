import { createHash } from "node:crypto";
import path from "node:path";
import { DEFAULT_LIMITS, type Library, type ReadProblem, readArticles } from "../../corpus/index.ts";
import { readLibrary } from "../../corpus/library.ts";
import { extractArticle } from "../../service/intake.ts";
import { NotReadError, readOrdinaryFile, reasonOf } from "../files.ts";
import { type PreparedArticle, prepareArticle } from "../store/prepare.ts";

/** One file to be read. */
export interface FileTask {
  readonly path: string;
  readonly stamp: string;
  readonly side: string | null;
  /** Hash under which the file is known already; `null` for a new one. */
  readonly known: string | null;
}

/** What holds for all files of one corpus. */
export interface CorpusContext {
  readonly folder: string;
  readonly libraries: readonly string[];
  readonly libraryHash: string;
}

/** What came of reading a file. `same` where its content is what is known already; its articles are then left out. */
export interface FileOutcome {
  readonly path: string;
  readonly stamp: string;
  readonly hash: string;
  readonly same: boolean;
  readonly articles: readonly PreparedArticle[];
  readonly problems: readonly ReadProblem[];
}

/** Reads files of one corpus; its libraries are read once. Files are read without waiting, which is quicker, and in threads blocks nobody. */
export class FileReader {
  private readonly context: CorpusContext;
  private library: Promise<Library | null> | null = null;

  constructor(context: CorpusContext) {
    this.context = context;
  }

  /** Takes a file; gives its articles worked out to rows. Never rejects: what goes wrong is a problem that names the file, and is tried again by the next run. */
  async read(task: FileTask): Promise<FileOutcome> {
    const file = path.join(this.context.folder, task.path);
    try {
      const bytes = readOrdinaryFile(file, DEFAULT_LIMITS.bytes);
      const side = task.side === null ? null : path.join(this.context.folder, task.side);
      const sidecar = side === null ? null : readOrdinaryFile(side, DEFAULT_LIMITS.bytes).toString("utf8");
      return await this.readBytes(task, bytes, sidecar);
    } catch (error) {
      const why = reasonOf(error);
      const what =
        error instanceof NotReadError
          ? why
          : `could not be read (${why}); its figures and quotations are not in the corpus.`;
      const message = `${task.path} ${what}`;
      return unread({ ...task, stamp: "" }, `unread: ${why}`, {
        path: task.path,
        severity: "error",
        message,
        span: null,
      });
    }
  }

  private async readBytes(task: FileTask, bytes: Uint8Array, sidecar: string | null): Promise<FileOutcome> {
    const own = sha256(bytes);
    const hash = [own, sidecar === null ? "" : sha256(sidecar), this.context.libraryHash].join("|");
    if (hash === task.known) return { ...task, hash, same: true, articles: [], problems: [] };
    this.library ??= readLibraries(this.context);
    const library = await this.library;
    const read = await readArticles({ path: task.path, bytes, sidecar, library }, { hash: own });
    const articles = read.articles.map((article) => prepareArticle(article, extractArticle(article)));
    return { path: task.path, stamp: task.stamp, hash, same: false, articles, problems: read.problems };
  }
}

/** Takes a file that could not be read, what to know it by, and the problem; gives that as the outcome. */
export function unread(task: FileTask, hash: string, problem: ReadProblem): FileOutcome {
  return { path: task.path, stamp: task.stamp, hash, same: hash === task.known, articles: [], problems: [problem] };
}

/** Takes a corpus; gives what is wrong with its libraries. */
export async function libraryProblems({ folder, libraries }: CorpusContext): Promise<readonly ReadProblem[]> {
  const read = await Promise.all(libraries.map((name) => readOne(folder, name)));
  return read.flatMap(({ problems }) => problems);
}

/** The first library that knows an article says what is known of it. */
async function readLibraries({ folder, libraries }: CorpusContext): Promise<Library | null> {
  if (libraries.length === 0) return null;
  const read = await Promise.all(libraries.map((name) => readOne(folder, name)));
  return {
    find: (...asked) => {
      for (const { library } of read) {
        const found = library.find(...asked);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/** A library that cannot be opened is read as an empty one, which says so. */
async function readOne(folder: string, name: string): ReturnType<typeof readLibrary> {
  return readLibrary(name, bytesOrNone(path.join(folder, name)));
}

function bytesOrNone(file: string): Uint8Array {
  try {
    return readOrdinaryFile(file, DEFAULT_LIMITS.bytes);
  } catch {
    return new Uint8Array(0);
  }
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
