import { unitNamed } from "../../extract/figures/units.ts";
import { OUTCOME_STEMS } from "../../extract/measures/lexicon.ts";
import type { Dimension, Figure } from "../../extract/types.ts";
import { isPlural, singular, stem } from "../../text/stem.ts";

/**
 * Takes a figure; gives the words of its text that can be said behind its number, or "" where none surely can: a plural behind a count, the unit of a
 * length of time or a measure, what a share is of.
 */
export function nounOf(figure: Figure): string {
  const { counted } = figure.measure;
  const words = (counted ?? "").replace(/\s+/g, " ").slice(0, 80);
  return NOUNS[figure.dimension]?.(figure, words) ?? words;
}

/** Takes a figure and its words; says whether these begin with the name of its unit. */
export function startsWithUnit({ unit }: Figure, words: string): boolean {
  const first = words.toLowerCase().split(/[^\p{L}°]+/u, 2);
  return unit !== null && first.some((word) => isNameOf(word, unit));
}

function isNameOf(word: string, unit: string): boolean {
  const named = unitNamed(word);
  return named !== null && unit.split(/[ /]/).includes(named);
}

const NOUNS: Readonly<Partial<Record<Dimension, (figure: Figure, words: string) => string>>> = {
  date: () => "",
  money: () => "",
  count: countedWords,
  percent: sharedWords,
  fraction: sharedWords,
  duration: unitWords,
  measure: unitWords,
};

function countedWords(figure: Figure, words: string): string {
  if (words === "") return "";
  const head = headWord(figure, words);
  if (/['’]s?$/.test(head)) return "";
  if (figure.low === 1 && figure.high === 1) return /(?:ed|ly)$/.test(head) && !isOutcome(words) ? "" : words;
  return isPlural(head) || isOutcome(words) || INVARIANT.has(head) ? words : "";
}

/** The word of the text that the head's lemma is of. */
function headWord({ measure: { head } }: Figure, words: string): string {
  const each = words.toLowerCase().split(/[^\p{L}'’-]+/u);
  return each.find((word) => word === head || singular(word) === head) ?? each.at(-1) ?? "";
}

/** "57 dead", "40 hurt". */
function isOutcome(words: string): boolean {
  return !words.includes(" ") && OUTCOME_STEMS.has(stem(words.toLowerCase()));
}

/** Nouns that are plural as they stand. */
const INVARIANT = new Set(
  "aircraft spacecraft staff crew personnel sheep deer fish cattle poultry livestock offspring headquarters troops people police youth".split(
    " ",
  ),
);

/** Things without a plural that a share may be of. */
const MASS = new Set(
  "water land food oil gas coal energy electricity power rain snow waste income spending revenue trade traffic farmland territory aid wheat grain forest".split(
    " ",
  ),
);

function sharedWords(figure: Figure, words: string): string {
  const head = headWord(figure, words);
  const named = /^\p{Lu}/u.test(words);
  return named || (isPlural(head) && unitNamed(head) === null) || MASS.has(words.toLowerCase()) ? words : "";
}

/** The unit, in the text's own words where these begin with it. */
function unitWords(figure: Figure, words: string): string {
  if (figure.unit === null || startsWithUnit(figure, words)) return words;
  if (figure.measure.role === "age" || saysUnit(figure)) return "";
  return figure.low === 1 && figure.high === 1 ? figure.unit : pluralUnit(figure.unit.replace("/", " per "));
}

/** "fortnight", "37°C": the unit is in the number's own words. */
function saysUnit({ text, unit }: Figure): boolean {
  return (
    /[°′″'"]|°\p{L}$/u.test(text) ||
    (text.match(/\p{L}+/gu) ?? []).some((word) => isNameOf(word.toLowerCase(), unit ?? ""))
  );
}

const IRREGULAR = new Map([
  ["foot", "feet"],
  ["inch", "inches"],
  ["century", "centuries"],
]);

function pluralUnit(unit: string): string {
  const isSymbol =
    unit.length <= 2 || /^pp[mb]$/.test(unit) || !/^\p{Ll}[\p{Ll}-]+$/u.test(unit) || /(?:[sz]|power)$/.test(unit);
  return IRREGULAR.get(unit) ?? (isSymbol ? unit : `${unit}s`);
}
