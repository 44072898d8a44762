import type { Mention, Span } from "../../text/span.ts";
import type { Difference } from "../types.ts";
import type { PatternItem } from "./pattern.ts";
import type { ComparedWord } from "./words.ts";

/** How a quotation lies on a stretch of a source. */
export interface Alignment extends Span {
  /** Words of the quotation changed or added, and words of the source left out unmarked. */
  readonly edits: number;
  readonly differences: readonly Difference[];
  /** Words of the quotation that stand in the source. */
  readonly matched: number;
  /** What the quotation's marked ellipses skip in the source, each by its words. */
  readonly skipped: readonly (readonly string[])[];
  /** The quotation begins (ends) with a bracket. */
  readonly startsOpen: boolean;
  readonly endsOpen: boolean;
  /** Each bracket of the quotation: its words, and those of the source that it stands for. */
  readonly bracketed: readonly { readonly draft: readonly string[]; readonly source: readonly string[] }[];
}

/** What an unmarked change costs, and what a marked omission (bracket) costs a word: little, so that the shortest is taken. */
const CHANGE = 1;
/** A word in place earns a hair, so that of ways with as few changes the one with more words in place is taken. */
const IN_PLACE = -0.001;
const SKIP_IN_ELLIPSIS = 0.0005;
const SKIP_IN_BRACKET = 0.03;
const STAY = 0;
const DIAGONAL = 1;
const LEFT = 2;
const UP = 3;

/**
 * Lays a quotation on the words of a source so that the fewest words differ.
 * Takes the pattern with the text it comes from, and the source's words with theirs; gives the best place, or `null` where no word is shared.
 * Method: approximate string matching by dynamic programming with a free start and end (Sellers 1980), over words instead of characters.
 */
export function align(
  pattern: readonly PatternItem[],
  draft: string,
  words: readonly ComparedWord[],
  source: string,
): Alignment | null {
  if (pattern.length === 0 || words.length === 0) return null;
  const { moves, last } = fill(pattern, words);
  const path = startInPlace(trace(moves, pattern, words, last), pattern, words);
  if (path.matched.length === 0) return null;
  const differences = merge(path, pattern, draft, words, source).filter((one) => !sameLetters(one));
  const first = words[path.from]!;
  const final = words[Math.max(path.from, last - 1)]!;
  return {
    start: first.start,
    end: final.end,
    edits: editsOf(differences),
    differences,
    matched: path.matched.length,
    skipped: pattern.flatMap((item, i) => (item.kind === "ellipsis" ? [under(path, i, words)] : [])),
    startsOpen: pattern[0]?.kind === "bracket",
    endsOpen: pattern.at(-1)?.kind === "bracket",
    bracketed: pattern.flatMap((item, i) =>
      item.kind === "bracket" ? [{ draft: item.words.map(({ key }) => key), source: under(path, i, words) }] : [],
    ),
  };
}

/** Moves of each cell, row by row, and the column where the cheapest alignment ends. */
function fill(pattern: readonly PatternItem[], words: readonly ComparedWord[]): { moves: Uint8Array; last: number } {
  const width = words.length + 1;
  const moves = new Uint8Array((pattern.length + 1) * width);
  const places = new Map<string, number>();
  for (const [at, item] of pattern.entries()) if (item.kind === "word") places.set(item.word.key, at);
  const numbers = Int32Array.from(words, ({ key }) => places.get(key) ?? NOWHERE);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  for (const [i, item] of pattern.entries()) {
    const own = moves.subarray((i + 1) * width, (i + 2) * width);
    if (item.kind === "word") fillWord(places.get(item.word.key) ?? NOWHERE, numbers, above, row, own);
    else fillOpening(item.kind === "ellipsis" ? SKIP_IN_ELLIPSIS : SKIP_IN_BRACKET, above, row, own);
    [above, row] = [row, above];
  }
  const end = cheapest(above, moves.subarray(pattern.length * width));
  const final = pattern.at(-1);
  const word = final?.kind === "word" ? (places.get(final.word.key) ?? NOWHERE) : NOWHERE;
  return { moves, last: word === NOWHERE ? end : inPlace(word, numbers, above, end) };
}

/** Words are compared as numbers: of each word of the source, a place of the pattern that has it. */
const NOWHERE = -1;

function fillWord(word: number, numbers: Int32Array, above: Float64Array, row: Float64Array, moves: Uint8Array): void {
  let before = above[0]!;
  let last = before + CHANGE;
  row[0] = last;
  moves[0] = UP;
  for (let j = 1; j < row.length; j++) {
    const over = above[j]!;
    let best = before + (numbers[j - 1] === word ? IN_PLACE : CHANGE);
    let move = DIAGONAL;
    if (over + CHANGE < best) {
      best = over + CHANGE;
      move = UP;
    }
    if (last + CHANGE < best) {
      best = last + CHANGE;
      move = LEFT;
    }
    row[j] = best;
    moves[j] = move;
    before = over;
    last = best;
  }
}

function fillOpening(skip: number, above: Float64Array, row: Float64Array, moves: Uint8Array): void {
  row[0] = above[0]!;
  moves[0] = UP;
  for (let j = 1; j < row.length; j++) {
    const left = row[j - 1]! + skip;
    const up = above[j]!;
    row[j] = Math.min(left, up);
    moves[j] = up <= left ? UP : LEFT;
  }
}

/** The cheapest column; of equal ones the first in which the quotation's last word faces a word of the source. */
function cheapest(row: Float64Array, moves: Uint8Array): number {
  let at = 0;
  for (let j = 1; j < row.length; j++) {
    const equal = row[j] === row[at] && moves[at] !== DIAGONAL && moves[j] === DIAGONAL;
    if (row[j]! < row[at]! || equal) at = j;
  }
  return at;
}

/** How far behind the cheapest end the quotation's last word is looked for, and what more changes that may cost. */
const BEHIND = 4;
const WORTH = 2.5;

/** "razed the city" of "razed the whole old city": an end a little farther on, where the last word stands in place, rather than one at a changed word. */
function inPlace(word: number, numbers: Int32Array, row: Float64Array, end: number): number {
  if (end === 0 || numbers[end - 1] === word) return end;
  for (let j = end + 1; j <= Math.min(end + BEHIND, numbers.length); j++)
    if (numbers[j - 1] === word && row[j]! <= row[end]! + WORTH) return j;
  return end;
}

interface Path {
  /** Column where the alignment begins. */
  readonly from: number;
  /** Steps in order: [move, pattern index, word index]. */
  readonly steps: readonly (readonly [number, number, number])[];
  readonly matched: readonly number[];
  /** Words skipped under a mark, the last first: [pattern index, word index]. */
  readonly skips: readonly (readonly [number, number])[];
}

function trace(moves: Uint8Array, pattern: readonly PatternItem[], words: readonly ComparedWord[], last: number): Path {
  const width = words.length + 1;
  const steps: (readonly [number, number, number])[] = [];
  const matched: number[] = [];
  const skips: (readonly [number, number])[] = [];
  let i = pattern.length;
  let j = last;
  while (i > 0) {
    const move = moves[i * width + j]!;
    const item = pattern[i - 1]!;
    const same = move === DIAGONAL && item.kind === "word" && item.word.key === words[j - 1]!.key;
    if (same) matched.push(i - 1);
    if (move === LEFT && item.kind !== "word") skips.push([i - 1, j - 1]);
    steps.push([same || item.kind !== "word" ? STAY : move, i - 1, j - 1]);
    if (move !== LEFT) i--;
    if (move !== UP) j--;
  }
  return { from: j, steps: steps.reverse(), matched, skips };
}

/** "Many strikes" of "Many of the strikes": a start a little farther back, where the first word stands in place. */
function startInPlace(path: Path, pattern: readonly PatternItem[], words: readonly ComparedWord[]): Path {
  const [move, first, at] = path.steps[0] ?? [STAY, 0, 0];
  const item = pattern[0];
  if (move === STAY || move === LEFT || first !== 0 || item?.kind !== "word") return path;
  const next = move === UP ? at + 1 : at;
  for (let from = next - 1; from >= Math.max(0, next - BEHIND); from--) {
    if (words[from]!.key !== item.word.key) continue;
    const end = move === UP ? next : next + 1;
    if (end - from - 2 > WORTH) return path;
    const between = Array.from({ length: end - from - 1 }, (_, i) => [LEFT, 0, from + 1 + i] as const);
    return {
      ...path,
      from,
      steps: [[STAY, 0, from], ...between, ...path.steps.slice(1)],
      matched: [...path.matched, 0],
    };
  }
  return path;
}

/** The words of the source that an opening of the pattern stands for. */
function under({ skips }: Path, item: number, words: readonly ComparedWord[]): string[] {
  return skips
    .filter(([p]) => p === item)
    .map(([, w]) => words[w]!.key)
    .reverse();
}

/** Joins neighbouring steps that differ into runs, each with its words on both sides. */
function merge(
  path: Path,
  pattern: readonly PatternItem[],
  draft: string,
  words: readonly ComparedWord[],
  source: string,
): Difference[] {
  const differences: Difference[] = [];
  let draftRun: ComparedWord[] = [];
  let sourceRun: ComparedWord[] = [];
  let draftAt = startOf(pattern[0]!);
  let sourceAt = words[Math.min(path.from, words.length - 1)]!.start;
  const flush = (next = draftAt) => {
    if (draftRun.length + sourceRun.length > 0)
      differences.push({ draft: run(draft, draftRun, next), source: run(source, sourceRun, sourceAt) });
    draftRun = [];
    sourceRun = [];
  };
  for (const [move, p, w] of path.steps) {
    if (move === STAY) {
      flush(startOf(pattern[p]!));
      draftAt = endOf(pattern[p]!);
      sourceAt = w >= 0 ? words[w]!.end : sourceAt;
      continue;
    }
    const item = pattern[p]!;
    if (move !== LEFT && item.kind === "word") draftRun.push(item.word);
    if (move !== UP) sourceRun.push(words[w]!);
  }
  flush();
  return differences;
}

function startOf(item: PatternItem): number {
  return item.kind === "word" ? item.word.start : item.start;
}

function endOf(item: PatternItem): number {
  return item.kind === "word" ? item.word.end : item.end;
}

function run(text: string, words: readonly ComparedWord[], at: number): Mention {
  const start = words[0]?.start ?? at;
  const end = words.at(-1)?.end ?? at;
  return { start, end, text: text.slice(start, end) };
}

/** "airstrikes" and "air strikes" are the same letters: a space or a hyphen is no change of words. */
function sameLetters({ draft, source }: Difference): boolean {
  return letters(draft.text) === letters(source.text);
}

function letters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£¥&]/gu, "");
}

function editsOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { draft, source }) => sum + Math.max(wordCount(draft), wordCount(source)), 0);
}

function wordCount({ text }: Mention): number {
  return text === "" ? 0 : text.split(/\s+/).length;
}
