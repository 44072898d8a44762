import { civilOf, knowledgeOf } from "../../extract/figures/calendar.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, StoredFigure } from "../../store/types.ts";
import type { Reckoned } from "./reckon.ts";

const STRETCH = /\s(?:to|and|until|till|through)\s|[–—]|[\p{L}\d]\s?-\s?[\p{L}\d]/u;
const YEARS = /^\d{4}\s?(?:[-–—]|to|and|until|till|through)\s?\d{2,4}$/;

/** Takes a date; says whether it is told as a stretch with two ends ("June 6 to October 17"), so that a day in it is not what it says. */
export function isStretch({ text }: Figure): boolean {
  return STRETCH.test(text) && !/^\d{4}-\d\d(?:-\d\d)?$/.test(text);
}

/**
 * Takes a figure, the sources that may be about the same, and the store; gives the dates of one of them with which the stretch begins and ends
 * ("1932–2024" of one who was born on 7 May 1932 and died in 2024), `null` where it is no stretch or no source has both.
 */
export function stretchInSource(figure: Figure, sources: readonly string[], store: CorpusStore): Reckoned | null {
  if (figure.dimension !== "date" || !isStretch(figure)) return null;
  const place = YEARS.test(figure.text) ? yearOf : (day: number) => day;
  for (const source of sources) {
    const dates = store.figuresOf(source).filter((one) => isComparable(one.figure, figure));
    const first = dates.find((one) => place(one.figure.low) === place(figure.low));
    const last = dates.find((one) => place(one.figure.high) === place(figure.high));
    if (first && last && first !== last) return between(first, last);
  }
  return null;
}

function yearOf(day: number): number {
  return civilOf(day).year;
}

function isComparable(one: Figure, other: Figure): boolean {
  return one.dimension === "date" && knowledgeOf(one.low) === knowledgeOf(other.low);
}

function between({ source, passage, figure }: StoredFigure, last: StoredFigure): Reckoned {
  return { source, passage, date: figure, sum: `${figure.text} – ${last.figure.text}` };
}
