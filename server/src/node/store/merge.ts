import { blockBits, type Entries, encodeSegment, readBlock, sortByKey } from "./postings.ts";
import { bytesOf, numberOf, type Sql } from "./sql.ts";

/** Blocks of one segment have addresses from its number times this. */
export const ADDRESSES = 2 ** 20;
/** Segments of about one size that are left beside one another; more of them while many files are read, so that less is written twice. */
const FAN = 8;
const FAN_IN_HASTE = 32;
/** A segment is of level n when it holds fewer than this times FAN to the n entries. */
const SMALLEST = 4000;

/** Entries that a merge holds at a time. */
const ENTRIES_AT_ONCE = 200_000;

interface Segment {
  readonly no: number;
  readonly bits: number;
  readonly entries: number;
}

/** Takes entries, those of later units later; keeps them as a segment. Call inside a transaction. */
export function addSegment(sql: Sql, entries: Entries): void {
  if (entries.keys.length === 0) return;
  const bits = blockBits(entries.keys.length);
  const first = newSegment(sql, bits, entries.keys.length) * ADDRESSES;
  for (const { block, data } of encodeSegment(sortByKey(entries), bits)) keep(sql, first + block, data);
}

/** Merges segments of one size where too many stand beside one another; what belongs to articles that are gone is left out. Call inside a transaction. */
export function mergeWhereDue(sql: Sql, inHaste: boolean): void {
  for (;;) {
    const run = dueRun(segmentsOf(sql), inHaste ? FAN_IN_HASTE : FAN);
    if (run === null) return;
    merge(sql, run);
  }
}

/** Merges all segments into one where there are more than `most`. Call inside a transaction. */
export function mergeAll(sql: Sql, most: number): void {
  const all = segmentsOf(sql);
  if (all.length > most) merge(sql, all);
}

function segmentsOf(sql: Sql): Segment[] {
  return sql.all("SELECT no, bits, entries FROM segments ORDER BY no").map((row) => ({
    no: numberOf(row["no"]),
    bits: numberOf(row["bits"]),
    entries: numberOf(row["entries"]),
  }));
}

/** The newest segments, as many as are of no higher level than the lowest level that has too many. */
function dueRun(segments: readonly Segment[], fan: number): Segment[] | null {
  for (let level = 0; level < 12; level++) {
    let from = segments.length;
    while (from > 0 && levelOf(segments[from - 1] as Segment) <= level) from--;
    if (segments.length - from >= fan) return segments.slice(from);
  }
  return null;
}

function levelOf({ entries }: Segment): number {
  return Math.max(0, Math.ceil(Math.log(entries / SMALLEST) / Math.log(FAN)));
}

/** Old blocks are read a stretch of keys at a time, so that a merge of any size takes little memory. */
function merge(sql: Sql, run: readonly Segment[]): void {
  const total = run.reduce((sum, { entries }) => sum + entries, 0);
  const bits = Math.max(blockBits(total), 0);
  const step = Math.min(
    bits,
    ...run.map((segment) => segment.bits),
    Math.floor(Math.log2(1 + total / ENTRIES_AT_ONCE)),
  );
  const alive = liveUnits(sql);
  const no = newSegment(sql, bits, total);
  let kept = 0;
  for (let stretch = 0; stretch < 2 ** step; stretch++) {
    const entries = living(
      run.flatMap((segment) => blocksIn(sql, segment, stretch, step)),
      alive,
    );
    kept += entries.keys.length;
    for (const { block, data } of encodeSegment(sortByKey(entries), bits)) keep(sql, no * ADDRESSES + block, data);
  }
  for (const segment of run) drop(sql, segment.no);
  if (kept === 0) drop(sql, no);
  else sql.run("UPDATE segments SET entries = ? WHERE no = ?", kept, no);
}

function blocksIn(sql: Sql, segment: Segment, stretch: number, step: number): Entries[] {
  const width = 2 ** (segment.bits - step);
  const from = segment.no * ADDRESSES + stretch * width;
  return sql
    .all("SELECT data FROM postings WHERE address >= ? AND address < ? ORDER BY address", from, from + width)
    .map((row) => readBlock(bytesOf(row["data"])));
}

/** One bit for each unit there ever was: set while its article is there. */
function liveUnits(sql: Sql): Uint8Array {
  const next = numberOf(sql.get("SELECT max(no + units) AS next FROM docs")?.["next"]);
  const alive = new Uint8Array((next >> 3) + 1);
  for (const row of sql.all("SELECT no, units FROM docs")) {
    const end = numberOf(row["no"]) + numberOf(row["units"]);
    for (let unit = numberOf(row["no"]); unit < end; unit++) alive[unit >> 3]! |= 1 << (unit & 7);
  }
  return alive;
}

function living(parts: readonly Entries[], alive: Uint8Array): Entries {
  const total = parts.reduce((sum, part) => sum + part.keys.length, 0);
  const keys = new Uint32Array(total);
  const units = new Uint32Array(total);
  let count = 0;
  for (const part of parts) {
    for (let i = 0; i < part.keys.length; i++) {
      const unit = part.units[i]!;
      if (((alive[unit >>> 3] ?? 0) & (1 << (unit & 7))) === 0) continue;
      keys[count] = part.keys[i]!;
      units[count++] = unit;
    }
  }
  return { keys: keys.subarray(0, count), units: units.subarray(0, count) };
}

function newSegment(sql: Sql, bits: number, entries: number): number {
  const row = sql.get("INSERT INTO segments (bits, entries) VALUES (?, ?) RETURNING no", bits, entries);
  return numberOf(row?.["no"]);
}

function keep(sql: Sql, address: number, data: Uint8Array): void {
  sql.run("INSERT INTO postings VALUES (?, ?)", address, data);
}

function drop(sql: Sql, no: number): void {
  sql.run("DELETE FROM postings WHERE address >= ? AND address < ?", no * ADDRESSES, (no + 1) * ADDRESSES);
  sql.run("DELETE FROM segments WHERE no = ?", no);
}
