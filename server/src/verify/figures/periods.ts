import { compareDates } from "../../extract/figures/calendar.ts";
import { spanOfPeriod } from "../../extract/measures/index.ts";
import type { Cycle, Measure } from "../../extract/types.ts";

/**
 * Takes what a draft's figure and a source's measure; says whether both count something named, in periods that do not meet, or the source's in a span much longer or shorter than
 * ours; a date of the source may be any day of our span.
 */
export function periodsExclude(a: Measure, b: Measure): boolean {
  if (a.period === null || b.period === null || a.head === null || b.head === null) return false;
  const [ours, theirs] = [spanOfPeriod(a.period), spanOfPeriod(b.period)];
  if (theirs !== null) return lengthsExclude(ours ?? daysOf(a.period), theirs);
  if (ours !== null) return false;
  return (
    compareDates({ low: a.period.from, high: a.period.to }, { low: b.period.from, high: b.period.to }) === "different"
  );
}

function daysOf({ from, to }: NonNullable<Measure["period"]>): number {
  return to - from + 1;
}

const MUCH_LONGER = 1.8;

/** A day on which something was counted up says nothing of how long the count took. */
function lengthsExclude(ours: number, theirs: number): boolean {
  const [short, long] = ours < theirs ? [ours, theirs] : [theirs, ours];
  return short > 1 && long >= MUCH_LONGER * short;
}

/** Takes what a draft's figure and a source's measure; says whether they are for stretches of time of different kinds: a quarter is no year. */
export function cyclesExclude(a: Measure, b: Measure): boolean {
  if (a.cycle === null && b.cycle === null) return false;
  const [ours, theirs] = [cycleOf(a), cycleOf(b)];
  return ours !== null && theirs !== null && ours !== theirs;
}

/** Spans that are told as a stretch of the calendar, too: "the three months to June" are a quarter. */
const CYCLE_DAYS = new Map<number, Cycle>([
  [91, "quarter"],
  [182, "half"],
  [365, "year"],
]);

function cycleOf({ cycle, period }: Measure): Cycle | null {
  return cycle ?? (period === null ? null : (CYCLE_DAYS.get(spanOfPeriod(period) ?? 0) ?? null));
}
