import { isPerson, spanOfPeriod } from "../../extract/measures/index.ts";
import type { Figure, Measure } from "../../extract/types.ts";
import type { FigureVerdict } from "../types.ts";
import { isNoAge, isOfOtherTime } from "./beside.ts";
import { isMerelyHeld } from "./held.ts";
import type { ToldAs } from "./roles.ts";
import { isOneScale, isSamePlace, isSingle } from "./scope.ts";
import type { Candidate, Found } from "./types.ts";
import { BETTER_BY, FITS_WELL } from "./weights.ts";

/** How the best candidate's measure stands to the draft's. */
type MeasureRelation = "same" | "conflict" | "another" | "none";

/** What the verdict is read from. */
interface Row {
  readonly measure: MeasureRelation;
  readonly claim: "follows" | "loose" | "any";
  readonly claimant: "other" | "any";
  readonly verdict: FigureVerdict;
}

/** Verdicts by how measure, value with bound, and claimant stand; the first row that fits counts. */
const TABLE: readonly Row[] = [
  { measure: "same", claim: "follows", claimant: "other", verdict: "misattributed" },
  { measure: "same", claim: "loose", claimant: "other", verdict: "misattributed" },
  { measure: "same", claim: "follows", claimant: "any", verdict: "supported" },
  { measure: "same", claim: "loose", claimant: "any", verdict: "imprecise" },
  { measure: "conflict", claim: "any", claimant: "any", verdict: "mismatched" },
  { measure: "another", claim: "any", claimant: "any", verdict: "mismatched" },
];

/** A verdict with the candidates that it rests on. */
export interface Ruling {
  readonly verdict: FigureVerdict;
  /** Those that bear it out: with the value where it is given, with other values where it is contradicted. */
  readonly grounds: readonly Candidate[];
  /** Those that speak against it. */
  readonly against: readonly Candidate[];
  /** What the sources tell the number as, where the draft tells it as something else. */
  readonly role?: ToldAs | null;
}

/** Takes what was found for a figure; gives the verdict and the candidates it rests on. Disputes and sums are weighed by the caller. */
export function rule(found: Found): Ruling {
  const fitting = unlessDenied(
    found,
    found.same.filter((one) => isSameMeasure(one, leastFor(found, one))),
  );
  const against = relevant(
    found.figure,
    found.other.filter((one) => fits(one) && speaksOfIt(one, found)),
  );
  if (found.same.length === 0)
    return { verdict: against.length > 0 ? "contradicted" : "unsupported", grounds: [], against };
  const measure =
    fitting.length === 0
      ? "conflict"
      : isOutdone(found.figure, fitting, found.other) && !isOthersToll(found.figure, fitting)
        ? "another"
        : "same";
  const grounds = measure === "same" ? fitting : found.same;
  return { verdict: lookUp(measure, grounds), grounds, against };
}

function lookUp(measure: MeasureRelation, grounds: readonly Candidate[]): FigureVerdict {
  const claim = grounds.some((one) => one.claim === "follows" && near(one, grounds)) ? "follows" : "loose";
  const claimant = isOthers(grounds) ? "other" : "any";
  const row = TABLE.find(
    (one) =>
      one.measure === measure &&
      (one.claim === claim || one.claim === "any") &&
      (one.claimant === claimant || one.claimant === "any"),
  );
  return row?.verdict ?? "unsupported";
}

/** A sentence that fits less well may tell of something near, and its claimant of that. */
const SURELY_THIS = -0.5;

/** Somebody else says so, and nobody whom the draft may mean. */
function isOthers(grounds: readonly Candidate[]): boolean {
  const exact = grounds.filter(({ value }) => value === "equal" || value === "rounds");
  const heard = (exact.length > 0 ? exact : grounds).filter((one) => near(one, grounds));
  return (
    heard.some(({ claimant, measure }) => claimant === "other" && measure.score >= SURELY_THIS) &&
    !heard.some(({ claimant }) => claimant === "same")
  );
}

/** "Amnesty said 318 were killed", a toll that a source gives, as somebody else's: that another toll fits better does not make it one of something else. */
function isOthersToll({ measure: { outcome } }: Figure, fitting: readonly Candidate[]): boolean {
  return outcome !== null && isOthers(fitting) && fitting[0]?.stored.figure.measure.outcome === outcome;
}

/** Takes candidates, the best first; gives those that fit about as well as the best. */
export function nearest(all: readonly Candidate[]): Candidate[] {
  return all.filter((one) => near(one, all));
}

/** Only candidates that fit about as well as the best may lend it their bound. */
function near(one: Candidate, all: readonly Candidate[]): boolean {
  return one.measure.score >= (all[0]?.measure.score ?? 0) - 1.5;
}

/** A number said with another bound must be of the same thing to be told as said loosely. */
const LEAST_LOOSE = -1.2;

/** A range holds many numbers by chance: one of them bears it out, roughly, only where it surely is of the same. */
function leastFor({ figure, leastFit }: Found, one: Candidate): number {
  return isMerelyHeld(figure, one) ? Math.max(leastFit, FITS_WELL) : leastFit;
}

function isSameMeasure({ measure, claim }: Candidate, leastFit: number): boolean {
  return (
    measure.conflicts.length === 0 && measure.score >= (claim === "loose" ? Math.max(leastFit, LEAST_LOOSE) : leastFit)
  );
}

/**
 * Candidates that are silent on a facet (a sentence that names no place) fit only as long as no other with the same value names another one:
 * where one says "in Raqqa", the next sentence of it is no evidence for Mosul.
 */
function unlessDenied({ figure, same }: Found, fitting: Candidate[]): Candidate[] {
  const denied = FACETS.some(
    (facet) =>
      same.some(({ measure }) => measure.conflicts.length === 1 && measure.conflicts[0] === facet) &&
      !fitting.some(({ stored }) => affirms(facet, figure.measure, stored.figure.measure)),
  );
  return denied ? [] : fitting;
}

const FACETS = ["place", "outcome", "period"] as const;

function affirms(facet: (typeof FACETS)[number], ours: Measure, theirs: Measure): boolean {
  if (facet === "outcome") return theirs.outcome !== null;
  if (facet === "period") return theirs.period !== null || ours.period === null;
  return theirs.places.some((place) => ours.places.includes(place)) || ours.places.length === 0;
}

/** Where the draft tells of people without saying that anything befell them, the dead and wounded of the sources are no answer to it. */
function speaksOfIt({ stored }: Candidate, { figure: { measure } }: Found): boolean {
  return (
    measure.outcome !== null ||
    stored.figure.measure.outcome === null ||
    measure.head === null ||
    !isPerson(measure.head)
  );
}

const NEARLY_AS_WELL = 1;

/** Of the other values, the best fitting first, those that fit nearly as well, of the same place as the best, and of the draft's scale where any is; a single one is answered by no crowd. */
function relevant(figure: Figure, other: readonly Candidate[]): Candidate[] {
  const ofScale = other.filter(({ stored }) => isOneScale(figure, stored.figure));
  const [best, ...rest] = ofScale.length > 0 || figure.high === 1 ? ofScale : other;
  if (!best) return [];
  const { places } = best.stored.figure.measure;
  return [
    best,
    ...rest.filter(
      ({ measure, stored }) =>
        measure.score >= best.measure.score - NEARLY_AS_WELL &&
        (places.length === 0 || isSamePlace(stored.figure.measure.places, places)),
    ),
  ];
}

function fits({ measure, stored }: Candidate): boolean {
  return !stored.figure.vague && measure.conflicts.length === 0 && measure.score >= FITS_WELL;
}

/** Another value of the sources fits the draft's clause much better than the best one with this value. */
function isOutdone(figure: Figure, fitting: readonly Candidate[], other: readonly Candidate[]): boolean {
  const best = Math.max(...fitting.map(({ measure }) => measure.score));
  const told = other.filter(
    (one) => !isSingle(figure, one.stored.figure) && !isNoAge(figure, one) && !isOfOtherTime(figure, one, fitting),
  );
  const rivals = isNoChance(figure) ? told.filter((one) => stands(one, fitting)) : told;
  return rivals.some(
    (one) =>
      (fits(one) && (isFarBetter(figure, one, fitting, best) || isToldOf(figure.measure, one, fitting, best))) ||
      isFarCloser(figure, one, fitting) ||
      isOfSpan(figure.measure, one, fitting) ||
      isScoredOtherwise(figure, one, fitting),
  );
}

const TELLING = 100;

/** 1,291 stands in no source by chance, as 43 and 1,200 may: only its own source can say that it is of something else. */
function isNoChance({ low, high, precision, dimension }: Figure): boolean {
  return dimension === "count" && low === high && low >= TELLING * precision;
}

function stands(one: Candidate, fitting: readonly Candidate[]): boolean {
  return fitting.some(({ stored }) => stored.source === one.stored.source);
}

/** "Ashford lost 2-1", where a source gives another score in words that fit as well, and the number only for something that is no score. */
function isScoredOtherwise({ measure }: Figure, one: Candidate, fitting: readonly Candidate[]): boolean {
  return (
    measure.role === "score" &&
    isScore(one) &&
    one.measure.conflicts.length === 0 &&
    fitting.every((same) => !isScore(same) && same.measure.score <= one.measure.score)
  );
}

function isScore({ stored }: Candidate): boolean {
  return stored.figure.measure.role === "score";
}

/** Among sentences that tell of the same outcome for such people, a better fit alone says little: a toll of another year fits well, too. */
function isFarBetter({ measure: ours }: Figure, one: Candidate, fitting: readonly Candidate[], best: number): boolean {
  if (one.measure.score - best < BETTER_BY) return false;
  const period = one.stored.figure.measure.period;
  return (
    ours.outcome === null ||
    ours.period !== null ||
    period === null ||
    !fitting.some(({ stored }) => stored.figure.measure.outcome === ours.outcome)
  );
}

const NEARLY_THE_SAME = 0.8;
const CLOSER_BY = 0.25;
const ENOUGH_WORDS = 4;

/**
 * Nearly all words of the draft's sentence stand in one that gives another value for the same, and those with this value tell of some other
 * matter: among thousands of articles some "43 were killed" stands somewhere.
 */
function isFarCloser(figure: Figure, { measure, stored }: Candidate, fitting: readonly Candidate[]): boolean {
  if (measure.closeness < NEARLY_THE_SAME || measure.conflicts.length > 0 || stored.figure.vague) return false;
  const ours = figure.measure;
  if (ours.terms.length < ENOUGH_WORDS || stored.figure.dimension !== figure.dimension) return false;
  if (stored.figure.unit !== figure.unit || stored.figure.measure.head !== ours.head) return false;
  return fitting.every((one) => one.measure.closeness <= measure.closeness - CLOSER_BY);
}

/** "In four and a half years 34 civilians died", where a source gives another toll for that very span, and 34 for none. */
function isOfSpan(
  { period, outcome }: Measure,
  { stored, measure }: Candidate,
  fitting: readonly Candidate[],
): boolean {
  const theirs = stored.figure.measure;
  if (period === null || theirs.period === null || outcome === null || theirs.outcome !== outcome) return false;
  const span = spanOfPeriod(period);
  return (
    span !== null &&
    span === spanOfPeriod(theirs.period) &&
    measure.conflicts.length === 0 &&
    fitting.every((one) => one.stored.figure.measure.period === null)
  );
}

/** Both count the same things in one sentence, and none as a change or an earlier value. */
function isPlainBeside({ stored: { figure, passage } }: Candidate, { stored: other }: Candidate): boolean {
  const { head, role } = figure.measure;
  return passage.start === other.passage.start && role === null && head === other.figure.measure.head;
}

const NEARBY = 400;

/**
 * "The task force reviewed 146 reports", where a source has "carried over 146 reports … reviewed 31 reports": just what the draft says of
 * its figure the source says of another one, and of the figure with this value it says something else.
 */
function isToldOf({ verb, outcome }: Measure, one: Candidate, fitting: readonly Candidate[], best: number): boolean {
  if (verb === null || outcome !== null || one.measure.score < best - 0.5) return false;
  if (!one.measure.sure && !fitting.every((same) => isPlainBeside(same, one))) return false;
  const theirs = one.stored.figure;
  return (
    theirs.measure.verb === verb &&
    fitting.every(
      ({ stored: { figure, source } }) =>
        source === one.stored.source &&
        figure.measure.verb !== null &&
        figure.measure.verb !== verb &&
        Math.abs(figure.start - theirs.start) < NEARBY,
    )
  );
}
