import type { TextDocument } from "../../text/document.ts";
import type { Measure, Quantity, Role } from "../types.ts";
import { readActor } from "./actor.ts";
import { readCycle, readDeed } from "./deed.ts";
import { readPredicate } from "./outcome.ts";
import { type Periods, periodsIn, readPeriod } from "./period.ts";
import { type CountedPhrase, readPhrase } from "./phrase.ts";
import { type NamedPlace, placesIn, placesNear } from "./places.ts";
import { readRole } from "./role.ts";
import { type FigureTokens, type SentenceView, sentencesWithFigures } from "./sentence.ts";
import { readTerms } from "./terms.ts";

export { isKnownPlace, liesIn } from "./gazetteer.ts";
export { spanOfPeriod } from "./period.ts";

import { isPerson } from "./kinds.ts";

export { compareKinds, isPerson, type KindRelation, kindOf } from "./kinds.ts";

/** What a figure measures by its own sentence, before it takes anything from the figures of earlier ones. */
export interface Told {
  readonly measure: Measure;
  /** Where it points back for the thing counted: the word before it and its bound; else `null`. */
  readonly points: string | null;
  /** It is a part of what it points back at. */
  readonly part: boolean;
  /** Figures after it may point back at it, if it names what it counts. */
  readonly counts: boolean;
}

/**
 * Takes a text cut up and quantities of whole sentences of it, in order; gives what each measures by its own sentence, one for one. Only the sentences that
 * hold quantities are read.
 */
export function tellMeasures(document: TextDocument, quantities: readonly Quantity[]): Told[] {
  const told: Told[] = [];
  for (const view of sentencesWithFigures(document, quantities)) {
    const around: Around = { places: placesIn(view), periods: periodsIn(view) };
    let role: Role | null = null;
    for (let at = 0; at < view.figures.length; at++) {
      const phrase = readPhrase(view, at);
      const measure = readMeasure(view, at, phrase, around, role);
      role = measure.role;
      const { dimension } = (view.figures[at] as FigureTokens).quantity;
      told.push({
        measure,
        points: phrase.points ? beforeIn(view, at) : null,
        part: phrase.part,
        counts: dimension === "count" && !phrase.part && !isIncluded(view, at),
      });
    }
  }
  return told;
}

/**
 * Takes all quantities of a text in order and what each measures by its own sentence; gives what each measures in
 * the course of the text: a bare figure ("the other 43") takes what it measures from a figure before it.
 */
export function settleMeasures(quantities: readonly Quantity[], told: readonly Told[]): Measure[] {
  const counted: Counted[] = [];
  return quantities.map((quantity, i) => {
    const { measure: own, points, part, counts } = told[i] as Told;
    const whole = points === null ? null : wholeOf(quantity, counted, points);
    const measure = whole === null ? own : inherit(own, whole, part);
    if (counts && measure.head !== null) remember(counted, quantity, measure);
    return measure;
  });
}

/** What a sentence sets for all its figures. */
interface Around {
  readonly places: readonly NamedPlace[];
  readonly periods: Periods;
}

/** A figure that names what it counts, for those after it that do not. */
interface Counted {
  readonly high: number;
  readonly measure: Measure;
}

/** "57 people, including 14 children, and 120 wounded": the 120 are people, no children. */
function isIncluded({ tokens, figures }: SentenceView, at: number): boolean {
  return beforeIn({ tokens, figures }, at) === "including";
}

/** The word before a figure and its bound. */
function beforeIn({ tokens, figures }: Pick<SentenceView, "tokens" | "figures">, at: number): string {
  return tokens.lower((figures[at] as FigureTokens).begin - 1);
}

const MEMORY = 6;

function remember(counted: Counted[], { high }: Quantity, measure: Measure): void {
  counted.unshift({ high, measure });
  if (counted.length > MEMORY) counted.pop();
}

/** "killed 43 people and wounded 120": more than before, and people all the same. */
function lastPeople([last]: readonly Counted[]): Counted | undefined {
  return last && isPerson(last.measure.head ?? "") ? last : undefined;
}

/** What a bare number stands for: the last count that it can be a part of; "all eight" are the eight told of before, "a further 300" more of the last. */
function wholeOf({ high }: Quantity, counted: readonly Counted[], before: string): Measure | null {
  if (before === "all") return counted.find((one) => one.high === high)?.measure ?? null;
  if (before === "further" || before === "additional" || before === "another") return counted[0]?.measure ?? null;
  return (counted.find((one) => one.high >= high) ?? lastPeople(counted))?.measure ?? null;
}

function readMeasure(
  view: SentenceView,
  at: number,
  phrase: CountedPhrase,
  around: Around,
  before: Role | null,
): Measure {
  const said = readPredicate(view, at, phrase);
  return {
    counted: wordsOf(view, at, phrase),
    head: phrase.head,
    modifiers: phrase.modifiers,
    outcome: said.outcome,
    verb: said.verb,
    negated: said.negated,
    actor: readActor(view, at),
    places: placesNear(around.places, view.figures[at] as FigureTokens),
    period: readPeriod(view, at, around.periods),
    role: readRole(view, at, phrase, before),
    cycle: readCycle(view, at),
    deed: readDeed(view, at, phrase),
    terms: readTerms(view, at),
  };
}

/** The phrase as written, with the unit before it ("year-old girl"), or the unit alone ("years"). */
function wordsOf({ tokens, figures }: SentenceView, at: number, { start, end, unit }: CountedPhrase): string | null {
  const { next } = figures[at] as FigureTokens;
  const from = unit > next && start >= next ? next + Number(tokens.lower(next) === "-") : start;
  const to = end > start ? end : unit;
  return to > from ? tokens.text.slice(tokens.start[from], tokens.end[to - 1]) : null;
}

/** "12 of them children": what befell the 43 befell the 12; "the other 43": allegations again. */
function inherit(own: Measure, before: Measure, part: boolean): Measure {
  return {
    ...own,
    counted: own.counted ?? before.counted,
    head: own.head ?? before.head,
    verb: part ? before.verb : own.verb,
    modifiers: own.head === null ? before.modifiers : own.modifiers,
    outcome: part ? (before.outcome ?? own.outcome) : (own.outcome ?? (own.head === null ? before.outcome : null)),
    places: own.places.length > 0 ? own.places : before.places,
    terms: [...new Set([...own.terms, ...before.terms.slice(0, 8)])],
  };
}
