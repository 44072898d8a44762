import type { CorpusStore } from "../store/types.ts";
import { type Code, type FigureKind, type Finding, type Level, rate, resolveCitations } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import type { Settings } from "./settings.ts";

/** What a finding asks of the writer. */
export type Task = "fix" | "decide" | "cite" | "unchecked" | "quiet";

/** A finding with what it asks, and the code and level that it is told under. */
export interface RatedFinding {
  readonly finding: Finding;
  readonly task: Task;
  readonly code: Code;
  readonly level: Level | null;
}

/** How many facts of a kind there are, and how many of them stand in the sources. */
export interface Share {
  readonly stand: number;
  readonly all: number;
}

/** What a check of drafts comes to, to be printed. */
export interface Overview {
  readonly figures: Share;
  readonly quotes: Share;
  /** Facts that stand and are cited, of those that stand and want a citation (what follows by arithmetic does not). */
  readonly cited: Share;
  readonly counts: Readonly<Record<Task, number>>;
  readonly skipped: ReadonlyMap<FigureKind, number>;
  /** Ids of the sources that the drafts cite, and of those that they do not, by id. */
  readonly used: readonly string[];
  readonly unused: readonly string[];
  /** How many independent origins the used sources come to: copies of one wire text count once. */
  readonly origins: number;
}

/** Takes a finding and settings; gives it with what it asks of the writer. */
export function rated(finding: Finding, settings: Settings): RatedFinding {
  const { code, level } = rate(finding, settings.levels);
  return { finding, code, level, task: taskOf(finding, level) };
}

/** Takes checked drafts of one corpus, its store and settings; gives the overview. */
export function overviewOf(drafts: readonly CheckedDraft[], store: CorpusStore, settings: Settings): Overview {
  const findings = drafts.flatMap((draft) => draft.findings);
  const used = citedSources(drafts, store);
  const standing = findings.filter((finding) => stands(finding) && finding.citation !== null);
  return {
    figures: share(findings.filter(({ kind }) => kind === "figure")),
    quotes: share(findings.filter(({ kind }) => kind === "quote")),
    cited: { stand: standing.filter(({ citation }) => citation === "cited").length, all: standing.length },
    counts: countTasks(findings, settings),
    skipped: addUp(drafts.map((draft) => draft.skipped)),
    used,
    unused: store.sources().flatMap(({ meta }) => (used.includes(meta.id) ? [] : [meta.id])),
    origins: new Set(used.map((id) => store.source(id)?.origin ?? id)).size,
  };
}

const STANDING: ReadonlySet<string> = new Set(["supported", "disputed", "derived"]);

function stands({ kind, verdict }: Finding): boolean {
  return kind !== "citation" && STANDING.has(verdict);
}

function share(findings: readonly Finding[]): Share {
  return { stand: findings.filter(stands).length, all: findings.length };
}

function taskOf(finding: Finding, level: Level | null): Task {
  if (finding.verdict === "unchecked") return "unchecked";
  if (level === null) return "quiet";
  if (level === "error" || level === "warning") return "fix";
  return level === "information" ? "decide" : "cite";
}

function countTasks(findings: readonly Finding[], settings: Settings): Record<Task, number> {
  const counts: Record<Task, number> = { fix: 0, decide: 0, cite: 0, unchecked: 0, quiet: 0 };
  for (const finding of findings) counts[rated(finding, settings).task]++;
  return counts;
}

function addUp(maps: readonly ReadonlyMap<FigureKind, number>[]): Map<FigureKind, number> {
  const sums = new Map<FigureKind, number>();
  for (const [kind, count] of maps.flatMap((map) => [...map])) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return sums;
}

function citedSources(drafts: readonly CheckedDraft[], store: CorpusStore): string[] {
  const keys = drafts.flatMap(({ draft }) => resolveCitations(draft, store));
  return [...new Set(keys.flatMap(({ sources }) => sources))].sort();
}
