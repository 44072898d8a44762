import { onOneLine } from "../../text/lines.ts";
import { contains, type Span } from "../../text/span.ts";
import type { Difference, QuoteFact } from "../types.ts";
import type { SpokenMatch } from "./mouths.ts";
import type { PatternItem } from "./pattern.ts";

/**
 * Takes a quotation, its pattern and the match in a source; gives the quotation as the source's speaker said it, or `null` where that cannot be had: only
 * words inside the source's own marks are ever put between the draft's.
 */
export function restoredWords(
  { quote, text }: QuoteFact,
  pattern: readonly PatternItem[],
  match: SpokenMatch,
): string | null {
  const isPlain =
    quote.parts.length === 1 && pattern.every(({ kind }) => kind === "word") && !quote.text.includes("\n");
  const restored = isPlain ? sliced(text, quote, pattern, match) : patched(text, quote, match);
  const flat = restored === null ? null : onOneLine(restored).trim();
  return flat === null || breaksMarks(flat, text.charAt(quote.start - 1)) ? null : flat;
}

/** The source's own text from the first word to the last, without the narrator's words between the parts. */
function sliced(text: string, quote: Span, pattern: readonly PatternItem[], match: SpokenMatch): string | null {
  const { alignment, article, parts } = match;
  const pieces = parts.filter((part) => part.start < alignment.end && part.end > alignment.start);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || first.start > alignment.start || last.end < alignment.end) return null;
  if (!isWhole(match, pattern, last)) return null;
  const words = pieces.map(({ start, end }) =>
    article.text.slice(Math.max(start, alignment.start), Math.min(end, alignment.end)).trim(),
  );
  const [opening, closing] = [startOf(pattern[0]!), endOf(pattern.at(-1)!)];
  const joined = inCaseOf(text.charAt(opening), words.reduce(joinParts));
  return text.slice(quote.start, opening) + joined + text.slice(closing, quote.end);
}

/** Where the draft's last words are others than the source's, the slice ends for certain only with as many words, or where the source pauses. */
function isWhole({ alignment, article }: SpokenMatch, pattern: readonly PatternItem[], part: Span): boolean {
  const last = alignment.differences.at(-1);
  if (!last || last.draft.text === "" || last.draft.end < endOf(pattern.at(-1)!)) return true;
  return isAsLong(last) || alignment.end >= part.end || /[\p{P}]/u.test(article.text.charAt(alignment.end));
}

function isAsLong({ draft, source }: Difference): boolean {
  return draft.text.split(/\s+/).length === source.text.split(/\s+/).length;
}

/** "We go," she said. "We stay." is one speech of two sentences. */
function joinParts(before: string, after: string): string {
  const ends = /^\p{Lu}/u.test(after) && !/^I\b/.test(after);
  return `${ends ? before.replace(/,$/, ".") : before} ${after}`;
}

/** The first letter in the draft's case where it is the same letter: "[w]e" is for the writer to mark. */
function inCaseOf(letter: string, words: string): string {
  return letter.toLowerCase() === words.charAt(0).toLowerCase() ? letter + words.slice(1) : words;
}

/** The quotation with the source's words in place of those that differ; what the writer marked as left out stays so. */
function patched(text: string, quote: Span, { alignment, parts }: SpokenMatch): string | null {
  const isSpoken = (span: Span) => parts.some((part) => contains(part, span));
  if (!isSpoken({ start: alignment.start, end: alignment.start + 1 })) return null;
  if (!isSpoken({ start: alignment.end - 1, end: alignment.end })) return null;
  let restored = "";
  let from = quote.start;
  for (const difference of alignment.differences) {
    if (difference.source.text !== "" && !isSpoken(difference.source)) return null;
    restored += text.slice(from, difference.draft.start) + replacement(difference);
    from = difference.draft.end;
  }
  return restored + text.slice(from, quote.end);
}

function replacement({ draft, source }: Difference): string {
  return draft.text === "" ? `${source.text} ` : source.text;
}

const DOUBLE = /["“”«»„]/;

/** A quotation within the quotation, in the marks that the draft has around it. */
function breaksMarks(words: string, mark: string): boolean {
  return DOUBLE.test(mark) && DOUBLE.test(words);
}

function startOf(item: PatternItem): number {
  return item.kind === "word" ? item.word.start : item.start;
}

function endOf(item: PatternItem): number {
  return item.kind === "word" ? item.word.end : item.end;
}
