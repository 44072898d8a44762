import { wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import type { Measure } from "../types.ts";
import { type FigureTokens, figureBefore, isVerb, opensClause, type SentenceView } from "./sentence.ts";

/**
 * A period of which only the length is told ("in four and a half years") stands from this day on: `to - from` are its days. No real day, and none
 * that a date without its year is given, lies there.
 */
const SPAN_BASE = -9_000_000;

/** Takes a period; gives its days where only its length is told, `null` where it has days of its own. */
export function spanOfPeriod({ from, to }: NonNullable<Measure["period"]>): number | null {
  return from === SPAN_BASE ? to - from : null;
}

/** What sets the periods of a sentence, and how far things lie from one another there. */
export interface Periods {
  /** Figures that set a period for the others, in order. */
  readonly figures: readonly FigureTokens[];
  /** How many clauses have opened before each token, counted from the first of the sentence. */
  readonly opened: readonly number[];
}

/** Takes a sentence; gives what sets its periods. */
export function periodsIn(view: SentenceView): Periods {
  const figures = withStretches(view).filter(
    (figure) => isSpan(view, figure) || (figure.quantity.dimension === "date" && setsPeriod(view, figure)),
  );
  return figures.length === 0 ? NONE : { figures, opened: openedIn(view) };
}

const FROM = wordSet("from between");
const UNTIL = wordSet("to until till through and");
const PART_OF = wordSet("the end beginning start middle of early late mid");

/** The figures, two dates that are the ends of one stretch as one: "between August 2014 and the end of March 2019". */
function withStretches(view: SentenceView): readonly FigureTokens[] {
  if (!view.dated) return view.figures;
  return view.figures.map((first, i) => {
    const last = view.figures[i + 1];
    if (last === undefined || !areEnds(view, first, last)) return first;
    return { ...first, next: last.next, quantity: { ...first.quantity, high: last.quantity.high } };
  });
}

function areEnds({ tokens }: SentenceView, first: FigureTokens, last: FigureTokens): boolean {
  if (first.quantity.dimension !== "date" || last.quantity.dimension !== "date") return false;
  if (!UNTIL.has(tokens, first.next) || !(last.quantity.high > first.quantity.low)) return false;
  for (let at = first.next + 1; at < last.first; at++) if (!PART_OF.has(tokens, at)) return false;
  return FROM.has(tokens, first.begin) || FROM.has(tokens, first.begin - 1);
}

const NONE: Periods = { figures: [], opened: [] };

function openedIn(view: SentenceView): number[] {
  const opened = [0];
  for (let at = view.from; at < view.to; at++)
    opened.push((opened[at - view.from] as number) + (opensClause(view, at) ? 1 : 0));
  return opened;
}

/**
 * Takes a sentence, one of its figures and what sets periods there; gives the period that a date or a span of time in the sentence sets, the
 * nearest of the same clause before any other. A date on which something was said or published is no period of what was said.
 */
export function readPeriod(view: SentenceView, at: number, periods: Periods): Measure["period"] {
  const figure = view.figures[at] as FigureTokens;
  const { figures } = periods;
  if (figures.length === 0 || figure.quantity.dimension === "date" || figure.quantity.dimension === "duration")
    return null;
  const behind = firstBehind(figures, figure);
  const before = figures[behind - 1];
  const after = figures[behind];
  if (before === undefined && isOfCompared(view, at, after as FigureTokens)) return null;
  if (before === undefined || after === undefined) return periodOf((before ?? after) as FigureTokens);
  const nearer = distanceOf(view, periods, figure, after) < distanceOf(view, periods, figure, before);
  return periodOf(nearer ? after : before);
}

const COMPARES = wordSet("with from against to than");

/** "418, compared with 265 in 2024": the time of the number that this one is held against. */
function isOfCompared({ tokens, figures }: SentenceView, at: number, date: FigureTokens): boolean {
  for (let other = at + 1; other < figures.length && (figures[other] as FigureTokens).index < date.index; other++) {
    const { begin, quantity } = figures[other] as FigureTokens;
    if (quantity.dimension === "date" || !COMPARES.has(tokens, begin - 1)) continue;
    const before = tokens.lower(begin - 2);
    if (/^(?:compared|up|down|,)$/.test(before)) return true;
  }
  return false;
}

/** The index of the first of them that stands behind a figure. */
function firstBehind(figures: readonly FigureTokens[], { index }: FigureTokens): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as FigureTokens).index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function periodOf({ quantity }: FigureTokens): Measure["period"] {
  if (quantity.dimension === "date") return { from: quantity.low, to: quantity.high };
  return { from: SPAN_BASE, to: SPAN_BASE + Math.round(quantity.high * (DAYS[quantity.unit ?? ""] ?? 0)) };
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365.25, decade: 3652.5 };
const BEFORE_SPAN = wordSet("in over during within throughout");
const BESIDE_SPAN = wordSet("the same past last just only these those its first all about");
const AFTER_SPAN = wordSet("ago later after earlier before previously hence old time");

/** "in four and a half years", "over the past two months"; "in two years' time" and "two years ago" are days, and no span. */
function isSpan({ tokens, from }: SentenceView, { quantity, begin, next }: FigureTokens): boolean {
  if (quantity.dimension !== "duration" || quantity.vague || !((quantity.unit ?? "") in DAYS)) return false;
  let token = begin - 1;
  while (token > from && BESIDE_SPAN.has(tokens, token)) token--;
  if (token < from || !BEFORE_SPAN.has(tokens, token)) return false;
  const after = tokens.lower(next) === "'" ? next + 1 : next;
  return !AFTER_SPAN.has(tokens, after) && tokens.lower(after) !== "-";
}

const REPORTS = wordSet(
  `said says say told tells announced published publishes released releases reported reports wrote writes added acknowledged admitted confirmed claimed stated
  declared estimated found warned tweeted posted issued disclosed revealed unveiled updated release statement report interview email letter briefing conference speech tweet
  message article press`,
);
const ONE_END = wordSet("since until till before after by from began begun begin started starts ended");
const BEGINS = wordSet("began begun begin started starts ended");
const DURING = wordSet("in on during");
const AUXILIARIES = wordSet("was were is are had has have");
const REACH = 9;

const MARKS = wordSet(
  "record records mark peak high low level levels average crisis crash war flood floods storm disaster quake earthquake election elections poll census law act treaty accord ruling film novel book album model edition final",
);
const OF = wordSet("of from");

/** "above the mark of 1987", "the 2018 course record": what is held against, and no time of what is told. */
function isOfMark({ tokens }: SentenceView, { begin, next, quantity }: FigureTokens): boolean {
  if (quantity.high - quantity.low < 364) return false;
  if (OF.has(tokens, begin - 1)) return MARKS.has(tokens, begin - 2) && tokens.lower(begin - 3) === "the";
  return tokens.lower(begin - 1) === "the" && (MARKS.has(tokens, next) || MARKS.has(tokens, next + 1));
}

/** "since February", "the campaign began in August 2014": one end of a period, not the period; "said on Thursday": neither. */
function setsPeriod(view: SentenceView, date: FigureTokens): boolean {
  if (isOfMark(view, date)) return false;
  const { tokens, from } = view;
  if (isEndOfStretch(view, date)) return false;
  const ends = DURING.has(tokens, date.begin - 1) ? BEGINS : ONE_END;
  for (let at = date.begin - 1; at >= Math.max(from, date.begin - REACH); at--) {
    if (ends.has(tokens, at) || REPORTS.has(tokens, at) || endsSpan(tokens, at)) return false;
    if (isVerb(view, at) || opensClause(view, at)) return true;
  }
  return !isReportedAfter(view, date);
}

function isEndOfStretch(view: SentenceView, { index }: FigureTokens): boolean {
  const at = view.figures.findIndex((one) => one.index === index);
  const before = figureBefore(view, at);
  return before !== undefined && areEnds(view, before, view.figures[at] as FigureTokens);
}

const UNITS = wordSet("day days week weeks month months quarter quarters year years");

/** "in the three months to June" */
function endsSpan(tokens: Tokens, at: number): boolean {
  return tokens.lower(at) === "to" && UNITS.has(tokens, at - 1);
}

/** "On Thursday Amnesty said that …": the first verb after a date that opens its clause. */
function isReportedAfter(view: SentenceView, { next }: FigureTokens): boolean {
  for (let at = next; at < Math.min(view.to, next + REACH); at++) {
    if (REPORTS.has(view.tokens, at)) return true;
    if (isVerb(view, at) || AUXILIARIES.has(view.tokens, at)) return false;
  }
  return false;
}

/** Tokens between two figures; a clause's edge between them counts for forty. */
function distanceOf(view: SentenceView, { opened }: Periods, one: FigureTokens, other: FigureTokens): number {
  const from = Math.min(one.next, other.next);
  const to = Math.max(one.first, other.first);
  if (to <= from) return to - from;
  return to - from + 40 * ((opened[to - view.from] as number) - (opened[from - view.from] as number));
}
