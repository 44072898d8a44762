import { wordSet } from "../../text/lexicon.ts";
import { isCounted } from "./counted.ts";
import { type Numeral, readNumeral } from "./numeral.ts";
import { type Amount, codeAt, follows, isDash, isHyphen, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { NUMBER_WORDS, type NumberWord, SCALE_AFTER_DIGITS } from "./words.ts";

/** How a cardinal may be read at a place. */
export interface CardinalRules {
  /** True where a currency stands before, so that "m" and "b" are scales. */
  readonly money: boolean;
  /** True behind "between", where "and" parts two numbers. */
  readonly apart: boolean;
}

/** Takes the index of a number word or number; gives the cardinal that starts there, scale words applied, or `null`. */
export function readCardinal(scan: Scan, at: number, rules: CardinalRules): Amount | null {
  const numeral = isNumber(scan, at) ? readNumeral(scan, at) : undefined;
  if (numeral === null) return null;
  if (numeral !== undefined && !goesOn(scan, numeral.to, rules)) return amountOf(numeral, at);
  const reader = new CardinalReader(scan, at, rules);
  reader.run();
  const amount = reader.result();
  if (amount !== null && amount.form === "words") amount.beforeAnd = reader.beforeAnd();
  return amount;
}

/** Whether a scale, or a number word behind a dash, stands behind digits. */
function goesOn(scan: Scan, at: number, { money }: CardinalRules): boolean {
  if (!follows(scan, at)) return false;
  if (!isWord(scan, at)) return isDash(scan, at) && NUMBER_WORDS.has(scan.tokens, at + 1);
  return SCALE_AFTER_DIGITS.has(scan.tokens, at) || scaleLetter(scan, at, money) !== undefined;
}

function amountOf({ value, step, to }: Numeral, from: number): Amount | null {
  if (!Number.isFinite(value)) return null;
  return { from, to, low: value, high: value, step, vague: false, scaled: false, form: "digits" };
}

/** Nothing that news counts is more. */
const MOST = 1e18;

/** Rules where nothing is known of the surroundings. */
export const PLAIN: CardinalRules = { money: false, apart: false };

/**
 * Reads "two hundred and fifty-one thousand", "1.2 million", "4 thousand 3 hundred and 21": each word either opens a group,
 * adds to it, or closes it with a scale smaller than the one before.
 */
class CardinalReader {
  private readonly scan: Scan;
  private readonly from: number;
  private readonly rules: CardinalRules;
  private total = 0;
  private group = -1;
  private lastScale = Number.POSITIVE_INFINITY;
  private step = 1;
  private to: number;
  private last: NumberWord["kind"] | "digits" | "none" = "none";
  private digits = false;
  private scaled = false;
  private parted: { total: number; group: number; to: number; step: number } | null = null;
  private saved: { total: number; group: number; to: number; step: number } | null = null;

  constructor(scan: Scan, from: number, rules: CardinalRules) {
    this.scan = scan;
    this.from = from;
    this.rules = rules;
    this.to = from;
  }

  run(): void {
    let more = true;
    while (more) more = this.take(this.next());
  }

  /** Value and end of the number before its last "and", where one was read: "one hundred" in "one hundred and three". */
  beforeAnd(): { value: number; to: number } | null {
    if (this.parted === null) return null;
    return { value: this.parted.total + Math.max(0, this.parted.group), to: this.parted.to };
  }

  result(): Amount | null {
    if (this.last === "none") return null;
    const value = this.total + Math.max(0, this.group);
    if (!Number.isFinite(value)) return null;
    const { from, to, step, scaled } = this;
    return { from, to, low: value, high: value, step, vague: false, scaled, form: this.digits ? "digits" : "words" };
  }

  /** The token to read next: past "and" and hyphens between number words; -1 where the number ends. */
  private next(): number {
    const { scan, to } = this;
    if (this.last === "none") return to;
    if (!follows(scan, to)) return -1;
    if (isDash(scan, to) && NUMBER_WORDS.has(scan.tokens, to + 1)) return this.behindDash();
    if (!isWord(scan, to) && !isNumber(scan, to)) return -1;
    if (word(scan, to) !== "and") return to;
    const goesOn = this.last === "hundred" || this.last === "scale";
    if (this.rules.apart || !goesOn || !follows(scan, to + 1)) return -1;
    this.saved = { total: this.total, group: this.group, to, step: this.step };
    this.parted = this.saved;
    return to + 1;
  }

  private behindDash(): number {
    const { scan, to } = this;
    const tight = isHyphen(scan, to) && codeAt(scan, to) <= 0x2011;
    const spaced = this.last === "tens" && !joined(scan, to) && codeAt(scan, to) === 0x2d;
    return tight || spaced ? to + 1 : -1;
  }

  private take(at: number): boolean {
    if (at < 0) return false;
    const { tokens } = this.scan;
    const found =
      this.last === "digits" ? this.scaleAfterDigits(at) : (NUMBER_WORDS.find(tokens, at) ?? this.plural(at));
    if (found !== undefined) return this.takeWord(found, at);
    return isNumber(this.scan, at) && this.takeNumeral(at);
  }

  private takeWord(found: NumberWord, at: number): boolean {
    if (found.kind === "hundred") return this.hundred(at);
    if (found.kind === "scale") return this.scale(found.value, at);
    if (found.kind === "zero") return this.last === "none" && this.add(found, at);
    return this.fits(found) && this.add(found, at);
  }

  /** "three dozens", "two millions". */
  private plural(at: number): NumberWord | undefined {
    const value =
      this.last === "none" || this.last === "scale" ? undefined : SCALE_AFTER_DIGITS.find(this.scan.tokens, at);
    return value === undefined || value === 100 ? undefined : { kind: "scale", value };
  }

  private fits(found: NumberWord): boolean {
    if (this.group <= 0) return this.last === "none" || this.last === "scale";
    if (found.kind === "unit" && this.last === "tens") return true;
    return this.last === "hundred";
  }

  private add(found: NumberWord, at: number): boolean {
    this.group = Math.max(0, this.group) + found.value;
    this.step = found.kind === "tens" ? 10 : 1;
    return this.move(found.kind, at + 1);
  }

  private hundred(at: number): boolean {
    if (this.saved !== null && this.saved.group > 0) return this.restore();
    if (this.group >= (this.last === "digits" ? 1000 : 100) || this.last === "hundred" || this.last === "zero")
      return false;
    this.group = (this.group <= 0 ? 1 : this.group) * 100;
    this.step = this.last === "digits" ? this.step * 100 : 100;
    this.scaled ||= this.digits;
    this.saved = null;
    return this.move("hundred", at + 1);
  }

  private scale(value: number, at: number): boolean {
    if (this.last === "zero") return false;
    if (value === 12 && this.saved !== null && this.saved.group > 0) return this.dozens(at);
    if (this.last === "scale" && this.group < 0) {
      if (this.total * value > MOST) return false;
      this.total *= value;
    } else if (value < this.lastScale) {
      this.total += (this.group <= 0 ? 1 : this.group) * value;
      this.group = -1;
    } else return this.restore();
    this.step = this.last === "none" ? value : this.step * value;
    this.lastScale = Math.min(value, this.lastScale);
    this.scaled = true;
    this.saved = null;
    return this.move("scale", at + 1);
  }

  /** "three hundred and two dozen" counts the dozens alone. */
  private dozens(at: number): boolean {
    const before = this.saved?.group ?? 0;
    this.group = before + (this.group - before) * 12;
    this.saved = null;
    return this.move("unit", at + 1);
  }

  /** Goes back to before an "and" that turned out to part two numbers. */
  private restore(): boolean {
    if (this.saved !== null) Object.assign(this, this.saved);
    return false;
  }

  private takeNumeral(at: number): boolean {
    const numeral = readNumeral(this.scan, at);
    if (numeral === null) return false;
    if (this.last === "none") this.step = numeral.step;
    else if (!this.fitsNumeral(numeral)) return false;
    else this.step = Math.min(this.step, numeral.step);
    this.group = Math.max(0, this.group) + numeral.value;
    this.digits = true;
    return this.move("digits", numeral.to);
  }

  /** "4 thousand 3 hundred and 21": digits go on where they are smaller than what stands, and not zero. */
  private fitsNumeral(numeral: Numeral): boolean {
    if (!this.digits || !numeral.plain || numeral.value === 0) return false;
    if (this.last === "hundred") return numeral.value < 100;
    if (this.last !== "scale" || numeral.value >= this.lastScale) return false;
    return numeral.value < 1000 && SCALE_AFTER_DIGITS.has(this.scan.tokens, numeral.to);
  }

  private scaleAfterDigits(at: number): NumberWord | undefined {
    const { scan } = this;
    const value = SCALE_AFTER_DIGITS.find(scan.tokens, at) ?? scaleLetter(scan, at, this.rules.money);
    if (value === undefined) return undefined;
    return value === 100 ? { kind: "hundred", value } : { kind: "scale", value };
  }

  private move(kind: NumberWord["kind"] | "digits", to: number): boolean {
    this.last = kind;
    this.to = to;
    return true;
  }
}

/** Takes the index of the token behind digits; gives the factor of a letter that stands for a scale ("34k", "£2m"), `undefined` where it is none. */
export function scaleLetter(scan: Scan, at: number, money: boolean): number | undefined {
  if (!isWord(scan, at) || (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) > 2) return undefined;
  const raw = scan.tokens.raw(at);
  if (isNumber(scan, at + 1) && joined(scan, at + 1)) return undefined;
  if (raw === "k" || raw === "K") return joined(scan, at) || raw === "k" ? 1e3 : undefined;
  if (raw === "M" || raw === "MM") return 1e6;
  if (raw === "B" || raw === "b") return money || joined(scan, at) ? 1e9 : undefined;
  if (raw === "T" || raw === "t") return money ? 1e12 : undefined;
  if (raw === "m") return money || (joined(scan, at) && isPeopleCounted(scan, at + 1)) ? 1e6 : undefined;
  return undefined;
}

const RACES = wordSet(
  "hurdles heats finals races runners hurdlers sprinters events swimmers medals titles records standings semi-finals semis",
);

/** "5m people" counts millions; "a 5m wall" and "5m tall" measure metres. */
function isPeopleCounted(scan: Scan, at: number): boolean {
  if (word(scan, at) === "of") return true;
  return isCounted(scan, at) && !RACES.has(scan.tokens, at);
}
