import { compareKinds, isKnownPlace, isPerson, kindOf, liesIn } from "../../extract/measures/index.ts";
import type { Dimension, Figure, Measure } from "../../extract/types.ts";
import { stem } from "../../text/stem.ts";
import { cyclesExclude, periodsExclude } from "./periods.ts";
import { deedsExclude, rolesExclude } from "./roles.ts";
import type { Facet, MeasureMatch } from "./types.ts";
import { type Feature, WEIGHTS } from "./weights.ts";

/** The words of the draft's figure, and how telling each is among the candidates: the rarer, the more. */
export interface TermWeights {
  /** Where each word stands among the draft's. */
  readonly places: ReadonlyMap<string, number>;
  readonly weights: readonly number[];
}

/** Takes the draft's figure and the candidates; gives weights for the words of its context: a word that stands in all of them tells nothing of which is meant. */
export function weighTerms(draft: Figure, figures: readonly Figure[]): TermWeights {
  const { terms } = draft.measure;
  const places = new Map(terms.map((term, at) => [term, at]));
  const counts = new Uint32Array(terms.length);
  for (const { measure } of figures) {
    const theirs = measure.terms;
    for (let i = 0; i < theirs.length; i++) {
      const at = places.get(theirs[i]!);
      if (at !== undefined) counts[at]!++;
    }
  }
  const all = figures.length + 1;
  const scale = Math.log(all + 1);
  return { places, weights: terms.map((_, at) => 0.3 + Math.log(all / (counts[at] || 0.5)) / scale) };
}

/** Takes the draft's figure, a source's and the words' weights; gives how well what they measure fits. */
export function compareMeasures(draft: Figure, source: Figure, weigh: TermWeights): MeasureMatch {
  const features = featuresOf(draft, source, weigh);
  const conflicts = conflictsOf(draft, source);
  return {
    score: scoreOf(features),
    closeness: features.sentenceTerms,
    conflicts,
    sure: conflicts.length === 0 && isSure(draft.measure, source.measure),
  };
}

/** Written out: it is asked for each candidate, and a loop over names takes longer than all the rest. */
function scoreOf(of: Record<Feature, number>): number {
  return (
    WEIGHTS.constant +
    WEIGHTS.sameHead * of.sameHead +
    WEIGHTS.relatedHead * of.relatedHead +
    WEIGHTS.headInContext * of.headInContext +
    WEIGHTS.otherHead * of.otherHead +
    WEIGHTS.sameUnit * of.sameUnit +
    WEIGHTS.sameOutcome * of.sameOutcome +
    WEIGHTS.nearTerms * of.nearTerms +
    WEIGHTS.clauseTerms * of.clauseTerms +
    WEIGHTS.sentenceTerms * of.sentenceTerms
  );
}

/** Takes both figures and the words' weights; gives the features that the score is made of, each from 0 to 1. */
export function featuresOf(draft: Figure, source: Figure, weigh: TermWeights): Record<Feature, number> {
  const a = draft.measure;
  const b = source.measure;
  const [ours, theirs] = [kindWord(a), kindWord(b)];
  const kinds = ours !== null && theirs !== null ? compareKinds(ours, theirs) : "unknown";
  const stands = kinds === "unknown" && headStands(a, b);
  const shared = placesIn(b.terms, weigh);
  return {
    sameHead: Number(kinds === "same"),
    relatedHead: Number(kinds === "wider" || kinds === "narrower" || kinds === "akin"),
    headInContext: Number(stands),
    otherHead: Number(kinds === "unknown" && a.head !== null && b.head !== null && !stands),
    sameUnit: Number(draft.unit !== null && draft.unit === source.unit),
    sameOutcome: Number(a.outcome !== null && a.outcome === b.outcome),
    nearTerms: overlap(shared, weigh, 4, 6),
    clauseTerms: overlap(shared, weigh, 9, 14),
    sentenceTerms: overlap(shared, weigh, MANY, MANY),
  };
}

const MANY = Number.POSITIVE_INFINITY;
/** Where each of the draft's words stands among a source's; used anew for each source. */
let standing = new Float64Array(64);

/** Takes a source's words; gives for each of the draft's its place among them, `MANY` where it is not there. Holds until the next call. */
function placesIn(theirs: readonly string[], { places, weights }: TermWeights): Float64Array {
  if (standing.length < weights.length) standing = new Float64Array(weights.length * 2);
  standing.fill(MANY, 0, weights.length);
  for (let at = 0; at < theirs.length; at++) {
    const ours = places.get(theirs[at]!);
    if (ours !== undefined) standing[ours] = at;
  }
  return standing;
}

/** Share of the first of our words, by weight, that stand among the first of theirs. */
function overlap(shared: Float64Array, { weights }: TermWeights, ours: number, theirs: number): number {
  let all = 0;
  let common = 0;
  for (let at = 0; at < weights.length && at < ours; at++) {
    const weight = weights[at]!;
    all += weight;
    if (shared[at]! < theirs) common += weight;
  }
  return all === 0 ? 0 : common / all;
}

function headStands(a: Measure, b: Measure): boolean {
  if ((a.head !== null && b.modifiers.includes(a.head)) || (b.head !== null && a.modifiers.includes(b.head)))
    return true;
  return namesPlace(a, b) || namesPlace(b, a);
}

/** Each facet with the test that it excludes that both measure the same. */
const EXCLUDES: readonly {
  readonly facet: Facet;
  readonly test: (a: Measure, b: Measure, dimension: Dimension) => boolean;
}[] = [
  {
    facet: "outcome",
    test: (a, b, dimension) =>
      IS_AMOUNT.has(dimension) && a.outcome !== null && b.outcome !== null && !outcomesFit(a.outcome, b.outcome),
  },
  { facet: "outcome", test: (a, b) => isOfLiving(a, b) || isOfLiving(b, a) },
  { facet: "counted", test: (a, b) => countsExclude(a, b) },
  { facet: "counted", test: (a, b, dimension) => IS_SHARE.has(dimension) && sharesExclude(a, b) },
  { facet: "place", test: (a, b, dimension) => IS_AMOUNT.has(dimension) && placesExclude(a.places, b.places) },
  { facet: "period", test: periodsExclude },
  { facet: "role", test: rolesExclude },
  { facet: "cycle", test: cyclesExclude },
  { facet: "deed", test: (a, b, dimension) => dimension !== "date" && deedsExclude(a.deed, b.deed) },
  { facet: "negation", test: (a, b) => a.negated !== b.negated && a.verb !== null && a.verb === b.verb },
];

function conflictsOf(draft: Figure, source: Figure): readonly Facet[] {
  let found: Facet[] | null = null;
  for (const { facet, test } of EXCLUDES) {
    if (test(draft.measure, source.measure, draft.dimension)) found = [...(found ?? []), facet];
  }
  return found ?? NO_CONFLICTS;
}

const NO_CONFLICTS: readonly Facet[] = [];

/** What is done to the living alone. */
const TO_LIVING = new Set(
  "treat hire employ elect appoint interview survey question charge convict vaccinate".split(" ").map(stem),
);

/** "Smoke killed 17", where a source has that 17 were treated for it. */
function isOfLiving(dead: Measure, { outcome, verb }: Measure): boolean {
  return dead.outcome === "killed" && outcome === null && verb !== null && TO_LIVING.has(verb);
}

/** What counts things that something befell somewhere; a date or an age is the same whatever is told of it. */
const IS_AMOUNT = new Set<Dimension>(["count", "percent", "fraction", "measure", "money"]);

/** What is a share of something else is another share. */
const IS_SHARE = new Set<Dimension>(["percent", "fraction"]);

function sharesExclude(a: Measure, b: Measure): boolean {
  return (
    !isChange(a) &&
    !isChange(b) &&
    a.head !== null &&
    b.head !== null &&
    compareKinds(a.head, b.head) === "unknown" &&
    !headStands(a, b) &&
    !b.terms.includes(stem(a.head))
  );
}

/** "80% of Raqqa" of "four-fifths of the city". */
function namesPlace(plain: Measure, named: Measure): boolean {
  if (!PLACE_NOUNS.has(plain.head ?? "") || named.head === null) return false;
  return named.places.includes(named.head) || (/^\p{Lu}/u.test(named.counted ?? "") && !/s$/.test(named.counted ?? ""));
}

const PLACE_NOUNS = new Set(
  "city town village country territory province region state island district county nation".split(" "),
);

/** By how much something rose or fell is no share of what stands beside it. */
function isChange({ role }: Measure): boolean {
  return role === "rise" || role === "fall";
}

/** Kinds apart, kinds of strike apart, or children claimed where the source has people. */
function countsExclude(a: Measure, b: Measure): boolean {
  const [ours, theirs] = [kindWord(a), kindWord(b)];
  if (ours === null || theirs === null) return false;
  const kinds = compareKinds(ours, theirs);
  if (kinds === "apart") return true;
  if (kinds === "narrower") return a.outcome === null ? b.outcome !== null : NEVER_MEANT.has(kindOf(ours) ?? "");
  return kinds === "same" && MODIFIERS_APART.some((row) => differ(row, a.modifiers, b.modifiers));
}

/** Who a source would have named, had it meant them. */
const NEVER_MEANT = new Set([
  "fighter",
  "soldier",
  "officer",
  "journalist",
  "child",
  "boy",
  "girl",
  "woman",
  "prisoner",
]);

const MODIFIERS_APART: readonly (readonly string[])[] = [
  ["air", "artillery", "drone", "missile", "rocket"],
  ["male", "female"],
  ["new", "old"],
];

function differ(row: readonly string[], ours: readonly string[], theirs: readonly string[]): boolean {
  const one = ours.find((word) => row.includes(word));
  const other = theirs.find((word) => row.includes(word));
  return one !== undefined && other !== undefined && one !== other;
}

/** The word that tells the kind counted: "civilian" of "civilian deaths", else the head. */
function kindWord({ head, modifiers }: Measure): string | null {
  if (head === null || kindOf(head) !== "person") return head;
  return modifiers.find((word) => isPerson(word)) ?? head;
}

/** Outcomes that one report may give for the same people. */
const FITTING = new Set([
  "killed casualties",
  "wounded casualties",
  "detained arrested",
  "displaced evacuated",
  "abducted detained",
  "rescued survived",
  "rescued evacuated",
]);

/** Takes two outcomes; says whether one report may give both for the same people. */
export function outcomesFit(a: string, b: string): boolean {
  return a === b || FITTING.has(`${a} ${b}`) || FITTING.has(`${b} ${a}`);
}

/** All the places that both name are known, and none of ours lies in, or holds, one of theirs. A figure of a part stands for the whole country in passing, never the other way round. */
function placesExclude(ours: readonly string[], theirs: readonly string[]): boolean {
  const known = (places: readonly string[]) => places.length > 0 && places.every(isKnownPlace);
  return (
    known(ours) &&
    known(theirs) &&
    !ours.some((place) => theirs.some((other) => place === other || liesIn(other, place)))
  );
}

function isSure(a: Measure, b: Measure): boolean {
  if (a.head === null || b.head === null || compareKinds(a.head, b.head) !== "same") return false;
  if (a.outcome !== b.outcome) return false;
  return kindOf(a.head) !== "person" || a.outcome !== null;
}
