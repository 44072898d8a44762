import type { ReadProblem } from "../corpus/index.ts";
import type { CorpusStore } from "../store/types.ts";
import type { Evidence, Finding } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { coverageLines, sourceLines } from "./coverage.ts";
import { memorySpool, type OpenSpool } from "./formats/spool.ts";
import { emphasizeText, escapeText, linkText } from "./markdown.ts";
import { createTally, type RatedFinding, rated, type Tally, type Task } from "./overview.ts";
import { distinctPassages, excerptOf, sourceLine } from "./place.ts";
import type { Settings } from "./settings.ts";
import { say, tell } from "./words.ts";

/** A draft as a report tells of it. */
export interface ReportedDraft {
  readonly name: string;
  /** `null` where it could not be read. */
  readonly checked: CheckedDraft | null;
  readonly errors: readonly string[];
  readonly settings: Settings;
  readonly store: CorpusStore;
  /** What went wrong in reading its corpus. */
  readonly problems: readonly ReadProblem[];
  /** Gives a URI that opens the draft at a line and column from 1; `null` where links lead nowhere. */
  readonly link: ((line: number, column: number) => string) | null;
  /** Gives a URI that opens the passage of evidence, `null` where it has none; left out where links lead nowhere. */
  readonly passageLink?: (evidence: Evidence) => string | null;
}

const TASKS: readonly Task[] = ["fix", "decide", "cite", "unchecked"];
const PASSAGE = 400;
const SHOWN = 3;

/** Takes checked drafts; gives the report in Markdown: coverage first, then what must be fixed, what to decide, to cite, what was set aside, what was not checked, and the sources. */
export function reportOf(drafts: readonly ReportedDraft[], notes: readonly string[] = []): string {
  const report = createReport(memorySpool);
  for (const draft of drafts) report.add(draft);
  return [...report.end(notes)].join("");
}

/** The report of drafts that come one by one. */
export interface MarkdownReport {
  add(draft: ReportedDraft): void;
  /** Takes notes to stand above; gives the report, in pieces. */
  end(notes?: readonly string[]): Iterable<string>;
}

/** Takes what opens a spool; gives a report of no draft yet. The first draft waits for the second: alone, it needs no heading. */
export function createReport(open: OpenSpool): MarkdownReport {
  const body = open();
  const tallies = new Map<CorpusStore, Tally>();
  const problems = new Set<string>();
  let first: ReportedDraft | null = null;
  let count = 0;
  const print = (draft: ReportedDraft, named: boolean) => {
    for (const part of findingsOf(draft, named)) body.add(`\n\n${part}`);
  };
  return {
    add(draft) {
      count++;
      addTo(tallies, draft);
      for (const message of messagesOf(draft)) problems.add(message);
      if (count === 2 && first !== null) print(first, true);
      if (count > 1) print(draft, true);
      first = count === 1 ? draft : null;
    },
    *end(notes = []) {
      if (first !== null) print(first, false);
      const title =
        first === null ? say("report.titles", { count }) : say("report.title", { draft: escapeText(first.name) });
      yield [`# ${title}`, ...notes, ...overviews(tallies)].join("\n\n");
      yield* body.pieces();
      yield `${problemsOf(problems)}\n`;
    },
  };
}

/** The settings of a corpus's first draft say what its overview counts. */
function addTo(tallies: Map<CorpusStore, Tally>, { store, settings, checked }: ReportedDraft): void {
  const tally = tallies.get(store) ?? createTally(store, settings);
  tallies.set(store, tally);
  if (checked !== null) tally.add(checked);
}

/** Coverage and sources of each corpus that the drafts rest on. */
function overviews(tallies: ReadonlyMap<CorpusStore, Tally>): string[] {
  return [...tallies].map(([store, tally]) => {
    const overview = tally.overview();
    const lines = [...coverageLines(overview), ...sourceLines(overview, store)];
    return lines.map((line) => `- ${escapeText(line)}`).join("\n");
  });
}

function findingsOf(draft: ReportedDraft, named: boolean): string[] {
  const { checked, settings } = draft;
  if (checked === null) return [];
  const all = checked.findings.map((finding) => rated(finding, settings));
  const sections = TASKS.flatMap((task) => {
    const findings = all.filter((one) => one.task === task);
    const heading = `${named ? "###" : "##"} ${say(`task.${task}`)} (${findings.length})`;
    return findings.length === 0 ? [] : [heading, ...findings.map((one) => findingOf(draft, one))];
  });
  sections.push(...ignoredOf(draft, named));
  return named && sections.length > 0 ? [`## ${escapeText(draft.name)}`, ...sections] : sections;
}

/** What the writer has set aside, each with the reason. */
function ignoredOf({ checked, link }: ReportedDraft, named: boolean): string[] {
  if (checked === null || checked.ignored.length === 0) return [];
  const lines = checked.ignored.map(({ finding, reason }) => {
    const { line, character } = checked.lines.position(finding.start);
    const place = say("report.line", { line: line + 1 });
    const where = link === null ? place : linkText(place, link(line + 1, character + 1));
    const why = escapeText(reason === "" ? say("ignored.unexplained") : reason);
    return `- **${escapeText(shown(finding))}** (${where}): ${why}`;
  });
  return [`${named ? "###" : "##"} ${say("report.ignored")} (${lines.length})`, lines.join("\n")];
}

function findingOf(draft: ReportedDraft, { finding }: RatedFinding): string {
  const { line, character } = draft.checked?.lines.position(finding.start) ?? { line: 0, character: 0 };
  const place = say("report.line", { line: line + 1 });
  const where = draft.link === null ? place : linkText(place, draft.link(line + 1, character + 1));
  const head = `- **${escapeText(shown(finding))}** (${where}) · ${say(`verdict.${finding.verdict}`)}.`;
  const evidence = distinctPassages(finding.evidence)
    .slice(0, SHOWN)
    .flatMap((one) => evidenceOf(one, draft));
  return [head, `  ${escapeText(tell(finding.message))}`, ...evidence].join("\n");
}

function shown({ kind, text }: Finding): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return kind === "quote" ? `“${flat}”` : flat;
}

function evidenceOf(evidence: Evidence, { store, passageLink }: ReportedDraft): string[] {
  const claimant = evidence.claimant === null ? [] : [say("hover.by", { claimant: evidence.claimant })];
  const [name = "", ...rest] = sourceLine(evidence, store);
  const link = passageLink?.(evidence) ?? "";
  const head = [linkText(name, link), ...[...rest, ...claimant].map(escapeText)].join(", ");
  const { text, focus } = excerptOf(evidence, PASSAGE);
  return ["", `  > ${head}:`, `  > ${emphasizeText(text, focus === null ? [] : [focus])}`];
}

function messagesOf({ errors, problems }: ReportedDraft): string[] {
  return [...errors, ...problems.map(({ message }) => message)];
}

function problemsOf(messages: ReadonlySet<string>): string {
  if (messages.size === 0) return "";
  const lines = [...messages].map((message) => `- ${escapeText(message)}`);
  return `\n\n## ${say("report.errors")}\n\n${lines.join("\n")}`;
}
