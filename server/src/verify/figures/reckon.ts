import { civilOf } from "../../extract/figures/calendar.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage, StoredFigure } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";

/** A span of time that the writer reckoned from a date of a source. */
export interface Reckoned {
  readonly source: string;
  readonly passage: Passage;
  readonly date: Figure;
  /** "2018 − 1986 = 32"; `null` where the day to count from is not known, so that it cannot be checked. */
  readonly sum: string | null;
}

const RECKONED = /^[\s-]*(?:more\s+)?(?:year|month|decade)s?\s+(?:ago|after|later|earlier|before|since)\b/i;
const LONGEST = 150;

/** Takes a fact and the sources that may be about the same; gives the date from which "30 years ago" is reckoned, `null` where it is no such span or no source gives a date for it. */
export function reckon({ figure, text }: FigureFact, sources: readonly string[], store: CorpusStore): Reckoned | null {
  if (figure.dimension !== "duration" || figure.unit !== "year" || figure.low > LONGEST) return null;
  if (!RECKONED.test(text.slice(figure.end, figure.end + 40))) return null;
  const dated = sources.flatMap((source) => datesOf(source, figure, store));
  for (const { stored, now } of dated) {
    const year = civilOf(stored.figure.low).year;
    if (now !== null && follows(figure, now - year)) return reckoned(stored, `${now} − ${year} = ${now - year}`);
  }
  const [open] = dated.filter(({ now }) => now === null);
  return open ? reckoned(open.stored, null) : null;
}

function reckoned({ source, passage, figure }: StoredFigure, sum: string | null): Reckoned {
  return { source, passage, date: figure, sum };
}

/** The dates with a year in a source, those in sentences about the same first. */
function datesOf(source: string, figure: Figure, store: CorpusStore): { stored: StoredFigure; now: number | null }[] {
  const now = yearOf(store.source(source)?.meta.published ?? null);
  const dates = store
    .figuresOf(source)
    .filter((one) => one.figure.dimension === "date" && /\d{4}/.test(one.figure.text));
  const near = dates.filter((one) => shareTerms(figure, one.figure));
  return (now === null && near.length === 0 ? dates : near).map((stored) => ({ stored, now }));
}

function yearOf(published: string | null): number | null {
  const year = published === null ? Number.NaN : Number(published.slice(0, 4));
  return Number.isFinite(year) ? year : null;
}

function shareTerms(one: Figure, other: Figure): boolean {
  return one.measure.terms.some((term) => other.measure.terms.includes(term));
}

/** Years counted from one day to another may come out one less than the years apart. */
function follows({ low, bound }: Figure, years: number): boolean {
  if (bound === "more-than" || bound === "at-least") return years >= low && years <= low * 1.25 + 1;
  return years === low || years === low + 1;
}
