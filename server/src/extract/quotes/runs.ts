import type { TextDocument } from "../../text/document.ts";
import type { Claimant } from "../types.ts";
import type { Attribution, Piece } from "./pieces.ts";
import { isUtterance } from "./speech.ts";

/** A piece with who speaks it. */
export interface Spoken {
  readonly piece: Piece;
  readonly attribution: Attribution | null;
  readonly speaker: Claimant | null;
  readonly speech: boolean;
}

/** Takes a text cut up and its pieces with their speakers, in order; gives the runs of pieces that are one quotation each. */
export function joinPieces(document: TextDocument, spoken: readonly Spoken[]): Spoken[][] {
  const runs: Spoken[][] = [];
  for (const one of spoken) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && (continues(document, last, one) || isInterrupted(document, last, one))) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Takes a text cut up and its pieces with their speakers; gives those without one the speaker of the words that follow without a break. */
export function shareBack(document: TextDocument, spoken: Spoken[]): void {
  for (let i = spoken.length - 2; i >= 0; i--) {
    const one = spoken[i] as Spoken;
    const next = spoken[i + 1] as Spoken;
    if (!next.speaker) continue;
    const runsOn = !one.attribution && next.attribution?.side === "after" && reopens(document, one.piece, next.piece);
    if (runsOn) spoken[i] = { ...one, speaker: next.speaker, speech: true };
    if (one.speaker || runsOn) continue;
    const shared = next.attribution?.side === "after" ? isNeighbour(document, one, next) : isBeat(document, one, next);
    if (shared) spoken[i] = { ...one, speaker: next.speaker, speech: true };
  }
}

/** `"What do I think?" He leans back. "I think we lost."`: whom the sentence between the two is about. */
function isBeat({ tokens }: TextDocument, one: Spoken, next: Spoken): boolean {
  if (one.piece.paragraph !== next.piece.paragraph || next.attribution || !isUtterance(tokens, one.piece)) return false;
  return next.speaker?.start === tokens.start[one.piece.after];
}

/** Nothing stands between the two: side by side, or each the start of a paragraph. */
function isNeighbour(document: TextDocument, one: Spoken, next: Spoken): boolean {
  if (one.piece.after !== next.piece.open) return false;
  const first = document.paragraphTokens[one.piece.paragraph];
  return one.piece.paragraph === next.piece.paragraph || one.piece.open === first;
}

/** A paragraph left open, and the next one opened again, by the same speaker. */
function continues(document: TextDocument, last: Spoken, next: Spoken): boolean {
  if (!reopens(document, last.piece, next.piece)) return false;
  if (last.speaker === null) return last.piece.open === document.paragraphTokens[last.piece.paragraph];
  return next.attribution === null || next.speaker?.key === last.speaker.key;
}

function reopens(document: TextDocument, last: Piece, next: Piece): boolean {
  if (last.closed || last.style === "bare" || last.style !== next.style || next.paragraph !== last.paragraph + 1)
    return false;
  return next.open === document.paragraphTokens[next.paragraph];
}

/** `"…," she said, "…"`: one attribution stands between, and the sentence goes on. */
function isInterrupted(document: TextDocument, last: Spoken, next: Spoken): boolean {
  const { tokens } = document;
  if (!last.speech || last.piece.paragraph !== next.piece.paragraph || !last.speaker) return false;
  if (last.speaker.start !== next.speaker?.start || last.attribution?.side !== "after") return false;
  return ",—–-".includes(tokens.raw(next.piece.open - 1)) && ",—–-…".includes(tokens.raw(last.piece.last));
}
