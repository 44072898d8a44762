import type { Content } from "./content.ts";
import { type FigureTokens, opensClause, type SentenceView } from "./sentence.ts";

const MOST_TERMS = 32;
/** No clause and no sentence of prose goes on for so many tokens; tables without a stop do. */
const REACH = 2000;

/** Takes a sentence and one of its figures; gives the stems of the content words of its clause, nearest first, then of the rest of the sentence, none twice. */
export function readTerms(view: SentenceView, at: number): string[] {
  const { begin, next } = view.figures[at] as FigureTokens;
  const found: Found = { terms: [], marks: 0 };
  const from = Math.max(view.from, begin - REACH);
  const to = Math.min(view.to, next + REACH);
  let left = begin - 1;
  let right = next;
  const clauseStart = clauseFrom(view, left, from);
  const clauseEnd = clauseTo(view, right, to);
  while (left >= clauseStart || right < clauseEnd) {
    if (right < clauseEnd) add(view, right++, found);
    if (left >= clauseStart) add(view, left--, found);
  }
  while ((left >= from || right < to) && found.terms.length < MOST_TERMS) {
    if (left >= from) add(view, left--, found);
    if (right < to) add(view, right++, found);
  }
  return found.terms;
}

interface Found {
  readonly terms: string[];
  /** The marks of the terms: a stem whose mark is not among them is new. */
  marks: number;
}

/** The first token, not before `from`, of the clause that holds a token. */
function clauseFrom(view: SentenceView, token: number, from: number): number {
  let at = token;
  while (at >= from && !opensClause(view, at)) at--;
  return at + 1;
}

/** The token after the last, before `to`, of the clause that holds a token. */
function clauseTo(view: SentenceView, token: number, to: number): number {
  let at = token;
  while (at < to && !opensClause(view, at)) at++;
  return at;
}

function add(view: SentenceView, at: number, found: Found): void {
  const { stem, mark } = view.contents[at - view.from] as Content;
  if (mark === 0 || (found.marks & mark && found.terms.includes(stem))) return;
  found.terms.push(stem);
  found.marks |= mark;
}
