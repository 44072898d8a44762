import type { CorpusStore, PassageCandidate } from "../store/types.ts";
import { keptOfStore, Recent } from "./recent.ts";

/** Look-ups kept: those of some paragraphs, which are judged anew with every key typed in them. */
const KEPT = 64;

const asked = keptOfStore(() => new Recent<string, readonly PassageCandidate[]>(KEPT));

/** Takes a store, words and how many candidates to give at most; gives what the store's `passagesLike` gives, without asking it twice. */
export function passagesLike(store: CorpusStore, words: readonly string[], limit: number): readonly PassageCandidate[] {
  const found = asked(store);
  const key = `${limit} ${words.join(" ")}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const candidates = store.passagesLike(words, { limit });
  found.set(key, candidates);
  return candidates;
}
