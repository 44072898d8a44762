import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage } from "../../store/types.ts";
import { follows, type Sum, showSum } from "./derive.ts";
import type { Candidate, Found } from "./types.ts";

/** A sum of figures that stand in one sentence of a source. */
export interface SourceSum extends Sum {
  readonly source: string;
  readonly passage: Passage;
}

/** Sentences of sources that are tried, the best fitting first. */
const MOST_PASSAGES = 8;
/** Words that such a sentence must share with the draft's. */
const LEAST_SHARED = 2;
const MOST_PARTS = 6;

/** Takes a figure and what was found for it; gives the sum or difference of figures in one sentence about the same that comes to it, `null` where there is none. */
export function sumInSource({ figure, same, other }: Found, store: CorpusStore): SourceSum | null {
  if (
    figure.vague ||
    figure.low !== figure.high ||
    ["date", "ordinal", "multiple", "fraction"].includes(figure.dimension)
  )
    return null;
  for (const { stored } of passagesOf([...same, ...other])) {
    const parts = partsIn(stored.passage, figure, store);
    const sum = parts && workOut(figure, parts);
    if (sum) return { ...sum, source: stored.source, passage: stored.passage };
  }
  return null;
}

function passagesOf(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ stored }) => {
    const key = `${stored.source} ${stored.passage.start}`;
    return !seen.has(key) && seen.size < MOST_PASSAGES && seen.add(key);
  });
}

/** The figures of a sentence that may be parts of the draft's: `null` where the sentence tells of something else. */
function partsIn(passage: Passage, figure: Figure, store: CorpusStore): Figure[] | null {
  const parts = store
    .figuresOf(passage.source)
    .map((one) => one.figure)
    .filter((one) => one.start >= passage.start && one.end <= passage.end && mayBePart(one, figure));
  if (parts.length < 2 || parts.length > MOST_PARTS || tellsOfParts(passage, parts)) return null;
  return isAbout(figure, parts) ? parts : null;
}

function mayBePart(part: Figure, whole: Figure): boolean {
  if (part.dimension !== whole.dimension || part.vague || part.low !== part.high || part.low <= 0) return false;
  if (part.unit !== whole.unit && whole.unit !== "basis point") return false;
  const [one, other] = [part.measure.head, whole.measure.head];
  if (whole.dimension !== "count" || one === null || other === null) return true;
  const kinds = compareKinds(one, other);
  return kinds !== "apart" && kinds !== "unknown";
}

/** "43 people, 12 of them children": one is part of the other, and nothing adds up. */
function tellsOfParts({ text, start }: Passage, parts: readonly Figure[]): boolean {
  return parts.some(({ end }) =>
    /^\s*(?:[\p{L}-]+\s+)?(?:of|out of)\s+(?:them|whom|those|these|which|the\s+\d)/iu.test(text.slice(end - start)),
  );
}

function isAbout(figure: Figure, parts: readonly Figure[]): boolean {
  const theirs = new Set(parts.flatMap(({ measure }) => measure.terms));
  return figure.measure.terms.filter((term) => theirs.has(term)).length >= LEAST_SHARED;
}

function workOut(figure: Figure, parts: readonly Figure[]): Sum | null {
  const total = parts.reduce((all, { low }) => all + low, 0);
  if (figure.dimension !== "percent" && follows(figure, total))
    return { operands: parts, value: total, text: showSum(parts, "+", total) };
  const [a, b] = [...parts].sort((one, other) => other.low - one.low);
  if (figure.dimension === "count" || parts.length !== 2 || !a || !b) return null;
  const scale = figure.unit === "basis point" ? 100 : 1;
  const gap = Number(((a.low - b.low) * scale).toPrecision(10));
  return follows(figure, gap) ? { operands: [a, b], value: gap, text: showSum([a, b], "−", gap / scale) } : null;
}
