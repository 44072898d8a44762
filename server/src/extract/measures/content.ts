import { Lexicon, WordMemo, wordClasses, wordSet } from "../../text/lexicon.ts";
import { makeStem } from "../../text/stem.ts";
import { MARK, NUMBER, SPACED, type Tokens, WORD } from "../../text/tokens.ts";
import type { Outcome } from "../types.ts";
import { CHANGE_WORDS } from "./changes.ts";
import {
  CYCLES,
  DEEDS,
  DENIAL_WORDS,
  FUNCTION_WORDS,
  NEGATION_WORDS,
  OUTCOME_PAIRS,
  OUTCOME_STEMS,
  TIMES,
  VERB_STEMS,
} from "./lexicon.ts";

/** What one token of a sentence says of its figures. */
export interface Content {
  /** Stem of a content word; "" for marks, numbers, function words and tokens of figures. */
  readonly stem: string;
  /** One bit that equal stems share, and few others; 0 for "". */
  readonly mark: number;
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

/** "by", behind which a doer may stand. */
export const TELLS_BY = 32;
/** A word that denies. */
export const TELLS_DENIAL = 64;
/** Something rises or falls. */
export const TELLS_CHANGE = 128;
/** "had", which may set what is told before something else. */
export const TELLS_HAD = 256;

const NOTHING: Content = { stem: "", mark: 0, outcome: null, bits: 0 };
const EDGE: Content = { stem: "", mark: 0, outcome: null, bits: OPENS_CLAUSE };

/** Takes tokens, the index of one and whether a figure covers it; gives what it says. */
export function contentAt(tokens: Tokens, at: number, inside: boolean): Content {
  if (tokens.kind[at] !== WORD) return tokens.kind[at] === MARK && isClauseMark(tokens, at) ? EDGE : NOTHING;
  if (inside) return CLAUSE_WORDS.has(tokens, at) ? EDGE : NOTHING;
  if ((tokens.end[at] as number) - (tokens.start[at] as number) < 2) return NOTHING;
  return CONTENTS.at(tokens, at);
}

/** Takes tokens and the index of a word; gives the bits of all that the word may tell, whether or not a figure covers it. */
export function bitsAt(tokens: Tokens, at: number): number {
  return FORMS.find(tokens, at) ?? 0;
}

const CONTENTS = new WordMemo(contentOf);
const CLAUSES = "while but whereas although though which who whose where because when after before until since";
const CLAUSE_WORDS = wordSet(CLAUSES);
const FIRST_OF_PAIR = new Set([...OUTCOME_PAIRS.keys()].map((pair) => pair.split(" ")[0] as string));
/** What words tell by their very form, whatever their stem. */
const FORMS = wordClasses([
  [[...CYCLES.keys(), ...TIMES.keys()], TELLS_CYCLE],
  [DEEDS.keys(), TELLS_DEED],
  [["by"], TELLS_BY],
  [[...NEGATION_WORDS, ...DENIAL_WORDS], TELLS_DENIAL],
  [CHANGE_WORDS, TELLS_CHANGE],
  [["had"], TELLS_HAD],
]);
/** Words that say the same whatever their stem. */
const FIXED = new Lexicon<Content>([
  ...[...FUNCTION_WORDS].map((word) => [word, NOTHING] as const),
  ...CLAUSES.split(" ").map((word) => [word, EDGE] as const),
]);
/** What stems that are in a list say. */
const KNOWN = new Map<string, Content>(
  [...OUTCOME_STEMS.keys(), ...FIRST_OF_PAIR, ...VERB_STEMS].map((stem) => [stem, knownContent(stem)]),
);

function contentOf(word: string, tokens: Tokens, at: number): Content {
  const forms = FORMS.find(tokens, at) ?? 0;
  const fixed = FIXED.find(tokens, at);
  if (fixed !== undefined) return withBits(fixed, forms);
  const stem = makeStem(word);
  const known = KNOWN.get(stem) ?? { stem, mark: markOf(stem), outcome: null, bits: 0 };
  return withBits(known, forms | (word.endsWith("ed") ? IS_VERB : 0));
}

function withBits(content: Content, more: number): Content {
  const { stem, mark, outcome } = content;
  const bits = content.bits | more;
  return bits === content.bits ? content : { stem, mark, outcome, bits };
}

function markOf(stem: string): number {
  let hash = 0;
  for (let at = 0; at < stem.length; at++) hash = (Math.imul(hash, 31) + stem.charCodeAt(at)) | 0;
  return 1 << hash;
}

function knownContent(stem: string): Content {
  const outcome = OUTCOME_STEMS.get(stem) ?? null;
  const tells = outcome !== null || FIRST_OF_PAIR.has(stem) ? TELLS_OUTCOME : 0;
  return { stem, mark: markOf(stem), outcome, bits: tells | (VERB_STEMS.has(stem) ? IS_VERB : 0) };
}

const CLAUSE_MARKS = ";:—–()[]|";

function isClauseMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.raw(at);
  if (mark === "-") return tokens.gap[at] === SPACED && (tokens.gap[at + 1] as number) === SPACED;
  return CLAUSE_MARKS.includes(mark) && !(mark === ":" && tokens.kind[at + 1] === NUMBER);
}
