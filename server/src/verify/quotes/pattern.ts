import type { Quotation } from "../../extract/types.ts";
import type { Span } from "../../text/span.ts";
import { type ComparedWord, comparedWords } from "./words.ts";

/** A place of a quotation where the writer marks that something was left out ("…") or put in other words ("[the army]"). */
export interface Opening extends Span {
  readonly kind: "ellipsis" | "bracket";
}

/** A quotation as it is looked for: words in order, with marked openings between them. */
export type PatternItem = { readonly kind: "word"; readonly word: ComparedWord } | Opening;

/** Marks of an omission: "…", "...", ". . .", also in brackets. "[sic]" adds nothing; any other bracket stands in for words of the source. */
const MARKED =
  /\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]\n]{0,200}\]|\(sic\)/gi;

/** Takes a quotation and the text it stands in; gives the pattern to look for. Between the parts of an interrupted quotation nothing may be left out. */
export function quotePattern(quote: Quotation, text: string): PatternItem[] {
  return quote.parts.flatMap((part) => partPattern(text, part));
}

/** Takes a pattern; gives the normal forms of its words. */
export function patternWords(pattern: readonly PatternItem[]): string[] {
  return pattern.flatMap((item) => (item.kind === "word" ? [item.word.key] : []));
}

function partPattern(text: string, part: Span): PatternItem[] {
  const items: PatternItem[] = [];
  let from = part.start;
  for (const found of text.slice(part.start, part.end).matchAll(MARKED)) {
    const start = part.start + found.index;
    items.push(...wordsOf(text, { start: from, end: start }), ...opening(found[0], start));
    from = start + found[0].length;
  }
  return [...items, ...wordsOf(text, { start: from, end: part.end })];
}

function wordsOf(text: string, span: Span): PatternItem[] {
  return comparedWords(text, span).map((word) => ({ kind: "word", word }));
}

function opening(mark: string, start: number): Opening[] {
  if (/^[[(]\s*sic\s*[\])]$/i.test(mark)) return [];
  const bracket = mark.startsWith("[") && !/^\[[\s.…]*\]$/.test(mark);
  return [{ kind: bracket ? "bracket" : "ellipsis", start, end: start + mark.length }];
}
