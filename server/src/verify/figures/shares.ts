import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import { follows } from "./derive.ts";
import { type SourceSum, sentencesOf } from "./sums.ts";

/** "87 percent of the 4,712 members", "78 of 312 bridges": what stands between a share or a part and its whole. */
const OF = /^\s*(?:out\s)?of\s(?:(?:the|its|their|all|some|about)\s)*(?:\p{L}+['’]s\s)?$/iu;

/**
 * Takes a fact, the sources that may be about the same, and the store; gives the share that one sentence of a source tells of, from which the fact follows: "87 percent of
 * the 4,712" of "of 4,712 members, 4,103 voted", "78 of 312" of "one in four of the 312". The draft must name the very whole. `null` where there is none.
 */
export function shareInSource(fact: FigureFact, sources: readonly string[], store: CorpusStore): SourceSum | null {
  const { figure, text, neighbours } = fact;
  if (figure.vague || figure.low <= 0) return null;
  const whole = neighbours.find(
    (one) => isPlain(one) && one.start >= figure.end && OF.test(text.slice(figure.end, one.start)),
  );
  if (whole === undefined) return null;
  for (const source of sources) {
    for (const [passage, figures] of sentencesOf(source, store)) {
      const theirs = figures.find((one) => isPlain(one) && one.low === whole.low && one.unit === whole.unit);
      if (theirs === undefined || !sharesWord(figure, figures)) continue;
      const others = figures.filter((one) => one !== theirs && !one.vague && one.low === one.high);
      const sum = figure.dimension === "count" ? partOf(figure, theirs, others) : shareOf(figure, theirs, others);
      if (sum) return { ...sum, source, passage };
    }
  }
  return null;
}

function isPlain({ dimension, vague, low, high }: Figure): boolean {
  return dimension === "count" && !vague && low === high && low > 0;
}

function sharesWord({ measure }: Figure, figures: readonly Figure[]): boolean {
  return figures.some((one) => one.measure.terms.some((term) => measure.terms.includes(term)));
}

const SCALES: Readonly<Partial<Record<Figure["dimension"], number>>> = { percent: 100, fraction: 1 };

function shareOf(figure: Figure, whole: Figure, others: readonly Figure[]) {
  const scale = SCALES[figure.dimension];
  if (scale === undefined) return null;
  for (const part of others) {
    const value = (scale * part.low) / whole.low;
    if (isPlain(part) && part.low < whole.low && follows(figure, value))
      return { operands: [part, whole], value, text: `${part.text} ÷ ${whole.text} ≈ ${shown(value, figure)}` };
  }
  return null;
}

function partOf(figure: Figure, whole: Figure, others: readonly Figure[]) {
  for (const share of others) {
    const scale = SCALES[share.dimension];
    if (scale === undefined) continue;
    const value = (share.low / scale) * whole.low;
    if (follows(figure, value))
      return { operands: [share, whole], value, text: `${share.text} × ${whole.text} ≈ ${shown(value, figure)}` };
  }
  return null;
}

function shown(value: number, { dimension }: Figure): string {
  const digits = value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
  return dimension === "percent" ? `${digits} percent` : digits;
}
