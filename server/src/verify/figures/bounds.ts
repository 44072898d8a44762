import type { Bound, Figure } from "../../extract/types.ts";
import type { ValueRelation } from "./values.ts";

/** What value and bound come to together: the draft's claim `follows` from the source's, is `loose` (the same number, said with another bound or too roughly), it `differs`, or is left `open` by a source that is vaguer. */
export type Claim = "follows" | "loose" | "differs" | "open";

const ALL = "exact about more-than at-least less-than at-most";
const UP = "exact about more-than at-least";
const DOWN = "exact about less-than at-most";

/**
 * The source's bounds from which the draft's claim follows, by the draft's bound and how its value stands to the source's.
 * What stands here with another bound of the source is loose; what does not stand here differs.
 */
const FOLLOWS: Readonly<Record<Bound, Partial<Record<ValueRelation, string>>>> = {
  exact: { equal: "exact", rounds: "exact", covers: ALL, coarse: "" },
  about: { equal: "exact about", rounds: "exact about", covers: ALL, coarse: "" },
  "more-than": { equal: "more-than", under: UP, covers: ALL, over: "", coarse: "" },
  "at-least": { equal: "exact at-least more-than", under: UP, covers: ALL, over: "", coarse: "" },
  "less-than": { equal: "less-than", over: DOWN, covers: ALL, under: "", coarse: "" },
  "at-most": { equal: "exact at-most less-than", over: DOWN, covers: ALL, under: "", coarse: "" },
};

/** Takes both figures and how their values stand; gives what the draft's claim is worth by the source's. */
export function compareBounds(draft: Figure, source: Figure, value: ValueRelation): Claim {
  if (value === "within") return "open";
  const row = FOLLOWS[draft.bound][value];
  if (row === undefined) return "differs";
  if (row === "") return loosely(draft, source, value);
  return row.split(" ").includes(source.bound) || saysAbout(draft, source) ? "follows" : "loose";
}

/** A large round number says "about" by itself: "3.5 million" of "some 3.5 million", unless the draft insists ("exactly"). */
function saysAbout(draft: Figure, source: Figure): boolean {
  if (draft.bound !== "exact" || draft.boundSpan !== null || source.bound !== "about") return false;
  return Math.abs(draft.low) >= 1000 && draft.precision >= Math.abs(draft.low) / 200;
}

/** Past a bound, a value is loosely the same only where it would have rounded to it ("more than 1,300" of 1,291). */
function loosely(draft: Figure, source: Figure, value: ValueRelation): Claim {
  if (value === "coarse") return "loose";
  const apart = Math.abs(draft.low - source.low);
  return apart <= draft.precision / 2 && apart <= Math.abs(source.low) * 0.05 ? "loose" : "differs";
}
