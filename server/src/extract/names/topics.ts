import { MARK, type Tokens } from "../../text/tokens.ts";
import { type Phrase, phraseAfter } from "./phrases.ts";
import { isAcronym, isCapital, isDash } from "./shapes.ts";

const LEADING = new Set(
  "in on at after before when while as during following since despite for with by from speaking asked last earlier under amid according but and however meanwhile yet though although if to because early late yesterday today tonight pressed questioned challenged monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Takes tokens, the first index of a sentence and the first index not to look at; gives the noun phrase that the sentence is about, or `null`. */
export function sentenceSubject(tokens: Tokens, start: number, high: number): Phrase | null {
  let at = behindDateline(tokens, start, high);
  const limit = Math.min(high, start + 40);
  while (leadsUp(tokens, at)) {
    while (at < limit && tokens.sign(at) !== ",") at++;
    if (at >= limit) return null;
    at++;
  }
  while (at < high && (LEADING.has(tokens.lower(at)) || tokens.sign(at) === "," || tokens.sign(at) === "-")) at++;
  const phrase = phraseAfter(tokens, at, high);
  return phrase ? untilVerb(tokens, phrase) : null;
}

const LONGEST_DATELINE = 12;

/** "NAIROBI, Kenya (AP) — The court": the token behind a dateline, or the same where there is none. */
function behindDateline(tokens: Tokens, start: number, high: number): number {
  if (!isAcronym(tokens, start)) return start;
  for (let at = start + 1; at < Math.min(high, start + LONGEST_DATELINE); at++) if (isDash(tokens, at)) return at + 1;
  return start;
}

function leadsUp(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (word === "but" || word === "and") return false;
  return LEADING.has(word) || (word.endsWith("ing") && word.length > 5 && !isCapital(tokens, at + 1));
}

/** A phrase read without knowing where its verb stands: a name in capitals ends where small letters begin. */
function untilVerb(tokens: Tokens, phrase: Phrase): Phrase {
  let to = phrase.from + 1;
  if (isCapital(tokens, phrase.from) && tokens.raw(phrase.from).length > 3) {
    while (to < phrase.to && (isCapital(tokens, to) || tokens.kind[to] === MARK)) to++;
    return { from: phrase.from, to };
  }
  return { from: phrase.from, to: Math.min(phrase.to, phrase.from + 8) };
}
