import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, StoredFigure } from "../../store/types.ts";
import { compareBounds } from "./bounds.ts";
import { compareClaimants } from "./claimants.ts";
import { compareMeasures, type TermWeights, weighTerms } from "./measures.ts";
import type { Candidate, Found } from "./types.ts";
import { compareValues } from "./values.ts";

/** Most candidates asked of the store, by value and by measure. */
const LIMIT = 40;

/** Takes a draft's figure and the store; gives the sources' figures with its value, and those with another for what may be the same measure. */
export function gather(figure: Figure, store: CorpusStore): Found {
  const stored = shortlist(figure, store);
  const weigh = weighTerms(stored.map((one) => one.figure));
  const all = stored.map((one) => compare(figure, one, store, weigh));
  const byFit = (a: Candidate, b: Candidate) => rank(b) - rank(a) || inOrder(a.stored, b.stored);
  return {
    figure,
    same: all.filter(({ claim }) => claim === "follows" || claim === "loose").sort(byFit),
    other: all.filter(({ claim }) => claim === "differs").sort(byFit),
  };
}

/** Takes a draft's figure and the store; gives the sources' figures that may bear on it, by value and by measure, each once. */
export function shortlist(figure: Figure, store: CorpusStore): StoredFigure[] {
  const found = new Map<string, StoredFigure>();
  for (const probe of probesOf(figure)) {
    for (const one of store.figuresLikeValue(probe, { limit: LIMIT }))
      found.set(`${one.source} ${one.figure.start}`, one);
  }
  for (const one of store.figuresLikeMeasure(figure, { limit: LIMIT }))
    found.set(`${one.source} ${one.figure.start}`, one);
  return [...found.values()];
}

/** A figure as the other dimensions in which a source may give it: an age of 52 as a bare number and as years. */
function probesOf(figure: Figure): Figure[] {
  if (figure.dimension === "count" && figure.unit === null && figure.low === figure.high && figure.low < 120) {
    return [figure, { ...figure, dimension: "duration", unit: "year" }];
  }
  if (figure.dimension === "duration" && figure.unit === "year")
    return [figure, { ...figure, dimension: "count", unit: null }];
  return [figure];
}

function compare(figure: Figure, stored: StoredFigure, store: CorpusStore, weigh: TermWeights): Candidate {
  const value = probesOf(figure)
    .filter((probe) => probe.dimension === figure.dimension || stored.figure.measure.head === null)
    .map((probe) => compareValues(probe, stored.figure))
    .find((relation) => relation !== "apart");
  return {
    stored,
    value: value ?? "apart",
    claim: compareBounds(figure, stored.figure, value ?? "apart"),
    measure: compareMeasures(figure, stored.figure, weigh),
    claimant: compareClaimants(figure.claimant, stored, store.source(stored.source)?.meta.outlet ?? null),
  };
}

/** Conflicts push a candidate behind those without. */
function rank({ measure, claim, claimant }: Candidate): number {
  return (
    measure.score - 2 * measure.conflicts.length + (claim === "follows" ? 0.5 : 0) - (claimant === "other" ? 0.25 : 0)
  );
}

/** The order of two that fit alike must not depend on how the store holds them. */
function inOrder(a: StoredFigure, b: StoredFigure): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.figure.start - b.figure.start;
}
