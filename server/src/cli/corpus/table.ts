import picocolors from "picocolors";
import stringWidth from "string-width";
import { wrap } from "../wrap.ts";
import type { Surroundings } from "./open.ts";

/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly align?: "right";
  /** True for the columns that give way where a line gets too long. */
  readonly gives?: boolean;
}

/** A row, and lines of prose to stand indented below it. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly below?: readonly string[];
}

const GAP = "  ";
const WIDEST = 120;
/** Fewest columns that one of the table keeps. */
const NARROWEST = 8;

/** Takes where a listing goes; gives how many columns it may fill. Where nobody says, lines are as long as they need to be, as programs like them. */
export function columnsOf({ output }: Surroundings): number {
  return output.isTTY === true ? Math.min(output.columns ?? 80, WIDEST) : Number.POSITIVE_INFINITY;
}

/** Takes columns and rows; writes them as a table, cells cut where lines get too long for a terminal. Widths are those that a terminal gives characters. */
export function printTable(columns: readonly Column[], rows: readonly TableRow[], to: Surroundings): void {
  const colors = picocolors.createColors(to.output.isTTY === true && picocolors.isColorSupported);
  const most = columnsOf(to);
  const widths = fitted(columns, rows, most);
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell, i) => padded(shorten(oneLine(cell), widths[i] ?? 0), widths[i] ?? 0, columns[i])).join(GAP);
  to.output.write(`${colors.bold(lineOf(columns.map(({ head }) => head)).trimEnd())}\n`);
  for (const { cells, below = [] } of rows) {
    to.output.write(`${lineOf(cells).trimEnd()}\n`);
    for (const line of below.flatMap((text) => wrapped(oneLine(text), most)))
      to.output.write(`${GAP}${colors.dim(line)}\n`);
  }
}

/** Takes text of a source; gives it on one line and without characters that would move a terminal's cursor or turn its text about. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
}

/** Takes a number and the word for one thing; gives them together: "1 source", "1,200 sources". */
export function count(number: number, word: string): string {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

function wrapped(text: string, most: number): string[] {
  return most === Number.POSITIVE_INFINITY ? [text] : wrap(text, most - GAP.length);
}

/** As wide as the widest cell; those that give way share what room is left. */
function fitted(columns: readonly Column[], rows: readonly TableRow[], most: number): number[] {
  const widths = columns.map(({ head }, i) =>
    rows.reduce((widest, { cells }) => Math.max(widest, stringWidth(oneLine(cells[i] ?? ""))), stringWidth(head)),
  );
  const giving = columns.flatMap(({ gives }, i) => (gives === true ? [i] : []));
  for (let over = total(widths) - most; over > 0; over--) {
    const widest = giving.reduce((best, i) => ((widths[i] ?? 0) > (widths[best] ?? 0) ? i : best), giving[0] ?? -1);
    if (widest < 0 || (widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
}

function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += stringWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function padded(text: string, width: number, column: Column | undefined): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return column?.align === "right" ? blanks + text : text + blanks;
}
