import type { Figure } from "../../extract/types.ts";
import type { Ruling } from "./table.ts";
import type { Candidate } from "./types.ts";

/**
 * Takes a draft's figure and what was ruled; gives the ruling without the passages whose value, told of something else, merely lies in the range that the draft names: sources
 * that have 22 percent of something else do not have "15 to 40 percent" for it. A range of which none is left is in no source.
 */
export function unlessMerelyHeld(figure: Figure, ruling: Ruling): Ruling {
  if (ruling.verdict !== "mismatched") return ruling;
  const grounds = ruling.grounds.filter((one) => !isMerelyHeld(figure, one));
  if (grounds.length > 0) return grounds.length < ruling.grounds.length ? { ...ruling, grounds } : ruling;
  return { verdict: ruling.against.length > 0 ? "contradicted" : "unsupported", grounds, against: ruling.against };
}

/** Takes a draft's figure and a passage; says whether the figure is a range in which the passage's value lies, without being it. */
export function isMerelyHeld({ low, high, vague, dimension }: Figure, { value }: Candidate): boolean {
  return value === "coarse" && low !== high && !vague && dimension !== "date";
}

/** Takes a passage; says whether its value is another than the draft's, which only a bound of the draft's ("more than 20 percent" of 22) reaches. */
export function isReached({ value }: Candidate): boolean {
  return value === "under" || value === "over";
}
