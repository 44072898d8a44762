import type { Bound, Figure } from "../../extract/types.ts";
import type { StoredFigure } from "../../store/types.ts";
import type { Span } from "../../text/span.ts";
import { claimantName } from "../names.ts";
import type { FigureFact, FigureVerdict, Suggestion } from "../types.ts";
import { isOneForm, mayReplace } from "./mends.ts";
import type { Ruling } from "./table.ts";
import type { Candidate } from "./types.ts";

const MOST = 3;

/** What is written for a bound that a source's figure has. */
const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: "",
  about: "about ",
  "more-than": "more than ",
  "at-least": "at least ",
  "less-than": "fewer than ",
  "at-most": "at most ",
};

/** Takes a fact, its verdict and what that rests on; gives edits that would mend it, likeliest first, at most three. */
export function suggest(fact: FigureFact, verdict: FigureVerdict, { grounds, against }: Ruling): Suggestion[] {
  if (verdict === "imprecise")
    return mends(
      fact,
      grounds.filter(({ stored }) => isOneForm(fact.figure, stored.figure)),
      "restore-bound",
    );
  if (verdict === "contradicted" || verdict === "mismatched")
    return mends(
      fact,
      against.filter((one) => mayReplace(fact, one)),
      "use-figure",
    );
  if (verdict === "misattributed") return unique(grounds.flatMap((one) => attributing(fact, one)));
  return [];
}

/** Of figures that say the same in other words ("more than 1,600", "over 1,600") one is offered, as most sources write it. */
function mends(fact: FigureFact, candidates: readonly Candidate[], kind: Suggestion["kind"]): Suggestion[] {
  const alike = new Map<string, Suggestion[]>();
  for (const one of candidates) {
    const meaning = meaningOf(one.stored.figure);
    alike.set(meaning, [...(alike.get(meaning) ?? []), ...replacing(fact, one, kind)]);
  }
  return unique([...alike.values()].flatMap(commonest));
}

function commonest(all: readonly Suggestion[]): Suggestion[] {
  const votes = (one: Suggestion) => all.filter(({ newText }) => newText === one.newText).length;
  return all.toSorted((a, b) => votes(b) - votes(a)).slice(0, 1);
}

/** A date is told by its words, for its value may leave out what they hold. */
function meaningOf({ dimension, unit, low, high, bound, text }: Figure): string {
  return (dimension === "date" ? [dimension, text] : [dimension, unit, low, high, bound]).join();
}

function replacing({ figure, text }: FigureFact, { stored }: Candidate, kind: Suggestion["kind"]): Suggestion[] {
  const span = spanWithBound(figure, text);
  const written = writtenFigure(stored);
  if (span === null || !standsAlone(stored.figure)) return [];
  const newText = span.start === figure.sentence.start ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  return newText === text.slice(span.start, span.end) ? [] : [{ kind, span, newText, source: stored.source }];
}

/** A range is written with what joins its ends: "600 million and 900 million" lacks the word before it. */
function standsAlone({ dimension, text, low, high, vague }: Figure): boolean {
  return low === high || vague || dimension === "date" || / (?:to|or) |[-–—]/.test(text);
}

/** Words that say how exactly the number is meant, beside those of its bound. */
const STRESS = /\b(?:exactly|precisely|only|just|merely|fully|a mere|a full) $/i;

/** The number with the words of its bound, which the source's take the place of; `null` where these stand apart from it. */
function spanWithBound({ start, end, boundSpan }: Figure, text: string): Span | null {
  const before = boundSpan !== null && boundSpan.end <= start;
  if (boundSpan !== null && (before ? start - boundSpan.end >= 12 : boundSpan.start - end >= 3)) return null;
  const from = before ? boundSpan.start : start;
  const stress = STRESS.exec(text.slice(Math.max(0, from - 12), from))?.[0].length ?? 0;
  return { start: from - stress, end: boundSpan !== null && !before ? Math.max(end, boundSpan.end) : end };
}

/** Takes a figure of a source; gives it as it would be written in a draft, its bound in front in the source's own words: "more than 1,600", "almost 80%". */
export function writtenFigure(stored: StoredFigure): string {
  const { text, dimension } = stored.figure;
  const number = /^[A-Z][a-z]/.test(text) && dimension !== "date" ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return boundOf(stored) + number;
}

/** The longest words of a bound that are taken over. */
const LONGEST_BOUND = 30;

function boundOf({ figure: { bound, boundSpan, dimension, start }, passage }: StoredFigure): string {
  const usual = bound === "less-than" && dimension !== "count" ? "less than " : BOUND_WORDS[bound];
  if (usual === "" || boundSpan === null || boundSpan.end > start) return usual;
  const before = passage.text.slice(boundSpan.start - passage.start, start - passage.start);
  const words = before.slice(0, boundSpan.end - boundSpan.start).replace(/\s+/g, " ");
  const touches = /^\s*$/.test(before.slice(words.length));
  return touches && words !== "" && words.length <= LONGEST_BOUND ? `${words.toLowerCase()} ` : usual;
}

function attributing({ figure, text }: FigureFact, { stored }: Candidate): Suggestion[] {
  const theirs = stored.figure.claimant;
  if (!theirs || !figure.claimant || theirs.kind === "unnamed") return [];
  const { start, end } = figure.claimant;
  const name = claimantName(theirs);
  const newText = OPENING.test(text.slice(Math.max(0, start - 20), start))
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : name;
  return [{ kind: "attribute", span: { start, end }, newText, source: stored.source }];
}

/** What stands before the first word of a sentence. */
const OPENING = /(?:^|[.!?]["”’»)\]]*\s+|\n\s*)["“‘«(]*$/;

function unique(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ newText }) => !seen.has(newText) && seen.add(newText)).slice(0, MOST);
}
