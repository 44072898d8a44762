import { Lexicon, wordSet } from "../../text/lexicon.ts";
import type { Bound, Quantity } from "../types.ts";
import { scaleLetter } from "./cardinal.ts";
import type { Draft } from "./figure.ts";
import { readDraft } from "./figure.ts";
import { codeAt, follows, isDash, isHyphen, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import type { Special } from "./special.ts";
import { NUMBER_WORDS, SCALE_AFTER_DIGITS, VAGUE_PLURALS } from "./words.ts";

/** What stands between two numbers. */
export type Link = "dash" | "to" | "and" | "or";

/** Two numbers and what they are to one another: one range, two figures, of which the first may have taken the second's unit. */
export interface Linked {
  readonly second: Draft;
  readonly link: Link;
  readonly range: boolean;
}

/** Takes a number just read; gives the number linked to it ("5-10", "5 to 7 percent", "between 5 and 7", "two or three"), else `null`. */
export function readLinked(scan: Scan, first: Draft, between: boolean): Linked | null {
  const link = linkAt(scan, first.behind);
  if (link === null) return null;
  const start = numberAt(scan, link.to);
  const second =
    start < 0 ? null : readDraft(scan, start, link.to, { money: first.dimension === "money", apart: false });
  if (second === null || second.amount.form === "fraction" || !areAlike(scan, first, second, link.kind, between))
    return null;
  const range = isRange(scan, first, second, link.kind, between);
  share(scan, first, second, link.kind, range);
  const before = range && link.kind !== "and" && isBackward(scan, first, second);
  return { second, link: link.kind, range: before || (range && inOrder(first, second)) };
}

function linkAt(scan: Scan, at: number): { kind: Link; to: number } | null {
  if (!follows(scan, at)) return null;
  if (isDash(scan, at)) return dashAt(scan, at);
  const kind = LINKS.find(scan.tokens, at);
  return kind === undefined ? null : { kind, to: at + 1 };
}

const LINKS = new Lexicon<Link>([
  ["to", "to"],
  ["and", "and"],
  ["or", "or"],
]);

/** "5-10", "5 – 10", "5-to-10". */
function dashAt(scan: Scan, at: number): { kind: Link; to: number } | null {
  if (isHyphen(scan, at) && isHyphen(scan, at + 2) && (word(scan, at + 1) === "to" || word(scan, at + 1) === "or"))
    return { kind: word(scan, at + 1) as Link, to: at + 3 };
  const even = joined(scan, at) === joined(scan, at + 1);
  const long = codeAt(scan, at) === 0x2014;
  return even && !(long && !isNumber(scan, at + 1)) ? { kind: "dash", to: at + 1 } : null;
}

/** The number or number word that the second figure opens with, behind its currency. */
function numberAt(scan: Scan, at: number): number {
  for (let next = at; next < at + 4 && follows(scan, next); next++) {
    if (isNumber(scan, next) || NUMBER_WORDS.has(scan.tokens, next) || VAGUE_PLURALS.has(scan.tokens, next))
      return next;
    const code = codeAt(scan, next);
    const money = code === 0x24 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20bf);
    if (!money && !(isWord(scan, next) && joined(scan, next + 1) && next === at)) return -1;
  }
  return -1;
}

/** Says whether the second may be the same kind of thing as the first. */
function areAlike(scan: Scan, first: Draft, second: Draft, link: Link, between: boolean): boolean {
  if (first.dimension === second.dimension && first.unit === second.unit) return true;
  if (first.unit === null) return link !== "and" || between || sharesBehindAnd(scan, first, second);
  return second.unit === null && link === "dash" && first.dimension === "money";
}

/** "5 and 7 percent", "16 and 17-year-olds"; not "80,000 and 3 percent", "killed two and three days later". */
function sharesBehindAnd(scan: Scan, first: Draft, second: Draft): boolean {
  if (first.amount.form !== second.amount.form || first.low >= 1000 || first.vague) return false;
  if (second.dimension === "percent" || second.dimension === "money") return first.low <= second.high;
  return isHyphen(scan, second.amount.to);
}

function isRange(scan: Scan, first: Draft, second: Draft, link: Link, between: boolean): boolean {
  if (link === "and") return between;
  if (link === "or") return second.low === first.low + 1 && first.low < 20 && first.unit === null;
  if (link === "to") return isSpread(scan, first, second) || !isChange(scan, first.from);
  return !isScore(scan, first, second);
}

/** "fell by 0.3 to 0.5 percent": how much, not from where to where. */
function isSpread(scan: Scan, first: Draft, second: Draft): boolean {
  return word(scan, first.from - 1) === "by" && second.low <= 5 * first.low;
}

const CHANGES = wordSet(
  "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing decreased decrease grew grow grows grown growing dropped drop drops dropping declined decline up down climbed climb jumped jump soared surged slipped slid sank cut raised raise raising lowered lower reduced reduce went gone going moved move shrank shrunk improved dipped slips falls slides sinks dips drops jumps climbs gains adds sheds soars surges slumps plunges tumbles eases plunged tumbled swung changed expanded advanced widened narrowed upgraded downgraded revised rebounded eased edged ticked nudged doubled tripled",
);

/** "rose from 5 to 7": a change, two figures. */
function isChange(scan: Scan, from: number): boolean {
  const named = word(scan, from - 1) === "from";
  const before = named ? from - 2 : from - 1;
  const far = named ? before - 12 : before - 4;
  if (word(scan, before) === "to") return false;
  for (let back = before; back >= 0 && back > far && follows(scan, back + 1) && !isMark(scan, back, 0x2e); back--) {
    if (CHANGES.has(scan.tokens, back)) return true;
  }
  return false;
}

const GAMES = wordSet(
  "won win wins winning beat beats beaten beating lost lose loses losing victory victories defeat defeats defeated draw draws drew drawn score scored scoreline vote votes voted voting lead leads led leading ahead behind trailed trailing ruled ruling decision margin aggregate set sets match record result scores tie tied level finished series champions decided thrashed downed edged overcame",
);

/** "won 3-2", "a 52-48 vote": each number is a figure. */
function isScore(scan: Scan, first: Draft, second: Draft): boolean {
  if (second.low <= first.low || isInSets(scan, first.from - 1, -1) || isInSets(scan, second.to, 1)) return true;
  if (first.unit !== null || second.unit !== null || second.low > 200) return false;
  for (let back = first.from - 1; back >= 0 && back > first.from - 5; back--)
    if (GAMES.has(scan.tokens, back)) return true;
  for (let next = second.to; next < second.to + 3; next++) if (GAMES.has(scan.tokens, next)) return true;
  return false;
}

/** "6-4, 3-6, 7-5": the sets of a match. */
function isInSets(scan: Scan, at: number, step: 1 | -1): boolean {
  return (
    isMark(scan, at, 0x2c) && isNumber(scan, at + step) && isDash(scan, at + 2 * step) && isNumber(scan, at + 3 * step)
  );
}

/** Hands the second number's unit and, in a range, its scale to the first ("5 to 7 percent", "$5-10m"). */
function share(scan: Scan, first: Draft, second: Draft, link: Link, range: boolean): void {
  const scale = scaleOf(scan, second);
  const low = first.low * scale;
  if (
    (range || link === "to" || link === "dash") &&
    scale > 1 &&
    !first.amount.scaled &&
    first.low < 1000 &&
    low < second.high
  ) {
    first.low = low;
    first.high *= scale;
    first.step *= scale;
  }
  if (first.unit === null && second.unit !== null && first.dimension === "count") {
    first.unit = second.unit;
    first.dimension = second.dimension;
  } else if (second.unit === null && first.dimension === "money") {
    second.unit = first.unit;
    second.dimension = "money";
  }
}

const NEAR_MONEY = 90;
const MOST_BETWEEN = 3;

/** "31 million kroner, up from 26 million": behind an amount of money a bare one that it is compared with is of the same currency. */
export function shareCurrency(scan: Scan, draft: Draft, found: readonly Quantity[]): void {
  if (draft.dimension !== "count" || !draft.amount.scaled || draft.vague) return;
  const before = found.slice(-MOST_BETWEEN).findLast(({ dimension }) => dimension === "money");
  const start = scan.tokens.start[draft.from] as number;
  if (
    before === undefined ||
    start - before.end > NEAR_MONEY ||
    before.low < 1e6 ||
    !COMPARED_WITH.has(scan.tokens, draft.from - 1)
  )
    return;
  if (isWord(scan, draft.to) && !BEHIND_MONEY.has(scan.tokens, draft.to)) return;
  for (let at = draft.from - 1; at > 0 && (scan.tokens.start[at] as number) > before.end; at--)
    if (!follows(scan, at) || isMark(scan, at, 0x2e)) return;
  draft.dimension = "money";
  draft.unit = before.unit;
}

const COMPARED_WITH = wordSet("from to with against than");
const BEHIND_MONEY = wordSet(
  "in a an over last this by and on at per from to for the after before year while but when as during",
);

const RESPECTIVELY = 10;

/** Takes a number and the figure before it; gives the bound of that one where "respectively" says it of both ("below $45 and $40 respectively"), else `null`. */
export function boundShared(scan: Scan, draft: Draft, before: Quantity | undefined): Bound | null {
  if (before === undefined || before.bound === "exact" || before.dimension !== draft.dimension) return null;
  if (before.boundSpan === null || before.boundSpan.start > before.start || word(scan, draft.from - 1) !== "and")
    return null;
  for (let at = draft.to; at < draft.to + RESPECTIVELY && follows(scan, at) && !isMark(scan, at, 0x2e); at++)
    if (word(scan, at) === "respectively") return before.bound;
  return null;
}

/** "635 to 541 million years ago" counts back: the first takes the scale too. */
function isBackward(scan: Scan, first: Draft, second: Draft): boolean {
  const scale = scaleOf(scan, second);
  if (scale < 1e6 || first.amount.scaled || first.low >= 1000 || first.low * scale <= second.low) return false;
  if (first.unit !== "year" || !isNumber(scan, first.amount.from)) return false;
  first.low *= scale;
  first.high *= scale;
  return true;
}

/** The factor of the scale word that ends a number. */
function scaleOf(scan: Scan, draft: Draft): number {
  const { amount } = draft;
  if (!amount.scaled || amount.vague) return 1;
  return SCALE_AFTER_DIGITS.find(scan.tokens, amount.to - 1) ?? scaleLetter(scan, amount.to - 1, true) ?? 1;
}

function inOrder(first: Draft, second: Draft): boolean {
  return first.low <= second.low && first.high <= second.high;
}

/** Takes a number and the one linked to it; says whether they are odds ("10-to-1", "two-to-one"). */
export function isOdds(first: Draft, { second, link }: Linked): boolean {
  if (link !== "to" || second.low !== 1 || first.low <= 1 || first.unit !== null || second.unit !== null) return false;
  return second.from === first.to + 3;
}

/** Takes odds; gives them as a multiple. */
export function oddsOf(first: Draft, { second }: Linked): Special {
  return { from: first.from, to: second.to, value: first.low, dimension: "multiple" };
}

const BETWEEN = wordSet("between");
const BEHIND_BETWEEN = wordSet("some about around roughly an estimated us");

/** Takes a number; says whether "between" stands before it, so that "and" parts two numbers. */
export function isBetween(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 4 && follows(scan, back + 1); back--) {
    if (BETWEEN.has(scan.tokens, back)) return true;
    if (isWord(scan, back) && !BEHIND_BETWEEN.has(scan.tokens, back)) return false;
    if (isMark(scan, back, 0x2e)) return false;
  }
  return false;
}
