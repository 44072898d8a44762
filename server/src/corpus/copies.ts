import type { Article } from "./types.ts";

/**
 * Signature of an article's wording: the smallest hashes of its word shingles, sorted, each once (a bottom-k sketch:
 * Cohen and Kaplan, "Summarizing data using bottom-k sketches", PODC 2007, after Broder's resemblance, 1997).
 */
export interface Signature {
  /** Unsigned 32-bit hashes, smallest first. */
  readonly hashes: Uint32Array;
  /** Different shingles of the whole text. */
  readonly shingles: number;
}

/** Words in a shingle: long enough that two articles on one event do not share many by chance. */
const SHINGLE_WORDS = 5;

/** Most hashes kept: 256 give resemblance to about six hundredths, in 1 KB an article. */
const KEPT = 256;

/** Fewest shingles of a text that can be told to be a copy. */
const FEWEST = 20;

/** Takes an article; gives its signature, over its body paragraphs, without case and punctuation. */
export function signatureOf(article: Pick<Article, "text" | "blocks">): Signature {
  const words: number[] = [];
  for (const { kind, start, end } of article.blocks)
    if (kind === "body") hashWords(article.text.slice(start, end).toLowerCase(), words);
  const all = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let i = 0; i < all.length; i++) all[i] = hashShingle(words, i);
  all.sort();
  let count = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[count++] = all[i] as number;
  return { hashes: all.slice(0, Math.min(count, KEPT)), shingles: count };
}

/** Takes two signatures; gives the share of the shorter text's shingles that the other has too, 0 to 1, as estimated from the sketches. */
export function containment(a: Signature, b: Signature): number {
  const smaller = Math.min(a.shingles, b.shingles);
  if (smaller < FEWEST) return 0;
  const resemblance = resemble(a.hashes, b.hashes);
  const shared = (resemblance * (a.shingles + b.shingles)) / (1 + resemblance);
  return Math.min(1, shared / smaller);
}

/** Share of the k smallest hashes of the union that both have. */
function resemble(a: Uint32Array, b: Uint32Array): number {
  let [i, j, union, both] = [0, 0, 0, 0];
  while (union < KEPT && (i < a.length || j < b.length)) {
    const [left, right] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (left === right) both++;
    if (left <= right) i++;
    if (right <= left) j++;
    union++;
  }
  return union === 0 ? 0 : both / union;
}

/** What is grouped: a source's id, its date where known, and its signature. */
export interface Signed {
  readonly id: string;
  /** ISO date or `null`. */
  readonly published: string | null;
  readonly signature: Signature;
}

/** Share of the shorter text from which two articles count as one origin. */
export const COPY_SHARE = 0.5;

/**
 * Takes signed articles; gives for each id the id of its origin: the earliest of the articles whose text it carries
 * (a date that is not known counts as latest, then the order given decides), its own where it stands alone.
 */
export function groupCopies(articles: readonly Signed[]): Map<string, string> {
  const parents = articles.map((_, at) => at);
  for (const [a, b] of candidates(articles)) {
    const [one, other] = [articles[a] as Signed, articles[b] as Signed];
    if (containment(one.signature, other.signature) >= COPY_SHARE) join(parents, a, b, articles);
  }
  return new Map(articles.map(({ id }, at) => [id, (articles[root(parents, at)] as Signed).id]));
}

/** How many of its smallest hashes candidates meet by. */
const MEETING = 32;

/** A hash that more articles have than this is an outlet's boilerplate, by which nobody meets. */
export const MOST_SHARING = 200;

/** Takes a signature; gives the hashes by which its article meets those that may be copies of it. */
export function meetingHashes({ hashes }: Signature): Uint32Array {
  return hashes.subarray(0, MEETING);
}

/** Share of the meeting hashes expected of two that are just copies from which they are compared whole: fewer are hardly ever shared by copies. */
const LEAST_MET = 0.4;

/** Takes how many meeting hashes two articles share and the shingles of each; says whether they are worth comparing whole. */
export function mayBeCopies(shared: number, a: number, b: number): boolean {
  const common = COPY_SHARE * Math.min(a, b);
  const resemblance = common / Math.max(1, a + b - common);
  return shared >= Math.max(2, Math.floor(MEETING * resemblance * LEAST_MET));
}

/** Pairs that share enough of their meeting hashes, found through an index from hash to articles. */
function candidates(articles: readonly Signed[]): [number, number][] {
  const index = new Map<number, number[]>();
  for (const [at, { signature }] of articles.entries()) {
    for (const hash of meetingHashes(signature)) {
      const others = index.get(hash);
      if (others === undefined) index.set(hash, [at]);
      else others.push(at);
    }
  }
  return articles.flatMap(({ signature }, at) => {
    const shared = new Map<number, number>();
    for (const hash of meetingHashes(signature)) {
      const others = index.get(hash) as number[];
      if (others.length > MOST_SHARING) continue;
      for (const other of others) if (other < at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .filter(([other, count]) =>
        mayBeCopies(count, signature.shingles, (articles[other] as Signed).signature.shingles),
      )
      .map(([other]): [number, number] => [other, at]);
  });
}

/** Joins two groups; the earlier article stands for both. */
function join(parents: number[], a: number, b: number, articles: readonly Signed[]): void {
  const [x, y] = [root(parents, a), root(parents, b)];
  if (x === y) return;
  const first = isEarlier(articles[x] as Signed, articles[y] as Signed, x < y) ? x : y;
  parents[first === x ? y : x] = first;
}

function isEarlier(a: Signed, b: Signed, before: boolean): boolean {
  if (a.published === b.published) return before;
  if (a.published === null || b.published === null) return b.published === null;
  return a.published < b.published;
}

function root(parents: number[], at: number): number {
  let top = at;
  while (parents[top] !== top) top = parents[top] as number;
  parents[at] = top;
  return top;
}

const OFFSET = 0x811c9dc5;

/** Adds the hash of each word of a lower-case text (FNV-1a over code units). */
function hashWords(text: string, hashes: number[]): void {
  let hash = OFFSET;
  let inside = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (isWordCode(code)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      inside = true;
    } else if (inside) {
      hashes.push(hash);
      hash = OFFSET;
      inside = false;
    }
  }
}

/** Letters and digits, told roughly outside Latin letters: all that matters is that copies are cut alike. */
function isWordCode(code: number): boolean {
  if (code < 0xc0) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return (code < 0x2000 || code >= 0x2c00) && !(code >= 0x3000 && code < 0x3040);
}

/** Mixes the words of a shingle, with the finaliser of MurmurHash3 so that small hashes are a fair sample. */
function hashShingle(words: readonly number[], at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHINGLE_WORDS; i++) hash = Math.imul(hash, 31) + (words[i] as number);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
