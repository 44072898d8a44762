import type { Dimension, Figure, Measure, Role } from "../../extract/types.ts";
import { stem } from "../../text/stem.ts";
import { sentenceOf } from "../reach.ts";
import type { FigureFact } from "../types.ts";
import { isDeniedAlone } from "./denials.ts";
import { isPending } from "./pending.ts";
import { hasRival, partsOf } from "./segments.ts";
import type { Candidate } from "./types.ts";

/** Roles of a source's figure that a figure of the draft in that role cannot rest on. */
const APART: Readonly<Record<Role, readonly Role[]>> = {
  rise: ["fall", "level", "before", "score", "age"],
  fall: ["rise", "level", "before", "score", "age"],
  level: ["rise", "fall", "before", "score"],
  before: ["rise", "fall", "score"],
  past: ["rise", "fall", "score"],
  age: ["span", "score", "rise", "fall"],
  span: ["age", "score"],
  score: ["rise", "fall", "age", "span"],
};

/** Takes what a draft's figure and a source's measure; says whether the parts they play exclude one another: a rise is no fall, what was is not what is. */
export function rolesExclude(ours: Measure, theirs: Measure): boolean {
  return ours.role !== null && theirs.role !== null && APART[ours.role].includes(theirs.role);
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ["score", "concede"],
  ["win", "lose"],
  ["buy", "sell"],
  ["hire", "dismiss"],
  ["import", "export"],
  ["open", "close"],
  ["bear", "die"],
  ["convict", "acquit"],
  ["approve", "reject"],
  ["install", "operate"],
];

/** Takes two deeds; says whether one is the opposite of the other. */
export function deedsExclude(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && OPPOSITES.some((pair) => pair.includes(a) && pair.includes(b));
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a draft says that means the earlier value, or gives its time. */
const SAYS_EARLIER =
  /\b(?:19|20)\d\d\b|\b(?:earlier|ago|previous|previously|prior|before|formerly|once|originally|initially|first|former|last|from|had|used|against|compared|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** What a draft says that may mean a change, in whichever words. */
const SAYS_CHANGE = words(`
  rose rise rises risen rising increase increased increases increasing grew grow grows grown growing growth climb climbed climbs jump jumped jumps soar soared surge surged
  gain gained gains up added higher advanced rallied expanded swelled raised raise hike boost boosted
  fell fall falls fallen falling drop dropped drops dropping decline declined declines declining decrease decreased decreases down lost lose loses losing slump slumped slid sank
  shrank shrunk plunge plunged plummeted tumbled cut cuts reduced reduction lowered lower slipped dipped eased contracted shed fewer less below trail trails trailed trailing short
  more extra additional change changed difference gap saving savings save saved swing margin ahead behind loss losses profit deficit surplus further another pay deal effect larger smaller stronger weaker`);

const IS_AMOUNT = new Set<Dimension>(["count", "percent", "money", "fraction"]);

const MAY_BE_TO_COME = new Set<Dimension>([...IS_AMOUNT, "duration", "measure"]);

/** What a source's number is told as: a role, something that is only denied or expected, the age of another one, or the toll of another event. */
export type ToldAs = Role | "denied" | "expected" | "another" | "event";

/**
 * Takes a fact and a candidate with its value; gives what the source tells the number as, where another number of that sentence is the one that a plain
 * statement means: the earlier value, or how far something rose or fell; else `null`.
 */
export function otherRole(fact: FigureFact, candidate: Candidate): ToldAs | null {
  const { figure } = fact;
  const { figure: theirs, passage } = candidate.stored;
  if (isAnothersAge(fact, candidate)) return "another";
  if (MAY_BE_TO_COME.has(figure.dimension) && isPending(fact, candidate)) return "expected";
  if (!IS_AMOUNT.has(figure.dimension)) return null;
  if (isDeniedAlone(fact, candidate)) return "denied";
  const { role } = theirs.measure;
  if (role === null || !hasRival(passage.text, theirs.start - passage.start, theirs)) return null;
  return isOtherThan(figure.measure.role, role, fact, candidate) ? role : null;
}

const NAME_BEFORE = /(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)\s?[,(]\s?$/u;

/** "Clegg, 52" where the source has "Hale, 52": an age beside a name is that one's. */
function isAnothersAge({ figure, text }: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  if (figure.measure.role !== "age" || theirs.measure.role !== "age") return false;
  const ours = nameBefore(text, figure.start);
  const other = nameBefore(passage.text, theirs.start - passage.start);
  return ours !== null && other !== null && !ours.some((word) => other.includes(word));
}

function nameBefore(text: string, at: number): readonly string[] | null {
  return NAME_BEFORE.exec(text.slice(Math.max(0, at - 60), at))?.[1]?.split(" ") ?? null;
}

/** How a figure of the draft, by its role, stands to the number of a sentence that holds others of its kind. */
function isOtherThan(ours: Role | null, theirs: Role, fact: FigureFact, candidate: Candidate): boolean {
  if (ours === "before") return theirs === "level";
  if (ours !== null) return false;
  const sentence = sentenceOf(fact);
  if (theirs === "before") return !SAYS_EARLIER.test(withoutYearsOf(candidate, sentence));
  return (theirs === "rise" || theirs === "fall") && !saysChange(sentence);
}

/**
 * "In 2022 the regulator fined them 3.5 million, reduced from 5 million": 2022 is the year of the other number, and tells of nothing earlier; nor does 2022, nor Tuesday, where
 * the earlier value is said to be of 2021, or of Monday.
 */
function withoutYearsOf({ stored: { figure, passage } }: Candidate, sentence: string): string {
  const parts = partsOf(passage.text, figure.start - passage.start, figure);
  if (parts === null) return sentence;
  const { words } = parts.own;
  const others = new Set(parts.others.flatMap((one) => [...one.words].filter((word) => !words.has(word))));
  const [ofYear, ofDay] = [YEAR, WEEKDAY].map((time) => [...words].some((word) => time.test(word)));
  const left = sentence.replace(YEARS, (year) => (others.has(year) || (ofYear && !words.has(year)) ? "" : year));
  return ofYear || ofDay ? left.replace(WEEKDAYS, (day) => (words.has(stem(day.toLowerCase())) ? day : "")) : left;
}

/** "up" in it tells of no rise. */
const ENDED_UP = /\b(?:end|wind|make|set|take|turn|pick|break)(?:s|ed|ing)?\sup\b|\b(?:wound|made|took|broke)\sup\b/g;

function saysChange(sentence: string): boolean {
  return (
    sentence
      .toLowerCase()
      .replace(ENDED_UP, "")
      .match(/[\p{L}'’-]+/gu) ?? []
  ).some((word) => SAYS_CHANGE.has(word));
}

/** Takes a fact and a candidate with another value; says whether that one is told as another thing, so that it speaks neither for nor against: a level where the draft tells of a change. */
export function isBeside({ figure }: FigureFact, { stored }: Candidate): boolean {
  const { role } = figure.measure;
  return (role === "rise" || role === "fall" || role === "before") && stored.figure.measure.role !== role;
}

/**
 * Takes a fact, a candidate and the day on which its source came out; says whether its sentence tells it as a change, a level reached or an earlier value, so
 * that the words beside it do not tell what it is of. A year just before that day may be the one that the sentence tells of.
 */
export function hasStage(fact: FigureFact, { stored }: Candidate, published: string | null): boolean {
  const { role } = stored.figure.measure;
  if (role !== "before" || fact.figure.measure.role !== null) return STAGES.has(role);
  const sentence = sentenceOf(fact);
  const years = (sentence.match(YEARS) ?? []).map(Number);
  return (
    years.length === 0 || SAYS_EARLIER.test(sentence.replace(YEARS, "")) || !isRecent(Math.min(...years), published)
  );
}

/** "Turnout on Sunday", where a source has "down from 68 percent in 2020": no day of that year. */
const WEEKDAYS = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const WEEKDAY = /^(?:mon|tue|wedn|thur|fri|satur|sun)\p{L}*dai$/u;
const YEARS = /\b(?:19|20)\d\d\b/g;
const YEAR = /^(?:19|20)\d\d$/;

function isRecent(year: number, published: string | null): boolean {
  return published !== null && year >= Number(published.slice(0, 4)) - 1;
}

const STAGES = new Set<Figure["measure"]["role"]>(["rise", "fall", "level", "before"]);
