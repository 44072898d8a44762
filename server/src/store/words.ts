import { MARK, NUMBER, type Tokens, tokenize } from "../text/tokens.ts";

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

/** Words that say little alone: a pair made of two of them is found in nearly every article. */
const FUNCTION_WORDS = new Set(
  "a an and are as at be been but by for from had has have he her his i if in is it its me my no not of on or our she so that the their them there they this to was we were what which who will with would you your".split(
    " ",
  ),
);

/** Takes a word in comparable form; says whether it is one of the commonest words of English. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
