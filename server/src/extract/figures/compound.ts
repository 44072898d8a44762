import { PLAIN, readCardinal } from "./cardinal.ts";
import type { Draft } from "./figure.ts";
import { currencyAfter } from "./money.ts";
import { follows, isHyphen, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";
import { readUnit } from "./units.ts";

/** Units that are told together with smaller ones, and how many of those make one. */
const SMALLER: ReadonlyMap<string, readonly [unit: string, parts: number]> = new Map([
  ["foot", ["inch", 12]],
  ["stone", ["pound", 14]],
  ["pound", ["ounce", 16]],
  ["USD", ["cent", 100]],
  ["EUR", ["cent", 100]],
  ["GBP", ["penny", 100]],
]);

/** Takes a number with its unit; adds what the next smaller unit says behind it ("5 feet 2 inches", "3 dollars and 50 cents"), or a half ("a year and a half"). */
export function readCompound(scan: Scan, draft: Draft): void {
  if (draft.unit === null || draft.low !== draft.high) return;
  if (isHalfBehind(scan, draft.behind)) {
    grow(draft, word(scan, draft.behind + 2) === "half" ? 0.5 : 0.25, draft.behind + 3, draft.behind + 3, 0.5);
    return;
  }
  const smaller = SMALLER.get(draft.unit);
  if (smaller === undefined || draft.amount.scaled || !follows(scan, draft.behind)) return;
  const at = behindLink(scan, draft.behind, draft.dimension === "money");
  const part = follows(scan, at) && (isNumber(scan, at) || isWord(scan, at)) ? readCardinal(scan, at, PLAIN) : null;
  if (part === null || part.scaled || part.low >= Math.max(smaller[1], 100)) return;
  const unit = currencyAfter(scan, part.to, true) ?? readUnit(scan, part.to, true) ?? inches(scan, part.to);
  const bare = unit === null && (draft.dimension === "money" ? isEnd(scan, part.to) : isTall(scan, draft, part.low));
  if (!bare && unit?.unit !== smaller[0]) return;
  const to = unit === null ? part.to : unit.to;
  grow(draft, part.low / smaller[1], to, to, 1 / smaller[1]);
}

function grow(draft: Draft, more: number, to: number, behind: number, step: number): void {
  draft.low += more;
  draft.high += more;
  draft.step = step;
  draft.to = to;
  draft.behind = behind;
}

function behindLink(scan: Scan, at: number, money: boolean): number {
  const list = isMark(scan, at, 0x2c) && !money;
  return word(scan, at) === "and" || list || isHyphen(scan, at) ? at + 1 : at;
}

/** "6-foot-4": the inches need no name behind a hyphen. */
function isTall(scan: Scan, draft: Draft, inches: number): boolean {
  return draft.unit === "foot" && inches < 12 && isHyphen(scan, draft.behind);
}

/** "in" is inches only behind feet. */
function inches(scan: Scan, at: number): { unit: string; to: number } | null {
  return word(scan, at) === "in" && follows(scan, at) ? { unit: "inch", to: at + 1 } : null;
}

/** "15 dollars 50.": the cents need no name where nothing else is counted. */
function isEnd(scan: Scan, at: number): boolean {
  return (
    at >= scan.tokens.count ||
    word(scan, at) === "more" ||
    (!isWord(scan, at) && joined(scan, at) && !isMark(scan, at, 0x25))
  );
}

/** Takes the token behind a unit; says whether "and a half" or "and a quarter" follows. */
export function isHalfBehind(scan: Scan, at: number): boolean {
  if (word(scan, at) !== "and" || word(scan, at + 1) !== "a") return false;
  for (let part = at; part < at + 3; part++) if (!follows(scan, part)) return false;
  return word(scan, at + 2) === "half" || word(scan, at + 2) === "quarter";
}
