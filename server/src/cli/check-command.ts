import { rated } from "../service/overview.ts";
import { compareLevels, type Level } from "../verify/index.ts";
import { findDrafts } from "./drafts.ts";
import { changedLines, onlyChanged } from "./gate/changed.ts";
import { checkAll } from "./gate/pool.ts";
import { startProgress } from "./gate/progress.ts";
import { printers } from "./printers.ts";
import { deliver } from "./reports/output.ts";
import { type DraftResult, Session } from "./session.ts";

export type { DraftResult } from "./session.ts";

/** Options of `sourceline check` as the command line gives them. */
export interface CheckOptions {
  readonly corpus?: string;
  readonly format: keyof typeof printers;
  /** Where it is not given, the project says. */
  readonly failOn?: Level | "never";
  /** A git revision: only facts on lines that changed since then. */
  readonly changed?: string;
  readonly output?: string;
  readonly jobs?: number;
  readonly all?: boolean;
  readonly width?: number;
}

/** What the command works with. */
export interface Environment {
  readonly cwd: string;
  readonly output: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: { write(text: string): unknown; readonly isTTY?: boolean };
  /** The program's file, which a thread can be started from. */
  readonly program: string;
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
  const changes = options.changed === undefined ? null : await changedLines(found.drafts, options.changed);
  if (changes !== null && "error" in changes) {
    say(changes.error);
    return 2;
  }
  const drafts = changes === null ? found.drafts : found.drafts.filter((file) => changes.lines.has(file));
  const progress = startProgress(environment.errors);
  const session = new Session({ corpus: options.corpus, cwd: environment.cwd, say, progress: progress.corpus });
  const checked = await checkAll(drafts, session, { ...options, ...environment, progress: progress.drafts });
  progress.end();
  const results = changes === null ? checked : onlyChanged(checked, changes.lines, environment.cwd);
  for (const error of results.flatMap((result) => result.errors)) say(error);
  if (results.length > 0 || found.errors.length === 0) await print(results, options, environment);
  await session.close();
  const failed = found.errors.length > 0 || session.failed || results.some((result) => result.errors.length > 0);
  return failed ? 2 : exitCode(results, options.failOn);
}

/** Prints to the output, or, where a file is named, into that. */
async function print(results: readonly DraftResult[], options: CheckOptions, environment: Environment): Promise<void> {
  if (options.output === undefined) return printers[options.format](results, options, environment);
  const parts: string[] = [];
  await printers[options.format](results, options, { ...environment, output: { write: (text) => parts.push(text) } });
  await deliver(parts.join(""), options.output, environment);
}

function exitCode(results: readonly DraftResult[], asked: Level | "never" | undefined): number {
  const grave = results.some(({ checked, project }) => {
    const failOn = asked ?? project.settings.failOn;
    return (checked?.findings ?? []).some((finding) => {
      const { level } = rated(finding, project.settings);
      return level !== null && failOn !== "never" && compareLevels(level, failOn) <= 0;
    });
  });
  return grave ? 1 : 0;
}
