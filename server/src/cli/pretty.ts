import picocolors from "picocolors";
import { overviewLines } from "../service/coverage.ts";
import { oneLine } from "../service/formats/words.ts";
import { createTally, type RatedFinding, rated, type Tally, type Task } from "../service/overview.ts";
import { distinctPassages, excerptOf, sourceLine } from "../service/place.ts";
import { say, spokenLanguage, tell } from "../service/words.ts";
import type { CorpusStore } from "../store/types.ts";
import type { Evidence, Finding } from "../verify/index.ts";
import type { CheckOptions } from "./check-command.ts";
import type { Printer, Screen } from "./printers.ts";
import type { DraftResult } from "./session.ts";
import { inert, wrap } from "./wrap.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** What a page is printed with. */
interface Page {
  readonly colors: Colors;
  readonly columns: number;
  readonly all: boolean;
  readonly line: (text?: string) => void;
}

const WIDEST = 100;
const INDENT = "    ";
/** Characters of a passage that are shown: about four lines. */
const PASSAGE = 320;
/** Passages shown under a finding. */
const SHOWN = 2;

/** Takes options and what is printed on; prints for a reader at a terminal: what must be fixed first, each with its source and passage, and the coverage at the end. Colour only where the screen has it. */
export function printPretty(options: CheckOptions, screen: Screen): Printer {
  const tallies = new Map<CorpusStore, Tally>();
  let printed = "";
  const page: Page = {
    colors: picocolors.createColors(screen.colors === true),
    columns: options.width ?? Math.min(screen.columns ?? 80, WIDEST),
    all: options.all === true,
    line: (text = "") => {
      printed += `${text}\n`;
    },
  };
  const taken = () => {
    const text = printed;
    printed = "";
    return text;
  };
  return {
    add(result) {
      const { checked, corpus, project } = result;
      const tally = tallies.get(corpus.store) ?? createTally(corpus.store, project.settings);
      tallies.set(corpus.store, tally);
      if (checked !== null) tally.add(checked);
      printDraft(page, result);
      return taken();
    },
    end() {
      for (const [store, tally] of tallies) printOverview(page, tally, store);
      return [taken()];
    },
  };
}

const TASKS: readonly Task[] = ["fix", "decide", "cite", "unchecked", "quiet"];

function printDraft(page: Page, result: DraftResult): void {
  const { checked, corpus, project } = result;
  if (checked === null) return;
  const all = checked.findings.map((finding) => rated(finding, project.settings));
  page.line(page.colors.bold(page.colors.underline(inert(oneLine(result.path)))));
  for (const task of TASKS) {
    const findings = all.filter((one) => one.task === task);
    if (findings.length === 0 || (task === "quiet" && !page.all)) continue;
    page.line();
    page.line(page.colors.bold(say(`task.${task}`)));
    for (const one of findings) printFinding(page, one, where(result, one.finding), corpus.store);
  }
  printIgnored(page, result);
  page.line();
}

/** What the writer set aside, with the reason, in a line each. */
function printIgnored(page: Page, result: DraftResult): void {
  const ignored = result.checked?.ignored ?? [];
  if (ignored.length === 0) return;
  page.line();
  page.line(page.colors.bold(say("report.ignored")));
  page.line();
  for (const { finding, reason } of ignored) {
    const why = reason === "" ? say("ignored.unexplained") : reason;
    page.line(
      `  ${page.colors.bold(shownText(page, finding))}  ${page.colors.dim(where(result, finding))}  ${inert(oneLine(why))}`,
    );
  }
}

function where({ path, checked }: DraftResult, { start }: Finding): string {
  const position = checked?.lines.position(start) ?? { line: 0, character: 0 };
  return `${inert(oneLine(path))}:${position.line + 1}:${position.character + 1}`;
}

/** In English, what a finding is called in settings; in other languages, as its reader would say. */
function verdictWord(kind: Finding["kind"], status: string): string {
  if (spokenLanguage() !== "en") return say(`verdict.${status}`).toLowerCase();
  return kind === "citation" ? `citation ${status}` : status;
}

function printFinding(page: Page, { finding, task, code }: RatedFinding, at: string, store: CorpusStore): void {
  const { colors } = page;
  const status = code.slice(code.indexOf("/") + 1);
  const verdict = colorOf(task, colors)(verdictWord(finding.kind, status));
  const brief = task === "cite" || task === "quiet";
  page.line();
  page.line(`  ${verdict}  ${colors.bold(shownText(page, finding))}  ${colors.dim(at)}`);
  for (const line of wrap(inert(tell(finding.message)), page.columns - INDENT.length)) page.line(INDENT + line);
  for (const one of distinctPassages(finding.evidence).slice(0, brief ? 1 : SHOWN)) printEvidence(page, one, store);
}

/** A quotation is shown with its marks; a long one by its beginning. */
function shownText(page: Page, { kind, text }: Finding): string {
  const flat = inert(text.replace(/\s+/g, " ").trim());
  const most = Math.max(24, page.columns - 40);
  const short = flat.length > most ? `${flat.slice(0, most).replace(/\s\S*$/, "")} …` : flat;
  return kind === "quote" ? `“${short}”` : short;
}

function printEvidence(page: Page, evidence: Evidence, store: CorpusStore): void {
  const { colors } = page;
  const claimant = evidence.claimant === null ? [] : [say("hover.by", { claimant: evidence.claimant })];
  const head = inert([...sourceLine(evidence, store), ...claimant].join(", "));
  const sign =
    evidence.relation === "supports" ? colors.green("+") : evidence.relation === "contradicts" ? colors.red("-") : " ";
  for (const [i, line] of wrap(head, page.columns - INDENT.length - 2).entries())
    page.line(`${INDENT}${i === 0 ? sign : " "} ${colors.cyan(line)}`);
  const { text: passage, focus } = excerptOf(evidence, PASSAGE);
  const text = inert(passage);
  let at = 0;
  for (const line of wrap(text, page.columns - INDENT.length - 4)) {
    at = text.indexOf(line, at);
    page.line(`${INDENT}  ${colors.dim("│")} ${emphasize(line, at, focus, colors)}`);
    at += line.length;
  }
}

/** The part of the focus that stands on a line, in bold. */
function emphasize(line: string, at: number, focus: { start: number; end: number } | null, colors: Colors): string {
  const start = Math.max(0, (focus?.start ?? 0) - at);
  const end = Math.min(line.length, (focus?.end ?? 0) - at);
  return start < end ? line.slice(0, start) + colors.bold(line.slice(start, end)) + line.slice(end) : line;
}

function colorOf(task: Task, colors: Colors): (text: string) => string {
  const table: Readonly<Record<Task, (text: string) => string>> = {
    fix: colors.red,
    decide: colors.yellow,
    cite: colors.cyan,
    unchecked: colors.magenta,
    quiet: colors.green,
  };
  return table[task];
}

function printOverview(page: Page, tally: Tally, store: CorpusStore): void {
  for (const line of overviewLines(tally.overview(), store)) {
    for (const part of wrap(inert(line), page.columns)) page.line(part);
  }
}
