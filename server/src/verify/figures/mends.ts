import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure, Measure, Role } from "../../extract/types.ts";
import { stem } from "../../text/stem.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";
import { FITS_WELL } from "./weights.ts";

/**
 * Takes a fact and a source's figure with another value; says whether that may be written in its place: only where it measures the very same, in a form
 * that the sentence takes. A wrong fix is worse than none.
 */
export function mayReplace(fact: FigureFact, candidate: Candidate): boolean {
  return TESTS.every((test) => test(fact, candidate));
}

/** Takes the draft's figure and a source's with the same value; says whether the source's words fit where the draft's stand. */
export function isOneForm(ours: Figure, theirs: Figure): boolean {
  return ours.dimension === theirs.dimension && ours.unit === theirs.unit;
}

const TESTS: readonly ((fact: FigureFact, candidate: Candidate) => boolean)[] = [
  (_, { measure }) => measure.conflicts.length === 0 && measure.score >= FITS_WELL,
  ({ figure }, { stored }) => isOneForm(figure, stored.figure) || isOtherCurrency(figure, stored.figure),
  ({ figure }, { stored }) => isOne(figure) === isOne(stored.figure),
  ({ figure }, { stored }) => sameRole(figure.measure.role, stored.figure.measure.role),
  ({ figure }, { stored }) => sameThing(figure, stored.figure),
  ({ figure }, { stored }) => sameKind(figure.measure, stored.figure.measure),
  ({ figure }, { stored }) => figure.dimension !== "date" || shapeOf(figure.text) === shapeOf(stored.figure.text),
  (fact, { stored }) => !standsBeside(fact, stored.figure),
  ({ figure, text }) => !isEndOfRange(text.slice(0, figure.start)),
  (_, { stored: { figure, passage } }) => !isEndOfRange(passage.text.slice(0, figure.start - passage.start)),
];

/** The same amount in another currency is the currency mistaken. */
function isOtherCurrency(ours: Figure, theirs: Figure): boolean {
  return ours.dimension === "money" && theirs.dimension === "money" && ours.low === theirs.low;
}

function isOne({ low, high, dimension }: Figure): boolean {
  return low === 1 && high === 1 && dimension !== "percent" && dimension !== "money";
}

/** What something came to is told without a role as well; a change, an age or a span never stands for it. */
function sameRole(ours: Role | null, theirs: Role | null): boolean {
  return (ours ?? "level") === (theirs ?? "level");
}

/** The same heads with the same outcome; where nothing befell them, what is done with them is the same, too. */
function sameThing(ours: Figure, theirs: Figure): boolean {
  const [a, b] = [ours.measure, theirs.measure];
  if (a.outcome !== b.outcome) return false;
  if (a.head !== null && b.head !== null && compareKinds(a.head, b.head) === "apart") return false;
  if (ours.dimension !== "count") return true;
  if (a.head === null || b.head === null) return a.head === b.head && (a.outcome !== null || sameVerb(a, b));
  if (compareKinds(a.head, b.head) !== "same") return false;
  return a.outcome !== null || a.verb === null || b.verb === null || a.verb === b.verb;
}

function sameVerb(a: Measure, b: Measure): boolean {
  return a.verb !== null && a.verb === b.verb;
}

/** Words that tell one amount of a thing from another amount of it: the average loss from the biggest. */
const KINDS = new Set(
  `average mean median typical biggest largest greatest highest smallest lowest least maximum minimum record single total
  overall combined altogether gross net annual quarterly monthly weekly daily each per destroyed damaged`
    .split(/\s+/)
    .map(stem),
);
const CLAUSE = 9;

function sameKind(ours: Measure, theirs: Measure): boolean {
  const [a, b] = [kindsOf(ours), kindsOf(theirs)];
  return a.length === b.length && a.every((word) => b.includes(word));
}

function kindsOf({ terms, modifiers }: Measure): string[] {
  return [...new Set([...terms.slice(0, CLAUSE), ...modifiers.map(stem)])].filter((term) => KINDS.has(term));
}

/** Another figure of the draft's sentence has that value already: a pair turned round is not mended by one end. */
function standsBeside({ figure: { sentence }, neighbours }: FigureFact, theirs: Figure): boolean {
  return neighbours.some(
    ({ start, low, high }) =>
      start >= sentence.start && start < sentence.end && low === theirs.low && high === theirs.high,
  );
}

const RANGE = /\b(?:between|from) (?:[^\s,;.]+ ){0,4}$/i;

/** "between 600 million and" */
function isEndOfRange(before: string): boolean {
  const range = RANGE.exec(before.slice(-60))?.[0].trim().toLowerCase();
  return range !== undefined && /^(?:between|from)$|^between .* and$|^from .* to$/.test(range);
}

/** What a date names: a day of a month, a weekday, a month, a year. */
function shapeOf(date: string): string {
  if (/\b\d{1,2}(?:st|nd|rd|th)?\b/.test(date)) return "day";
  if (/^[A-Z][a-z]+day$/.test(date)) return "weekday";
  return date
    .replace(/\b\d{4}\b/, "year")
    .replace(/\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/, "month");
}
