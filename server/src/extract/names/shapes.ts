import { ACRONYM, CAPITAL, MARK, type Tokens, WORD } from "../../text/tokens.ts";
import { BODY_NOUN, NOT_ADVERB, NOT_ADVERBS, PERSONAL_WORD, ROLE, wordClass } from "./words.ts";

/** Takes tokens and an index; says whether the token is a word with a capital first letter. */
export function isCapital(tokens: Tokens, at: number): boolean {
  return ((tokens.shape[at] as number) & CAPITAL) !== 0;
}

/** Takes tokens and an index; says whether the token is written in capitals alone, two or more letters. */
export function isAcronym(tokens: Tokens, at: number): boolean {
  return ((tokens.shape[at] as number) & ACRONYM) !== 0;
}

/** Takes tokens and an index; says whether a stop there belongs to an abbreviation ("Col.", "J.") and ends no sentence. */
export function isAbbreviationStop(tokens: Tokens, at: number): boolean {
  if (tokens.gap[at] !== 0 || tokens.kind[at] !== MARK) return false;
  if (tokens.text.charCodeAt(tokens.start[at] as number) !== 0x2e) return false;
  const word = tokens.lower(at - 1);
  return (word.length === 1 && isCapital(tokens, at - 1)) || ABBREVIATIONS.has(word);
}

const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof rev hon col gen lt maj capt cmdr cpl sgt pvt adm brig sen rep gov st jr sr inc ltd co corp supt det insp messrs u.s u.n u.k no".split(
    " ",
  ),
);

/** Takes tokens and an index; says whether a comma stands there. */
export function isComma(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === MARK && tokens.text.charCodeAt(tokens.start[at] as number) === 0x2c;
}

/** Takes tokens and an index; says whether a dash stands there that sets words apart. */
export function isDash(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== MARK) return false;
  const code = tokens.text.charCodeAt(tokens.start[at] as number);
  return code === 0x2014 || code === 0x2013 || (code === 0x2d && tokens.gap[at] !== 0);
}

/** Takes tokens and an index; says whether a personal pronoun stands there (not "US", not the initial of "I. M. Pei"). */
export function isPronoun(tokens: Tokens, at: number): boolean {
  if (!(wordClass(tokens, at) & PERSONAL_WORD) || isAcronym(tokens, at)) return false;
  return tokens.raw(at) !== "I" || tokens.sign(at + 1) !== "." || !isCapital(tokens, at + 2);
}

/** Takes tokens and an index; says whether a name, or a noun for people or a body, stands there. */
export function isNounLike(tokens: Tokens, at: number): boolean {
  return isCapital(tokens, at) || (wordClass(tokens, at) & (ROLE | BODY_NOUN)) !== 0;
}

/** Takes a word in lower case; says whether it looks like an adverb of manner. */
export function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith("ly") && !NOT_ADVERBS.has(word);
}

/** Takes tokens and an index; says whether the word there looks like an adverb of manner. */
export function isMannerAt(tokens: Tokens, at: number): boolean {
  return (
    endsWith(tokens, at, "l", "y") &&
    (tokens.end[at] as number) - (tokens.start[at] as number) > 4 &&
    !(wordClass(tokens, at) & NOT_ADVERB)
  );
}

/** Takes tokens and an index; says whether the word there ends in "-ed". */
export function endsInEd(tokens: Tokens, at: number): boolean {
  return endsWith(tokens, at, "e", "d");
}

/** Whether a word ends in two letters (given small), capitals or not. */
function endsWith({ kind, text, start, end }: Tokens, at: number, last: string, final: string): boolean {
  const to = end[at] as number;
  return (
    kind[at] === WORD &&
    (text.charCodeAt(to - 1) | 0x20) === final.charCodeAt(0) &&
    (text.charCodeAt(to - 2) | 0x20) === last.charCodeAt(0) &&
    to - (start[at] as number) > 1
  );
}

/** "doesn't", "they're", "I'd". */
const CONTRACTED = /n't$|'(re|ll|ve|d|m)$/;

/** Takes tokens and an index; says whether a word with a verb drawn into it stands there ("doesn't", "they're"). */
export function isContracted(tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] as number;
  return (isApostrophe(tokens, end - 2) || isApostrophe(tokens, end - 3)) && CONTRACTED.test(tokens.lower(at));
}

function isApostrophe({ text }: Tokens, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x27 || code === 0x2019 || code === 0x02bc;
}
