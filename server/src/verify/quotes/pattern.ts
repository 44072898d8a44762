import type { Quotation } from "../../extract/types.ts";
import type { Span } from "../../text/span.ts";
import { type ComparedWord, comparedWords, isStyled, normalForm } from "./words.ts";

/** A place of a quotation where the writer marks that something was left out ("…") or put in other words ("[the army]"). */
export interface Opening extends Span {
  readonly kind: "ellipsis" | "bracket";
  /** The words in the bracket, which a source may have in brackets too. */
  readonly words: readonly ComparedWord[];
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

/** Takes a pattern and the text it comes from; gives its words as they are looked up: as written, where house styles tell them apart. */
export function writtenWords(pattern: readonly PatternItem[], text: string): string[] {
  return pattern.flatMap((item) => {
    if (item.kind !== "word") return [];
    const written = text.slice(item.word.start, item.word.end).toLowerCase();
    return isStyled(written) ? written.split(/\s+/) : [item.word.key];
  });
}

/** Takes a pattern and the brackets of a source; gives the pattern with those brackets that are the source's own to be looked for as they are. */
export function literalPattern(pattern: readonly PatternItem[], brackets: string): PatternItem[] {
  const theirs = new Set(comparedWords(brackets, { start: 0, end: brackets.length }).map(({ key }) => key));
  return pattern.flatMap((item): PatternItem[] => {
    const own = item.kind === "bracket" && item.words.some(({ key }) => theirs.has(key));
    return own ? item.words.map((word) => ({ kind: "word", word })) : [item];
  });
}

function partPattern(text: string, part: Span): PatternItem[] {
  const items: PatternItem[] = [];
  let from = part.start;
  for (const found of text.slice(part.start, part.end).matchAll(MARKED)) {
    const start = part.start + found.index;
    const end = start + found[0].length;
    const capital = isCapital(found[0]) && /\p{L}/u.test(text.charAt(end));
    const before = wordsOf(text, { start: from, end: start });
    const fitted = !capital && isFitted(text, start, end);
    items.push(...(fitted ? before.slice(0, -1) : before));
    if (capital) items.push(...recased(text, start, end, part.end));
    else items.push(...opening(text, found[0], fitted ? (before.at(-1) as { word: Span }).word.start : start, end));
    from = capital ? endOfLetters(text, end, part.end) : end;
  }
  return [...items, ...wordsOf(text, { start: from, end: part.end })];
}

/** "[T]he": a capital put for a small letter, or the other way round. */
function isCapital(mark: string): boolean {
  return /^\[\p{L}\]$/u.test(mark);
}

/** "strike[s]": a bracket that mends the end of the word it touches. */
function isFitted(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && /^\[\p{L}{1,4}\]$/u.test(text.slice(start, end));
}

/** The word that begins with a letter in brackets, read as one. */
function recased(text: string, start: number, from: number, limit: number): PatternItem[] {
  const end = endOfLetters(text, from, limit);
  const key = normalForm(`${text.charAt(start + 1)}${text.slice(from, end)}`.toLowerCase());
  return [{ kind: "word", word: { start, end, key } }];
}

function endOfLetters(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /[\p{L}\p{M}'’]/u.test(text.charAt(at))) at++;
  return at;
}

function wordsOf(text: string, span: Span): PatternItem[] {
  return comparedWords(text, span).map((word) => ({ kind: "word", word }));
}

function opening(text: string, mark: string, start: number, end: number): Opening[] {
  if (/^[[(]\s*sic\s*[\])]$/i.test(mark)) return [];
  const bracket = mark.startsWith("[") && !/^\[[\s.…]*\]$/.test(mark);
  return [
    { kind: bracket ? "bracket" : "ellipsis", start, end, words: bracket ? comparedWords(text, { start, end }) : [] },
  ];
}
