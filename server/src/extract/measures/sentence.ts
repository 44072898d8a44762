import { stretchOf, type TextDocument } from "../../text/document.ts";
import { CAPITAL, type Tokens } from "../../text/tokens.ts";
import type { Quantity } from "../types.ts";
import { bitsAt, type Content, contentAt, IS_VERB, OPENS_CLAUSE } from "./content.ts";

/** One sentence while its figures are read: a range of tokens, and which of them belong to figures. */
export interface SentenceView {
  readonly tokens: Tokens;
  /** First token of the sentence, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** The sentence's figures with the token ranges they cover, in order. */
  readonly figures: readonly FigureTokens[];
  /** What each token says, counted from `from`. */
  readonly contents: readonly Content[];
  /** The bits of them all. */
  readonly bits: number;
  /** A date or an ordinal is among the figures, which may hold a word of the list of cycles: "the fourth quarter of 2023". */
  readonly dated: boolean;
}

/** A figure and the tokens it covers. */
export interface FigureTokens {
  readonly quantity: Quantity;
  /** Index among all quantities of the text. */
  readonly index: number;
  readonly first: number;
  /** The token after its last. */
  readonly next: number;
  /** First token of its bound words, where they stand before it; else `first`. */
  readonly begin: number;
}

/** Takes a text cut up and its quantities in order; gives the sentences that hold any, in order. One pass over the sentences that matter. */
export function* sentencesWithFigures(
  document: TextDocument,
  quantities: readonly Quantity[],
): Generator<SentenceView> {
  const cursor = { token: 0 };
  let at = 0;
  while (at < quantities.length) {
    const first = locate(document.tokens, quantities[at] as Quantity, at, cursor);
    const sentence = stretchOf(document.sentenceTokens, first.first);
    const to = document.sentenceTokens[sentence + 1] ?? document.tokens.count;
    const figures = [first];
    for (at++; at < quantities.length; at++) {
      const quantity = quantities[at] as Quantity;
      if (to < document.tokens.count && quantity.start >= (document.tokens.start[to] as number)) break;
      figures.push(locate(document.tokens, quantity, at, cursor));
    }
    const from = Math.max(0, document.sentenceTokens[sentence] ?? 0);
    yield viewOf(document.tokens, from, to, figures);
  }
}

function locate(tokens: Tokens, quantity: Quantity, index: number, cursor: { token: number }): FigureTokens {
  let first = cursor.token;
  if (quantity.start - (tokens.start[first] ?? 0) > NEAR) first = search(tokens, quantity.start);
  while (first < tokens.count && (tokens.end[first] as number) <= quantity.start) first++;
  let next = Math.min(first + 1, tokens.count);
  while (next < tokens.count && (tokens.start[next] as number) < quantity.end) next++;
  cursor.token = first;
  let begin = first;
  const bound = quantity.boundSpan;
  if (bound && bound.end <= quantity.start) while (begin > 0 && (tokens.start[begin] as number) > bound.start) begin--;
  return { quantity, index, first, next, begin };
}

/** Code units over which a figure's token is sought one by one. */
const NEAR = 80;

function search(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function viewOf(tokens: Tokens, from: number, to: number, figures: readonly FigureTokens[]): SentenceView {
  const contents = new Array<Content>(to - from);
  let bits = 0;
  let figure = 0;
  let inside = figures[0];
  for (let at = from; at < to; at++) {
    while (inside !== undefined && at >= inside.next) inside = figures[++figure];
    const covered = inside !== undefined && at >= inside.first;
    const content = contentAt(tokens, at, covered);
    contents[at - from] = content;
    bits |= covered ? content.bits | bitsAt(tokens, at) : content.bits;
  }
  const dated = figures.some(({ quantity }) => quantity.dimension === "date" || quantity.dimension === "ordinal");
  return { tokens, from, to, figures, contents, bits, dated };
}

/** Takes a sentence and one of its figures; gives the figure before it there, `undefined` for the first. */
export function figureBefore({ figures }: SentenceView, at: number): FigureTokens | undefined {
  return at > 0 ? figures[at - 1] : undefined;
}

/** Takes a token; says whether it is a word with a capital first letter. */
export function isCapital(tokens: Tokens, at: number): boolean {
  return ((tokens.shape[at] as number) & CAPITAL) !== 0;
}

/** Takes a sentence and one of its tokens; says whether a new clause begins there. */
export function opensClause({ contents, from }: SentenceView, at: number): boolean {
  return ((contents[at - from]?.bits ?? 0) & OPENS_CLAUSE) !== 0;
}

/** Takes a sentence and one of its tokens; says whether it is a verb of news, or looks like one. */
export function isVerb({ contents, from }: SentenceView, at: number): boolean {
  return ((contents[at - from]?.bits ?? 0) & IS_VERB) !== 0;
}
