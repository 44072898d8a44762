import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { isAbbreviationStop, isAcronym, isCapital, isComma, isManner, isNounLike, isPronoun } from "./shapes.ts";
import { cueOf } from "./verbs.ts";
import {
  ADVERBS,
  BODY_NOUNS,
  CLAUSE_WORDS,
  DAYS,
  DETERMINERS,
  JOINERS,
  OPENERS,
  PAPERS,
  PARTICLES,
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
  while (to > at + 1 && (JOINERS.has(tokens.lower(to - 1)) || isBareMark(tokens, to - 1))) to--;
  return withApposedName(tokens, { from: at, to }, ceiling);
}

/** Takes tokens and an index; says whether a noun phrase may begin there. */
export function startsPhrase(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (tokens.kind[at] === NUMBER) return true;
  if (tokens.kind[at] !== WORD) return false;
  if (isAcronym(tokens, at)) return true;
  if (DETERMINERS.has(word)) return word !== "that" || isNounLike(tokens, at + 1);
  if (DAYS.has(word)) return false;
  if (isCapital(tokens, at)) return !PREPOSITIONS.has(word) && !CLAUSE_WORDS.has(word) && !NOBODY.has(word);
  if (PREPOSITIONS.has(word) || CLAUSE_WORDS.has(word) || ADVERBS.has(word) || RELATIVES.has(word) || OPENERS.has(word))
    return false;
  return !isManner(word) && !CONTRACTED.test(word);
}

/** Words with a capital that open a sentence and name nobody. */
const NOBODY = new Set("there here asked pressed scroll read speaking".split(" "));
/** "doesn't", "they're": no part of a noun phrase. */
const CONTRACTED = /n't$|'(re|ll|ve|d|m)$/;
const PARTICIPLES = new Set(["ing", "past"]);
const TIMES = new Set("this last next earlier later late".split(" "));

function continuesPhrase(tokens: Tokens, from: number, at: number): boolean {
  if (tokens.kind[at] === MARK) return continuesOverMark(tokens, at);
  if (tokens.kind[at] === NUMBER) return at === from + 1 && DETERMINERS.has(tokens.lower(from));
  const word = tokens.lower(at);
  if (isAcronym(tokens, at)) return true;
  if (isPastVerb(tokens, at)) return false;
  if (word === "by") return PAPERS.has(tokens.lower(at - 1));
  if (word === "and" || word === "or") return isCapital(tokens, at + 1) || DETERMINERS.has(tokens.lower(at + 1));
  if (DAYS.has(word) || TIMES.has(word) || CONTRACTED.test(word)) return isCapital(tokens, at) && TIMES.has(word);
  if (JOINERS.has(word)) return word === "of" || isJoined(tokens, from, at);
  if (PREPOSITIONS.has(word) || CLAUSE_WORDS.has(word) || RELATIVES.has(word) || OPENERS.has(word)) return false;
  if (ADVERBS.has(word) || isManner(word) || isPronoun(tokens, at)) return isCapital(tokens, at);
  return !PARTICIPLES.has(cueOf(tokens, at)?.form ?? "");
}

/** "An insider dished": a word in "-ed" after a noun is its verb. */
function isPastVerb(tokens: Tokens, at: number): boolean {
  if (!tokens.lower(at).endsWith("ed") || tokens.gap[at] === 0 || tokens.raw(at + 1) === "-" || isCapital(tokens, at))
    return false;
  const before = tokens.lower(at - 1);
  return (
    ROLES.has(before) ||
    BODY_NOUNS.has(before) ||
    (isCapital(tokens, at - 1) && !before.endsWith("'s") && !DETERMINERS.has(before))
  );
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
