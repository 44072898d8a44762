import { anyOf, wordSet } from "../../text/lexicon.ts";
import { type CardinalRules, PLAIN, readCardinal } from "./cardinal.ts";
import { isHalfBehind } from "./compound.ts";
import { ordinalAt, readFraction, readShare } from "./fractions.ts";
import { vulgarAt } from "./numeral.ts";
import { type Amount, follows, isHyphen, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { PERIOD_UNITS } from "./units.ts";
import { DENOMINATORS, NUMBER_WORDS, SCALE_AFTER_DIGITS, VAGUE_FACTORS, VAGUE_PLURALS } from "./words.ts";

/**
 * Takes a token index and what stands around; gives the number that starts there with everything that belongs to its value:
 * scale words, halves and other fractions, vague plurals. `null` where none starts there.
 */
export function readAmount(scan: Scan, at: number, rules: CardinalRules = PLAIN): Amount | null {
  if (isNumber(scan, at)) return finish(scan, readCardinal(scan, at, rules));
  if (!isWord(scan, at)) return null;
  const first = word(scan, at);
  if (first === "half" || first === "quarter") return readHalf(scan, at);
  if (first === "a" || first === "an") return readBehindArticle(scan, at);
  if (VAGUE_PLURALS.has(scan.tokens, at)) return readVague(scan, at);
  if (VAGUE_FACTORS.has(scan.tokens, at)) return readFactor(scan, at);
  return finish(scan, readCardinal(scan, at, rules));
}

/** Everything that may follow a cardinal and change its value. */
function finish(scan: Scan, amount: Amount | null): Amount | null {
  if (amount === null || (isWord(scan, amount.to) && !GOING_ON.has(scan.tokens, amount.to))) return amount;
  readPoint(scan, amount);
  return readFraction(scan, amount) ?? readShare(scan, amount) ?? withTail(scan, amount);
}

/** Words with which the rest of a value may begin. */
const GOING_ON = anyOf([DENOMINATORS, NUMBER_WORDS], "point in over out and");

/** "two point five", "zero point zero three". */
function readPoint(scan: Scan, amount: Amount): void {
  if (amount.form !== "words" || word(scan, amount.to) !== "point" || !follows(scan, amount.to)) return;
  const digits: number[] = [];
  let at = amount.to + 1;
  for (; digits.length < 12 && follows(scan, at); at++) {
    if (isHyphen(scan, at) && digits.length > 0) at++;
    const found = NUMBER_WORDS.find(scan.tokens, at);
    if (found === undefined || found.value > 99) break;
    digits.push(found.value);
  }
  if (digits.length === 0) return;
  const part = decimalPart(digits);
  setValue(amount, amount.low + part.value, at);
  amount.step = part.step;
  applyScale(scan, amount);
}

/** "zero three" is .03, "seventy one" .71. */
function decimalPart(digits: readonly number[]): { value: number; step: number } {
  let text = "";
  for (const [i, digit] of digits.entries()) {
    const afterTens = i > 0 && digit < 10 && digit > 0 && (digits[i - 1] as number) >= 20;
    text = afterTens ? text.slice(0, -1) + String(digit) : text + String(digit);
  }
  return { value: Number(`0.${text}`), step: 10 ** -text.length };
}

/** "four and a half", "five-and-a-half", "twenty and three fifths", "two and a half million", "3 million and a half". */
function withTail(scan: Scan, amount: Amount): Amount {
  const vulgar = amount.form === "words" ? vulgarAt(scan, amount.to) : undefined;
  const tail = vulgar === undefined ? tailOf(scan, amount) : { value: vulgar, to: amount.to + 1 };
  if (tail === null) return amount;
  const unit = amount.scaled && lastScale(scan, amount.to - 1) > 1000 ? lastScale(scan, amount.to - 1) : 1;
  setValue(amount, amount.low + tail.value * unit, tail.to);
  amount.step = unit / 10;
  if (unit === 1) applyScale(scan, amount);
  return amount;
}

function lastScale(scan: Scan, at: number): number {
  return SCALE_AFTER_DIGITS.find(scan.tokens, at) ?? 1;
}

function tailOf(scan: Scan, amount: Amount): { value: number; to: number } | null {
  let at = amount.to;
  if (isHyphen(scan, at)) at++;
  if (word(scan, at) !== "and" || !follows(scan, at)) return null;
  at++;
  if (isHyphen(scan, at)) at++;
  const article = word(scan, at) === "a" || word(scan, at) === "one";
  if (!follows(scan, at)) return null;
  if (!article) return fractionTail(scan, at);
  at++;
  if (isHyphen(scan, at)) at++;
  if (!follows(scan, at)) return null;
  const part = word(scan, at) === "half" ? 0.5 : word(scan, at) === "quarter" ? 0.25 : 0;
  if (part > 0) return smallerScale(scan, amount, part, at + 1);
  return fractionTail(scan, at - 1);
}

/** "one billion and a half million": the half is of its own scale. */
function smallerScale(scan: Scan, amount: Amount, part: number, to: number): { value: number; to: number } {
  const scale = amount.scaled ? scaleAt(scan, to) : undefined;
  if (scale === undefined) return { value: part, to };
  return { value: (part * scale) / lastScale(scan, amount.to - 1), to: to + 1 };
}

function fractionTail(scan: Scan, at: number): { value: number; to: number } | null {
  const numerator = word(scan, at) === "a" ? one(at) : readCardinal(scan, at, PLAIN);
  if (numerator === null || numerator.form !== "words") return null;
  const fraction = readFraction(scan, numerator);
  return fraction === null || fraction.low >= 1 ? null : { value: fraction.low, to: fraction.to };
}

function one(at: number): Amount {
  return { from: at, to: at + 1, low: 1, high: 1, step: 1, vague: false, scaled: false, form: "words" };
}

function setValue(amount: Amount, value: number, to: number): void {
  amount.low = value;
  amount.high = value;
  amount.to = to;
}

/** A scale word behind a value that is already whole: "2½ million", "half a million". */
function applyScale(scan: Scan, amount: Amount): void {
  for (
    let scale = scaleAt(scan, amount.to);
    scale !== undefined && amount.low < 1e15;
    scale = scaleAt(scan, amount.to)
  ) {
    amount.low *= scale;
    amount.high *= scale;
    amount.step *= scale;
    amount.scaled = true;
    amount.to += 1;
  }
}

function scaleAt(scan: Scan, at: number): number | undefined {
  return follows(scan, at) ? SCALE_AFTER_DIGITS.find(scan.tokens, at) : undefined;
}

/** "half", "half a million", "half a dozen", "quarter million". */
function readHalf(scan: Scan, at: number): Amount | null {
  const value = word(scan, at) === "half" ? 0.5 : 0.25;
  const amount: Amount = { ...one(at), low: value, high: value, step: 0.1, form: "fraction" };
  const article = word(scan, at + 1) === "a" ? 1 : 0;
  const hyphen = isHyphen(scan, at + 1) ? 1 : 0;
  if (follows(scan, at + 1) && scaleAt(scan, at + 1 + article + hyphen) !== undefined) {
    amount.to = at + 1 + article + hyphen;
    amount.form = "words";
    applyScale(scan, amount);
    return amount;
  }
  return value === 0.5 && isParted(scan, at) ? amount : null;
}

const PARTED_BY_HALF = wordSet("of a an the its their his her our my your those these that all as this");
const BEFORE_HALF = wordSet(
  "than about nearly almost over under around roughly least some by exactly only just approximately in most a",
);

/** "half of them", "more than half", "half an hour"; not "the second half", "half-brother". */
function isParted(scan: Scan, at: number): boolean {
  if (ordinalAt(scan, at - 1) !== undefined || /^(?:latter|former|top|bottom|other|better)$/.test(word(scan, at - 1)))
    return false;
  if (isHyphen(scan, at + 1)) return PERIOD_UNITS.has(scan.tokens, at + 2);
  return PARTED_BY_HALF.has(scan.tokens, at + 1) || BEFORE_HALF.has(scan.tokens, at - 1);
}

/** "a hundred", "a million", "a dozen", "a third", "a half", "a few hundred", "a couple of thousand". */
function readBehindArticle(scan: Scan, at: number): Amount | null {
  if (!follows(scan, at + 1)) return null;
  const next = NUMBER_WORDS.find(scan.tokens, at + 1);
  const inner =
    next?.kind === "hundred" || next?.kind === "scale"
      ? readAmount(scan, at + 1)
      : (readFraction(scan, one(at)) ??
        (next === undefined && !joined(scan, at + 1) ? innerVague(scan, at + 1) : null));
  if (inner === null) return isHalfBehind(scan, at + 2) ? one(at) : null;
  inner.from = at;
  return inner;
}

function innerVague(scan: Scan, at: number): Amount | null {
  if (VAGUE_FACTORS.has(scan.tokens, at)) return readFactor(scan, at);
  const first = word(scan, at);
  return first === "half" || first === "quarter" ? readHalf(scan, at) : null;
}

/** "dozens", "tens of thousands", "hundreds of millions". */
function readVague(scan: Scan, at: number): Amount | null {
  const { tokens } = scan;
  let [low, high] = VAGUE_PLURALS.find(tokens, at) as readonly [number, number];
  let to = at + 1;
  for (let more = behindOf(scan, to); more !== null && low < 1e15; more = behindOf(scan, to)) {
    low *= more.scale;
    high = (high + 1) * more.scale - 1;
    to = more.to;
  }
  if (word(scan, at) === "tens" && to === at + 1) return null;
  return { from: at, to, low, high, step: low, vague: true, scaled: true, form: "words" };
}

function behindOf(scan: Scan, at: number): { scale: number; to: number } | null {
  if (word(scan, at) !== "of" || !follows(scan, at + 1)) return null;
  const plural = VAGUE_PLURALS.find(scan.tokens, at + 1);
  return plural === undefined
    ? null
    : { scale: SCALE_AFTER_DIGITS.find(scan.tokens, at + 1) ?? plural[0] / 2, to: at + 2 };
}

/** "several hundred", "few thousand", "couple of hundred", "couple". */
function readFactor(scan: Scan, at: number): Amount | null {
  const [low, high] = VAGUE_FACTORS.find(scan.tokens, at) as readonly [number, number];
  const to = word(scan, at + 1) === "of" ? at + 2 : at + 1;
  const scale = scaleAt(scan, to);
  if (scale === undefined || (to === at + 2 && high > 3)) return null;
  const amount: Amount = { ...one(at), to, low, high, vague: true };
  applyScale(scan, amount);
  return amount;
}
