import { stretchOf, type TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import type { Phrase } from "../names/index.ts";
import { attributionAfter, skipMarks } from "./after.ts";
import { attributionBefore } from "./before.ts";
import { headlineAfter, headlineBefore } from "./headlines.ts";
import type { Attribution, Piece } from "./pieces.ts";

/** The tokens around a piece in which its attribution is looked for: after the piece before, and before the next. */
export interface Surroundings {
  readonly low: number;
  readonly high: number;
}

const FAR = 60;

/** Takes a text cut up, a piece and its surroundings; gives the attribution that stands beside it, or `null`. Looks at a bounded number of tokens. */
export function attributionOf(document: TextDocument, piece: Piece, around: Surroundings): Attribution | null {
  const { tokens } = document;
  const before = attributionBefore(tokens, piece, beforeLimit(document, piece, around.low));
  if (before?.by === "tag") return before;
  const after = attributionAfter(document, piece, around.high);
  const kept = before && !isThing(tokens, before.phrase) ? before : null;
  if (after?.by === "tag" && !(kept && (endsWithStop(tokens, piece) || isApart(tokens, piece, after)))) return after;
  return before ?? after ?? inHeadline(document, piece);
}

function inHeadline({ tokens, sentenceTokens }: TextDocument, piece: Piece): Attribution | null {
  const start = sentenceTokens[stretchOf(sentenceTokens, piece.open)] ?? 0;
  return headlineBefore(tokens, piece, start) ?? headlineAfter(tokens, piece, start);
}

/** `It will consider "any sources", he said`: what is spoken of, where somebody else speaks. */
function isThing(tokens: Tokens, { from, to }: Phrase): boolean {
  return to - from === 1 && tokens.lower(from) === "it";
}

function beforeLimit(document: TextDocument, piece: Piece, low: number): number {
  const sentence = document.sentenceTokens[stretchOf(document.sentenceTokens, piece.open)] ?? 0;
  return Math.max(low, behindQuestion(document.tokens, sentence, piece.open), piece.open - FAR);
}

/** "Asked what she would tell them, Lund …": who speaks stands behind the comma. */
function behindQuestion(tokens: Tokens, start: number, edge: number): number {
  if (!ASKED.has(tokens, start) && !(ASKED.has(tokens, start + 1) && tokens.lower(start) === "when")) return start;
  for (let at = start + 1; at < Math.min(edge, start + FAR); at++) if (tokens.sign(at) === ",") return at + 1;
  return start;
}

const ASKED = wordSet("asked pressed questioned challenged quizzed");

/** Other words stand between the piece and the attribution behind it. */
function isApart(tokens: Tokens, piece: Piece, after: Attribution): boolean {
  return after.from !== skipMarks(tokens, piece.after, after.to);
}

function endsWithStop(tokens: Tokens, piece: Piece): boolean {
  return tokens.sign(piece.last) === "." || tokens.sign(piece.after) === ".";
}
