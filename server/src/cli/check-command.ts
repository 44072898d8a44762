import { withoutArticles } from "../node/drafts.ts";
import { oneLine } from "../service/formats/words.ts";
import { rated } from "../service/overview.ts";
import { tell } from "../service/words.ts";
import { compareLevels, type Level, restsOnUnread } from "../verify/index.ts";
import { findDrafts } from "./drafts.ts";
import { type ChangedLines, changedLines, onlyChanged } from "./gate/changed.ts";
import { checkAll } from "./gate/pool.ts";
import { startProgress } from "./gate/progress.ts";
import { openReport } from "./print.ts";
import type { printers } from "./printers.ts";
import type { TextOutput } from "./reports/output.ts";
import { corporaFor, type DraftResult, Session } from "./session.ts";
import { inert } from "./wrap.ts";

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
  readonly output: TextOutput;
  readonly errors: { write(text: string): unknown; readonly isTTY?: boolean };
  /** The program's file, which a thread can be started from. */
  readonly program: string;
}

/** Takes drafts, folders or patterns and options; checks and prints, draft by draft. Gives the exit code: 0, 1 (findings at `failOn` or graver) or 2 (something could not be checked). */
export async function runCheck(
  files: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<number> {
  const { cwd } = environment;
  const progress = startProgress(environment.errors);
  const say = (message: string) => {
    progress.end();
    environment.errors.write(`sourceline: ${inert(oneLine(message))}\n`);
  };
  const found = await findDrafts(files, cwd, options.corpus);
  for (const error of found.errors) say(error);
  const changes = options.changed === undefined ? null : await changedLines(found.drafts, options.changed);
  if (changes !== null && "error" in changes) {
    say(changes.error);
    return 2;
  }
  const drafts = changes === null ? found.drafts : await changedDrafts(found.drafts, changes.lines, options, cwd);
  const session = new Session({ corpus: options.corpus, cwd, given: files, say, progress: progress.corpus });
  const outcome = { failed: found.errors.length > 0, grave: false, printed: 0, checked: 0 };
  const report = openReport(options, { ...environment, beforePrinting: progress.end });
  try {
    await checkAll(
      drafts,
      session,
      { ...options, ...environment, given: files, progress: progress.drafts },
      async (checked) => {
        const result = changes === null ? checked : onlyChanged(checked, changes.lines, cwd);
        for (const error of [...result.errors, ...slipsOf(result)]) say(error);
        outcome.failed ||= result.errors.length > 0 || (result.checked?.findings ?? []).some(restsOnUnread);
        outcome.grave ||= isGrave(result, options.failOn);
        outcome.printed++;
        if (result.checked !== null) outcome.checked++;
        await report.add(result);
      },
    );
    progress.end();
    const nothing = outcome.checked === 0 && (outcome.failed || session.failed);
    const isTold = options.format === "pretty" ? !nothing : outcome.printed > 0 || found.errors.length === 0;
    if (isTold) await report.end();
  } finally {
    report.close();
    await session.close();
  }
  if (outcome.failed || session.failed) return 2;
  return outcome.grave ? 1 : 0;
}

/** Comments of one draft that are told of one by one. */
const MOST_SLIPS = 20;

/** Comments that set nothing aside though they were to, each in a sentence that names its place. */
function slipsOf({ path, checked }: DraftResult): string[] {
  const slips = checked?.slips ?? [];
  const told = slips.slice(0, MOST_SLIPS).map(({ start, message }) => {
    const { line = 0, character = 0 } = checked?.lines.position(start) ?? {};
    return `${path}:${line + 1}:${character + 1}: ${tell(message)}`;
  });
  const more = slips.length - told.length;
  return more > 0 ? [...told, `${path}: ${more} more comments set nothing aside; mend those above first.`] : told;
}

/** What changed may be articles too, and a program that names all of it means the drafts. */
function changedDrafts(
  drafts: readonly string[],
  lines: ChangedLines,
  { corpus }: CheckOptions,
  cwd: string,
): Promise<string[]> {
  const changed = drafts.filter((file) => lines.has(file));
  return withoutArticles(changed, corporaFor(cwd, corpus));
}

/** Whether a draft has a finding at which the check ends with 1. */
function isGrave({ checked, project }: DraftResult, asked: Level | "never" | undefined): boolean {
  const failOn = asked ?? project.settings.failOn;
  return (checked?.findings ?? []).some((finding) => {
    const { level } = rated(finding, project.settings);
    return level !== null && failOn !== "never" && compareLevels(level, failOn) <= 0;
  });
}
