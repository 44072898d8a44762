import { hashWord, NEW_LINE, type Tokens } from "../../text/tokens.ts";
import { cueOf, isCapital, type Phrase, phraseAfter } from "../names/index.ts";
import { cueAt, isMeant, isPassive, speakerOfVerb } from "./cues.ts";
import { frameBefore } from "./frames.ts";
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
    if (found.by === "tag" || !(cueOf(tokens, at)?.strength === "mind" || isMeant(tokens, at)))
      return thought && cueOf(tokens, at)?.strength !== "say" ? thought : found;
    thought ??= found;
  }
  return thought ?? frameBefore(tokens, low, edge) ?? labelBefore(tokens, low, edge);
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
  const tag = cue.strength === "say" && isAdjacent(tokens, at, edge) && !isMeant(tokens, at);
  return { phrase, by: tag ? "tag" : "frame", side: "before", from: Math.min(phrase.from, at), to: edge };
}

/** `was deemed "unsafe" by Wada`, `now dubbed "the Lady Killer" by the papers`. */
function agentBehind(tokens: Tokens, at: number, piece: Piece): Attribution | null {
  const cue = cueAt(tokens, at);
  if (cue?.form !== "past" || !(isPassive(tokens, at) || (cue.strength === "call" && at + 1 === piece.open)))
    return null;
  const by = byBehind(tokens, piece.after);
  const phrase = by < 0 ? null : phraseAfter(tokens, by + 1, by + 20);
  return phrase && { phrase, by: "frame", side: "after", from: by, to: phrase.to };
}

const MARKS = "\"“”‘’'";
const LONGEST_BESIDE = 30;

/** The "by" behind a piece, or behind another that "and" joins to it (`"unsafe" and "a disgrace" by Wada`); -1 where there is none. */
function byBehind(tokens: Tokens, after: number): number {
  if (tokens.lower(after) === "by") return after;
  const next = tokens.lower(after) === "and" && MARKS.includes(tokens.raw(after + 1)) ? after + 2 : -1;
  if (next < 0) return -1;
  for (let at = next; at < next + LONGEST_BESIDE; at++)
    if (tokens.lower(at) === "by" && MARKS.includes(tokens.raw(at - 1) || "x")) return at;
  return -1;
}

/** `The strikes, said Rovera, were "…"`: who says so stands behind the verb, set apart by commas. */
function asideBefore(tokens: Tokens, verb: number, low: number, edge: number): Phrase | null {
  if (verb <= low || tokens.sign(verb - 1) !== ",") return null;
  const phrase = phraseAfter(tokens, verb + 1, edge);
  return phrase !== null && tokens.sign(phrase.to) === "," ? phrase : null;
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
