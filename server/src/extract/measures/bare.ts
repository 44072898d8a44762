import { wordSet } from "../../text/lexicon.ts";
import { stem } from "../../text/stem.ts";
import { OUTCOME_STEMS } from "./lexicon.ts";
import type { FigureTokens, SentenceView } from "./sentence.ts";

const BEFORE_BARE = wordSet("and but at least than over about another with");
const AFTER_BARE = wordSet("is are was were had have has would will of remain remained died more that which who");

/**
 * Takes a sentence and one of its figures that has no noun beside it; says whether the number stands for what was counted before: "43 had been assessed",
 * "Of 40 guards, 12 came from Ortel".
 */
export function isBare(view: SentenceView, at: number): boolean {
  return standsAlone(view, view.figures[at] as FigureTokens) || isOfWhole(view, at);
}

/** "Of 40 guards, 12 came from Ortel": some of them. */
function isOfWhole({ tokens, from, figures }: SentenceView, at: number): boolean {
  const [whole, part] = [figures[at - 1], figures[at]];
  if (whole === undefined || part === undefined || part.quantity.dimension !== "count") return false;
  if (part.quantity.high > whole.quantity.high) return false;
  return whole.begin === from + 1 && tokens.lower(from) === "of" && tokens.lower(part.begin - 1) === ",";
}

function standsAlone({ tokens }: SentenceView, { quantity, first, next }: FigureTokens): boolean {
  if (quantity.dimension !== "count" || quantity.unit !== null) return false;
  if (AFTER_BARE.has(tokens, next)) return true;
  const word = tokens.lower(next);
  const ends = word.length < 2 && ".,;".includes(word);
  if (ends && OUTCOME_STEMS.has(stem(tokens.lower(first - 1)))) return true;
  return BEFORE_BARE.has(tokens, first - 1) && (ends || OUTCOME_STEMS.has(stem(word)));
}
