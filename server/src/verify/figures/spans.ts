import { civilOf, knowledgeOf } from "../../extract/figures/calendar.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage, StoredFigure } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import type { Reckoned } from "./reckon.ts";

/** What stands before "five years" where it says how long something took, or in how long. */
const BEFORE =
  /\b(?:in|over|for|within|during|past|last|previous|recent|than|nearly|almost|about|just|some|every|of)\s+(?:the\s+)?$/i;
const BEHIND =
  /^\s*(?:consecutive\s+|straight\s+|calendar\s+)?(?:year|month|day|night)s?\b(?!\s+(?:old|imprisonment|probation|in\s+(?:jail|prison)))(?!['’-])/i;
/** "a seven-year high": since when it has not been so. */
const EXTREME = /^-(?:year|month|week|day)[\s-](?:highs?|lows?|peak|best|worst|record)\b/i;
const SINCE = /\bsince\s+(?:(?:early|late|mid|the)[\s-]*)*$/i;
const UNTIL = /\b(?:until|till|to|and|through)\b|^\s*[-–—]\s*$/i;
const MOST_YEARS = 150;
const MOST_DAYS = 14;
/** Words of the draft's sentence that the source's must share, unless one of them is among the nearest. */
const LEAST_SHARED = 2;
const BESIDE = 3;
/** "the highest since 2008" in other words than a high of seven years. */
const SUPERLATIVE =
  /\b(?:highest|lowest|best|worst|most|least|biggest|fastest|slowest|weakest|strongest|sharpest)\b.{0,40}\bsince\b/i;

/**
 * Takes a fact and the sources that may be about the same; gives the dates of a sentence from which "in five years", "a seven-year high" or "for three
 * days" is reckoned; `null` where it is no such span or no source gives dates for it.
 */
export function spanInSource(fact: FigureFact, sources: readonly string[], store: CorpusStore): Reckoned | null {
  if (!isSpan(fact)) return null;
  let open: Reckoned | null = null;
  for (const source of sources) {
    for (const dates of datedSentences(source, fact, store)) {
      const found = fact.figure.unit === "year" ? yearsIn(dates, fact.figure, store) : daysIn(dates, fact.figure);
      if (found?.sum) return found;
      open ??= found;
    }
  }
  return open;
}

function isSpan({ figure, text }: FigureFact): boolean {
  const { dimension, unit, vague, low, high, start, end, boundSpan } = figure;
  if (dimension !== "duration" || vague || low !== high) return false;
  if (unit === "year" ? low > MOST_YEARS : low > MOST_DAYS || (unit !== "day" && unit !== "night")) return false;
  const behind = text.slice(end, end + 40);
  if (EXTREME.test(behind)) return true;
  const from = boundSpan && boundSpan.end <= start ? boundSpan.start : start;
  return BEHIND.test(behind) && BEFORE.test(text.slice(Math.max(0, from - 24), from));
}

interface Dated {
  readonly passage: Passage;
  readonly dates: StoredFigure[];
  readonly terms: Set<string>;
}

/** The dates of each sentence about the same, in order: two words of the draft's stand in it, or one beside a span of days, or it says "the highest since". */
function datedSentences(source: string, { figure, text }: FigureFact, store: CorpusStore): StoredFigure[][] {
  const sentences = new Map<number, Dated>();
  for (const stored of store.figuresOf(source)) {
    const { passage, figure: one } = stored;
    const known = sentences.get(passage.start) ?? { passage, dates: [], terms: new Set<string>() };
    sentences.set(passage.start, known);
    if (one.dimension === "date") known.dates.push(stored);
    for (const term of one.measure.terms) known.terms.add(term);
  }
  const extreme = EXTREME.test(text.slice(figure.end, figure.end + 40));
  const { terms } = figure.measure;
  const isAbout = (one: Dated) => {
    const shared = terms.filter((term) => one.terms.has(term));
    const beside = figure.unit !== "year" && shared.some((term) => terms.indexOf(term) < BESIDE);
    return shared.length >= LEAST_SHARED || beside || (extreme && SUPERLATIVE.test(one.passage.text));
  };
  return [...sentences.values()].filter(isAbout).map(({ dates }) => dates);
}

/** "375 in 2016, compared with five in 2013"; "stagnant since 2008", counted to the year of the source. */
function yearsIn(dates: readonly StoredFigure[], figure: Figure, store: CorpusStore): Reckoned | null {
  const years = dates.filter(({ figure: one }) => knowledgeOf(one.low) === "full" && /\d{4}/.test(one.text));
  for (const [i, one] of years.entries()) {
    for (const other of years.slice(i + 1)) {
      const [first, last] = [yearOf(one), yearOf(other)].sort((a, b) => a - b) as [number, number];
      if (last - first === figure.low || (isSeason(one) && isSeason(other) && last - first === figure.low - 1))
        return reckoned(one, `${last} − ${first} = ${last - first}`);
    }
  }
  const since = years.find(isSince);
  if (since === undefined) return null;
  const now = Number((store.source(since.source)?.meta.published ?? "").slice(0, 4)) || null;
  if (now === null) return reckoned(since, null);
  const apart = now - yearOf(since);
  return apart === figure.low || apart === figure.low + 1
    ? reckoned(since, `${now} − ${yearOf(since)} = ${apart}`)
    : null;
}

function yearOf({ figure }: StoredFigure): number {
  return civilOf(figure.low).year;
}

/** "2015-16": the first of five such years ends five years before the last. */
function isSeason({ figure }: StoredFigure): boolean {
  return figure.high - figure.low > 366;
}

function isSince({ figure, passage }: StoredFigure): boolean {
  return SINCE.test(passage.text.slice(0, figure.start - passage.start));
}

/** "from 19:00 on Friday until 06:00 Monday". */
function daysIn(dates: readonly StoredFigure[], figure: Figure): Reckoned | null {
  for (const [i, one] of dates.entries()) {
    const other = dates[i + 1];
    if (other === undefined || !isDay(one.figure) || !isDay(other.figure)) continue;
    const between = one.passage.text.slice(one.figure.end - one.passage.start, other.figure.start - one.passage.start);
    const apart = daysBetween(one.figure, other.figure);
    if (UNTIL.test(between) && (apart === figure.low || apart === figure.low - 1))
      return reckoned(one, `${one.figure.text} – ${other.figure.text} = ${figure.text}`);
  }
  return null;
}

function isDay({ low, high }: Figure): boolean {
  return low === high;
}

function daysBetween(one: Figure, other: Figure): number | null {
  if (knowledgeOf(one.low) !== knowledgeOf(other.low)) return null;
  const apart = other.low - one.low;
  return knowledgeOf(one.low) === "weekday" ? ((apart % 7) + 7) % 7 || 7 : apart;
}

function reckoned({ source, passage, figure }: StoredFigure, sum: string | null): Reckoned {
  return { source, passage, date: figure, sum };
}
