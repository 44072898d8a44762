import type { ReadProblem } from "../corpus/index.ts";
import type { CorpusStore } from "../store/types.ts";
import type { Evidence, Finding } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { coverageLines, sourceLines } from "./coverage.ts";
import { emphasizeText, escapeText, linkText } from "./markdown.ts";
import { overviewOf, type RatedFinding, rated, type Task } from "./overview.ts";
import { excerptOf, sourceLine } from "./place.ts";
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
}

const TASKS: readonly Task[] = ["fix", "decide", "cite", "unchecked"];
const PASSAGE = 400;
const SHOWN = 3;

/** Takes checked drafts; gives the report in Markdown: coverage first, then what must be fixed, what to decide, what to cite, what was not checked, and the sources. */
export function reportOf(drafts: readonly ReportedDraft[], notes: readonly string[] = []): string {
  const [only] = drafts;
  const title =
    drafts.length === 1 && only !== undefined
      ? say("report.title", { draft: escapeText(only.name) })
      : say("report.titles", { count: drafts.length });
  const parts = [`# ${title}`, ...notes, ...overviews(drafts)];
  for (const draft of drafts) parts.push(...findingsOf(draft, drafts.length > 1));
  parts.push(...problemsOf(drafts));
  return `${parts.join("\n\n")}\n`;
}

/** Coverage and sources of each corpus that the drafts rest on. */
function overviews(drafts: readonly ReportedDraft[]): string[] {
  const groups = new Map<CorpusStore, ReportedDraft[]>();
  for (const draft of drafts) groups.set(draft.store, [...(groups.get(draft.store) ?? []), draft]);
  return [...groups].flatMap(([store, group]) => {
    const checked = group.flatMap((draft) => (draft.checked === null ? [] : [draft.checked]));
    const overview = overviewOf(checked, store, (group[0] as ReportedDraft).settings);
    const lines = [...coverageLines(overview), ...sourceLines(overview, store)];
    return [lines.map((line) => `- ${escapeText(line)}`).join("\n")];
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
  const head = `- **${escapeText(shown(finding))}** (${where}) · ${say(`verdict.${finding.verdict}`)}`;
  const evidence = finding.evidence.slice(0, SHOWN).flatMap((one) => evidenceOf(one, draft.store));
  return [head, `  ${escapeText(tell(finding.message))}`, ...evidence].join("\n");
}

function shown({ kind, text }: Finding): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return kind === "quote" ? `“${flat}”` : flat;
}

function evidenceOf(evidence: Evidence, store: CorpusStore): string[] {
  const claimant = evidence.claimant === null ? [] : [say("hover.by", { claimant: evidence.claimant })];
  const head = [...sourceLine(evidence, store), ...claimant].join(", ");
  const { text, focus } = excerptOf(evidence, PASSAGE);
  return ["", `  > ${escapeText(head)}:`, `  > ${emphasizeText(text, focus === null ? [] : [focus])}`];
}

function problemsOf(drafts: readonly ReportedDraft[]): string[] {
  const messages = new Set(
    drafts.flatMap(({ errors, problems }) => [...errors, ...problems.map(({ message }) => message)]),
  );
  if (messages.size === 0) return [];
  return [`## ${say("report.errors")}`, [...messages].map((message) => `- ${escapeText(message)}`).join("\n")];
}
