import { BREAK, classAt, DIGIT, LETTER, OTHER, SPACE } from "./classes.ts";
import { CHECK_FACTOR, CHECK_SEED, checkRange, HASH_FACTOR, HASH_SEED, hashRange, isApostrophe } from "./hash.ts";
import type { Keeper } from "./keeper.ts";
import { ACRONYM, CAPITAL, PLAIN, SMALL, shapeOf } from "./shape.ts";

export { checkWord, hashWord } from "./hash.ts";
export { ACRONYM, CAPITAL, PLAIN } from "./shape.ts";

/** Kinds of token. */
export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** White space before a token: none, blanks, one line break, or a blank line (a paragraph's end). */
export const JOINED = 0;
export const SPACED = 1;
export const NEW_LINE = 2;
export const NEW_PARAGRAPH = 3;

/**
 * The tokens of a text as columns, so that a scan over them allocates nothing.
 * A WORD is a run of letters with inner apostrophes ("Syria’s") or dotted initials ("U.S."); a NUMBER is a run of digits with
 * inner separators ("1,600", "2.5") or one vulgar fraction ("½"); everything else that is not white space is a MARK of one character.
 */
export interface Tokens extends Keeper {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** White space before each token: JOINED, SPACED, NEW_LINE or NEW_PARAGRAPH; NEW_PARAGRAPH for the first. */
  readonly gap: Uint8Array;
  /** Hash of each word in lower case (see `hashWord`), 0 for numbers and marks; what a `Lexicon` is asked by. */
  readonly hash: Int32Array;
  /** A second hash of each word (see `checkWord`): two words of which both hashes agree are the same word. */
  readonly check: Int32Array;
  /** How each word is written, as bits (CAPITAL, ACRONYM, PLAIN, SMALL); 0 for numbers and marks. */
  readonly shape: Uint8Array;
  /** The token's words in lower case, apostrophes made straight; "" for an index out of range. */
  lower(index: number): string;
  /** The token as written; "" for an index out of range. */
  raw(index: number): string;
  /** The mark as written; "" for words, numbers and an index out of range. */
  sign(index: number): string;
}

/** Takes any text; gives its tokens in one pass, in linear time. */
export function tokenize(text: string): Tokens {
  const table = new TokenTable(text);
  scan(table);
  return table;
}

/**
 * Words met before, by the low bits of their hashes, so that common words are made once and not for each token. Most words are rare: only one
 * in some takes another's place, and none so long that it would hold on to the text it was cut from.
 */
const KNOWN = 8192;
const LONGEST_KNOWN = 12;
const KNOWN_WORDS: string[] = new Array<string>(KNOWN).fill("");
const KNOWN_HASHES = new Int32Array(KNOWN);
const KNOWN_CHECKS = new Int32Array(KNOWN);
const KEPT_OF = 4;
let unknown = 0;

class TokenTable implements Tokens {
  readonly text: string;
  count = 0;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  gap: Uint8Array;
  hash: Int32Array;
  check: Int32Array;
  shape: Uint8Array;
  readonly kept: unknown[] = [];
  /** Words asked for so far: readers ask for the same ones again and again. */
  private words: string[] | null = null;

  constructor(text: string) {
    this.text = text;
    const room = Math.max(16, text.length >> 2);
    const columns = new ArrayBuffer(room * (4 * 4 + 3));
    this.start = new Int32Array(columns, 0, room);
    this.end = new Int32Array(columns, room * 4, room);
    this.hash = new Int32Array(columns, room * 8, room);
    this.check = new Int32Array(columns, room * 12, room);
    this.kind = new Uint8Array(columns, room * 16, room);
    this.gap = new Uint8Array(columns, room * 17, room);
    this.shape = new Uint8Array(columns, room * 18, room);
  }

  push(start: number, end: number, kind: number, gap: number): void {
    const at = this.count++;
    if (at === this.start.length) this.grow();
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.gap[at] = gap;
  }

  pushWord(start: number, end: number, gap: number, hash: number, check: number, shape: number): void {
    const at = this.count;
    this.push(start, end, WORD, gap);
    this.hash[at] = hash;
    this.check[at] = check;
    this.shape[at] = shape;
  }

  lower(index: number): string {
    if (index < 0 || index >= this.count) return "";
    if (this.kind[index] === MARK && this.text.charCodeAt(this.start[index] as number) < 0x80)
      return this.text.charAt(this.start[index] as number);
    this.words ??= new Array<string>(this.count);
    const known = this.words[index];
    if (known !== undefined) return known;
    const made = this.kind[index] === WORD ? this.word(index) : this.raw(index).toLowerCase();
    this.words[index] = made;
    return made;
  }

  private word(index: number): string {
    const hash = this.hash[index] as number;
    const check = this.check[index] as number;
    const slot = hash & (KNOWN - 1);
    if (KNOWN_HASHES[slot] === hash && KNOWN_CHECKS[slot] === check) return KNOWN_WORDS[slot] as string;
    const shape = this.shape[index] as number;
    const made = shape & SMALL ? this.raw(index) : straight(this.raw(index).toLowerCase());
    const keeps =
      shape & PLAIN && made.length <= LONGEST_KNOWN && (KNOWN_HASHES[slot] === 0 || ++unknown % KEPT_OF === 0);
    if (keeps) {
      KNOWN_WORDS[slot] = made;
      KNOWN_HASHES[slot] = hash;
      KNOWN_CHECKS[slot] = check;
    }
    return made;
  }

  raw(index: number): string {
    if (index < 0 || index >= this.count) return "";
    return this.text.slice(this.start[index], this.end[index]);
  }

  sign(index: number): string {
    if (this.kind[index] !== MARK) return "";
    const start = this.start[index] as number;
    return this.end[index] === start + 1 ? this.text.charAt(start) : this.raw(index);
  }

  private grow(): void {
    const room = this.start.length * 2;
    this.start = copyOf(this.start, new Int32Array(room));
    this.end = copyOf(this.end, new Int32Array(room));
    this.kind = copyOf(this.kind, new Uint8Array(room));
    this.gap = copyOf(this.gap, new Uint8Array(room));
    this.hash = copyOf(this.hash, new Int32Array(room));
    this.check = copyOf(this.check, new Int32Array(room));
    this.shape = copyOf(this.shape, new Uint8Array(room));
  }
}

function straight(word: string): string {
  for (let at = 1; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 0x2019 || code === 0x02bc) return word.replace(/[’ʼ]/g, "'");
  }
  return word;
}

function copyOf<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function scan(table: TokenTable): void {
  const { text } = table;
  const length = text.length;
  let gap = NEW_PARAGRAPH;
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    const kind = classAt(code);
    if (kind === SPACE) {
      if (gap === JOINED) gap = SPACED;
      at++;
    } else if (kind === BREAK) {
      gap = gapBehind(text, at, code, gap);
      at++;
    } else {
      at = kind === LETTER ? takeWord(table, at, gap) : takeOther(table, at, kind, gap);
      gap = JOINED;
    }
  }
}

/** White space so far, with one more line break; "\r\n" is one. */
function gapBehind(text: string, at: number, code: number, gap: number): number {
  if (code === 0x0a && text.charCodeAt(at - 1) === 0x0d) return gap;
  return gap >= NEW_LINE || code === 0x2029 ? NEW_PARAGRAPH : NEW_LINE;
}

/** Reads a word and its hashes in one go (FNV-1a over the lower-cased code units, and a plain product for the second). */
function takeWord(table: TokenTable, from: number, gap: number): number {
  const { text } = table;
  const { length } = text;
  let hash = HASH_SEED;
  let check = CHECK_SEED;
  let all = 0xff;
  let any = 0;
  let at = from;
  let code = text.charCodeAt(from);
  for (let folded = code | 0x20; folded >= 0x61 && folded <= 0x7a; folded = code | 0x20) {
    hash = Math.imul(hash ^ folded, HASH_FACTOR);
    check = (Math.imul(check, CHECK_FACTOR) + folded) | 0;
    all &= code;
    any |= code;
    at++;
    if (at >= length) break;
    code = text.charCodeAt(at);
  }
  if (at < length && code !== 0x20 && goesOn(text, at, code)) return takeOddWord(table, from, gap);
  if (at === from + 1 && at < length && code === 0x2e) return takeInitials(table, from, gap);
  table.pushWord(from, at, gap, hash || 1, check, plainShape(text.charCodeAt(from), all, any, at - from));
  return at;
}

/** Whether a word goes on with a letter that is none of ASCII, or over an apostrophe. */
function goesOn(text: string, at: number, code: number): boolean {
  return classAt(code) === LETTER || (isApostrophe(code) && classAt(text.charCodeAt(at + 1)) === LETTER);
}

/** Reads a word of any letters. */
function takeOddWord(table: TokenTable, from: number, gap: number): number {
  const { text } = table;
  let end = from;
  let plain = true;
  while (end < text.length && (end === from || goesOn(text, end, text.charCodeAt(end)))) {
    const code = text.charCodeAt(end++);
    plain &&= code < 0x80 || code === 0x2019;
  }
  if (end === from + 1 && text.charCodeAt(end) === 0x2e) return takeInitials(table, from, gap);
  const shape = shapeOf(text, from, end) | (plain ? PLAIN : 0);
  table.pushWord(from, end, gap, hashRange(text, from, end), checkRange(text, from, end), shape);
  return end;
}

function takeInitials(table: TokenTable, from: number, gap: number): number {
  const { text } = table;
  const end = endOfInitials(text, from);
  const shape = shapeOf(text, from, end);
  table.pushWord(from, end, gap, hashRange(text, from, end), checkRange(text, from, end), shape);
  return end;
}

/** The shape of a word of at least one letter, all of them of ASCII, by the bits that all of them have, and those that any has. */
function plainShape(first: number, all: number, any: number, length: number): number {
  if (first & 0x20) return all & 0x20 ? PLAIN | SMALL : PLAIN;
  return length > 1 && !(any & 0x20) ? PLAIN | CAPITAL | ACRONYM : PLAIN | CAPITAL;
}

function takeOther(table: TokenTable, from: number, kind: number, gap: number): number {
  const end = kind === DIGIT ? endOfNumber(table.text, from) : endOfMark(table.text, from);
  table.push(from, end, kind === OTHER ? MARK : NUMBER, gap);
  return end;
}

function endOfMark(text: string, from: number): number {
  const surrogate = (text.charCodeAt(from) & 0xfc00) === 0xd800 && (text.charCodeAt(from + 1) & 0xfc00) === 0xdc00;
  return from + (surrogate ? 2 : 1);
}

/** Letter, stop, letter, stop … as in "U.S." and "a.m."; the last stop belongs to it. A lone "A." stays a word and a mark. */
function endOfInitials(text: string, from: number): number {
  let at = from + 1;
  let letters = 1;
  while (text.charCodeAt(at) === 0x2e && classAt(text.charCodeAt(at + 1)) === LETTER) {
    if (classAt(text.charCodeAt(at + 2)) === LETTER) break;
    at += 2;
    letters++;
  }
  if (letters === 1) return from + 1;
  return text.charCodeAt(at) === 0x2e ? at + 1 : at;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) at++;
    else if ((code === 0x2c || code === 0x2e) && classAt(text.charCodeAt(at + 1)) === DIGIT) at += 2;
    else break;
  }
  return at;
}
