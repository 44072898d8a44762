import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { isAbbreviationStop, isAcronym, isCapital, isComma, isDash } from "./shapes.ts";
import { cueOf } from "./verbs.ts";
import {
  ADVERBS,
  BODY_NOUNS,
  CLAUSE_WORDS,
  DAYS,
  DETERMINERS,
  JOINERS,
  NOT_ADVERBS,
  OPENERS,
  PARTICLES,
  PERSONAL,
  PLACES,
  PREPOSITIONS,
  RELATIVES,
  ROLES,
  TITLES,
} from "./words.ts";

/** A run of tokens: `from` inclusive, `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 40;
const MOST_CHUNKS = 8;

/**
 * Takes tokens, the index of a verb and the lowest index to look at; gives the noun phrase that is the verb's subject, standing before it
 * ("Chris Woods, the director of Airwars, said" gives "Chris Woods"), or `null`. Looks at a bounded number of tokens.
 */
export function subjectBefore(tokens: Tokens, verb: number, low: number): Phrase | null {
  const floor = Math.max(low, verb - LONGEST, 0);
  let end = skipAdverbsBack(tokens, verb - 1, floor);
  if (end < floor) return null;
  if (RELATIVES.has(tokens.lower(end)) || (tokens.lower(end) === "that" && isNounLike(tokens, end - 1))) {
    end--;
    if (isComma(tokens, end)) end--;
    return end < floor ? null : contiguous(tokens, end, floor);
  }
  if (isComma(tokens, end) || isDash(tokens, end)) return acrossCommas(tokens, end, floor);
  return contiguous(tokens, end, floor);
}

/**
 * Takes tokens, the index at which a noun phrase may begin and the first index not to look at; gives the phrase that begins there
 * ("a spokesman for the ministry", "Kumi Naidoo"), or `null`.
 */
export function phraseAfter(tokens: Tokens, at: number, high: number): Phrase | null {
  if (at >= high) return null;
  if (PERSONAL.has(tokens.lower(at)) && !isAcronym(tokens, at)) return { from: at, to: at + 1 };
  if (!startsPhrase(tokens, at)) return null;
  const ceiling = Math.min(high, at + LONGEST, tokens.count);
  let to = at + 1;
  while (to < ceiling && continuesPhrase(tokens, at, to)) to++;
  while (to > at + 1 && (JOINERS.has(tokens.lower(to - 1)) || isBareMark(tokens, to - 1))) to--;
  return withApposedName(tokens, { from: at, to }, ceiling);
}

function skipAdverbsBack(tokens: Tokens, from: number, floor: number): number {
  let at = from;
  while (at >= floor && tokens.kind[at] === WORD && isBetween(tokens, at)) at--;
  return at;
}

function isBetween(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (isAcronym(tokens, at) && word !== "i") return false;
  if (ADVERBS.has(word) && !(word === "may" && isCapital(tokens, at))) return true;
  if (DAYS.has(word)) return true;
  if (word === "on" || word === "in" || word === "last" || word === "this" || word === "that") {
    return DAYS.has(tokens.lower(at + 1)) || isWeekWord(tokens.lower(at + 1));
  }
  if (isWeekWord(word)) return ["last", "this", "next"].includes(tokens.lower(at - 1));
  if (word === "to" || word === "on" || CHAIN.has(word))
    return CHAIN.has(word) || isBetweenVerb(tokens.lower(at - 1)) || tokens.lower(at - 1) === "on";
  return isManner(word) && !isCapital(tokens, at);
}

const CHAIN = new Set("went continued sought tried wanted declined refused continues goes appeared seemed".split(" "));

function isBetweenVerb(word: string): boolean {
  return CHAIN.has(word);
}

function isWeekWord(word: string): boolean {
  return word === "week" || word === "month" || word === "year" || word === "night";
}

function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith("ly") && !NOT_ADVERBS.has(word);
}

function isNounLike(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  return isCapital(tokens, at) || ROLES.has(word) || BODY_NOUNS.has(word);
}

/** The phrase that ends at `end`, trimmed of what only leads up to it. */
function contiguous(tokens: Tokens, end: number, floor: number): Phrase | null {
  const last = tokens.lower(end);
  if (PERSONAL.has(last) && !isAcronym(tokens, end)) return { from: end, to: end + 1 };
  let from = end;
  while (from > floor && !isBoundary(tokens, from - 1, end)) from--;
  return trimmed(tokens, from, end + 1);
}

function isBoundary(tokens: Tokens, at: number, end: number): boolean {
  if (tokens.kind[at] === NUMBER) return false;
  const word = tokens.lower(at);
  if (tokens.kind[at] === MARK) return !isInnerMark(tokens, at);
  if (word === "and" || word === "or") return !joinsNames(tokens, at, end);
  if (CLAUSE_WORDS.has(word) && word !== "as" && word !== "after" && word !== "before" && word !== "since") return true;
  if (CLAUSE_WORDS.has(word)) return !isCapital(tokens, at);
  if (PERSONAL.has(word) && !isAcronym(tokens, at)) return true;
  return SPEAKING.has(word);
}

const SPEAKING = new Set("said says told tells added adds saying adding".split(" "));

function isInnerMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  if (mark === ".") return isAbbreviationStop(tokens, at) || tokens.gap[at + 1] === 0;
  if (mark === "-") return tokens.gap[at] === 0;
  return "&/()'’".includes(mark);
}

function joinsNames(tokens: Tokens, at: number, end: number): boolean {
  if (isCapital(tokens, at - 1)) return true;
  return (
    (isNounLike(tokens, at - 1) || ROLES.has(tokens.lower(at - 1))) &&
    (at + 1 === end || DETERMINERS.has(tokens.lower(at + 1)))
  );
}

function trimmed(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = from;
  while (start < to && (OPENERS.has(tokens.lower(start)) || isComma(tokens, start))) start++;
  if (start >= to) return null;
  const word = tokens.lower(start);
  const leadsUp =
    (PREPOSITIONS.has(word) || DAYS.has(word) || word === "last" || isManner(word)) && !isAcronym(tokens, start);
  if (leadsUp || to - start > 14) return tail(tokens, start, to) ?? (leadsUp ? null : headOf(tokens, start, to));
  return startsPhrase(tokens, start) ? { from: start, to } : null;
}

/** The last noun phrase of a run: back over capitals, or to the determiner. */
function tail(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = to - 1;
  if (isCapital(tokens, start) || tokens.raw(start) === ")") {
    while (start - 1 > from && continuesNameBack(tokens, start - 1)) start--;
    return { from: start, to };
  }
  while (start > from && !DETERMINERS.has(tokens.lower(start))) {
    if (PREPOSITIONS.has(tokens.lower(start)) && !JOINERS.has(tokens.lower(start))) return null;
    start--;
  }
  return DETERMINERS.has(tokens.lower(start)) ? { from: start, to } : null;
}

function continuesNameBack(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (tokens.kind[at] === MARK) return isInnerMark(tokens, at);
  return (isCapital(tokens, at) && !DAYS.has(word)) || PARTICLES.has(word) || ROLES.has(word) || word === "the";
}

/** A long run: its first words up to a relative clause or a verb. */
function headOf(tokens: Tokens, from: number, to: number): Phrase | null {
  if (!startsPhrase(tokens, from)) return null;
  let end = from + 1;
  while (end < to && !RELATIVES.has(tokens.lower(end)) && tokens.lower(end) !== "that" && end < from + 10) end++;
  return { from, to: end };
}

/** "NAME, apposition, said": goes back over appositions and asides to the phrase that they belong to. */
function acrossCommas(tokens: Tokens, comma: number, floor: number): Phrase | null {
  let fallback: Phrase | null = null;
  let end = comma - 1;
  for (let chunk = 0; chunk < MOST_CHUNKS && end >= floor; chunk++) {
    const start = chunkStart(tokens, end, floor);
    const phrase = trimmed(tokens, start, end + 1);
    const outer = start - 1;
    const more = outer > floor && (isComma(tokens, outer) || isDash(tokens, outer));
    if (phrase && !isAside(tokens, start, end, more, outer)) return phrase;
    if (phrase && !isAdverbial(tokens, start)) fallback = phrase;
    if (!more) return fallback;
    end = outer - 1;
  }
  return fallback;
}

function chunkStart(tokens: Tokens, end: number, floor: number): number {
  let start = end;
  while (start > floor && !isChunkEdge(tokens, start - 1)) start--;
  return start;
}

function isChunkEdge(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) return !isInnerMark(tokens, at);
  const word = tokens.lower(at);
  return word === "but" || word === "while" || word === "because" || word === "although" || SPEAKING.has(word);
}

function isAdverbial(tokens: Tokens, start: number): boolean {
  const word = tokens.lower(start);
  return (
    (PREPOSITIONS.has(word) || RELATIVES.has(word) || CLAUSE_WORDS.has(word) || /(ing|ed)$/.test(word)) &&
    !isCapital(tokens, start)
  );
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
  return end - start <= 3 && /^[rdi]$/.test(tokens.lower(start)) && tokens.raw(start + 1) === "-";
}

function startsPhrase(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (tokens.kind[at] === NUMBER) return true;
  if (tokens.kind[at] !== WORD) return false;
  if (isAcronym(tokens, at)) return true;
  if (DETERMINERS.has(word)) return word !== "that" || isNounLike(tokens, at + 1);
  if (DAYS.has(word)) return false;
  if (isCapital(tokens, at)) return !PREPOSITIONS.has(word) && !CLAUSE_WORDS.has(word);
  if (PREPOSITIONS.has(word) || CLAUSE_WORDS.has(word) || ADVERBS.has(word) || RELATIVES.has(word) || OPENERS.has(word))
    return false;
  return !isManner(word);
}

function continuesPhrase(tokens: Tokens, from: number, at: number): boolean {
  if (tokens.kind[at] === MARK) return continuesOverMark(tokens, at);
  if (tokens.kind[at] === NUMBER) return false;
  const word = tokens.lower(at);
  if (isAcronym(tokens, at)) return true;
  if (word === "and" || word === "or") return isCapital(tokens, at + 1) || DETERMINERS.has(tokens.lower(at + 1));
  if (DAYS.has(word)) return false;
  if (JOINERS.has(word)) return word === "of" || isJoined(tokens, from, at);
  if (PREPOSITIONS.has(word) || CLAUSE_WORDS.has(word) || RELATIVES.has(word) || OPENERS.has(word)) return false;
  if (ADVERBS.has(word) || isManner(word) || PERSONAL.has(word)) return isCapital(tokens, at);
  return !(cueOf(word)?.form === "ing") && !(cueOf(word)?.form === "past");
}

function isJoined(tokens: Tokens, from: number, at: number): boolean {
  const next = tokens.lower(at + 1);
  const owner = isCapital(tokens, at + 1) || next === "the";
  const byRole = ROLES.has(tokens.lower(at - 1)) || BODY_NOUNS.has(tokens.lower(at - 1)) || isCapital(tokens, at - 1);
  return owner && byRole && at > from && !DAYS.has(next) && (tokens.lower(at) !== "in" || !isCapital(tokens, at - 1));
}

function continuesOverMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  const joined = tokens.gap[at] === 0;
  if (mark === ".") return joined && isAbbreviationStop(tokens, at) && isCapital(tokens, at + 1);
  if (mark === "-" || mark === "/") return joined && tokens.gap[at + 1] === 0;
  if (mark === "(") return isAcronym(tokens, at + 1);
  if (mark === ")") return isAcronym(tokens, at - 1);
  return mark === "&" || ((mark === "'" || mark === "’") && joined && tokens.lower(at - 1).endsWith("s"));
}

function isBareMark(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === MARK && tokens.raw(at) !== ")" && tokens.raw(at) !== ".";
}

/** "the director of Airwars, Chris Woods": a personal name after the comma belongs to an unnamed phrase. */
function withApposedName(tokens: Tokens, phrase: Phrase, ceiling: number): Phrase {
  const comma = phrase.to;
  if (comma >= ceiling || !isComma(tokens, comma) || !describes(tokens, phrase)) return phrase;
  let to = comma + 1;
  while (to < ceiling && (isCapital(tokens, to) || PARTICLES.has(tokens.lower(to)) || continuesOverMark(tokens, to)))
    to++;
  const named = to - comma > 2 || TITLES.has(tokens.lower(comma + 1));
  return named && !PLACES.has(tokens.lower(comma + 1)) && isCapital(tokens, comma + 1)
    ? { from: phrase.from, to }
    : phrase;
}

function describes(tokens: Tokens, phrase: Phrase): boolean {
  for (let at = phrase.from; at < phrase.to; at++) {
    if (JOINERS.has(tokens.lower(at))) return ROLES.has(tokens.lower(at - 1));
    if (at > phrase.from + 8) break;
  }
  return ROLES.has(tokens.lower(phrase.to - 1));
}
