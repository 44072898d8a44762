import type { Piece } from "./pieces.ts";

/** What stands between two cells of a row, as pages, PDFs and Word files are laid out and people type it. */
const BETWEEN = "|";

/** A cell that holds a number and no more than a unit or a mark beside it. */
const NUMBER = /^[^\p{L}\d]{0,3}\d[\d.,\s]*(?:[^\p{L}\d]{0,3}|\s?\p{L}{1,3})$/u;

/** Takes the pieces of an article; decides in place that rows of a table are the article's: rows beside each other with as many cells, numbers in most of them. */
export function byTable(pieces: readonly Piece[]): void {
  let rows: Piece[] = [];
  let cells = 0;
  const end = () => {
    const counted = rows.filter(({ text }) => text.split(BETWEEN).some((cell) => NUMBER.test(cell.trim()))).length;
    if (rows.length > 1 && counted * 2 >= rows.length) for (const row of rows) row.kind = "body";
    rows = [];
  };
  for (const p of pieces) {
    const own = p.kind === null && p.text.includes(BETWEEN) ? p.text.split(BETWEEN).length : 0;
    if (own !== cells) end();
    cells = own;
    if (own > 1) rows.push(p);
  }
  end();
}
