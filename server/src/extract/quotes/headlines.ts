import { NEW_LINE, type Tokens } from "../../text/tokens.ts";
import { isCapital, type Phrase, phraseAfter } from "../names/index.ts";
import { ROLES } from "../names/words.ts";
import type { Attribution, Piece } from "./pieces.ts";

/** The most tokens of a headline. */
const LONGEST = 24;
const FARTHEST_COLON = 8;

/** Takes tokens, a piece and the first token of its sentence; gives the name before a headline's colon (`Mayor: Town "will not be beaten"`), or `null`. */
export function headlineBefore(tokens: Tokens, piece: Piece, low: number): Attribution | null {
  if (!isHeadline(tokens, low)) return null;
  for (let at = low + 1; at < Math.min(piece.open, low + FARTHEST_COLON); at++) {
    if (tokens.sign(at) !== ":") continue;
    const phrase = isCapital(tokens, low) ? phraseAfter(tokens, low, at) : null;
    return phrase?.to === at ? { phrase, by: "frame", side: "before", from: low, to: piece.open } : null;
  }
  return null;
}

/** Takes tokens, a piece and the first token of its sentence; gives who stands behind the colon or dash after it (`"We will win": mayor's vow`, `"A betrayal" – union boss`), or `null`. */
export function headlineAfter(tokens: Tokens, piece: Piece, low: number): Attribution | null {
  const mark = tokens.raw(piece.after);
  const colon = mark === ":";
  if (!(colon || (DASHES.has(mark) && tokens.gap[piece.after] !== 0)) || !isHeadline(tokens, low)) return null;
  const from = piece.after + 1;
  const phrase = phraseAfter(tokens, from, from + LONGEST);
  const named = phrase && (colon ? ownerIn(tokens, phrase) : isWhole(tokens, phrase) ? phrase : null);
  return named && isSomebody(tokens, named)
    ? { phrase: named, by: "frame", side: "after", from: piece.after, to: named.to }
    : null;
}

const DASHES = new Set(["-", "–", "—"]);

/** A line of its own, short, with no full stop. */
function isHeadline(tokens: Tokens, low: number): boolean {
  if ((tokens.gap[low] as number) < NEW_LINE) return false;
  let end = low + 1;
  while (end < tokens.count && (tokens.gap[end] as number) < NEW_LINE) if (++end - low > LONGEST) return false;
  return tokens.sign(end - 1) !== ".";
}

function isWhole(tokens: Tokens, { to }: Phrase): boolean {
  return to >= tokens.count || (tokens.gap[to] as number) >= NEW_LINE;
}

/** "mayor's vow": the mayor; "Lund on the deal": Lund. */
function ownerIn(tokens: Tokens, { from, to }: Phrase): Phrase | null {
  for (let at = from; at < to; at++) if (/['’]s$/.test(tokens.raw(at))) return { from, to: at + 1 };
  return tokens.lower(to) === "on" ? { from, to } : null;
}

function isSomebody(tokens: Tokens, { from, to }: Phrase): boolean {
  const head = tokens.lower(to - 1).replace(/'s$/, "");
  return isCapital(tokens, to - 1) || isCapital(tokens, from) || ROLES.has(head);
}
