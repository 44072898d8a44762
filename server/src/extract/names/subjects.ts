import { wordSet } from "../../text/lexicon.ts";
import { MARK, NEW_LINE, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { acrossCommas, isBareName } from "./appositions.ts";
import type { Phrase } from "./phrases.ts";
import {
  isAcronym,
  isCapital,
  isComma,
  isContracted,
  isDash,
  isManner,
  isMannerAt,
  isNounLike,
  isPronoun,
} from "./shapes.ts";
import { isInnerMark, lastNoun, SPEAKING, TEMPORAL, trimmed } from "./trim.ts";
import { cueOf } from "./verbs.ts";
import {
  ADVERBS,
  AND_OR,
  CLAUSE_WORD,
  DAYS,
  DETERMINERS,
  PERSONAL_WORD,
  RELATIVE,
  RELATIVES,
  ROLES,
  wordClass,
} from "./words.ts";

const LONGEST = 40;

/**
 * Takes tokens, the index of a verb and the lowest index to look at; gives the noun phrase that is the verb's subject, standing before it
 * ("Chris Woods, the director of Airwars, said" gives "Chris Woods"), or `null`. Looks at a bounded number of tokens.
 */
export function subjectBefore(tokens: Tokens, verb: number, low: number): Phrase | null {
  const floor = Math.max(low, verb - LONGEST, 0);
  let end = beforeBrackets(tokens, skipAdverbsBack(tokens, verb - 1, floor), floor);
  if (end < floor) return null;
  if (RELATIVES.has(tokens.lower(end)) || (tokens.lower(end) === "that" && isNounLike(tokens, end - 1))) {
    end--;
    if (tokens.sign(end) === "(") end--;
    if (isComma(tokens, end) && end > floor) return acrossCommas(tokens, end, floor) ?? lastNoun(tokens, floor, end);
    return end < floor ? null : (ownNoun(tokens, contiguous(tokens, end, floor)) ?? lastNoun(tokens, floor, end + 1));
  }
  if (isComma(tokens, end) || isDash(tokens, end)) return acrossCommas(tokens, end, floor);
  return contiguous(tokens, end, floor);
}

/** "read out a statement which said": the statement. */
function ownNoun(tokens: Tokens, phrase: Phrase | null): Phrase | null {
  if (!phrase || isCapital(tokens, phrase.from)) return phrase;
  const verb = cueOf(tokens, phrase.from)?.form;
  return verb === "past" || verb === "finite" ? lastNoun(tokens, phrase.from + 1, phrase.to) : phrase;
}

const LONGEST_BRACKETS = 14;

/** "Cllr Beth Aldous (Lab, Riverside) said": what brackets add to a name, unless they hold its acronym alone. */
function beforeBrackets(tokens: Tokens, end: number, floor: number): number {
  if (end <= floor || tokens.sign(end) !== ")" || tokens.sign(end - 2) === "(") return end;
  for (let at = end - 1; at > Math.max(floor, end - LONGEST_BRACKETS); at--) if (tokens.sign(at) === "(") return at - 1;
  return end;
}

function skipAdverbsBack(tokens: Tokens, from: number, floor: number): number {
  let at = from;
  while (at >= floor && tokens.kind[at] === WORD && isBetween(tokens, at)) at--;
  return at;
}

function isBetween(tokens: Tokens, at: number): boolean {
  if (!MAY_LINK.has(tokens, at) && !isMannerAt(tokens, at) && !isContracted(tokens, at)) return false;
  const word = tokens.lower(at);
  if (isAcronym(tokens, at) && word !== "i") return false;
  if (word === "may" && isCapital(tokens, at)) return tokens.lower(at - 1) === "in";
  if (CHAIN.has(word)) return true;
  if (word === "all" || word === "each") return isNounLike(tokens, at - 1);
  if (word === "on" && CHAIN.has(tokens.lower(at - 1))) return true;
  if (LIKES.has(word)) return tokens.lower(at + 1) === "to";
  if (word === "to")
    return LIKES.has(tokens.lower(at - 1)) || CHAIN.has(tokens.lower(at - 1)) || tokens.lower(at - 1) === "on";
  if (ADVERBS.has(word) || word.endsWith("n't")) return true;
  if (DAYS.has(word)) return true;
  if (word === "on" || word === "in" || word === "last" || word === "this" || word === "that") {
    return DAYS.has(tokens.lower(at + 1)) || isWeekWord(tokens.lower(at + 1)) || tokens.raw(at + 1) === "May";
  }
  if (isWeekWord(word)) return ["last", "this", "next"].includes(tokens.lower(at - 1));
  return isManner(word) && !isCapital(tokens, at);
}

const CHAIN = new Set(
  "denied denies went continued sought tried wanted declined refused continues goes appeared seemed".split(" "),
);

const LIKES = new Set(
  "used like likes liked love loves loved said alleged understood reported believed thought known supposed".split(" "),
);

/** All words that `isBetween` may let pass: most are none of them. */
const MAY_LINK = wordSet(
  [...ADVERBS, ...DAYS, ...CHAIN, ...LIKES, "may all each on to in last this that week month year night"].join(" "),
);

function isWeekWord(word: string): boolean {
  return word === "week" || word === "month" || word === "year" || word === "night";
}

/** The phrase that ends at `end`, trimmed of what only leads up to it. */
function contiguous(tokens: Tokens, end: number, floor: number): Phrase | null {
  if (isPronoun(tokens, end)) return { from: end, to: end + 1 };
  let from = end;
  while (from > floor && !opensSentence(tokens, from) && !isBoundary(tokens, from - 1, end)) from--;
  if (isOpenApposition(tokens, from, floor)) return contiguous(tokens, from - 2, floor);
  if (from - 2 > floor && from <= end && isRelative(tokens, from - 1)) return antecedent(tokens, from - 2, floor);
  return trimmed(tokens, from, end + 1);
}

/** "the committee which heard the case admitted": who the relative clause before the verb is about. */
function antecedent(tokens: Tokens, end: number, floor: number): Phrase | null {
  return isComma(tokens, end) ? acrossCommas(tokens, end, floor) : contiguous(tokens, end, floor);
}

const OWN = new Set(["who", "which"]);

/** "which heard the case", not "which the UN has called": a verb stands right behind. */
function isRelative(tokens: Tokens, at: number): boolean {
  const next = tokens.lower(at + 1);
  return OWN.has(tokens.lower(at)) && !isCapital(tokens, at + 1) && (next.endsWith("ed") || PAST.has(next));
}

const PAST = new Set(
  "is was are were has have had led won lost made took gave knew saw left met ran went came got held kept grew wrote fled heard runs leads heads lives works chairs owns makes represents studies teaches plays sits serves specialises specializes oversees edits manages".split(
    " ",
  ),
);

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
  if (tokens.kind[at] === MARK) return !isInnerMark(tokens, at);
  const lists = wordClass(tokens, at);
  if (lists & AND_OR) return !joinsNames(tokens, at, end);
  if (lists & CLAUSE_WORD && tokens.kind[at + 1] === NUMBER && tokens.lower(at) === "than") return false;
  if (lists & CLAUSE_WORD) return !TEMPORAL.has(tokens, at) || !isCapital(tokens, at);
  if (lists & PERSONAL_WORD && isPronoun(tokens, at)) return tokens.lower(at + 1) !== "and";
  return SPEAKING.has(tokens, at) || ((lists & RELATIVE) !== 0 && !isCapital(tokens, at));
}

function joinsNames(tokens: Tokens, at: number, end: number): boolean {
  if (DAYS.has(tokens.lower(at - 1))) return false;
  if (isCapital(tokens, at - 1) || isPronoun(tokens, at - 1)) return true;
  return (
    (isNounLike(tokens, at - 1) || ROLES.has(tokens.lower(at - 1))) &&
    (at + 1 === end || DETERMINERS.has(tokens.lower(at + 1)))
  );
}
