const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Takes a string and the hash of what went before it; gives an unsigned 32-bit hash (FNV-1a over code units). */
export function hashText(text: string, seed: number = OFFSET): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = addCode(hash, text.charCodeAt(at));
  return hash >>> 0;
}

/** Takes a hash so far (signed or not) and a code unit; gives the hash with it, signed. */
export function addCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** Takes two unsigned 32-bit hashes, in order; gives one that spreads over all 32 bits (the finisher of MurmurHash3). */
export function joinHashes(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
