import type { Span } from "../../text/span.ts";
import { NUMBER, tokenize, WORD } from "../../text/tokens.ts";

/** A word as quotations are compared: where it stands, and its normal form. */
export interface ComparedWord extends Span {
  readonly key: string;
}

/** Signs that are read aloud and so count as words. */
const SPOKEN_SIGNS = new Set(["%", "$", "€", "£", "¥", "&"]);

const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
/** What is spoken alike and written in two ways. */
const STYLED = new Map([...NUMBERS.map((word, value): [string, string] => [word, String(value)]), ["percent", "%"]]);

/**
 * Takes a text and a range of it; gives its words in the normal form in which quotations are compared, with offsets in the text.
 * Normalised away: quotation marks, spaces, dashes and hyphens, ligatures (Unicode NFKC), capitals, stops, commas and the like, and what house
 * styles alone tell apart: "nine" and "9", "percent", "per cent" and "%". Everything else counts.
 */
export function comparedWords(text: string, span: Span): ComparedWord[] {
  const tokens = tokenize(text.slice(span.start, span.end));
  const words: ComparedWord[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i];
    if (kind !== WORD && kind !== NUMBER && !SPOKEN_SIGNS.has(tokens.raw(i))) continue;
    const start = span.start + tokens.start[i]!;
    const word = tokens.lower(i);
    const perCent = word === "per" && tokens.lower(i + 1) === "cent";
    if (perCent) i++;
    words.push({ start, end: span.start + tokens.end[i]!, key: perCent ? "%" : normalForm(word) });
  }
  return words;
}

/** Takes a word in lower case as written; says whether its normal form is another way to write it. */
export function isStyled(written: string): boolean {
  return STYLED.has(written) || /^per\s+cent$/.test(written);
}

/** Takes a word in lower case with straight apostrophes; gives its normal form: ligatures taken apart, dots of initials dropped. */
export function normalForm(lower: string): string {
  const styled = STYLED.get(lower);
  if (styled !== undefined) return styled;
  const plain = isAscii(lower) ? lower : lower.normalize("NFKC");
  return plain.endsWith(".") && /^(?:\p{L}\.)+$/u.test(plain) ? plain.replaceAll(".", "") : plain;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}
