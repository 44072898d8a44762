import { civilOf, knowledgeOf } from "../../extract/figures/calendar.ts";
import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, StoredFigure } from "../../store/types.ts";
import { stem } from "../../text/stem.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import { isSingle } from "./scope.ts";
import { NAME_BEGINS, stemsOf, wordsOfDraft } from "./segments.ts";
import type { Candidate, Found } from "./types.ts";

/** A fact's clause, read once for all that it is held against. */
interface Clause {
  readonly figure: Figure;
  /** Stems of the words that say what the figure is of, without the thing counted, its unit and who says so. */
  readonly words: readonly string[];
  /** Stem of the name that the clause begins with, `null` where it begins with none. */
  readonly subject: string | null;
  readonly sentence: string;
  /** The year that its words name, if one. */
  readonly year: string | null;
  /** Whether it speaks of a greatest value. */
  readonly saysMost: boolean;
}

/** Which words of the draft's clause stand with the value, and which with another value. */
interface Words {
  /** Of the draft's words, those of the passage with the value. */
  readonly shared: readonly string[];
  /** Those that only the passage with the other value has. */
  readonly only: readonly string[];
}

/**
 * Takes a fact, a passage with its value and all that was found; says whether one of these tells just what the draft tells, of another number:
 * "Brody was sentenced to 11 years", where a source gives 11 years to somebody else and has another sentence for Brody; "the jury was out for nine weeks", where
 * nine weeks is how long the trial took, and the jury was out for six days.
 */
export function isToldOfAnother(fact: FigureFact, ground: Candidate, found: Found, store: CorpusStore): boolean {
  if (!JUDGED.has(fact.figure.dimension)) return false;
  const clause = clauseOf(fact);
  const rivals = rivalsOf(clause)(found);
  if (rivals.length === 0) return false;
  const known = stemsOf(ground.stored.passage.text);
  const shared = clause.words.filter((word) => known.has(word));
  const isNew = (word: string) => !known.has(word);
  return rivals.some(({ stored, words }) => {
    // Most have no word of the draft's that the passage lacks; arrays are made for the others alone.
    if (!clause.saysMost && clause.year === null && !words.some(isNew)) return false;
    const told = { shared, only: words.filter(isNew) };
    return RIVALRIES.some((test) => test(clause, ground.stored, stored, told, store));
  });
}

/** What may answer a fact, each with the words of the fact's clause that it has. */
interface Rival {
  readonly stored: StoredFigure;
  readonly words: readonly string[];
}

/** They are asked for with each passage that has the draft's value. One without any of the clause's words answers only where the greatest value is meant. */
const rivalsOf = keptLast((clause: Clause) =>
  keptLast(({ other }: Found): readonly Rival[] =>
    other.flatMap((one) => {
      if (!mayAnswer(clause.figure, one)) return [];
      const { terms } = one.stored.figure.measure;
      const words = clause.words.filter((word) => terms.includes(word));
      return words.length > 0 || clause.saysMost ? [{ stored: one.stored, words }] : [];
    }),
  ),
);

const JUDGED = new Set<Figure["dimension"]>(["count", "percent", "money", "measure", "duration", "multiple"]);

/** The same kind of quantity of the same thing, as far as both say. */
function mayAnswer(figure: Figure, { stored: { figure: theirs }, measure }: Candidate): boolean {
  if (theirs.vague || measure.conflicts.length > 0 || theirs.dimension !== figure.dimension) return false;
  if (isSingle(figure, theirs)) return false;
  if (theirs.unit !== figure.unit && figure.dimension !== "duration") return false;
  const [ours, other] = [figure.measure.head, theirs.measure.head];
  if (figure.dimension !== "count" || ours === null || other === null) return true;
  return !["apart", "unknown"].includes(compareKinds(ours, other));
}

type Rivalry = (clause: Clause, own: StoredFigure, other: StoredFigure, words: Words, store: CorpusStore) => boolean;

/** When a passage with another value is the one that the draft's clause means. */
const RIVALRIES: readonly Rivalry[] = [sharesNothing, hasAll, hasYear, hasSubject, hasDeed, isMore];

/** The passage with the value shares no word with the draft's clause; the other has its verb, or two of its words. */
function sharesNothing(
  { figure, words }: Clause,
  own: StoredFigure,
  _other: StoredFigure,
  { shared, only }: Words,
  store: CorpusStore,
): boolean {
  if (
    shared.length > 0 ||
    sameOutcome(figure, own) ||
    sameHead(figure, own) ||
    (only.length < 2 && !hasVerb(figure, only))
  )
    return false;
  const known = withContext(own, store);
  return !words.some((word) => known.has(word));
}

const ALL_AT_LEAST = 2;

/** "Faults were reported at 140 schools", where a source counts 9,800 schools for something else: all that the clause says, but for the thing counted, stands with the other value alone. */
function hasAll(
  { figure, words }: Clause,
  own: StoredFigure,
  other: StoredFigure,
  { shared, only }: Words,
  store: CorpusStore,
): boolean {
  if (only.length === 0 || sameOutcome(figure, own)) return false;
  const modifiers = figure.measure.modifiers.map(stem);
  const telling = words.filter((word) => !modifiers.includes(word));
  if (telling.length < ALL_AT_LEAST || telling.some((word) => shared.includes(word))) return false;
  const theirs = stemsOf(other.passage.text);
  if (!telling.every((word) => theirs.has(word))) return false;
  const known = withContext(own, store);
  return !telling.some((word) => known.has(word));
}

/** "The flood of 1987 killed 40": the year of long ago stands with another toll or number of the same, and not with this one. */
function hasYear(
  { figure, year }: Clause,
  own: StoredFigure,
  other: StoredFigure,
  _words: Words,
  store: CorpusStore,
): boolean {
  if (year === null || isOfYear(own, Number(year)) || !(sameOutcome(figure, other) || sameHead(figure, other)))
    return false;
  const published = Number(own.published?.slice(0, 4));
  if (!(Number(year) < published - 1) || !other.passage.text.includes(year)) return false;
  const { text = "" } = store.article(own.source) ?? {};
  return !text.slice(Math.max(0, own.passage.start - CONTEXT), own.passage.end).includes(year);
}

function isOfYear({ figure: { measure } }: StoredFigure, year: number): boolean {
  const { period } = measure;
  return period !== null && knowledgeOf(period.from) === "full" && civilOf(period.from).year === year;
}

/** The clause's subject is named with the other value alone; with the draft's value somebody else is. */
function hasSubject(
  { subject, sentence, words: all }: Clause,
  own: StoredFigure,
  other: StoredFigure,
  { only }: Words,
  store: CorpusStore,
): boolean {
  if (subject === null || !only.includes(subject) || own.source !== other.source) return false;
  if (!namesAnother(own.passage.text, sentence)) return false;
  const known = withContext(own, store);
  const theirs = withContext(other, store);
  return !known.has(subject) && all.every((word) => !known.has(word) || theirs.has(word));
}

/** The other value has the verb of the draft's clause, and more of its words; the draft's value has nothing of it that the other has not. */
function hasDeed(
  { figure }: Clause,
  own: StoredFigure,
  other: StoredFigure,
  { shared, only }: Words,
  store: CorpusStore,
): boolean {
  const { verb } = figure.measure;
  if (own.source !== other.source || shared.length === 0 || only.length < 2 || sameOutcome(figure, own)) return false;
  if (verb === null || !only.includes(verb) || other.figure.measure.verb !== verb) return false;
  const theirs = withContext(other, store);
  return shared.every((word) => theirs.has(word));
}

const SAYS_MOST =
  /\b(?:highest|peak|peaked|crest|crested|record|maximum|at (?:its|their|the) (?:worst|height|peak|most))\b/i;

/** "At its height 31,000 homes were dark": of several values, the greatest is meant, unless the source itself calls this one so. */
function isMore({ figure, saysMost, words }: Clause, own: StoredFigure, other: StoredFigure): boolean {
  if (!saysMost || other.figure.low <= figure.high || SAYS_MOST.test(own.passage.text)) return false;
  const { head, terms } = other.figure.measure;
  if (figure.unit !== null) return words.some((word) => terms.includes(word));
  return head !== null && (head === own.figure.measure.head || head === figure.measure.head);
}

function hasVerb({ measure }: Figure, words: readonly string[]): boolean {
  return measure.verb !== null && words.includes(measure.verb);
}

function sameHead({ measure }: Figure, { figure }: StoredFigure): boolean {
  return measure.head !== null && measure.head === figure.measure.head;
}

function sameOutcome({ measure }: Figure, { figure }: StoredFigure): boolean {
  return measure.outcome !== null && measure.outcome === figure.measure.outcome;
}

const clauseOf = keptLast((fact: FigureFact): Clause => {
  const { figure, text } = fact;
  const claimant = figure.claimant ? stemsOf(figure.claimant.text) : new Set<string>();
  const sentence = sentenceOf(fact);
  return {
    figure,
    words: [...wordsOfDraft(text, figure)].filter((word) => !claimant.has(word)),
    subject: subjectOf(text.slice(figure.sentence.start, figure.start)),
    sentence,
    year: yearOf(sentence),
    saysMost: SAYS_MOST.test(sentence),
  };
});

const YEARS = /\b(?:19|20)\d\d\b/g;

function yearOf(sentence: string): string | null {
  const years = new Set(sentence.match(YEARS));
  return years.size === 1 ? ([...years][0] as string) : null;
}

const SUBJECT =
  /(?:^|[,;:]\s|\b(?:and|but|that|said|says)\s)(?:The\s)?(?:\p{Lu}[\p{L}'’-]+\s){0,4}(\p{Lu}[\p{L}-]+)(?:['’]s)?(?=,|\s\p{Ll})[^,;:]{0,60}$/u;

function subjectOf(before: string): string | null {
  const name = SUBJECT.exec(before)?.[1]?.toLowerCase();
  return name === undefined ? null : stem(name);
}

const NAMES = new RegExp(`(?<=\\s)${NAME_BEGINS}[\\p{L}'’-]+`, "gu");

function namesAnother(passage: string, sentence: string): boolean {
  return (passage.match(NAMES) ?? []).some((name) => !sentence.includes(name));
}

const POINTS_BACK = /\b(?:he|she|it|they|him|her|his|its|their|them|this|that|these|those)\b/i;
const NAME = /\s\p{Lu}\p{Ll}/u;
const CONTEXT = 500;

/** The stems of a passage; of the words before it, too, where it points back, or names nobody. */
function withContext({ passage, source }: StoredFigure, store: CorpusStore): ReadonlySet<string> {
  const words = stemsOf(passage.text);
  if (!POINTS_BACK.test(passage.text) && NAME.test(passage.text)) return words;
  const text = store.article(source)?.text ?? "";
  for (const word of stemsOf(text.slice(Math.max(0, passage.start - CONTEXT), passage.start))) words.add(word);
  return words;
}
