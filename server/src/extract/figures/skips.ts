import { anyOf, wordSet } from "../../text/lexicon.ts";
import { NEW_LINE } from "../../text/tokens.ts";
import { isCounted } from "./counted.ts";
import {
  codeAt,
  follows,
  isCapital,
  isDash,
  isHyphen,
  isMark,
  isNumber,
  isWord,
  joined,
  type Scan,
  word,
} from "./scan.ts";

/**
 * Takes the index of a NUMBER; gives the token behind a stretch that holds no quantity (a model's name, a time of day, a list
 * mark, a telephone number, an address, a citation mark), or the index itself where a quantity may stand.
 */
export function skipFrom(scan: Scan, at: number): number {
  for (const skip of SKIPS) {
    const to = skip(scan, at);
    if (to > at) return to;
  }
  return at;
}

const SKIPS: readonly ((scan: Scan, at: number) => number)[] = [
  skipGlued,
  skipTime,
  skipListMark,
  skipCitation,
  skipPhone,
  skipSize,
  skipAddress,
];

/** Numbers grown together with letters or signs that make names, addresses or file names of them: "F-22", "A400M", "/2017/", "#5". */
function skipGlued(scan: Scan, at: number): number {
  if (!joined(scan, at)) return at;
  const before = at - 1;
  if (isWord(scan, before)) return isNameBefore(scan, before) ? endOfChain(scan, at) : at;
  const code = codeAt(scan, before);
  if (code === 0x2f) return isNumber(scan, at - 2) || isWord(scan, at - 2) ? endOfChain(scan, at) : at;
  if (isDash(scan, before) && joined(scan, before)) return skipBehindDash(scan, at);
  if (code === 0x2e) return joined(scan, before) ? endOfChain(scan, at) : at;
  if (code === 0x3d) return "?&".includes(scan.tokens.raw(at - 3) || "-") ? endOfChain(scan, at) : at;
  if (code === 0x25) return joined(scan, before) ? endOfChain(scan, at) : at;
  if (code === 0x5f && !joined(scan, before)) return at;
  return "_#@&\\^".includes(String.fromCharCode(code)) ? endOfChain(scan, at) : at;
}

/** Letters before a number make a name, but for those that stand between two numbers ("5x10"), a currency or a bound. */
function isNameBefore(scan: Scan, at: number): boolean {
  return (
    !/^(?:usd|eur|gbp|chf|aud|cad|rs|jpy|inr|cny|rmb|sek|nok|dkk|pln|zar|meur|musd|c|ca)$/.test(word(scan, at)) ||
    joined(scan, at)
  );
}

const BOUND_PREFIXES = wordSet(
  "mid sub plus minus over under about around nearly almost some early late pre post then",
);

/** "COVID-19" is a name, "$5m-10m" a range, "mid-40s" an age. */
function skipBehindDash(scan: Scan, at: number): number {
  const left = at - 2;
  if (!isWord(scan, left) || codeAt(scan, at - 1) === 0x2014) return at;
  if (joined(scan, left) && isNumber(scan, left - 1)) return at;
  if (codeAt(scan, at - 1) === 0x2013) return isCapital(scan, left) ? endOfChain(scan, at) : at;
  const decade = word(scan, at + 1) === "s" && joined(scan, at + 1);
  if (BOUND_PREFIXES.has(scan.tokens, left) && (decade || !/^(?:under|over)$/.test(word(scan, left)))) return at;
  if (word(scan, left) === "to" || word(scan, left) === "in" || word(scan, left) === "and") return at;
  return endOfChain(scan, at);
}

/** The token behind everything that hangs together without a blank. Walked once, since the scan goes on behind it. */
function endOfChain(scan: Scan, at: number): number {
  let to = at + 1;
  while (joined(scan, to) && (isWord(scan, to) || isNumber(scan, to) || "-/_.".includes(scan.tokens.raw(to)))) to++;
  return to;
}

/** Takes the index of "http" or "www"; gives the token behind the address that begins there. */
export function behindUrl(scan: Scan, at: number): number {
  const opens = isMark(scan, at + 1, 0x3a) || isMark(scan, at + 1, 0x2e);
  let to = at + 1;
  while (opens && joined(scan, to)) to++;
  return to;
}

const HALVES = wordSet("am pm a.m. p.m. a.m p.m");
const CLOCKS = wordSet("gmt utc bst cet est edt pst pdt o'clock hrs");

const OF_TIME = anyOf([HALVES, CLOCKS]);

/** "5:30", "5:30 p.m.", "10am", "17:00:12", "1430 GMT", "5 o'clock", "7.30pm". */
function skipTime(scan: Scan, at: number): number {
  let to = at + 1;
  if (isWord(scan, to) && !OF_TIME.has(scan.tokens, to)) return at;
  const colon = isMark(scan, to, 0x3a) && joined(scan, to) && joined(scan, to + 1) && isMinutes(scan, at, to + 1);
  if (colon) {
    to += 2;
    if (isMark(scan, to, 0x3a) && isNumber(scan, to + 1) && joined(scan, to + 1)) to += 2;
  }
  const short = (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) <= 5;
  if (short && follows(scan, to) && HALVES.has(scan.tokens, to)) return isHalf(scan, to) ? to + 1 : at;
  if (short && follows(scan, to) && CLOCKS.has(scan.tokens, to) && isClock(scan, at, to)) return to + 1;
  return colon ? to : at;
}

/** "1430 hrs" is a time, "24 hrs" a duration, "$5 EST" neither. */
function isClock(scan: Scan, at: number, to: number): boolean {
  if (word(scan, to) === "hrs" && scan.tokens.raw(at).length !== 4) return false;
  return !isMark(scan, at - 1, 0x24);
}

function isMinutes(scan: Scan, at: number, behind: number): boolean {
  const hours = scan.tokens.raw(at);
  const minutes = scan.tokens.raw(behind);
  return hours.length <= 2 && Number(hours) <= 24 && /^[0-5]\d(?:\.\d+)?$/.test(minutes);
}

/** "2 am" with a blank is a time, "I am" is not reached; a picometre has no article behind it. */
function isHalf(scan: Scan, at: number): boolean {
  return word(scan, at) !== "am" || !isCapital(scan, at) || scan.tokens.raw(at) === "AM";
}

/** "1. ", "2) ", "(3) " at the head of a line, and the numbers of headings ("2.1 Methods"). */
function skipListMark(scan: Scan, at: number): number {
  const open = isMark(scan, at - 1, 0x28) ? at - 1 : at;
  if (!isLineHead(scan, open)) return at;
  const code = codeAt(scan, at + 1);
  const marked =
    (code === 0x2e || code === 0x29) && joined(scan, at + 1) && !joined(scan, at + 2) && at + 2 < scan.tokens.count;
  if (marked && (scan.tokens.gap[at + 2] as number) < NEW_LINE) return at + 2;
  const raw = scan.tokens.raw(at);
  return /^\d\d?\.\d\d?$/.test(raw) && isCapital(scan, at + 1) && !joined(scan, at + 1) ? at + 1 : at;
}

/** Says whether nothing but the marks of lists, headings and quotations stands before the token on its line. */
function isLineHead(scan: Scan, at: number): boolean {
  for (let back = at; back > at - 8 && back >= 0; back--) {
    if ((scan.tokens.gap[back] as number) >= NEW_LINE) return true;
    if (isWord(scan, back - 1) || !"#>*-+".includes(scan.tokens.raw(back - 1))) return false;
  }
  return false;
}

/** "[12]", "[3, 4]", "[5–7]". */
function skipCitation(scan: Scan, at: number): number {
  if (!isMark(scan, at - 1, 0x5b)) return at;
  let to = at;
  while (to < at + 60 && (isNumber(scan, to) || ",;–-".includes(scan.tokens.raw(to) || "?"))) to++;
  return isMark(scan, to, 0x5d) && !isCounted(scan, to + 1) ? to + 1 : at;
}

const CALLS = wordSet("call called calling calls dial dialled dialed dialing ring rang phone telephone tel fax text");

/** "+1-222-555-0199", "020 7946 0958", "555-0199", "call 911": numbers to ring, not to count. */
function skipPhone(scan: Scan, at: number): number {
  const length = (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number);
  const plus = isMark(scan, at - 1, 0x2b) && joined(scan, at);
  const dialled = CALLS.has(scan.tokens, at - 1) || (length === 3 && isEmergency(scan, at));
  const zero = length >= 2 && codeAt(scan, at) === 0x30 && !/[.,]/.test(scan.tokens.raw(at));
  if (zero && isMark(scan, at + 1, 0x29) && isNumber(scan, at + 2)) return at + 3;
  const groups = digitGroups(scan, at, plus || zero || dialled);
  if (groups.count >= 3 && !isDated(scan, at)) return groups.to;
  if ((plus || zero) && groups.count >= 2) return groups.to;
  return (groups.count === 2 && isAmerican(scan, at, groups.to)) || (dialled && length >= 3) ? groups.to : at;
}

function isEmergency(scan: Scan, at: number): boolean {
  return (
    /^(?:911|999|112)$/.test(scan.tokens.raw(at)) && /^(?:calls?|operators?|dispatchers?)$/.test(word(scan, at + 1))
  );
}

/** "555-0199" */
function isAmerican(scan: Scan, at: number, behind: number): boolean {
  return /^\d{3}$/.test(scan.tokens.raw(at)) && /^0\d{3}$/.test(scan.tokens.raw(behind - 1));
}

/** Groups of bare digits parted by hyphens, or by blanks too. */
function digitGroups(scan: Scan, at: number, blanks: boolean): { count: number; to: number } {
  let to = at + 1;
  let count = 1;
  while (count < 8) {
    const next = isHyphen(scan, to) && codeAt(scan, to) === 0x2d ? to + 1 : blanks && !joined(scan, to) ? to : -1;
    if (next < 0 || !isNumber(scan, next) || !/^\d{2,8}$/.test(scan.tokens.raw(next))) return { count, to };
    to = next + 1;
    count++;
  }
  return { count, to };
}

function isDated(scan: Scan, at: number): boolean {
  return /^\d{4}$/.test(scan.tokens.raw(at)) && /^\d\d?$/.test(scan.tokens.raw(at + 2));
}

/** "1920x1080", "16×9". */
function skipSize(scan: Scan, at: number): number {
  const code = codeAt(scan, at + 1);
  if ((code !== 0x78 && code !== 0xd7) || !joined(scan, at + 1) || !joined(scan, at + 2)) return at;
  if (!isNumber(scan, at + 2) || scan.tokens.raw(at + 2) === "10") return at;
  return scan.tokens.raw(at + 1).length === 1 && isPlainSize(scan, at) ? at + 3 : at;
}

function isPlainSize(scan: Scan, at: number): boolean {
  return /^\d{1,5}$/.test(scan.tokens.raw(at)) && /^\d{1,5}$/.test(scan.tokens.raw(at + 2));
}

const STREETS = wordSet(
  "street st road rd avenue ave lane ln drive boulevard blvd square place court terrace crescent gardens row parkway broadway highway close wharf",
);

/** "10 Downing Street", "1600 Pennsylvania Avenue", "PA 23456". */
function skipAddress(scan: Scan, at: number): number {
  const length = (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number);
  if (length === 5 && isMark(scan, at - 2, 0x2c) && /^[A-Z]{2}$/.test(scan.tokens.raw(at - 1))) return at + 1;
  if (length > 5 || !isCapital(scan, at + 1) || joined(scan, at + 1)) return at;
  for (let next = at + 1; next <= at + 4 && isCapital(scan, next); next++) {
    if (next > at + 1 && STREETS.has(scan.tokens, next)) return next + 1;
  }
  return at;
}
