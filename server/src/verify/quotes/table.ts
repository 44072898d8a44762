import { sameClaimant } from "../../extract/claimants/same.ts";
import type { QuoteVerdict } from "../types.ts";
import type { SpokenMatch } from "./mouths.ts";

/** What the words come to. */
type Words = "exact" | "near" | "far";
/** What the speakers come to, over all sources that have the very words. */
type Speakers = "ours" | "ours-and-others" | "others" | "own-words" | "open";

/** Why a verdict fell as it did, for the message. */
export type Ground =
  | "stands"
  | "speakers-differ"
  | "other-speaker"
  | "own-words"
  | "turned"
  | "hidden"
  | "bracket"
  | "changed"
  | "edge"
  | "nothing"
  | "nearest"
  | "translated";

export interface Outcome {
  readonly verdict: QuoteVerdict;
  readonly ground: Ground;
}

/** The verdict on words that stand in a source, by who says them there. */
const BY_SPEAKERS: Readonly<Record<Speakers, Outcome>> = {
  ours: { verdict: "supported", ground: "stands" },
  open: { verdict: "supported", ground: "stands" },
  "ours-and-others": { verdict: "disputed", ground: "speakers-differ" },
  others: { verdict: "misattributed", ground: "other-speaker" },
  "own-words": { verdict: "misattributed", ground: "own-words" },
};

/** The verdict on words that do not stand as they are. */
const BY_WORDS: Readonly<Record<Exclude<Words, "exact">, Outcome>> = {
  near: { verdict: "altered", ground: "changed" },
  far: { verdict: "unsupported", ground: "nearest" },
};

/** Takes what was found for a quotation of `words` words; gives the verdict and its ground. */
export function verdictOf(found: {
  words: number;
  nearest: SpokenMatch | null;
  exact: readonly SpokenMatch[];
  turned: boolean;
  hidden: boolean;
  bracket: boolean;
  translated: boolean;
}): Outcome {
  const { words, nearest, exact, turned, hidden, bracket, translated } = found;
  if (bracket) return { verdict: "altered", ground: "bracket" };
  if (hidden) return { verdict: "altered", ground: "hidden" };
  if (exact.length > 0) return turned ? { verdict: "altered", ground: "turned" } : BY_SPEAKERS[speakersOf(exact)];
  if (!nearest || nearest.alignment.matched < 2) return { verdict: "unsupported", ground: "nothing" };
  const closeness = closenessOf(nearest, words);
  if (translated && closeness === "near") return { verdict: "unchecked", ground: "translated" };
  if (closeness === "near" && isAtEdge(nearest)) return { verdict: "altered", ground: "edge" };
  if (closeness === "far" && nearest.alignment.matched * 2 < words)
    return { verdict: "unsupported", ground: "nothing" };
  return BY_WORDS[closeness];
}

function speakersOf(exact: readonly SpokenMatch[]): Speakers {
  const has = (mouth: SpokenMatch["mouth"]) => exact.some((one) => one.mouth === mouth);
  if (has("other")) return has("same") ? "ours-and-others" : "others";
  if (has("same")) return "ours";
  if (differAmongThemselves(exact)) return "ours-and-others";
  return has("unknown") ? "open" : "own-words";
}

function differAmongThemselves(exact: readonly SpokenMatch[]): boolean {
  const [first, ...others] = exact.flatMap(({ speaker }) => speaker ?? []);
  return first !== undefined && others.some((other) => sameClaimant(first, other) === "different");
}

/** Share of a quotation's words that may differ before it is no longer the same quotation, and the least that may. */
const NEAR_SHARE = 0.4;

function closenessOf({ alignment, mouth }: SpokenMatch, words: number): "near" | "far" {
  const share = alignment.edits / Math.max(words, 1);
  if (words < 4) return alignment.edits === 1 && words > 1 && mouth === "same" ? "near" : "far";
  return share <= NEAR_SHARE || isMostlyThere(alignment, words) ? "near" : "far";
}

/** Where nearly all words of the quotation stand, and few of the source's are left out among them, it is that passage changed. */
const STANDING_SHARE = 0.7;
const MOST_STRAY = 4;

function isMostlyThere({ matched, edits }: SpokenMatch["alignment"], words: number): boolean {
  return matched >= words * STANDING_SHARE && matched > MOST_STRAY && edits <= MOST_STRAY;
}

/** One word differs, at the start or the end, and only in its ending: a verb fitted to the draft's own tense. */
function isAtEdge({ alignment, article }: SpokenMatch): boolean {
  const [only, ...more] = alignment.differences;
  if (!only || more.length > 0 || /\s/.test(only.draft.text) || /\s/.test(only.source.text)) return false;
  const edge = only.source.start <= alignment.start || only.source.end >= alignment.end;
  return edge && article.text.length > 0 && sameStem(only.draft.text.toLowerCase(), only.source.text.toLowerCase());
}

function sameStem(a: string, b: string): boolean {
  const stem = (word: string) => word.replace(/(?:ing|ed|es|s|d)$/, "");
  return a !== b && a.length > 2 && b.length > 2 && stem(a) === stem(b);
}
