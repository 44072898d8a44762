import { stretchOf, type TextDocument } from "../../text/document.ts";
import { hashWord, MARK, NEW_LINE, type Tokens } from "../../text/tokens.ts";
import { cueOf, isCapital, isPronoun, type Phrase, phraseAfter } from "../names/index.ts";
import { cueAt, isPassive, speakerOfVerb } from "./cues.ts";
import { paragraphEnd } from "./pairs.ts";
import type { Piece } from "./pieces.ts";

/** Where the speaker of a piece stands, and how. */
export interface Attribution {
  readonly phrase: Phrase;
  /** "tag": introduces or follows the words as speech; "label": a name and a colon; "frame": a verb of the sentence that holds the words. */
  readonly by: "tag" | "label" | "frame";
  readonly side: "before" | "after";
  /** The tokens that the attribution takes, the speaker's phrase among them. */
  readonly from: number;
  readonly to: number;
}

/** The tokens around a piece in which its attribution is looked for: after the piece before, and before the next. */
export interface Surroundings {
  readonly low: number;
  readonly high: number;
}

const ACCORDING = hashWord("according");
const FAR = 60;
/** How far behind a finished sentence a bare tag may reach. */
const TAG = 24;
const MOST_CUES = 8;

/** Takes a text cut up, a piece and its surroundings; gives the attribution that stands beside it, or `null`. Looks at a bounded number of tokens. */
export function attributionOf(document: TextDocument, piece: Piece, around: Surroundings): Attribution | null {
  const { tokens } = document;
  const before = attributionBefore(tokens, piece, beforeLimit(document, piece, around.low));
  if (before?.by === "tag") return before;
  const after = attributionAfter(document, piece, around.high);
  const kept = before && !isThing(tokens, before.phrase) ? before : null;
  if (after?.by === "tag" && !(kept && (endsWithStop(tokens, piece) || isApart(tokens, piece, after)))) return after;
  return before ?? after;
}

/** `It will consider "any sources", he said`: what is spoken of, where somebody else speaks. */
function isThing(tokens: Tokens, { from, to }: Phrase): boolean {
  return to - from === 1 && tokens.lower(from) === "it";
}

function beforeLimit(document: TextDocument, piece: Piece, low: number): number {
  const sentence = document.sentenceTokens[stretchOf(document.sentenceTokens, piece.open)] ?? 0;
  return Math.max(low, sentence, piece.open - FAR);
}

// Before

function attributionBefore(tokens: Tokens, piece: Piece, low: number): Attribution | null {
  const edge = piece.open;
  if (edge <= low) return null;
  let thought: Attribution | null = null;
  let tried = 0;
  for (let at = edge - 1; at >= low && tried < MOST_CUES; at--) {
    if (cueAt(tokens, at)) tried++;
    const found = beforeAt(tokens, at, low, edge) ?? agentBehind(tokens, at, piece);
    if (!found) continue;
    if (found.by === "tag" || cueOf(tokens, at)?.strength !== "mind")
      return thought && cueOf(tokens, at)?.strength !== "say" ? thought : found;
    thought ??= found;
  }
  return thought ?? labelBefore(tokens, low, edge);
}

function beforeAt(tokens: Tokens, at: number, low: number, edge: number): Attribution | null {
  if (tokens.hash[at] === ACCORDING && tokens.lower(at + 1) === "to") {
    const phrase = phraseAfter(tokens, at + 2, edge);
    return phrase && { phrase, by: "frame", side: "before", from: at, to: edge };
  }
  const cue = cueAt(tokens, at);
  if (!cue) return null;
  const aside = cue.strength === "say" ? asideBefore(tokens, at, low, edge) : null;
  const phrase = aside ?? speakerOfVerb(tokens, at, low, edge) ?? invertedBefore(tokens, at, low, edge);
  if (!phrase) return null;
  const tag = isAdjacent(tokens, at, edge) && cue.strength === "say";
  return { phrase, by: tag ? "tag" : "frame", side: "before", from: Math.min(phrase.from, at), to: edge };
}

/** `was deemed "unsafe" by Wada`. */
function agentBehind(tokens: Tokens, at: number, piece: Piece): Attribution | null {
  if (tokens.lower(piece.after) !== "by" || cueAt(tokens, at)?.form !== "past" || !isPassive(tokens, at)) return null;
  const phrase = phraseAfter(tokens, piece.after + 1, piece.after + 20);
  return phrase && { phrase, by: "frame", side: "after", from: piece.after, to: phrase.to };
}

/** `The strikes, said Rovera, were "…"`: who says so stands behind the verb, set apart by commas. */
function asideBefore(tokens: Tokens, verb: number, low: number, edge: number): Phrase | null {
  if (verb <= low || tokens.raw(verb - 1) !== "," || !isCapital(tokens, verb + 1)) return null;
  const phrase = phraseAfter(tokens, verb + 1, edge);
  return phrase !== null && tokens.raw(phrase.to) === "," ? phrase : null;
}

/** `Said Rovera: "…"`. */
function invertedBefore(tokens: Tokens, verb: number, low: number, edge: number): Phrase | null {
  return verb === low && !isPassive(tokens, verb) ? phraseAfter(tokens, verb + 1, edge) : null;
}

/** Whether nothing but a mark, or a colon after whatever else, stands between a verb and the words that it introduces. */
function isAdjacent(tokens: Tokens, verb: number, edge: number): boolean {
  const mark = tokens.raw(edge - 1);
  return edge - verb <= 2 || mark === ":" || mark === ",";
}

const LABEL = 12;

/** `Rovera: "…"` and `Rovera — "…"`, with no verb. */
function labelBefore(tokens: Tokens, low: number, edge: number): Attribution | null {
  const mark = tokens.raw(edge - 1);
  if (mark !== ":" && !(isDashMark(mark) && edge - low < LABEL)) return null;
  const from = labelStart(tokens, low, edge - 1);
  const phrase = phraseAfter(tokens, from, edge - 1);
  return phrase && isCapital(tokens, phrase.from) ? { phrase, by: "label", side: "before", from, to: edge } : null;
}

function labelStart(tokens: Tokens, low: number, end: number): number {
  let at = end;
  while (at > low && end - at < LABEL && (tokens.gap[at] as number) < NEW_LINE) at--;
  return at;
}

function isDashMark(mark: string): boolean {
  return mark === "—" || mark === "–" || mark === "-";
}

// After

function attributionAfter(document: TextDocument, piece: Piece, high: number): Attribution | null {
  const { tokens } = document;
  const limit = Math.min(high, paragraphEnd(document, piece.paragraph), piece.after + FAR);
  const start = skipMarks(tokens, piece.after, limit);
  if (start >= limit) return null;
  const ended = endsSentence(tokens, piece);
  const end = Math.min(limit, sentenceEnd(document, start), ended ? start + TAG : limit);
  const dash = dashAfter(tokens, piece, start, end, ended);
  if (dash) return dash;
  const found = tagAt(tokens, start, end) ?? looseTag(tokens, piece, start, end) ?? verbAfter(tokens, start, end);
  if (!found) return null;
  const loose = !leadsToTag(tokens, piece);
  if (ended && !isTag(tokens, piece, found, start, end)) return null;
  return loose && !isTrailing(tokens, found, start) ? { ...found, by: "frame" } : found;
}

function skipMarks(tokens: Tokens, from: number, limit: number): number {
  let at = from;
  while (
    at < limit &&
    tokens.kind[at] === MARK &&
    ",—–-.)…;*_".includes(tokens.raw(at)) &&
    !(at > from && tokens.raw(at) === ".")
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

/** Other words stand between the piece and the attribution behind it. */
function isApart(tokens: Tokens, piece: Piece, after: Attribution): boolean {
  return after.from !== skipMarks(tokens, piece.after, after.to);
}

function endsWithStop(tokens: Tokens, piece: Piece): boolean {
  return tokens.raw(piece.last) === "." || tokens.raw(piece.after) === ".";
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
  if (word === "per") return tag(phraseAfter(tokens, start + 1, end), start, end);
  const cue = cueAt(tokens, start) ?? undefined;
  if (!cue || cue.strength === "find" || tokens.lower(start) === "told") return null;
  if (cue.form === "ing") return null;
  const found = tag(phraseAfter(tokens, skipAdverb(tokens, start + 1), end), start, end);
  return found && RELAYS.has(tokens.lower(start)) ? { ...found, by: "frame" } : found;
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
  if (tokens.raw(piece.last) !== "," && tokens.raw(piece.after) !== ",") return null;
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
    if (!cue || cue.form === "ing" || cue.strength === "find" || tokens.lower(at - 1) === "to") continue;
    tried++;
    const phrase = speakerOfVerb(tokens, at, start, end);
    if (phrase) return { phrase, by: "tag", side: "after", from: phrase.from, to: at + 1 };
    const inverted = tokens.raw(at - 1) === "," ? phraseAfter(tokens, at + 1, end) : null;
    if (inverted) return { phrase: inverted, by: "tag", side: "after", from: at, to: inverted.to };
  }
  return null;
}

/** After a finished sentence only a bare tag belongs to it: `"Why?" Rovera asked.` */
function isTag(tokens: Tokens, piece: Piece, found: Attribution, start: number, end: number): boolean {
  if (found.from > start + 1 && !isCapital(tokens, start) && tokens.raw(piece.last) === ".") return false;
  if (found.from !== start || HOLDS.has(cueOf(tokens, found.to - 1)?.strength ?? "")) return false;
  const question = "?!…".includes(tokens.raw(piece.last)) && tokens.raw(piece.after) !== ".";
  const small = !isCapital(tokens, start);
  if (question || small) return small || tagEnds(tokens, found.to, end);
  return tagEnds(tokens, found.to, end);
}

/** Verbs that hold the words behind them, and end no sentence before them. */
const HOLDS = new Set(["call", "mind"]);
const TAG_TAILS = new Set(
  "in on at to during after as of when while told reporters for yesterday today monday tuesday wednesday thursday friday saturday sunday from with".split(
    " ",
  ),
);

function tagEnds(tokens: Tokens, at: number, end: number): boolean {
  return at >= end || (tokens.kind[at] === MARK && tokens.raw(at) !== ":") || TAG_TAILS.has(tokens.lower(at));
}

/** Whether a tag stands at the end of its clause, after a comma: `"war" in Raqqa, Rovera said.` */
function isTrailing(tokens: Tokens, found: Attribution, start: number): boolean {
  return found.from === start || tokens.raw(found.from - 1) === ",";
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
