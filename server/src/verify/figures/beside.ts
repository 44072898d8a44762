import type { Figure, Measure } from "../../extract/types.ts";
import type { Candidate } from "./types.ts";

/** Takes a draft's figure and a passage with another value; says whether that one cannot be the one meant since it is no age: an age is outdone by another age alone. */
export function isNoAge({ measure }: Figure, { stored }: Candidate): boolean {
  return measure.role === "age" && stored.figure.measure.role !== "age";
}

/** Takes a draft's figure, a passage with another value and those with the draft's; says whether one of these is of the draft's time, and the other of its sentence is not: "396 in 2020", where a sentence has "574, compared with 396 in 2020": the one of the draft's very time is meant, whatever words stand beside the other. */
export function isOfOtherTime({ measure: { period } }: Figure, one: Candidate, fitting: readonly Candidate[]): boolean {
  if (period === null || isSamePeriod(one.stored.figure.measure.period, period)) return false;
  const { source, passage } = one.stored;
  return fitting.some(
    ({ stored }) =>
      stored.source === source &&
      stored.passage.start === passage.start &&
      isSamePeriod(stored.figure.measure.period, period),
  );
}

function isSamePeriod(a: Measure["period"], b: Measure["period"]): boolean {
  return a !== null && b !== null && a.from === b.from && a.to === b.to;
}
