import type { PageLine } from "./pdflines.ts";

/**
 * Takes the parts of a page's lines in any order; gives them in the order of reading, those that stand side by side in one column together. A page is
 * cut where an empty stretch runs down between two columns of text; what runs over that stretch (a title, a table) parts what stands above from what
 * stands below (the recursive X-Y cut: Nagy and Seth, "Hierarchical representation of optically scanned documents", ICPR 1984).
 */
export function inReadingOrder(parts: readonly PageLine[]): PageLine[][] {
  if (parts.length > MOST) return levelsOf(parts);
  const gutter = findGutter(parts);
  if (gutter === null) return levelsOf(parts);
  const ordered: PageLine[][] = [];
  let [left, right]: [PageLine[], PageLine[]] = [[], []];
  const end = () => {
    ordered.push(...inReadingOrder(left), ...inReadingOrder(right));
    [left, right] = [[], []];
  };
  for (const level of levelsOf(parts)) {
    if (level.some((part) => part.x < gutter && part.right > gutter)) {
      end();
      ordered.push(level);
    } else for (const part of level) (part.right <= gutter ? left : right).push(part);
  }
  end();
  return ordered;
}

/** Parts of a page beyond which it is no text but a drawing, and is not searched for columns. */
const MOST = 1000;

/** Fewest lines of a column, narrowest column in letter heights, and the share of lines that may run over the stretch between two. */
const FEWEST = 4;
const NARROWEST = 7;
const MOST_ACROSS = 0.4;

/** Takes parts; gives where the stretch between two columns is, or `null` where there is one column. */
function findGutter(parts: readonly PageLine[]): number | null {
  if (parts.length < FEWEST * 2) return null;
  const size = median(parts.map((part) => part.size));
  const edges = [...new Set(parts.map((part) => Math.round(part.x)))].sort((a, b) => a - b).slice(1);
  let best: { at: number; across: number } | null = null;
  for (const edge of edges) {
    const at = edge - size * 0.35;
    const across = parts.filter((part) => part.x < at && part.right > at).length;
    if (across > parts.length * MOST_ACROSS || (best !== null && across >= best.across)) continue;
    const left = parts.filter((part) => part.right <= at);
    const right = parts.filter((part) => part.x >= at);
    if (isColumn(left, size) && isColumn(right, size) && standBeside(left, right)) best = { at, across };
  }
  return best === null ? null : best.at;
}

/** Lines of about one width and wider than the cells of a table. */
function isColumn(parts: readonly PageLine[], size: number): boolean {
  if (parts.length < FEWEST) return false;
  const widths = parts.map((part) => part.right - part.x);
  const widest = Math.max(...widths);
  const wide = widths.filter((width) => width >= widest * 0.6).length;
  return wide >= parts.length * 0.5 && median(widths) >= size * NARROWEST;
}

function standBeside(left: readonly PageLine[], right: readonly PageLine[]): boolean {
  const top = Math.min(highest(left), highest(right));
  const bottom = Math.max(lowest(left), lowest(right));
  const between = (parts: readonly PageLine[]) => parts.filter((part) => part.y <= top && part.y >= bottom).length;
  return between(left) >= 3 && between(right) >= 3;
}

/** Parts of one height together, from the left; levels from the top. */
function levelsOf(parts: readonly PageLine[]): PageLine[][] {
  const levels: PageLine[][] = [];
  for (const part of [...parts].sort((a, b) => b.y - a.y)) {
    const level = levels.at(-1);
    const first = level?.[0];
    if (first !== undefined && first.y - part.y < Math.min(first.size, part.size) * 0.5) level?.push(part);
    else levels.push([part]);
  }
  return levels.map((level) => level.sort((a, b) => a.x - b.x));
}

function highest(parts: readonly PageLine[]): number {
  return Math.max(...parts.map((part) => part.y));
}

function lowest(parts: readonly PageLine[]): number {
  return Math.min(...parts.map((part) => part.y));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
