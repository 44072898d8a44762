import type { Keeper } from "./keeper.ts";
import { layOut, spansOf } from "./sentences.ts";
import type { Span } from "./span.ts";
import { type Tokens, tokenize } from "./tokens.ts";

/** A text cut into tokens, sentences and paragraphs; what every reader of text starts from. */
export interface TextDocument extends Keeper {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  /** First token of each sentence (paragraph), in order. */
  readonly sentenceTokens: Int32Array;
  readonly paragraphTokens: Int32Array;
}

/** Takes any text; gives it cut up, in linear time. Blanked-out stretches (spaces) belong to no token. */
export function readDocument(text: string): TextDocument {
  const tokens = tokenize(text);
  const layout = layOut(tokens);
  return {
    text,
    tokens,
    sentences: spansOf(tokens, layout.sentences),
    paragraphs: spansOf(tokens, layout.paragraphs),
    sentenceTokens: layout.sentences,
    paragraphTokens: layout.paragraphs,
    kept: [],
  };
}

/** Takes sorted first tokens and a token index; gives the index of the stretch (sentence, paragraph) that holds the token, -1 before the first. */
export function stretchOf(firsts: Int32Array, token: number): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] as number) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Takes tokens and an offset of their text; gives the index of the first token that ends after the offset (the count where none does). */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
