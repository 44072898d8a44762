/** A run of text as pdf.js gives it: `transform` holds the place in its last two numbers. */
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
}

/** Takes the runs of a page in their order, and its number; gives its lines. A run belongs to the line whose height it shares. */
export function linesOf(items: readonly TextItem[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  let runs: TextItem[] = [];
  const end = () => {
    const line = joinRuns(runs, page);
    if (line !== null) lines.push(line);
    runs = [];
  };
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && item.str !== "" && !sharesLine(last, item)) end();
    if (item.str !== "") runs.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function sharesLine(last: TextItem, item: TextItem): boolean {
  const size = Math.max(sizeOf(last), sizeOf(item), 1);
  const back = xOf(item) < xOf(last) - size;
  return Math.abs(yOf(item) - yOf(last)) < size * 0.6 && !back;
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
    right = xOf(run) + run.width;
  }
  text = text.replace(/[ \t\u00ad]+/g, (gap) => (gap.includes("\u00ad") ? gap.replace(/\u00ad/g, "") : " ")).trim();
  return text === "" ? null : { text, page, x: xOf(first), y: yOf(base), right, size: sizeOf(base) };
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
