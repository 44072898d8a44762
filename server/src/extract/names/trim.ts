import { wordSet } from "../../text/lexicon.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { type Phrase, startsPhrase } from "./phrases.ts";
import { isAbbreviationStop, isAcronym, isCapital, isComma, isMannerAt } from "./shapes.ts";
import { DAY, DETERMINER, JOINER, OPENER, PARTICLE, PREPOSITION, RELATIVE, ROLE, wordClass } from "./words.ts";

/** Words of time that open a clause, or stand inside a phrase. */
export const TEMPORAL = wordSet("as after before since when once until where");
/** Verbs that end the clause before them. */
export const SPEAKING = wordSet("said says told tells added adds saying adding");

/** Takes tokens and the index of a mark; says whether it stands inside a phrase and parts nothing. */
export function isInnerMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  if (mark === ".") return isAbbreviationStop(tokens, at) || tokens.gap[at + 1] === 0;
  if (mark === "-") return tokens.gap[at] === 0;
  return "&/()'’$£€%".includes(mark);
}

/** Takes tokens and a run of them that ends where a noun phrase ends; gives the noun phrase, what only leads up to it left out, or `null`. */
export function trimmed(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = from;
  while (start < to && (wordClass(tokens, start) & OPENER || isComma(tokens, start))) start++;
  if (start >= to) return null;
  const leadsUp =
    ((wordClass(tokens, start) & (PREPOSITION | DAY)) !== 0 || LAST.has(tokens, start) || isMannerAt(tokens, start)) &&
    !isAcronym(tokens, start);
  if (leadsUp || to - start > 14) return tail(tokens, start, to) ?? (leadsUp ? null : headOf(tokens, start, to));
  return startsPhrase(tokens, start) && !holdsVerb(tokens, start, to) ? { from: start, to } : null;
}

const LAST = wordSet("last");
const VERBS = wordSet("is are was were be has have had to means");

/** "a source close to the talks", "an officer privy to the probe". */
const NEAR = wordSet("close privy");

/** A run with a verb in it is a clause and no noun phrase: "the key job is to". */
function holdsVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!VERBS.has(tokens, at)) continue;
    const near = (wordClass(tokens, at - 1) & ROLE) !== 0 || NEAR.has(tokens, at - 1);
    if (!near || tokens.lower(at) !== "to") return true;
  }
  return false;
}

/** Takes tokens and a run of them that may hold a whole clause; gives the noun phrase that ends it, or `null`. */
export function lastNoun(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = to - 1;
  if (isCapital(tokens, start)) return tail(tokens, from, to);
  while (start > from && !LINKS.has(tokens, start - 1) && !(wordClass(tokens, start - 1) & PREPOSITION)) start--;
  return to - start < 8 ? trimmed(tokens, start, to) : null;
}

const LINKS = wordSet("is are was were be has have had to and or but that");

/** The last noun phrase of a run: back over capitals, or to the determiner. */
function tail(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = to - 1;
  if (isCapital(tokens, start) || tokens.sign(start) === ")") {
    while (start - 1 > from && continuesNameBack(tokens, start - 1)) start--;
    return { from: start, to };
  }
  let lists = wordClass(tokens, start);
  while (start > from && !(lists & DETERMINER)) {
    if (lists & PREPOSITION && !(lists & JOINER)) return null;
    lists = wordClass(tokens, --start);
  }
  return lists & DETERMINER ? { from: start, to } : null;
}

function continuesNameBack(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) return isInnerMark(tokens, at);
  const lists = wordClass(tokens, at);
  if (lists & (PARTICLE | ROLE)) return true;
  return isCapital(tokens, at) ? !(lists & DAY) || tokens.lower(at) === "the" : tokens.lower(at) === "the";
}

/** A long run: its first words up to a relative clause or a verb. */
function headOf(tokens: Tokens, from: number, to: number): Phrase | null {
  if (!startsPhrase(tokens, from)) return null;
  let end = from + 1;
  while (end < to && !(wordClass(tokens, end) & RELATIVE) && tokens.lower(end) !== "that" && end < from + 10) end++;
  return { from, to: end };
}
