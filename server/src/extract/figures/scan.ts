import type { TextDocument } from "../../text/document.ts";
import { CAPITAL, JOINED, MARK, NEW_PARAGRAPH, NUMBER, PLAIN, type Tokens, WORD } from "../../text/tokens.ts";
import type { ExtractOptions } from "../types.ts";

/** What every reader of figures works on: the tokens, and how this text writes its numbers. Indexes are token indexes. */
export interface Scan {
  readonly text: string;
  readonly tokens: Tokens;
  /** True where the language writes "1.600,5". */
  readonly decimalComma: boolean;
  /** Day number of the text's date, where known. */
  readonly published: number | null;
}

/**
 * A number as it is read, before unit and bound: tokens `from` (inclusive) to `to` (exclusive), its lowest and highest value,
 * the step to which it is rounded, and what kind of writing it is.
 */
export interface Amount {
  from: number;
  to: number;
  low: number;
  high: number;
  step: number;
  vague: boolean;
  /** True where a scale word or letter was applied ("million", "bn"). */
  scaled: boolean;
  form: "digits" | "words" | "fraction";
  /** The value and the end of what stands before the number's last "and"; absent where there is none. */
  beforeAnd?: { value: number; to: number } | null;
}

const COMMA_LANGUAGES = new Set(
  "de fr es it pt nl ru uk pl cs sk da sv nb no fi tr el ro bg hr sr sl hu id vi ca".split(" "),
);

/** Takes a document and what is known of it; gives the scan to hand to every reader. */
export function scanOf(document: TextDocument, options: ExtractOptions, published: number | null): Scan {
  const language = (options.language ?? "en").slice(0, 2).toLowerCase();
  return { text: document.text, tokens: document.tokens, decimalComma: COMMA_LANGUAGES.has(language), published };
}

/** The first code unit of a token; 0 for an index out of range. */
export function codeAt(scan: Scan, at: number): number {
  if (at < 0 || at >= scan.tokens.count) return 0;
  return scan.text.charCodeAt(scan.tokens.start[at] as number);
}

/** Takes the scan and the index of a token; says whether it is a word. False outside the text. */
export function isWord(scan: Scan, at: number): boolean {
  return at >= 0 && at < scan.tokens.count && scan.tokens.kind[at] === WORD;
}

/** Takes the scan and the index of a token; says whether it is a number in digits. False outside the text. */
export function isNumber(scan: Scan, at: number): boolean {
  return at >= 0 && at < scan.tokens.count && scan.tokens.kind[at] === NUMBER;
}

/** Says whether the token is that mark (given by its code). */
export function isMark(scan: Scan, at: number, code: number): boolean {
  return at >= 0 && at < scan.tokens.count && scan.tokens.kind[at] === MARK && codeAt(scan, at) === code;
}

/** Says whether no white space stands before the token. */
export function joined(scan: Scan, at: number): boolean {
  return at > 0 && at < scan.tokens.count && scan.tokens.gap[at] === JOINED;
}

/** Says whether the token and the one before it stand in one paragraph. */
export function follows(scan: Scan, at: number): boolean {
  return at > 0 && at < scan.tokens.count && scan.tokens.gap[at] !== NEW_PARAGRAPH;
}

/** "-", "‐", "‑", "–", "—" or "−". */
export function isDash(scan: Scan, at: number): boolean {
  const code = codeAt(scan, at);
  return code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x2212;
}

/** A dash with nothing blank on either side, as in "18-month". */
export function isHyphen(scan: Scan, at: number): boolean {
  return isDash(scan, at) && joined(scan, at) && joined(scan, at + 1);
}

/** Says whether the token begins with a capital letter. */
export function isCapital(scan: Scan, at: number): boolean {
  const shape = at >= 0 ? scan.tokens.shape[at] : undefined;
  if (shape !== undefined && shape & (CAPITAL | PLAIN)) return (shape & CAPITAL) !== 0;
  const code = codeAt(scan, at);
  if (code < 0xc0) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** The word of a token in lower case; "" for an index out of range. */
export function word(scan: Scan, at: number): string {
  return scan.tokens.lower(at);
}
