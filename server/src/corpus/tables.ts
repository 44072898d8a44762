import type { Piece } from "./pieces.ts";

/** What stands between two cells of a row, as pages, PDFs and Word files are laid out and people type it. */
const BETWEEN = "|";

/** A cell that holds a number and no more than a unit or a mark beside it. */
const NUMBER = /^[^\p{L}\d]{0,3}\d[\d.,\s]*(?:[^\p{L}\d]{0,3}|\s?\p{L}{1,3})$/u;

/** A count, its thousands set apart or not. */
const COUNT = /^\d{1,3}(?:,\d{3})*$|^\d{1,3}(?: \d{3})+$|^\d{4,9}$/;

/** Heads of columns and labels that say what befell the people whom the number beside or below them counts, and nothing else. */
const OUTCOME =
  /^(?:(?:people|persons|civilians|soldiers|men|women|children|journalists|total|all|confirmed|reported|number of|no\. of)(?: |$)){0,3}(?:killed|dead|deaths|fatalities|death toll|injured|wounded|missing|displaced|evacuated|rescued|arrested|detained)$/i;

/** Takes the words of a cell; says whether they are a count of something. */
export function isCount(words: string): boolean {
  return COUNT.test(words);
}

/** Takes a head or a label; says whether it is a plain word for what befell people: a number beside it counts these. */
export function tellsOutcome(words: string): boolean {
  return OUTCOME.test(words);
}

/** Takes the pieces of an article; decides in place that rows of a table are the article's: rows beside each other with as many cells, numbers in most of them. */
export function byTable(pieces: readonly Piece[]): void {
  let rows: Piece[] = [];
  let cells = 0;
  const end = () => {
    const counted = rows.filter(({ text }) => cellsOf(text).some((cell) => NUMBER.test(cell.trim()))).length;
    if (rows.length > 1 && counted * 2 >= rows.length) for (const row of rows) row.kind = "body";
    rows = [];
  };
  for (const p of pieces) {
    const own = p.kind === null && mayBeRow(p) ? cellsOf(p.text).length : 0;
    if (own !== cells) end();
    cells = own;
    if (own > 1) rows.push(p);
  }
  end();
}

function mayBeRow(p: Piece): boolean {
  return p.text.includes(BETWEEN) || (p.words <= LONGEST_LABELLED && p.text.includes(": "));
}

/** Most words of a label with its number. */
const LONGEST_LABELLED = 8;

/** The cells of a row without the heads that reach them; "Killed: 31" is a row of two. */
function cellsOf(text: string): string[] {
  const cells = text.split(BETWEEN);
  const [label = "", value] = cells.length === 1 ? text.split(": ") : [];
  if (value !== undefined) return tellsOutcome(label) ? [label, value] : cells;
  return cells.map((cell) => (tellsOutcome(cell.split(": ")[0]?.trim() ?? "") ? (cell.split(": ")[1] ?? "") : cell));
}
