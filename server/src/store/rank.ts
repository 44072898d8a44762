import type { Figure } from "../extract/types.ts";
import { CLAIMANT, contextOf } from "./keys.ts";
import type { LookupLimits, StoredFigure } from "./types.ts";
import { agree, closeness, familyOf, type Magnitude, magnitudeOf } from "./values.ts";

/** Up to this many figures a store reads them all for a look-up, so that small corpora are answered alike by every store; above, it goes by keys. */
export const SCAN_UP_TO = 600;

/** What is asked for, worked out once for many candidates. */
interface Wanted {
  readonly magnitude: Magnitude;
  readonly context: Context;
  readonly figure: Figure;
}

/** Holds candidates against a figure as they come, and keeps the best. */
export interface Ranking {
  add(candidate: StoredFigure): void;
  /** How many are kept: no more than are asked for. */
  readonly size: number;
  /** The best in order. */
  best(): readonly StoredFigure[];
}

/** Takes a draft's figure and how many to keep; gives a ranking of those whose value agrees with it, those that share most of its context first. */
export function rankingByValue(figure: Figure, limits: LookupLimits): Ranking {
  const wanted = prepare(figure);
  return new Best(limits, (candidate) => {
    const magnitude = magnitudeOf(candidate.figure);
    if (!agree(wanted.magnitude, magnitude)) return null;
    const shared = wanted.context.sharedWith(candidate.figure);
    return likeness(wanted, candidate.figure, shared) + closeness(wanted.magnitude, magnitude);
  });
}

/** Takes a draft's figure and how many to keep; gives a ranking of those that may measure the same thing, likeliest first. */
export function rankingByMeasure(figure: Figure, limits: LookupLimits): Ranking {
  const wanted = prepare(figure);
  return new Best(limits, (candidate) => {
    if (familyOf(candidate.figure)[0] !== wanted.magnitude.family) return null;
    const shared = wanted.context.sharedWith(candidate.figure);
    return mayMeasureTheSame(wanted, candidate.figure, shared) ? likeness(wanted, candidate.figure, shared) : null;
  });
}

/** Takes a ranking and candidates; gives the best of them in order. */
export function rank(ranking: Ranking, candidates: Iterable<StoredFigure>): readonly StoredFigure[] {
  for (const candidate of candidates) ranking.add(candidate);
  return ranking.best();
}

function prepare(figure: Figure): Wanted {
  return { magnitude: magnitudeOf(figure), context: new Context(contextOf(figure)), figure };
}

function mayMeasureTheSame(wanted: Wanted, figure: Figure, shared: number): boolean {
  const { head, outcome } = wanted.figure.measure;
  if (head !== null && head === figure.measure.head) return true;
  if (outcome !== null && outcome === figure.measure.outcome) return true;
  const needed =
    (head === null && outcome === null) || (figure.measure.head === null && figure.measure.outcome === null);
  return shared >= (needed ? 1 : 2);
}

/** Shared words of context; what is counted and what befell it weigh as three. */
function likeness(wanted: Wanted, figure: Figure, shared: number): number {
  const { head, outcome } = wanted.figure.measure;
  let score = shared;
  if (head !== null && head === figure.measure.head) score += 2;
  if (outcome !== null && outcome === figure.measure.outcome) score += 2;
  return score;
}

/** The words that tell what a figure is about. Candidates are held against them as they come, without a list of the words of each. */
class Context {
  private readonly places = new Map<string, number>();
  /** By claimant's key, where those words name one. */
  private readonly claimants = new Map<string, number>();
  /** For each word the last candidate that had it, for one may have it twice. */
  private readonly seen: Uint32Array;
  private candidate = 0;
  private shared = 0;

  constructor(words: readonly string[]) {
    for (const [at, word] of words.entries()) {
      this.places.set(word, at);
      if (word.startsWith(CLAIMANT)) this.claimants.set(word.slice(CLAIMANT.length), at);
    }
    this.seen = new Uint32Array(words.length);
  }

  /** Takes a figure; gives how many of the words stand in its context. */
  sharedWith({ measure, claimant }: Figure): number {
    this.candidate++;
    this.shared = 0;
    if (measure.head !== null) this.count(this.places.get(measure.head));
    if (measure.outcome !== null) this.count(this.places.get(measure.outcome));
    const { terms, places } = measure;
    for (let i = 0; i < terms.length; i++) this.count(this.places.get(terms[i] as string));
    for (let i = 0; i < places.length; i++) this.count(this.places.get(places[i] as string));
    if (claimant !== null) this.count(this.claimants.get(claimant.key));
    return this.shared;
  }

  private count(at: number | undefined): void {
    if (at === undefined || this.seen[at] === this.candidate) return;
    this.seen[at] = this.candidate;
    this.shared++;
  }
}

interface Scored {
  readonly candidate: StoredFigure;
  readonly score: number;
}

/** The best by score. Only as many as are asked for are kept, in order: most of thousands fall out at the first comparison. */
class Best implements Ranking {
  private readonly most: number;
  private readonly kept: Scored[] = [];
  private readonly scoreOf: (candidate: StoredFigure) => number | null;

  constructor(limits: LookupLimits, scoreOf: (candidate: StoredFigure) => number | null) {
    this.most = Math.max(0, limits.limit);
    this.scoreOf = scoreOf;
  }

  get size(): number {
    return this.kept.length;
  }

  add(candidate: StoredFigure): void {
    const { kept, most } = this;
    const score = this.scoreOf(candidate);
    if (score === null) return;
    const last = kept[most - 1];
    if (kept.length >= most && (last === undefined || score < last.score)) return;
    const entry = { candidate, score };
    if (last === undefined || compare(entry, last) < 0) insert(kept, entry, most);
  }

  best(): readonly StoredFigure[] {
    return this.kept.map(({ candidate }) => candidate);
  }
}

function insert(kept: Scored[], entry: Scored, most: number): void {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(kept[middle] as Scored, entry) <= 0) low = middle + 1;
    else high = middle;
  }
  kept.splice(low, 0, entry);
  if (kept.length > most) kept.pop();
}

function compare(a: Scored, b: Scored): number {
  return b.score - a.score || inOrder(a.candidate, b.candidate);
}

/** By source, then by place: the order of two that are equally like. */
function inOrder(a: StoredFigure, b: StoredFigure): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.figure.start - b.figure.start;
}
