import { wordSet } from "../../text/lexicon.ts";
import type { Outcome } from "../types.ts";
import { NEGATIONS, OUTCOME_PAIRS, OUTCOME_STEMS, VERB_STEMS, WEAK_OUTCOMES } from "./lexicon.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, opensClause, type SentenceView } from "./sentence.ts";

/** What is said of a figure: what befell those it counts, the verb that governs it, whether it is denied. */
export interface Predicate {
  readonly outcome: Outcome | null;
  readonly verb: string | null;
  readonly negated: boolean;
}

interface Reach {
  readonly view: SentenceView;
  readonly figure: FigureTokens;
  readonly phrase: CountedPhrase;
  /** Tokens of the figure's own stretch: after the figure before it, and before the figure after it. */
  readonly floor: number;
  readonly ceiling: number;
}

const FAR = 14;

/**
 * Takes a sentence, one of its figures and the phrase it counts; gives what is said of it.
 * The nearest word decides: inside the phrase ("34 civilian deaths"), straight after ("43 were killed"), straight before ("killed 43"), then farther off.
 */
export function readPredicate(view: SentenceView, at: number, phrase: CountedPhrase): Predicate {
  const figure = view.figures[at] as FigureTokens;
  const reach: Reach = { view, figure, phrase, floor: floorOf(view, at), ceiling: ceilingOf(view, at) };
  return { outcome: outcomeOf(reach), verb: verbOf(reach), negated: isNegated(reach) };
}

function floorOf(view: SentenceView, at: number): number {
  const figure = view.figures[at] as FigureTokens;
  let floor = figure.begin;
  const before = view.figures[at - 1];
  const least = Math.max(view.from, before ? before.next : view.from, figure.begin - FAR);
  while (floor > least && !opensClause(view, floor - 1)) floor--;
  return floor;
}

function ceilingOf(view: SentenceView, at: number): number {
  const figure = view.figures[at] as FigureTokens;
  const most = Math.min(view.figures[at + 1]?.begin ?? view.to, figure.next + FAR, view.to);
  let ceiling = figure.next;
  while (ceiling < most && !opensClause(view, ceiling)) ceiling++;
  return ceiling;
}

function outcomeOf(reach: Reach): Outcome | null {
  const { figure, phrase, floor, ceiling } = reach;
  const inside = nearest(reach, figure.next, Math.max(phrase.end, figure.next + 1), 1, true);
  if (inside) return inside.outcome;
  const after = nearest(reach, Math.max(phrase.end, figure.next), ceiling, 1);
  const before = nearest(reach, figure.begin - 1, floor - 1, -1);
  if (after && before) return prefersAfter(reach, after, before) ? after.outcome : before.outcome;
  return (after ?? before)?.outcome ?? farther(reach);
}

interface Hit {
  readonly outcome: Outcome;
  readonly distance: number;
  readonly weak: boolean;
}

/** Nouns that, told after a figure, are what others suffered ("30 officers investigated over the death of a woman"). */
const OUTCOME_NOUNS = new Set(
  "death deaths murder murders killing killings injury injuries casualty casualties fatality fatalities manslaughter homicide suicide detention custody captivity kidnapping abduction arrest arrests massacre wounds kidnap rescue drowning".split(
    " ",
  ),
);

/** The nearest outcome word from one token towards another; a strong one beats a weak one. */
function nearest({ view }: Reach, start: number, stop: number, step: 1 | -1, inside = false): Hit | null {
  let weak: Hit | null = null;
  for (let at = start; at !== stop && at >= view.from && at < view.to; at += step) {
    const outcome = outcomeAt(view, at);
    if (!outcome || (step === 1 && !inside && at > start && OUTCOME_NOUNS.has(view.tokens.lower(at)))) continue;
    const found = {
      outcome,
      distance: Math.abs(at - start),
      weak: WEAK_OUTCOMES.has(view.stems[at - view.from] as string),
    };
    if (!found.weak) return found;
    weak ??= found;
  }
  return weak;
}

const FIRST_OF_PAIR = new Set([...OUTCOME_PAIRS.keys()].map((pair) => pair.split(" ")[0]));

function outcomeAt(view: SentenceView, at: number): Outcome | null {
  const stem = view.stems[at - view.from];
  if (!stem) return null;
  const single = OUTCOME_STEMS.get(stem);
  if (single) return single;
  if (!FIRST_OF_PAIR.has(stem)) return null;
  for (let next = at + 1; next < Math.min(at + 4, view.to); next++) {
    const second = view.stems[next - view.from];
    if (second) return OUTCOME_PAIRS.get(`${stem} ${second}`) ?? null;
  }
  return null;
}

/** "killed 43 and wounded …" against "43 people were wounded": a passive or a participle straight after the phrase goes with it. */
function prefersAfter({ view, phrase, figure }: Reach, after: Hit, before: Hit): boolean {
  if (after.weak !== before.weak) return before.weak;
  const start = Math.max(phrase.end, figure.next);
  let at = start;
  while (
    at < view.to &&
    /^(?:were|was|been|have|had|has|are|is|being|be|also|also|of|them|to|reported|feared|left|believed|said|got)$/.test(
      view.tokens.lower(at),
    )
  )
    at++;
  if (at - start >= after.distance) return true;
  return after.distance < before.distance && !/^(?:and|or)$/.test(view.tokens.lower(start));
}

/** Nothing in the figure's own stretch: the sentence's only outcome, where all its outcome words agree. */
function farther({ view, figure, phrase }: Reach): Outcome | null {
  if (figure.quantity.dimension !== "count" || phrase.head === null) return null;
  let only: Outcome | null = null;
  for (let at = figure.begin - 1; at >= view.from && at > figure.begin - 30; at--) {
    const outcome = opensClause(view, at) ? null : outcomeAt(view, at);
    if (outcome && only && outcome !== only) return null;
    only ??= outcome;
  }
  return only;
}

function verbOf({ view, figure, phrase, floor, ceiling }: Reach): string | null {
  for (let at = figure.begin - 1; at >= Math.max(floor, figure.begin - 4); at--)
    if (isVerb(view, at)) return view.stems[at - view.from] as string;
  for (let at = Math.max(phrase.end, figure.next); at < Math.min(ceiling, figure.next + 9); at++) {
    if (isVerb(view, at)) return view.stems[at - view.from] as string;
  }
  for (let at = figure.begin - 5; at >= floor; at--) if (isVerb(view, at)) return view.stems[at - view.from] as string;
  return null;
}

/** Takes a sentence and a token; says whether it is a verb of news, or looks like one. */
export function isVerb(view: SentenceView, at: number): boolean {
  const stem = view.stems[at - view.from];
  if (!stem) return false;
  return VERB_STEMS.has(stem) || view.tokens.lower(at).endsWith("ed");
}

const DENIALS = wordSet("not never n't wasn't weren't didn't");

function isNegated({ view, figure, phrase }: Reach): boolean {
  if (figure.quantity.low === 0 && figure.quantity.high === 0) return false;
  for (let at = figure.begin - 1; at >= Math.max(view.from, figure.begin - 3); at--) {
    const word = view.tokens.lower(at);
    if (NEGATIONS.has(word)) return !/^(?:than|fewer|less)$/.test(view.tokens.lower(at + 1));
  }
  for (let at = phrase.end; at < Math.min(phrase.end + 3, view.to); at++) {
    if (DENIALS.has(view.tokens, at)) return true;
  }
  return false;
}
