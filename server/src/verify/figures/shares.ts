import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import { follows } from "./derive.ts";
import { type SourceSum, sentencesOf } from "./sums.ts";

/** "87 percent of the 4,712 members", "78 of 312 bridges": what stands between a share or a part and its whole. */
const OF = /^\s*(?:out\s)?of\s(?:(?:the|its|their|all|some|about)\s)*(?:\p{L}+['’]s\s)?$/iu;

/**
 * Takes a fact, the sources that may be about the same, and the store; gives the share that one sentence of a source tells of, from which the fact follows: "87 percent of
 * the 4,712" of "of 4,712 members, 4,103 voted", "78 of 312" of "one in four of the 312". The draft names the very whole, or the source joins part and whole: "three in four drivers"
 * and "some 3,700 drivers" of "71 percent of the 5,240 members". `null` where there is none.
 */
export function shareInSource(fact: FigureFact, sources: readonly string[], store: CorpusStore): SourceSum | null {
  const { figure, text, neighbours } = fact;
  if (figure.vague || figure.low <= 0) return null;
  const whole = neighbours.find(
    (one) => isPlain(one) && one.start >= figure.end && OF.test(text.slice(figure.end, one.start)),
  );
  if (whole === undefined) return partInSource(figure, sources, store);
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

/** Words that draft and source share where no whole tells that both are of the same. */
const LEAST_ALIKE = 2;

/** "920 of its 1,150 services", "70 percent of Lissa's 40,000": a share or a part that the source itself joins with its whole. */
function partInSource(figure: Figure, sources: readonly string[], store: CorpusStore): SourceSum | null {
  const isCount = figure.dimension === "count" && figure.unit === null && figure.low > FEW;
  if (!isCount && figure.dimension !== "fraction") return null;
  for (const source of sources) {
    for (const [passage, figures] of sentencesOf(source, store)) {
      for (const [i, whole] of figures.entries()) {
        const part = figures[i - 1];
        if (part === undefined || part.vague || part.low !== part.high || !isPlain(whole)) continue;
        if (!OF.test(passage.text.slice(part.end - passage.start, whole.start - passage.start))) continue;
        if (countShared(figure, [part, whole]) < LEAST_ALIKE) continue;
        const sum = isCount ? partOf(figure, whole, [part]) : shareOf(figure, whole, [part]);
        if (sum) return { ...sum, source, passage };
      }
    }
  }
  return null;
}

/** A small number comes out of some share by chance. */
const FEW = 20;

function countShared({ measure }: Figure, figures: readonly Figure[]): number {
  return measure.terms.filter((term) => figures.some((one) => one.measure.terms.includes(term))).length;
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
