import { wordClasses, wordSet } from "./lexicon.ts";
import type { Span } from "./span.ts";
import { MARK, NEW_LINE, NEW_PARAGRAPH, NUMBER, PLAIN, SPACED, type Tokens, WORD } from "./tokens.ts";

/** Abbreviations that never end a sentence: something they belong to follows. */
const TITLE = 1;
/** Abbreviations that end nothing when a number follows. */
const BEFORE_NUMBER = 2;
/** Abbreviations that may close a sentence: they do when one of the usual first words of a sentence follows. */
const MAYBE_LAST = 4;
const ABBREVIATIONS = wordClasses([
  [
    words(
      "mr mrs ms mx dr prof gen lt col maj capt cmdr cpl sgt pte adm rev fr hon gov sen rep pres st mt ft messrs mme mlle det insp supt amb atty dist vs v approx ca cf fig viz e.g. i.e. al",
    ),
    TITLE,
  ],
  [words("no nos p pp vol art sec ch para jan feb mar apr jun jul aug sep sept oct nov dec"), BEFORE_NUMBER],
  [words("inc ltd co corp jr sr etc bros llc plc dept est ave blvd rd"), MAYBE_LAST],
]);
const STARTERS = wordSet(
  "the a an this that these those it its he she his her they their we our i you there here but and or so yet in on at by for from as after before since when while if although though however meanwhile according no not all some many most more one two three what who why how with during last earlier asked under both",
);

function words(list: string): string[] {
  return list.split(" ");
}

/** A short line that the next one does not continue: wrapped prose has longer lines. */
const SHORT_LINE = 56;

/** Where sentences and paragraphs begin, as token indexes, in order; each begins at 0 unless the text has no token. */
export interface Layout {
  readonly sentences: Int32Array;
  readonly paragraphs: Int32Array;
}

/** Takes the tokens of a text; gives the first token of each of its sentences and paragraphs, in one pass. */
export function layOut(tokens: Tokens): Layout {
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (startsParagraph(tokens, at)) {
      paragraphs.push(at);
      sentences.push(at);
    } else if (startsSentence(tokens, at)) sentences.push(at);
  }
  return { sentences: new Int32Array(sentences), paragraphs: new Int32Array(paragraphs) };
}

/** Takes token indexes of first tokens; gives the spans from each first token to the last token before the next. */
export function spansOf(tokens: Tokens, firsts: Int32Array): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < firsts.length; i++) {
    const next = i + 1 < firsts.length ? (firsts[i + 1] as number) : tokens.count;
    spans.push({ start: tokens.start[firsts[i] as number] as number, end: tokens.end[next - 1] as number });
  }
  return spans;
}

function startsParagraph(tokens: Tokens, at: number): boolean {
  const gap = tokens.gap[at] as number;
  if (gap === NEW_PARAGRAPH) return true;
  if (gap !== NEW_LINE) return false;
  return isListMark(tokens, at) || (lineLength(tokens, at) < SHORT_LINE && !isLower(tokens, at));
}

function isListMark(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) {
    return (
      "-*•–>#|".includes(tokens.raw(at)) &&
      (tokens.sign(at) === ">" || tokens.gap[at + 1] === SPACED || tokens.sign(at) === "#")
    );
  }
  return (
    tokens.kind[at] === NUMBER &&
    ".)".includes(tokens.raw(at + 1)) &&
    tokens.gap[at + 1] === 0 &&
    tokens.gap[at + 2] === SPACED
  );
}

/** Length of the line that ends before the token. */
function lineLength(tokens: Tokens, at: number): number {
  const end = tokens.end[at - 1] as number;
  for (let back = at - 1; back >= 0 && end - (tokens.start[back] as number) < SHORT_LINE; back--) {
    if ((tokens.gap[back] as number) >= NEW_LINE) return end - (tokens.start[back] as number);
  }
  return SHORT_LINE;
}

function isLower(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== WORD) return false;
  const code = tokens.text.charCodeAt(tokens.start[at] as number);
  if (code < 0x80) return code >= 0x61;
  const first = String.fromCharCode(code);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}

const CLOSERS = "\"'”’»)]}";
const OPENERS = "\"'“‘«([{„‚";

function startsSentence(tokens: Tokens, at: number): boolean {
  if (at === 0 || (tokens.gap[at] as number) < SPACED || !mayEnd(tokens, at - 1)) return false;
  let end = at - 1;
  while (end > 0 && tokens.kind[end] === MARK && CLOSERS.includes(tokens.raw(end)) && tokens.gap[end] === 0) end--;
  if (end < at - 1 && isOpeningStraight(tokens, at - 1)) return false;
  return mayStart(tokens, at) && endsSentence(tokens, end, at);
}

/** Says whether the last sign of a token can be the last of a sentence: a stop, or a closing mark behind one. */
function mayEnd(tokens: Tokens, at: number): boolean {
  if ((tokens.shape[at] as number) & PLAIN) return false;
  const code = tokens.text.charCodeAt((tokens.end[at] as number) - 1);
  if (code >= 0x80) return code === 0x2026 || CLOSERS.includes(String.fromCharCode(code));
  return MAY_END[code] === 1;
}

/** Plain signs that may end a sentence, by their code. */
const MAY_END = new Uint8Array(0x80);
for (const sign of ".!?\"')]}") MAY_END[sign.charCodeAt(0)] = 1;

/** A straight mark that follows a blank belongs to what comes, not to what went before. */
function isOpeningStraight(tokens: Tokens, at: number): boolean {
  return tokens.gap[at] !== 0;
}

function mayStart(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) return OPENERS.includes(tokens.raw(at)) || !",;:.!?)]}".includes(tokens.raw(at));
  return !isLower(tokens, at);
}

function endsSentence(tokens: Tokens, end: number, next: number): boolean {
  const last = tokens.raw(end);
  if (tokens.kind[end] === MARK) {
    if (last === "!" || last === "?") return true;
    if (last === "…") return STARTERS.has(tokens, next);
    return last === "." && stopEnds(tokens, end, next);
  }
  return tokens.kind[end] === WORD && last.endsWith(".") && STARTERS.has(tokens, firstWord(tokens, next));
}

function stopEnds(tokens: Tokens, stop: number, next: number): boolean {
  if (tokens.gap[stop] !== 0) return true;
  const last = stop - 1;
  if (tokens.kind[last] === NUMBER && (tokens.gap[last] as number) >= NEW_LINE) return false;
  if (tokens.kind[last] !== WORD) return true;
  const sorts = ABBREVIATIONS.find(tokens, last) ?? 0;
  if (sorts & TITLE) return false;
  if (sorts & BEFORE_NUMBER) return tokens.kind[next] !== NUMBER;
  if (sorts & MAYBE_LAST) return STARTERS.has(tokens, firstWord(tokens, next));
  return !isInitial(tokens, last) || STARTERS.has(tokens, firstWord(tokens, next));
}

function isInitial(tokens: Tokens, at: number): boolean {
  if ((tokens.end[at] as number) - (tokens.start[at] as number) !== 1 || isLower(tokens, at)) return false;
  return tokens.text.charCodeAt(tokens.start[at] as number) !== LETTER_I;
}

const LETTER_I = 0x49;

/** The first word at or after a token, past opening marks. */
function firstWord(tokens: Tokens, at: number): number {
  let word = at;
  while (word < at + 3 && tokens.kind[word] === MARK) word++;
  return word;
}
