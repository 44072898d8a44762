import type { Part } from "../extracted.ts";
import type { PageLine } from "./pdflines.ts";

/**
 * Takes the lines of each page; gives paragraphs with their pages. Lines that run along the top or bottom of several
 * pages are furniture; words broken at a line's end are put together; a sentence cut by a page's end goes on with its
 * paragraph, which keeps the page that it begins on.
 */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): Part[] {
  const size = usualSize(pages);
  const running = runningLines(pages);
  const open: Open[] = [];
  let current: Open | null = null;
  const aside: { part: Part; before: number }[] = [];
  for (const lines of pages) {
    const gap = usualGap(lines);
    const edge = edgeOf(lines);
    for (const line of lines) {
      if (line.turned || (edge.has(line) && (running.has(runningKey(line.text)) || isPageNumber(line.text))))
        aside.push({ part: { text: line.text, kind: "furniture", page: line.page }, before: open.length });
      else current = add(open, current, line, gap, size);
    }
  }
  return ordered(
    open.map((paragraph) => close(paragraph, size, open[0] === paragraph)),
    aside,
  );
}

/** A paragraph that lines are still added to. */
interface Open {
  readonly lines: PageLine[];
  text: string;
}

/** Gives the paragraph to which the line went. */
function add(open: Open[], current: Open | null, line: PageLine, gap: number, size: number): Open {
  const paragraph = cutByNotes(open, line) ?? current;
  const last = paragraph?.lines.at(-1);
  if (paragraph === null || last === undefined || begins(paragraph, last, line, gap, size)) {
    const begun = { lines: [line], text: line.text };
    open.push(begun);
    return begun;
  }
  paragraph.text = joinWords(paragraph.text, line.text);
  paragraph.lines.push(line);
  return paragraph;
}

/** The paragraph that a new page goes on with where smaller notes stand below it: the last one in letters of the line's size. */
function cutByNotes(open: readonly Open[], line: PageLine): Open | null {
  const last = open.at(-1)?.lines.at(-1);
  if (last === undefined || last.page === line.page || last.size > line.size * 0.92) return null;
  if (!/^\p{Ll}/u.test(line.text)) return null;
  const above = open.findLast(({ lines }) => Math.abs((lines.at(-1) as PageLine).size - line.size) < line.size * 0.05);
  return above !== undefined && above.lines.at(-1)?.page === last.page && !ENDED.test(above.text) ? above : null;
}

/** Says whether a line begins a paragraph: after a page or column unless a sentence goes on, after a gap, another size, an indent or a short line. */
function begins(paragraph: Open, last: PageLine, line: PageLine, gap: number, size: number): boolean {
  if (Math.abs(last.size - line.size) > Math.max(last.size, line.size) * 0.12) return true;
  if (line.row || last.row) return true;
  if (/^(?:[•▪‣◦·–-]|\(?\d{1,2}[.)])\s/.test(line.text)) return true;
  const ended = ENDED.test(paragraph.text);
  if (line.page !== last.page || line.y > last.y + last.size)
    return ended || !(/^[\p{Ll}\d(“"‘]/u.test(line.text) || /-$/.test(paragraph.text)) || last.size > size * 1.2;
  const fall = last.y - line.y;
  if (fall > Math.max(gap * 1.35, line.size * (line.size > size * LARGE ? LARGE_FALL : 1.05))) return true;
  if (line.x - last.x > line.size * 0.8 && line.x - last.x < line.size * 5 && ended) return true;
  const widest = Math.max(...paragraph.lines.slice(-5).map((one) => one.right));
  return ended && last.right < widest - line.size * 6 && paragraph.lines.length > 1;
}

/** Times the usual size from which letters are a heading's, and the fall of its lines in letter heights. */
const LARGE = 1.15;
const LARGE_FALL = 1.4;

const ENDED = /[.!?:…]["”’»)\]\d]*$/;

/** Puts a line's words behind others; a hyphen between two small letters at the line's end is the printer's. */
function joinWords(above: string, below: string): string {
  if (/\p{L}[-\u2010]$/u.test(above) && /^\p{Ll}/u.test(below)) {
    return KEPT_HYPHEN.test(above) ? above + below : above.slice(0, -1) + below;
  }
  return /[\u2013\u2014/]$/.test(above) && !/\s.$/.test(above) ? above + below : `${above} ${below}`;
}

/** First parts that keep their hyphen: number words and the usual prefixes of compounds. */
const KEPT_HYPHEN =
  /(?:^|[\s(“"‘-])(?:\d+|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|ten|non|self|ex|anti|pro|co|well|long|short|high|low|half|all|cross|multi|US|UK|UN|EU|U\.S|so|year|month|week|day|old|led|Anglo|Franco|[A-Z])-$/i;

function close(paragraph: Open, size: number, first: boolean): Part {
  const [line] = paragraph.lines;
  const page = line?.page ?? null;
  const large = (line?.size ?? 0) > size * LARGE;
  const title = large && paragraph.text.length < 250 && (first || !/[.;,]$/.test(paragraph.text));
  return { text: paragraph.text, kind: title && /\p{L}{2}/u.test(paragraph.text) ? "headline" : null, page };
}

/** Furniture stands before the paragraph that was next when it was met. */
function ordered(parts: readonly Part[], aside: readonly { part: Part; before: number }[]): Part[] {
  const all: Part[] = [];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    while (at < aside.length && (aside[at]?.before ?? 0) <= i) all.push((aside[at++] as { part: Part }).part);
    all.push(part);
  }
  return [...all, ...aside.slice(at).map(({ part }) => part)];
}

/** Levels looked at from the top and from the bottom of each page. */
const EDGE = 3;

/** The lines at the top and at the bottom of a page, whatever column they stand in. */
function edgeOf(lines: readonly PageLine[]): Set<PageLine> {
  const heights = [...new Set(lines.filter((line) => !line.turned).map((line) => Math.round(line.y)))].sort(
    (a, b) => a - b,
  );
  const [low, high] = [heights[Math.min(EDGE, heights.length) - 1] ?? 0, heights.at(-EDGE) ?? Number.NEGATIVE_INFINITY];
  return new Set(lines.filter((line) => Math.round(line.y) <= low || Math.round(line.y) >= high));
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—|] ?)?(?:page )?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-–—|])?$/i.test(text);
}

/** Keys of lines that stand at the top or bottom of at least three pages, or of all of two; two are enough where the lines count the pages. */
function runningLines(pages: readonly (readonly PageLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  const numbered = new Map<string, string>();
  for (const [page, lines] of pages.entries()) {
    const keys = new Set<string>();
    for (const { text } of edgeOf(lines)) {
      const key = runningKey(text);
      const number = /^\W*(\d{1,4})\b|\b(\d{1,4})\W*$/.exec(text);
      keys.add(key);
      if (number !== null && key !== "#") {
        const counted = `${key}|${Number(number[1] ?? number[2]) - page}`;
        numbered.set(counted, key);
        keys.add(counted);
      }
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = pages.length <= 2 ? 2 : Math.max(2, Math.min(3, Math.ceil(pages.length / 2)));
  const isRunning = (key: string, count: number) => key.length <= 150 && count >= (numbered.has(key) ? 2 : most);
  return new Set([...counts].filter(([key, count]) => isRunning(key, count)).map(([key]) => numbered.get(key) ?? key));
}

/** A running line's words, page numbers in it made alike. */
function runningKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\W*\d{1,4}\b|\b\d{1,4}\W*$|\bpage \d+(?: of \d+)?/g, "#")
    .replace(/\s+/g, " ");
}

/** Size of letters that most text is set in. */
function usualSize(pages: readonly (readonly PageLine[])[]): number {
  const lengths = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    lengths.set(size, (lengths.get(size) ?? 0) + line.text.length);
  }
  return [...lengths].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0] as [number, number])[0];
}

/** Distance from line to line within paragraphs: the lower quartile of a page's falls. */
function usualGap(lines: readonly PageLine[]): number {
  const falls = lines
    .slice(1)
    .map((line, at) => (lines[at] as PageLine).y - line.y)
    .filter((fall) => fall > 1)
    .sort((a, b) => a - b);
  return falls[Math.floor(falls.length / 4)] ?? 12;
}
