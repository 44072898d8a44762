import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage } from "../../store/types.ts";
import { familyOf } from "../../store/values.ts";
import type { FigureFact } from "../types.ts";
import { follows, showSum } from "./derive.ts";
import { type SourceSum, sentencesOf } from "./sums.ts";

/** An earlier and a later value of one thing, as a sentence gives them. */
interface Change {
  readonly from: Figure;
  readonly to: Figure;
}

/** What may be worked out from a change, by the dimension of the draft's figure. */
type Working = (change: Change) => number;

const RISE: Working = ({ from, to }) => Math.abs(to.low - from.low);
const SHARE: Working = ({ from, to }) => Math.abs(to.low - from.low) / from.low;

const WORKINGS: Readonly<
  Partial<Record<Figure["dimension"], readonly { readonly work: Working; readonly text: (one: Change) => string }[]>>
> = {
  percent: [{ work: (one) => 100 * SHARE(one), text: showShare }],
  fraction: [{ work: SHARE, text: showShare }],
  multiple: [
    { work: ({ from, to }) => to.low / from.low, text: ({ from, to }) => showSum([to, from], "÷", to.low / from.low) },
  ],
};

/** Words of the draft's sentence that the source's must share. */
const LEAST_SHARED = 1;

/**
 * Takes a fact and the sources that may be about the same; gives the change that one sentence tells of from which it follows: "a drop of 28 percent" and
 * "17 fewer" of "fell from 61 to 44". `null` where none does, or where it goes the other way.
 */
export function changeInSource(fact: FigureFact, sources: readonly string[], store: CorpusStore): SourceSum | null {
  const { figure } = fact;
  if (figure.vague || figure.low !== figure.high || figure.low <= 0) return null;
  const { role } = figure.measure;
  const way = role === "rise" || role === "fall" ? role : null;
  for (const source of sources) {
    for (const [passage, figures] of sentencesOf(source, store)) {
      if (!isAbout(figure, figures)) continue;
      const sum = workOut(figure, changesIn(passage, figures), way);
      if (sum) return { ...sum, source, passage };
    }
  }
  return null;
}

function isAbout(figure: Figure, figures: readonly Figure[]): boolean {
  const theirs = new Set(figures.flatMap(({ measure }) => measure.terms));
  return figure.measure.terms.filter((term) => theirs.has(term)).length >= LEAST_SHARED;
}

const FROM = /\b(?:from|compared (?:with|to)|against|over)\s+(?:(?:the|a|about|some|just|nearly|almost)\s+)*$/i;
const TO = /\b(?:to|at)\s+(?:(?:the|a|about|some|just|nearly|almost)\s+)*$/i;

/** "from 61 to 44", "8,200, down from 11,500", "$2.14 billion, over this year's $2.06 billion". */
function changesIn({ text, start }: Passage, figures: readonly Figure[]): Change[] {
  const usable = figures.filter(
    (one) => USABLE.has(one.dimension) && one.low === one.high && !one.vague && one.low > 0,
  );
  return usable.slice(1).flatMap((second, i): Change[] => {
    const first = usable[i] as Figure;
    if (familyOf(first)[0] !== familyOf(second)[0] || first.unit !== second.unit) return [];
    const before = (one: Figure) => text.slice(Math.max(0, one.start - start - 32), one.start - start);
    if (FROM.test(before(first)) && TO.test(before(second))) return [{ from: first, to: second }];
    return FROM.test(before(second)) ? [{ from: second, to: first }] : [];
  });
}

const USABLE = new Set<Figure["dimension"]>(["count", "money", "measure", "percent"]);

function workOut(figure: Figure, changes: readonly Change[], way: "rise" | "fall" | null) {
  for (const change of changes) {
    const { from, to } = change;
    if (way !== null && to.low > from.low !== (way === "rise")) continue;
    const operands = to.low > from.low ? [to, from] : [from, to];
    if (isOfUnit(figure, from)) {
      const value = Number(RISE(change).toPrecision(10));
      if (way !== null && follows(figure, value)) return { operands, value, text: showSum(operands, "−", value) };
    }
    for (const { work, text } of (from.dimension !== "percent" && WORKINGS[figure.dimension]) || []) {
      const value = work(change);
      if (follows(figure, value)) return { operands, value, text: text(change) };
    }
  }
  return null;
}

/** A difference is in the unit of what it is between; of percentages, in points. */
function isOfUnit(figure: Figure, one: Figure): boolean {
  if (one.dimension === "percent") return figure.dimension === "percent" || figure.measure.head === "point";
  return figure.dimension === one.dimension && figure.unit === one.unit;
}

function showShare({ from, to }: Change): string {
  const [high, low] = to.low > from.low ? [to, from] : [from, to];
  const share = Number((100 * SHARE({ from, to })).toPrecision(3));
  return `(${high.text} − ${low.text}) ÷ ${from.text} ≈ ${share} percent`;
}
