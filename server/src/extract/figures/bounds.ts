import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { NEW_LINE } from "../../text/tokens.ts";
import type { Bound } from "../types.ts";
import { AFTER, BEFORE, SIGNS } from "./bound-words.ts";
import { codeAt, follows, isDash, isMark, isWord, joined, type Scan, word } from "./scan.ts";

/** Bound words found beside a figure: what they say and the tokens that they are. */
export interface BoundWords {
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

/** Words that may stand between bound words and the figure ("about another 40", "every" in "approximately every 5 years"). */
const BETWEEN = wordSet("another a an some further additional extra every");
/** The same behind phrases that cannot be prepositions ("more than the 43", not "over the three years"). */
const BETWEEN_SURE = wordSet("the its their his her these those");
const PREPOSITIONS = wordSet("over under around about above below beyond near short shy north beneath close");

interface Node {
  readonly next: Map<string, Node>;
  bound: Bound | null;
}

/** The phrases by their last word, then the word before it, and so on. */
const BACKWARD = buildBackward();

function buildBackward(): Lexicon<Node> {
  const root = new Map<string, Node>();
  for (const [bound, phrases] of Object.entries(BEFORE)) {
    for (const phrase of phrases.split(",")) addPhrase(root, phrase.split(" ").reverse(), bound as Bound);
  }
  return new Lexicon(root);
}

function addPhrase(root: Map<string, Node>, words: readonly string[], bound: Bound): void {
  let children = root;
  let node: Node | undefined;
  for (const name of words) {
    node = children.get(name) ?? { next: new Map(), bound: null };
    children.set(name, node);
    children = node.next;
  }
  if (node !== undefined) node.bound = bound;
}

/** Takes the first token of a figure and whether it measures time; gives the bound words or sign that stand right before it, else `null`. */
export function boundBefore(scan: Scan, at: number, isTime = false): BoundWords | null {
  if (!follows(scan, at)) return null;
  const sign = signBefore(scan, at);
  if (sign !== null) return sign;
  const before = at - 1;
  if (isWord(scan, before)) return wordsBefore(scan, before, isTime);
  if (isMark(scan, before, 0x2e) && joined(scan, before)) return shortBefore(scan, before - 1);
  return isDash(scan, before) && joined(scan, before) ? prefixBefore(scan, before - 1) : null;
}

function wordsBefore(scan: Scan, last: number, isTime: boolean): BoundWords | null {
  const found = phraseBefore(scan, last);
  if (found !== null) return isNoBound(scan, found, isTime) ? null : found;
  const sure = BETWEEN_SURE.has(scan.tokens, last);
  if (!sure && !BETWEEN.has(scan.tokens, last)) return null;
  const apart = follows(scan, last) ? phraseBefore(scan, last - 1) : null;
  if (apart !== null && (isTopic(scan, apart) || isDifference(scan, apart))) return null;
  return apart !== null && sure && PREPOSITIONS.has(scan.tokens, apart.to - 1) ? null : apart;
}

function isNoBound(scan: Scan, found: BoundWords, isTime: boolean): boolean {
  if (isTime && (isDuring(scan, found) || isCompared(scan, found) || isFewer(scan, found))) return true;
  if (word(scan, found.from) === "over" && found.to === found.from + 1 && QUARRELS.has(scan.tokens, found.from - 1))
    return true;
  return (
    isReached(scan, found) ||
    isDifference(scan, found) ||
    (word(scan, found.from - 1) === "the" && word(scan, found.from) === "maximum")
  );
}

const TOPICS = wordSet(
  "talk talks talking talked speak speaks speaking spoke hear heard question questions story stories",
);

const QUARRELS = wordSet(
  "custody row rows arrest arrested arrests held charged sued sue sues fined probe inquiry quizzed anger fury jailed spat clash dispute trial court questioned investigated convicted tried outcry backlash concern concerns fears protest protests strike",
);

/** "Two held over £3m theft", "talking about a 20-time champion": what it is about. */
function isTopic(scan: Scan, found: BoundWords): boolean {
  return word(scan, found.from) === "about" && TOPICS.has(scan.tokens, found.from - 1);
}

const STEPS = wordSet("times fold percent cent points twice half");

/** "five times fewer than the 1,600", "20 percent more than 1,600": what another figure is held against. */
function isDifference(scan: Scan, { from, to }: BoundWords): boolean {
  if (word(scan, to - 1) !== "than") return false;
  return STEPS.has(scan.tokens, from - 1) || isMark(scan, from - 1, 0x25);
}

const COMPARED = wordSet("higher larger bigger better lower");

/** "no higher than eight years before": a level then, not a span of time. */
function isCompared(scan: Scan, { from, to }: BoundWords): boolean {
  for (let at = from; at < to; at++) if (COMPARED.has(scan.tokens, at)) return true;
  return false;
}

/** "21 seats fewer than four years ago": years are less, never fewer, than others ago. */
function isFewer(scan: Scan, { from, to }: BoundWords): boolean {
  return word(scan, from) === "fewer" && word(scan, to - 1) === "than" && word(scan, to + 2) === "ago";
}

const LASTING = wordSet(
  "for of in after lasted lasting took take takes taking spent spend spending is was were are been be served serve aged with about from within just well to",
);

const TAKES = wordSet("take takes took taken");

/** "rebuilt over three years" says when, "for over three years" how long; one who "took over 20 months ago" did so 20 months ago. */
function isDuring(scan: Scan, found: BoundWords): boolean {
  if (word(scan, found.from) !== "over") return false;
  if (TAKES.has(scan.tokens, found.from - 1) && word(scan, found.to + 2) === "ago") return true;
  if (LASTING.has(scan.tokens, found.from - 1)) return false;
  const behind = word(scan, found.to + 2);
  return !(behind === "ago" || behind === "old" || behind === "later" || behind === "earlier");
}

const RISES = wordSet(
  "edged went gone goes going shot climbed moved rose risen back ticked crept nudged pushed bumped ramped grew come came jumped stood sped pick picked rounded",
);

const TURNS = wordSet("turn turns turned turning hand hands handed handing carried rolled");

/** "edged up to 0.5%", "turns over £3bn": what it came to, not a limit. */
function isReached(scan: Scan, found: BoundWords): boolean {
  if (word(scan, found.from) === "over") return TURNS.has(scan.tokens, found.from - 1);
  return word(scan, found.from) === "up" && RISES.has(scan.tokens, found.from - 1);
}

function signBefore(scan: Scan, at: number): BoundWords | null {
  if (isWord(scan, at - 1)) return null;
  const orEqual = isMark(scan, at - 1, 0x3d) && joined(scan, at - 1);
  const from = orEqual ? at - 2 : at - 1;
  const bound = SIGNS.get(scan.tokens.raw(from));
  if (bound === undefined || isQuoteMark(scan, from)) return null;
  const loose = bound === "more-than" ? "at-least" : "at-most";
  return { bound: orEqual ? loose : bound, from, to: at };
}

/** ">" at the head of a line marks a quotation. */
function isQuoteMark(scan: Scan, at: number): boolean {
  return codeAt(scan, at) === 0x3e && (scan.tokens.gap[at] as number) >= NEW_LINE;
}

/** "c. 1,600", "approx. 40". */
function shortBefore(scan: Scan, at: number): BoundWords | null {
  return /^(?:c|ca|approx|est)$/.test(word(scan, at)) ? { bound: "about", from: at, to: at + 2 } : null;
}

const PREFIXES: ReadonlyMap<string, Bound> = new Map([
  ["sub", "less-than"],
  ["under", "less-than"],
  ["over", "more-than"],
  ["plus", "more-than"],
  ["near", "about"],
  ["around", "about"],
  ["mid", "about"],
]);

/** "sub-2%", "over-50s", "mid-40s". */
function prefixBefore(scan: Scan, at: number): BoundWords | null {
  const bound = isWord(scan, at) ? PREFIXES.get(word(scan, at)) : undefined;
  return bound === undefined ? null : { bound, from: at, to: at + 1 };
}

function phraseBefore(scan: Scan, last: number): BoundWords | null {
  let node = BACKWARD.find(scan.tokens, last);
  let found: BoundWords | null = null;
  for (let at = last; node !== undefined; at--) {
    if (node.bound !== null) found = { bound: node.bound, from: at, to: last + 1 };
    node = at > 0 && follows(scan, at) ? node.next.get(word(scan, at - 1)) : undefined;
  }
  return found;
}

interface Phrase {
  readonly words: readonly string[];
  readonly bound: Bound;
}

/** The phrases behind a figure by their first word, longest first. */
const FORWARD = buildForward();

function buildForward(): Lexicon<readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [bound, phrases] of Object.entries(AFTER)) {
    for (const phrase of phrases.split(",")) {
      const words = phrase.split(" ");
      const first = words[0] as string;
      groups.set(first, [...(groups.get(first) ?? []), { words, bound: bound as Bound }]);
    }
  }
  return new Lexicon(groups);
}

/** Takes the token behind a figure and its unit; gives the bound words or "+" that stand there, else `null`. */
export function boundAfter(scan: Scan, at: number): BoundWords | null {
  if (!follows(scan, at)) return null;
  if (isMark(scan, at, 0x2b) && joined(scan, at)) return { bound: "at-least", from: at, to: at + 1 };
  const hyphen = isDash(scan, at) && joined(scan, at) && joined(scan, at + 1);
  const from = hyphen ? at + 1 : at;
  const phrases = FORWARD.find(scan.tokens, from);
  if (phrases === undefined) return null;
  for (const { words, bound } of phrases) {
    if (words[0] === "ish" && !hyphen && !joined(scan, from)) continue;
    if (words.every((name, i) => word(scan, from + i) === name && follows(scan, from + i)))
      return isRunOn(scan, from, words) ? null : { bound, from, to: from + words.length };
  }
  return null;
}

/** "43 at least 20 of whom", "5 plus 3", "40 and more than": the words belong to what comes. */
function isRunOn(scan: Scan, from: number, words: readonly string[]): boolean {
  const next = from + words.length;
  if (words[0] === "plus" || words[0] === "at" || words[0] === "approximately") return isNumberLike(scan, next);
  return words[1] === "more" && word(scan, next) === "than";
}

function isNumberLike(scan: Scan, at: number): boolean {
  const code = codeAt(scan, at);
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x24 || code === 0xa3 || code === 0x20ac || NUMBERS.has(scan.tokens, at)
  );
}

const NUMBERS = wordSet("one two three four five six seven eight nine ten a an another");
