import type { Part } from "../extracted.ts";
import { isCount, tellsOutcome } from "../tables.ts";
import { isFigure, isFigureLabel } from "./figurebox.ts";

const BETWEEN = " | ";

/**
 * Takes the parts of a document whose tables are known by their rows alone; gives them with the heads that say what befell people put before the counts
 * below them, and with a row of numbers and the row of what these count made into one.
 */
export function withHeads(parts: readonly Part[]): Part[] {
  const read: Part[] = [];
  let heads: readonly string[] = [];
  for (const [at, part] of parts.entries()) {
    const cells = cellsOf(part);
    const last = read.at(-1);
    if (cells.length < 2) heads = [];
    else if (cells.length !== heads.length) heads = cells.some(isCount) ? [] : cells;
    if (last !== undefined && isLabelled(cellsOf(last), cells, cellsOf(parts[at - 2])))
      read[read.length - 1] = {
        ...last,
        text: cellsOf(last)
          .map((cell, of) => `${cell} ${cells[of]}`)
          .join(BETWEEN),
      };
    else read.push(cells.length > 1 && heads !== cells ? { ...part, text: underHeads(cells, heads) } : part);
  }
  return read;
}

function cellsOf(part: Part | undefined): readonly string[] {
  return part !== undefined && part.kind === null && part.text.includes(BETWEEN) ? part.text.split(BETWEEN) : [];
}

/** A row of nothing but numbers, none of a table's, above one of what they count. */
function isLabelled(numbers: readonly string[], labels: readonly string[], above: readonly string[]): boolean {
  if (numbers.length < 2 || numbers.length !== labels.length || above.length > 0) return false;
  return numbers.every(isFigure) && labels.every(isFigureLabel);
}

function underHeads(cells: readonly string[], heads: readonly string[]): string {
  const isHead = (at: number) => at > 0 && tellsOutcome(heads[at] ?? "");
  return cells.map((cell, at) => (isHead(at) && isCount(cell) ? `${heads[at]}: ${cell}` : cell)).join(BETWEEN);
}
