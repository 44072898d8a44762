import { MARK, NEW_LINE, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { type Phrase, startsPhrase } from "./phrases.ts";
import {
  isAbbreviationStop,
  isAcronym,
  isCapital,
  isComma,
  isDash,
  isManner,
  isNounLike,
  isPronoun,
} from "./shapes.ts";
import { cueOf } from "./verbs.ts";
import {
  ADVERBS,
  CLAUSE_WORDS,
  DAYS,
  DETERMINERS,
  JOINERS,
  OPENERS,
  PARTICLES,
  PLACES,
  PREPOSITIONS,
  RELATIVES,
  ROLES,
  TITLES,
} from "./words.ts";

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
    if (isComma(tokens, end) && end > floor) return acrossCommas(tokens, end, floor);
    return end < floor ? null : contiguous(tokens, end, floor);
  }
  if (isComma(tokens, end) || isDash(tokens, end)) return acrossCommas(tokens, end, floor);
  return contiguous(tokens, end, floor);
}

function skipAdverbsBack(tokens: Tokens, from: number, floor: number): number {
  let at = from;
  while (at >= floor && tokens.kind[at] === WORD && isBetween(tokens, at)) at--;
  return at;
}

function isBetween(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (isAcronym(tokens, at) && word !== "i") return false;
  if (word === "may" && isCapital(tokens, at)) return tokens.lower(at - 1) === "in";
  if (CHAIN.has(word)) return true;
  if (word === "all" || word === "each") return isNounLike(tokens, at - 1);
  if (word === "on" && CHAIN.has(tokens.lower(at - 1))) return true;
  if (word === "to") return CHAIN.has(tokens.lower(at - 1)) || tokens.lower(at - 1) === "on";
  if (ADVERBS.has(word) || word.endsWith("n't")) return true;
  if (DAYS.has(word)) return true;
  if (word === "on" || word === "in" || word === "last" || word === "this" || word === "that") {
    return DAYS.has(tokens.lower(at + 1)) || isWeekWord(tokens.lower(at + 1)) || tokens.raw(at + 1) === "May";
  }
  if (isWeekWord(word)) return ["last", "this", "next"].includes(tokens.lower(at - 1));
  return isManner(word) && !isCapital(tokens, at);
}

const CHAIN = new Set("went continued sought tried wanted declined refused continues goes appeared seemed".split(" "));

function isWeekWord(word: string): boolean {
  return word === "week" || word === "month" || word === "year" || word === "night";
}

/** The phrase that ends at `end`, trimmed of what only leads up to it. */
function contiguous(tokens: Tokens, end: number, floor: number): Phrase | null {
  if (isPronoun(tokens, end)) return { from: end, to: end + 1 };
  let from = end;
  while (from > floor && !opensSentence(tokens, from) && !isBoundary(tokens, from - 1, end)) from--;
  if (isOpenApposition(tokens, from, floor)) return contiguous(tokens, from - 2, floor);
  return trimmed(tokens, from, end + 1);
}

/** "Flora Ross, head of health improvement said": an apposition whose second comma is missing. */
function isOpenApposition(tokens: Tokens, from: number, floor: number): boolean {
  return (
    from - 2 > floor &&
    isComma(tokens, from - 1) &&
    ROLES.has(tokens.lower(from)) &&
    !isCapital(tokens, from) &&
    isBareName(tokens, from - 2, floor)
  );
}

/** A "The" with a capital after a line break begins a line of its own. */
function opensSentence(tokens: Tokens, at: number): boolean {
  return (tokens.gap[at] as number) >= NEW_LINE && isCapital(tokens, at) && DETERMINERS.has(tokens.lower(at));
}

function isBoundary(tokens: Tokens, at: number, end: number): boolean {
  if (tokens.kind[at] === NUMBER) return false;
  const word = tokens.lower(at);
  if (tokens.kind[at] === MARK) return !isInnerMark(tokens, at);
  if (word === "and" || word === "or") return !joinsNames(tokens, at, end);
  if (CLAUSE_WORDS.has(word) && !TEMPORAL.has(word)) return true;
  if (CLAUSE_WORDS.has(word)) return !isCapital(tokens, at);
  if (isPronoun(tokens, at)) return tokens.lower(at + 1) !== "and";
  return SPEAKING.has(word) || (RELATIVES.has(word) && !isCapital(tokens, at));
}

const TEMPORAL = new Set("as after before since when once until where".split(" "));
const SPEAKING = new Set("said says told tells added adds saying adding".split(" "));

function isInnerMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  if (mark === ".") return isAbbreviationStop(tokens, at) || tokens.gap[at + 1] === 0;
  if (mark === "-") return tokens.gap[at] === 0;
  return "&/()'’".includes(mark);
}

function joinsNames(tokens: Tokens, at: number, end: number): boolean {
  if (DAYS.has(tokens.lower(at - 1))) return false;
  if (isCapital(tokens, at - 1) || isPronoun(tokens, at - 1)) return true;
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
  return startsPhrase(tokens, start) && !holdsVerb(tokens, start, to) ? { from: start, to } : null;
}

const VERBS = new Set("is are was were be has have had to means".split(" "));

/** A run with a verb in it is a clause and no noun phrase: "the key job is to". */
function holdsVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens.lower(at);
    if (VERBS.has(word) && !(word === "to" && ROLES.has(tokens.lower(at - 1)))) return true;
  }
  return false;
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
    const outer = start - 1;
    const more = outer > floor && (isComma(tokens, outer) || isDash(tokens, outer));
    if (more && isParenthesis(tokens, start, end)) {
      end = outer - 1;
      continue;
    }
    const phrase = trimmed(tokens, start, end + 1);
    const named = more && isDescription(tokens, start, end) && isBareName(tokens, outer - 1, floor);
    if (phrase && !named && !isAside(tokens, start, end, more, outer)) return phrase;
    if (phrase && !isAdverbial(tokens, start)) fallback = phrase;
    if (!more) return fallback;
    end = outer - 1;
  }
  return fallback;
}

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

/** Two to four capitalised words between two edges: a personal name. */
function isBareName(tokens: Tokens, end: number, floor: number): boolean {
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
  return (CLAUSE_WORDS.has(word) && !TEMPORAL.has(word)) || SPEAKING.has(word);
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
  return end - start <= 3 && /^[rdi]$/.test(tokens.lower(start)) && tokens.raw(start + 1) === "-";
}
