import type { Figure } from "../../extract/types.ts";
import { stem } from "../../text/stem.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** One number of a sentence with the words that go with it. */
interface Segment {
  readonly start: number;
  readonly end: number;
  /** Stems of its words; `tail`: of the last word before the number and all behind it. */
  readonly words: ReadonlySet<string>;
  readonly tail: ReadonlySet<string>;
  /** True where nobody is named before the number: it goes with the subject of the one before. */
  readonly leaning: boolean;
  /** True where no noun stands behind the number. */
  readonly elided: boolean;
}

const NUMBER =
  /(?<![\p{L}\d])(\p{Sc}\s?)?(\d[\d,.]*\d|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)(?![\p{L}]))(\s?%|\s(?:percent|per\scent)\b)?([\s-](?:year|month|week|day|hour|minute|second)s?\b)?/giu;
const YEAR = /^(?:19|20)\d\d$/;
const CUT = /[,;:—–]|\b(?:and|while|but|whereas|against|or)\b/g;
const MOST_NUMBERS = 12;

/** Takes a sentence with the place of one of its figures; says whether it holds another number of its kind. */
export function hasRival(sentence: string, at: number, figure: Figure): boolean {
  return numbersLike(sentence, at, figure).length > 1;
}

/**
 * Takes a fact and a candidate with its value; says whether the sentence of the source gives the value to one thing and another number to just what the draft
 * tells of: "the Civic Union will have 90 seats, the National Front 81", where the draft gives the National Front 90. Words go with the number that they
 * stand beside, up to the next comma or "and".
 */
export function isOtherPart({ figure, text }: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const at = theirs.start - passage.start;
  if (RESPECTIVELY.test(passage.text) || figure.measure.role === "age" || theirs.measure.role === "age") return false;
  const segments = segmentsOf(passage.text, numbersLike(passage.text, at, theirs));
  const own = segments.find(({ start, end }) => start <= at + theirs.text.length && at < end);
  if (segments.length < 2 || own === undefined || POINTS_BACK.test(passage.text.slice(own.start, at))) return false;
  const draft = wordsOfDraft(text, figure);
  const near = new Set(figure.measure.terms.slice(0, NEAR).filter((term) => draft.has(term)));
  const named = namesOf(text, figure, draft);
  const sameHead = figure.measure.head !== null && figure.measure.head === theirs.measure.head;
  return segments.some((one) => {
    if (one === own || (sameHead && !one.elided)) return false;
    const ours = one.leaning && one.start > own.start ? own.tail : own.words;
    return (
      share(near, one.words, own.words) + share(named, one.words, own.words) > 0 && share(draft, ours, one.words) === 0
    );
  });
}

/** "… lost 24 seats; four years ago it had 105": told of the one before. */
const POINTS_BACK = /\b(?:it|they|he|she|its|their|them|his|her)\b/i;
const RESPECTIVELY = /\brespectively\b/i;
/** So near its number a word of the draft tells what it is of. */
const NEAR = 4;

/** The draft's words that are written as names. */
function namesOf(text: string, { sentence }: Figure, words: ReadonlySet<string>): ReadonlySet<string> {
  const names = text.slice(sentence.start + 1, sentence.end).match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  return new Set(names.map((name) => stem(name.toLowerCase())).filter((name) => words.has(name)));
}

/** How many of the draft's words stand in the first set and not in the second. */
function share(draft: ReadonlySet<string>, words: ReadonlySet<string>, except: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (draft.has(word) && !except.has(word)) count++;
  return count;
}

/** The words of the draft's own segment, without the thing counted and its unit, which the others of a series leave out. */
function wordsOfDraft(text: string, figure: Figure): ReadonlySet<string> {
  const { sentence, measure, unit } = figure;
  const whole = text.slice(sentence.start, sentence.end);
  const at = figure.start - sentence.start;
  const numbers = numbersLike(whole, at, figure);
  const own = segmentsOf(whole, numbers).find(({ start, end }) => start <= at + figure.text.length && at < end);
  const words = new Set(own?.words ?? (numbers.length > 1 ? [] : stemsOf(whole)));
  for (const left of [measure.head, unit]) if (left !== null) words.delete(stem(left));
  return words;
}

const KINDS: Readonly<Partial<Record<Figure["dimension"], string>>> = {
  percent: "percent",
  money: "money",
  duration: "time",
};

interface Numeral {
  readonly start: number;
  readonly end: number;
}

/** The numbers of a sentence that are shares, money or neither, as the figure is. */
function numbersLike(sentence: string, at: number, { dimension, text }: Figure): Numeral[] {
  const kind = KINDS[dimension] ?? "plain";
  const found: Numeral[] = [];
  for (const { index, 0: all, 1: sign, 2: digits = "", 3: percent, 4: time } of sentence.matchAll(NUMBER)) {
    const own = index < at + text.length && at < index + all.length;
    const like =
      percent !== undefined ? "percent" : sign !== undefined ? "money" : time !== undefined ? "time" : "plain";
    if (own || (like === kind && !YEAR.test(digits))) found.push({ start: index, end: index + all.length });
    if (found.length > MOST_NUMBERS) return [];
  }
  return found;
}

/** Cuts a sentence between its numbers, at the last comma or "and" before each. */
function segmentsOf(sentence: string, numbers: readonly Numeral[]): Segment[] {
  const cuts = [0];
  for (const [i, { start }] of numbers.entries()) {
    const before = numbers[i - 1];
    if (before === undefined) continue;
    const between = sentence.slice(before.end, start);
    const last = [...between.matchAll(CUT)].at(-1);
    if (last === undefined) return [];
    cuts.push(before.end + last.index);
  }
  return numbers.map((number, i) => segmentOf(sentence, cuts[i] as number, cuts[i + 1] ?? sentence.length, number));
}

const MOST_LEANING = 4;
const ELIDED = /^\s*(?:[,.;:)]|$|(?:in|to|for|from|at|on|of|by|and|or|per|while|as)\b)/;

function segmentOf(sentence: string, start: number, end: number, number: Numeral): Segment {
  const before = sentence.slice(start, number.start);
  const behind = sentence.slice(number.end, end);
  const names = before.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  return {
    start,
    end,
    words: stemsOf(`${before} ${behind}`),
    tail: stemsOf(`${names.at(-1) ?? ""} ${behind}`),
    leaning: /^\s*(?:,\s*)?(?:and|but|or)\b/.test(before) && names.length <= MOST_LEANING && !/\p{Lu}/u.test(before),
    elided: ELIDED.test(behind),
  };
}

const EMPTY = new Set(
  "the and for was were are had has have with from that this its their his her which who said than only more most about over under after before while but not been being will would into onto them they some such other".split(
    " ",
  ),
);

function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}-]*/gu))
    if (word.length > 2 && !EMPTY.has(word)) stems.add(stem(word));
  return stems;
}
