import type { Span } from "../../text/span.ts";
import { NUMBER, tokenize, WORD } from "../../text/tokens.ts";

/** A word as quotations are compared: where it stands, and its normal form. */
export interface ComparedWord extends Span {
  readonly key: string;
}

/** Signs that are read aloud and so count as words. */
const SPOKEN_SIGNS = new Set(["%", "$", "€", "£", "¥", "&"]);

/**
 * Takes a text and a range of it; gives its words in the normal form in which quotations are compared, with offsets in the text.
 * Normalised away: quotation marks, spaces, dashes and hyphens, ligatures (Unicode NFKC), capitals, and stops, commas and the like. Everything else counts.
 */
export function comparedWords(text: string, span: Span): ComparedWord[] {
  const tokens = tokenize(text.slice(span.start, span.end));
  const words: ComparedWord[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i];
    if (kind !== WORD && kind !== NUMBER && !SPOKEN_SIGNS.has(tokens.raw(i))) continue;
    words.push({
      start: span.start + tokens.start[i]!,
      end: span.start + tokens.end[i]!,
      key: normalForm(tokens.lower(i)),
    });
  }
  return words;
}

/** Takes a word in lower case with straight apostrophes; gives its normal form: ligatures taken apart, dots of initials dropped. */
export function normalForm(lower: string): string {
  const plain = isAscii(lower) ? lower : lower.normalize("NFKC");
  return /^(?:\p{L}\.)+$/u.test(plain) ? plain.replaceAll(".", "") : plain;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}
