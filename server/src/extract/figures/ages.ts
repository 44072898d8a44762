import { wordSet } from "../../text/lexicon.ts";
import type { Draft } from "./figure.ts";
import { isCapital, isDash, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";

const OLDEST = 120;

const AGES: readonly ((scan: Scan, draft: Draft) => boolean)[] = [
  (scan, { from }) => isAged(scan, from - 1),
  (scan, { from }) => word(scan, from - 1) === "and" && isNumber(scan, from - 2) && isAged(scan, from - 3),
  isApposed,
  isDecadeOfLife,
  isSaidOfOne,
  isSaidOfAge,
  isOfYears,
  (scan, { from }) => isPair(scan, from) || isPair(scan, from - 2),
];

/** Takes a number just read; makes years of it where it is somebody's age: "Anna Smith, 35, said", "aged 35", "age of 35", "in her 40s". */
export function readAge(scan: Scan, draft: Draft): void {
  const { amount } = draft;
  if (draft.unit !== null || draft.dimension !== "count" || amount.vague || amount.low > OLDEST) return;
  if (!AGES.some((test) => test(scan, draft))) return;
  draft.dimension = "duration";
  draft.unit = "year";
}

/** Takes a number just read; widens it to ten where an s makes a decade of it ("in her 40s", "temperatures in the 80s"). */
export function readTens(scan: Scan, draft: Draft): void {
  const { to, low } = draft.amount;
  if (low % 10 !== 0 || low < 10 || low > 90 || word(scan, to) !== "s" || !joined(scan, to) || draft.behind !== to)
    return;
  draft.high = draft.low + 9;
  draft.step = 10;
  draft.to = to + 1;
  draft.behind = to + 1;
  draft.amount.to = to + 1;
}

function isDecadeOfLife(scan: Scan, draft: Draft): boolean {
  if (draft.high !== draft.low + 9) return false;
  const at = isDash(scan, draft.from - 1) ? draft.from - 3 : draft.from - 1;
  return /^(?:his|her|their|my|your|our|early|late|mid)$/.test(word(scan, at));
}

const OF_AGE = wordSet("between aged age ages of");

function isAged(scan: Scan, at: number): boolean {
  if (!OF_AGE.has(scan.tokens, at)) return false;
  const name = word(scan, at);
  if (name === "between" && word(scan, at - 1) === "aged") return true;
  if (name === "aged" || name === "age" || name === "ages") return true;
  return name === "of" && (word(scan, at - 1) === "age" || word(scan, at - 1) === "ages");
}

const PEOPLE = wordSet("men women boys girls brothers sisters teenagers people soldiers officers suspects defendants");

/** "two men, 24 and 31, were held": the first of such two stands at a token. */
function isPair(scan: Scan, first: number): boolean {
  return (
    PEOPLE.has(scan.tokens, first - 2) &&
    isMark(scan, first - 1, 0x2c) &&
    isNumber(scan, first) &&
    word(scan, first + 1) === "and" &&
    isNumber(scan, first + 2) &&
    isMark(scan, first + 3, 0x2c)
  );
}

const ONE = wordSet("he she");
const IS = wordSet("was is turned turns");
const GOES_ON = wordSet("and but when at");

/** "He was 43 and had two sons." */
function isSaidOfOne(scan: Scan, { from, to, low }: Draft): boolean {
  if (low < 2 || to !== from + 1 || !IS.has(scan.tokens, from - 1) || !ONE.has(scan.tokens, from - 2)) return false;
  return GOES_ON.has(scan.tokens, to) || isMark(scan, to, 0x2e) || isMark(scan, to, 0x2c);
}

const USUAL = wordSet("average mean median typical");
const MOST_BEFORE = 8;

/** "The average age of those polled was 61." */
function isSaidOfAge(scan: Scan, { from, to }: Draft): boolean {
  if (!IS.has(scan.tokens, from - 1) || !(isMark(scan, to, 0x2e) || isMark(scan, to, 0x2c))) return false;
  for (let at = from - 2; at > from - MOST_BEFORE && at > 0; at--)
    if (word(scan, at) === "age") return USUAL.has(scan.tokens, at - 1);
  return false;
}

const SOMEBODY = wordSet("boy girl man woman child");
const ENDS = wordSet("in at on from was were is who had has alive dead and with");

/** "a boy of seven" */
function isOfYears(scan: Scan, { from, to }: Draft): boolean {
  if (word(scan, from - 1) !== "of" || !SOMEBODY.has(scan.tokens, from - 2)) return false;
  return ENDS.has(scan.tokens, to) || isMark(scan, to, 0x2e) || isMark(scan, to, 0x2c);
}

/** A bare number between commas behind a name. */
function isApposed(scan: Scan, draft: Draft): boolean {
  const { from, to } = draft;
  if (draft.low > 20 && !isNumber(scan, from)) return false;
  if (!isMark(scan, from - 1, 0x2c) || !isWord(scan, from - 2) || !isCapital(scan, from - 2)) return false;
  if (to !== from + 1) return false;
  if (word(scan, to) === "and" || word(scan, to) === "who") return true;
  const closed = isNumber(scan, from) && (isMark(scan, to, 0x2e) || isMark(scan, to, 0x29));
  return joined(scan, to) && (closed || isMark(scan, to, 0x2c));
}
