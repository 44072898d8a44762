import { hashWord, type Tokens } from "./tokens.ts";

/**
 * A table from words to entries that is asked by token: a miss costs one look at a hash and makes no string, so that a
 * scan may ask of every word of a text. Words are given in lower case with straight apostrophes.
 */
export class Lexicon<T> {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly words: string[];
  private readonly entries: T[];

  constructor(table: Iterable<readonly [string, T]>) {
    const pairs = [...new Map(table)];
    let size = 16;
    while (size < pairs.length * 4) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.words = new Array<string>(size).fill("");
    this.entries = new Array<T>(size);
    for (const [word, entry] of pairs) this.add(word, entry);
  }

  /** Takes tokens and an index; gives the entry of the word there, `undefined` where there is none or the index is out of range. */
  find(tokens: Tokens, index: number): T | undefined {
    if (index < 0 || index >= tokens.count) return undefined;
    const hash = tokens.hash[index] as number;
    if (hash === 0) return undefined;
    for (let slot = hash & this.mask; this.hashes[slot] !== 0; slot = (slot + 1) & this.mask) {
      if (this.hashes[slot] === hash && this.words[slot] === tokens.lower(index)) return this.entries[slot];
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
    this.words[slot] = word;
    this.entries[slot] = entry;
  }
}

/** Takes words in one string, parted by blanks; gives a lexicon that only knows them. */
export function wordSet(words: string): Lexicon<true> {
  return new Lexicon(words.split(/\s+/).map((word) => [word, true] as const));
}
