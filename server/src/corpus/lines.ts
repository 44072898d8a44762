import type { Span } from "../text/span.ts";
import { type Piece, piece } from "./pieces.ts";

/** A line that is not blank, without the white space at its ends. */
export interface Line extends Span {
  /** Number of the run of lines without a blank line between them, from 0. */
  readonly group: number;
}

/** Lines looked at in one text; what follows them is taken as one. No article has as many. */
const MOST_LINES = 100_000;

/** Takes a text and where to begin; gives its lines that are not blank. Line ends are LF, CRLF, CR and the Unicode two. */
export function splitLines(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  let group = -1;
  let blank = true;
  for (let at = from; at < text.length; ) {
    const stop = lines.length < MOST_LINES ? lineEnd(text, at) : text.length;
    const [start, end] = trimmed(text, at, stop);
    if (start < end) {
      if (blank || isFrame(text.charCodeAt(at))) group++;
      lines.push({ start, end, group });
    }
    blank = start >= end;
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Takes a text and its lines; gives pieces, the lines of a paragraph that was broken to a width put together again. */
export function joinLines(text: string, lines: readonly Line[], page: number | null = null): Piece[] {
  const width = wrapWidth(text, lines);
  const pieces: Piece[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Line;
    let last = first;
    while (i + 1 < lines.length && continues(text, last, lines[i + 1] as Line, width)) last = lines[++i] as Line;
    pieces.push(piece(text, first.start, last.end, first.group, null, page));
  }
  return pieces;
}

/** Takes a line and the next one of the same text; says whether the next goes on with the same paragraph. */
export function continues(text: string, line: Line, next: Line, width: number): boolean {
  if (line.group !== next.group) return false;
  if (width > 0 && fills(text, line, next, width)) return true;
  return startsLower(text, next) && !endsSentence(text, line) && line.end - line.start > 30;
}

/**
 * Takes a text and its lines; gives the width that it was broken to, in code units, or 0 where each line is a paragraph.
 * A text is broken to a width when no line is much longer than 120 and nearly each line takes as many words as fit.
 */
export function wrapWidth(text: string, lines: readonly Line[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (width > 130 || width < 30) return 0;
  let pairs = 0;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i] as Line, lines[i + 1] as Line];
    if (line.group !== next.group) continue;
    pairs++;
    if (fills(text, line, next, width)) full++;
  }
  return pairs >= 2 && full >= pairs * 0.5 ? width : 0;
}

function fills(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.start;
  while (word < next.end && text.charCodeAt(word) > 32) word++;
  return line.end - line.start + 1 + (word - next.start) > width * 0.85;
}

/** The start and end of a message's text (ASCII), as wires send them. */
function isFrame(code: number): boolean {
  return code > 0 && code < 5;
}

function startsLower(text: string, line: Line): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?…:"”»]$/.test(text.slice(Math.max(line.start, line.end - 2), line.end));
}

function lineEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) break;
  }
  return at;
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 160 || code === 0xfeff || code === 0x200b;
}
