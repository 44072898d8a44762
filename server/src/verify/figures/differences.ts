import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import { follows, showSum } from "./derive.ts";
import { stemsOf } from "./segments.ts";
import { type SourceSum, sentencesOf } from "./sums.ts";

/** "four fewer than prosecutors wanted", "three points less than the union had demanded": the word that says which way, and with what it is compared. */
const COMPARED =
  /^\s*(?:\p{L}+\s){0,2}?(more|higher|longer|greater|fewer|less|lower|shorter|fewer)\s(?:\p{L}+\s){0,2}?than\s([^.,;:()]{3,80})/iu;
const MORE = /^(?:more|higher|longer|greater)$/i;

/**
 * Takes a fact, the sources that may be about the same, and the store; gives the difference between a figure of the draft's own sentence and a source's figure for what the
 * draft compares it with, which comes to the fact's number; `null` where there is none. Source and draft must share words of that comparison.
 */
export function differenceInSource(fact: FigureFact, sources: readonly string[], store: CorpusStore): SourceSum | null {
  const { figure, text, neighbours } = fact;
  if (figure.vague || figure.low !== figure.high || figure.low <= 0) return null;
  const said = COMPARED.exec(text.slice(figure.end, figure.sentence.end));
  if (said === null) return null;
  const words = stemsOf(said[2] ?? "");
  const bases = neighbours.filter((one) => isBase(one, figure));
  if (words.size === 0 || bases.length === 0) return null;
  const sign = MORE.test(said[1] ?? "") ? 1 : -1;
  for (const source of sources) {
    for (const [passage, figures] of sentencesOf(source, store)) {
      const known = stemsOf(passage.text);
      if (![...words].some((word) => known.has(word))) continue;
      const sum = workOut(figure, bases, figures, sign);
      if (sum) return { ...sum, source, passage };
    }
  }
  return null;
}

/** An exact number of the same sentence, in the unit of the difference as far as that has one: points lie between percentages, and a bare number between any. */
function isBase(one: Figure, figure: Figure): boolean {
  if (one.sentence.start !== figure.sentence.start || one.start >= figure.start || !isPlain(one)) return false;
  if (one.dimension === figure.dimension && one.unit === figure.unit) return true;
  return figure.dimension === "count" && figure.unit === null && BARE.has(figure.measure.head);
}

/** A word of degree may be read as what is counted: "four fewer". */
const BARE = new Set<string | null>([null, "point", "more", "fewer", "less"]);
const USABLE = new Set<Figure["dimension"]>(["count", "money", "measure", "percent", "duration"]);

function isPlain({ dimension, vague, low, high }: Figure): boolean {
  return USABLE.has(dimension) && !vague && low === high && low > 0;
}

function workOut(figure: Figure, bases: readonly Figure[], figures: readonly Figure[], sign: 1 | -1) {
  for (const base of bases) {
    for (const other of figures) {
      if (!isPlain(other) || other.dimension !== base.dimension || other.unit !== base.unit) continue;
      const value = Number((sign * (base.low - other.low)).toPrecision(10));
      const operands = sign === 1 ? [base, other] : [other, base];
      if (value > 0 && follows(figure, value)) return { operands, value, text: showSum(operands, "−", value) };
    }
  }
  return null;
}
