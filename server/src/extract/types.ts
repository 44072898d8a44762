import type { Mention, Span } from "../text/span.ts";

/** How a figure bounds its value: "1,600" is exact, "more than 1,600" is more-than. */
export type Bound = "exact" | "about" | "more-than" | "at-least" | "less-than" | "at-most";

/** What kind of quantity a figure is. */
export type Dimension =
  | "count"
  | "percent"
  | "money"
  | "duration"
  | "date"
  | "multiple"
  | "fraction"
  | "measure"
  | "ordinal";

/** What befell those that a figure counts; `null` in a measure where nothing is said of it. */
export type Outcome =
  | "killed"
  | "wounded"
  | "casualties"
  | "missing"
  | "displaced"
  | "detained"
  | "abducted"
  | "rescued"
  | "infected"
  | "arrested"
  | "evacuated"
  | "survived";

/** What part a figure plays in what is told: how far something rose or fell, what it came to, what it was before; an age or a span of time; a side of a score. */
export type Role = "rise" | "fall" | "level" | "before" | "past" | "age" | "span" | "score";

/** The stretch of time that a figure is for: "a month", "for the full year", "this season". */
export type Cycle = "day" | "week" | "month" | "quarter" | "half" | "year" | "season" | "career";

/**
 * A quantity as it is read from text, before its context is known.
 * `start` and `end` span the number with its scale word and its sign or currency, without bound words or the thing counted.
 */
export interface Quantity extends Mention {
  /** Lowest and highest value in the unit as written, scale words applied; equal for one value. Dates: days since 1970-01-01 (first and last day meant). */
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  readonly dimension: Dimension;
  /** "USD", "percent", "month", "km", …; `null` for a bare count. */
  readonly unit: string | null;
  /** True for amounts that are vague in themselves ("tens of thousands", "several hundred", "dozens"). */
  readonly vague: boolean;
  /** The step to which the writer rounded: 100 for "1,600", 0.1 million for "1.2 million", 1 for "1,291". */
  readonly precision: number;
  /** Where the bound words stand ("more than"), which may be apart from the figure ("or more"); `null` where none. */
  readonly boundSpan: Span | null;
}

/** What a figure measures. All words are lower-case lemmas, except in mentions. */
export interface Measure {
  /** The noun phrase counted, as written: "credible allegations"; `null` where the text names none. */
  readonly counted: string | null;
  /** Lemma of its head noun: "allegation". */
  readonly head: string | null;
  /** Lemmas of the words that modify the head: ["credible"]. */
  readonly modifiers: readonly string[];
  readonly outcome: Outcome | null;
  /** Lemma of the verb that governs the figure ("kill", "conduct", "interview"), where one was found. */
  readonly verb: string | null;
  /** True where the text denies it: "none of the 43 was killed". */
  readonly negated: boolean;
  /** Who did it ("US-led coalition"), where said beside the figure. */
  readonly actor: string | null;
  /** Place names near the figure, canonical lower-case, nearest first: ["raqqa", "syria"]. */
  readonly places: readonly string[];
  /** Period that the figure is about, days since 1970-01-01; `null` where the text gives none. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly role: Role | null;
  readonly cycle: Cycle | null;
  /** What is done with so many, of deeds that have an opposite ("score", "concede"), where it stands beside. */
  readonly deed: string | null;
  /** Stems of the content words of the clause, then of the rest of the sentence; for shortlisting and similarity, never alone for verdicts. */
  readonly terms: readonly string[];
}

/** Who says so. `key` is the canonical name under which one person or body is known throughout a text ("donatella rovera"). */
export interface Claimant extends Mention {
  readonly key: string;
  /** "person", "body" (an organisation, a report, an outlet), or "unnamed" ("a Pentagon spokesman"). */
  readonly kind: "person" | "body" | "unnamed";
  /** Other names of the same one in this text, and the body spoken for: ["rovera", "amnesty international"]. */
  readonly aliases: readonly string[];
}

/** A quantity in text with its context. */
export interface Figure extends Quantity {
  readonly measure: Measure;
  readonly claimant: Claimant | null;
  /** The sentence that holds it. */
  readonly sentence: Span;
}

/** Words between quotation marks, or a block quotation, given to a speaker. `start` and `end` are inside the marks. */
export interface Quotation extends Mention {
  /** The pieces of an interrupted quotation or of one that runs over paragraphs, inside the marks; one piece otherwise. */
  readonly parts: readonly Span[];
  readonly speaker: Claimant | null;
  readonly form: "inline" | "block";
  /** False for scare quotes, titles and nicknames: not speech, and left alone unless a source has the words. */
  readonly speech: boolean;
  /** False where a mark is missing and the end or the start was inferred. */
  readonly closed: boolean;
  /** The sentence or sentences that hold it, attribution included. */
  readonly sentence: Span;
}

/** All that is read from one text. Figures and quotations are in order of `start`; figures do not overlap one another. */
export interface Extraction {
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quotation[];
}

/** What helps to read a text. */
export interface ExtractOptions {
  /** ISO date (YYYY-MM-DD) of the text, against which "last month" is read. */
  readonly published?: string | null;
  /** The outlet of the text, the claimant of last resort. */
  readonly outlet?: string | null;
  /** BCP 47 language; decides how "1.600" is read. Default "en". */
  readonly language?: string | null;
}
