import { Lexicon } from "../../text/lexicon.ts";
import { PLAIN, readCardinal } from "./cardinal.ts";
import { type Amount, follows, isHyphen, isMark, isNumber, joined, type Scan, word } from "./scan.ts";
import { PERIOD_UNITS } from "./units.ts";
import { DENOMINATORS, NUMBER_WORDS, ORDINALS, SCALE_AFTER_DIGITS } from "./words.ts";

/** Takes a numerator; gives the fraction where a denominator in words follows ("two thirds", "one-fifth", "three twenty-fifths"), else `null`. */
export function readFraction(scan: Scan, numerator: Amount): Amount | null {
  const hyphen = isHyphen(scan, numerator.to) || isSpacedHyphen(scan, numerator) ? 1 : 0;
  const at = numerator.to + hyphen;
  if (!follows(scan, at) || numerator.form === "fraction") return null;
  const found = denominator(scan, at);
  if (found === null) return null;
  const mixed = readMixedWords(scan, numerator, found);
  if (mixed !== null) return mixed;
  if (!agrees(scan, numerator, found, hyphen === 1)) return null;
  const value = numerator.low / found.value;
  const amount: Amount = { ...numerator, to: found.to, low: value, high: value, step: value / 100, form: "fraction" };
  readOfScale(scan, amount);
  return amount;
}

/** "one - fourth", as tokenizers leave it. */
function isSpacedHyphen(scan: Scan, numerator: Amount): boolean {
  return numerator.form === "words" && isMark(scan, numerator.to, 0x2d) && !joined(scan, numerator.to);
}

/** "one hundred and three quarters" is 100.75, "five billion and three quarters" 5.75 billion: the part behind "and" is parted alone. */
function readMixedWords(scan: Scan, numerator: Amount, found: Denominator): Amount | null {
  const before = numerator.beforeAnd;
  if (!before) return null;
  const part = numerator.low - before.value;
  if (part <= 0 || part >= found.value || found.plural !== part > 1) return null;
  const named = SCALE_AFTER_DIGITS.find(scan.tokens, found.to);
  const scale = named ?? (before.value >= 1e6 ? 1000 ** Math.floor(Math.log10(before.value) / 3) : 1);
  const value = before.value + (part / found.value) * scale;
  const to = named === undefined ? found.to : found.to + 1;
  return { ...numerator, to, low: value, high: value, step: scale / 100, form: "words" };
}

interface Denominator {
  readonly value: number;
  readonly plural: boolean;
  readonly to: number;
}

/** "third(s)", "twenty-first(s)". */
function denominator(scan: Scan, at: number): Denominator | null {
  const { tokens } = scan;
  const simple = DENOMINATORS.find(tokens, at);
  if (simple !== undefined) return { value: simple, plural: word(scan, at).endsWith("s"), to: at + 1 };
  const tens = NUMBER_WORDS.find(tokens, at);
  if (tens?.kind !== "tens") return null;
  const unit = isHyphen(scan, at + 1) ? at + 2 : at + 1;
  const rank = RANKS_BELOW_TEN.find(tokens, unit);
  return rank === undefined ? null : { value: tens.value + rank, plural: word(scan, unit).endsWith("s"), to: unit + 1 };
}

const RANKS_BELOW_TEN = new Lexicon<number>(
  "first second third fourth fifth sixth seventh eighth ninth"
    .split(" ")
    .flatMap((name, i) => [[name, i + 1] as const, [`${name}s`, i + 1] as const]),
);

/** "one third" and "two thirds" are fractions; "two third" and "one second" are not. */
function agrees(scan: Scan, numerator: Amount, found: Denominator, hyphen: boolean): boolean {
  if (numerator.form === "digits" && found.value > 10) return false;
  if (numerator.low === 1) return !found.plural && !isOrdinalUse(scan, numerator, found, hyphen);
  return found.plural;
}

/** "a third man", "a quarter", "a fifth": ordinals and periods unless something is parted. */
function isOrdinalUse(scan: Scan, numerator: Amount, found: Denominator, hyphen: boolean): boolean {
  const article = word(scan, numerator.from) === "a";
  if (!article || hyphen) return false;
  if (found.value > 12 && found.value !== 20) return false;
  const next = word(scan, found.to);
  const before = word(scan, numerator.from - 1);
  return !(PARTED.has(next) || BOUND_BEFORE.has(before));
}

const PARTED = new Set(
  "of more less higher lower as from to percent percentage fewer larger bigger smaller the".split(" "),
);
const BOUND_BEFORE = new Set(
  "about around nearly almost over than roughly some by least most approximately exactly only just under to and".split(
    " ",
  ),
);

/** "two thirds of a million". */
function readOfScale(scan: Scan, amount: Amount): void {
  const at = amount.to;
  const behind = word(scan, at) === "of" && word(scan, at + 1) === "a" ? at + 2 : at;
  const scale = SCALE_AFTER_DIGITS.find(scan.tokens, behind);
  if (scale === undefined || scale < 1e6 || !follows(scan, behind)) return;
  amount.low *= scale;
  amount.high *= scale;
  amount.step *= scale;
  amount.scaled = true;
  amount.form = "words";
  amount.to = behind + 1;
}

/** Takes a first number; gives the share where "in", "out of" and a second number follow ("two in five", "one in 10", "1-in-5"), else `null`. */
export function readShare(scan: Scan, part: Amount): Amount | null {
  const link = shareLink(scan, part.to);
  if (link < 0 || !follows(scan, link) || part.scaled || !isWhole(part.low)) return null;
  const whole = readCardinal(scan, link, PLAIN);
  if (whole === null || !isWhole(whole.low) || whole.low <= part.low || part.low === 0) return null;
  if (!isShare(scan, part, whole, linkWord(scan, link - 1))) return null;
  const value = part.low / whole.low;
  return { ...part, to: whole.to, low: value, high: value, step: value / 100, form: "fraction" };
}

function isWhole(value: number): boolean {
  return Number.isInteger(value);
}

/** The token behind "in", "-in-", "out of", "over"; -1 where there is none. */
function shareLink(scan: Scan, at: number): number {
  if (!follows(scan, at)) return -1;
  if (isHyphen(scan, at) && word(scan, at + 1) === "in" && isHyphen(scan, at + 2)) return at + 3;
  const first = word(scan, at);
  const link =
    first === "in" || first === "over"
      ? at + 1
      : first === "out" && word(scan, at + 1) === "of" && follows(scan, at + 1)
        ? at + 2
        : -1;
  return link > 0 && follows(scan, link) && word(scan, link) === "every" ? link + 1 : link;
}

function linkWord(scan: Scan, at: number): string {
  return word(scan, word(scan, at) === "every" ? at - 1 : at);
}

const PARTS_IN = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 30, 40, 50, 60, 100, 1000]);

function isShare(scan: Scan, part: Amount, whole: Amount, link: string): boolean {
  if (PERIOD_UNITS.has(scan.tokens, isHyphen(scan, whole.to) ? whole.to + 1 : whole.to)) return false;
  if (link === "of") return true;
  if (link === "over") return part.low === 1;
  if (isNumber(scan, whole.to) || joined(scan, whole.to + 1)) return part.low === 1;
  return part.low === 1
    ? whole.low < 1900 || whole.low > 2100 || whole.scaled
    : part.low <= 99 && PARTS_IN.has(whole.low);
}

/** The rank of an ordinal word; `undefined` where there is none. */
export function ordinalAt(scan: Scan, at: number): number | undefined {
  return ORDINALS.find(scan.tokens, at);
}
