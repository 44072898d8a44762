/** Takes a word in lower case with straight apostrophes; gives the hash that its tokens carry. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length);
}

/** Takes a word in lower case with straight apostrophes; gives the second hash that its tokens carry. */
export function checkWord(word: string): number {
  return checkRange(word, 0, word.length);
}

/** What the first hash starts from, as a whole number of 32 bits, and is multiplied by (FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

/** FNV-1a over the lower-cased code units; never 0, which stands for "no word". */
export function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ foldedCode(text.charCodeAt(at)), HASH_FACTOR);
  return hash || 1;
}

/** What the second starts from and is multiplied by. */
export const CHECK_SEED = 0x2545f491;
export const CHECK_FACTOR = 0x5bd1e995;

/** The second hash over the same code units, a plain product. */
export function checkRange(text: string, from: number, to: number): number {
  let check = CHECK_SEED;
  for (let at = from; at < to; at++) check = (Math.imul(check, CHECK_FACTOR) + foldedCode(text.charCodeAt(at))) | 0;
  return check;
}

/** A code unit in lower case, apostrophes made straight; itself where its lower case is more than one. */
export function foldedCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
  if (isApostrophe(code)) return 0x27;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Says whether a code unit is an apostrophe, straight, typographic or a letter's. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc;
}
