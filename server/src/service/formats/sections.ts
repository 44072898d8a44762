import type { FigureKind } from "../../verify/index.ts";
import type { Share, Task } from "../overview.ts";
import { type CheckReport, findingsOf, type ReportDraft, type ReportFinding } from "./report.ts";

/** A finding with its draft. */
export interface Placed {
  readonly draft: ReportDraft;
  readonly found: ReportFinding;
}

/** What a report says, in the order in which a desk needs it. */
export interface Sections {
  readonly figures: Share;
  readonly quotes: Share;
  readonly cited: Share;
  readonly tasks: Readonly<Record<Task, readonly Placed[]>>;
  readonly ignored: readonly Placed[];
  /** Figures left alone because settings leave their kind out. */
  readonly skipped: ReadonlyMap<FigureKind, number>;
  readonly used: ReadonlySet<string>;
  /** How many independent origins the used sources come to. */
  readonly origins: number;
}

/** Takes a report; gives its findings sorted into the sections that reports for people show. */
export function sectionsOf(report: CheckReport): Sections {
  const { overviews } = report;
  const all = [...findingsOf(report)];
  const live = all.filter(({ found }) => found.ignored === null);
  const withTask = (task: Task) => live.filter(({ found }) => found.task === task);
  return {
    figures: addShares(overviews.map(({ figures }) => figures)),
    quotes: addShares(overviews.map(({ quotes }) => quotes)),
    cited: addShares(overviews.map(({ cited }) => cited)),
    tasks: {
      fix: withTask("fix"),
      decide: withTask("decide"),
      cite: withTask("cite"),
      unchecked: withTask("unchecked"),
      quiet: withTask("quiet"),
    },
    ignored: all.filter(({ found }) => found.ignored !== null),
    skipped: addMaps(overviews.map(({ skipped }) => skipped)),
    used: new Set(overviews.flatMap(({ used }) => used)),
    origins: overviews.reduce((sum, { origins }) => sum + origins, 0),
  };
}

function addShares(shares: readonly Share[]): Share {
  const add = (field: keyof Share) => shares.reduce((sum, share) => sum + share[field], 0);
  return { stand: add("stand"), all: add("all") };
}

function addMaps(maps: readonly ReadonlyMap<FigureKind, number>[]): Map<FigureKind, number> {
  const sum = new Map<FigureKind, number>();
  for (const [kind, count] of maps.flatMap((map) => [...map])) sum.set(kind, (sum.get(kind) ?? 0) + count);
  return sum;
}
