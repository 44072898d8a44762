import { Lru } from "./lru.ts";
import { ADDRESSES } from "./merge.ts";
import { blockOf, findList, type PackedList, unpackList } from "./postings.ts";
import { bytesOf, numberOf, type Sql } from "./sql.ts";

/** Bytes of blocks kept at hand. */
const CACHE_BYTES = 16_000_000;

/** A unit (figure or paragraph) with the number of asked keys that it is filed under. */
export interface Vote {
  readonly unit: number;
  readonly votes: number;
}

/** Lists read beyond those that name units. */
const VOTERS = 6;

/** What is filed under one key, in all segments. */
interface KeyList {
  readonly parts: readonly PackedList[];
  readonly bytes: number;
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
   * units first, for what is rare tells most; once enough are named, some longer lists vote on those alone, and the longest are not read.
   */
  vote(keys: Iterable<number>, most: number): readonly Vote[] {
    const lists = [...new Set(keys)].map((key) => this.list(key)).filter(({ bytes }) => bytes > 0);
    lists.sort((a, b) => a.bytes - b.bytes);
    const naming: Uint32Array[] = [];
    let next = 0;
    for (let room = most; next < lists.length && (next === 0 || room > 0); next++) {
      const units = unpack(lists[next] as KeyList);
      if (next > 0 && units.length > room) break;
      naming.push(units.subarray(Math.max(0, units.length - 2 * most)));
      room -= units.length;
    }
    const tally = tallyOf(joined(naming));
    for (const list of lists.slice(next, next + VOTERS)) addVotes(tally, unpack(list));
    return byVotes(tally);
  }

  /** Segments follow one another in rising units, and so do their lists. */
  private list(key: number): KeyList {
    const parts: PackedList[] = [];
    let bytes = 0;
    for (const { no, bits } of this.segments) {
      const part = findList(this.block(no * ADDRESSES + blockOf(key, bits)), key);
      if (part === null) continue;
      parts.push(part);
      bytes += part.to - part.from;
    }
    return { parts, bytes };
  }

  private block(address: number): Uint8Array {
    const known = this.blocks.get(address);
    if (known !== undefined) return known;
    const read = bytesOf(this.sql.get("SELECT data FROM postings WHERE address = ?", address)?.["data"]);
    this.blocks.set(address, read, read.length + 100);
    return read;
  }
}

function unpack({ parts }: KeyList): Uint32Array {
  return parts.length === 1 ? unpackList(parts[0] as PackedList) : joined(parts.map(unpackList));
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

/** Units, rising, with the votes of each. */
interface Tally {
  readonly units: Uint32Array;
  readonly votes: Uint16Array;
}

/** Takes units in any order, each as often as it has votes; sorts them in place and counts. */
function tallyOf(entries: Uint32Array): Tally {
  entries.sort();
  const votes = new Uint16Array(entries.length);
  let count = 0;
  for (let i = 0; i < entries.length; i++) {
    if (i === 0 || entries[i] !== entries[i - 1]) entries[count++] = entries[i]!;
    votes[count - 1]!++;
  }
  return { units: entries.subarray(0, count), votes: votes.subarray(0, count) };
}

/** Both rise, so that each search begins where the last one ended. */
function addVotes({ units, votes }: Tally, list: Uint32Array): void {
  let from = 0;
  for (let i = 0; i < units.length && from < list.length; i++) {
    from = firstFrom(list, from, units[i]!);
    if (list[from] === units[i]) votes[i]!++;
  }
}

/** Index of the first entry at or after `from` that is no less than the unit: strides that double, then halving (Bentley and Yao, 1976). */
function firstFrom(list: Uint32Array, from: number, unit: number): number {
  let stride = 1;
  while (from + stride < list.length && list[from + stride]! < unit) stride *= 2;
  let low = from + (stride >> 1);
  let high = Math.min(list.length, from + stride + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One number for each, votes above and the unit turned round below, so that the numbers alone can be sorted. */
function byVotes({ units, votes }: Tally): readonly Vote[] {
  const packed = Float64Array.from(units, (unit, i) => votes[i]! * 2 ** 32 + (2 ** 32 - 1 - unit)).sort();
  const sorted: Vote[] = [];
  for (let i = packed.length - 1; i >= 0; i--) {
    const one = packed[i]!;
    const count = Math.floor(one / 2 ** 32);
    sorted.push({ unit: 2 ** 32 - 1 - (one - count * 2 ** 32), votes: count });
  }
  return sorted;
}
