import { stretchOf, type TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import { hashWord, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { isCapital } from "../names/index.ts";
import { isTagAt } from "./mend.ts";
import { paragraphEnd } from "./pairs.ts";
import type { Piece } from "./pieces.ts";

/**
 * Takes a text cut up and its marked pieces in order; gives them with those paragraphs among them that lost both marks on the way to the page
 * ("We shall rebuild it, said Lund."), in linear time. Such a paragraph ends with a tag, holds no mark, and speaks as nobody but its speaker would.
 */
export function withBare(document: TextDocument, pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let next = 0;
  for (let paragraph = 0; paragraph < document.paragraphTokens.length; paragraph++) {
    const from = next;
    while (next < pieces.length && (pieces[next] as Piece).paragraph === paragraph) next++;
    if (next > from || !isAfterSpeech(pieces[next - 1], paragraph)) continue;
    const piece = bareIn(document, paragraph);
    if (piece) found.push(piece);
  }
  return found.length === 0 ? pieces : [...pieces, ...found].sort((a, b) => a.open - b.open);
}

/** Words that no mark has closed may go on in the next paragraph. */
function isAfterSpeech(before: Piece | undefined, paragraph: number): boolean {
  return !before || before.closed || before.paragraph < paragraph - 1;
}

/** How many tokens a tag at the end of a paragraph may take, its comma among them. */
const LONGEST_TAG = 12;
const LONGEST = 400;
const FEWEST = 6;

function bareIn(document: TextDocument, paragraph: number): Piece | null {
  const { tokens } = document;
  const first = document.paragraphTokens[paragraph] as number;
  const end = paragraphEnd(document, paragraph);
  if (end - first < FEWEST || end - first > LONGEST || !isCapital(tokens, first)) return null;
  const last = commaOfTag(tokens, first, end);
  if (last - first < FEWEST || !speaksItself(document, paragraph, first, last)) return null;
  return { first, last, open: first, after: last + 1, opened: false, closed: false, paragraph, style: "bare" };
}

/** The comma of ", said Rovera." at the end; -1 where there is none. */
function commaOfTag(tokens: Tokens, first: number, end: number): number {
  const words = tokens.sign(end - 1) === "." ? end - 1 : end;
  for (let at = words - 2; at > Math.max(first, words - LONGEST_TAG); at--)
    if (tokens.sign(at) === "," && isTagAt(tokens, at + 1, words)) return at;
  return -1;
}

/** The first and second person, or "This is …" in several sentences: an outlet reports neither so behind its own words. */
function speaksItself(document: TextDocument, paragraph: number, first: number, last: number): boolean {
  const { tokens, sentenceTokens, paragraphTokens } = document;
  for (let at = first; at < last; at++) if (isPerson(tokens, at)) return true;
  const start = stretchOf(sentenceTokens, paragraphTokens[paragraph] as number);
  const several = (sentenceTokens[start + 1] ?? last) < last;
  return several && POINTS.has(tokens, first) && IS.has(tokens, first + 1);
}

const PERSONS = wordSet("we our ours ourselves you your yours my myself me we're we've we'll you're you've you'll");
const POINTS = wordSet("this that it these those there");
const IS = wordSet("is are isn't aren't");
const SELF = hashWord("i");

/** "we", "your", and "I" where it is no numeral ("World War I"). */
function isPerson(tokens: Tokens, at: number): boolean {
  if (PERSONS.has(tokens, at)) return true;
  if (tokens.hash[at] !== SELF || tokens.kind[at - 1] === NUMBER) return false;
  return tokens.kind[at + 1] === WORD && !isCapital(tokens, at + 1) && !isCapital(tokens, at - 1);
}
