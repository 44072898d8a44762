import { compareKinds, isPerson, kindOf } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage, StoredFigure } from "../../store/types.ts";
import { stem } from "../../text/stem.ts";
import { Recent } from "../recent.ts";
import { follows, type Sum, showSum } from "./derive.ts";
import { outcomesFit } from "./measures.ts";

/** A sum of figures that stand in one sentence of a source. */
export interface SourceSum extends Sum {
  readonly source: string;
  readonly passage: Passage;
}

/** Words that such a sentence must share with the draft's. */
const LEAST_SHARED = 1;
const MOST_PARTS = 6;

/** Takes a figure, the sources that may be about the same, and the store; gives the sum or difference of figures in one sentence about the same that comes to it, `null` where there is none. */
export function sumInSource(figure: Figure, sources: readonly string[], store: CorpusStore): SourceSum | null {
  if (figure.vague || figure.low !== figure.high || NEVER.has(figure.dimension)) return null;
  for (const source of sources) {
    for (const [passage, figures] of sentencesOf(source, store)) {
      const parts = partsIn(passage, figures, figure);
      const sum = parts && workOut(figure, parts);
      if (sum) return { ...sum, source, passage };
    }
  }
  return null;
}

const NEVER = new Set<Figure["dimension"]>(["date", "ordinal", "multiple", "fraction"]);

/** Takes a source and the store; gives its sentences that hold figures, with those. */
export function sentencesOf(source: string, store: CorpusStore): readonly [Passage, Figure[]][] {
  const figures = store.figuresOf(source);
  const known = knownSentences.get(figures);
  if (known !== undefined) return known;
  const sentences = new Map<number, [Passage, Figure[]]>();
  for (const { passage, figure } of figures) {
    const sentence = sentences.get(passage.start);
    if (sentence) sentence[1].push(figure);
    else sentences.set(passage.start, [passage, [figure]]);
  }
  const made = [...sentences.values()];
  knownSentences.set(figures, made);
  return made;
}

/** Several readers, and the figures of a paragraph, look through the same few sources. */
const knownSentences = new Recent<readonly StoredFigure[], readonly [Passage, Figure[]][]>(16);

/** The figures of a sentence that may be parts of the draft's: `null` where the sentence tells of something else. */
function partsIn(passage: Passage, figures: readonly Figure[], figure: Figure): Figure[] | null {
  const parts = figures.filter((one) => mayBePart(one, figure));
  if (parts.length < 2 || parts.length > MOST_PARTS || tellsOfParts(passage, parts)) return null;
  return isAbout(figure, parts) ? parts : null;
}

function mayBePart(part: Figure, whole: Figure): boolean {
  if (part.dimension !== whole.dimension || part.vague || part.low !== part.high || part.low <= 0) return false;
  if (part.unit !== whole.unit && whole.unit !== "basis point") return false;
  const [theirs, ours] = [part.measure.outcome, whole.measure.outcome];
  if (theirs !== null && ours !== null && !outcomesFit(theirs, ours)) return false;
  const [one, other] = [part.measure.head, whole.measure.head];
  if (whole.dimension !== "count" || other === null) return true;
  if (one === null) return false;
  if (whole.measure.terms.slice(0, NEAR).includes(stem(one)) && one !== other) return true;
  const kinds = compareKinds(one, other);
  return kinds === "unknown" ? kindOf(other) === null && isPerson(one) : kinds !== "apart";
}

/** "nearly 250 photographs and videos": both are named beside the whole. */
const NEAR = 3;

/** "43 people, 12 of them children": one is part of the other, and nothing adds up. */
function tellsOfParts({ text, start }: Passage, parts: readonly Figure[]): boolean {
  if (parts.some((one) => /(?:^|[.;,]\s)Of\s(?:the\s|its\s)?$/i.test(text.slice(0, one.start - start)))) return true;
  return parts.some(({ end }) =>
    /^\s*(?:[\p{L}-]+\s+)?(?:of|out of)\s+(?:them|whom|those|these|which|the\s+\d)/iu.test(text.slice(end - start)),
  );
}

function isAbout(figure: Figure, parts: readonly Figure[]): boolean {
  const theirs = new Set(parts.flatMap(({ measure }) => measure.terms));
  return figure.measure.terms.filter((term) => theirs.has(term)).length >= LEAST_SHARED;
}

/** A number that stands in the sentence by itself is no sum of it and something small. */
function workOut(figure: Figure, parts: readonly Figure[]): Sum | null {
  if (parts.some(({ low }) => follows(figure, low))) return null;
  const total = parts.reduce((all, { low }) => all + low, 0);
  if (figure.dimension !== "percent" && Math.abs(total - figure.low) <= figure.precision && follows(figure, total))
    return { operands: parts, value: total, text: showSum(parts, "+", total) };
  const [a, b] = [...parts].sort((one, other) => other.low - one.low);
  if (figure.dimension === "count" || parts.length !== 2 || !a || !b) return null;
  const scale = figure.unit === "basis point" ? 100 : 1;
  const gap = Number(((a.low - b.low) * scale).toPrecision(10));
  return follows(figure, gap) ? { operands: [a, b], value: gap, text: showSum([a, b], "−", gap / scale) } : null;
}
