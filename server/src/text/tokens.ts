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
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** White space before each token: JOINED, SPACED, NEW_LINE or NEW_PARAGRAPH; NEW_PARAGRAPH for the first. */
  readonly gap: Uint8Array;
  /** Hash of each word in lower case (see `hashWord`), 0 for numbers and marks; what a `Lexicon` is asked by. */
  readonly hash: Int32Array;
  /** The token's words in lower case, apostrophes made straight; "" for an index out of range. */
  lower(index: number): string;
  /** The token as written; "" for an index out of range. */
  raw(index: number): string;
}

/** Takes a word in lower case with straight apostrophes; gives the hash that its tokens carry. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length);
}

/** Takes any text; gives its tokens in one pass, in linear time. */
export function tokenize(text: string): Tokens {
  const table = new TokenTable(text);
  scan(table);
  return table;
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const FRACTION = 4;
const BREAK = 5;
const OTHER = 0;

/** The class of each code unit below U+3040; above, all are letters but surrogates, private use and full-width marks. */
const CLASSES = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x3040);
  for (let code = 0; code < classes.length; code++) classes[code] = classOf(code);
  return classes;
}

function classOf(code: number): number {
  if (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x0c ||
    code === 0x0b ||
    code === 0x85
  )
    return BREAK;
  if (code <= 0x20 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200d)) return SPACE;
  if (code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0x7f || code === 0xad)
    return SPACE;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e)) return FRACTION;
  return /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? LETTER : OTHER;
}

function classAt(code: number): number {
  if (code < 0x3040) return CLASSES[code] as number;
  if (code === 0xfeff) return SPACE;
  if (Number.isNaN(code)) return OTHER;
  const mark = (code >= 0xd800 && code <= 0xf8ff) || (code >= 0xff00 && code <= 0xff20) || code >= 0xfff0;
  return mark ? OTHER : LETTER;
}

/** The words met last, by the low bits of their hashes, so that common words are made once and not for each token. */
const KNOWN = 8192;
const LONGEST_KNOWN = 24;
const KNOWN_WORDS: string[] = new Array<string>(KNOWN).fill("");

class TokenTable implements Tokens {
  readonly text: string;
  count = 0;
  start: Int32Array;
  end: Int32Array;
  kind: Uint8Array;
  gap: Uint8Array;
  hash: Int32Array;
  /** Words asked for so far: readers ask for the same ones again and again. */
  private words: string[] | null = null;

  constructor(text: string) {
    this.text = text;
    const room = Math.max(16, text.length >> 2);
    const columns = new ArrayBuffer(room * (3 * 4 + 2));
    this.start = new Int32Array(columns, 0, room);
    this.end = new Int32Array(columns, room * 4, room);
    this.hash = new Int32Array(columns, room * 8, room);
    this.kind = new Uint8Array(columns, room * 12, room);
    this.gap = new Uint8Array(columns, room * 13, room);
  }

  push(start: number, end: number, kind: number, gap: number, hash: number): void {
    const at = this.count++;
    if (at === this.start.length) this.grow();
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.gap[at] = gap;
    this.hash[at] = hash;
  }

  lower(index: number): string {
    if (index < 0 || index >= this.count) return "";
    this.words ??= new Array<string>(this.count);
    const known = this.words[index];
    if (known !== undefined) return known;
    const made = this.kind[index] === WORD ? this.word(index) : this.raw(index).toLowerCase();
    this.words[index] = made;
    return made;
  }

  private word(index: number): string {
    const hash = this.hash[index] as number;
    const slot = hash & (KNOWN - 1);
    const known = KNOWN_WORDS[slot] as string;
    if (this.reads(index, known)) return known;
    const made = straight(this.raw(index).toLowerCase());
    if (made.length <= LONGEST_KNOWN) KNOWN_WORDS[slot] = made;
    return made;
  }

  /** Says whether a token is that word, apart from case and the shape of apostrophes. */
  private reads(index: number, word: string): boolean {
    const start = this.start[index] as number;
    const { length } = word;
    if ((this.end[index] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) {
      const code = this.text.charCodeAt(start + i);
      const folded = code >= 0x41 && code <= 0x5a ? code | 0x20 : code === 0x2019 ? 0x27 : code;
      if (folded !== word.charCodeAt(i)) return false;
    }
    return true;
  }

  raw(index: number): string {
    if (index < 0 || index >= this.count) return "";
    return this.text.slice(this.start[index], this.end[index]);
  }

  private grow(): void {
    const room = this.start.length * 2;
    this.start = copyOf(this.start, new Int32Array(room));
    this.end = copyOf(this.end, new Int32Array(room));
    this.kind = copyOf(this.kind, new Uint8Array(room));
    this.gap = copyOf(this.gap, new Uint8Array(room));
    this.hash = copyOf(this.hash, new Int32Array(room));
  }
}

function straight(word: string): string {
  for (let at = 1; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 0x2019 || code === 0x02bc) return word.replace(/[’ʼ]/g, "'");
  }
  return word;
}

const HASH_SEED = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** FNV-1a over the lower-cased code units; never 0, which stands for "no word". */
function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ foldedCode(text.charCodeAt(at)), HASH_FACTOR);
  return hash || 1;
}

function foldedCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
  if (isApostrophe(code)) return 0x27;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
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

/** Reads a word and its hash in one go (FNV-1a over the lower-cased code units). */
function takeWord(table: TokenTable, from: number, gap: number): number {
  const { text } = table;
  let hash = HASH_SEED;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (classAt(code) !== LETTER && !isInnerApostrophe(text, at, code, from)) break;
    hash = Math.imul(hash ^ (code < 0x80 && code > 0x40 ? code | 0x20 : foldedCode(code)), HASH_FACTOR);
    at++;
  }
  if (at === from + 1 && text.charCodeAt(at) === 0x2e) {
    const end = endOfInitials(text, from);
    if (end > at) hash = hashRange(text, from, end);
    at = end;
  }
  table.push(from, at, WORD, gap, hash || 1);
  return at;
}

function isInnerApostrophe(text: string, at: number, code: number, from: number): boolean {
  return isApostrophe(code) && at > from && classAt(text.charCodeAt(at + 1)) === LETTER;
}

function takeOther(table: TokenTable, from: number, kind: number, gap: number): number {
  const end = kind === DIGIT ? endOfNumber(table.text, from) : endOfMark(table.text, from);
  table.push(from, end, kind === OTHER ? MARK : NUMBER, gap, 0);
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

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc;
}
