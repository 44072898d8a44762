import { bodyText } from "./bodytext.ts";
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

/** Takes an article; gives its signature, over headline, body and captions, without case and punctuation. */
export function signatureOf(article: Pick<Article, "text" | "blocks">): Signature {
  const body = article.blocks.filter((block) => block.kind === "body");
  const words =
    bodyText({ text: article.text, blocks: body })
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const all = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= hashes.length; i++) all.add(hashShingle(hashes, i));
  const kept = Uint32Array.from(all).sort().slice(0, KEPT);
  return { hashes: kept, shingles: all.size };
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

/** Hashes by which candidates meet; one shared by more articles than this is an outlet's boilerplate. */
const MOST_SHARING = 50;

/** Pairs that share at least four of their hashes, found through an index from hash to articles. */
function candidates(articles: readonly Signed[]): [number, number][] {
  const index = new Map<number, number[]>();
  const shared = new Map<number, number>();
  for (const [at, { signature }] of articles.entries()) {
    for (const hash of signature.hashes) {
      const others = index.get(hash);
      if (others === undefined) index.set(hash, [at]);
      else if (others.length < MOST_SHARING) {
        for (const other of others)
          shared.set(other * articles.length + at, (shared.get(other * articles.length + at) ?? 0) + 1);
        others.push(at);
      }
    }
  }
  return [...shared]
    .filter(([, count]) => count >= 4)
    .map(([pair]) => [Math.floor(pair / articles.length), pair % articles.length]);
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

/** FNV-1a over code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes the words of a shingle, with the finaliser of MurmurHash3 so that small hashes are a fair sample. */
function hashShingle(words: readonly number[], at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHINGLE_WORDS; i++) hash = Math.imul(hash, 31) + (words[i] as number);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
