import { isPerson } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import type { Ruling } from "./table.ts";

/** So few a writer counts without a number in the source: "three of the town's hotels" where it tells of one after another. */
const FEWEST = 2;
const MOST = 4;

/**
 * Takes a fact that no source gives and what was ruled; says whether its number may be the writer's own count of a few things that a source tells of
 * without counting them. What befell people is never left open so: a toll must be given.
 */
export function isUncounted({ figure, text }: FigureFact, { verdict, against }: Ruling): boolean {
  const { measure } = figure;
  if (
    measure.head === null ||
    (measure.outcome !== null && TOLLS.has(measure.outcome)) ||
    NEVER.has(measure.head) ||
    !isFew(figure)
  )
    return false;
  if (text.charAt(figure.end) === "-") return false;
  if (verdict === "unsupported") return true;
  return (
    verdict === "contradicted" &&
    measure.modifiers.length > 0 &&
    !against.some(({ stored }) => shares(measure.modifiers, stored.figure.measure.modifiers))
  );
}

const TOLLS = new Set<string>(["killed", "wounded", "casualties", "missing", "displaced", "abducted"]);
const NEVER = new Set(["time", "day", "week", "month", "year", "hour", "minute", "point"]);

function isFew({ dimension, unit, bound, boundSpan, vague, low, high, text }: Figure): boolean {
  if (dimension !== "count" || unit !== null || vague || bound !== "exact" || boundSpan !== null) return false;
  return low === high && low >= FEWEST && low <= MOST && Number.isInteger(low) && /^\p{L}+$/u.test(text);
}

function shares(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((word) => theirs.includes(word));
}

/** Takes a figure, sources and the store; gives the first source that tells of what the figure counts, `null` where none does. */
export function whereTold({ measure }: Figure, sources: readonly string[], store: CorpusStore): string | null {
  const { head } = measure;
  if (head === null) return null;
  const named = new RegExp(`(?<!\\p{L})${head.replace(/[^\p{L}\p{N}]/gu, ".").replace(/y$/, "(?:y|ie)")}`, "iu");
  return sources.find((id) => isPerson(head) || named.test(store.article(id)?.text ?? "")) ?? null;
}
