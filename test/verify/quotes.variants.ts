import type { Quotation } from "../../server/src/extract/types.ts";

/** One way to write a quotation of a source into a draft, and whether it is honest. */
export interface Variant {
  readonly name: string;
  readonly honest: boolean;
  /** The verdicts that are right; an honest variant may be disputed where the sources disagree on the speaker. */
  readonly right: readonly string[];
  readonly draft: string;
}

export interface Spoken {
  readonly words: readonly string[];
  readonly speaker: string;
  readonly other: string;
}

/** A small seeded generator of numbers in [0, 1): mulberry32, public domain. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes a quotation as read; gives its words as written, without the marks around them. */
export function wordsOf(quote: Quotation, text: string): string[] {
  return quote.parts
    .flatMap((part) => text.slice(part.start, part.end).split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const STANDS = ["supported", "disputed"];

/** Takes a quotation and a random source; gives its honest and its dishonest variants, each as a sentence of a draft. */
export function variantsOf(spoken: Spoken, random: () => number): Variant[] {
  return MAKERS.flatMap(({ name, honest, right, make }) => {
    const words = make(spoken.words, random);
    return words
      ? [{ name, honest, right, draft: said(words, name === "misattributed" ? spoken.other : spoken.speaker) }]
      : [];
  });
}

function said(words: readonly string[], speaker: string): string {
  return `“${words.join(" ").replace(/[.,;:]$/, "")},” said ${speaker}.`;
}

type Make = (words: readonly string[], random: () => number) => readonly string[] | null;

const MAKERS: readonly { name: string; honest: boolean; right: readonly string[]; make: Make }[] = [
  { name: "verbatim", honest: true, right: STANDS, make: (words) => words },
  {
    name: "other marks and case",
    honest: true,
    right: STANDS,
    make: (words) => words.map((word, i) => (i === 0 ? lowerFirst(word) : straight(word))),
  },
  { name: "start only", honest: true, right: STANDS, make: (words) => (words.length >= 12 ? words.slice(0, 9) : null) },
  { name: "ellipsis", honest: true, right: STANDS, make: (words, random) => cut(words, random, "…") },
  {
    name: "bracket",
    honest: true,
    right: STANDS,
    make: (words, random) => replace(words, random, () => "[the others]"),
  },
  {
    name: "sic",
    honest: true,
    right: STANDS,
    make: (words, random) => replace(words, random, (word) => `${word} [sic]`),
  },
  {
    name: "word changed",
    honest: false,
    right: ["altered"],
    make: (words, random) => replace(words, random, () => "lemon"),
  },
  {
    name: "word added",
    honest: false,
    right: ["altered"],
    make: (words, random) => replace(words, random, (word) => `${word} clearly`),
  },
  {
    name: "word dropped",
    honest: false,
    right: ["altered"],
    make: (words, random) => replace(words, random, () => null),
  },
  { name: "number changed", honest: false, right: ["altered"], make: changeNumber },
  { name: "not dropped", honest: false, right: ["altered"], make: dropNot },
  {
    name: "spliced",
    honest: false,
    right: ["altered", "unsupported"],
    make: (words, random) => cut(words, random, null),
  },
  { name: "misattributed", honest: false, right: ["misattributed", "disputed"], make: (words) => words },
];

const lowerFirst = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
const straight = (word: string) => word.replace(/[’‘]/g, "'");

/** A place inside the quotation, away from both ends. */
function inside(words: readonly string[], random: () => number, room = 2): number {
  return room + Math.floor(random() * (words.length - 2 * room));
}

function replace(
  words: readonly string[],
  random: () => number,
  make: (word: string) => string | null,
): string[] | null {
  if (words.length < 7) return null;
  const at = inside(words, random);
  return words.flatMap((word, i) => (i === at ? (make(word.replace(/[.,;:!?]$/, "")) ?? []) : word));
}

/** Leaves out some words in the middle, with a mark or without. */
function cut(words: readonly string[], random: () => number, mark: string | null): string[] | null {
  if (words.length < 12) return null;
  const from = inside(words, random, 4);
  const length = Math.min(2 + Math.floor(random() * 3), words.length - from - 3);
  return length < 2 ? null : [...words.slice(0, from), ...(mark ? [mark] : []), ...words.slice(from + length)];
}

function changeNumber(words: readonly string[]): string[] | null {
  const at = words.findIndex((word) => /\d/.test(word));
  return at < 0 || words.length < 5
    ? null
    : words.map((word, i) => (i === at ? word.replace(/\d/, (digit) => String((Number(digit) + 3) % 10 || 4)) : word));
}

function dropNot(words: readonly string[]): string[] | null {
  const at = words.findIndex((word) => /^(?:not|no|never)$/i.test(word));
  return at < 0 || words.length < 6 ? null : words.filter((_, i) => i !== at);
}
