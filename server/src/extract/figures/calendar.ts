/**
 * Days as numbers, 1970-01-01 being 0, in the proleptic Gregorian calendar; months count from 1.
 *
 * A text often leaves out what everyone knew on the day. Such dates get day numbers that no real article has, so that they
 * compare equal with one another and are told from full dates (`knowledgeOf`):
 * - a day or month without a year, in a text whose own date is not known, stands in the year 0 ("October 15" is 0000-10-15);
 * - a weekday alone stands in the week that begins at `WEEKDAY_BASE`, a Monday;
 * - "last month" and the like are reckoned from `RELATIVE_BASE`, as though the text were of that day.
 */
export const YEARLESS = 0;
export const WEEKDAY_BASE = -1_000_002;
export const RELATIVE_BASE = dayNumber(-4000, 6, 15);

/** How much of a date its writer gave. */
export type DateKnowledge = "full" | "yearless" | "weekday" | "relative";

/** Takes the lowest day of a date figure; says how much of the date was given. */
export function knowledgeOf(low: number): DateKnowledge {
  if (low < -1_500_000) return "relative";
  if (low < -800_000) return "weekday";
  return low < dayNumber(2, 1, 1) ? "yearless" : "full";
}

/** What two dates come to: the same days, different days, one within the other, or nothing to compare. */
export type DateRelation = "same" | "within" | "different" | "unknown";

/** First and last day meant by a date figure. */
export interface DateRange {
  readonly low: number;
  readonly high: number;
}

/** Takes two date figures; compares what both give: a date without a year with the day and month of a full one, a weekday with the weekday of a day. */
export function compareDates(a: DateRange, b: DateRange): DateRelation {
  const known = knowledgeOf(a.low);
  const other = knowledgeOf(b.low);
  if (known === other) return relationOf(a, b);
  if (known === "full" && other === "yearless") return relationOf(withoutYear(a), b);
  if (known === "yearless" && other === "full") return relationOf(a, withoutYear(b));
  if (other === "weekday" && known === "full") return weekdayRelation(a, b);
  if (known === "weekday" && other === "full") return weekdayRelation(b, a);
  return "unknown";
}

function relationOf(a: DateRange, b: DateRange): DateRelation {
  if (a.low === b.low && a.high === b.high) return "same";
  const within = (a.low <= b.low && b.high <= a.high) || (b.low <= a.low && a.high <= b.high);
  return within ? "within" : "different";
}

/** Takes days of known years; gives the same days of no year, in which February has 29 days. */
export function withoutYear({ low, high }: DateRange): DateRange {
  const first = civilOf(low);
  const beyond = civilOf(high + 1);
  const begin = dayNumber(YEARLESS, first.month, first.day);
  if (high === low) return { low: begin, high: begin };
  return { low: begin, high: dayNumber(YEARLESS + beyond.year - first.year, beyond.month, beyond.day) - 1 };
}

function weekdayRelation(day: DateRange, weekday: DateRange): DateRelation {
  if (day.low !== day.high) return "unknown";
  return weekdayOf(day.low) === weekdayOf(weekday.low) ? "same" : "different";
}

/** Takes a year, a month (1 to 12) and a day; gives the day number. Days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Takes a day number; gives its year, month (1 to 12) and day. The inverse of `dayNumber`, from the same source. */
export function civilOf(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Takes a year and a month; gives how many days it has. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Takes a day number; gives its weekday, Monday being 0. */
export function weekdayOf(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Takes an ISO date (YYYY-MM-DD, anything may follow); gives its day number, `null` where it is none. */
export function parseIsoDate(text: string | null | undefined): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? "");
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}
