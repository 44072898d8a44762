import { makeArticle, pick, type Random, randomFrom } from "./articles.ts";

/** A change of a draft, as an editor tells of it: what stood from one offset to another is replaced. */
export interface Keystroke {
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
}

/** Takes a number of words and of sources; gives a Markdown draft of that length on these sources, always the same: headings, paragraphs, one figure in five changed, every second paragraph cited. */
export function makeEssay(words: number, sources: number): string {
  const random = randomFrom(words);
  const parts = ["# What the figures say"];
  for (let length = 0; length < words; ) {
    const number = random.below(sources);
    const { text, id } = makeArticle(number);
    const taken = pick(text.split(/\n{2,}/).slice(1), random).trim();
    const changed = taken.replace(/\d{2,}/g, (digits) => (random.below(5) === 0 ? `${Number(digits) + 7}` : digits));
    if (parts.length % 12 === 0) parts.push(`## Part ${parts.length / 12}`);
    parts.push(random.below(2) === 0 ? `${changed} [@${id}]` : changed);
    length += taken.split(/\s+/).length;
  }
  return `${parts.join("\n\n")}\n`;
}

/** Words that a writer adds: prose, a figure, a quotation, and a name in the course of a sentence. */
const ADDED = [
  " in the days that followed",
  " and 47 people were wounded",
  " At least 1,300 residents fled their homes.",
  " “We have seen nothing like it,” said Ruth Abrams.",
  ", Henrik Dahl said",
  " about 12 percent more than in May 2019",
];

/** Takes a draft and a number; gives so many edits in a row, each to be made to what the ones before it left: keys typed one by one at places all over the draft, digits changed, keys taken back. */
export function keystrokesIn(draft: string, count: number): Keystroke[] {
  const random = randomFrom(count);
  const strokes: Keystroke[] = [];
  let text = draft;
  const add = (stroke: Keystroke) => {
    strokes.push(stroke);
    text = apply(text, stroke);
  };
  while (strokes.length < count) {
    const at = placeIn(text, random);
    const words = pick(ADDED, random);
    for (let i = 0; i < words.length && i < 12; i++) add({ at: at + i, removed: 0, typed: words.charAt(i) });
    add({ at: at + Math.min(12, words.length), removed: 0, typed: words.slice(12) });
    add({ at: at + words.length - 1, removed: 1, typed: "" });
    const digit = text.slice(at + words.length).search(/[1-9]/) + at + words.length;
    if (digit >= at + words.length) add({ at: digit, removed: 1, typed: `${1 + random.below(9)}` });
  }
  return strokes.slice(0, count);
}

/** Takes a text and a change; gives the text after it. */
export function apply(text: string, { at, removed, typed }: Keystroke): string {
  return text.slice(0, at) + typed + text.slice(at + removed);
}

/** The end of a word. */
function placeIn(text: string, random: Random): number {
  const from = random.below(text.length - 200);
  const found = text.slice(from).search(/[a-z](?=[ .])/);
  return from + Math.max(0, found) + 1;
}
