import type { FigureKind } from "../../verify/index.ts";
import type { Overview, Share } from "../overview.ts";

/** What overviews of several corpora come to together. */
export interface OverviewSum {
  readonly figures: Share;
  readonly quotes: Share;
  readonly cited: Share;
  /** Figures left alone because settings leave their kind out. */
  readonly skipped: ReadonlyMap<FigureKind, number>;
  readonly used: ReadonlySet<string>;
  /** How many independent origins the used sources come to. */
  readonly origins: number;
}

/** Takes the overview of each corpus; gives their sum. */
export function sumOf(overviews: readonly Overview[]): OverviewSum {
  return {
    figures: addShares(overviews.map(({ figures }) => figures)),
    quotes: addShares(overviews.map(({ quotes }) => quotes)),
    cited: addShares(overviews.map(({ cited }) => cited)),
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
