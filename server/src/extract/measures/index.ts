import type { TextDocument } from "../../text/document.ts";
import type { ExtractOptions, Measure, Quantity } from "../types.ts";
import { readActor } from "./actor.ts";
import { readPredicate } from "./outcome.ts";
import { readPeriod } from "./period.ts";
import { readPhrase } from "./phrase.ts";
import { placesOf } from "./places.ts";
import { type SentenceView, sentencesWithFigures } from "./sentence.ts";
import { readTerms } from "./terms.ts";

export { compareKinds, type KindRelation, kindOf } from "./kinds.ts";

/**
 * Takes a text cut up and its quantities in order; gives what each measures, one for one.
 * Only the sentences that hold quantities are read; a bare figure ("the other 43") takes what it measures from the figure before it.
 */
export function readMeasures(
  document: TextDocument,
  quantities: readonly Quantity[],
  _options: ExtractOptions,
): Measure[] {
  const measures: Measure[] = [];
  for (const view of sentencesWithFigures(document, quantities)) {
    const places = placesOf(view);
    for (let at = 0; at < view.figures.length; at++) {
      measures.push(readMeasure(view, at, places(at), lastCount(quantities, measures)));
    }
  }
  return measures;
}

/** The measure of the last figure that names what it counts. */
function lastCount(quantities: readonly Quantity[], measures: readonly Measure[]): Measure | null {
  for (let at = measures.length - 1; at >= Math.max(0, measures.length - 4); at--) {
    const measure = measures[at] as Measure;
    if (measure.head !== null && (quantities[at] as Quantity).dimension === "count") return measure;
  }
  return null;
}

function readMeasure(view: SentenceView, at: number, places: readonly string[], before: Measure | null): Measure {
  const phrase = readPhrase(view, at);
  const said = readPredicate(view, at, phrase);
  const own: Measure = {
    counted:
      phrase.end > phrase.start
        ? view.tokens.text.slice(view.tokens.start[phrase.start], view.tokens.end[phrase.end - 1])
        : null,
    head: phrase.head,
    modifiers: phrase.modifiers,
    outcome: said.outcome,
    verb: said.verb,
    negated: said.negated,
    actor: readActor(view, at),
    places,
    period: readPeriod(view, at),
    terms: readTerms(view, at),
  };
  return phrase.points && before ? inherit(own, before) : own;
}

/** "12 of them children": what befell the 43 befell the 12; "the other 43": allegations again. */
function inherit(own: Measure, before: Measure): Measure {
  return {
    ...own,
    counted: own.counted ?? before.counted,
    head: own.head ?? before.head,
    modifiers: own.head === null ? before.modifiers : own.modifiers,
    outcome: own.outcome ?? before.outcome,
    places: own.places.length > 0 ? own.places : before.places,
    terms: [...new Set([...own.terms, ...before.terms.slice(0, 8)])],
  };
}
