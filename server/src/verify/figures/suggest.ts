import type { Bound, Figure } from "../../extract/types.ts";
import type { FigureFact, FigureVerdict, Suggestion } from "../types.ts";
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
  if (verdict === "imprecise") return unique(grounds.map((one) => replacing(fact, one, "restore-bound")));
  if (verdict === "contradicted" || verdict === "mismatched")
    return unique(against.map((one) => replacing(fact, one, "use-figure")));
  if (verdict === "misattributed") return unique(grounds.flatMap((one) => attributing(fact, one)));
  return [];
}

function replacing({ figure }: FigureFact, { stored }: Candidate, kind: Suggestion["kind"]): Suggestion {
  const { boundSpan } = figure;
  const start =
    boundSpan && boundSpan.end <= figure.start && figure.start - boundSpan.end < 12 ? boundSpan.start : figure.start;
  const end =
    boundSpan && boundSpan.start >= figure.end && boundSpan.start - figure.end < 3 ? boundSpan.end : figure.end;
  const written = writtenFigure(stored.figure);
  const opens = start === figure.sentence.start;
  return {
    kind,
    span: { start, end },
    newText: opens ? written.charAt(0).toUpperCase() + written.slice(1) : written,
    source: stored.source,
  };
}

/** Takes a figure of a source; gives it as it would be written in a draft, its bound in front: "more than 1,600". */
export function writtenFigure({ bound, dimension, text }: Figure): string {
  const words = bound === "less-than" && dimension !== "count" ? "less than " : BOUND_WORDS[bound];
  return words + (/^[A-Z]/.test(text) && dimension !== "date" ? text.charAt(0).toLowerCase() + text.slice(1) : text);
}

function attributing({ figure }: FigureFact, { stored }: Candidate): Suggestion[] {
  const theirs = stored.figure.claimant;
  if (!theirs || !figure.claimant || theirs.kind === "unnamed") return [];
  const { start, end } = figure.claimant;
  return [{ kind: "attribute", span: { start, end }, newText: theirs.text, source: stored.source }];
}

function unique(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ newText }) => !seen.has(newText) && seen.add(newText)).slice(0, MOST);
}
