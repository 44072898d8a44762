import type { Figure } from "../extract/types.ts";
import { hashText, joinHashes } from "./hash.ts";
import { bucketsOfSource, bucketsToAsk, familyOf, magnitudeOf } from "./values.ts";
import { isFunctionWord } from "./words.ts";

/** How many context words of a figure, the nearest first, go into keys of each sort. */
const TERMS = { exact: 8, bucket: 6, anchor: 6, family: 6 } as const;

/** A range over more buckets than this is asked for by what it measures rather than by each bucket with each word. */
const MOST_WITH_TERMS = 16;

const VALUE = hashText("value");
const MEASURE = hashText("measure");
const PAIR = hashText("pair");
const WORD = hashText("word");

/** Takes a figure; gives the words that tell what it is about: head, outcome, places, its claimant and the stems around it, without repeats. */
export function contextOf(figure: Figure): readonly string[] {
  const known = contexts.get(figure);
  if (known !== undefined) return known;
  const { head, outcome, places, terms } = figure.measure;
  const all = new Set<string>();
  if (head !== null) all.add(head);
  if (outcome !== null) all.add(outcome);
  for (const term of terms) all.add(term);
  for (const place of places) all.add(place);
  if (figure.claimant !== null) all.add(`@${figure.claimant.key}`);
  const made = [...all];
  contexts.set(figure, made);
  return made;
}

const contexts = new WeakMap<Figure, readonly string[]>();

/** Takes a source's figure; gives the keys it is filed under by value: its exact value and the buckets of its range, alone and with words of its context. */
export function valueKeys(figure: Figure): number[] {
  const exact = exactKey(figure);
  const keys = [exact, ...withTerms(figure, exact, TERMS.exact)];
  for (const bucket of bucketsOfSource(magnitudeOf(figure))) {
    const key = bucketKey(figure, bucket);
    keys.push(key, ...withTerms(figure, key, TERMS.bucket));
  }
  return keys;
}

/** Keys to ask for; those that lead straight to likely figures come with terms, the bare ones are for what these leave open. */
export interface FigureQuery {
  readonly bare: readonly number[];
  readonly withTerms: readonly number[];
}

/** Takes a draft's figure; gives the keys to ask for by value, or `null` where its range is too wide for keys. */
export function valueQuery(figure: Figure): FigureQuery | null {
  const buckets = bucketsToAsk(magnitudeOf(figure));
  if (buckets === null) return null;
  const exact = exactKey(figure);
  const bare = buckets.map((bucket) => bucketKey(figure, bucket));
  if (bare.length > MOST_WITH_TERMS) {
    const measured = measureKeys(figure);
    return { bare: [exact, ...bare], withTerms: [...measured.withAnchors, ...measured.withTerms] };
  }
  const filed = bare.flatMap((key) => withTerms(figure, key, TERMS.bucket));
  return { bare: [exact, ...bare], withTerms: [...withTerms(figure, exact, TERMS.exact), ...filed] };
}

function exactKey(figure: Figure): number {
  const { family, low, high } = magnitudeOf(figure);
  return joinHashes(hashText(family, VALUE), hashText(`${low.toPrecision(9)}=${high.toPrecision(9)}`));
}

function bucketKey(figure: Figure, bucket: string): number {
  return joinHashes(hashText(familyOf(figure)[0], VALUE), hashText(bucket));
}

function withTerms(figure: Figure, key: number, most: number): number[] {
  return contextOf(figure)
    .slice(0, most)
    .map((term) => joinHashes(key, hashText(term)));
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
  const family = hashText(familyOf(figure)[0], MEASURE);
  const { head, outcome } = figure.measure;
  const anchors = [head, outcome].filter((anchor) => anchor !== null);
  const bare = anchors.map((anchor) => joinHashes(family, hashText(anchor)));
  const withAnchors = bare.flatMap((key) => withTerms(figure, key, TERMS.anchor));
  return { bare, withAnchors, withTerms: withTerms(figure, joinHashes(family, family), TERMS.family) };
}

/**
 * Takes words in comparable form, in order; gives one key for each pair of neighbours, at the index of its first word. Two function words
 * in a row take a third word into the key, for such pairs are in every article; 0 stands where the words end before that.
 */
export function pairKeys(words: readonly string[]): Uint32Array {
  const hashes = words.map((word) => hashText(word, PAIR));
  const keys = new Uint32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < keys.length; at++) {
    const pair = joinHashes(hashes[at] as number, hashes[at + 1] as number);
    const common = isFunctionWord(words[at] as string) && isFunctionWord(words[at + 1] as string);
    if (!common) keys[at] = pair;
    else if (at + 2 < words.length) keys[at] = joinHashes(pair, hashes[at + 2] as number);
  }
  return keys;
}

/** Takes a word in comparable form; gives the key under which the articles that hold it are filed. */
export function wordKey(word: string): number {
  return hashText(word, WORD);
}
