import { anyOf, wordSet } from "../../text/lexicon.ts";
import { JOINED, PLAIN, WORD } from "../../text/tokens.ts";
import type { Bound, Dimension, Quantity } from "../types.ts";
import { readAmount } from "./amount.ts";
import { type BoundWords, boundAfter, boundBefore } from "./bounds.ts";
import type { CardinalRules } from "./cardinal.ts";
import { readCompound } from "./compound.ts";
import { type Currency, currencyAfter, currencyBefore, MONEY_WORDS } from "./money.ts";
import { isPointFirst } from "./numeral.ts";
import { type Amount, follows, isDash, isHyphen, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { multipleBehind } from "./special.ts";
import { readUnit, UNIT_WORDS } from "./units.ts";
import { SCALE_AFTER_DIGITS } from "./words.ts";

/** A figure being read: its value, the tokens of its span, and the token behind its unit. */
export interface Draft {
  low: number;
  high: number;
  step: number;
  vague: boolean;
  dimension: Dimension;
  unit: string | null;
  /** Tokens of the span: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  /** The token behind the unit, where bound words or the second half of a range may stand. */
  behind: number;
  readonly amount: Amount;
}

/** Takes the index of a number, the first token that is free, and what the surroundings say; gives the number with its currency, sign and unit, or `null`. */
export function readDraft(scan: Scan, at: number, free: number, hints: CardinalRules): Draft | null {
  const found = currencyBefore(scan, at);
  const currency = found !== null && found.from >= free ? found : null;
  const amount = readAmount(scan, at, { money: currency !== null || hints.money, apart: hints.apart });
  if (amount === null) return null;
  if (isPointFirst(scan, at) && at - 1 >= free && amount.from === at) amount.from = at - 1;
  const draft = draftOf(amount);
  if (currency !== null) pay(scan, draft, currency);
  else if (mayMeasure(scan, draft)) measure(scan, draft);
  if (draft.unit !== null) readCompound(scan, draft);
  readSign(scan, draft, free);
  return draft;
}

function draftOf(amount: Amount): Draft {
  const { low, high, step, vague, from, to } = amount;
  const dimension = amount.form === "fraction" ? "fraction" : "count";
  return { low, high, step, vague, dimension, unit: null, from, to, behind: to, amount };
}

function pay(scan: Scan, draft: Draft, currency: Currency): void {
  draft.dimension = "money";
  draft.unit = currency.unit;
  draft.from = currency.from;
  times(draft, currency.factor);
  const named = currencyAfter(scan, draft.to, true);
  if (named !== null && named.unit === currency.unit) draft.behind = named.to;
}

function times(draft: Draft, factor: number): void {
  draft.low *= factor;
  draft.high *= factor;
  draft.step *= factor;
}

/** Whether something that measures may stand behind the number: a sign, or a word of the lists of units. */
function mayMeasure({ tokens }: Scan, { to, amount }: Draft): boolean {
  if (tokens.kind[to] !== WORD || tokens.gap[to] === JOINED || amount.form === "fraction") return true;
  const short = (tokens.end[to] as number) - (tokens.start[to] as number) === 1;
  return short || !((tokens.shape[to] as number) & PLAIN) || MEASURING.has(tokens, to);
}

const MEASURING = anyOf([UNIT_WORDS, MONEY_WORDS], "times fold");

/** The unit behind the number: a currency, a percentage, a time, a measure, or nothing. */
function measure(scan: Scan, draft: Draft): void {
  const digits = draft.amount.form !== "words" || draft.amount.scaled;
  const money = currencyAfter(scan, draft.to, digits);
  if (money !== null) {
    draft.dimension = "money";
    draft.unit = money.unit;
    draft.to = money.to;
    draft.behind = money.to;
    times(draft, money.factor);
    scaleBehind(scan, draft);
    return;
  }
  const broken = !Number.isInteger(draft.low) && word(scan, draft.to) === "times";
  const multiple = broken ? draft.to : multipleBehind(scan, draft.to);
  if (multiple >= 0) {
    draft.dimension = "multiple";
    if (multiple > draft.to) draft.to = multiple;
    draft.behind = draft.to;
    return;
  }
  const unit = readUnit(scan, draft.to + articleBehind(scan, draft), isNumber(scan, draft.to - 1));
  if (unit === null) return;
  draft.dimension = unit.dimension;
  draft.unit = unit.unit;
  draft.behind = unit.to;
  if (unit.dimension === "percent") draft.to = unit.to;
  if (unit.unit === "pound" && isSterling(scan, draft)) {
    draft.dimension = "money";
    draft.unit = "GBP";
    draft.to = unit.to;
  }
}

const PAYING = wordSet(
  "paid pay pays paying cost costs costing spent spend spends worth earn earns earned fined owes owed raised raise saved save price priced",
);

/** Pounds are money in millions and where somebody pays them; else a weight. */
function isSterling(scan: Scan, draft: Draft): boolean {
  if (draft.low >= 1e6) return !isHyphen(scan, draft.amount.to);
  return PAYING.has(scan.tokens, draft.from - 1) || PAYING.has(scan.tokens, draft.from - 2);
}

/** "75 USD million". */
function scaleBehind(scan: Scan, draft: Draft): void {
  const scaled = draft.amount.scaled || !follows(scan, draft.to);
  const scale = scaled ? undefined : SCALE_AFTER_DIGITS.find(scan.tokens, draft.to);
  if (scale === undefined || scale < 1e6) return;
  times(draft, scale);
  draft.to += 1;
  draft.behind = draft.to;
}

/** "half an hour", "three quarters of a mile": the article between a part and its unit. */
function articleBehind(scan: Scan, draft: Draft): number {
  if (draft.amount.form !== "fraction") return 0;
  const of = word(scan, draft.to) === "of" ? 1 : 0;
  const article = word(scan, draft.to + of);
  return article === "a" || article === "an" ? of + 1 : 0;
}

const MINUS = wordSet("minus negative");

/** "-5", "−3.2", "minus five", "-$5": a sign that nothing stands before. */
function readSign(scan: Scan, draft: Draft, free: number): void {
  const at = draft.from - 1;
  if (at < free) return;
  const named = MINUS.has(scan.tokens, at);
  if (!named && !isMinus(scan, at) && !isCold(scan, draft)) return;
  draft.from = at;
  [draft.low, draft.high] = [-draft.high, -draft.low];
}

/** "- 20 degrees Celsius": a blank is let pass before a temperature. */
function isCold(scan: Scan, draft: Draft): boolean {
  const at = draft.from - 1;
  return draft.unit?.startsWith("°") === true && isMark(scan, at, 0x2d) && !joined(scan, at) && isWord(scan, at - 1);
}

function isMinus(scan: Scan, at: number): boolean {
  if (!isDash(scan, at) || isMark(scan, at, 0x2013) || isMark(scan, at, 0x2014)) return false;
  if (joined(scan, at)) return "~∼≈(<>=≤≥[".includes(scan.tokens.raw(at - 1)) && scan.tokens.raw(at - 1) !== "";
  return joined(scan, at + 1) && !isNumber(scan, at - 1);
}

/** Takes a draft and the first token that is free; gives it as a quantity with its bound. */
export function finishDraft(scan: Scan, draft: Draft, free: number): Quantity {
  const { start, end } = scan.tokens;
  const words = boundOf(scan, draft, free);
  const from = start[draft.from] as number;
  const to = end[draft.to - 1] as number;
  const boundSpan = words === null ? null : { start: start[words.from] as number, end: end[words.to - 1] as number };
  const { low, high, vague, dimension, unit, step } = draft;
  const bound: Bound = words === null ? "exact" : words.bound;
  const text = scan.text.slice(from, to);
  return { start: from, end: to, text, low, high, bound, dimension, unit, vague, precision: step, boundSpan };
}

function boundOf(scan: Scan, draft: Draft, free: number): BoundWords | null {
  const before = boundBefore(scan, draft.from, draft.dimension === "duration");
  if (before !== null && before.from >= free) return before;
  return boundAfter(scan, draft.behind) ?? (draft.behind === draft.to ? null : boundAfter(scan, draft.to));
}
