import { MARK, type Tokens } from "../../text/tokens.ts";
import { type Phrase, startsPhrase } from "./phrases.ts";
import { isAbbreviationStop, isAcronym, isCapital, isComma, isManner } from "./shapes.ts";
import { DAYS, DETERMINERS, JOINERS, OPENERS, PARTICLES, PREPOSITIONS, RELATIVES, ROLES } from "./words.ts";

/** Words of time that open a clause, or stand inside a phrase. */
export const TEMPORAL: ReadonlySet<string> = new Set("as after before since when once until where".split(" "));
/** Verbs that end the clause before them. */
export const SPEAKING: ReadonlySet<string> = new Set("said says told tells added adds saying adding".split(" "));

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
  while (start < to && (OPENERS.has(tokens.lower(start)) || isComma(tokens, start))) start++;
  if (start >= to) return null;
  const word = tokens.lower(start);
  const leadsUp =
    (PREPOSITIONS.has(word) || DAYS.has(word) || word === "last" || isManner(word)) && !isAcronym(tokens, start);
  if (leadsUp || to - start > 14) return tail(tokens, start, to) ?? (leadsUp ? null : headOf(tokens, start, to));
  return startsPhrase(tokens, start) && !holdsVerb(tokens, start, to) ? { from: start, to } : null;
}

const VERBS = new Set("is are was were be has have had to means".split(" "));

/** "a source close to the talks", "an officer privy to the probe". */
const NEAR = new Set(["close", "privy"]);

/** A run with a verb in it is a clause and no noun phrase: "the key job is to". */
function holdsVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens.lower(at);
    if (VERBS.has(word) && !(word === "to" && (ROLES.has(tokens.lower(at - 1)) || NEAR.has(tokens.lower(at - 1)))))
      return true;
  }
  return false;
}

/** Takes tokens and a run of them that may hold a whole clause; gives the noun phrase that ends it, or `null`. */
export function lastNoun(tokens: Tokens, from: number, to: number): Phrase | null {
  let start = to - 1;
  if (isCapital(tokens, start)) return tail(tokens, from, to);
  while (start > from && !LINKS.has(tokens.lower(start - 1)) && !PREPOSITIONS.has(tokens.lower(start - 1))) start--;
  return to - start < 8 ? trimmed(tokens, start, to) : null;
}

const LINKS = new Set([..."is are was were be has have had to and or but that".split(" ")]);

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
