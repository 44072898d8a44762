import type { TextDocument } from "../../text/document.ts";
import { type Tokens, WORD } from "../../text/tokens.ts";
import type { Mark } from "./marks.ts";
import { paragraphEnd } from "./pairs.ts";
import type { Piece } from "./pieces.ts";

/**
 * Takes a text cut up, its single marks in order and the pieces between double marks; gives the pieces between single marks that stand
 * outside those, in linear time. A single mark that finds no partner is an apostrophe.
 */
export function pairSingles(document: TextDocument, marks: readonly Mark[], doubles: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Mark | null = null;
  let tentative: Mark | null = null;
  const settle = () => {
    if (open && tentative) pieces.push(pieceBetween(open, tentative));
    else if (open && reopens(document, marks, open)) pieces.push(unclosed(document, open));
    open = null;
    tentative = null;
  };
  let inside = 0;
  for (const mark of marks) {
    while (inside < doubles.length && (doubles[inside] as Piece).after <= mark.token) inside++;
    const double = doubles[inside];
    const within = double !== undefined && double.open <= mark.token;
    const opened: Mark | null = open;
    if (opened !== null && (opened as Mark).paragraph !== mark.paragraph) settle();
    if (within && !(open !== null && (open as Mark).token < double.open)) continue;
    if (open === null) {
      if (isOpening(document.tokens, mark)) open = mark;
    } else if (mark.closes && !within) {
      tentative = mark;
      if (!isPossessive(document.tokens, mark)) settle();
    } else if (isOpening(document.tokens, mark) && !within && tentative !== null) {
      settle();
      open = mark;
    }
  }
  settle();
  return pieces;
}

function isOpening(tokens: Tokens, mark: Mark): boolean {
  return mark.opens && !mark.closes && mark.next < tokens.count;
}

/** A mark after a final "s" with a word behind it may only make the owner of what follows, one after "goin" stand for a letter. */
function isPossessive(tokens: Tokens, mark: Mark): boolean {
  if (tokens.kind[mark.token - 1] !== WORD || tokens.kind[mark.next] !== WORD) return false;
  const word = tokens.lower(mark.token - 1);
  return word.endsWith("s") || (word.endsWith("in") && word.length > LONGEST_IN) || CLIPPED.has(word);
}

const LONGEST_IN = 3;
const CLIPPED = new Set(["ol", "th", "an", "o"]);

function pieceBetween(open: Mark, close: Mark): Piece {
  return {
    first: open.next,
    last: close.token - 1,
    open: open.token,
    after: close.next,
    opened: true,
    closed: true,
    paragraph: open.paragraph,
    style: "single",
  };
}

/** A single mark at a paragraph's start is carried on by one at the start of the next. */
function reopens(document: TextDocument, marks: readonly Mark[], open: Mark): boolean {
  const { paragraphTokens, tokens } = document;
  const next = paragraphTokens[open.paragraph + 1];
  return (
    next !== undefined &&
    marks.length > 1 &&
    tokens.raw(open.token) === tokens.raw(next) &&
    tokens.sign(open.token) === "‘"
  );
}

function unclosed(document: TextDocument, open: Mark): Piece {
  const end = paragraphEnd(document, open.paragraph);
  return {
    first: open.next,
    last: end - 1,
    open: open.token,
    after: end,
    opened: true,
    closed: false,
    paragraph: open.paragraph,
    style: "single",
  };
}

/** Takes pieces between double and between single marks; gives them in order, those inside another left out. */
export function outermost(doubles: readonly Piece[], singles: readonly Piece[]): Piece[] {
  const all = [...doubles, ...singles].sort((a, b) => a.open - b.open || b.after - a.after);
  const kept: Piece[] = [];
  for (const piece of all) {
    const last = kept.at(-1);
    if (!last || piece.open >= last.after) kept.push(piece);
  }
  return kept;
}
