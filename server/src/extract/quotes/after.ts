import { stretchOf, type TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import { hashWord, MARK, type Tokens, WORD } from "../../text/tokens.ts";
import { cueOf, isCapital, isPronoun, type Phrase, phraseAfter } from "../names/index.ts";
import { cueAt, speakerOfVerb } from "./cues.ts";
import { frameAfter } from "./frames.ts";
import { idiomAt } from "./idioms.ts";
import { paragraphEnd } from "./pairs.ts";
import { type Attribution, isDashMark, LABEL, MOST_CUES, type Piece } from "./pieces.ts";

const ACCORDING = hashWord("according");
const FAR = 60;
/** Marks behind which another clause, or the sentence around brackets, goes on. */
const PARTS = new Set([";", ")"]);
/** How far behind a finished sentence a bare tag may reach. */
const TAG = 24;

/** Takes a text cut up, a piece and the first token not to look at; gives the attribution that stands behind the piece, or `null`. */
export function attributionAfter(document: TextDocument, piece: Piece, high: number): Attribution | null {
  const { tokens } = document;
  const limit = Math.min(high, paragraphEnd(document, piece.paragraph), piece.after + FAR);
  const start = skipMarks(tokens, piece.after, limit);
  if (start >= limit || PARTS.has(tokens.raw(piece.after))) return null;
  const ended = endsSentence(tokens, piece);
  const end = Math.min(limit, sentenceEnd(document, start), ended ? start + TAG : limit);
  const dash = dashAfter(tokens, piece, start, end, ended);
  if (dash) return dash;
  const found = tagAt(tokens, start, end) ?? looseTag(tokens, piece, start, end) ?? verbAfter(tokens, start, end);
  if (!found) return null;
  const loose = !leadsToTag(tokens, piece);
  if (ended && (isNewSentence(document, piece, start) || !isTag(tokens, piece, found, start, end))) return null;
  return loose && !isTrailing(tokens, found, start) ? { ...found, by: "frame" } : found;
}

/** Takes tokens and two indexes; gives the first index behind the marks that only part the words from their attribution. */
export function skipMarks(tokens: Tokens, from: number, limit: number): number {
  let at = from;
  while (
    at < limit &&
    tokens.kind[at] === MARK &&
    ",—–-.)…;*_".includes(tokens.raw(at)) &&
    !(at > from && tokens.sign(at) === ".")
  )
    at++;
  return at;
}

/** The words end with a full stop, inside the marks or out, so that what follows is a sentence of its own. */
function endsSentence(tokens: Tokens, piece: Piece): boolean {
  const last = tokens.raw(piece.last);
  const next = tokens.raw(piece.after);
  return last === "." || next === "." || last === "?" || last === "!" || last === "…";
}

/** `…that he would "bring them back." The crowd roared.`: words that end a sentence of the writer's own. */
function isNewSentence({ tokens, sentenceTokens }: TextDocument, piece: Piece, start: number): boolean {
  if (tokens.sign(piece.last) !== "." || !isCapital(tokens, start) || !piece.opened) return false;
  const partial = sentenceTokens[stretchOf(sentenceTokens, piece.open)] !== piece.open;
  return partial && tokens.kind[piece.open - 1] === WORD && !isCapital(tokens, piece.first);
}

function leadsToTag(tokens: Tokens, piece: Piece): boolean {
  return ",?!—–-…".includes(tokens.raw(piece.last)) || ",—–-".includes(tokens.raw(piece.after) || "x");
}

function sentenceEnd(document: TextDocument, token: number): number {
  const index = stretchOf(document.sentenceTokens, token);
  return document.sentenceTokens[index + 1] ?? document.tokens.count;
}

/** "said Rovera", "according to Rovera", "as Rovera put it". */
function tagAt(tokens: Tokens, start: number, end: number): Attribution | null {
  const word = tokens.lower(start);
  if (word === "according" && tokens.lower(start + 1) === "to")
    return tag(phraseAfter(tokens, start + 2, end), start, end);
  const frame = frameAfter(tokens, start, end) ?? cameTheAnswer(tokens, start, end);
  if (frame) return frame;
  const cue = cueAt(tokens, start) ?? undefined;
  if (!cue || cue.strength === "find" || tokens.lower(start) === "told") return null;
  if (cue.form === "ing") return null;
  const behind = idiomAt(tokens, start) ? start + 2 : skipAdverb(tokens, start + 1);
  const found = tag(phraseAfter(tokens, behind, end), start, end);
  return found && RELAYS.has(tokens.lower(start)) ? { ...found, by: "frame" } : found;
}

const ANSWERS = new Set("answer reply response retort verdict cry shout".split(" "));

/** `"No," came the reply from Lund`. */
function cameTheAnswer(tokens: Tokens, start: number, end: number): Attribution | null {
  const came =
    (tokens.lower(start) === "came" || tokens.lower(start) === "comes") && ANSWERS.has(tokens.lower(start + 2));
  return came && tokens.lower(start + 3) === "from" ? tag(phraseAfter(tokens, start + 4, end), start, end) : null;
}

/** `described it as "a disaster", reports the agency`: who passes the words on, if somebody else is said to speak them. */
const RELAYS = new Set(["reports", "reported"]);

function skipAdverb(tokens: Tokens, at: number): number {
  return /ly$/.test(tokens.lower(at)) && !isCapital(tokens, at) ? at + 1 : at;
}

function tag(phrase: Phrase | null, from: number, end: number): Attribution | null {
  return phrase && { phrase, by: "tag", side: "after", from, to: Math.min(end, phrase.to) };
}

/** After a comma that ends the words, any verb may stand in for "said": `," she paused`, `," smiled Park`, `," Judge Carter ruled`. */
function looseTag(tokens: Tokens, piece: Piece, start: number, end: number): Attribution | null {
  if (tokens.sign(piece.last) !== "," && tokens.sign(piece.after) !== ",") return null;
  if (isPronoun(tokens, start)) return tag({ from: start, to: start + 1 }, start, end);
  const word = tokens.lower(start);
  if (word.endsWith("ed") && !isCapital(tokens, start)) return tag(phraseAfter(tokens, start + 1, end), start, end);
  if (!isCapital(tokens, start)) return null;
  const phrase = phraseAfter(tokens, start, end);
  const verb = phrase && tokens.kind[phrase.to] !== MARK && /[^s](ed|s)$/.test(tokens.lower(phrase.to));
  return verb ? tag(phrase, start, end) : null;
}

/** "Rovera said", "the group's director, Chris Woods, told Reuters", "… in Raqqa, according to Amnesty". */
function verbAfter(tokens: Tokens, start: number, end: number): Attribution | null {
  let tried = 0;
  for (let at = start; at < end && tried < MOST_CUES; at++) {
    if (tokens.hash[at] === ACCORDING && tokens.lower(at + 1) === "to")
      return tag(phraseAfter(tokens, at + 2, end), at, end);
    const cue = cueAt(tokens, at);
    if (!cue || cue.form === "ing" || cue.strength === "find" || isGoal(tokens, at)) continue;
    tried++;
    const phrase = speakerOfVerb(tokens, at, start, end);
    if (phrase) return { phrase, by: "tag", side: "after", from: phrase.from, to: at + 1 };
    const inverted = tokens.sign(at - 1) === "," ? phraseAfter(tokens, at + 1, end) : null;
    if (inverted) return { phrase: inverted, by: "tag", side: "after", from: at, to: inverted.to };
  }
  return null;
}

/** "to say", but in "they like to say". */
function isGoal(tokens: Tokens, at: number): boolean {
  return tokens.lower(at - 1) === "to" && !HABITS.has(tokens.lower(at - 2));
}

const HABITS = new Set("used like likes liked love loves loved on".split(" "));

/** After a finished sentence only a bare tag belongs to it: `"Why?" Rovera asked.` */
function isTag(tokens: Tokens, piece: Piece, found: Attribution, start: number, end: number): boolean {
  if (found.from > start + 1 && !isCapital(tokens, start) && tokens.sign(piece.last) === ".") return false;
  if (
    !(found.from === start || isDescribed(tokens, start, found.from)) ||
    HOLDS.has(cueOf(tokens, found.to - 1)?.strength ?? "")
  )
    return false;
  const question = "?!…".includes(tokens.raw(piece.last)) && tokens.sign(piece.after) !== ".";
  const small = !isCapital(tokens, start);
  if (question && ASKS.has(tokens, found.to - 1) && !AFTER_ASKED.has(tokens, found.to)) return true;
  if (question || small) return small || tagEnds(tokens, found.to, end);
  return tagEnds(tokens, found.to, end);
}

/** `"…!" Lund's daughter, Ann, wrote`: what stands before the speaker's name is about them. */
function isDescribed(tokens: Tokens, start: number, from: number): boolean {
  return from > start && tokens.sign(from - 1) === "," && phraseAfter(tokens, start, from)?.to === from - 1;
}

/** `"Will you go?" Lund asked Price on air.`, not `Lund asked for a break.` */
const ASKS = wordSet("asked asks told tells");
const AFTER_ASKED = wordSet("for if whether that to about what why how when");

/** Verbs that hold the words behind them, and end no sentence before them. */
const HOLDS = new Set(["call", "mind"]);
const TAG_TAILS = new Set(
  "in on at to during after as of when while told reporters for yesterday today monday tuesday wednesday thursday friday saturday sunday from with".split(
    " ",
  ),
);

function tagEnds(tokens: Tokens, at: number, end: number): boolean {
  return at >= end || (tokens.kind[at] === MARK && tokens.sign(at) !== ":") || TAG_TAILS.has(tokens.lower(at));
}

/** Whether a tag stands at the end of its clause, after a comma: `"war" in Raqqa, Rovera said.` */
function isTrailing(tokens: Tokens, found: Attribution, start: number): boolean {
  return found.from === start || tokens.sign(found.from - 1) === ",";
}

/** `"…" — Donatella Rovera` and `"…" (Rovera)`. */
function dashAfter(tokens: Tokens, piece: Piece, start: number, end: number, ended: boolean): Attribution | null {
  const mark = tokens.raw(start - 1);
  if (start === piece.after || !(isDashMark(mark) || mark === "(") || end - start > LABEL + 4) return null;
  const phrase = phraseAfter(tokens, start, end);
  if (!phrase || !isCapital(tokens, phrase.from)) return null;
  if (!ended && phrase.to < end && tokens.kind[phrase.to] !== MARK) return null;
  return { phrase, by: "tag", side: "after", from: start, to: end };
}
