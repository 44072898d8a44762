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
   * Takes keys and how many entries may name new units; gives the units under the keys, those under most keys first. The shortest lists name
   * units first, for what is rare tells most; once enough are named, longer lists vote on those alone.
   */
  vote(keys: Iterable<number>, most: number): readonly Vote[] {
    const lists = [...new Set(keys)].map((key) => this.list(key)).filter((list) => list.length > 0);
    lists.sort((a, b) => a.length - b.length);
    const votes = new Map<number, number>();
    let read = 0;
    for (const list of lists) {
      read += list.length;
      if (votes.size === 0 || read <= most) nameAndVote(votes, list);
      else voteOnNamed(votes, list);
    }
    return byVotes(votes);
  }

  /** Segments follow one another in rising units, and so do their lists. */
  private list(key: number): Uint32Array {
    const parts: Uint32Array[] = [];
    for (const { no, bits } of this.segments) {
      const part = readList(this.block(no * ADDRESSES + blockOf(key, bits)), key);
      if (part.length > 0) parts.push(part);
    }
    return parts.length === 1 ? (parts[0] as Uint32Array) : joined(parts);
  }

  private block(address: number): Uint8Array {
    const known = this.blocks.get(address);
    if (known !== undefined) return known;
    const read = bytesOf(this.sql.get("SELECT data FROM postings WHERE address = ?", address)?.["data"]);
    this.blocks.set(address, read, read.length + 100);
    return read;
  }
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function nameAndVote(votes: Map<number, number>, list: Uint32Array): void {
  for (const unit of list) votes.set(unit, (votes.get(unit) ?? 0) + 1);
}

function voteOnNamed(votes: Map<number, number>, list: Uint32Array): void {
  for (const [unit, count] of votes) if (holds(list, unit)) votes.set(unit, count + 1);
}

function holds(list: Uint32Array, unit: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return list[low] === unit;
}

/** One number for each, votes above and the unit turned round below, so that the numbers alone can be sorted. */
function byVotes(votes: ReadonlyMap<number, number>): readonly Vote[] {
  const packed = new Float64Array(votes.size);
  let at = 0;
  for (const [unit, count] of votes) packed[at++] = count * 2 ** 32 + (2 ** 32 - 1 - unit);
  packed.sort();
  const sorted: Vote[] = [];
  for (let i = packed.length - 1; i >= 0; i--) {
    const one = packed[i] as number;
    const count = Math.floor(one / 2 ** 32);
    sorted.push({ unit: 2 ** 32 - 1 - (one - count * 2 ** 32), votes: count });
  }
  return sorted;
}
