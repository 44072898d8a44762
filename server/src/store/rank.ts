import type { Figure } from "../extract/types.ts";
import { contextOf } from "./keys.ts";
import type { LookupLimits, StoredFigure } from "./types.ts";
import { agree, closeness, familyOf, type Magnitude, magnitudeOf } from "./values.ts";

/** Up to this many figures a store reads them all for a look-up, so that small corpora are answered alike by every store; above, it goes by keys. */
export const SCAN_UP_TO = 600;

/** What is asked for, worked out once for many candidates. */
interface Wanted {
  readonly magnitude: Magnitude;
  readonly context: ReadonlySet<string>;
  readonly figure: Figure;
}

/** Takes a draft's figure and candidates; gives those whose value agrees with it, those that share most of its context first. */
export function rankByValue(
  figure: Figure,
  candidates: Iterable<StoredFigure>,
  limits: LookupLimits,
): readonly StoredFigure[] {
  const wanted = prepare(figure);
  return best(candidates, limits, (candidate) => {
    const magnitude = magnitudeOf(candidate.figure);
    if (!agree(wanted.magnitude, magnitude)) return null;
    return likeness(wanted, candidate.figure) + closeness(wanted.magnitude, magnitude);
  });
}

/** Takes a draft's figure and candidates; gives those that may measure the same thing, likeliest first. */
export function rankByMeasure(
  figure: Figure,
  candidates: Iterable<StoredFigure>,
  limits: LookupLimits,
): readonly StoredFigure[] {
  const wanted = prepare(figure);
  return best(candidates, limits, (candidate) => {
    if (familyOf(candidate.figure)[0] !== wanted.magnitude.family) return null;
    return mayMeasureTheSame(wanted, candidate.figure) ? likeness(wanted, candidate.figure) : null;
  });
}

function prepare(figure: Figure): Wanted {
  return { magnitude: magnitudeOf(figure), context: new Set(contextOf(figure)), figure };
}

function mayMeasureTheSame(wanted: Wanted, figure: Figure): boolean {
  const { head, outcome } = wanted.figure.measure;
  if (head !== null && head === figure.measure.head) return true;
  if (outcome !== null && outcome === figure.measure.outcome) return true;
  const needed =
    (head === null && outcome === null) || (figure.measure.head === null && figure.measure.outcome === null);
  return sharedContext(wanted, figure) >= (needed ? 1 : 2);
}

/** Shared words of context; what is counted and what befell it weigh as three. */
function likeness(wanted: Wanted, figure: Figure): number {
  const { head, outcome } = wanted.figure.measure;
  let score = sharedContext(wanted, figure);
  if (head !== null && head === figure.measure.head) score += 2;
  if (outcome !== null && outcome === figure.measure.outcome) score += 2;
  return score;
}

function sharedContext(wanted: Wanted, figure: Figure): number {
  let shared = 0;
  for (const word of contextOf(figure)) if (wanted.context.has(word)) shared++;
  return shared;
}

function best(
  candidates: Iterable<StoredFigure>,
  limits: LookupLimits,
  scoreOf: (candidate: StoredFigure) => number | null,
): readonly StoredFigure[] {
  const scored: { candidate: StoredFigure; score: number }[] = [];
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    if (score !== null) scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || inOrder(a.candidate, b.candidate));
  return scored.slice(0, Math.max(0, limits.limit)).map((entry) => entry.candidate);
}

/** By source, then by place: the order of two that are equally like. */
function inOrder(a: StoredFigure, b: StoredFigure): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.figure.start - b.figure.start;
}
