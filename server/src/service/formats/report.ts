import type { ReadProblem } from "../../corpus/types.ts";
import type { DraftFormat } from "../../draft/index.ts";
import type { CorpusStore, StoredSource } from "../../store/types.ts";
import { compareLevels, type Level } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { createTally, type Overview, type RatedFinding, rated, type Tally } from "../overview.ts";
import type { ReportedDraft } from "../report.ts";
import { tell } from "../words.ts";

/** Why a writer set a finding aside. */
export interface Ignored {
  readonly reason: string | null;
}

/** A finding as every format prints it. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface ReportFinding extends RatedFinding {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly ignored: Ignored | null;
}

/** A draft as formats show it. */
export interface ReportDraft {
  /** As it was named on the command line, `/` between parts. */
  readonly path: string;
  readonly text: string;
  readonly format: DraftFormat;
  readonly citations: CheckedDraft["draft"]["citations"];
  readonly definitions: CheckedDraft["draft"]["definitions"];
  /** In order of `start`. */
  readonly findings: readonly ReportFinding[];
  /** Full sentences: what could not be checked, and why. */
  readonly errors: readonly string[];
}

/** What a check comes to, beside its drafts. */
export interface ReportTotals {
  /** Sources of all corpora, by id. */
  readonly sources: ReadonlyMap<string, StoredSource>;
  /** Files of the corpus that could not be read, or seemed odd. */
  readonly problems: readonly ReadProblem[];
  /** One for each corpus that the drafts rest on. */
  readonly overviews: readonly Overview[];
}

/** What a check comes to: what every format is made from. */
export interface CheckReport extends ReportTotals {
  readonly drafts: readonly ReportDraft[];
}

/** Writes a report in one format, of drafts that come one by one in order; what it keeps of them in memory does not grow with them. */
export interface ReportWriter {
  /** Takes the next draft, and the sources that its findings name, by id; gives what can be printed already, often "". */
  add(draft: ReportDraft, sources: ReadonlyMap<string, StoredSource>): string;
  /** Takes what the check comes to; gives the rest, in pieces. */
  end(totals: ReportTotals): Iterable<string>;
}

/** Takes a whole report and a writer; gives what it writes. */
export function written(report: CheckReport, writer: ReportWriter): string {
  const parts = report.drafts.map((draft) => writer.add(draft, report.sources));
  return [...parts, ...writer.end(report)].join("");
}

/** Takes drafts as they were checked; gives what every format is made from. */
export function checkReport(drafts: readonly ReportedDraft[]): CheckReport {
  const adding = createTotals();
  for (const draft of drafts) adding.add(draft);
  return { ...adding.totals(), drafts: drafts.map(reportDraft) };
}

/** Adds up checked drafts of any corpora, one by one. */
export interface AddingTotals {
  add(draft: ReportedDraft): void;
  totals(): ReportTotals;
}

/** Gives totals of nothing, to be added to. The settings of a corpus's first draft say what its overview counts. */
export function createTotals(): AddingTotals {
  const tallies = new Map<CorpusStore, Tally>();
  const problems = new Set<ReadProblem>();
  return {
    add({ store, settings, checked, problems: found }) {
      const tally = tallies.get(store) ?? createTally(store, settings);
      tallies.set(store, tally);
      if (checked !== null) tally.add(checked);
      for (const problem of found) problems.add(problem);
    },
    totals: () => ({
      sources: sourcesOf([...tallies.keys()]),
      problems: [...problems],
      overviews: [...tallies.values()].map((tally) => tally.overview()),
    }),
  };
}

/** Takes stores; gives their sources by id. */
export function sourcesOf(stores: readonly CorpusStore[]): ReadonlyMap<string, StoredSource> {
  return new Map(stores.flatMap((store) => store.sources()).map((source) => [source.meta.id, source]));
}

/** Takes a draft as it was checked; gives it as formats show it. */
export function reportDraft({ name, checked, errors, settings }: ReportedDraft): ReportDraft {
  const path = name.replace(/\\/g, "/");
  if (checked === null)
    return { path, text: "", format: "plain", citations: [], definitions: [], findings: [], errors };
  const { draft, lines, findings, ignored } = checked;
  const all = [
    ...findings.map((finding) => reportFinding(rated(finding, settings), lines, null)),
    ...ignored.map(({ finding, reason }) =>
      reportFinding(rated(finding, settings), lines, { reason: reason.trim() === "" ? null : reason }),
    ),
  ];
  return {
    path,
    text: draft.text,
    format: draft.format,
    citations: draft.citations,
    definitions: draft.definitions,
    findings: all.sort((a, b) => a.finding.start - b.finding.start || b.finding.end - a.finding.end),
    errors,
  };
}

function reportFinding(one: RatedFinding, lines: CheckedDraft["lines"], ignored: Ignored | null): ReportFinding {
  const start = lines.position(one.finding.start);
  const end = lines.position(one.finding.end);
  return {
    ...one,
    level: ignored === null ? one.level : null,
    message: tell(one.finding.message),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    ignored,
  };
}

/** Takes a report; gives every finding of it with its draft, in order. */
export function* findingsOf(report: CheckReport): Generator<{ draft: ReportDraft; found: ReportFinding }> {
  for (const draft of report.drafts) for (const found of draft.findings) yield { draft, found };
}

/** Takes two levels; says whether the first is as grave as the second or graver. A quiet finding is never. */
export function atLeast(level: Level | null, threshold: Level): boolean {
  return level !== null && compareLevels(level, threshold) <= 0;
}

/** Takes a report and a level; says whether a finding is at or above it: whether a gate closes. */
export function failsAt(report: CheckReport, threshold: Level): boolean {
  for (const { found } of findingsOf(report)) if (atLeast(found.level, threshold)) return true;
  return false;
}
