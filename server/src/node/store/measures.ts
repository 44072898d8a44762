import type { Cycle, Measure, Outcome, Role } from "../../extract/types.ts";

type PackedDays = readonly [from: number, to: number] | null;

/** A measure as a JSON array without names. Short words of a list are read as the same string wherever they stand, which spares memory. */
export type PackedMeasure = readonly [
  string | null,
  string | null,
  readonly string[],
  Outcome | null,
  string | null,
  0 | 1,
  string | null,
  readonly string[],
  PackedDays,
  readonly string[],
  PackedAspects,
];

/** What few figures have: `0` where there is none of it. */
type PackedAspects = 0 | readonly [Role | null, Cycle | null, string | null];

/** Takes what a figure measures; gives it packed. */
export function packMeasure(measure: Measure): PackedMeasure {
  return [
    measure.counted,
    measure.head,
    measure.modifiers,
    measure.outcome,
    measure.verb,
    measure.negated ? 1 : 0,
    measure.actor,
    measure.places,
    measure.period === null ? null : [measure.period.from, measure.period.to],
    measure.terms,
    packAspects(measure),
  ];
}

/** Takes what `packMeasure` gave; gives the measure. */
export function unpackMeasure(packed: PackedMeasure): Measure {
  const [counted, head, modifiers, outcome, verb, negated, actor, places, period, terms, aspects] = packed;
  const [role, cycle, deed] = aspects === 0 ? NO_ASPECTS : aspects;
  return {
    counted,
    head,
    modifiers,
    outcome,
    verb,
    negated: negated === 1,
    actor,
    places,
    period: period === null ? null : { from: period[0], to: period[1] },
    role,
    cycle,
    deed,
    terms,
  };
}

const NO_ASPECTS = [null, null, null] as const;

function packAspects({ role, cycle, deed }: Measure): PackedAspects {
  return (role ?? cycle ?? deed) ? [role, cycle, deed] : 0;
}
