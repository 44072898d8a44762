import { inReadingOrder } from "./pdfcolumns.ts";

/** A run of text as pdf.js gives it: `transform` holds how it is turned in its first two numbers, its place in the last two. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page. Lengths are points; `y` grows upwards. */
export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** Height of its letters. */
  readonly size: number;
  /** True where it is a row of a table, its cells with " | " between them. */
  readonly row?: boolean;
  /** True where it is turned against the rest of the page: a mark at the edge, a watermark. */
  readonly turned?: boolean;
}

/** Takes the runs of a page in the order in which they were drawn, and its number; gives its lines in the order of reading: column by column, rows of tables in one. */
export function linesOf(items: readonly TextItem[], page: number): PageLine[] {
  const turns = items.map(turnOf);
  const usual = usualTurn(items, turns);
  const straight = items.flatMap((item, at) => (turns[at] === usual ? [straightened(item, usual)] : []));
  const others = items.flatMap((item, at) => (turns[at] === usual ? [] : [straightened(item, turns[at] as number)]));
  const turned = segmentsOf(others, page).map((line) => ({ ...line, turned: true }));
  return [...inReadingOrder(withInitials(merged(segmentsOf(straight, page)))).flatMap(lineOf), ...turned];
}

/** Gap between two runs of a line, in letter heights, from which they are parts of their own: cells, or lines of two columns. */
const PART = 1.2;

/** The same between two numbers, which are wider apart than words only in cells. */
const NUMBERS = 0.8;

function segmentsOf(items: readonly TextItem[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  let runs: TextItem[] = [];
  const end = () => {
    const line = joinRuns(runs, page);
    if (line !== null) lines.push(line);
    runs = [];
  };
  for (const item of items) {
    const last = runs.findLast((run) => run.str.trim() !== "");
    if (last !== undefined && item.str.trim() !== "" && !sharesLine(last, item)) end();
    if (item.str !== "") runs.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function sharesLine(last: TextItem, item: TextItem): boolean {
  const size = Math.max(sizeOf(last), sizeOf(item), 1);
  const gap = xOf(item) - (xOf(last) + last.width);
  const most = areNumbers(last.str, item.str) ? NUMBERS : PART;
  return Math.abs(yOf(item) - yOf(last)) < size * 0.6 && xOf(item) >= xOf(last) - size && gap < size * most;
}

function joinRuns(runs: readonly TextItem[], page: number): PageLine | null {
  const full = runs.filter((run) => run.str.trim() !== "");
  const first = full[0];
  if (first === undefined) return null;
  const base = full.reduce((most, run) => (run.str.length > most.str.length ? run : most), first);
  let text = "";
  let right = xOf(first);
  for (const run of runs) {
    const raised = yOf(run) - yOf(base) > sizeOf(base) * 0.2 && sizeOf(run) < sizeOf(base) * 0.8;
    if (raised && /^[\d,* ]{1,6}$/.test(run.str)) continue;
    if (text !== "" && !/\s$/.test(text) && !/^\s/.test(run.str) && xOf(run) - right > sizeOf(base) * 0.18) text += " ";
    text += run.str;
    right = run.str.trim() === "" ? right : xOf(run) + run.width;
  }
  text = text.replace(/[ \t\u00ad]+/g, (gap) => (gap.includes("\u00ad") ? gap.replace(/\u00ad/g, "") : " ")).trim();
  return text === "" ? null : { text, page, x: xOf(first), y: yOf(base), right, size: sizeOf(base) };
}

/** Puts together what a program drew word by word: parts of one height with no more than a space between them. */
function merged(lines: readonly PageLine[]): PageLine[] {
  const levels = [...lines].sort((a, b) =>
    Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.3 ? a.x - b.x : b.y - a.y,
  );
  const whole: PageLine[] = [];
  for (const line of levels) {
    const last = whole.at(-1);
    if (last !== undefined && isNext(last, line))
      whole[whole.length - 1] = { ...last, text: glued(last, line), right: line.right };
    else whole.push(line);
  }
  return whole;
}

function isNext(last: PageLine, line: PageLine): boolean {
  const size = Math.min(last.size, line.size);
  const gap = line.x - last.right;
  return Math.abs(last.y - line.y) < size * 0.3 && gap > -size * 0.5 && gap < size * 0.8 && last.size / line.size < 1.5;
}

function glued(last: PageLine, line: PageLine): string {
  return line.x - last.right > last.size * 0.18 ? `${last.text} ${line.text}` : last.text + line.text;
}

/** A large first letter goes to the word that it begins. */
function withInitials(lines: readonly PageLine[]): PageLine[] {
  const initials = lines.filter((line) => /^[“"‘]?\p{Lu}$/u.test(line.text));
  let rest = [...lines];
  for (const initial of initials) {
    const top = initial.y + initial.size;
    const word = rest.find(
      (line) =>
        initial.size > line.size * 1.8 &&
        line.y < top &&
        line.y > initial.y &&
        line.x - initial.right < line.size &&
        line.x >= initial.x,
    );
    if (word === undefined) continue;
    rest = rest.flatMap((line) =>
      line === initial ? [] : [line === word ? { ...line, text: initial.text + line.text } : line],
    );
  }
  return rest;
}

/** Takes the levels of a page and the number of one: the parts that stand side by side. They are a row of a table where a level beside them is cut up too, else a line. */
function lineOf(parts: readonly PageLine[], at: number, levels: readonly (readonly PageLine[])[]): PageLine[] {
  const [first] = parts;
  if (first === undefined) return [];
  const right = Math.max(...parts.map((part) => part.right));
  const beside = isCutUp(levels[at - 1] ?? []) || isCutUp(levels[at + 1] ?? []);
  const row =
    (isCutUp(parts) && beside) ||
    parts.some((part, i) => i > 0 && areNumbers((parts[i - 1] as PageLine).text, part.text));
  return [{ ...first, text: parts.map((part) => part.text).join(row ? " | " : " "), right, ...(row ? { row } : {}) }];
}

/** Two numbers that stand apart are two cells, however narrow the table: "104 700" would be read as one. */
function areNumbers(last: string, next: string): boolean {
  return /\d[%)]?\s*$/.test(last.slice(-8)) && /^\s*[-−+(]?\d/.test(next);
}

/** Gap in letter heights that stands between cells, and never in a line of text. */
const CELL = 2;

function isCutUp(parts: readonly PageLine[]): boolean {
  return parts.some((part, at) => at > 0 && part.x - (parts[at - 1] as PageLine).right > part.size * CELL);
}

/** Quarter turns against the page, 0 to 3; a slanted run counts as turned by one. */
function turnOf(item: TextItem): number {
  const [a = 1, b = 0] = item.transform;
  if (Math.abs(b) <= Math.abs(a) * 0.05) return a < 0 ? 2 : 0;
  return b < 0 ? 3 : 1;
}

function usualTurn(items: readonly TextItem[], turns: readonly number[]): number {
  const letters = [0, 0, 0, 0];
  for (const [at, item] of items.entries())
    letters[turns[at] as number] = (letters[turns[at] as number] ?? 0) + item.str.length;
  return letters.indexOf(Math.max(...letters));
}

/** A page that was turned as a whole is read as if it were not. */
function straightened(item: TextItem, turn: number): TextItem {
  if (turn === 0) return item;
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = Math.hypot(a, b);
  const [right, up] = turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
  return { ...item, transform: [size, 0, 0, size, right, up] };
}

function xOf(item: TextItem): number {
  return item.transform[4] ?? 0;
}

function yOf(item: TextItem): number {
  return item.transform[5] ?? 0;
}

function sizeOf(item: TextItem): number {
  return item.height > 0 ? item.height : Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
}
