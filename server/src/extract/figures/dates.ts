import { anyOf, Lexicon, wordSet } from "../../text/lexicon.ts";
import { civilOf, type DateRange, dayNumber, daysInMonth, YEARLESS } from "./calendar.ts";
import { isCounted } from "./counted.ts";
import { codeAt, follows, isCapital, isDash, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { SCALE_AFTER_DIGITS } from "./words.ts";

/** A date as it is read; tokens `from` (inclusive) to `to` (exclusive). `unit` is its grain: "day", "month", "year", … */
export interface DateReading extends DateRange {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

/** The parts that a writer gave of a date. */
interface Parts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Last day of a run of days ("October 15-17"). */
  readonly lastDay: number | null;
  readonly from: number;
  readonly to: number;
}

const MONTH_NAMES = "january february march april may june july august september october november december".split(" ");
const MONTH_SHORT: readonly (readonly [string, number])[] = [
  ["jan", 1],
  ["feb", 2],
  ["mar", 3],
  ["apr", 4],
  ["jun", 6],
  ["jul", 7],
  ["aug", 8],
  ["sep", 9],
  ["sept", 9],
  ["oct", 10],
  ["nov", 11],
  ["dec", 12],
];
const MONTHS = new Lexicon<number>([...MONTH_NAMES.map((name, i) => [name, i + 1] as const), ...MONTH_SHORT]);
const BEFORE_MONTH = wordSet(
  "in since of by until till from last next this early late mid during through throughout before after between to into and for previous each every on",
);
const YEAR_FIRST = 1000;
const YEAR_LAST = 2100;

/** Takes the index of a number or of a month's name; gives the date that starts there, runs of dates in one ("June to October 2017"), else `null`. */
export function readDate(scan: Scan, at: number): DateReading | null {
  const first = readParts(scan, at, false);
  if (first === null) return null;
  const link = linkTo(scan, first);
  const second = link < 0 || !follows(scan, link) ? null : readParts(scan, link, true);
  return second === null ? rangeOf(scan, first, first) : joinDates(scan, first, second);
}

/** "to", "through", "until", "-" between two dates, "and" behind "between". */
function linkTo(scan: Scan, first: Parts): number {
  const { to } = first;
  if (!follows(scan, to)) return -1;
  if (isDash(scan, to)) return to + 1;
  const link = word(scan, to);
  if (link === "to" || link === "through" || link === "until" || link === "till") return to + 1;
  return link === "and" && word(scan, first.from - 1) === "between" ? to + 1 : -1;
}

function joinDates(scan: Scan, first: Parts, second: Parts): DateReading | null {
  if (first.month === null || second.month === null) return rangeOf(scan, first, first);
  const year = first.year ?? second.year;
  return rangeOf(scan, { ...first, year, to: second.to }, second);
}

/** From the first day of one date to the last of another. */
function rangeOf(scan: Scan, first: Parts, last: Parts): DateReading | null {
  const year = yearOf(scan, first);
  const low = dayNumber(year, first.month ?? 1, first.day ?? 1);
  let lastYear = last.year ?? year;
  if (last.year === null && endOf(last, lastYear) < low) lastYear++;
  const high = endOf(last, lastYear);
  if (high < low) return null;
  const unit = first.day !== null ? "day" : first.month !== null ? "month" : "year";
  return { low, high, from: first.from, to: last.to, unit };
}

function endOf(parts: Parts, year: number): number {
  const month = parts.month ?? 12;
  return dayNumber(year, month, parts.lastDay ?? parts.day ?? daysInMonth(year, month));
}

/** The year given, else the last one in which the date was past when the text was written, else the year 0. */
function yearOf(scan: Scan, parts: Parts): number {
  if (parts.year !== null) return parts.year;
  if (scan.published === null) return YEARLESS;
  const { year } = civilOf(scan.published);
  return dayNumber(year, parts.month ?? 1, parts.day ?? 1) <= scan.published ? year : year - 1;
}

function readParts(scan: Scan, at: number, second: boolean): Parts | null {
  if (isNumber(scan, at)) return dayFirst(scan, at) ?? numeric(scan, at);
  return isWord(scan, at) ? monthFirst(scan, at, second) : null;
}

/** "October 15, 2017", "Oct. 15-17", "October 2017", "October". */
function monthFirst(scan: Scan, at: number, second: boolean): Parts | null {
  const month = MONTHS.find(scan.tokens, at);
  if (month === undefined || (isDash(scan, at - 1) && joined(scan, at) && !second && !isMid(scan, at))) return null;
  const behind = behindName(scan, at);
  const day = dayAt(scan, behind);
  const inMonth = day !== null && !(word(scan, at - 1) === "in" && isCounted(scan, day.to));
  if (day !== null && inMonth)
    return withYear(scan, { year: null, month, day: day.day, lastDay: day.last, from: at, to: day.to });
  const year = yearBehind(scan, behind);
  if (year !== null) return { year: year.year, month, day: null, lastDay: null, from: at, to: year.to };
  if (!isBareMonth(scan, at, second)) return null;
  return { year: null, month, day: null, lastDay: null, from: at, to: at + 1 };
}

function isMid(scan: Scan, at: number): boolean {
  return BEFORE_MONTH.has(scan.tokens, at - 2);
}

function isBareMonth(scan: Scan, at: number, second: boolean): boolean {
  if (
    !isCapital(scan, at) ||
    word(scan, at).length < 3 ||
    (word(scan, at).length < 5 && word(scan, at) !== "may" && !/^(?:june|july)$/.test(word(scan, at)))
  )
    return false;
  return second || BEFORE_MONTH.has(scan.tokens, at - 1) || isMid(scan, at) || word(scan, at).endsWith("'s");
}

/** Past the stop of "Oct.". */
function behindName(scan: Scan, at: number): number {
  return isMark(scan, at + 1, 0x2e) && word(scan, at).length <= 4 ? at + 2 : at + 1;
}

interface Days {
  readonly day: number;
  readonly last: number | null;
  readonly to: number;
}

const TO_LAST = wordSet("to and");

/** "15", "15th", "15-17", "15 to 17", "15 and 16"; a number with a scale, a unit or a sign behind it is none. */
function dayAt(scan: Scan, at: number): Days | null {
  const first = follows(scan, at) ? oneDay(scan, at) : null;
  if (first === null) return null;
  const link = isDash(scan, first.to) || TO_LAST.has(scan.tokens, first.to) ? first.to + 1 : -1;
  const last = link < 0 || !follows(scan, link) ? null : oneDay(scan, link);
  if (last === null || last.day <= first.day) return first;
  return { day: first.day, last: last.day, to: last.to };
}

function oneDay(scan: Scan, at: number): Days | null {
  if (!isNumber(scan, at)) return null;
  if ((scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) > 2) return null;
  const day = Number(scan.tokens.raw(at));
  if (!(day >= 1 && day <= 31)) return null;
  const suffix = joined(scan, at + 1) && /^(?:st|nd|rd|th)$/.test(word(scan, at + 1));
  const to = suffix ? at + 2 : at + 1;
  return isTaken(scan, to) ? null : { day, last: null, to };
}

const TAKING = anyOf([SCALE_AFTER_DIGITS], "percent per times");

/** Says whether what follows makes a quantity of the number. */
function isTaken(scan: Scan, at: number): boolean {
  const code = codeAt(scan, at);
  if (code === 0x25 || (code === 0x3a && joined(scan, at)) || (code === 0x2f && joined(scan, at))) return true;
  if (isWord(scan, at) && joined(scan, at)) return true;
  return TAKING.has(scan.tokens, at);
}

function withYear(scan: Scan, parts: Parts): Parts | null {
  if ((parts.day ?? 1) > daysInMonth(parts.year ?? YEARLESS, parts.month ?? 1)) return null;
  const year = yearBehind(scan, parts.to);
  return year === null ? parts : { ...parts, year: year.year, to: year.to };
}

/** "2017", ", 2017". */
function yearBehind(scan: Scan, at: number): { year: number; to: number } | null {
  const from = isMark(scan, at, 0x2c) || word(scan, at) === "of" ? at + 1 : at;
  const year = follows(scan, at) && follows(scan, from) ? yearAt(scan, from) : null;
  return year === null || isTaken(scan, from + 1) ? null : { year, to: from + 1 };
}

/** Takes a token's index; gives the year that its four bare digits are, else `null`. */
export function yearAt(scan: Scan, at: number): number | null {
  if (!isNumber(scan, at) || (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) !== 4) return null;
  const year = Number(scan.tokens.raw(at));
  return year >= YEAR_FIRST && year <= YEAR_LAST ? year : null;
}

/** "15 October 2017", "15th of October", "15-17 October". */
function dayFirst(scan: Scan, at: number): Parts | null {
  const days = dayAt(scan, at);
  if (days === null) return null;
  if (!follows(scan, days.to)) return null;
  const name =
    word(scan, days.to) === "of" ? days.to + 1 : isDash(scan, days.to) && joined(scan, days.to) ? days.to + 1 : days.to;
  const month = MONTHS.find(scan.tokens, name);
  if (month === undefined || !follows(scan, name)) return null;
  if (!isCapital(scan, name) && word(scan, at - 1) !== "on" && yearBehind(scan, name + 1) === null) return null;
  const to = behindName(scan, name);
  const { day, last } = days;
  const stop = to === name + 2 && yearBehind(scan, to) === null ? name + 1 : to;
  return withYear(scan, { year: null, month, day, lastDay: last, from: at, to: stop });
}

/** "2017-10-15", "10/15/2017", "15.10.2017". */
function numeric(scan: Scan, at: number): Parts | null {
  const long = (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) >= SHORTEST_DOTTED;
  const dotted = long ? numbersIn(scan.tokens.raw(at), ".") : null;
  if (dotted !== null) return fromNumbers(dotted, at, at + 1, true);
  const sign = codeAt(scan, at + 1);
  if ((sign !== 0x2d && sign !== 0x2f) || codeAt(scan, at + 3) !== sign) return null;
  for (let part = at + 1; part <= at + 4; part++) if (!joined(scan, part)) return null;
  const numbers = numbersIn([at, at + 2, at + 4].map((part) => scan.tokens.raw(part)).join("/"), "/");
  return numbers === null ? null : fromNumbers(numbers, at, at + 5, false);
}

/** "1.1.1" */
const SHORTEST_DOTTED = 5;

function numbersIn(raw: string, sign: string): [number, number, number] | null {
  if (raw.indexOf(sign) === raw.lastIndexOf(sign)) return null;
  const parts = raw.split(sign);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  return parts.map(Number) as [number, number, number];
}

/** Year first, or last with the month before the day unless the numbers say otherwise. */
function fromNumbers([a, b, c]: [number, number, number], from: number, to: number, dayLeads: boolean): Parts | null {
  if (a >= YEAR_FIRST) return dated(a, b, c, from, to);
  if (c < YEAR_FIRST) return null;
  return dayLeads || a > 12 ? dated(c, b, a, from, to) : dated(c, a, b, from, to);
}

function dated(year: number, month: number, day: number, from: number, to: number): Parts | null {
  if (year > YEAR_LAST || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day, lastDay: null, from, to };
}
