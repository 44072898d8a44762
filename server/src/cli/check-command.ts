import path from "node:path";
import { draftFormat } from "../draft/index.ts";
import { type Corpus, openCorpus } from "../node/corpus.ts";
import { folderExists, readDraft } from "../node/files.ts";
import { findProject, type Project } from "../node/project.ts";
import { type CheckedDraft, checkText } from "../service/check.ts";
import { rated } from "../service/overview.ts";
import { compareLevels, type Level } from "../verify/index.ts";
import { findDrafts } from "./drafts.ts";
import { printers } from "./printers.ts";

/** Options of `sourceline check` as the command line gives them. */
export interface CheckOptions {
  readonly corpus?: string;
  readonly format: keyof typeof printers;
  readonly failOn: Level | "never";
  readonly all?: boolean;
  readonly width?: number;
}

/** What the command works with. */
export interface Environment {
  readonly cwd: string;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: NodeJS.WritableStream;
}

/** A draft as it was checked, or why it was not. */
export interface DraftResult {
  /** As given, relative to the current folder. */
  readonly path: string;
  readonly checked: CheckedDraft | null;
  readonly errors: readonly string[];
  readonly project: Project;
  readonly corpus: Corpus;
}

/** Takes drafts, folders or patterns and options; checks and prints. Gives the exit code: 0, 1 (findings at `failOn` or graver) or 2 (something could not be checked). */
export async function runCheck(
  files: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<number> {
  const say = (message: string) => environment.errors.write(`sourceline: ${message}\n`);
  const found = await findDrafts(files, environment.cwd);
  for (const error of found.errors) say(error);
  const session = new Session(options, environment.cwd, say);
  const results: DraftResult[] = [];
  for (const file of found.drafts) {
    const result = await session.check(file);
    if (result !== null) results.push(result);
  }
  for (const error of results.flatMap((result) => result.errors)) say(error);
  if (results.length > 0) await printers[options.format](results, options, environment);
  const failed = found.errors.length > 0 || session.failed || results.some((result) => result.errors.length > 0);
  return failed ? 2 : exitCode(results, options.failOn);
}

/** The corpora and projects of one run, each opened once. */
class Session {
  failed = false;
  private readonly corpora = new Map<string, Promise<Corpus | null>>();
  private readonly told = new Set<string>();
  private readonly options: CheckOptions;
  private readonly cwd: string;
  private readonly say: (message: string) => void;

  constructor(options: CheckOptions, cwd: string, say: (message: string) => void) {
    this.options = options;
    this.cwd = cwd;
    this.say = say;
  }

  async check(file: string): Promise<DraftResult | null> {
    const project = await this.projectOf(file);
    const corpus = await this.corpusOf(project.corpus);
    if (corpus === null) return null;
    const shown = path.relative(this.cwd, file) || file;
    const read = await readDraft(file, shown);
    if ("error" in read) return { path: shown, checked: null, errors: [read.error], project, corpus };
    const format = draftFormat(file) ?? "plain";
    return {
      path: shown,
      checked: checkText(read.text, format, corpus.store, project.settings),
      errors: [],
      project,
      corpus,
    };
  }

  private async projectOf(file: string): Promise<Project> {
    const project = await findProject(path.dirname(file), topFor(file, this.cwd));
    for (const problem of project.problems) this.sayOnce(problem);
    return this.options.corpus === undefined
      ? project
      : { ...project, corpus: path.resolve(this.cwd, this.options.corpus) };
  }

  private corpusOf(folder: string): Promise<Corpus | null> {
    const known = this.corpora.get(folder) ?? this.open(folder);
    this.corpora.set(folder, known);
    return known;
  }

  private async open(folder: string): Promise<Corpus | null> {
    const shown = path.relative(this.cwd, folder) || ".";
    if (!(await folderExists(folder))) {
      this.failed = true;
      this.say(
        `there is no corpus folder ${shown}; make it and put your articles there, name another with --corpus, or set "corpus" in sourceline.json.`,
      );
      return null;
    }
    const corpus = await openCorpus(folder);
    for (const problem of [...corpus.problems.values()].flat()) this.say(problem.message);
    if (corpus.store.size === 0) this.say(`the corpus folder ${shown} holds no article that could be read.`);
    return corpus;
  }

  private sayOnce(message: string): void {
    if (!this.told.has(message)) this.say(message);
    this.told.add(message);
  }
}

/** Project files count up to the current folder, or, for a draft elsewhere, up to the root. */
function topFor(file: string, cwd: string): string {
  const inside = !path.relative(cwd, file).startsWith("..");
  return inside ? cwd : path.dirname(file);
}

function exitCode(results: readonly DraftResult[], failOn: Level | "never"): number {
  if (failOn === "never") return 0;
  const grave = results.some(({ checked, project }) =>
    (checked?.findings ?? []).some((finding) => {
      const { level } = rated(finding, project.settings);
      return level !== null && compareLevels(level, failOn) <= 0;
    }),
  );
  return grave ? 1 : 0;
}
