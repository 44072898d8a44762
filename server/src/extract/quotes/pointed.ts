import { stretchOf, type TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { type Phrase, phraseAfter } from "../names/index.ts";
import { cueAt, isPassive, speakerOfVerb } from "./cues.ts";
import type { Piece } from "./pieces.ts";
import { isUtterance } from "./speech.ts";

const POINTERS = wordSet("so those these that that's such thus this");
const BE = new Set("is was are were".split(" "));
const THINGS = new Set(
  "words message view verdict warning assessment conclusion opinion advice reaction response answer reply promise motto mantra plea cry question".split(
    " ",
  ),
);
const FAR = 24;

/**
 * Takes a text cut up and a piece that is a sentence of its own; gives whose words the sentence behind it says they are ("Those were the
 * last words that Lund texted home.", "So said Lund."), or `null`. Looks at a bounded number of tokens.
 */
export function pointedBack(document: TextDocument, piece: Piece): Phrase | null {
  const { tokens, sentenceTokens } = document;
  const start = piece.after;
  if (!POINTERS.has(tokens, start) || !isUtterance(tokens, piece)) return null;
  const end = Math.min(sentenceTokens[stretchOf(sentenceTokens, start) + 1] ?? tokens.count, start + FAR);
  if (tokens.lower(start) === "so" || tokens.lower(start) === "thus")
    return cueAt(tokens, start + 1) ? phraseAfter(tokens, start + 2, end) : null;
  return BE.has(tokens.lower(start + 1)) || tokens.lower(start) === "that's"
    ? whoseWords(tokens, start + 1, end)
    : null;
}

function whoseWords(tokens: Tokens, start: number, end: number): Phrase | null {
  for (let at = start; at < end && tokens.kind[at] !== MARK; at++) {
    const word = tokens.lower(at);
    if ((word === "of" || word === "from") && THINGS.has(tokens.lower(at - 1))) return phraseAfter(tokens, at + 1, end);
    if ((word === "how" || word === "what") && at <= start + 1) return phraseAfter(tokens, at + 1, end);
    if (cueAt(tokens, at) && !isPassive(tokens, at)) return speakerOfVerb(tokens, at, start, end);
  }
  return null;
}
