import { continues, type Line, splitLines, wrapWidth } from "./lines.ts";
import { type Piece, piece } from "./pieces.ts";
import type { BlockKind } from "./types.ts";

/** A line of Markdown with its block markup set aside. */
interface Marked extends Line {
  /** True where it may go on with, or be gone on with by, the line beside it. */
  readonly plain: boolean;
  readonly kind: BlockKind | null;
  /** True in a block quotation. */
  readonly quoted?: boolean;
  /** The words as a reader sees them, where they differ from the text. */
  readonly seen: string | null;
}

/** Takes Markdown and where its front matter ends; gives its pieces, with headings and pictures decided by their markup. */
export function markdownPieces(text: string, from: number): Piece[] {
  const lines = splitLines(text, from);
  const width = wrapWidth(text, lines);
  const marked = withoutLinkLists(mark(text, lines));
  const pieces: Piece[] = [];
  for (let i = 0; i < marked.length; i++) {
    const first = marked[i] as Marked;
    let last = first;
    while (goesOn(text, last, marked[i + 1], width)) last = marked[++i] as Marked;
    pieces.push(asPiece(text, first, last));
  }
  return pieces;
}

function goesOn(text: string, line: Marked, next: Marked | undefined, width: number): boolean {
  if (next?.plain !== true || line.kind !== null || line.quoted !== next.quoted) return false;
  return line.quoted ? line.group === next.group : continues(text, line, next, width);
}

function asPiece(text: string, first: Marked, last: Marked): Piece {
  if (first === last && first.seen !== null) {
    const seen = piece(first.seen, 0, first.seen.length, first.group, first.kind);
    return { ...seen, start: first.start, end: first.end };
  }
  return piece(text, first.start, last.end, first.group, isSigned(text, first, last) ? "body" : first.kind);
}

/** A block quotation whose last line says whose words it holds. */
function isSigned(text: string, first: Marked, last: Marked): boolean {
  return first.quoted === true && first !== last && /^[—–―-]\s*\p{Lu}/u.test(text.slice(last.start, last.start + 40));
}

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const RULE = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$/;
const DEFINITION = /^\[[^\]^][^\]]{0,200}\]:\s+<?\S{1,800}(?:\s+["'(].{0,200})?$/;
const PICTURE = /^!\[([^\]]{0,400})\]\([^)\s]{0,800}(?:\s+"[^"]{0,400}")?\)$/;
const LINK = /^\[([^\]]{1,300})\]\(\S{1,800}(?:\s+"[^"]{0,400}")?\)$/;
const ITEM = /^(?:[-*+•]|\d{1,3}[.)])\s+/;
const QUOTE = /^(?:>\s?)+/;

function mark(text: string, lines: readonly Line[]): Marked[] {
  const marked: Marked[] = [];
  let fenced = false;
  let hidden = false;
  for (const line of lines) {
    const own = text.slice(line.start, Math.min(line.end, line.start + 2000));
    if (/^(?:```|~~~)/.test(own)) fenced = !fenced;
    else if (fenced) marked.push({ ...line, plain: false, kind: null, seen: null });
    else if (hidden || own.startsWith("<!--")) hidden = !own.includes("-->");
    else if (isTableRule(own) || DEFINITION.test(own)) continue;
    else if (RULE.test(own.slice(0, 200))) underline(marked, line, own);
    else marked.push(markLine(line, own));
  }
  return marked.filter((line) => line.end > line.start);
}

/** The line between the head of a table and its rows. */
function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("--") && /^[ :|-]+$/.test(line);
}

/** A line of `===` or `---` right under a paragraph's only line makes that a heading; else it is a rule. */
function underline(marked: Marked[], line: Line, own: string): void {
  const above = marked.at(-1);
  if (above === undefined || above.group !== line.group || !above.plain || !/^[=-]+$/.test(own)) return;
  marked[marked.length - 1] = { ...above, plain: false, kind: "headline" };
}

function markLine(line: Line, own: string): Marked {
  const picture = PICTURE.exec(own);
  if (picture !== null) return pictureLine(line, picture[1] ?? "");
  const heading = HEADING.exec(own);
  if (heading !== null)
    return within(line, own.length - own.replace(/^#+\s+/, "").length, heading[1] ?? "", "headline");
  const item = ITEM.exec(own);
  if (item !== null)
    return { ...inner(line, item[0].length), plain: false, kind: null, seen: linkText(own.slice(item[0].length)) };
  const quote = QUOTE.exec(own);
  if (quote !== null) return { ...inner(line, quote[0].length), plain: true, quoted: true, kind: null, seen: null };
  return { ...line, plain: !LINK.test(own), kind: null, seen: linkText(own) };
}

function pictureLine(line: Line, alternative: string): Marked {
  const start = line.start + 2;
  const kind = alternative.split(/\s+/).length >= 4 ? "caption" : "furniture";
  return { ...line, start, end: start + alternative.length, plain: false, kind, seen: null };
}

function within(line: Line, skip: number, seen: string, kind: BlockKind): Marked {
  const start = line.start + skip;
  return { ...line, start, end: Math.min(line.end, start + seen.length), plain: false, kind, seen: linkText(seen) };
}

function inner(line: Line, skip: number): Line {
  return { ...line, start: Math.min(line.end, line.start + skip) };
}

/** Takes a line; gives the words of the one link that it is, or `null`. */
function linkText(line: string): string | null {
  return LINK.exec(line)?.[1] ?? null;
}

/** Runs of three or more lines that are nothing but a link are a menu. */
function withoutLinkLists(lines: readonly Marked[]): Marked[] {
  const isLink = (line: Marked | undefined) => line?.seen != null && line.kind === null;
  let run = 0;
  const runs = lines.map((line) => (run = isLink(line) ? run + 1 : 0));
  for (let i = lines.length - 2; i >= 0; i--)
    if ((runs[i] ?? 0) > 0 && (runs[i + 1] ?? 0) > 0) runs[i] = runs[i + 1] as number;
  return lines.map((line, i) => ((runs[i] ?? 0) >= 3 ? { ...line, kind: "furniture" } : line));
}
