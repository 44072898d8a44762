/**
 * Labelled facts over `corpus/`: sentences as a reporter might write them, each with one figure or one quotation in it
 * whose verdict a fact-checker has worked out by hand from the five records.
 *
 * How the labels were decided, where two verdicts of the design could both be argued:
 * - A value that the sources have only for something else is `mismatched`. Where they also give another value for the
 *   measure that the draft names, `contradicted` is true of it as well and stands in `also`.
 * - More than 1,600 civilians killed in Raqqa stands against the coalition's 318, so a draft that gives either is
 *   `disputed`; `supported` is accepted, since counted and admitted deaths may be held apart.
 * - An older figure of the same claimant (1,257 before 1,291; about 100 before 318) is an update and no quarrel:
 *   `supported`, with `disputed` accepted.
 * - A bound that follows from the source's is `supported` ("at least 640" from 641). One that does not follow is
 *   `imprecise` while the value is the same or rounds to it, and `contradicted` once the value is another.
 */

import type { FigureVerdict, QuoteVerdict } from "../../server/src/verify/types.ts";
import { CLAIMED_FIGURES, DERIVED_FIGURES } from "./facts.claims.ts";
import { RIGHT_FIGURES } from "./facts.figures.ts";
import { ALTERED_QUOTES, RIGHT_QUOTES } from "./facts.quotes.ts";
import { WRONG_FIGURES } from "./facts.wrong.ts";

/** One labelled fact. `none` says that no finding of this kind may stand there (a model number, scare quotes). */
export interface Fact<V extends string> {
  /** Markdown of a whole draft: one paragraph, rarely more. */
  readonly draft: string;
  /** Text of the fact, once in the draft: the finding meant is the one of its kind whose span overlaps it. */
  readonly at: string;
  readonly verdict: V | "none";
  /** Verdicts that a fact-checker could also defend. */
  readonly also?: readonly V[];
  /** Why, where the records do not make it plain. */
  readonly why?: string;
}

export type FigureRow = Fact<FigureVerdict>;
export type QuoteRow = Fact<QuoteVerdict>;
export type LabelledFact = ({ readonly kind: "figure" } & FigureRow) | ({ readonly kind: "quote" } & QuoteRow);

const figures = [...RIGHT_FIGURES, ...CLAIMED_FIGURES, ...DERIVED_FIGURES, ...WRONG_FIGURES];
const quotes = [...RIGHT_QUOTES, ...ALTERED_QUOTES];

/** Every labelled fact, figures before quotations. */
export const FACTS: readonly LabelledFact[] = [
  ...figures.map((row) => ({ kind: "figure", ...row }) as const),
  ...quotes.map((row) => ({ kind: "quote", ...row }) as const),
];

/**
 * Where a fact stands in its draft: `start` inclusive, `end` exclusive, UTF-16 code units. Throws a RangeError where the
 * draft does not hold it exactly once.
 */
export function spanOf({ draft, at }: Pick<LabelledFact, "draft" | "at">): { start: number; end: number } {
  const start = draft.indexOf(at);
  if (start < 0 || draft.indexOf(at, start + 1) >= 0) throw new RangeError(`"${at}" does not stand once in: ${draft}`);
  return { start, end: start + at.length };
}
