import { MARK, NUMBER, type Tokens, tokenize } from "../text/tokens.ts";
import { addCode, hashText } from "./hash.ts";

/** The words of a text in the form in which quotations are compared, with their places; columns of one length. */
export interface WordList {
  /** Lower case, straight apostrophes, no stops or commas inside: "us" for "U.S.", "1600" for "1,600". */
  readonly words: readonly string[];
  /** Offsets of each word in the text that was cut, in UTF-16 code units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Takes any text; gives its words in comparable form with their offsets, marks left out, in linear time. */
export function wordsWithPlaces(text: string): WordList {
  const tokens = tokenize(text);
  const words: string[] = [];
  const start = new Int32Array(tokens.count);
  const end = new Int32Array(tokens.count);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === MARK) continue;
    start[words.length] = tokens.start[at] as number;
    end[words.length] = tokens.end[at] as number;
    words.push(comparable(tokens, at));
  }
  return { words, start: start.subarray(0, words.length), end: end.subarray(0, words.length) };
}

/** Takes any text; gives its words in comparable form, in order. */
export function comparableWords(text: string): readonly string[] {
  return wordsWithPlaces(text).words;
}

function comparable(tokens: Tokens, at: number): string {
  const word = tokens.lower(at);
  const dotted = tokens.kind[at] === NUMBER || word.charCodeAt(word.length - 1) === 0x2e;
  return dotted ? word.replace(/[.,]/g, "") : word;
}

/** Words of a text as hashes, and which of them are function words; columns of one length. */
export interface WordHashes {
  readonly hashes: readonly number[];
  readonly common: readonly boolean[];
}

/** Takes tokens, a range of them by index and a seed; gives the hashes of their words in comparable form, as `hashText` makes them, without making the words. */
export function hashWords(tokens: Tokens, from: number, to: number, seed: number): WordHashes {
  const hashes: number[] = [];
  const common: boolean[] = [];
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === MARK) continue;
    const hash = plainHash(tokens, at, seed) ?? hashText(comparable(tokens, at), seed);
    hashes.push(hash);
    common.push((tokens.end[at] as number) - (tokens.start[at] as number) <= LONGEST_COMMON && isCommon(hash, seed));
  }
  return { hashes, common };
}

/** Words of plain letters, and numbers of plain digits with stops and commas, are hashed as they stand; `null` for others. */
function plainHash(tokens: Tokens, at: number, seed: number): number | null {
  const { text } = tokens;
  const isNumber = tokens.kind[at] === NUMBER;
  const end = tokens.end[at] as number;
  let hash = seed;
  for (let i = tokens.start[at] as number; i < end; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) code |= 0x20;
    else if (isNumber && (code === 0x2c || code === 0x2e)) continue;
    else if (code === 0x2019 || code === 0x2bc) code = 0x27;
    else if (!(code >= 0x61 && code <= 0x7a) && !(code >= 0x30 && code <= 0x39) && code !== 0x27) return null;
    hash = addCode(hash, code);
  }
  return hash >>> 0;
}

/** Words that say little alone: a pair made of two of them is found in nearly every article. */
const FUNCTION_WORDS = new Set(
  "a an and are as at be been but by for from had has have he her his i if in is it its me my no not of on or our she so that the their them there they this to was we were what which who will with would you your".split(
    " ",
  ),
);

const LONGEST_COMMON = 5;
const commonBySeed = new Map<number, ReadonlySet<number>>();

function isCommon(hash: number, seed: number): boolean {
  let hashes = commonBySeed.get(seed);
  if (hashes === undefined) {
    hashes = new Set([...FUNCTION_WORDS].map((word) => hashText(word, seed)));
    commonBySeed.set(seed, hashes);
  }
  return hashes.has(hash);
}

/** Takes a word in comparable form; says whether it is one of the commonest words of English. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
