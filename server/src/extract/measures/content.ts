import { WordMemo, wordSet } from "../../text/lexicon.ts";
import { makeStem } from "../../text/stem.ts";
import { MARK, NUMBER, SPACED, type Tokens, WORD } from "../../text/tokens.ts";
import type { Outcome } from "../types.ts";
import { CYCLES, DEEDS, FUNCTION_WORDS, OUTCOME_PAIRS, OUTCOME_STEMS, TIMES, VERB_STEMS } from "./lexicon.ts";

/** What one token of a sentence says of its figures. */
export interface Content {
  /** Stem of a content word; "" for marks, numbers, function words and tokens of figures. */
  readonly stem: string;
  /** What befell people by that word alone, where it says so. */
  readonly outcome: Outcome | null;
  /** Which of the bits below it has. */
  readonly bits: number;
}

/** A new clause begins at the token. */
export const OPENS_CLAUSE = 1;
/** A verb of news, or what looks like one. */
export const IS_VERB = 2;
/** An outcome, alone or as the first of two words ("lives lost"). */
export const TELLS_OUTCOME = 4;
/** A stretch of time that a figure may be for. */
export const TELLS_CYCLE = 8;
/** A deed that has an opposite. */
export const TELLS_DEED = 16;

const NOTHING: Content = { stem: "", outcome: null, bits: 0 };
const EDGE: Content = { stem: "", outcome: null, bits: OPENS_CLAUSE };

/** Takes tokens, the index of one and whether a figure covers it; gives what it says. */
export function contentAt(tokens: Tokens, at: number, inside: boolean): Content {
  if (tokens.kind[at] !== WORD) return tokens.kind[at] === MARK && isClauseMark(tokens, at) ? EDGE : NOTHING;
  if (inside) return CLAUSE_WORDS.has(tokens, at) ? EDGE : NOTHING;
  if ((tokens.end[at] as number) - (tokens.start[at] as number) < 2) return NOTHING;
  return CONTENTS.at(tokens, at);
}

const CONTENTS = new WordMemo(contentOf);
const CLAUSES = "while but whereas although though which who whose where because when after before until since";
const CLAUSE_WORDS = wordSet(CLAUSES);
const FIRST_OF_PAIR = new Set([...OUTCOME_PAIRS.keys()].map((pair) => pair.split(" ")[0] as string));
/** Words that say the same whatever their stem. */
const FIXED = new Map<string, Content>([
  ...[...FUNCTION_WORDS].map((word) => [word, NOTHING] as const),
  ...CLAUSES.split(" ").map((word) => [word, EDGE] as const),
]);
/** What stems that are in a list say. */
const KNOWN = new Map<string, Content>(
  [...OUTCOME_STEMS.keys(), ...FIRST_OF_PAIR, ...VERB_STEMS].map((stem) => [stem, knownContent(stem)]),
);

function contentOf(word: string): Content {
  const fixed = FIXED.get(word);
  if (fixed !== undefined) return fixed;
  const stem = makeStem(word);
  const known = KNOWN.get(stem) ?? { stem, outcome: null, bits: 0 };
  const bits = known.bits | bitsOf(word);
  return bits === known.bits ? known : { ...known, bits };
}

/** What the form of a word says, whatever its stem. */
function bitsOf(word: string): number {
  const cycle = CYCLES.has(word) || TIMES.has(word) ? TELLS_CYCLE : 0;
  return cycle | (DEEDS.has(word) ? TELLS_DEED : 0) | (word.endsWith("ed") ? IS_VERB : 0);
}

function knownContent(stem: string): Content {
  const outcome = OUTCOME_STEMS.get(stem) ?? null;
  const tells = outcome !== null || FIRST_OF_PAIR.has(stem) ? TELLS_OUTCOME : 0;
  return { stem, outcome, bits: tells | (VERB_STEMS.has(stem) ? IS_VERB : 0) };
}

const CLAUSE_MARKS = ";:—–()[]|";

function isClauseMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  if (mark === "-") return tokens.gap[at] === SPACED && (tokens.gap[at + 1] as number) === SPACED;
  return CLAUSE_MARKS.includes(mark) && !(mark === ":" && tokens.kind[at + 1] === NUMBER);
}
