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
  const aspects = packed[10] === 0 ? NO_ASPECTS : packed[10];
  const period = packed[8];
  return {
    counted: packed[0],
    head: packed[1],
    modifiers: packed[2],
    outcome: packed[3],
    verb: packed[4],
    negated: packed[5] === 1,
    actor: packed[6],
    places: packed[7],
    period: period === null ? null : { from: period[0], to: period[1] },
    role: aspects[0],
    cycle: aspects[1],
    deed: aspects[2],
    terms: packed[9],
  };
}

const NO_ASPECTS = [null, null, null] as const;

function packAspects({ role, cycle, deed }: Measure): PackedAspects {
  return (role ?? cycle ?? deed) ? [role, cycle, deed] : 0;
}
