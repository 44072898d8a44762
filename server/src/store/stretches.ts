import type { Article, Block } from "../corpus/types.ts";
import { tokenAt } from "../text/document.ts";
import { tokenize } from "../text/tokens.ts";
import { keysOfWords } from "./keys.ts";
import { place, readableBlocks } from "./passages.ts";
import { SeenKeys } from "./seen.ts";
import type { PassageCandidate } from "./types.ts";
import { comparableWords } from "./words.ts";

/** The keys of one readable block of an article. */
export interface BlockKeys {
  readonly block: Block;
  /** Distinct keys of its word pairs. */
  readonly pairs: readonly number[];
  /** Keys of words and of pairs of function words that no earlier block of the article has. */
  readonly words: readonly number[];
  /** Hashes of its words, in order. */
  readonly each: readonly number[];
}

/** What to look for: keys of word pairs; or, for words too few or too common for those, one key that leads to whole articles. */
export interface WordQuery {
  readonly words: readonly string[];
  readonly pairs: readonly number[];
  readonly word: number | null;
}

/** Takes an article; gives the keys of each of its readable blocks, in order. */
export function keysOfBlocks(article: Article): readonly BlockKeys[] {
  seenWords.begin();
  const tokens = tokenize(article.text);
  return readableBlocks(article).map((block) => {
    const { pairs, words, each } = keysOfWords(
      tokens,
      tokenAt(tokens, block.start),
      tokenAt(tokens, block.end - 1) + 1,
    );
    return { block, pairs: distinct(pairs), words: unseen(words, seenWords), each };
  });
}

/** Takes words as the caller has them; gives what to look for. */
export function wordQuery(given: readonly string[]): WordQuery {
  const asked = given.join(" ");
  const words = comparableWords(asked);
  const keys = keysOfWords(tokenize(asked));
  const pairs = distinct(keys.pairs);
  return { words, pairs, word: pairs.length > 0 ? null : (keys.words[0] ?? null) };
}

/** Takes an article and the votes of its readable blocks (by index among those); gives its stretches, neighbours that both have votes put together. */
export function stretchesOf(article: Article, votes: ReadonlyMap<number, number>): readonly PassageCandidate[] {
  const blocks = readableBlocks(article);
  const taken = new Set<number>();
  const found: PassageCandidate[] = [];
  for (const [at] of [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (taken.has(at) || blocks[at] === undefined) continue;
    const [first, last] = grow(votes, taken, at);
    let sum = 0;
    for (let i = first; i <= last; i++) {
      taken.add(i);
      sum += votes.get(i) ?? 0;
    }
    const from = blocks[first] as Block;
    found.push({ passage: place(article, from, from.start, (blocks[last] as Block).end), votes: sum });
  }
  return found;
}

/** Takes an article and words; gives each readable block that holds them one after the other, with one vote. */
export function blocksWith(article: Article, words: readonly string[]): readonly PassageCandidate[] {
  return readableBlocks(article).flatMap((block) => {
    const own = comparableWords(article.text.slice(block.start, block.end));
    const holds = own.some((_, at) => words.every((word, i) => own[at + i] === word));
    return holds ? [{ passage: place(article, block, block.start, block.end), votes: 1 }] : [];
  });
}

/** Takes candidates of any sources; gives the likeliest first, at most so many. */
export function mostVotes(candidates: PassageCandidate[], limit: number): readonly PassageCandidate[] {
  return candidates.sort((a, b) => b.votes - a.votes || inOrder(a, b)).slice(0, Math.max(0, limit));
}

function inOrder(a: PassageCandidate, b: PassageCandidate): number {
  const [one, other] = [a.passage, b.passage];
  if (one.source !== other.source) return one.source < other.source ? -1 : 1;
  return one.start - other.start;
}

/** One neighbour joins with any vote; more of them only where each shares several pairs, as a long quotation does. */
function grow(votes: ReadonlyMap<number, number>, taken: ReadonlySet<number>, at: number): readonly [number, number] {
  let [first, last] = [at, at];
  for (;;) {
    const before = taken.has(first - 1) ? 0 : (votes.get(first - 1) ?? 0);
    const after = taken.has(last + 1) ? 0 : (votes.get(last + 1) ?? 0);
    if (Math.max(before, after) < (first === last ? 1 : 4)) return [first, last];
    if (after >= before) last++;
    else first--;
  }
}

const seenPairs = new SeenKeys();
const seenWords = new SeenKeys();

function distinct(keys: readonly number[]): readonly number[] {
  seenPairs.begin();
  return unseen(keys, seenPairs);
}

function unseen(keys: readonly number[], seen: SeenKeys): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < keys.length; at++) if (seen.add(keys[at] as number)) found.push(keys[at] as number);
  return found;
}
