import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { civilOf, dayNumber, daysInMonth, RELATIVE_BASE, WEEKDAY_BASE, weekdayOf } from "./calendar.ts";
import { isCounted, isPlural } from "./counted.ts";
import { type DateReading, yearAt } from "./dates.ts";
import { ordinalAt } from "./fractions.ts";
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
import { SCALE_AFTER_DIGITS } from "./words.ts";

const WEEKDAYS = new Lexicon<number>(
  "monday tuesday wednesday thursday friday saturday sunday"
    .split(" ")
    .flatMap((name, i) => [[name, i] as const, [`${name}'s`, i] as const, [`${name}s`, i] as const]),
);
/** First month of each season, in the north. */
const SEASONS = new Lexicon<number>([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);
const SHIFTS = new Lexicon<number>([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);
const NEAR_DAYS = new Lexicon<number>([
  ["yesterday", -1],
  ["yesterday's", -1],
  ["today", 0],
  ["today's", 0],
  ["tomorrow", 1],
  ["tomorrow's", 1],
]);
const SPANS = wordSet("week month year decade night week's month's year's decade's");
const BEFORE_YEAR = wordSet(
  "in since of by until till from during before after for early late mid to through between and around circa about spring summer autumn fall winter the january",
);

/** Takes the index of a number; gives the year, decade, century or run of years that it is ("2017", "the 1980s", "2014-2018", "20th century"), else `null`. */
export function readYear(scan: Scan, at: number): DateReading | null {
  const century = readCentury(scan, at);
  if (century !== null) return century;
  const short = readShortDecade(scan, at);
  if (short !== null) return short;
  const year = yearAt(scan, at);
  if (year === null || year < 1400) return null;
  const decade = readDecade(scan, at, year);
  if (decade !== null) return decade;
  if (joined(scan, at + 1) && isWord(scan, at + 1)) return null;
  return readYears(scan, at, year) ?? (isYear(scan, at) ? yearsOf(year, year, at, at + 1, "year") : null);
}

/** "'90s", "the 60s". */
function readShortDecade(scan: Scan, at: number): DateReading | null {
  const raw = joined(scan, at + 1) && word(scan, at + 1) === "s" ? scan.tokens.raw(at) : "";
  if (raw.length !== 2 || !raw.endsWith("0")) return null;
  const code = codeAt(scan, at - 1);
  const apostrophe = (code === 0x27 || code === 0x2018 || code === 0x2019) && joined(scan, at);
  if (!apostrophe && (word(scan, at - 1) !== "the" || raw < "50")) return null;
  const first = (raw < "30" ? 2000 : 1900) + Number(raw);
  return yearsOf(first, first + 9, at, at + 2, "decade");
}

/** "1980s", "1980's". */
function readDecade(scan: Scan, at: number, year: number): DateReading | null {
  const apostrophe = (codeAt(scan, at + 1) === 0x27 || codeAt(scan, at + 1) === 0x2019) && joined(scan, at + 1) ? 1 : 0;
  const suffix = at + 1 + apostrophe;
  if (!joined(scan, suffix) || word(scan, suffix) !== "s" || year % 10 !== 0) return null;
  const last = year % 100 === 0 && apostrophe === 0 && year < 2000 ? year + 99 : year + 9;
  return yearsOf(year, last, at, suffix + 1, "decade");
}

function yearsOf(first: number, last: number, from: number, to: number, unit: string): DateReading {
  return { low: dayNumber(first, 1, 1), high: dayNumber(last, 12, 31), from, to, unit };
}

/** "2014-2018", "2014–18", "2014/15", "from 2014 to 2018", "between 2014 and 2018". */
function readYears(scan: Scan, at: number, year: number): DateReading | null {
  const dash = isHyphen(scan, at + 1) || isMark(scan, at + 1, 0x2f);
  const link = word(scan, at + 1);
  const before = word(scan, at - 1);
  const linked = (link === "to" && before === "from") || (link === "and" && before === "between") || link === "through";
  if (!(dash && joined(scan, at + 1) && joined(scan, at + 2)) && !linked) return null;
  const last = yearAt(scan, at + 2) ?? (dash ? shortYear(scan, at + 2, year) : null);
  if (last === null || last <= year || isCounted(scan, at + 3) || (joined(scan, at + 3) && isWord(scan, at + 3)))
    return null;
  return yearsOf(year, last, at, at + 3, "year");
}

/** The "18" of "2017-18". */
function shortYear(scan: Scan, at: number, year: number): number | null {
  const raw = isNumber(scan, at) ? scan.tokens.raw(at) : "";
  if (raw.length !== 2) return null;
  const last = year - (year % 100) + Number(raw);
  return last - year === 1 || (last > year && !isDash(scan, at + 1)) ? last : null;
}

/** Four bare digits are a year unless they count something or carry a sign. */
function isYear(scan: Scan, at: number): boolean {
  const year = yearAt(scan, at) as number;
  if (year < 1500 || codeAt(scan, at + 1) === 0x25 || isCurrency(scan, at - 1)) return false;
  if (isDash(scan, at + 1) && joined(scan, at + 1) && isNumber(scan, at + 2)) return false;
  const counted = isPlural(scan, at + 1) && !(year >= 1900 && YEARLY.has(scan.tokens, at + 1));
  if (SCALE_AFTER_DIGITS.has(scan.tokens, at + 1)) return false;
  if (word(scan, at - 1) === "the" && year >= 1900 && year <= LATEST_NAMED && year % 100 !== 0) return true;
  if (BEFORE_YEAR.has(scan.tokens, at - 1) || isMark(scan, at - 1, 0x28)) return !counted || isPast(scan, at);
  return year >= 1700 && !counted && !UNITS_BEHIND.has(scan.tokens, at + 1);
}

/** "the 2016 hopefuls": behind the article so small a number in bare digits names a year, up to this one. */
const LATEST_NAMED = 2040;

/** "In 2017 people fled" says when. */
function isPast(scan: Scan, at: number): boolean {
  return /^(?:in|since|until|during|by)$/.test(word(scan, at - 1)) && (yearAt(scan, at) as number) >= 1700;
}

const UNITS_BEHIND = wordSet(
  "km m cm mm kg g mg ml l ft mph miles mile euros euro dollars dollar pounds francs yen percent per hours degrees hz mhz ka ma million billion thousand tonnes tons metres meters feet acres people more k ppm times of calories words",
);

/** Plurals that a year stands before more often than a count. */
const YEARLY = wordSet(
  "sales results elections olympics games finals earnings figures estimates talks protests riots attacks bombings championships championship polls primaries revenues profits taxes models accounts negotiations floods fires wildfires sanctions elections' data statistics guidelines peace world budget",
);

function isCurrency(scan: Scan, at: number): boolean {
  const code = codeAt(scan, at);
  return (
    code === 0x24 ||
    code === 0xa3 ||
    code === 0xa5 ||
    (code >= 0x20a0 && code <= 0x20bf) ||
    "<>=≤≥~∼≈±".includes(String.fromCharCode(code))
  );
}

/** "20th century", "19th-century", "nineteenth century". */
export function readCentury(scan: Scan, at: number): DateReading | null {
  const rank = rankAt(scan, at);
  if (rank === null || rank.rank < 2 || rank.rank > 30) return null;
  const name = isHyphen(scan, rank.to) ? rank.to + 1 : rank.to;
  const noun = word(scan, name);
  if (!follows(scan, name) || (noun !== "century" && noun !== "centuries")) return null;
  const first = (rank.rank - 1) * 100;
  return yearsOf(first, first + 99, at, name + 1, "century");
}

function rankAt(scan: Scan, at: number): { rank: number; to: number } | null {
  const named = ordinalAt(scan, at);
  if (named !== undefined) return { rank: named, to: at + 1 };
  if (!isNumber(scan, at) || !joined(scan, at + 1) || !/^(?:st|nd|rd|th)$/.test(word(scan, at + 1))) return null;
  return { rank: Number(scan.tokens.raw(at)), to: at + 2 };
}

/** Takes a word's index; gives the weekday, season or day near the text's own date that opens there ("Monday", "last month", "summer of 2016"), else `null`. */
export function readPeriod(scan: Scan, at: number): DateReading | null {
  const weekday = WEEKDAYS.find(scan.tokens, at);
  if (weekday !== undefined) return isCapital(scan, at) && !joined(scan, at) ? readWeekday(scan, at, weekday) : null;
  const near = NEAR_DAYS.find(scan.tokens, at);
  if (near !== undefined) return nearDay(scan, at, near);
  const month = SEASONS.find(scan.tokens, at);
  if (month !== undefined) return readSeason(scan, at, month);
  const shift = SHIFTS.find(scan.tokens, at);
  return shift === undefined ? null : readShift(scan, at, shift);
}

/** A weekday beside a full date says nothing more. */
function readWeekday(scan: Scan, at: number, weekday: number): DateReading | null {
  if (word(scan, at).endsWith("ys")) return null;
  const day = scan.published === null ? WEEKDAY_BASE + weekday : lastWeekday(scan.published, weekday);
  return { low: day, high: day, from: at, to: at + 1, unit: "weekday" };
}

function lastWeekday(published: number, weekday: number): number {
  return published - ((weekdayOf(published) - weekday + 7) % 7);
}

function nearDay(scan: Scan, at: number, shift: number): DateReading {
  const day = (scan.published ?? RELATIVE_BASE) + shift;
  return { low: day, high: day, from: at, to: at + 1, unit: "day" };
}

function readSeason(scan: Scan, at: number, month: number): DateReading | null {
  const behind = word(scan, at + 1) === "of" ? at + 2 : at + 1;
  const year = follows(scan, behind) ? yearAt(scan, behind) : null;
  if (year === null) return null;
  const lastYear = month === 12 ? year + 1 : year;
  const lastMonth = month === 12 ? 2 : month + 2;
  const high = dayNumber(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
  return { low: dayNumber(year, month, 1), high, from: at, to: behind + 1, unit: "season" };
}

/** "last month", "this week", "next year", "last Monday". */
function readShift(scan: Scan, at: number, shift: number): DateReading | null {
  if (!follows(scan, at + 1) || !SPANS.has(scan.tokens, at + 1)) return null;
  const base = scan.published ?? RELATIVE_BASE;
  const span = word(scan, at + 1).replace("'s", "");
  const range = shifted(base, span, shift);
  return { ...range, from: at, to: at + 2, unit: span === "night" ? "day" : span };
}

function shifted(base: number, span: string, shift: number): { low: number; high: number } {
  const { year, month } = civilOf(base);
  if (span === "night") return { low: base + shift, high: base + shift };
  if (span === "week") {
    const monday = base - weekdayOf(base) + shift * 7;
    return { low: monday, high: monday + 6 };
  }
  if (span === "month") {
    const months = year * 12 + month - 1 + shift;
    const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
    return { low: dayNumber(inYear, inMonth, 1), high: dayNumber(inYear, inMonth, daysInMonth(inYear, inMonth)) };
  }
  const first = span === "decade" ? year - (year % 10) + shift * 10 : year + shift;
  return { low: dayNumber(first, 1, 1), high: dayNumber(first + (span === "decade" ? 9 : 0), 12, 31) };
}
