import { wordSet } from "../../text/lexicon.ts";
import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import {
  endsInEd,
  isAbbreviationStop,
  isAcronym,
  isCapital,
  isComma,
  isContracted,
  isMannerAt,
  isNounLike,
  isPronoun,
} from "./shapes.ts";
import { cueOf } from "./verbs.ts";
import {
  ADVERB,
  AND_OR,
  BODY_NOUN,
  BY,
  CLAUSE_WORD,
  DAY,
  DETERMINER,
  JOINER,
  OPENER,
  PAPER,
  PARTICLE,
  PLACE,
  PREPOSITION,
  RELATIVE,
  ROLE,
  TIME_WORD,
  TITLE,
  wordClass,
} from "./words.ts";

/** A run of tokens: `from` inclusive, `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 40;

/**
 * Takes tokens, the index at which a noun phrase may begin and the first index not to look at; gives the phrase that begins there
 * ("a spokesman for the ministry", "Kumi Naidoo"), or `null`.
 */
export function phraseAfter(tokens: Tokens, at: number, high: number): Phrase | null {
  if (at >= high) return null;
  if (isPronoun(tokens, at)) return { from: at, to: at + 1 };
  if (!startsPhrase(tokens, at)) return null;
  const ceiling = Math.min(high, at + LONGEST, tokens.count);
  let to = at + 1;
  while (to < ceiling && continuesPhrase(tokens, at, to)) to++;
  while (to > at + 1 && (wordClass(tokens, to - 1) & JOINER || isBareMark(tokens, to - 1))) to--;
  return withApposedName(tokens, { from: at, to }, ceiling);
}

/** Takes tokens and an index; says whether a noun phrase may begin there. */
export function startsPhrase(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === NUMBER) return true;
  if (tokens.kind[at] !== WORD) return false;
  if (isAcronym(tokens, at)) return true;
  const lists = wordClass(tokens, at);
  if (lists & DETERMINER) return tokens.lower(at) !== "that" || isNounLike(tokens, at + 1);
  if (lists & DAY) return false;
  if (isCapital(tokens, at)) return !(lists & (PREPOSITION | CLAUSE_WORD)) && !NOBODY.has(tokens, at);
  if (lists & (PREPOSITION | CLAUSE_WORD | ADVERB | RELATIVE | OPENER)) return false;
  return !isMannerAt(tokens, at) && !isContracted(tokens, at);
}

/** Words with a capital that open a sentence and name nobody. */
const NOBODY = wordSet("there here asked pressed scroll read speaking");

function continuesPhrase(tokens: Tokens, from: number, at: number): boolean {
  if (tokens.kind[at] === MARK) return continuesOverMark(tokens, at);
  if (tokens.kind[at] === NUMBER) return at === from + 1 && (wordClass(tokens, from) & DETERMINER) !== 0;
  if (isAcronym(tokens, at)) return true;
  if (isPastVerb(tokens, at)) return false;
  const lists = wordClass(tokens, at);
  if (lists & BY) return (wordClass(tokens, at - 1) & PAPER) !== 0;
  if (lists & AND_OR) return isCapital(tokens, at + 1) || (wordClass(tokens, at + 1) & DETERMINER) !== 0;
  if (lists & (DAY | TIME_WORD) || isContracted(tokens, at)) return isCapital(tokens, at) && (lists & TIME_WORD) !== 0;
  if (lists & JOINER) return tokens.lower(at) === "of" || isJoined(tokens, from, at);
  if (lists & (PREPOSITION | CLAUSE_WORD | RELATIVE | OPENER)) return false;
  if (lists & ADVERB || isMannerAt(tokens, at) || isPronoun(tokens, at)) return isCapital(tokens, at);
  const form = cueOf(tokens, at)?.form;
  return form !== "ing" && form !== "past";
}

/** "An insider dished": a word in "-ed" after a noun is its verb. */
function isPastVerb(tokens: Tokens, at: number): boolean {
  if (!endsInEd(tokens, at) || tokens.gap[at] === 0 || tokens.sign(at + 1) === "-" || isCapital(tokens, at))
    return false;
  const before = wordClass(tokens, at - 1);
  return (
    (before & (ROLE | BODY_NOUN)) !== 0 ||
    (isCapital(tokens, at - 1) && !(before & DETERMINER) && !tokens.lower(at - 1).endsWith("'s"))
  );
}

function isJoined(tokens: Tokens, from: number, at: number): boolean {
  if (at <= from || !isNounLike(tokens, at - 1) || wordClass(tokens, at + 1) & DAY) return false;
  if (!isCapital(tokens, at + 1) && tokens.lower(at + 1) !== "the") return false;
  return tokens.lower(at) !== "in" || !isCapital(tokens, at - 1);
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
  return tokens.kind[at] === MARK && tokens.sign(at) !== ")" && tokens.sign(at) !== ".";
}

/** "the director of Airwars, Chris Woods": a personal name after the comma belongs to an unnamed phrase. */
function withApposedName(tokens: Tokens, phrase: Phrase, ceiling: number): Phrase {
  const comma = phrase.to;
  if (comma >= ceiling || !isComma(tokens, comma) || !describes(tokens, phrase)) return phrase;
  let to = comma + 1;
  while (to < ceiling && (isCapital(tokens, to) || wordClass(tokens, to) & PARTICLE || continuesOverMark(tokens, to)))
    to++;
  const named = to - comma > 2 || (wordClass(tokens, comma + 1) & TITLE) !== 0;
  return named && !(wordClass(tokens, comma + 1) & PLACE) && isCapital(tokens, comma + 1)
    ? { from: phrase.from, to }
    : phrase;
}

function describes(tokens: Tokens, phrase: Phrase): boolean {
  for (let at = phrase.from; at < phrase.to; at++) {
    if (wordClass(tokens, at) & JOINER) return (wordClass(tokens, at - 1) & ROLE) !== 0;
    if (at > phrase.from + 8) break;
  }
  return (wordClass(tokens, phrase.to - 1) & ROLE) !== 0;
}
