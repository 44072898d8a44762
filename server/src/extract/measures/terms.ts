import type { Content } from "./content.ts";
import { type FigureTokens, opensClause, type SentenceView } from "./sentence.ts";

const MOST_TERMS = 32;

/** Takes a sentence and one of its figures; gives the stems of the content words of its clause, nearest first, then of the rest of the sentence, none twice. */
export function readTerms(view: SentenceView, at: number): string[] {
  const { begin, next } = view.figures[at] as FigureTokens;
  const found: Found = { terms: [], marks: 0 };
  let left = begin - 1;
  let right = next;
  const clauseStart = edge(view, left, -1);
  const clauseEnd = edge(view, right, 1);
  while (left >= clauseStart || right < clauseEnd) {
    if (right < clauseEnd) add(view, right++, found);
    if (left >= clauseStart) add(view, left--, found);
  }
  while ((left >= view.from || right < view.to) && found.terms.length < MOST_TERMS) {
    if (left >= view.from) add(view, left--, found);
    if (right < view.to) add(view, right++, found);
  }
  return found.terms;
}

interface Found {
  readonly terms: string[];
  /** The marks of the terms: a stem whose mark is not among them is new. */
  marks: number;
}

/** From a token outwards, the first token of the clause (step -1) or the one after its last (step 1). */
function edge(view: SentenceView, start: number, step: 1 | -1): number {
  let at = start;
  while (at >= view.from && at < view.to && !opensClause(view, at)) at += step;
  return step === 1 ? at : at + 1;
}

function add(view: SentenceView, at: number, found: Found): void {
  const { stem, mark } = view.contents[at - view.from] as Content;
  if (mark === 0 || (found.marks & mark && found.terms.includes(stem))) return;
  found.terms.push(stem);
  found.marks |= mark;
}
