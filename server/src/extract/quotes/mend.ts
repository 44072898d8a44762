import type { TextDocument } from "../../text/document.ts";
import type { Tokens } from "../../text/tokens.ts";
import { isCapital, phraseAfter } from "../names/index.ts";
import { cueAt, speakerOfVerb } from "./cues.ts";
import { paragraphEnd } from "./pairs.ts";
import type { Piece } from "./pieces.ts";

/**
 * Takes a text cut up and pieces in order, some lacking a mark; gives them with the missing ends put where the attribution or the
 * sentence says, in linear time.
 */
export function mendPieces(document: TextDocument, pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    if (piece.opened && piece.closed) return piece;
    if (!piece.opened) return mendStart(document, piece, pieces[i - 1]);
    return reopened(document, piece, pieces[i + 1]) ? piece : mendEnd(document, piece);
  });
}

/** The next paragraph begins with a mark of its own: the words go on there. */
function reopened(document: TextDocument, piece: Piece, next: Piece | undefined): boolean {
  if (piece.after !== paragraphEnd(document, piece.paragraph) || !next) return false;
  return next.paragraph === piece.paragraph + 1 && next.open === document.paragraphTokens[next.paragraph];
}

function mendEnd(document: TextDocument, piece: Piece): Piece {
  const { tokens } = document;
  for (let at = piece.first + 1; at <= piece.last; at++) {
    if (tokens.sign(at) !== "," || !isTagAt(tokens, at + 1, piece.last + 1)) continue;
    return { ...piece, last: at, after: at + 1 };
  }
  return piece;
}

/**
 * Takes tokens, the index behind a comma and where the words end; says whether a tag stands there: ", said Rovera", ", she said.". Looks at a
 * bounded number of tokens.
 */
export function isTagAt(tokens: Tokens, at: number, end: number): boolean {
  const cue = cueAt(tokens, at);
  if (cue?.strength === "say" && cue.form !== "ing") {
    const phrase = phraseAfter(tokens, at + 1, end);
    return phrase !== null && isCapital(tokens, phrase.from);
  }
  for (let verb = at + 1; verb < Math.min(end, at + 6); verb++) {
    const said = cueAt(tokens, verb);
    if (!said) continue;
    const closes = verb + 1 >= end || ".,".includes(tokens.raw(verb + 1));
    return said.strength === "say" && closes && speakerOfVerb(tokens, verb, at, end)?.from === at;
  }
  return false;
}

/** Words that close without having opened begin with the sentence after the attribution before them. */
function mendStart(document: TextDocument, piece: Piece, previous: Piece | undefined): Piece {
  const { tokens, sentenceTokens } = document;
  if (!previous || previous.after !== piece.first) return piece;
  let low = 0;
  let high = sentenceTokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentenceTokens[middle] as number) <= piece.first) low = middle + 1;
    else high = middle;
  }
  const start = sentenceTokens[low];
  if (start === undefined || start > piece.last || tokens.kind[start] === undefined) return piece;
  return { ...piece, first: start, open: start };
}
