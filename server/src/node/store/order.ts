import { type Sql, textOf } from "./sql.ts";

/** Articles that an order can hold: with a place's 32 bits their number fits the whole numbers of a double. */
const MOST = 2 ** 21;

/** Entries of the table by which a unit's article is found, for each article: an article has some dozens of units. */
const ENTRIES = 2;

/** Tells which units come first by the ids of their articles, however the articles came into the index. */
export class UnitOrder {
  /** For each article, by rising units, its first unit and the rank of its id, side by side: they are asked for together, all over the memory. */
  private readonly articles: Uint32Array;
  /** For each stretch of units (their numbers without so many last bits), where the last article stands that begins at its first unit or before. */
  private readonly table: Uint32Array;
  private readonly shift: number;
  /** What the first are put in order in. */
  private scratch = new Float64Array(64);

  /** Takes the index; reads the order of its articles. Stands inside a reading transaction, and holds for one revision. */
  constructor(sql: Sql) {
    const row = sql.get("SELECT json_group_array(no) AS nos FROM (SELECT no FROM docs ORDER BY id)");
    const nos = JSON.parse(textOf(row?.["nos"]) || "[]") as readonly number[];
    const pairs = Float64Array.from(nos, (no, rank) => no * MOST + Math.min(rank, MOST - 1)).sort();
    this.articles = new Uint32Array(pairs.length * 2);
    for (const [at, pair] of pairs.entries()) {
      this.articles[at * 2] = Math.floor(pair / MOST);
      this.articles[at * 2 + 1] = pair % MOST;
    }
    this.shift = shiftFor(this.articles);
    this.table = tableOf(this.articles, this.shift);
  }

  /** Takes units, rising; gives the places of the first so many in the order of their articles' ids and, in one article, of the units. */
  first(units: Uint32Array, most: number): readonly number[] {
    if (this.scratch.length < most) this.scratch = new Float64Array(most);
    const { scratch } = this;
    let count = 0;
    let [rank, end] = [0, 0];
    for (let place = 0; place < units.length; place++) {
      const unit = units[place]!;
      if (place === 0 || unit >= end) {
        const at = this.placeOf(unit);
        rank = this.articles[at + 1] ?? 0;
        end = this.articles[at + 2] ?? Number.POSITIVE_INFINITY;
      }
      const pair = rank * MOST + place;
      if (count === most && pair > scratch[count - 1]!) continue;
      let to = count === most ? count - 1 : count++;
      for (; to > 0 && scratch[to - 1]! > pair; to--) scratch[to] = scratch[to - 1]!;
      scratch[to] = pair;
    }
    const places: number[] = [];
    for (let i = 0; i < count; i++) places.push(scratch[i]! % MOST);
    return places;
  }

  /** Where the last article stands that begins at the unit or before it. */
  private placeOf(unit: number): number {
    const { articles, table, shift } = this;
    let at = table[Math.min(unit >>> shift, table.length - 1)] ?? 0;
    while (at + 2 < articles.length && articles[at + 2]! <= unit) at += 2;
    return at;
  }
}

function shiftFor(articles: Uint32Array): number {
  let shift = 0;
  while ((articles.at(-2) ?? 0) >>> shift > (ENTRIES * articles.length) / 2) shift++;
  return shift;
}

function tableOf(articles: Uint32Array, shift: number): Uint32Array {
  const table = new Uint32Array(((articles.at(-2) ?? 0) >>> shift) + 1);
  let at = 0;
  for (let i = 0; i < table.length; i++) {
    while (at + 2 < articles.length && articles[at + 2]! <= i * 2 ** shift) at += 2;
    table[i] = at;
  }
  return table;
}
