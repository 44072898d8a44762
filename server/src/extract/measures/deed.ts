import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import type { Cycle } from "../types.ts";
import { TELLS_CYCLE, TELLS_DEED } from "./content.ts";
import { CYCLES, DEEDS, TIMES } from "./lexicon.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, figureBefore, opensClause, type SentenceView } from "./sentence.ts";

const CYCLE_AT = new Lexicon(CYCLES);
const TIME_AT = new Lexicon(TIMES);
const PER = wordSet("per a each every full whole");
/** "on an average day" */
const USUAL = wordSet("average typical normal ordinary usual single");
const POINTS = wordSet("earlier ago later before after old");
const FAR = 12;

/** Takes a sentence and one of its figures; gives the stretch of time that the figure is for, by the nearest word of its clause ("fourth-quarter revenue", "a month"), `null` where none tells. */
export function readCycle(view: SentenceView, at: number): Cycle | null {
  const { begin, next, quantity } = view.figures[at] as FigureTokens;
  if (quantity.dimension === "date" || quantity.dimension === "duration" || quantity.dimension === "ordinal")
    return null;
  if (!(view.bits & TELLS_CYCLE) && !view.dated) return null;
  const floor = Math.max(view.from, pastDates(view, at, -1)?.next ?? view.from, begin - FAR);
  const ceiling = Math.min(view.to, pastDates(view, at, 1)?.begin ?? view.to, next + FAR);
  for (let token = next; token < ceiling && !opensClause(view, token); token++) {
    const cycle = cycleAt(view.tokens, token);
    if (cycle) return cycle;
  }
  for (let token = begin - 1; token >= floor && !opensClause(view, token); token--) {
    const cycle = cycleAt(view.tokens, token);
    if (cycle) return cycle;
  }
  return null;
}

function isDate({ quantity }: FigureTokens): boolean {
  return quantity.dimension === "date" || quantity.dimension === "ordinal";
}

/** The nearest figure to one side that is no date: "for the fourth quarter of 2023" belongs to the figure before it. */
function pastDates({ figures }: SentenceView, at: number, step: 1 | -1): FigureTokens | undefined {
  for (let other = at + step; other >= 0 && other < figures.length; other += step) {
    const figure = figures[other] as FigureTokens;
    if (!isDate(figure)) return figure;
  }
  return undefined;
}

function cycleAt(tokens: Tokens, at: number): Cycle | null {
  const cycle = CYCLE_AT.find(tokens, at);
  if (cycle) return cycle === "half" && !/^(?:first|second)$/.test(tokens.lower(at - 1)) ? null : cycle;
  const time = TIME_AT.find(tokens, at);
  if (!time || !(PER.has(tokens, at - 1) || isUsual(tokens, at) || isFull(tokens, at)) || POINTS.has(tokens, at + 1))
    return null;
  return time;
}

function isUsual(tokens: Tokens, at: number): boolean {
  return USUAL.has(tokens, at - 1) && /^an?$/.test(tokens.lower(at - 2));
}

function isFull(tokens: Tokens, at: number): boolean {
  return tokens.lower(at - 1) === "-" && /^(?:full|half)$/.test(tokens.lower(at - 2));
}

const DEED_AT = new Lexicon(DEEDS);
const NEAR = 3;
const JOINS = wordSet("and or but");

/** Takes a sentence, one of its figures and what it counts; gives what is done with so many, of deeds that have an opposite, where the word stands right beside ("conceded 71 goals", "71 were sold"). */
export function readDeed(view: SentenceView, at: number, phrase: CountedPhrase): string | null {
  const { tokens, from, to, figures, bits } = view;
  if (!(bits & TELLS_DEED)) return null;
  const { begin, next } = figures[at] as FigureTokens;
  const floor = Math.max(from, figureBefore(view, at)?.next ?? from, begin - NEAR);
  const end = Math.max(next, phrase.end, phrase.unit);
  const ceiling = Math.min(to, figures[at + 1]?.begin ?? to, end + NEAR);
  const before = deedIn(tokens, begin - 1, floor - 1, -1);
  const after = deedIn(tokens, end, ceiling, 1);
  return before !== null && after !== null && before !== after ? null : (before ?? after);
}

function deedIn(tokens: Tokens, start: number, stop: number, step: 1 | -1): string | null {
  for (let token = start; (stop - token) * step > 0; token += step) {
    if (tokens.kind[token] === MARK || JOINS.has(tokens, token)) return null;
    const deed = DEED_AT.find(tokens, token);
    if (deed) return deed;
  }
  return null;
}
