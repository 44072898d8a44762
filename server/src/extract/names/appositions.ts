import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import type { Phrase } from "./phrases.ts";
import { isAbbreviationStop, isCapital, isComma, isDash } from "./shapes.ts";
import { isInnerMark, SPEAKING, TEMPORAL, trimmed } from "./trim.ts";
import { cueOf } from "./verbs.ts";
import {
  CLAUSE_WORDS,
  DETERMINERS,
  JOINERS,
  OPENERS,
  PLACES,
  PREPOSITIONS,
  RELATIVES,
  ROLES,
  TITLES,
} from "./words.ts";

const MOST_CHUNKS = 8;

/**
 * Takes tokens, the index of the comma or dash before a verb and the lowest index to look at; gives the phrase that is its subject, back
 * over appositions and asides ("NAME, apposition, said"), or `null`.
 */
export function acrossCommas(tokens: Tokens, comma: number, floor: number): Phrase | null {
  let fallback: Phrase | null = null;
  let end = comma - 1;
  for (let chunk = 0; chunk < MOST_CHUNKS && end >= floor; chunk++) {
    const start = chunkStart(tokens, end, floor);
    const outer = start - 1;
    const more = outer > floor && (isComma(tokens, outer) || isDash(tokens, outer));
    const relative = relativeAround(tokens, more ? outer - 1 : outer, more && !isCapital(tokens, start), floor);
    if (relative >= 0) {
      end = relative - 1;
      continue;
    }
    if (more && isParenthesis(tokens, start, end)) {
      end = outer - 1;
      continue;
    }
    const phrase = trimmed(tokens, start, end + 1);
    const named = more && isDescription(tokens, start, end) && isBareName(tokens, outer - 1, floor);
    if (phrase && !named && !isAside(tokens, start, end, more, outer))
      return PREPOSITIONS.has(tokens.lower(start)) ? (fallback ?? phrase) : phrase;
    if (phrase && !isAdverbial(tokens, start)) fallback = phrase;
    if (!more) return fallback;
    end = outer - 1;
  }
  return fallback;
}

/**
 * "NAME, who said that those …, said", "NAME, who spoke through his aide, Bola Adetunji, said": the comma before the relative clause that
 * ends, or names somebody, at `last`; -1 where none does.
 */
function relativeAround(tokens: Tokens, last: number, skip: boolean, floor: number): number {
  if (skip || tokens.kind[last] === MARK) return -1;
  let at = last;
  while (at > floor && (tokens.kind[at] !== MARK || isInnerMark(tokens, at))) at--;
  const relative = OWN.has(tokens.lower(at + 1)) && at + 1 <= last;
  return relative && at > floor && (isComma(tokens, at) || isDash(tokens, at)) ? at : -1;
}

const OWN = new Set(
  "who which whose whom including notably asked pressed questioned speaking standing sitting responding replying referring".split(
    " ",
  ),
);

/** "The coalition, Amnesty said, has …": whose claim the sentence is, between two commas. */
function isParenthesis(tokens: Tokens, start: number, end: number): boolean {
  const cue = cueOf(tokens, end) ?? cueOf(tokens, start);
  return cue?.strength === "say" && (cue.form === "past" || cue.form === "finite") && end > start && end - start < 8;
}

/** Words between commas that hold more than a name: "Conservative MP for Brookvale". */
function isDescription(tokens: Tokens, start: number, end: number): boolean {
  for (let at = start; at <= end; at++) {
    const word = tokens.lower(at);
    if (tokens.kind[at] === WORD && (TITLES.has(word) || ROLES.has(word) || JOINERS.has(word) || DETERMINERS.has(word)))
      return true;
  }
  return false;
}

/** Takes tokens, the last index of a run and the lowest index to look at; says whether it ends with two to four capitalised words between two edges: a personal name. */
export function isBareName(tokens: Tokens, end: number, floor: number): boolean {
  let start = end + 1;
  while (start > floor && end - start < 4 && (isCapital(tokens, start - 1) || isAbbreviationStop(tokens, start - 1)))
    start--;
  const words = end - start + 1;
  return (
    words >= 2 &&
    words <= 5 &&
    !PREPOSITIONS.has(tokens.lower(start)) &&
    (start === floor || isChunkEdge(tokens, start - 1) || OPENERS.has(tokens.lower(start - 1)))
  );
}

function chunkStart(tokens: Tokens, end: number, floor: number): number {
  let start = end;
  while (start > floor && !isChunkEdge(tokens, start - 1)) start--;
  return start;
}

function isChunkEdge(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) return !isInnerMark(tokens, at);
  const word = tokens.lower(at);
  if (word === "that") return cueOf(tokens, at - 1) !== undefined;
  if (word === "than") return tokens.kind[at + 1] !== NUMBER;
  return (CLAUSE_WORDS.has(word) && !TEMPORAL.has(tokens, at)) || SPEAKING.has(tokens, at);
}

function isAdverbial(tokens: Tokens, start: number): boolean {
  const word = tokens.lower(start);
  const participle = /(ing|ed)$/.test(word);
  if (isCapital(tokens, start)) return participle && tokens.kind[start + 1] === WORD && !isCapital(tokens, start + 1);
  return participle || PREPOSITIONS.has(word) || RELATIVES.has(word) || CLAUSE_WORDS.has(word);
}

/** Whether the words between two commas only describe what stands before them. */
function isAside(tokens: Tokens, start: number, end: number, more: boolean, outer: number): boolean {
  const word = tokens.lower(start);
  if (isAdverbial(tokens, start) || tokens.kind[start] === NUMBER) return true;
  if (!more) return false;
  if (!isCapital(tokens, start)) return true;
  if (isParty(tokens, start, end) || (PLACES.has(word) && end - start < 2) || word === "jr" || word === "sr")
    return true;
  const last = tokens.lower(end);
  return (
    !isCapital(tokens, end) &&
    isCapital(tokens, outer - 1) &&
    (ROLES.has(last) || tokens.lower(start).endsWith("'s") || end - start < 6)
  );
}

function isParty(tokens: Tokens, start: number, end: number): boolean {
  return end - start <= 3 && /^[rdi]$/.test(tokens.lower(start)) && tokens.sign(start + 1) === "-";
}
