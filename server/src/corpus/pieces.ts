import type { Span } from "../text/span.ts";
import type { BlockKind } from "./types.ts";

/** A stretch of a text that is to become a block: its place, and what the layout says of it. */
export interface Piece extends Span {
  /** The words as written, every kind of space a plain one; empty for a stretch too long to be anything but body. */
  readonly text: string;
  /** Number of the run of lines without a blank line between them. */
  readonly group: number;
  /** Page from 1 in a paged format. */
  readonly page: number | null;
  /** Decided kind, or `null` while undecided. */
  kind: BlockKind | null;
  /** Words of the piece, counted by white space. */
  readonly words: number;
  /** True where it closes as a sentence does. */
  readonly stopped: boolean;
  /** Comparable form: lower case, single spaces, no marks at the ends. */
  readonly key: string;
}

/** Longest piece, in code units, that the rules look at; what is longer is body. */
export const LONGEST_LOOKED_AT = 1500;

/** Words up to which a piece is compared in its comparable form, beyond them as it is written. */
const LONGEST_KEY = 40;

/** Takes where a piece stands and its words; gives the piece with its features worked out. */
export function piece(
  text: string,
  start: number,
  end: number,
  group: number,
  kind: BlockKind | null = null,
  page: number | null = null,
): Piece {
  if (end - start > LONGEST_LOOKED_AT) {
    return { start, end, text: "", group, page, kind, words: LONGEST_LOOKED_AT, stopped: true, key: "" };
  }
  const own = text.slice(start, end).replace(/[\u00a0\u2007\u2009\u202f\t]/g, " ");
  const words = countWords(own);
  const key = words > LONGEST_KEY ? own : keyOf(own);
  return { start, end, text: own, group, page, kind, words, stopped: isStopped(own), key };
}

/** Takes a piece; says whether it reads as a paragraph of the article rather than a label, a link or a title. */
export function isProse(p: Piece): boolean {
  if (p.text === "") return true;
  if (p.stopped) return p.words >= 8;
  return p.words >= 16 && titleShare(p.text) < 0.7;
}

/** Takes a line; gives the share of its longer words that begin with a capital or a digit, 0 for no such words. */
export function titleShare(line: string): number {
  let all = 0;
  let capital = 0;
  for (const word of line.match(/[\p{L}\p{N}][^\s]*/gu) ?? []) {
    if (SMALL_WORDS.has(word.toLowerCase())) continue;
    all++;
    if (/^[\p{Lu}\p{N}]/u.test(word)) capital++;
  }
  return all === 0 ? 0 : capital / all;
}

const SMALL_WORDS = new Set(
  "a an the and or but nor of in on at to for by from with as is are was be vs via over into after than that its it".split(
    " ",
  ),
);

/** Takes a line; gives it in comparable form: lower case, single spaces, no marks at its ends. */
export function keyOf(line: string): string {
  const lower = line.toLowerCase();
  const spaced = ODD_SPACE.test(lower) ? lower.replace(/\s+/g, " ") : lower;
  return withoutLastMark(spaced.replace(/^[^\p{L}\p{N}*©]+/u, ""));
}

/** Space that is not one plain space between words. */
const ODD_SPACE = /\s\s|[^\S ]/;

/** Only the end is looked at: a pattern that ends in `$` is tried from everywhere. */
function withoutLastMark(line: string): string {
  const last = /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(-2)) ? line.slice(-2) : line.slice(-1);
  return /^[^\p{L}\p{N})%]$/u.test(last) ? line.slice(0, line.length - last.length) : line;
}

/** Takes words of one line; counts them by white space. */
export function countWords(line: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < line.length; i++) {
    const space = line.charCodeAt(i) <= 32 || line.charCodeAt(i) === 160;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

const CLOSERS = new Set(['"', "'", "”", "’", "»", ")", "]", "*", "_", "“"]);
const STOPS = new Set([".", "!", "?", "…", ":", ";", "。", "؟"]);

function isStopped(line: string): boolean {
  let at = line.length - 1;
  while (at > 0 && CLOSERS.has(line[at] ?? "")) at--;
  return STOPS.has(line[at] ?? "");
}
