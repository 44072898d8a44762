import type { TextDocument } from "../../text/document.ts";
import { NUMBER, type Tokens } from "../../text/tokens.ts";
import type { Mark } from "./marks.ts";
import type { Piece } from "./pieces.ts";

/** A pair of marks; -1 where one is missing. */
interface Pair {
  readonly open: number;
  close: number;
  readonly depth: number;
}

/**
 * Takes a text cut up and its double marks in order; gives the outermost pieces between them, paragraph by paragraph, in linear time.
 * A piece that lacks a mark runs from the paragraph's start, or to its end; who reads attributions cuts it shorter.
 */
export function pairDoubles(document: TextDocument, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < marks.length; ) {
    const paragraph = (marks[from] as Mark).paragraph;
    let to = from;
    while (to < marks.length && (marks[to] as Mark).paragraph === paragraph) to++;
    pairParagraph(document, marks.slice(from, to), pieces);
    from = to;
  }
  return pieces;
}

function pairParagraph(document: TextDocument, marks: readonly Mark[], pieces: Piece[]): void {
  const pairs = matchMarks(document.tokens, marks);
  let until = -1;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as Pair;
    if (pair.open >= 0 && pair.open < until) continue;
    const cut = pair.close < 0 ? cutBefore(document.tokens, marks, pairs, i) : -1;
    const piece = pieceOf(document, marks, pair, cut, pieces.at(-1));
    until = pair.close >= 0 ? pair.close : cut >= 0 ? cut : Number.POSITIVE_INFINITY;
    if (piece) pieces.push(piece);
  }
}

/** Pairs in order of their opening marks. */
function matchMarks(tokens: Tokens, marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  const stack: Pair[] = [];
  marks.forEach((mark, i) => {
    const open = stack.at(-1);
    const fits = open !== undefined && (marks[open.open] as Mark).family === mark.family;
    if (mark.closes && fits) close(stack, i);
    else if (mark.opens || (open === undefined && isMisplaced(tokens, marks, i))) push(pairs, stack, i);
    else if (open === undefined && tokens.kind[mark.token - 1] !== NUMBER) pairs.push({ open: -1, close: i, depth: 0 });
  });
  return pairs;
}

function push(pairs: Pair[], stack: Pair[], open: number): void {
  const pair = { open, close: -1, depth: stack.length };
  pairs.push(pair);
  stack.push(pair);
}

function close(stack: Pair[], mark: number): void {
  const pair = stack.pop();
  if (pair) pair.close = mark;
}

/** An opening mark that clings to the word before it: `Rawlinson." We asked ... it."` */
function isMisplaced(tokens: Tokens, marks: readonly Mark[], i: number): boolean {
  const mark = marks[i] as Mark;
  const later = marks[i + 1];
  if (!later?.closes || later.opens) return false;
  return ".?!:,".includes(tokens.raw(mark.token - 1)) && (tokens.gap[mark.next] as number) > 0;
}

/** Where an unclosed pair holds another that begins a sentence, it ends before that one: gives its index among the marks, or -1. */
function cutBefore(tokens: Tokens, marks: readonly Mark[], pairs: readonly Pair[], i: number): number {
  const inner = pairs[i + 1];
  if (!inner || inner.open < 0) return -1;
  const before = tokens.raw((marks[inner.open] as Mark).token - 1);
  return ".?!:,".includes(before) ? inner.open : -1;
}

function pieceOf(
  document: TextDocument,
  marks: readonly Mark[],
  pair: Pair,
  cut: number,
  previous: Piece | undefined,
): Piece | null {
  const opening = marks[pair.open];
  const closing = marks[pair.close];
  const paragraph = (opening ?? closing ?? (marks[0] as Mark)).paragraph;
  const first = opening ? opening.next : paragraphStart(document, paragraph, previous);
  const end = closing ? closing.token : cut >= 0 ? (marks[cut] as Mark).token : paragraphEnd(document, paragraph);
  if (first >= end) return null;
  return {
    first,
    last: end - 1,
    open: opening ? opening.token : first,
    after: closing ? closing.next : end,
    opened: opening !== undefined,
    closed: closing !== undefined,
    paragraph,
    style: "double",
  };
}

function paragraphStart(document: TextDocument, paragraph: number, previous: Piece | undefined): number {
  const start = document.paragraphTokens[paragraph] as number;
  return previous && previous.paragraph === paragraph ? Math.max(start, previous.after) : start;
}

/** Takes a text cut up and the index of a paragraph; gives the token after its last. */
export function paragraphEnd(document: TextDocument, paragraph: number): number {
  return paragraph + 1 < document.paragraphTokens.length
    ? (document.paragraphTokens[paragraph + 1] as number)
    : document.tokens.count;
}
