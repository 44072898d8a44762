import { type Sql, textOf } from "./sql.ts";

/** Articles that an order can hold: with a unit's 32 bits their number fits the whole numbers of a double. */
const MOST = 2 ** 21;

/** Tells which units come first by the ids of their articles, however the articles came into the index. */
export class UnitOrder {
  /** First units of the articles, rising, and at the same places the ranks of their ids. */
  private readonly starts: Uint32Array;
  private readonly ranks: Uint32Array;

  /** Takes the index; reads the order of its articles. Stands inside a reading transaction, and holds for one revision. */
  constructor(sql: Sql) {
    const row = sql.get("SELECT json_group_array(no) AS nos FROM (SELECT no FROM docs ORDER BY id)");
    const nos = JSON.parse(textOf(row?.["nos"]) || "[]") as readonly number[];
    const pairs = Float64Array.from(nos, (no, rank) => no * MOST + Math.min(rank, MOST - 1)).sort();
    this.starts = Uint32Array.from(pairs, (pair) => Math.floor(pair / MOST));
    this.ranks = Uint32Array.from(pairs, (pair) => pair % MOST);
  }

  /** Takes units, rising; gives their places in the order of their articles' ids and, in one article, of the units. */
  sorted(units: Uint32Array): Uint32Array {
    const pairs = new Float64Array(units.length);
    let [rank, end] = [0, 0];
    for (let place = 0; place < units.length; place++) {
      const unit = units[place]!;
      if (place === 0 || unit >= end) {
        const at = this.indexOf(unit);
        rank = this.ranks[at] ?? 0;
        end = this.starts[at + 1] ?? Number.POSITIVE_INFINITY;
      }
      pairs[place] = rank * MOST + place;
    }
    pairs.sort();
    const places = new Uint32Array(units.length);
    for (let i = 0; i < places.length; i++) places[i] = pairs[i]! % MOST;
    return places;
  }

  private indexOf(unit: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= unit) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
