import type { Figure } from "../extract/types.ts";
import type { Tokens } from "../text/tokens.ts";
import { hashText, joinHashes } from "./hash.ts";
import { bucketsOfSource, bucketsToAsk, familyOf, magnitudeOf } from "./values.ts";
import { hashWords } from "./words.ts";

/** How many context words of a figure, the nearest first, go into keys of each sort. */
const TERMS = { exact: 8, bucket: 6, anchor: 6, family: 6 } as const;

/** A range over more buckets than this is asked for by what it measures rather than by each bucket with each word. */
const MOST_WITH_TERMS = 16;

const VALUE = hashText("value");
const MEASURE = hashText("measure");
const WORD = hashText("word");

/** What tells a claimant among the words of a context. */
export const CLAIMANT = "@";

/** Takes a figure; gives the words that tell what it is about: head, outcome, places, its claimant and the stems around it, without repeats. */
export function contextOf(figure: Figure): readonly string[] {
  const known = contexts.get(figure);
  if (known !== undefined) return known;
  const made = [...new Set(wordsAround(figure))];
  contexts.set(figure, made);
  return made;
}

function wordsAround({ measure: { head, outcome, places, terms }, claimant }: Figure): string[] {
  const all: string[] = [];
  if (head !== null) all.push(head);
  if (outcome !== null) all.push(outcome);
  all.push(...terms, ...places);
  if (claimant !== null) all.push(CLAIMANT + claimant.key);
  return all;
}

const contexts = new WeakMap<Figure, readonly string[]>();

/** Takes a source's figure; gives the keys it is filed under by value: its exact value and the buckets of its range, alone and with words of its context. */
export function valueKeys(figure: Figure): number[] {
  return valueKeysWith(figure, termHashes(figure));
}

function valueKeysWith(figure: Figure, terms: readonly number[]): number[] {
  const root = hashText(familyOf(figure)[0], VALUE);
  const keys: number[] = [];
  file(keys, exactKey(root, figure), terms, TERMS.exact);
  for (const bucket of bucketsOfSource(magnitudeOf(figure))) file(keys, bucketKey(root, bucket), terms, TERMS.bucket);
  return keys;
}

/** Keys to ask for by value. */
export interface ValueQuery {
  /** The value itself with words of the context: what these lead to is likeliest. */
  readonly exact: readonly number[];
  /** All buckets that may hold what rounds to it or from it, with words of the context. */
  readonly near: readonly number[];
  /** The value and the buckets alone. */
  readonly bare: readonly number[];
}

/** Takes a draft's figure; gives the keys to ask for by value, or `null` where its range is too wide for keys. */
export function valueQuery(figure: Figure): ValueQuery | null {
  const buckets = bucketsToAsk(magnitudeOf(figure));
  if (buckets === null) return null;
  const terms = termHashes(figure);
  const root = hashText(familyOf(figure)[0], VALUE);
  const value = exactKey(root, figure);
  const exact = joinTerms(value, terms, TERMS.exact);
  const bare = buckets.map((bucket) => bucketKey(root, bucket));
  if (bare.length > MOST_WITH_TERMS) {
    const { withAnchors, withTerms } = measureKeys(figure);
    return { exact, near: [...withAnchors, ...withTerms], bare: [value, ...bare] };
  }
  return { exact, near: bare.flatMap((key) => joinTerms(key, terms, TERMS.bucket)), bare: [value, ...bare] };
}

const FLOATS = new Float32Array(2);
const BITS = new Uint32Array(FLOATS.buffer);

/** Single precision, so that a value in another unit is the same after it was turned. */
function exactKey(root: number, figure: Figure): number {
  const { low, high } = magnitudeOf(figure);
  FLOATS[0] = low;
  FLOATS[1] = high;
  return joinHashes(joinHashes(root, BITS[0] as number), BITS[1] as number);
}

function bucketKey(root: number, bucket: string): number {
  return joinHashes(root, hashText(bucket));
}

/** The hashes of the first words of the context; a source's figure is filed once, and what was made for it is not kept. */
function termHashes(figure: Figure): readonly number[] {
  const words = wordsAround(figure);
  const hashes: number[] = [];
  for (let i = 0; i < words.length && hashes.length < TERMS.exact; i++)
    if (words.indexOf(words[i] as string) === i) hashes.push(hashText(words[i] as string));
  return hashes;
}

function joinTerms(key: number, terms: readonly number[], most: number): number[] {
  const keys: number[] = [];
  for (let i = 0; i < terms.length && i < most; i++) keys.push(joinHashes(key, terms[i] as number));
  return keys;
}

function file(keys: number[], key: number, terms: readonly number[], most: number): void {
  keys.push(key);
  for (let i = 0; i < terms.length && i < most; i++) keys.push(joinHashes(key, terms[i] as number));
}

/** Keys of what a figure measures; a draft's figure is asked for under the keys that a source's figure is filed under. */
export interface MeasureKeys {
  /** Its head and its outcome, each alone. */
  readonly bare: number[];
  /** Head and outcome, each with each word of the context. */
  readonly withAnchors: number[];
  /** Each word of the context with the family of the value. */
  readonly withTerms: number[];
}

/** Takes a figure; gives the keys it is filed under, and asked for, by what it measures. */
export function measureKeys(figure: Figure): MeasureKeys {
  return measureKeysWith(figure, termHashes(figure));
}

function measureKeysWith(figure: Figure, terms: readonly number[]): MeasureKeys {
  const family = hashText(familyOf(figure)[0], MEASURE);
  const { head, outcome } = figure.measure;
  const bare: number[] = [];
  if (head !== null) bare.push(joinHashes(family, hashText(head)));
  if (outcome !== null) bare.push(joinHashes(family, hashText(outcome)));
  const withAnchors = bare.flatMap((key) => joinTerms(key, terms, TERMS.anchor));
  return { bare, withAnchors, withTerms: joinTerms(joinHashes(family, family), terms, TERMS.family) };
}

/** Takes a figure of a source; gives all keys it is filed under. */
export function figureKeys(figure: Figure): number[] {
  const terms = termHashes(figure);
  const { bare, withAnchors, withTerms } = measureKeysWith(figure, terms);
  return valueKeysWith(figure, terms).concat(bare, withAnchors, withTerms);
}

/** Keys of a stretch of words. */
export interface WordKeys {
  /**
   * One for each pair of neighbours. Two function words in a row take a third word into the key, for such pairs are in every article;
   * where the words end before that, they have none.
   */
  readonly pairs: readonly number[];
  /** One for each content word, and for each two function words in a row: these lead to articles that hold a word or two. */
  readonly words: readonly number[];
  /** One for each word, in order. */
  readonly each: readonly number[];
}

/** Takes tokens and a range of them by index; gives the keys of their words, in order, repeats included. */
export function keysOfWords(tokens: Tokens, from = 0, to = tokens.count): WordKeys {
  const { hashes, common } = hashWords(tokens, from, to, WORD);
  const pairs: number[] = [];
  const lone: number[] = [];
  for (let at = 0; at < hashes.length; at++) {
    if (!common[at]) lone.push(hashes[at] as number);
    if (at + 1 === hashes.length) break;
    const pair = joinHashes(hashes[at] as number, hashes[at + 1] as number);
    if (!(common[at] && common[at + 1])) pairs.push(pair);
    else {
      lone.push(~pair >>> 0);
      if (at + 2 < hashes.length) pairs.push(joinHashes(pair, hashes[at + 2] as number));
    }
  }
  return { pairs, words: lone, each: hashes };
}

const COPY = hashText("copy");
const PARAGRAPH = hashText("paragraph");

/** Takes the hashes by which copies of an article's text meet; gives the keys that it is filed under by them. */
export function copyKeys(hashes: Iterable<number>): number[] {
  return Array.from(hashes, (hash) => joinHashes(COPY, hash));
}

/** Takes an outlet and a paragraph in the form in which repeats are compared; gives the key that pages with it are filed under. */
export function paragraphKey(outlet: string, words: string): number {
  return joinHashes(hashText(outlet, PARAGRAPH), hashText(words));
}
