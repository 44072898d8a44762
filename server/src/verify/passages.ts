import type { CorpusStore, PassageCandidate } from "../store/types.ts";

/** Look-ups kept: those of some paragraphs, which are judged anew with every key typed in them. */
const KEPT = 64;

interface Asked {
  readonly revision: number;
  readonly found: Map<string, readonly PassageCandidate[]>;
}

const asked = new WeakMap<CorpusStore, Asked>();

/** Takes a store, words and how many candidates to give at most; gives what the store's `passagesLike` gives, without asking it twice. */
export function passagesLike(store: CorpusStore, words: readonly string[], limit: number): readonly PassageCandidate[] {
  const { revision } = store;
  let known = asked.get(store);
  if (known?.revision !== revision) {
    known = { revision, found: new Map() };
    asked.set(store, known);
  }
  const { found } = known;
  const key = `${limit} ${words.join(" ")}`;
  let candidates = found.get(key);
  if (candidates === undefined) {
    candidates = store.passagesLike(words, { limit });
    if (found.size >= KEPT) found.delete(found.keys().next().value as string);
    found.set(key, candidates);
  }
  return candidates;
}
