import type { Figure } from "../../extract/types.ts";
import { type Magnitude, magnitudeOf } from "../../store/values.ts";

/**
 * How the draft's value stands to a source's:
 * `equal`; `rounds`: plain rounding as newspapers do it; `coarse`: rounded further than that; `under` and `over`: the draft's is lower (higher) by
 * less than the step it is rounded to, which a bound may cover; `covers`: the draft names a range or a vague amount that holds it; `within`: the source names
 * one that holds the draft's; `apart`: none of these.
 */
export type ValueRelation = "equal" | "rounds" | "coarse" | "under" | "over" | "covers" | "within" | "apart";

/** Largest share by which a plain value may be rounded, by how it is written: bare digits, and a value with a scale word or a decimal ("1.2 million"). */
const PLAIN_ROUNDING = 0.01;
const SCALED_ROUNDING = 0.05;
/** With "about" a value may lie off by this share; further, and up to the second, it is coarse. */
const ABOUT_ROUNDING = 0.1;
const COARSE_ROUNDING = 0.2;
/** A bound covers a value by this share or by one step of the draft's rounding, whichever is more. */
const BOUND_REACH = 0.1;

/** Takes the draft's figure and a source's; gives how their values stand to one another, bounds left aside. */
export function compareValues(draft: Figure, source: Figure): ValueRelation {
  const a = magnitudeOf(draft);
  const b = magnitudeOf(source);
  if (!comparable(draft, source, a, b)) return "apart";
  if (sameEnds(a, b)) return "equal";
  if (draft.dimension === "date") return holds(a, b) ? "covers" : holds(b, a) ? "within" : "apart";
  if (draft.vague || a.low !== a.high) return compareRange(draft, source, a, b);
  if (source.vague || b.low !== b.high) return holds(b, a) ? "within" : "apart";
  return comparePoints(draft, source, a, b);
}

/** Money is compared within one currency alone; a source that names none goes with any. */
function comparable(draft: Figure, source: Figure, a: Magnitude, b: Magnitude): boolean {
  if (a.family !== b.family) return false;
  return draft.dimension !== "money" || draft.unit === null || source.unit === null || draft.unit === source.unit;
}

function sameEnds(a: Magnitude, b: Magnitude): boolean {
  return near(a.low, b.low, 1e-9) && near(a.high, b.high, 1e-9);
}

function near(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

function holds(wide: Magnitude, narrow: Magnitude): boolean {
  return wide.low <= narrow.low && narrow.high <= wide.high;
}

/** "3-1" is a score, and holds nothing between. */
const SCORE = /^\d+\s*[-–—:]\s*\d+$/;

/** "tens of thousands" of 34,464; a range of the draft's own holds a source's value only loosely. */
function compareRange(draft: Figure, source: Figure, a: Magnitude, b: Magnitude): ValueRelation {
  if (!holds(a, b) || SCORE.test(draft.text)) return "apart";
  if (draft.vague) return source.vague && !sameEnds(a, b) ? "coarse" : "covers";
  return "coarse";
}

function comparePoints(draft: Figure, source: Figure, a: Magnitude, b: Magnitude): ValueRelation {
  const apart = Math.abs(a.low - b.low);
  const share = apart / Math.max(Math.abs(a.low), Math.abs(b.low), 1e-12);
  const step = stepOf(draft, a);
  const rounded = apart <= step / 2 + 1e-9 * Math.abs(a.low) && (step > stepOf(source, b) || converted(draft, source));
  if (draft.bound === "exact") return rounded ? roundingOf(draft, source, share) : "apart";
  const limit = draft.bound === "about" ? ABOUT_ROUNDING : BOUND_REACH;
  if (draft.bound === "about")
    return rounded && share <= limit ? "rounds" : rounded && share <= COARSE_ROUNDING ? "coarse" : "apart";
  if (apart < step || share <= limit) return a.low < b.low ? "under" : "over";
  return "apart";
}

function roundingOf(draft: Figure, source: Figure, share: number): ValueRelation {
  if (share <= (isScaled(draft) || converted(draft, source) ? SCALED_ROUNDING : PLAIN_ROUNDING)) return "rounds";
  return share <= SCALED_ROUNDING ? "coarse" : "apart";
}

/** Units differ, so that digits cannot agree: 5 miles of 8 km. */
function converted(draft: Figure, source: Figure): boolean {
  return draft.unit !== source.unit || draft.dimension !== source.dimension;
}

/** The step a value is rounded to, in the family's unit. */
function stepOf(figure: Figure, magnitude: Magnitude): number {
  const scale = figure.low === 0 ? 1 : magnitude.low / figure.low;
  return Math.abs(figure.precision * scale);
}

/** "1.2 million", "£2bn", "80 percent": writing that shows it is rounded. */
function isScaled(figure: Figure): boolean {
  return (
    /[a-z%]/i.test(figure.text) &&
    (figure.dimension !== "count" || /\d[.,]?\d*\s*(?:k|m|bn|tn|thousand|million|billion|trillion)/i.test(figure.text))
  );
}
