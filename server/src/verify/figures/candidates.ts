import { knowledgeOf, WEEKDAY_BASE, weekdayOf, withoutYear } from "../../extract/figures/calendar.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, StoredFigure } from "../../store/types.ts";
import { keptOfStore, Recent } from "../recent.ts";
import { type Claim, compareBounds } from "./bounds.ts";
import { compareClaimants } from "./claimants.ts";
import { compareMeasures, type TermWeights, weighTerms } from "./measures.ts";
import type { Candidate, Found } from "./types.ts";
import { compareValues, type ValueRelation } from "./values.ts";
import { HIGHEST_LEAST_FIT, LEAST_FIT, RISE_BY_DOUBLING } from "./weights.ts";

/** Most candidates asked of the store, by value and by measure. */
const LIMIT = 32;

/** Figures whose candidates are kept: those of some paragraphs, which reckon with one another again and again. */
const KEPT = 96;

/** What was gathered from one state of a store. */
interface Gathered {
  /** By the figure itself: the others of its paragraph reckon with it, each anew. */
  readonly byFigure: Recent<Figure, Found>;
  /** By what it says, wherever it stands. */
  readonly byWords: Recent<string, Found>;
}

const gathered = keptOfStore((): Gathered => ({ byFigure: new Recent(KEPT), byWords: new Recent(KEPT) }));

/** Takes a draft's figure and the store; gives the sources' figures with its value, and those with another for what may be the same measure. */
export function gather(figure: Figure, store: CorpusStore): Found {
  const { byFigure, byWords } = gathered(store);
  let found = byFigure.get(figure);
  if (found === undefined) {
    found = { ...gatherByWords(figure, store, byWords), figure };
    byFigure.set(figure, found);
  }
  return found;
}

function gatherByWords(figure: Figure, store: CorpusStore, byWords: Recent<string, Found>): Found {
  const key = keyOf(figure);
  const kept = byWords.get(key);
  if (kept !== undefined) return kept;
  const made = gatherAnew(figure, store);
  byWords.set(key, made);
  return made;
}

/** Where a figure stands in the draft does not tell what sources give. (A replacer would take a tenth of the time of a judgement.) */
function keyOf(figure: Figure): string {
  const { start: _start, end: _end, sentence: _sentence, boundSpan, claimant, ...rest } = figure;
  const said = claimant && { ...claimant, start: 0, end: 0 };
  return JSON.stringify([rest, said, boundSpan === null]);
}

function gatherAnew(figure: Figure, store: CorpusStore): Found {
  const probes = probesOf(figure);
  const stored = shortlist(figure, store, probes);
  const weigh = weighTerms(
    figure,
    stored.map((one) => one.figure),
  );
  const same: Ranked[] = [];
  const other: Ranked[] = [];
  for (const one of stored) {
    const value = relationTo(figure, one.figure, probes);
    const claim = compareBounds(figure, one.figure, value);
    if (claim === "open") continue;
    (claim === "differs" ? other : same).push(ranked(compare(figure, one, value, claim, weigh)));
  }
  return {
    figure,
    leastFit: leastFit(new Set(stored.map(({ source }) => source)).size),
    same: inOrderOfFit(same),
    other: inOrderOfFit(other),
  };
}

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
}

function inOrderOfFit(all: Ranked[]): readonly Candidate[] {
  all.sort((a, b) => b.rank - a.rank || inOrder(a.candidate.stored, b.candidate.stored));
  return all.map(({ candidate }) => candidate);
}

/** Takes a draft's figure and the store; gives the sources' figures that may bear on it, by value and by measure, each once. */
export function shortlist(
  figure: Figure,
  store: CorpusStore,
  probes: readonly Figure[] = probesOf(figure),
): StoredFigure[] {
  const found = new Map<string, StoredFigure>();
  const add = (all: readonly StoredFigure[]) => {
    for (const one of all) found.set(`${one.source} ${one.figure.start}`, one);
  };
  for (const probe of probes) add(store.figuresLikeValue(probe, { limit: LIMIT }));
  add(datesNamed(figure, store));
  add(store.figuresLikeMeasure(figure, { limit: LIMIT }));
  return [...found.values()];
}

function leastFit(sources: number): number {
  return Math.min(HIGHEST_LEAST_FIT, LEAST_FIT + RISE_BY_DOUBLING * Math.log2(Math.max(1, sources)));
}

/** A figure as the other forms in which a source may give it: an age of 52 as a bare number and as years, a date without its year. */
function probesOf(figure: Figure): Figure[] {
  if (figure.dimension === "date") return [figure, ...inNoYear(figure)];
  const { head } = figure.measure;
  const bare = figure.dimension === "count" && figure.unit === null && figure.boundSpan === null && head === null;
  if (bare && figure.low === figure.high && figure.low < 120) {
    return [figure, { ...figure, dimension: "duration", unit: "year" }];
  }
  if (figure.dimension === "duration" && figure.unit === "year")
    return [figure, { ...figure, dimension: "count", unit: null }];
  return [figure];
}

function inNoYear(figure: Figure): Figure[] {
  if (knowledgeOf(figure.low) !== "full" || figure.high - figure.low > 31) return [];
  const weekday = WEEKDAY_BASE + weekdayOf(figure.low);
  return [
    { ...figure, ...withoutYear(figure) },
    { ...figure, low: weekday, high: weekday },
  ];
}

/** A day without a year may stand in a source under any year: such dates are found by their words. */
function datesNamed(figure: Figure, store: CorpusStore): StoredFigure[] {
  if (figure.dimension !== "date" || knowledgeOf(figure.low) === "full") return [];
  if (store.size <= FEW) return store.sources().flatMap(({ meta }) => datesOf(meta.id, store));
  if (knowledgeOf(figure.low) !== "yearless" || !/\s/.test(figure.text)) return [];
  const passages = store.passagesLike(figure.text.split(/\s+/), { limit: DATED_PASSAGES });
  return passages.flatMap(({ passage }) =>
    datesOf(passage.source, store).filter(({ figure: one }) => one.start >= passage.start && one.end <= passage.end),
  );
}

function datesOf(source: string, store: CorpusStore): StoredFigure[] {
  return store.figuresOf(source).filter((one) => one.figure.dimension === "date");
}

const DATED_PASSAGES = 12;
/** So few sources (those that a draft cites, mostly) are looked through whole. */
const FEW = 3;

/** How the draft's value stands to a source's, in the first of its forms in which they are not apart; another form counts only where the source names no kind. */
function relationTo(figure: Figure, source: Figure, probes: readonly Figure[]): ValueRelation {
  for (const probe of probes) {
    if (probe !== figure && (probe.dimension === figure.dimension || source.measure.head !== null)) continue;
    const relation = compareValues(probe, source);
    if (relation !== "apart") return relation;
  }
  return "apart";
}

function compare(
  figure: Figure,
  stored: StoredFigure,
  value: ValueRelation,
  claim: Claim,
  weigh: TermWeights,
): Candidate {
  return {
    stored,
    value,
    claim,
    measure: compareMeasures(figure, stored.figure, weigh),
    claimant: compareClaimants(IS_CLAIM.has(figure.dimension) ? figure.claimant : null, stored, stored.outlet),
  };
}

/** What somebody may claim and another deny; a date, an age or a term of years is told in passing. */
export const IS_CLAIM = new Set<Figure["dimension"]>(["count", "percent", "fraction", "money", "multiple", "measure"]);

/** Conflicts push a candidate behind those without. */
function ranked(candidate: Candidate): Ranked {
  const { measure, claim, claimant, value, stored } = candidate;
  const given = (claim === "follows" ? 0.5 : 0) + (value === "equal" && stored.figure.dimension === "date" ? 1 : 0);
  const rank = measure.score - 2 * measure.conflicts.length + given - (claimant === "other" ? 0.25 : 0);
  return { candidate, rank };
}

/** The order of two that fit alike must not depend on how the store holds them. */
function inOrder(a: StoredFigure, b: StoredFigure): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.figure.start - b.figure.start;
}
