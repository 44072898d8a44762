import { Lru } from "./lru.ts";
import { ADDRESSES } from "./merge.ts";
import { blockOf, readList } from "./postings.ts";
import { bytesOf, numberOf, type Sql } from "./sql.ts";

/** Bytes of blocks kept at hand. */
const CACHE_BYTES = 16_000_000;

/** A unit (figure or paragraph) with the number of asked keys that it is filed under. */
export interface Vote {
  readonly unit: number;
  readonly votes: number;
}

/** Answers which units are filed under keys. Call inside a reading transaction, after `refresh` where the file may have changed. */
export class Lookup {
  private readonly sql: Sql;
  private readonly blocks = new Lru<number, Uint8Array>(CACHE_BYTES);
  private segments: readonly { readonly no: number; readonly bits: number }[] = [];

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Reads anew which segments there are; their blocks never change. */
  refresh(): void {
    this.segments = this.sql
      .all("SELECT no, bits FROM segments ORDER BY no")
      .map((row) => ({ no: numberOf(row["no"]), bits: numberOf(row["bits"]) }));
  }

  /**
   * Takes keys and how many entries to go through at most; gives the units under them, those under most keys first. The shortest lists go first
   * and are the last to be left out, for what is rare tells most.
   */
  vote(keys: Iterable<number>, most: number): readonly Vote[] {
    const lists = [...new Set(keys)].map((key) => this.lists(key)).filter((list) => list.total > 0);
    lists.sort((a, b) => a.total - b.total);
    const votes = new Map<number, number>();
    let read = 0;
    for (const { parts, total } of lists) {
      if (read > 0 && read + total > most) break;
      read += total;
      for (const part of parts) for (const unit of part) votes.set(unit, (votes.get(unit) ?? 0) + 1);
    }
    return byVotes(votes);
  }

  private lists(key: number): { readonly parts: readonly Uint32Array[]; readonly total: number } {
    const parts: Uint32Array[] = [];
    let total = 0;
    for (const { no, bits } of this.segments) {
      const block = this.block(no * ADDRESSES + blockOf(key, bits));
      const list = readList(block, key);
      if (list.length > 0) parts.push(list);
      total += list.length;
    }
    return { parts, total };
  }

  private block(address: number): Uint8Array {
    const known = this.blocks.get(address);
    if (known !== undefined) return known;
    const read = bytesOf(this.sql.get("SELECT data FROM postings WHERE address = ?", address)?.["data"]);
    this.blocks.set(address, read, read.length + 100);
    return read;
  }
}

function byVotes(votes: ReadonlyMap<number, number>): readonly Vote[] {
  const all = Array.from(votes, ([unit, count]): Vote => ({ unit, votes: count }));
  return all.sort((a, b) => b.votes - a.votes || a.unit - b.unit);
}
