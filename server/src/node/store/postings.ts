/**
 * Posting lists: under each 32-bit key, the numbers of the units (figures, paragraphs) that are filed there. A segment is a set of lists that
 * is written once and merged later (O'Neil et al., "The Log-Structured Merge-Tree", 1996); it is cut into blocks by the leading bits of the key, so that a
 * look-up reads one block. Inside a block, keys and lists are kept as gaps in base-128 varints (Witten, Moffat, Bell, "Managing Gigabytes", ch. 3).
 */

import { ByteReader, ByteWriter } from "./varints.ts";

/** Entries of a segment: columns of one length, in any order. */
export interface Entries {
  readonly keys: Uint32Array;
  readonly units: Uint32Array;
}

/** A segment ready to be kept: its blocks, by number; empty ones are left out. */
export interface EncodedBlock {
  readonly block: number;
  readonly data: Uint8Array;
}

/** Entries that a block should hold on average: about as many as fit a page. */
const ENTRIES_PER_BLOCK = 700;
/** Longest list kept under one key in one segment; the newest stay. What is more common than that tells nothing. */
export const LONGEST_LIST = 4096;

/** Takes a number of entries; gives the number of leading bits of the key that choose the block. */
export function blockBits(entries: number): number {
  let bits = 0;
  while (bits < 20 && entries >> bits > ENTRIES_PER_BLOCK) bits++;
  return bits;
}

/** Takes a key and the bits of a segment; gives the block that the key's list is in. */
export function blockOf(key: number, bits: number): number {
  return bits === 0 ? 0 : key >>> (32 - bits);
}

/**
 * Takes entries; gives them by key, those under one key in the order in which they came. They are dealt out by their leading digit first, and then each
 * heap is sorted (radix sort, least digit first) where it fits the processor's cache.
 */
export function sortByKey(entries: Entries): Entries {
  const { length } = entries.keys;
  const [one, two] = [columns(length), columns(length)];
  if (length < LARGE) {
    pass(entries, one, 0, 0, length);
    pass(one, two, 8, 0, length);
    pass(two, one, 16, 0, length);
    pass(one, two, 24, 0, length);
    return two;
  }
  const ends = pass(entries, one, 24, 0, length).slice();
  for (let digit = 0, from = 0; digit < DIGITS; digit++) {
    const to = ends[digit]!;
    pass(one, two, 0, from, to);
    pass(two, one, 8, from, to);
    pass(one, two, 16, from, to);
    from = to;
  }
  return two;
}

function columns(length: number): Entries {
  return { keys: new Uint32Array(length), units: new Uint32Array(length) };
}

const DIGITS = 256;
/** Fewer entries fit the cache as they are. */
const LARGE = 60_000;
const ENDS = new Uint32Array(DIGITS + 1);

/** Sorts a stretch of entries by one digit of the key into the same stretch of others; gives where each digit's heap ends, until the next call. */
function pass(from: Entries, to: Entries, shift: number, start: number, end: number): Uint32Array {
  const ends = ENDS.fill(0);
  const { keys, units } = from;
  for (let i = start; i < end; i++) ends[((keys[i]! >>> shift) & 255) + 1]!++;
  ends[0] = start;
  for (let i = 1; i <= DIGITS; i++) ends[i]! += ends[i - 1]!;
  for (let i = start; i < end; i++) {
    const key = keys[i]!;
    const at = ends[(key >>> shift) & 255]!++;
    to.keys[at] = key;
    to.units[at] = units[i]!;
  }
  return ends;
}

/** Takes entries sorted by key, units rising under each key; gives their blocks. Entries under one key beyond `LONGEST_LIST` are dropped, the lowest units first. */
export function* encodeSegment(entries: Entries, bits: number): Generator<EncodedBlock> {
  const { keys } = entries;
  for (let from = 0; from < keys.length; ) {
    const block = blockOf(keys[from]!, bits);
    let to = from;
    while (to < keys.length && blockOf(keys[to]!, bits) === block) to++;
    yield { block, data: encodeBlock(entries, from, to) };
    from = to;
  }
}

/** Keys between two marks of a block. */
const STRIDE = 16;
/** A mark is three numbers of four bytes: the key before it, and where in the head and in the lists to go on. */
const MARK_BYTES = 12;

/**
 * A block is: the number of keys and of marks, four bytes each; the marks, one for every `STRIDE` keys, so that a key is found by halving (as in the
 * table files of LevelDB); the head, for each key its gap to the last, the bytes its list takes and how many units are in it, so that lists can be
 * weighed unread; then the lists.
 */
function encodeBlock({ keys, units }: Entries, from: number, to: number): Uint8Array {
  const head = new ByteWriter((to - from) * 3 + 5);
  const lists = new ByteWriter((to - from) * 4 + 5);
  const marks: number[] = [];
  let count = 0;
  let last = 0;
  for (let at = from; at < to; count++) {
    const key = keys[at]!;
    let end = at;
    while (end < to && keys[end] === key) end++;
    if (count % STRIDE === 0) marks.push(last, head.length, lists.length);
    const before = lists.length;
    let unit = 0;
    for (let i = Math.max(at, end - LONGEST_LIST); i < end; i++) {
      lists.varint(units[i]! - unit);
      unit = units[i]!;
    }
    head.varint(key - last);
    sizeInto(head, lists.length - before, Math.min(end - at, LONGEST_LIST));
    last = key;
    at = end;
  }
  return joined(count, marks, head, lists);
}

/** Most lists hold one unit: its bytes and a last bit that says so take one byte. */
function sizeInto(head: ByteWriter, bytes: number, count: number): void {
  head.varint(bytes * 2 + (count === 1 ? 1 : 0));
  if (count !== 1) head.varint(count);
}

function joined(count: number, marks: readonly number[], head: ByteWriter, lists: ByteWriter): Uint8Array {
  const first = 8 + marks.length * 4;
  const all = new Uint8Array(first + head.length + lists.length);
  const view = new DataView(all.buffer);
  view.setUint32(0, count, true);
  view.setUint32(4, head.length, true);
  for (const [i, number] of marks.entries()) view.setUint32(8 + i * 4, number, true);
  all.set(head.view(), first);
  all.set(lists.view(), first + head.length);
  return all;
}

/** Where in a block a list lies, still packed. */
export interface PackedList {
  readonly data: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** How many units are in it. */
  readonly count: number;
}

/** Takes a block and a key; gives the units filed under the key, rising; an empty list where there are none. */
export function readList(data: Uint8Array, key: number): Uint32Array {
  const list = findList(data, key);
  return list === null ? new Uint32Array(0) : unpackList(list);
}

/** Takes a packed list; gives its units, rising. */
export function unpackList(list: PackedList): Uint32Array {
  const units = new Uint32Array(list.to - list.from);
  return units.subarray(0, unpackInto(list, units, 0));
}

/** Takes a packed list, an array with room for as many units as the list has bytes, and where in it to begin; puts the units there, rising, and gives where they end. */
export function unpackInto({ data, from, to }: PackedList, units: Uint32Array, begin: number): number {
  let count = begin;
  let unit = 0;
  for (let at = from; at < to; ) {
    let byte = data[at++]!;
    let gap = byte & 127;
    for (let shift = 7; byte >= 128 && shift < 35 && at < to; shift += 7) {
      byte = data[at++]!;
      gap |= (byte & 127) << shift;
    }
    unit = (unit + (gap >>> 0)) >>> 0;
    units[count++] = unit;
  }
  return count;
}

/** Takes a block and a key; gives the list under the key, `null` where there is none. */
export function findList(data: Uint8Array, key: number): PackedList | null {
  if (data.length < 8 + MARK_BYTES) return null;
  const count = numberAt(data, 0);
  const marks = Math.ceil(count / STRIDE);
  const heads = 8 + marks * MARK_BYTES;
  const mark = 8 + lastBelow(data, marks, key) * MARK_BYTES;
  const head = new ByteReader(data, heads + numberAt(data, mark + 4));
  let own = numberAt(data, mark);
  let list = heads + numberAt(data, 4) + numberAt(data, mark + 8);
  const end = heads + numberAt(data, 4);
  for (let left = STRIDE; left > 0 && head.at < end; left--) {
    own += head.varint();
    const size = head.varint();
    const count = size & 1 || head.varint();
    if (own === key) return { data, from: list, to: Math.min(list + (size >>> 1), data.length), count };
    if (own > key) break;
    list += size >>> 1;
  }
  return null;
}

/** The last mark before which all keys are below the one looked for; 0 where that is none. */
function lastBelow(data: Uint8Array, marks: number, key: number): number {
  let low = 1;
  let high = marks;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(data, 8 + middle * MARK_BYTES) < key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function numberAt(data: Uint8Array, at: number): number {
  return (
    ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16) | ((data[at + 3] ?? 0) << 24)) >>> 0
  );
}

/** Takes a block; gives all its entries, by key. An entry takes a byte at least, so the bytes tell how many there may be. */
export function readBlock(data: Uint8Array): Entries {
  const count = numberAt(data, 0);
  const heads = 8 + Math.ceil(count / STRIDE) * MARK_BYTES;
  const head = new ByteReader(data, heads);
  const lists = new ByteReader(data, heads + numberAt(data, 4));
  const keys = new Uint32Array(data.length);
  const units = new Uint32Array(data.length);
  let length = 0;
  let key = 0;
  for (let left = Math.min(count, data.length); left > 0; left--) {
    key += head.varint();
    const size = head.varint();
    if ((size & 1) === 0) head.varint();
    const end = Math.min(data.length, lists.at + (size >>> 1));
    for (let unit = 0; lists.at < end; length++) {
      unit += lists.varint();
      keys[length] = key;
      units[length] = unit;
    }
  }
  return { keys: keys.subarray(0, length), units: units.subarray(0, length) };
}
