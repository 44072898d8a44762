import { type Signature, signatureOf } from "../../corpus/copies.ts";
import { lastAtOrBefore } from "../../text/lines.ts";
import { unpackGiven } from "./blocks.ts";
import { Lookup } from "./lookup.ts";
import { Lru } from "./lru.ts";
import { type Meets, unpackMeets } from "./meets.ts";
import { type Entries, sortByKey } from "./postings.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";

/** From so many articles that are to be settled on, all articles there are are listed once rather than asked for one by one. */
const MANY = 500;

/** Signatures kept at hand. */
const SIGNATURES = 8000;

/** Who meets whom: what articles share keys with others. Holds for one transaction, in which no article comes or goes. */
export class Meetings {
  /** Articles that came since all was last settled, rising. */
  readonly fresh: readonly number[];
  private readonly sql: Sql;
  /** The first number that is of a fresh article. */
  private readonly settled: number;
  /** Finds articles that are not fresh; `null` where there are none. */
  private readonly lookup: Lookup | null;
  /** What the fresh are filed under: keys, rising, and for each the articles, rising. */
  private readonly filed: Entries;
  private readonly packed = new Map<number, Meets>();
  private readonly signatures = new Lru<number, Signature>(SIGNATURES);
  private readonly known = new Map<number, boolean>();
  private readonly all: ReadonlySet<number> | null;

  constructor(sql: Sql, settled: number) {
    this.sql = sql;
    this.settled = settled;
    const older = sql.get("SELECT 1 AS one FROM docs WHERE no < ? LIMIT 1", settled);
    this.lookup = older === undefined ? null : new Lookup(sql);
    this.lookup?.refresh();
    const rows = sql.all("SELECT doc, meets FROM texts WHERE doc >= ? ORDER BY doc", settled);
    for (const row of rows) this.packed.set(numberOf(row["doc"]), unpackMeets(row));
    this.fresh = [...this.packed.keys()];
    this.filed = filedUnder(this.packed);
    this.all = this.fresh.length < MANY ? null : new Set(sql.all("SELECT no FROM docs").map(({ no }) => numberOf(no)));
  }

  isAlive(no: number): boolean {
    if (this.all !== null) return this.all.has(no);
    let alive = this.known.get(no);
    if (alive === undefined) {
      alive = this.sql.get("SELECT 1 AS one FROM docs WHERE no = ?", no) !== undefined;
      this.known.set(no, alive);
    }
    return alive;
  }

  /** The articles filed under a key, rising. */
  under(key: number): readonly number[] {
    const older = this.lookup === null ? [] : Array.from(this.lookup.units(key));
    const found = older.filter((no) => no < this.settled && this.isAlive(no));
    const { keys, units } = this.filed;
    for (let at = lastAtOrBefore(keys, key - 1) + 1; keys[at] === key; at++) found.push(units[at] as number);
    return found;
  }

  /** The keys under which so many articles or more are filed, rising; `null` where some are not fresh, and keys are asked for one by one. */
  sharedBy(least: number): readonly number[] | null {
    if (this.lookup !== null) return null;
    const { keys } = this.filed;
    const shared: number[] = [];
    for (let at = 0, end = 0; at < keys.length; at = end) {
      while (end < keys.length && keys[end] === keys[at]) end++;
      if (end - at >= least) shared.push(keys[at]!);
    }
    return shared;
  }

  of(no: number): Meets {
    const known = this.packed.get(no);
    if (known !== undefined) return known;
    const read = unpackMeets(this.sql.get("SELECT meets FROM texts WHERE doc = ?", no) ?? {});
    this.packed.set(no, read);
    return read;
  }

  signature(no: number): Signature {
    const known = this.signatures.get(no);
    if (known !== undefined) return known;
    const row = this.sql.get("SELECT text, blocks FROM texts WHERE doc = ?", no);
    const made = signatureOf({ text: textOf(row?.["text"]), blocks: unpackGiven(textOf(row?.["blocks"]) || "[]") });
    this.signatures.set(no, made);
    return made;
  }
}

/** Fresh articles, most or all of them where a corpus is read from nothing, tell at hand what they are filed under. */
function filedUnder(fresh: ReadonlyMap<number, Meets>): Entries {
  const total = [...fresh.values()].reduce((sum, { copies, paragraphs }) => sum + copies.length + paragraphs.length, 0);
  const keys = new Uint32Array(total);
  const units = new Uint32Array(total);
  let at = 0;
  for (const [no, { copies, paragraphs }] of fresh) {
    keys.set(copies, at);
    keys.set(paragraphs, at + copies.length);
    units.fill(no, at, at + copies.length + paragraphs.length);
    at += copies.length + paragraphs.length;
  }
  return sortByKey({ keys, units });
}
