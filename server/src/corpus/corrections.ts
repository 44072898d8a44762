import { type Piece, piece } from "./pieces.ts";

/** A paragraph that says what was changed in the article. */
const NOTE =
  /^[\s*_[(]*(?:corrections?|clarifications?|editor['’]s note|update|note|this (?:article|story|report|post|piece)|an (?:earlier|original|initial)|a previous|the (?:original|earlier|first)|due to an? )/i;

/** A sentence on what the article had said before, and says no more. */
const RETRACTED =
  /\b(?:earlier|previous|original|initial|first) version\b|\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misreported|misidentified)\b|\boriginally (?:said|stated|gave|reported|had)\b/i;

/**
 * Takes a text and its pieces; gives them with each note of a correction cut into its sentences, those on what had been said before set aside: "An
 * earlier version gave the dead as 17. It is 71." A figure that was taken back supports nothing, the one that took its place does.
 */
export function withoutRetracted(text: string, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((p) =>
    p.kind === null && NOTE.test(p.text) && RETRACTED.test(p.text) ? sentencesOf(text, p) : [p],
  );
}

function sentencesOf(text: string, p: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = p.start;
  for (const end of [...p.text.matchAll(/[.!?;]["”’)]* +(?=[\p{Lu}\p{N}“"‘(]|it |the )/gu)]
    .map((found) => p.start + found.index + found[0].length)
    .concat(p.end)) {
    const part = piece(text, from, end, p.group, null, p.page);
    if (RETRACTED.test(part.text)) part.kind = "furniture";
    parts.push(trimmed(text, part));
    from = end;
  }
  return parts;
}

function trimmed(text: string, p: Piece): Piece {
  const end = p.start + text.slice(p.start, p.end).trimEnd().length;
  return piece(text, p.start, end, p.group, p.kind, p.page);
}
