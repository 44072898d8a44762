import type { Dimension, Figure } from "../extract/types.ts";

/** Kinds of figures that can be checked or left alone: dimensions, and years that stand alone. */
export type FigureKind = Dimension | "year";

/** Every kind there is. */
export const allKinds: readonly FigureKind[] = [
  "count",
  "percent",
  "money",
  "duration",
  "date",
  "year",
  "multiple",
  "fraction",
  "measure",
  "ordinal",
];

/** The kinds that are checked unless a setting says otherwise: all but bare years and ordinals. */
export const usualKinds: ReadonlySet<FigureKind> = new Set(
  allKinds.filter((kind) => kind !== "year" && kind !== "ordinal"),
);

const YEAR = /^(?:the )?\d{4}(?:s|['’]s)?$/i;

/** Takes a figure; gives its kind: a date that names a year or a decade and nothing else ("2017", "the 1980s") is a "year". */
export function kindOf(figure: Pick<Figure, "dimension" | "text">): FigureKind {
  return figure.dimension === "date" && YEAR.test(figure.text.trim()) ? "year" : figure.dimension;
}
