import { Lru } from "./lru.ts";
import { ADDRESSES } from "./merge.ts";
import { blockOf, findList, type PackedList, unpackInto } from "./postings.ts";
import { bytesOf, numberOf, type Sql } from "./sql.ts";

/** What is filed under one key, in all segments: units, rising. */
export interface KeyList {
  /** How many; unlike the bytes that they take, the same in whatever order they came. */
  readonly count: number;
  /** The units, from a place on, where they are at hand unpacked. */
  readonly units: Uint32Array | null;
  readonly from: number;
  /** Else what they are unpacked from, and its bytes, which are no fewer than the units. */
  readonly parts: readonly PackedList[];
  readonly bytes: number;
}

/** Bytes of blocks kept at hand: all of a corpus with so few entries, some of a larger one, where hardly a block is asked for twice; and of those with long lists. */
const SMALL = 2_000_000;
const ALL_BYTES = 24_000_000;
const SOME_BYTES = 4_000_000;
const LONG_BYTES = 2_000_000;
/** Lists of at most so many units are kept unpacked. */
const SHORT = 256;

/** Reads lists of units, keeping at hand what was read last. Call inside a reading transaction, after `refresh` where the file may have changed. */
export class KeyLists {
  private readonly sql: Sql;
  private readonly blocks = new Lru<number, Uint8Array>(SOME_BYTES);
  private readonly long = new Lru<number, KeyList>(LONG_BYTES);
  private young = new Shelf();
  private old = new Shelf();
  private segments: readonly { readonly no: number; readonly bits: number }[] = [];

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Reads anew which segments there are; their blocks never change. */
  refresh(): void {
    this.long.clear();
    [this.young, this.old] = [new Shelf(), new Shelf()];
    const rows = this.sql.all("SELECT no, bits, entries FROM segments ORDER BY no");
    this.segments = rows.map(({ no, bits }) => ({ no: numberOf(no), bits: numberOf(bits) }));
    const entries = rows.reduce((sum, row) => sum + numberOf(row["entries"]), 0);
    this.blocks.resize(entries <= SMALL ? ALL_BYTES : SOME_BYTES);
  }

  /** Takes a key; gives the list under it, which holds until it is asked for again. */
  of(key: number): KeyList {
    // As a signed number a key needs no box of its own in a map.
    const own = key | 0;
    const known = this.young.get(own) ?? this.long.get(own);
    if (known !== undefined) return known;
    const list = this.old.get(own) ?? this.read(own >>> 0);
    if (list.count > SHORT) {
      this.long.set(
        own,
        list,
        list.parts.reduce((sum, { data }) => sum + data.length, 100),
      );
      return list;
    }
    if (!this.young.hasRoom) [this.young, this.old] = [new Shelf(), this.young];
    return this.young.put(own, list);
  }

  /** Segments follow one another in rising units, and so do their lists. */
  private read(key: number): KeyList {
    const parts: PackedList[] = [];
    let [bytes, count] = [0, 0];
    for (const { no, bits } of this.segments) {
      const part = findList(this.block(no * ADDRESSES + blockOf(key, bits)), key);
      if (part === null) continue;
      parts.push(part);
      bytes += part.to - part.from;
      count += part.count;
    }
    return { count, units: null, from: 0, parts, bytes };
  }

  private block(address: number): Uint8Array {
    const known = this.blocks.get(address);
    if (known !== undefined) return known;
    const read = bytesOf(this.sql.values("SELECT data FROM postings WHERE address = ?", address)?.[0]);
    this.blocks.set(address, read, read.length + 100);
    return read;
  }
}

const NONE: readonly PackedList[] = [];
/** Room of a shelf, in units and in lists. */
const UNITS = 400_000;
const LISTS = 30_000;

/** Short lists side by side in one array, each behind its length: hardly more than their units take. */
class Shelf {
  private readonly places = new Map<number, number>();
  private units = new Uint32Array(0);
  private end = 0;

  get hasRoom(): boolean {
    return this.end < UNITS && this.places.size < LISTS;
  }

  get(key: number): KeyList | undefined {
    const place = this.places.get(key);
    if (place === undefined) return undefined;
    return { count: this.units[place]!, units: this.units, from: place + 1, parts: NONE, bytes: 0 };
  }

  put(key: number, list: KeyList): KeyList {
    const place = this.end;
    const needed = place + 1 + roomFor(list);
    if (needed > this.units.length) this.units = widened(this.units, needed);
    this.end = copyList(list, this.units, place + 1);
    this.units[place] = this.end - place - 1;
    this.places.set(key, place);
    return { count: this.end - place - 1, units: this.units, from: place + 1, parts: NONE, bytes: 0 };
  }
}

/** Takes a list; gives for how many units there must be room where it is put: a packed unit takes a byte at least. */
export function roomFor({ units, count, bytes }: KeyList): number {
  return units === null ? bytes : count;
}

/** Takes a list, an array with room for it, and where to begin; puts the units there, and gives where they end. */
export function copyList(list: KeyList, into: Uint32Array, begin: number): number {
  if (list.units !== null) {
    into.set(list.units.subarray(list.from, list.from + list.count), begin);
    return begin + list.count;
  }
  let end = begin;
  for (const part of list.parts) end = unpackInto(part, into, end);
  return end;
}

/** Takes units and how many there must be room for; gives them in an array with more than that. */
export function widened(units: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(room * 2);
  wide.set(units);
  return wide;
}
