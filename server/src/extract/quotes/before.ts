import { hashWord, NEW_LINE, type Tokens } from "../../text/tokens.ts";
import { cueOf, isCapital, type Phrase, phraseAfter } from "../names/index.ts";
import { cueAt, isPassive, speakerOfVerb } from "./cues.ts";
import { type Attribution, isDashMark, LABEL, MOST_CUES, type Piece } from "./pieces.ts";

const ACCORDING = hashWord("according");

/** Takes tokens, a piece and the first token to look at; gives the attribution that stands before the piece in its sentence, or `null`. */
export function attributionBefore(tokens: Tokens, piece: Piece, low: number): Attribution | null {
  const edge = piece.open;
  if (edge <= low) return null;
  let thought: Attribution | null = null;
  let tried = 0;
  for (let at = edge - 1; at >= low && tried < MOST_CUES; at--) {
    if (cueAt(tokens, at)) tried++;
    const found = beforeAt(tokens, at, low, edge) ?? agentBehind(tokens, at, piece);
    if (!found) continue;
    if (found.by === "tag" || cueOf(tokens, at)?.strength !== "mind")
      return thought && cueOf(tokens, at)?.strength !== "say" ? thought : found;
    thought ??= found;
  }
  return thought ?? labelBefore(tokens, low, edge);
}

function beforeAt(tokens: Tokens, at: number, low: number, edge: number): Attribution | null {
  if (tokens.hash[at] === ACCORDING && tokens.lower(at + 1) === "to") {
    const phrase = phraseAfter(tokens, at + 2, edge);
    return phrase && { phrase, by: "frame", side: "before", from: at, to: edge };
  }
  const cue = cueAt(tokens, at);
  if (!cue) return null;
  const aside = cue.strength === "say" ? asideBefore(tokens, at, low, edge) : null;
  const phrase = aside ?? speakerOfVerb(tokens, at, low, edge) ?? invertedBefore(tokens, at, low, edge);
  if (!phrase) return null;
  const tag = isAdjacent(tokens, at, edge) && cue.strength === "say";
  return { phrase, by: tag ? "tag" : "frame", side: "before", from: Math.min(phrase.from, at), to: edge };
}

/** `was deemed "unsafe" by Wada`. */
function agentBehind(tokens: Tokens, at: number, piece: Piece): Attribution | null {
  if (tokens.lower(piece.after) !== "by" || cueAt(tokens, at)?.form !== "past" || !isPassive(tokens, at)) return null;
  const phrase = phraseAfter(tokens, piece.after + 1, piece.after + 20);
  return phrase && { phrase, by: "frame", side: "after", from: piece.after, to: phrase.to };
}

/** `The strikes, said Rovera, were "…"`: who says so stands behind the verb, set apart by commas. */
function asideBefore(tokens: Tokens, verb: number, low: number, edge: number): Phrase | null {
  if (verb <= low || tokens.raw(verb - 1) !== "," || !isCapital(tokens, verb + 1)) return null;
  const phrase = phraseAfter(tokens, verb + 1, edge);
  return phrase !== null && tokens.raw(phrase.to) === "," ? phrase : null;
}

/** `Said Rovera: "…"`. */
function invertedBefore(tokens: Tokens, verb: number, low: number, edge: number): Phrase | null {
  return verb === low && !isPassive(tokens, verb) ? phraseAfter(tokens, verb + 1, edge) : null;
}

/** Whether nothing but a mark, or a colon after whatever else, stands between a verb and the words that it introduces. */
function isAdjacent(tokens: Tokens, verb: number, edge: number): boolean {
  const mark = tokens.raw(edge - 1);
  return edge - verb <= 2 || mark === ":" || mark === ",";
}

/** `Rovera: "…"` and `Rovera — "…"`, with no verb. */
function labelBefore(tokens: Tokens, low: number, edge: number): Attribution | null {
  const mark = tokens.raw(edge - 1);
  if (mark !== ":" && !(isDashMark(mark) && edge - low < LABEL)) return null;
  const from = labelStart(tokens, low, edge - 1);
  const phrase = phraseAfter(tokens, from, edge - 1);
  return phrase && isCapital(tokens, phrase.from) ? { phrase, by: "label", side: "before", from, to: edge } : null;
}

function labelStart(tokens: Tokens, low: number, end: number): number {
  let at = end;
  while (at > low && end - at < LABEL && (tokens.gap[at] as number) < NEW_LINE) at--;
  return at;
}
