import { promises as fs } from "node:fs";
import path from "node:path";
import { type Corpus, openCorpus } from "../node/corpus.ts";
import { checkFile, isBelow } from "../node/drafts.ts";
import { folderExists, pathFrom, readDraft } from "../node/files.ts";
import { findProject, type Project, readLockFile } from "../node/project.ts";
import type { CheckedDraft } from "../service/check.ts";
import { withReceipts } from "../service/receipts/findings.ts";
import { LOCK_FILE, type Lock } from "../service/receipts/lock.ts";
import { say } from "../service/words.ts";
import { pathBelow, shownPath } from "./paths.ts";

/** A draft as it was checked, or why it was not. */
export interface DraftResult {
  /** From the current folder where it lies below that, else as given. */
  readonly path: string;
  readonly checked: CheckedDraft | null;
  readonly errors: readonly string[];
  readonly project: Project;
  readonly corpus: Corpus;
}

/** What a session starts from. */
export interface SessionOptions {
  /** The corpus folder as given, relative to the current folder; where it is not given, the project says. */
  readonly corpus?: string | undefined;
  readonly cwd: string;
  /** The drafts, folders and patterns as given, by which messages name what lies outside the current folder. */
  readonly given?: readonly string[] | undefined;
  /** Where sentences about what went wrong go. */
  readonly say: (message: string) => void;
  /** Is told how many files of a corpus have been read. */
  readonly progress?: (done: number, all: number) => void;
}

/** The corpora, projects and locks of one run, each opened once. */
export class Session {
  /** Whether something that was asked for could not be opened. */
  failed = false;
  private readonly corpora = new Map<string, Promise<Corpus | null>>();
  private readonly locks = new Map<string, Promise<Lock | null>>();
  private readonly told = new Set<string>();
  private readonly options: SessionOptions;

  constructor(options: SessionOptions) {
    this.options = options;
  }

  /** Takes a draft's absolute path; checks it against its corpus. Gives `null` where there is no corpus, or nothing in it. */
  async check(file: string): Promise<DraftResult | null> {
    const opened = await this.openFilled(file);
    if (opened === null) return null;
    const { project, corpus } = opened;
    const shown = this.shown(file);
    const isSource = isBelow(file, project.corpus);
    const read = isSource
      ? { error: say("draft.source", { file: shown, folder: this.shown(project.corpus) }) }
      : await readDraft(file, shown);
    if ("error" in read) return { path: shown, checked: null, errors: [read.error], project, corpus };
    const checked = checkFile(read.text, file, project, corpus);
    const lock = await this.lockOf(project);
    if (lock === null) return { path: shown, checked, errors: [], project, corpus };
    const locked = withReceipts(checked, pathFrom(project.folder, file), lock, corpus);
    return { path: shown, checked: locked, errors: [], project, corpus };
  }

  /** Takes a draft's absolute path; gives its project and its corpus, `null` where there is no corpus. */
  async open(file: string): Promise<{ project: Project; corpus: Corpus } | null> {
    const project = await this.projectOf(file);
    const corpus = await this.corpusOf(project.corpus);
    return corpus === null ? null : { project, corpus };
  }

  /** As `open`; gives `null` as well, and says so, where the corpus holds no article: against nothing, nothing can be checked. */
  async openFilled(file: string): Promise<{ project: Project; corpus: Corpus } | null> {
    const opened = await this.open(file);
    if (opened === null || opened.corpus.store.size > 0) return opened;
    this.fail(this.emptiness(opened.corpus.folder));
    return null;
  }

  /** Takes a project; gives its lock, `null` where it has none. A broken one is told of, once. */
  lockOf({ folder }: Pick<Project, "folder">): Promise<Lock | null> {
    const known = this.locks.get(folder) ?? this.readLock(folder);
    this.locks.set(folder, known);
    return known;
  }

  /** Takes an absolute path; gives it as messages name it. */
  shown(file: string): string {
    const { cwd, corpus, given = [] } = this.options;
    return shownPath(file, cwd, corpus === undefined ? given : [...given, corpus]);
  }

  /** Lets go of all corpora. */
  async close(): Promise<void> {
    for (const corpus of await Promise.all(this.corpora.values())) await corpus?.close();
  }

  private async readLock(folder: string): Promise<Lock | null> {
    const { lock, problem } = await readLockFile({ folder }, this.shown(path.join(folder, LOCK_FILE)));
    if (problem !== null) this.fail(problem);
    return lock;
  }

  private async projectOf(file: string): Promise<Project> {
    const { cwd, corpus } = this.options;
    const project = await findProject(path.dirname(file), topFor(file, cwd));
    for (const problem of project.problems) this.sayOnce(problem);
    return corpus === undefined ? project : { ...project, corpus: path.resolve(cwd, corpus) };
  }

  private corpusOf(folder: string): Promise<Corpus | null> {
    const known = this.corpora.get(folder) ?? this.openCorpus(folder);
    this.corpora.set(folder, known);
    return known;
  }

  private async openCorpus(folder: string): Promise<Corpus | null> {
    if (!(await folderExists(folder))) {
      const shown = this.shown(folder);
      const isFile = (await fs.stat(folder).catch(() => null)) !== null;
      this.fail(
        isFile
          ? `the corpus ${shown} is a file, and a corpus is a folder of articles; name the folder with --corpus, or set "corpus" in sourceline.json.`
          : `there is no corpus folder ${shown}; make it and put your articles there, name another with --corpus, or set "corpus" in sourceline.json.`,
      );
      return null;
    }
    const { progress } = this.options;
    const warn = (message: string) => this.sayOnce(message);
    const corpus = await openCorpus(folder, progress, { warn });
    for (const problem of [...corpus.problems.values()].flat()) this.options.say(problem.message);
    if (corpus.store.size === 0) this.sayOnce(this.emptiness(folder));
    return corpus;
  }

  private emptiness(folder: string): string {
    return `the corpus folder ${this.shown(folder)} holds no article that could be read, so nothing can be checked against it; put your articles there, or name another folder with --corpus.`;
  }

  private fail(message: string): void {
    this.failed = true;
    this.sayOnce(message);
  }

  private sayOnce(message: string): void {
    if (!this.told.has(message)) this.options.say(message);
    this.told.add(message);
  }
}

/** Takes the current folder and the corpus as given on the command line; gives what tells for a draft where articles may lie: in the corpus of its project, and in the given one. */
export function corporaFor(cwd: string, given: string | undefined): (draft: string) => Promise<readonly string[]> {
  const known = new Map<string, Promise<Project>>();
  const more = given === undefined ? [] : [path.resolve(cwd, given)];
  return async (draft) => {
    const folder = path.dirname(draft);
    const project = known.get(folder) ?? findProject(folder, topFor(draft, cwd));
    known.set(folder, project);
    return [(await project).corpus, ...more];
  };
}

/** Project files count up to the current folder, or, for a draft elsewhere, up to the root. */
function topFor(file: string, cwd: string): string {
  return pathBelow(cwd, file) !== null ? cwd : path.dirname(file);
}
