import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate, Found } from "./types.ts";

/** A value that so many sources have is in some of them by chance. */
const MANY = 12;
/** Such small numbers stand beside anything. */
const FEW = 3;

/**
 * Takes a fact, a passage with its value, all that was found and the store; says whether, of a value that many sources have, this passage tells of another matter: the
 * draft gives it together with another figure ("$13.7 million over 31 months"), and the passage with another one of that kind ("$95 million over 31 months"). What
 * befell people is told by many with other numbers beside.
 */
export function isInOtherCompany(
  { figure, neighbours }: FactLike,
  { stored: { source, passage, figure: theirs } }: Candidate,
  { same }: Found,
  store: CorpusStore,
): boolean {
  if (figure.measure.outcome !== null || same.length < MANY) return false;
  const beside = neighbours.filter(
    (one) => one.sentence.start === figure.sentence.start && one.start !== figure.start && isTelling(one),
  );
  if (beside.length === 0 || new Set(same.map(({ stored }) => stored.source)).size < MANY) return false;
  if (beside.some(({ text }) => passage.text.includes(text))) return false;
  return store
    .figuresOf(source)
    .some(
      ({ figure: one }) =>
        one.start >= passage.start &&
        one.end <= passage.end &&
        one.start !== theirs.start &&
        beside.some((ours) => ours.dimension === one.dimension && ours.unit === one.unit),
    );
}

type FactLike = Pick<FigureFact, "figure" | "neighbours">;

function isTelling({ low, high, vague, dimension, bound }: Figure): boolean {
  return dimension !== "date" && dimension !== "ordinal" && bound === "exact" && !vague && low === high && low > FEW;
}
