import type { Bound } from "../types.ts";
import { codeAt, follows, isDash, isMark, isWord, joined, type Scan, word } from "./scan.ts";

/** Bound words found beside a figure: what they say and the tokens that they are. */
export interface BoundWords {
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

/** Words that stand right before a figure; longest first where they end alike. */
const BEFORE: Readonly<Record<Exclude<Bound, "exact">, readonly string[]>> = {
  "more-than": [
    "more than",
    "greater than",
    "higher than",
    "larger than",
    "bigger than",
    "better than",
    "longer than",
    "over",
    "above",
    "beyond",
    "in excess of",
    "north of",
    "well over",
    "just over",
    "a little over",
    "slightly over",
    "exceeding",
    "exceeded",
    "exceeds",
    "exceed",
    "topping",
    "topped",
    "tops",
    "surpassed",
    "surpassing",
    "surpasses",
    "older than",
    "heavier than",
    "faster than",
    "not fewer than",
    "at more than",
  ],
  "at-least": [
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "as few as",
    "as little as",
    "a minimum of",
    "minimum of",
    "upwards of",
    "upward of",
    "not under",
    "from as little as",
  ],
  "less-than": [
    "less than",
    "fewer than",
    "lower than",
    "smaller than",
    "shorter than",
    "younger than",
    "under",
    "below",
    "just under",
    "just below",
    "a little under",
    "slightly under",
    "short of",
    "just short of",
    "shy of",
    "just shy of",
    "beneath",
    "within",
  ],
  "at-most": [
    "at most",
    "at the most",
    "up to",
    "as many as",
    "as much as",
    "as high as",
    "as long as",
    "no more than",
    "not more than",
    "no greater than",
    "no longer than",
    "no higher than",
    "a maximum of",
    "maximum of",
    "not exceeding",
    "no larger than",
    "capped at",
    "maximum",
  ],
  about: [
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "some",
    "an estimated",
    "estimated",
    "nearly",
    "almost",
    "virtually",
    "close to",
    "in the region of",
    "in the order of",
    "of the order of",
    "on the order of",
    "order of",
    "circa",
    "ca",
    "c",
    "near",
    "nearing",
    "approaching",
    "nearer",
    "somewhere around",
    "in the neighborhood of",
    "in the neighbourhood of",
    "in the vicinity of",
    "perhaps",
    "maybe",
    "say",
    "practically",
    "estimated at",
    "a reported",
    "more or less",
    "upwards or downwards of",
    "aproximately",
    "approximatively",
    "pretty much",
    "and around",
    "probably",
    "nominally",
    "something like",
    "as near as",
  ],
};
/** Words that may stand between bound words and the figure ("about another 40", "more than the 43"). */
const BETWEEN = new Set(
  "another a an the its their his her these those some further additional extra total only".split(" "),
);
const NEAR_DURATIONS_ONLY = new Set(["within"]);

interface Node {
  readonly next: Map<string, Node>;
  bound: Bound | null;
}

/** The phrases by their last word, then the word before it, and so on. */
const BACKWARD = buildBackward();

function buildBackward(): Node {
  const root: Node = { next: new Map(), bound: null };
  for (const [bound, phrases] of Object.entries(BEFORE)) {
    for (const phrase of phrases) {
      let node = root;
      for (const name of phrase.split(" ").reverse()) node = childOf(node, name);
      node.bound = bound as Bound;
    }
  }
  return root;
}

function childOf(node: Node, name: string): Node {
  const known = node.next.get(name);
  if (known !== undefined) return known;
  const child: Node = { next: new Map(), bound: null };
  node.next.set(name, child);
  return child;
}

const SIGNS: ReadonlyMap<number, Bound> = new Map([
  [0x7e, "about"],
  [0x223c, "about"],
  [0x2248, "about"],
  [0x2243, "about"],
  [0x2245, "about"],
  [0x3e, "more-than"],
  [0x3c, "less-than"],
  [0x2265, "at-least"],
  [0x2a7e, "at-least"],
  [0x2267, "at-least"],
  [0x2264, "at-most"],
  [0x2a7d, "at-most"],
  [0x2266, "at-most"],
  [0x2273, "about"],
  [0x2272, "about"],
]);

/** Takes the first token of a figure; gives the bound words or sign that stand right before it, else `null`. */
export function boundBefore(scan: Scan, at: number): BoundWords | null {
  const sign = signBefore(scan, at);
  if (sign !== null) return sign;
  let before = at - 1;
  if (isDash(scan, before) && joined(scan, before)) return null;
  if (isMark(scan, before, 0x2e) && joined(scan, before) && /^(?:c|ca|approx)$/.test(word(scan, before - 1))) before--;
  if (!isWord(scan, before) || !follows(scan, at)) return null;
  const found = phraseBefore(scan, before);
  if (found !== null || !BETWEEN.has(word(scan, before))) return found;
  return phraseBefore(scan, before - 1);
}

function signBefore(scan: Scan, at: number): BoundWords | null {
  const bound = SIGNS.get(codeAt(scan, at - 1));
  if (bound === undefined || !follows(scan, at)) return null;
  const orEqual = isMark(scan, at - 1, 0x3d) ? at - 2 : at - 1;
  return { bound, from: orEqual, to: at };
}

function phraseBefore(scan: Scan, last: number): BoundWords | null {
  let node: Node | undefined = BACKWARD.next.get(word(scan, last));
  let found: BoundWords | null = null;
  for (let at = last; node !== undefined; at--) {
    if (node.bound !== null) found = { bound: node.bound, from: at, to: last + 1 };
    node = at > 0 && follows(scan, at) ? node.next.get(word(scan, at - 1)) : undefined;
  }
  return found === null || NEAR_DURATIONS_ONLY.has(word(scan, found.from)) ? null : found;
}

const AFTER: readonly (readonly [words: string, bound: Bound])[] = [
  ["or more", "at-least"],
  ["or above", "at-least"],
  ["or over", "at-least"],
  ["or greater", "at-least"],
  ["or higher", "at-least"],
  ["or older", "at-least"],
  ["or longer", "at-least"],
  ["or better", "at-least"],
  ["and above", "at-least"],
  ["and over", "at-least"],
  ["and up", "at-least"],
  ["and older", "at-least"],
  ["and counting", "at-least"],
  ["and more", "at-least"],
  ["at least", "at-least"],
  ["at the least", "at-least"],
  ["plus", "at-least"],
  ["or less", "at-most"],
  ["or fewer", "at-most"],
  ["or under", "at-most"],
  ["or below", "at-most"],
  ["or lower", "at-most"],
  ["or younger", "at-most"],
  ["and under", "at-most"],
  ["and below", "at-most"],
  ["at most", "at-most"],
  ["at the most", "at-most"],
  ["or so", "about"],
  ["or thereabouts", "about"],
  ["give or take", "about"],
  ["odd", "about"],
  ["ish", "about"],
  ["more or less", "about"],
];
const AFTER_BY_FIRST = groupByFirst();

function groupByFirst(): Map<string, (readonly [words: readonly string[], bound: Bound])[]> {
  const groups = new Map<string, (readonly [readonly string[], Bound])[]>();
  for (const [phrase, bound] of AFTER) {
    const words = phrase.split(" ");
    const first = words[0] as string;
    groups.set(first, [...(groups.get(first) ?? []), [words, bound]]);
  }
  return groups;
}

/** Takes the token behind a figure and its unit; gives the bound words or "+" that stand there, else `null`. */
export function boundAfter(scan: Scan, at: number): BoundWords | null {
  if (!follows(scan, at)) return null;
  if (isMark(scan, at, 0x2b) && joined(scan, at)) return { bound: "at-least", from: at, to: at + 1 };
  const from = isDash(scan, at) && joined(scan, at) && joined(scan, at + 1) ? at + 1 : at;
  for (const [words, bound] of AFTER_BY_FIRST.get(word(scan, from)) ?? []) {
    const glued = words.length > 1 || from > at || words[0] === "plus" || words[0] === "odd";
    if (glued && words.every((name, i) => word(scan, from + i) === name))
      return { bound, from, to: from + words.length };
  }
  return null;
}
