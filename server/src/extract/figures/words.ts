import { Lexicon } from "../../text/lexicon.ts";

/** What a number word does to the number being read. */
export interface NumberWord {
  readonly kind: "unit" | "teen" | "tens" | "hundred" | "scale" | "zero";
  readonly value: number;
}

const UNITS = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  lac: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
  dozen: 12,
};

/** Words that numbers are built from: "one" … "nine", "ten" … "nineteen", "twenty" … "ninety", "hundred", the scales, "zero". */
export const NUMBER_WORDS = new Lexicon<NumberWord>([
  ...UNITS.map((word, i) => [word, { kind: "unit", value: i + 1 }] as const),
  ...TEENS.map((word, i) => [word, { kind: "teen", value: i + 10 }] as const),
  ...TENS.map((word, i) => [word, { kind: "tens", value: (i + 2) * 10 }] as const),
  ["hundred", { kind: "hundred", value: 100 }] as const,
  ...Object.entries(SCALES).map(([word, value]) => [word, { kind: "scale", value }] as const),
  ...["zero", "nought", "naught", "nil"].map((word) => [word, { kind: "zero", value: 0 }] as const),
]);

/** Scale words that follow digits, plurals and short forms included; the letters are read by `scaleLetter`. */
export const SCALE_AFTER_DIGITS = new Lexicon<number>([
  ...Object.entries(SCALES),
  ...Object.entries(SCALES).map(([word, value]) => [`${word}s`, value] as const),
  ["hundred", 100],
  ["bn", 1e9],
  ["bln", 1e9],
  ["mn", 1e6],
  ["mln", 1e6],
  ["mio", 1e6],
  ["mil", 1e6],
  ["tn", 1e12],
  ["trn", 1e12],
  ["tln", 1e12],
  ["cr", 1e7],
  ["dz", 12],
  ["dzs", 12],
  ["doz", 12],
  ["dozs", 12],
]);

/** Words for many, with the lowest and highest honest factor of what they count. */
export const VAGUE_PLURALS = new Lexicon<readonly [low: number, high: number]>([
  ["tens", [20, 99]],
  ["dozens", [24, 99]],
  ["scores", [40, 199]],
  ["hundreds", [200, 999]],
  ["thousands", [2e3, 9_999]],
  ["lakhs", [2e5, 999_999]],
  ["millions", [2e6, 9_999_999]],
  ["crores", [2e7, 99_999_999]],
  ["billions", [2e9, 9_999_999_999]],
  ["trillions", [2e12, 9_999_999_999_999]],
]);

/** Words before a scale ("several hundred"), with the lowest and highest factor meant. */
export const VAGUE_FACTORS = new Lexicon<readonly [low: number, high: number]>([
  ["several", [3, 9]],
  ["few", [2, 9]],
  ["many", [2, 9]],
  ["couple", [2, 3]],
]);

/** Denominators, singular and plural, that make fractions with a numerator before them ("two thirds"). */
export const DENOMINATORS = new Lexicon<number>(
  (
    [
      ["half", 2],
      ["third", 3],
      ["quarter", 4],
      ["fourth", 4],
      ["fifth", 5],
      ["sixth", 6],
      ["seventh", 7],
      ["eighth", 8],
      ["ninth", 9],
      ["tenth", 10],
      ["twelfth", 12],
      ["sixteenth", 16],
      ["twentieth", 20],
      ["thirtieth", 30],
      ["hundredth", 100],
      ["thousandth", 1e3],
      ["millionth", 1e6],
      ["billionth", 1e9],
      ["trillionth", 1e12],
    ] as const
  ).flatMap(([word, value]) => [[word, value] as const, [word === "half" ? "halves" : `${word}s`, value] as const]),
);

const ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
const ORDINAL_TEENS =
  "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
const ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");

/** Ordinal words and their ranks; "twenty-first" is made of "twenty" and "first". */
export const ORDINALS = new Lexicon<number>([
  ...ORDINAL_UNITS.map((word, i) => [word, i + 1] as const),
  ...ORDINAL_TEENS.map((word, i) => [word, i + 10] as const),
  ...ORDINAL_TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ["hundredth", 100],
  ["thousandth", 1000],
]);

/** Single words that are multiples ("doubled", "tenfold"). */
export const MULTIPLES = new Lexicon<number>([
  ...[...UNITS, ...TEENS, "twenty", "thirty", "forty", "fifty", "hundred", "thousand"].map(
    (word, i) => [`${word}fold`, i < 19 ? i + 1 : ([20, 30, 40, 50, 100, 1000][i - 19] as number)] as const,
  ),
  ...["double", "doubled", "doubles", "doubling", "twice"].map((word) => [word, 2] as const),
  ...["triple", "tripled", "triples", "tripling", "treble", "trebled", "trebling", "thrice"].map(
    (word) => [word, 3] as const,
  ),
  ...["quadruple", "quadrupled", "quadrupling"].map((word) => [word, 4] as const),
  ...["quintupled", "quintupling"].map((word) => [word, 5] as const),
  ...["halved", "halving"].map((word) => [word, 0.5] as const),
]);
