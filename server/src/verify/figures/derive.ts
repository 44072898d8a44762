import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import { sentenceOf } from "../reach.ts";
import type { FigureFact } from "../types.ts";
import { compareBounds } from "./bounds.ts";
import { compareValues } from "./values.ts";

/** A sum that gives the draft's figure, with its operands and its text ("1,600 ÷ 318 ≈ 5.03"). */
export interface Sum {
  readonly operands: readonly Figure[];
  readonly value: number;
  readonly text: string;
}

type Sign = "+" | "−" | "÷";

/** What may be worked out for a figure of each dimension, and how the result turns into its unit. */
const WORKINGS: readonly {
  readonly dimensions: readonly Figure["dimension"][];
  readonly sign: Sign;
  readonly scale: number;
  /** True where operands must count the same thing. */
  readonly alike: boolean;
  readonly work: (a: number, b: number) => number;
  /** Words, one of which the sentence must hold where the result might be chance. */
  readonly cues: RegExp;
}[] = [
  { dimensions: ["multiple"], sign: "÷", scale: 1, alike: false, work: (a, b) => a / b, cues: /./ },
  { dimensions: ["percent"], sign: "÷", scale: 100, alike: false, work: (a, b) => a / b, cues: /./ },
  { dimensions: ["fraction"], sign: "÷", scale: 1, alike: false, work: (a, b) => a / b, cues: /./ },
  {
    dimensions: ["percent"],
    sign: "−",
    scale: 100,
    alike: true,
    work: (a, b) => Math.abs(a - b) / b,
    cues: /\b(?:ris|ros|grow|grew|grown|increas|drop|fall|fell|decreas|up|down|more|fewer|less|higher|lower)/i,
  },
  {
    dimensions: ["count", "money", "measure", "duration", "percent"],
    sign: "+",
    scale: 1,
    alike: true,
    work: (a, b) => a + b,
    cues: /\b(?:total|altogether|together|combined|in all|sum|both|and|with)\b/i,
  },
  {
    dimensions: ["count", "money", "measure", "duration", "percent"],
    sign: "−",
    scale: 1,
    alike: true,
    work: (a, b) => a - b,
    cues: /\b(?:leav|left|remain|other|rest|more|fewer|less|differen|gap|ris|ros|grow|grew|grown|increas|drop|fell|fall|by|extra|short)/i,
  },
  {
    dimensions: ["count", "money", "measure"],
    sign: "÷",
    scale: 1,
    alike: false,
    work: (a, b) => a / b,
    cues: /\b(?:average|each|per|apiece|every|a (?:head|person|post|piece|job|home|family|pupil|patient|share|year|month|week|day))\b/i,
  },
];

/** Sums and differences below this may be chance, and need a word that says so. */
const NO_CHANCE = 100;

/** Takes a fact and those of its neighbours that sources support; gives the sum from which the figure follows, `null` where there is none. */
export function derive(fact: FigureFact, supported: readonly Figure[]): Sum | null {
  const { figure } = fact;
  const sentence = sentenceOf(fact);
  for (const { dimensions, work, scale, sign, alike, cues } of WORKINGS) {
    if (!dimensions.includes(figure.dimension)) continue;
    if (!cues.test(sentence) && !(figure.low >= NO_CHANCE && figure.precision <= 1)) continue;
    const operands =
      alike && figure.dimension === "percent" ? supported.filter((one) => isAtHand(one, figure, sentence)) : supported;
    for (const [a, b] of pairsOf(operands, figure, alike)) {
      const value = work(a.low, b.low) * scale;
      if (follows(figure, value)) return { operands: [a, b], value, text: show(figure, a, b, sign, value) };
    }
  }
  return null;
}

/** A change in percent is of what its sentence tells, or of the sentence before where it points back: "Sales rose from 40 to 44. That is 10 percent more." */
function isAtHand(one: Figure, figure: Figure, sentence: string): boolean {
  return isSameSentence(one, figure) || POINTS_BACK.test(sentence);
}

const POINTS_BACK = /^\s*(?:That|This|It|They|These|Those|An?\s(?:rise|fall|drop|increase|decrease|cut))\b/;

/** Takes a fact that no sum bears out; gives what its neighbours come to where the sentence plainly puts them together ("eight times the coalition's 318"). */
export function nearestSum({ figure, text }: FigureFact, supported: readonly Figure[]): Sum | null {
  if (figure.dimension !== "multiple" || !COMPARES.test(text.slice(figure.end, figure.end + 40))) return null;
  const [pair] = pairsOf(supported, figure, false).filter(([a, b]) => a.low > b.low && isSameSentence(b, figure));
  if (!pair) return null;
  const value = pair[0].low / pair[1].low;
  return { operands: pair, value, text: show(figure, pair[0], pair[1], "÷", value) };
}

/** "eight times the coalition's 318", "twice as many as". */
const COMPARES =
  /^\s*(?:times\s+)?(?:the|that|what|its|their|as\s+(?:many|much|high)\s+as|more\s+than|higher\s+than)\b/i;

function isSameSentence(one: Figure, other: Figure): boolean {
  return one.sentence.start === other.sentence.start;
}

function pairsOf(figures: readonly Figure[], result: Figure, alike: boolean): [Figure, Figure][] {
  const usable = figures.filter(
    (one) =>
      !one.vague &&
      one.low > 0 &&
      one.low === one.high &&
      !["date", "ordinal", "multiple", "fraction"].includes(one.dimension),
  );
  return usable.flatMap((a) =>
    usable.filter((b) => b !== a && goTogether(a, b, result, alike)).map((b): [Figure, Figure] => [a, b]),
  );
}

/** Operands of a sum count the same thing as its result, as far as the text names it; a ratio only wants one dimension. */
function goTogether(a: Figure, b: Figure, result: Figure, alike: boolean): boolean {
  if (!alike && result.dimension === "money")
    return (
      a.dimension === "money" &&
      a.unit === result.unit &&
      b.dimension === "count" &&
      isSameSentence(a, b) &&
      isSameSentence(a, result)
    );
  if (a.dimension !== b.dimension || a.unit !== b.unit) return false;
  if (!alike) return a.dimension !== "percent" && mayBeParts(result, a, b);
  if (result.dimension !== "percent" && (result.dimension !== a.dimension || result.unit !== a.unit)) return false;
  return mayCountTheSame(a, b) && (result.dimension === "percent" || mayCountTheSame(a, result));
}

/** An average divides one thing by another; a share and a multiple are of one thing, a share of what it names, a multiple of what is told beside it. */
function mayBeParts(result: Figure, a: Figure, b: Figure): boolean {
  if (result.dimension === "count" || result.dimension === "measure") return true;
  if (!mayCountTheSame(a, b)) return false;
  if (result.dimension === "multiple") return Math.abs(a.start - result.start) < BESIDE;
  return mayCountTheSame(result, a) || mayCountTheSame(result, b);
}

const BESIDE = 300;

/** Words for a number itself, which name nothing counted. */
const NO_KIND = new Set("one gap difference total sum increase rise fall drop toll number average count".split(" "));

function mayCountTheSame(a: Figure, b: Figure): boolean {
  const one = a.measure.head;
  const other = b.measure.head;
  if (one === null || other === null || NO_KIND.has(one) || NO_KIND.has(other)) return true;
  return ["same", "wider", "narrower"].includes(compareKinds(one, other));
}

/** "one in three" is about 0.355. */
const ABOUT_FRACTION = 0.1;

/** Takes the draft's figure and a number worked out; says whether the number bears the figure out. */
export function follows(figure: Figure, value: number): boolean {
  if (!Number.isFinite(value) || value <= 0) return false;
  const worked: Figure = {
    ...figure,
    low: value,
    high: value,
    bound: "exact",
    vague: false,
    precision: Math.abs(value) * 1e-6,
    text: String(value),
  };
  if (isOpen(figure) && Math.abs(value - figure.low) > OPEN_REACH * figure.low) return false;
  const relation = compareValues(figure, worked);
  const claim = compareBounds(figure, worked, relation);
  if (
    figure.dimension === "fraction" &&
    figure.bound === "about" &&
    Math.abs(value - figure.low) <= figure.low * ABOUT_FRACTION
  )
    return true;
  return claim === "follows" || (claim === "loose" && (figure.bound === "about" || relation === "equal"));
}

/** So near a number worked out must come to one that the draft only bounds: nearly any quotient is "below 20". */
const OPEN_REACH = 0.15;

function isOpen({ bound, dimension }: Figure): boolean {
  return dimension !== "multiple" && bound !== "exact" && bound !== "about";
}

const SIGNS_EXACT = 1e-9;

function show(figure: Figure, a: Figure, b: Figure, sign: Sign, value: number): string {
  const shown = round(value);
  const equals = Math.abs(shown - value) <= SIGNS_EXACT * Math.abs(value) ? "=" : "≈";
  const unit = figure.dimension === "percent" ? " percent" : "";
  const left =
    figure.dimension === "percent" && sign === "−"
      ? `(${digits(Math.max(a.low, b.low))} − ${digits(Math.min(a.low, b.low))}) ÷ ${digits(b.low)}`
      : `${digits(a.low)} ${sign} ${digits(b.low)}`;
  return `${left} ${equals} ${digits(shown)}${unit}`;
}

function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

function digits(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 4 });
}

/** Takes operands, a sign and what they come to; gives the sum as text: "26 + 7 = 33". */
export function showSum(operands: readonly Figure[], sign: Sign, value: number): string {
  return `${operands.map(({ low }) => digits(low)).join(` ${sign} `)} = ${digits(value)}`;
}
