import type { Figure, Quotation } from "../extract/types.ts";
import type { Span } from "../text/span.ts";
import type { FigureFact } from "./types.ts";

/** How far from a figure, beyond its sentence, a judge may look, and before its claimant, in code units: "between 600 million and" before it, "-year high" behind. */
const BEFORE_FIGURE = 64;
const BEHIND_FIGURE = 48;
const BEFORE_CLAIMANT = 24;
/** Before the marks of a quotation: so many words, none of them longer than all together may be. */
const WORDS = 6;
const BEFORE_QUOTE = 120;

const MARKS_AND_BLANKS = /["'“‘«„‚»”\s]/;

/**
 * Takes a draft's prose and a figure or quotation of it; gives what of the prose its judge may look at: its sentence, and as far beyond as
 * "did not say that" before a quotation, or a word of measure behind a number. What is judged rests on no other words of the draft.
 */
export function nearOf(prose: string, fact: Figure | Quotation): Span {
  const { start, end } = "measure" in fact ? nearFigure(fact) : nearQuote(prose, fact);
  return {
    start: Math.max(0, Math.min(start, fact.sentence.start)),
    end: Math.min(prose.length, Math.max(end, fact.sentence.end)),
  };
}

/** Takes a figure as it is judged; gives the words of its sentence. */
export function sentenceOf({ figure: { sentence }, text }: Pick<FigureFact, "figure" | "text">): string {
  return text.slice(sentence.start, sentence.end);
}

/** Takes a text and an offset; gives the offset before the quotation marks and blanks that stand there. */
export function beforeMarks(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && MARKS_AND_BLANKS.test(text.charAt(at - 1))) at--;
  return at;
}

/** Takes a text and an offset; gives where the last few words before it begin. */
export function wordsBefore(text: string, offset: number): number {
  const least = Math.max(0, offset - BEFORE_QUOTE);
  let at = offset;
  for (let words = 0; words < WORDS && at > least; words++) {
    while (at > least && isBlank(text, at - 1)) at--;
    while (at > least && !isBlank(text, at - 1)) at--;
  }
  return at;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function nearFigure({ start, end, boundSpan, claimant }: Figure): Span {
  const first = Math.min(start, boundSpan?.start ?? start) - BEFORE_FIGURE;
  return {
    start: claimant === null ? first : Math.min(first, claimant.start - BEFORE_CLAIMANT),
    end: Math.max(end, boundSpan?.end ?? end, claimant?.end ?? end) + BEHIND_FIGURE,
  };
}

function nearQuote(prose: string, { start, end }: Quotation): Span {
  return { start: wordsBefore(prose, beforeMarks(prose, start)), end: end + 1 };
}
