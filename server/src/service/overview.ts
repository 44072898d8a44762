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

/** Adds up checked drafts of one corpus, one by one: what it keeps does not grow with them. */
export interface Tally {
  add(draft: CheckedDraft): void;
  overview(): Overview;
}

/** Takes checked drafts of one corpus, its store and settings; gives the overview. */
export function overviewOf(drafts: readonly CheckedDraft[], store: CorpusStore, settings: Settings): Overview {
  const tally = createTally(store, settings);
  for (const draft of drafts) tally.add(draft);
  return tally.overview();
}

/** Takes the store of a corpus and settings; gives a tally for drafts that rest on it. */
export function createTally(store: CorpusStore, settings: Settings): Tally {
  const shares = { figure: newShare(), quote: newShare(), cited: newShare() };
  const counts: Record<Task, number> = { fix: 0, decide: 0, cite: 0, unchecked: 0, quiet: 0 };
  const skipped = new Map<FigureKind, number>();
  const cited = new Set<string>();
  const addFinding = (finding: Finding) => {
    const standing = stands(finding);
    if (finding.kind !== "citation") count(shares[finding.kind], standing);
    if (standing && finding.citation !== null) count(shares.cited, finding.citation === "cited");
    counts[rated(finding, settings).task]++;
  };
  return {
    add(draft) {
      for (const finding of draft.findings) addFinding(finding);
      for (const [kind, number] of draft.skipped) skipped.set(kind, (skipped.get(kind) ?? 0) + number);
      for (const { sources } of resolveCitations(draft.draft, store)) for (const id of sources) cited.add(id);
    },
    overview() {
      const used = [...cited].sort();
      const { figure: figures, quote: quotes } = shares;
      const unused = store.sources().flatMap(({ meta }) => (cited.has(meta.id) ? [] : [meta.id]));
      const origins = new Set(used.map((id) => store.source(id)?.origin ?? id)).size;
      return { figures, quotes, cited: shares.cited, counts, skipped, used, unused, origins };
    },
  };
}

interface Counting {
  stand: number;
  all: number;
}

function newShare(): Counting {
  return { stand: 0, all: 0 };
}

function count(share: Counting, standing: boolean): void {
  share.all++;
  if (standing) share.stand++;
}

const STANDING: ReadonlySet<string> = new Set(["supported", "disputed", "derived"]);

function stands({ kind, verdict }: Finding): boolean {
  return kind !== "citation" && STANDING.has(verdict);
}

function taskOf(finding: Finding, level: Level | null): Task {
  if (finding.verdict === "unchecked") return "unchecked";
  if (level === null) return "quiet";
  if (level === "error" || level === "warning") return "fix";
  return level === "information" ? "decide" : "cite";
}
