import { wordSet } from "../../text/lexicon.ts";
import type { Measure } from "../types.ts";
import { type FigureTokens, isVerb, opensClause, type SentenceView } from "./sentence.ts";

/**
 * A period of which only the length is told ("in four and a half years") stands from this day on: `to - from` are its days. No real day, and none
 * that a date without its year is given, lies there.
 */
const SPAN_BASE = -9_000_000;

/** Takes a period; gives its days where only its length is told, `null` where it has days of its own. */
export function spanOfPeriod({ from, to }: NonNullable<Measure["period"]>): number | null {
  return from === SPAN_BASE ? to - from : null;
}

/** Takes a sentence; gives those of its figures that set a period for the others. */
export function periodsIn(view: SentenceView): readonly FigureTokens[] {
  return view.figures.filter(
    (figure) => isSpan(view, figure) || (figure.quantity.dimension === "date" && setsPeriod(view, figure)),
  );
}

/**
 * Takes a sentence, one of its figures and those that set periods there; gives the period that a date or a span of time in the sentence sets, the
 * nearest of the same clause before any other. A date on which something was said or published is no period of what was said.
 */
export function readPeriod(view: SentenceView, at: number, periods: readonly FigureTokens[]): Measure["period"] {
  const figure = view.figures[at] as FigureTokens;
  if (periods.length === 0 || figure.quantity.dimension === "date" || figure.quantity.dimension === "duration")
    return null;
  let best: FigureTokens | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of periods) {
    const distance = distanceOf(view, figure, other);
    if (distance < least) [best, least] = [other, distance];
  }
  return best && periodOf(best);
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
const AUXILIARIES = wordSet("was were is are had has have");
const REACH = 9;

/** "since February", "the campaign began in August 2014": one end of a period, not the period; "said on Thursday": neither. */
function setsPeriod(view: SentenceView, date: FigureTokens): boolean {
  const { tokens, from } = view;
  for (let at = date.begin - 1; at >= Math.max(from, date.begin - REACH); at--) {
    if (ONE_END.has(tokens, at) || REPORTS.has(tokens, at)) return false;
    if (isVerb(view, at) || opensClause(view, at)) return true;
  }
  return !isReportedAfter(view, date);
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
function distanceOf(view: SentenceView, one: FigureTokens, other: FigureTokens): number {
  const from = Math.min(one.next, other.next);
  const to = Math.max(one.first, other.first);
  let distance = to - from;
  for (let token = from; token < to; token++) if (opensClause(view, token)) distance += 40;
  return distance;
}
