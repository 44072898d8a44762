import { isCount, tellsOutcome } from "../tables.ts";
import type { DomElement } from "./dom.ts";

/** Most code units of the words of a head. */
const LONGEST = 60;

/** The heads of a table's columns, as they reach the cells below: those alone that say what befell the people counted ("Killed"), the others are "". */
type Heads = readonly string[];

/** Goes over a page's tables with whoever reads its cells, and knows what each of them counts. */
export class TableHeads {
  readonly #known = new Map<DomElement, Heads>();
  #heads: Heads = [];
  #column = -1;
  #single = false;

  /** Takes a row of several cells, before its cells are read. */
  begin(row: DomElement): void {
    const table = row.closest("table");
    this.#heads = table === null ? [] : this.#headsOf(table);
    this.#column = -1;
    this.#single = this.#heads.every((head) => head === "") && cellsOf(row).length === 2;
  }

  /** Takes a cell, and the words of its row before it; gives what comes between them and its own. */
  before(cell: DomElement, words: string): string {
    this.#column++;
    const between = words.trim() === "" ? "" : " | ";
    const head = this.#heads[this.#column] ?? "";
    if (head === "" && !(this.#single && this.#column === 1)) return between;
    if (!isCount(wordsOf(cell))) return between;
    if (head !== "") return `${between}${head}: `;
    return tellsOutcome(words.trim()) ? ": " : between;
  }

  #headsOf(table: DomElement): Heads {
    let heads = this.#known.get(table);
    if (heads === undefined) {
      heads = columnHeads(table);
      this.#known.set(table, heads);
    }
    return heads;
  }
}

/** Cells that go over several columns or rows leave open what stands above what. */
function columnHeads(table: DomElement): Heads {
  const first = table.querySelector("tr");
  if (first === null || table.querySelector("[colspan], [rowspan], table") !== null) return [];
  const heads = cellsOf(first).map(wordsOf);
  return heads.some(isCount) ? [] : heads.map((head, at) => (at > 0 && tellsOutcome(head) ? head : ""));
}

function cellsOf(row: DomElement): DomElement[] {
  return Array.from(row.childNodes).filter(
    (node): node is DomElement => node.nodeType === 1 && /^t[dh]$/.test((node as DomElement).localName),
  );
}

function wordsOf(cell: DomElement): string {
  const words = cell.textContent ?? "";
  return words.length > LONGEST ? "" : words.replace(/\s+/g, " ").trim();
}
