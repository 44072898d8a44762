import type { Figure } from "../../extract/types.ts";

/** Kinds of figure that a setting may turn on or off. */
export type FigureKind = "counts" | "percentages" | "money" | "measures" | "durations" | "dates" | "years" | "ordinals";

/** Which kinds are checked unless a setting says otherwise: all but years alone and ordinals. */
export const DEFAULT_KINDS: Readonly<Record<FigureKind, boolean>> = {
  counts: true,
  percentages: true,
  money: true,
  measures: true,
  durations: true,
  dates: true,
  years: false,
  ordinals: false,
};

/** Every kind, for desks that want all of them. */
export const ALL_KINDS: Readonly<Record<FigureKind, boolean>> = { ...DEFAULT_KINDS, years: true, ordinals: true };

const KINDS: Readonly<Record<Figure["dimension"], FigureKind>> = {
  count: "counts",
  multiple: "counts",
  percent: "percentages",
  fraction: "percentages",
  money: "money",
  measure: "measures",
  duration: "durations",
  date: "dates",
  ordinal: "ordinals",
};

/** Takes a figure; gives its kind. A date that is a year and no more ("2017", "the 1980s") is of the kind `years`. */
export function kindOfFigure(figure: Figure): FigureKind {
  const kind = KINDS[figure.dimension];
  return kind === "dates" && /^(?:the )?\d{4}(?:s|['’]s)?$/i.test(figure.text) ? "years" : kind;
}

/** Takes a figure and the kinds that are checked; says whether it is to be checked. */
export function isChecked(figure: Figure, kinds: Readonly<Record<FigureKind, boolean>> = DEFAULT_KINDS): boolean {
  return kinds[kindOfFigure(figure)];
}
