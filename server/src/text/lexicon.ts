import { checkWord, hashWord, type Tokens } from "./tokens.ts";

/**
 * A table from words to entries that is asked by token: a miss costs one look at a hash and makes no string, so that a
 * scan may ask of every word of a text. Words are given in lower case with straight apostrophes.
 */
export class Lexicon<T> {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly checks: Int32Array;
  private readonly entries: T[];
  /** Its words, none twice. */
  readonly words: string[] = [];

  constructor(table: Iterable<readonly [string, T]>) {
    const pairs = [...new Map(table)];
    let size = 16;
    while (size < pairs.length * 4) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.checks = new Int32Array(size);
    this.entries = new Array<T>(size);
    for (const [word, entry] of pairs) this.add(word, entry);
  }

  /** Takes tokens and an index; gives the entry of the word there, `undefined` where there is none or the index is out of range. */
  find(tokens: Tokens, index: number): T | undefined {
    if (index < 0 || index >= tokens.count) return undefined;
    const hash = tokens.hash[index] as number;
    if (hash === 0) return undefined;
    for (let slot = hash & this.mask; this.hashes[slot] !== 0; slot = (slot + 1) & this.mask) {
      if (this.hashes[slot] === hash && this.checks[slot] === tokens.check[index]) return this.entries[slot];
    }
    return undefined;
  }

  /** Takes tokens and an index; says whether the word there is in the table. */
  has(tokens: Tokens, index: number): boolean {
    return this.find(tokens, index) !== undefined;
  }

  private add(word: string, entry: T): void {
    const hash = hashWord(word);
    let slot = hash & this.mask;
    while (this.hashes[slot] !== 0) slot = (slot + 1) & this.mask;
    this.hashes[slot] = hash;
    this.checks[slot] = checkWord(word);
    this.entries[slot] = entry;
    this.words.push(word);
  }
}

/** Takes lexicons and further words; gives a lexicon that knows all their words, to ask all of them at once. */
export function anyOf(lexicons: readonly Lexicon<unknown>[], ...more: readonly string[]): Lexicon<true> {
  return wordSet([...lexicons.flatMap(({ words }) => words), ...more].join(" "));
}

/**
 * What is worked out of single words (a stem, the lists that hold it), kept for words met before, so that common words are worked out once
 * and not for each token. Holds a fixed number of words; of those that it has no room for, one in some takes another's place.
 */
export class WordMemo<T> {
  private readonly make: (word: string, tokens: Tokens, index: number) => T;
  /** Both hashes of each word that is kept, side by side. */
  private readonly keys = new Int32Array(2 * ROOM);
  private readonly made: T[] = new Array<T>(ROOM);
  private unknown = 0;

  /** Takes what is worked out of a word in lower case; the token that it stands at is given for asking word lists. */
  constructor(make: (word: string, tokens: Tokens, index: number) => T) {
    this.make = make;
  }

  /** Takes tokens and the index of one of them; gives what its word comes to. */
  at(tokens: Tokens, index: number): T {
    const hash = tokens.hash[index] as number;
    const slot = hash & (ROOM - 1);
    if (this.keys[2 * slot] === hash && this.keys[2 * slot + 1] === tokens.check[index] && hash !== 0)
      return this.made[slot] as T;
    const word = tokens.lower(index);
    const made = this.make(word, tokens, index);
    if (hash === 0 || word.length > LONGEST) return made;
    if (this.keys[2 * slot] === 0 || ++this.unknown % KEPT_OF === 0) {
      this.keys[2 * slot] = hash;
      this.keys[2 * slot + 1] = tokens.check[index] as number;
      this.made[slot] = made;
    }
    return made;
  }
}

const ROOM = 8192;
/** Longer words might hold on to the text they were cut from. */
const LONGEST = 12;
const KEPT_OF = 4;

/** Takes lists of words, each with its bit; gives a lexicon from every word to the bits of the lists that hold it. */
export function wordClasses(lists: Iterable<readonly [words: Iterable<string>, bit: number]>): Lexicon<number> {
  const bits = new Map<string, number>();
  for (const [words, bit] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return new Lexicon(bits);
}

/** Takes words in one string, parted by blanks; gives a lexicon that only knows them. */
export function wordSet(words: string): Lexicon<true> {
  return new Lexicon(words.split(/\s+/).map((word) => [word, true] as const));
}
