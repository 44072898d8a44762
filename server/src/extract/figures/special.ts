import { wordSet } from "../../text/lexicon.ts";
import type { Dimension } from "../types.ts";
import { FUNCTION_WORDS } from "./counted.ts";
import { ordinalAt } from "./fractions.ts";
import { codeAt, follows, isCapital, isHyphen, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { readUnit } from "./units.ts";
import { MULTIPLES, NUMBER_WORDS } from "./words.ts";

/** A figure that is whole as it stands, without unit, sign or range: tokens `from` to `to`. */
export interface Special {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly dimension: Dimension;
}

const DOUBLED = wordSet(
  "doubled doubling tripled tripling trebled trebling quadrupled quadrupling quintupled quintupling halved halving",
);
const OF_WHAT = wordSet("the that what its their his her this those in to since from over compared as more");
const BEFORE_MULTIPLE = wordSet(
  "nearly almost than about roughly to would could will may might least some over exactly approximately",
);

/** Takes a word's index; gives the multiple that it is ("doubled", "twice", "tenfold"), else `null`. */
export function readMultiple(scan: Scan, at: number): Special | null {
  const value = MULTIPLES.find(scan.tokens, at);
  if (value === undefined || isCapital(scan, at + 1)) return null;
  const name = word(scan, at);
  const sure = DOUBLED.has(scan.tokens, at) || name.endsWith("fold");
  if (name === "twice" || name === "thrice") return twice(scan, at, value);
  if (
    !sure &&
    (isHyphen(scan, at + 1) || !(OF_WHAT.has(scan.tokens, at + 1) || BEFORE_MULTIPLE.has(scan.tokens, at - 1)))
  )
    return null;
  if (word(scan, at + 1) === "down" || word(scan, at + 1) === "up" || word(scan, at + 1) === "over") return null;
  return { from: at, to: at + 1, value, dimension: "multiple" };
}

/** "twice as many" is a multiple, "arrested twice" a count. */
function twice(scan: Scan, at: number, value: number): Special {
  const dimension = OF_WHAT.has(scan.tokens, at + 1) ? "multiple" : "count";
  return { from: at, to: at + 1, value, dimension };
}

const RANKED = wordSet("the a an his her its their our my your this that every each no for");

/** Takes the index of a number or word; gives the ordinal there ("21st", "third", "twenty-first"), else `null`. */
export function readOrdinal(scan: Scan, at: number): Special | null {
  if (isNumber(scan, at)) return digitOrdinal(scan, at);
  const value = ordinalAt(scan, at);
  if (value === undefined) return null;
  const alone = value <= 2 && !RANKED.has(scan.tokens, at - 1) && !isHyphen(scan, at + 1);
  return alone && (value === 1 || !isWord(scan, at + 1)) ? null : { from: at, to: at + 1, value, dimension: "ordinal" };
}

function digitOrdinal(scan: Scan, at: number): Special | null {
  if (!joined(scan, at + 1) || !/^(?:st|nd|rd|th)$/.test(word(scan, at + 1))) return null;
  const raw = scan.tokens.raw(at);
  if (word(scan, at + 1) === "st" && (!raw.endsWith("1") || raw.endsWith("11"))) return null;
  return /^[\d,]{1,9}$/.test(raw)
    ? { from: at, to: at + 2, value: Number(raw.replaceAll(",", "")), dimension: "ordinal" }
    : null;
}

/** Takes the index of a cardinal's last word and its value; gives the ordinal that a hyphen and an ordinal word make of it ("twenty-first"), else `null`. */
export function ordinalBehind(scan: Scan, from: number, to: number, value: number): Special | null {
  const at = isHyphen(scan, to) ? to + 1 : to;
  const rank = follows(scan, at) ? ordinalAt(scan, at) : undefined;
  if (rank === undefined || value < 20 || value % 10 !== 0 || rank >= value || (at === to && value < 100 && rank > 9))
    return null;
  return { from, to: at + 1, value: value + rank, dimension: "ordinal" };
}

/** Takes the index of a number; gives the ratio that a colon makes of it and the next ("3:1", "1:1000"), else `null`. Times of day are read before. */
export function readRatio(scan: Scan, at: number): Special | null {
  if (!isMark(scan, at + 1, 0x3a) || !joined(scan, at + 1) || !joined(scan, at + 2) || joined(scan, at + 3))
    return null;
  const [first, second] = [scan.tokens.raw(at), scan.tokens.raw(at + 2)];
  if (!/^\d{1,3}(?:\.\d+)?$/.test(first) || !/^[1-9]\d{0,5}(?:\.\d+)?$/.test(second) || isColon(scan, at)) return null;
  return { from: at, to: at + 3, value: Number(first) / Number(second), dimension: "multiple" };
}

/** "12:30:45" and verse numbers are no ratios. */
function isColon(scan: Scan, at: number): boolean {
  return isMark(scan, at - 1, 0x3a) && joined(scan, at);
}

const DENIED = wordSet(
  "casualties casualty deaths death fatalities fatality injuries injury civilians civilian people victims survivors arrests wounded dead killed fighters soldiers troops children women men strikes attacks hostages detainees prisoners deaths cases incidents allegations arrests goals seats votes",
);
const HARMED = wordSet("killed injured hurt wounded harmed arrested died detained missing charged convicted survived");

/** Takes the index of "no", "none" or "nobody"; gives the zero that it says ("no civilians", "none of the", "no one was killed"), else `null`. */
export function readNegative(scan: Scan, at: number): Special | null {
  const name = word(scan, at);
  const zero: Special = { from: at, to: at + 1, value: 0, dimension: "count" };
  if (name === "none") return word(scan, at + 1) === "of" ? zero : null;
  if (name === "nobody") return isHarmed(scan, at + 1) ? zero : null;
  if (word(scan, at + 1) === "one") return isHarmed(scan, at + 2) ? zero : null;
  for (let next = at + 1; next <= at + 3 && isWord(scan, next) && !FUNCTION_WORDS.has(scan.tokens, next); next++) {
    if (DENIED.has(scan.tokens, next)) return zero;
  }
  return null;
}

function isHarmed(scan: Scan, at: number): boolean {
  for (let next = at; next < at + 4 && isWord(scan, next); next++) if (HARMED.has(scan.tokens, next)) return true;
  return false;
}

const NOT_BEFORE_ONE = wordSet("no any every each some this that the which another not what only is was anyone it's");
const ONE_AS_PRONOUN = wordSet(
  "another thing back day another's way who whose whom which that's 's and or but on at for from by with as to in of into like side hand would could can cannot may might must should has had is was will does did were are be after before than if when so too also just never always ever the a an his her its their your my our i you he she we they it",
);

/** "one-time", "one-off": no number of anything. */
const ONE_PREFIXED = wordSet("time off way sided on stop upmanship size shot liner dimensional");

/** Takes the index of "one"; says whether it stands for somebody or something and counts nothing. */
export function isPronoun(scan: Scan, at: number): boolean {
  if (word(scan, at) !== "one") return false;
  if (isMark(scan, at + 1, 0x2d)) return ONE_PREFIXED.has(scan.tokens, at + 2);
  if (/^(?:minus|negative|plus)$/.test(word(scan, at - 1)) || isHalved(scan, at + 1)) return false;
  if (!isWord(scan, at + 1) || !follows(scan, at + 1)) return !isFraction(scan, at + 1);
  if (ONE_AS_PRONOUN.has(scan.tokens, at + 1)) return true;
  if (word(scan, at + 1).endsWith("'s") || word(scan, at).endsWith("'s")) return true;
  if (readUnit(scan, at + 1, false) !== null) return false;
  const before = word(scan, at - 1);
  if (before === "that" || before === "this")
    return FUNCTION_WORDS.has(scan.tokens, at + 1) || word(scan, at + 1).endsWith("ly");
  return NOT_BEFORE_ONE.has(scan.tokens, at - 1) && !/^(?:only|not|the|is|was)$/.test(word(scan, at - 1));
}

/** "one and a half", "one in five", "one out of 10", "one over 20". */
function isHalved(scan: Scan, at: number): boolean {
  const link = word(scan, at);
  const paired = link === "or" || link === "to" || (link === "and" && word(scan, at - 2) === "between");
  if (paired && NUMBER_WORDS.has(scan.tokens, at + 1)) return true;
  if (link === "and" && word(scan, at - 2) !== "between")
    return /^(?:a|one)$/.test(word(scan, at + 1)) && /^(?:half|quarter|third|fourth|fifth)$/.test(word(scan, at + 2));
  const behind =
    link === "out" && word(scan, at + 1) === "of" ? at + 2 : link === "in" || link === "over" ? at + 1 : -1;
  const part = behind > 0 && word(scan, behind) === "every" ? behind + 1 : behind;
  return part > 0 && (isNumber(scan, part) || NUMBER_WORDS.has(scan.tokens, part));
}

function isFraction(scan: Scan, at: number): boolean {
  return isNumber(scan, at) || codeAt(scan, at) === 0x25 || isMark(scan, at, 0x2d);
}

/** Takes the index behind a count; says whether "times", "-fold" or "x" makes a multiple of it, and the token behind. */
export function multipleBehind(scan: Scan, at: number): number {
  const from = isHyphen(scan, at) ? at + 1 : at;
  if (word(scan, from) === "fold" && (from > at || joined(scan, from))) return from + 1;
  if (joined(scan, at) && word(scan, at) === "x" && !joined(scan, at + 1)) return at + 1;
  if (word(scan, at) !== "times" || !follows(scan, at)) return -1;
  return TIMES_WHAT.has(scan.tokens, at + 1) ? at : -1;
}

const TIMES_WHAT = wordSet(
  "as more higher greater larger bigger smaller less lower faster longer stronger heavier the that what than over fewer earnings profit profits sales revenue income gdp gravity likelier better worse its their normal safe",
);
