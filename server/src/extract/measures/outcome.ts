import { wordSet } from "../../text/lexicon.ts";
import { MARK } from "../../text/tokens.ts";
import type { Outcome } from "../types.ts";
import { IS_VERB, TELLS_DENIAL, TELLS_OUTCOME } from "./content.ts";
import { DENIAL_WORDS, NEGATIONS, OUTCOME_PAIRS, WEAK_OUTCOMES } from "./lexicon.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, figureBefore, isVerb, opensClause, type SentenceView } from "./sentence.ts";

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
  /** The token where the figure after it begins, with its bound; the sentence's end where there is none. */
  readonly next: number;
}

const FAR = 14;

/**
 * Takes a sentence, one of its figures and the phrase it counts; gives what is said of it.
 * The nearest word decides: inside the phrase ("34 civilian deaths"), straight after ("43 were killed"), straight before ("killed 43"), then farther off.
 */
export function readPredicate(view: SentenceView, at: number, phrase: CountedPhrase): Predicate {
  const figure = view.figures[at] as FigureTokens;
  const reach: Reach = {
    view,
    figure,
    phrase,
    floor: floorOf(view, at),
    ceiling: ceilingOf(view, at),
    next: view.figures[at + 1]?.begin ?? view.to,
  };
  return {
    outcome: view.bits & TELLS_OUTCOME ? outcomeOf(reach) : null,
    verb: view.bits & IS_VERB ? verbOf(reach) : null,
    negated: isNegated(reach),
  };
}

function floorOf(view: SentenceView, at: number): number {
  const figure = view.figures[at] as FigureTokens;
  let floor = figure.begin;
  const before = figureBefore(view, at);
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
  const before = isToldItself(reach) ? null : nearest(reach, figure.begin - 1, floor - 1, -1);
  const who = after ? null : toldOfWho(reach);
  if (who) return who;
  if (after && before) return prefersAfter(reach, after, before) ? after.outcome : before.outcome;
  return (after ?? before)?.outcome ?? farther(reach);
}

const WHO = wordSet("who");
const REACH_OF_WHO = 5;

/** "the 43 people who were killed": a clause that hangs on the phrase. */
function toldOfWho({ view, figure, phrase, next }: Reach): Outcome | null {
  const start = Math.max(phrase.end, figure.next);
  if (!WHO.has(view.tokens, start)) return null;
  for (let at = start + 1; at < Math.min(next, start + REACH_OF_WHO); at++) {
    if (view.tokens.kind[at] === MARK || opensClause(view, at)) return null;
    const outcome = outcomeAt(view, at);
    if (outcome) return outcome;
  }
  return null;
}

interface Hit {
  readonly outcome: Outcome;
  readonly distance: number;
  readonly weak: boolean;
}

/** Nouns that, told after a figure, are what others suffered. */
const OUTCOME_NOUNS = wordSet(
  "death deaths murder murders killing killings injury injuries casualty casualties fatality fatalities manslaughter homicide suicide detention custody captivity kidnapping abduction arrest arrests massacre wounds kidnap rescue drowning",
);

const SUFFERS = wordSet("suffer suffers suffered suffering sustain sustains sustained sustaining");

/** "30 officers investigated over the death of a woman"; "two officers suffered minor injuries" tells of their own. */
function isOthersFate({ tokens }: SentenceView, at: number): boolean {
  return OUTCOME_NOUNS.has(tokens, at) && !SUFFERS.has(tokens, at - 1) && !SUFFERS.has(tokens, at - 2);
}

/** The nearest outcome word from one token towards another; a strong one beats a weak one. */
function nearest(reach: Reach, start: number, stop: number, step: 1 | -1, inside = false): Hit | null {
  const { view } = reach;
  let weak: Hit | null = null;
  for (let at = start; at !== stop && at >= view.from && at < view.to; at += step) {
    const outcome = outcomeAt(view, at);
    if (!outcome || (step === 1 && !inside && at > start && isOthersFate(view, at))) continue;
    if (!inside && ((step === 1 && governsNext(reach, at)) || SUFFERERS.has(view.tokens, at))) continue;
    const found = {
      outcome,
      distance: Math.abs(at - start),
      weak: WEAK_OUTCOMES.has(stemAt(view, at)),
    };
    if (!found.weak) return found;
    weak ??= found;
  }
  return weak;
}

/** "killed 57 people, including 14 children, and wounded more than 120": the verb behind "and", straight before another figure, is of that one. */
function governsNext({ view, next }: Reach, at: number): boolean {
  return next === at + 1 && view.tokens.lower(at - 1) === "and" && !PASSIVE.has(view.tokens, at - 2);
}

/** "400 witnesses and survivors": others than those that a figure counts, where they stand outside its phrase. */
const SUFFERERS = wordSet("survivors hostages captives detainees");

const PASSIVE = wordSet("killed wounded injured dead were was");

function outcomeAt(view: SentenceView, at: number): Outcome | null {
  const content = view.contents[at - view.from];
  if (content === undefined || !(content.bits & TELLS_OUTCOME)) return null;
  if (content.outcome) return content.outcome;
  for (let next = at + 1; next < Math.min(at + 4, view.to); next++) {
    const second = stemAt(view, next);
    if (second) return OUTCOME_PAIRS.get(`${content.stem} ${second}`) ?? null;
  }
  return null;
}

function stemAt({ contents, from }: SentenceView, at: number): string {
  return contents[at - from]?.stem ?? "";
}

/** "killed 43 and wounded …" against "43 people were wounded": a passive or a participle straight after the phrase goes with it. */
function prefersAfter({ view, phrase, figure }: Reach, after: Hit, before: Hit): boolean {
  if (after.weak !== before.weak) return before.weak;
  const start = Math.max(phrase.end, figure.next);
  let at = start;
  while (at < view.to && AUXILIARIES.has(view.tokens, at)) at++;
  if (at - start >= after.distance) return true;
  return after.distance < before.distance && !CONJUNCTIONS.has(view.tokens, start);
}

const AUXILIARIES = wordSet(
  "were was been have had has are is being be also of them to reported feared left believed said got",
);
const CONJUNCTIONS = wordSet("and or");

/** Nothing in the figure's own stretch: the sentence's only outcome, where all its outcome words agree. */
function farther({ view, figure, phrase }: Reach): Outcome | null {
  if (figure.quantity.dimension !== "count" || phrase.head === null) return null;
  if (isVerb(view, phrase.end) || isToldItself({ view, figure, phrase })) return null;
  let only: Outcome | null = null;
  for (let at = figure.begin - 1; at >= view.from && at > figure.begin - 30; at--) {
    const outcome = opensClause(view, at) || SUFFERERS.has(view.tokens, at) ? null : outcomeAt(view, at);
    if (outcome && only && outcome !== only) return null;
    only ??= outcome;
  }
  return only;
}

const PASSIVES = wordSet("were was are is");

/** "Two guards died and 17 people were treated for smoke": what a verb of its own tells of the 17 is all that befell them. */
function isToldItself({ view, figure, phrase }: Pick<Reach, "view" | "figure" | "phrase">): boolean {
  const end = Math.max(phrase.end, figure.next);
  return PASSIVES.has(view.tokens, end) && (isVerb(view, end + 1) || outcomeAt(view, end + 1) !== null);
}

function verbOf({ view, figure, phrase, floor, ceiling }: Reach): string | null {
  const end = Math.max(phrase.end, figure.next);
  if (PASSIVES.has(view.tokens, end) && isVerb(view, end + 1)) return stemAt(view, end + 1);
  for (let at = figure.begin - 1; at >= Math.max(floor, figure.begin - 4); at--)
    if (isVerb(view, at)) return stemAt(view, at);
  for (let at = Math.max(phrase.end, figure.next); at < Math.min(ceiling, figure.next + 9); at++) {
    if (isVerb(view, at)) return stemAt(view, at);
  }
  for (let at = figure.begin - 5; at >= floor; at--) if (isVerb(view, at)) return stemAt(view, at);
  return null;
}

const COMPARED = wordSet("than fewer less");

/** "no higher than eight years before", "not as high as 43": a level, which denies nothing. */
function isLevel({ tokens }: SentenceView, at: number): boolean {
  if (COMPARED.has(tokens, at + 1)) return true;
  return tokens.lower(at + 2) === "than" || (tokens.lower(at + 1) === "as" && tokens.lower(at + 3) === "as");
}

const DENIALS = wordSet([...DENIAL_WORDS].join(" "));

function isNegated({ view, figure, phrase }: Reach): boolean {
  if (!(view.bits & TELLS_DENIAL)) return false;
  if (figure.quantity.low === 0 && figure.quantity.high === 0) return false;
  for (let at = figure.begin - 1; at >= Math.max(view.from, figure.begin - 3); at--) {
    if (NEGATIONS.has(view.tokens, at)) return !isLevel(view, at);
  }
  for (let at = phrase.end; at < Math.min(phrase.end + 3, view.to); at++) {
    if (view.tokens.kind[at] === MARK) return false;
    if (DENIALS.has(view.tokens, at)) return true;
  }
  return false;
}
