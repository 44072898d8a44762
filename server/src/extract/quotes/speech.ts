import { wordSet } from "../../text/lexicon.ts";
import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { isCapital } from "../names/index.ts";
import { cueAt } from "./cues.ts";
import type { Attribution, Piece } from "./pieces.ts";

const TITLED = new Set(
  "film movie book novel song album series show documentary play poem painting essay report article study paper titled entitled called named dubbed nicknamed known podcast programme program episode single track game exhibition memoir headlined".split(
    " ",
  ),
);
const SMALL = new Set("the a an of and or in on at to for from with by is as".split(" "));
const LONG = 6;

/** Takes tokens, a piece and its attribution; says whether the words are somebody's speech, and not a scare quote, a title or a nickname; words without marks may be a paraphrase. */
export function isSpeech(tokens: Tokens, piece: Piece, attribution: Attribution | null): boolean {
  const words = wordsIn(tokens, piece);
  if (words === 0 || piece.style === "bare") return false;
  if (isSoCalled(tokens, piece)) return false;
  if (isNickname(tokens, piece, words)) return false;
  if (attribution?.by === "tag" || attribution?.by === "label")
    return !(words < LONG && isTitle(tokens, piece) && (isTitled(tokens, piece) || isWork(tokens, piece)));
  if (words < LONG && isTitle(tokens, piece) && (words > 1 || isTitled(tokens, piece))) return false;
  if (attribution) return words > 1 || isDirect(tokens, piece);
  return words >= LONG;
}

/** Takes tokens and a piece; says whether its words are enough, or end as a sentence does, to be speech without a verb beside them. */
export function isUtterance(tokens: Tokens, piece: Piece): boolean {
  return (
    piece.last - piece.first > 4 ||
    (isAfterStop(tokens, piece.open - 1) && isCapital(tokens, piece.first) && ".?!".includes(tokens.raw(piece.last)))
  );
}

function isAfterStop(tokens: Tokens, at: number): boolean {
  return at < 0 || (tokens.kind[at] === MARK && !",;:-–—(".includes(tokens.raw(at)));
}

function isSoCalled(tokens: Tokens, piece: Piece): boolean {
  for (let at = piece.open - 1; at >= piece.open - 3; at--) {
    if (tokens.lower(at) === "called" && tokens.lower(at - 2) === "so") return true;
  }
  return false;
}

function wordsIn(tokens: Tokens, piece: Piece): number {
  let words = 0;
  for (let at = piece.first; at <= piece.last && words < LONG; at++) {
    if (tokens.kind[at] === WORD || tokens.kind[at] === NUMBER) words++;
  }
  return words;
}

/** `Ahmed "The Fox" Khan`. */
function isNickname(tokens: Tokens, piece: Piece, words: number): boolean {
  return (
    words <= 3 &&
    isCapital(tokens, piece.open - 1) &&
    isCapital(tokens, piece.after) &&
    isCapital(tokens, piece.first) &&
    tokens.kind[piece.last] === WORD
  );
}

function isTitle(tokens: Tokens, piece: Piece): boolean {
  for (let at = piece.first; at <= piece.last; at++) {
    if (tokens.kind[at] === WORD && !isCapital(tokens, at) && !SMALL.has(tokens.lower(at))) return false;
  }
  return isCapital(tokens, piece.first);
}

function isTitled(tokens: Tokens, piece: Piece): boolean {
  for (let at = piece.open - 1; at >= piece.open - 2; at--) if (TITLED.has(tokens.lower(at))) return true;
  return false;
}

const MAKES = wordSet("wrote writes write written writing penned sang sings sing read reads recited recites published");

/** `wrote "The Long Wave"`: the verb has the title of a work as its object, with no mark between. */
function isWork(tokens: Tokens, piece: Piece): boolean {
  return MAKES.has(tokens, piece.open - 1) && !".,!?…".includes(tokens.raw(piece.last));
}

/** One word is speech where the verb stands right before it: `called it "horrific"`, `said "no"`. */
function isDirect(tokens: Tokens, piece: Piece): boolean {
  for (let at = piece.open - 1; at >= piece.open - 6; at--) {
    const cue = cueAt(tokens, at);
    if (cue) return cue.form !== "ing" || cue.strength !== "find";
  }
  return false;
}
