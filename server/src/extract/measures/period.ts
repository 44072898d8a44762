import type { Measure } from "../types.ts";
import { type FigureTokens, opensClause, type SentenceView } from "./sentence.ts";

/** Takes a sentence and one of its figures; gives the period that a date in the sentence sets, the nearest of the same clause before any other. */
export function readPeriod(view: SentenceView, at: number): Measure["period"] {
  const figure = view.figures[at] as FigureTokens;
  if (figure.quantity.dimension === "date") return null;
  let best: FigureTokens | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of view.figures) {
    if (other.quantity.dimension !== "date" || isOpenEnded(view, other)) continue;
    const distance = distanceOf(view, figure, other);
    if (distance < least) [best, least] = [other, distance];
  }
  return best && { from: best.quantity.low, to: best.quantity.high };
}

/** "since February", "by 2030": such a date sets one end of a period, not the period. */
function isOpenEnded({ tokens }: SentenceView, { begin }: FigureTokens): boolean {
  return /^(?:since|until|till|before|after|by|from)$/.test(tokens.lower(begin - 1));
}

/** Tokens between two figures; a clause's edge between them counts for forty. */
function distanceOf(view: SentenceView, one: FigureTokens, other: FigureTokens): number {
  const from = Math.min(one.next, other.next);
  const to = Math.max(one.first, other.first);
  let distance = to - from;
  for (let token = from; token < to; token++) if (opensClause(view, token)) distance += 40;
  return distance;
}
