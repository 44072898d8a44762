import { OUTCOME_STEMS } from "../../extract/measures/lexicon.ts";
import type { Figure } from "../../extract/types.ts";
import { stem } from "../../text/stem.ts";
import { keptLast, Recent } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** One number of a sentence with the words that go with it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Stems of its words; `tail`: of the last word before the number and all behind it. */
  readonly words: ReadonlySet<string>;
  readonly tail: ReadonlySet<string>;
  /** True where nobody is named before the number: it goes with the subject of the one before. */
  readonly leaning: boolean;
  /** True where it is told as a part of the one before: "of which 12 went to farmers". */
  readonly partial: boolean;
  /** True where no noun stands behind the number. */
  readonly elided: boolean;
  /** True where several numbers stand in it, with nothing between them that parts their words. */
  readonly shared: boolean;
}

const CURRENCY =
  "euros?|dollars?|pounds?|cents?|pence|yen|yuan|rupees?|rou?bles?|crowns?|kronor|kroner|francs?|marks|pesos?|reais|rand|liras?|shillings?|shekels?|dirhams?|riyals?|zlotys?|forints?|baht|naira";
const IN_CURRENCY = new RegExp(`^\\s(?:${CURRENCY})\\b`, "i");
const UNITS = "two|three|four|five|six|seven|eight|nine";
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Sc}\\s?)?(\\d[\\d,.]*\\d|\\d|(?:${UNITS}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|${UNITS}))?)(?![\\p{L}]))(\\s?%|\\s(?:percent|per\\scent)\\b)?((?:\\s(?:thousand|million|billion|trillion))?\\s(?:${CURRENCY})\\b)?([\\s-](?:year|month|week|day|hour|minute|second)s?\\b)?`,
  "giu",
);
const YEAR = /^(?:19|20)\d\d$/;
const YEARS = /(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)/g;
const CUT = /[,;:—–]|\b(?:and|while|but|whereas|against|or)\b|\bto\s*$/g;
/** What a number after it only labels: "week 26" is no 26 weeks. */
const LABELS =
  "week|day|round|stage|phase|group|route|ward|district|chapter|game|match|lap|level|category|grade|zone|room|gate|platform|episode|section|unit|block|building|terminal|line";
const LABELLED = new RegExp(`\\b(${LABELS})\\s(\\d{1,3})\\b`, "gi");
const LABEL_BEFORE = new RegExp(`\\b(?:${LABELS})\\s$`, "i");
/** What stands in brackets is said of the number before them, or explains it. */
const ASIDE = /\([^()]*\)/g;
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
export function isOtherPart(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const { figure } = fact;
  const at = theirs.start - passage.start;
  if (RESPECTIVELY.test(passage.text) || figure.measure.role === "age" || theirs.measure.role === "age") return false;
  const parts = partsOf(passage.text, at, theirs);
  if (parts === null || POINTS_BACK.test(passage.text.slice(parts.own.start, at))) return false;
  const { own, others } = parts;
  const { draft, near, named } = tellingWords(fact);
  const { head } = figure.measure;
  const unnamed = isOneOutcome(figure, theirs) && !NAME_WITHIN.test(passage.text.slice(own.start, own.end));
  const sameHead = head !== null && head === theirs.measure.head && own.words.has(stem(head));
  return others.some((one) => {
    if ((sameHead && !one.elided) || (unnamed && befellOthers(one, theirs))) return false;
    const ours = (one.leaning || one.partial) && one.start > own.start ? own.tail : own.words;
    const words = own.leaning && one.start < own.start ? one.tail : one.words;
    return share(near, words, own.words) + share(named, words, own.words) > 0 && share(draft, ours, words) === 0;
  });
}

/** What a name begins with, as a pattern: a day or a month is none. */
export const NAME_BEGINS =
  "(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\\b)\\p{Lu}\\p{Ll}";
const NAME_WITHIN = new RegExp(`\\s${NAME_BEGINS}`, "u");

function isOneOutcome({ measure: ours }: Figure, { measure: theirs }: Figure): boolean {
  return ours.outcome !== null && ours.outcome === theirs.outcome;
}

/** "A gunman killed five at a depot", where a source has that he shot five dead "and wounded eight at a depot": the eight are not the killed, wherever it was. */
function befellOthers({ words }: Segment, { measure: { outcome } }: Figure): boolean {
  return [...words].some((word) => (OUTCOME_STEMS.get(word) ?? outcome) !== outcome);
}

/** The words of the draft's segment; those beside the number; its names and what tells sorts apart. */
const tellingWords = keptLast(({ figure, text }: FigureFact) => {
  const draft = wordsOfDraft(text, figure);
  const near = new Set(figure.measure.terms.slice(0, NEAR).filter((term) => draft.has(term)));
  const named = new Set([...namesOf(text, figure, draft), ...[...draft].filter((word) => SORTS.test(word))]);
  return { draft, near, named };
});

/** Takes a fact and a candidate with its value; says whether the words of the draft stand with that number and not with the others of its sentence, so that none of these can be the one meant. */
export function isOwnPart({ figure, text }: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const parts = partsOf(passage.text, theirs.start - passage.start, theirs);
  if (parts === null) return false;
  const draft = wordsOfDraft(text, figure);
  const { own, others } = parts;
  return others.every(({ words }) => share(draft, own.words, words) > 0 && share(draft, words, own.words) === 0);
}

/** Takes a sentence with the place of one of its figures; gives the words that go with it and those that go with each other number of its kind; `null` where it is the only one, or they cannot be told apart. */
export function partsOf(sentence: string, at: number, figure: Figure): Parts | null {
  const known = knownParts.get(figure);
  if (known?.sentence === sentence && known.at === at) return known.parts;
  const parts = readParts(sentence, at, figure);
  knownParts.set(figure, { sentence, at, parts });
  return parts;
}

/** The words that go with a figure, and those that go with each other number of its kind. */
interface Parts {
  readonly own: Segment;
  readonly others: readonly Segment[];
}

/** Several readers ask for the parts of one passage after another. */
const knownParts = new Recent<Figure, { readonly sentence: string; readonly at: number; readonly parts: Parts | null }>(
  128,
);

function readParts(sentence: string, at: number, figure: Figure): Parts | null {
  const segments = segmentsOf(sentence, numbersLike(sentence, at, figure));
  const own = segments.find(({ start, end }) => start <= at + figure.text.length && at < end);
  return own === undefined || own.shared || segments.length < 2
    ? null
    : { own, others: segments.filter((one) => one !== own) };
}

/** Years, labels and words that tell one sort of a thing from another, however far from the number. */
const SORTS = /\d|^(?:any|other|another|first|second|third|fourth|former|latter)$/;

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

/** Takes a text with a figure of it; gives the words of the figure's own segment of its sentence, without the thing counted and its unit, which the others of a series leave out. */
export function wordsOfDraft(text: string, figure: Figure): ReadonlySet<string> {
  const known = knownWords.get(figure);
  if (known?.text === text) return known.words;
  const words = readWords(text, figure);
  knownWords.set(figure, { text, words });
  return words;
}

/** They are asked for with each candidate. */
const knownWords = new Recent<Figure, { readonly text: string; readonly words: ReadonlySet<string> }>(32);

function readWords(text: string, figure: Figure): Set<string> {
  const { sentence, measure, unit } = figure;
  const whole = text.slice(sentence.start, sentence.end);
  const at = figure.start - sentence.start;
  const numbers = numbersLike(whole, at, figure);
  const own = segmentsOf(whole, numbers).find(({ start, end }) => start <= at + figure.text.length && at < end);
  const words = new Set(own === undefined || own.shared ? [] : own.words);
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
  readonly own: boolean;
}

/** The numbers of a sentence that are shares, money or neither, as the figure is. */
function numbersLike(sentence: string, at: number, { dimension, text }: Figure): Numeral[] {
  const kind = KINDS[dimension] ?? (IN_CURRENCY.test(sentence.slice(at + text.length)) ? "money" : "plain");
  const found: Numeral[] = [];
  const asides = [...sentence.matchAll(ASIDE)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
  const aside = (place: number) =>
    asides.some(({ start, end }) => start < place && place < end && !(start < at && at < end));
  for (const { index, 0: all, 1: sign, 2: digits = "", 3: percent, 4: money, 5: time } of sentence.matchAll(NUMBER)) {
    const own = index < at + text.length && at < index + all.length;
    if (own && found.at(-1)?.own) continue;
    const like =
      percent !== undefined
        ? "percent"
        : (sign ?? money) !== undefined
          ? "money"
          : time !== undefined
            ? "time"
            : "plain";
    if (
      own ||
      (like === kind &&
        !YEAR.test(digits) &&
        !aside(index) &&
        !LABEL_BEFORE.test(sentence.slice(Math.max(0, index - 12), index)))
    )
      found.push({ start: index, end: own ? Math.max(index + all.length, at + text.length) : index + all.length, own });
    if (found.length > MOST_NUMBERS) return [];
  }
  return found;
}

/** Cuts a sentence between its numbers, at the last comma or "and" before each; numbers with nothing of the sort between them go together. */
function segmentsOf(sentence: string, numbers: readonly Numeral[]): Segment[] {
  const cuts: { readonly from: number; readonly number: Numeral; shared: boolean }[] = [];
  for (const [i, number] of numbers.entries()) {
    const before = numbers[i - 1];
    const last = before && [...sentence.slice(before.end, number.start).matchAll(CUT)].at(-1);
    const open = cuts.at(-1);
    if (before === undefined || open === undefined) cuts.push({ from: 0, number, shared: false });
    else if (last !== undefined) cuts.push({ from: before.end + last.index, number, shared: false });
    else open.shared = true;
  }
  return cuts.map(({ from, number, shared }, i) => ({
    ...segmentOf(sentence, from, endOf(sentence, from, number, cuts[i + 1]?.from ?? sentence.length), number),
    shared,
  }));
}

const ADDS = /^[,;:(–—\s]*(?:including|among them|of (?:which|whom|them))\b/i;

/** ", including two months on the ground, …": what is added ends at its comma, and the sentence goes on about all of it. */
function endOf(sentence: string, from: number, number: Numeral, end: number): number {
  if (!ADDS.test(sentence.slice(from, number.start))) return end;
  const comma = sentence.indexOf(",", number.end);
  return comma < 0 ? end : Math.min(end, comma);
}

const PARTIAL = /^[,;:(–—\s]*of\s(?:which|whom|them)\b/i;
const MOST_LEANING = 4;
const ELIDED =
  /^\s*(?:[,.;:)]|$|\p{L}+ed\s*(?:[,.;)]|$)|(?:in|to|for|from|at|on|of|by|and|or|per|while|as|against)\b)/u;

function segmentOf(sentence: string, start: number, end: number, number: Numeral): Omit<Segment, "shared"> {
  const before = sentence.slice(start, number.start);
  const behind = sentence.slice(number.end, end);
  const names = before.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  return {
    start,
    end,
    words: stemsOf(`${before} ${behind}`),
    tail: stemsOf(`${names.at(-1) ?? ""} ${behind}`),
    leaning: /^\s*(?:,\s*)?(?:and|but|or)\b/.test(before) && names.length <= MOST_LEANING && !/\p{Lu}/u.test(before),
    partial: PARTIAL.test(before),
    elided: ELIDED.test(behind),
  };
}

const EMPTY = new Set(
  "the and for was were are had has have with from that this its their his her which who said than only more most about over under after before while but not been being will would into onto them they some such other".split(
    " ",
  ),
);

/** Takes a text; gives the stems of its words that tell something, its years and its labels ("week-26"). */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of text.toLowerCase().match(WORDS) ?? [])
    if (word.length > 2 && !EMPTY.has(word)) stems.add(stem(word));
  if (!DIGIT.test(text)) return stems;
  for (const year of text.match(YEARS) ?? []) stems.add(year);
  for (const [, label, number] of text.matchAll(LABELLED)) stems.add(`${label?.toLowerCase()}-${number}`);
  return stems;
}

const WORDS = /\p{L}[\p{L}-]*/gu;
const DIGIT = /\d/;
