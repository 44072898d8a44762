import { copyList, type KeyList, roomFor, widened } from "./lists.ts";
import type { PackedList } from "./postings.ts";
import { ByteReader } from "./varints.ts";

/** Units (figures or paragraphs) with the number of asked keys that each is filed under. */
export interface Ballot {
  readonly length: number;
  /** The unit at a place of the order: most votes first, then by the id of its article and by its place there. */
  unitAt(place: number): number;
  votesAt(place: number): number;
  /** The votes of a unit; 0 where it has none. */
  votesOf(unit: number): number;
}

/** Takes units, rising; gives the places among them of the first so many in the order in which equals stand. */
export type FirstOf = (units: Uint32Array, most: number) => readonly number[];

/** Equals put in order at a time: mostly more than are asked for. */
const AT_ONCE = 40;
const TAKEN = 0xffffffff;
/** Past all units. */
const NO_UNIT = 0x1_0000_0000;

/**
 * Counts votes, in steps: `begin`, `name` for each list that names units, `count`, `add` for each that votes on those alone, `arrange`. Its arrays are used for
 * one question after the other, so that a look-up leaves nothing behind; what it answers holds until the next `begin`.
 */
export class Tally implements Ballot {
  length = 0;
  private readonly firstOf: FirstOf;
  /** Units that lists name; once they are counted, each once and rising. */
  private units = new Uint32Array(1024);
  private named = 0;
  private votes = new Uint16Array(1024);
  /** Places among the rising units, in order; up to `settled`, equals stand in order, too. */
  private order = new Uint32Array(1024);
  private settled = 0;
  /** What equals are put in order in. */
  private equals = new Uint32Array(1024);
  private equalUnits = new Uint32Array(1024);

  /** Takes what puts units with equal votes in order; it is asked only for those that are come to. */
  constructor(firstOf: FirstOf) {
    this.firstOf = firstOf;
  }

  begin(): void {
    this.named = 0;
  }

  /** Takes a list; each of its units has one more vote. */
  name(list: KeyList): void {
    const needed = this.named + roomFor(list);
    if (needed > this.units.length) this.units = widened(this.units, needed);
    this.named = copyList(list, this.units, this.named);
  }

  /** Counts the votes of the units that were named. */
  count(): void {
    const { units, named } = this;
    units.subarray(0, named).sort();
    this.makeRoom(named);
    const votes = this.votes.fill(0, 0, named);
    let count = 0;
    for (let i = 0; i < named; i++) {
      if (i === 0 || units[i] !== units[i - 1]) units[count++] = units[i]!;
      votes[count - 1]!++;
    }
    this.length = count;
  }

  /** Takes a list; each of its units that was named has one more vote. */
  add({ units, from, count, parts }: KeyList): void {
    if (units !== null) this.addUnits(units, from, from + count);
    let next = 0;
    for (const part of parts) next = this.addPacked(part, next);
  }

  /** Both rise, so that each search begins where the last one ended. */
  private addUnits(list: Uint32Array, begin: number, end: number): void {
    const { units, votes, length } = this;
    let from = begin;
    for (let i = 0; i < length && from < end; i++) {
      const unit = units[i]!;
      if (list[from]! < unit) from = firstFrom(list, from, end, unit);
      if (from < end && list[from] === unit) votes[i]!++;
    }
  }

  /** Takes a packed list and where its units may first stand among those named; gives the same for the next list. Each unit is looked at as it is unpacked. */
  private addPacked({ data, from, to }: PackedList, first: number): number {
    const { units, votes, length } = this;
    let next = first;
    let named = next < length ? units[next]! : NO_UNIT;
    const packed = new ByteReader(data, from);
    for (let unit = 0; packed.at < to; ) {
      unit = (unit + packed.varint()) >>> 0;
      if (unit < named) continue;
      while (named < unit) named = ++next < length ? units[next]! : NO_UNIT;
      if (named === NO_UNIT) return next;
      if (named === unit) votes[next]!++;
    }
    return next;
  }

  /** Counts the units out by their votes, which are few. */
  arrange(): void {
    const { votes, order, length } = this;
    let most = 0;
    for (let i = 0; i < length; i++) if (votes[i]! > most) most = votes[i]!;
    const begins = new Array<number>(most + 2).fill(0);
    for (let i = 0; i < length; i++) begins[most + 1 - votes[i]!]!++;
    for (let i = 1; i < begins.length; i++) begins[i]! += begins[i - 1]!;
    for (let i = 0; i < length; i++) order[begins[most - votes[i]!]!++] = i;
    this.settled = 0;
  }

  unitAt(place: number): number {
    while (place >= this.settled && this.settled < this.length) this.settleNext();
    return this.units[this.order[place]!]!;
  }

  votesAt(place: number): number {
    return this.votes[this.order[place]!]!;
  }

  votesOf(unit: number): number {
    const at = firstFrom(this.units, 0, this.length, unit);
    return at < this.length && this.units[at] === unit ? this.votes[at]! : 0;
  }

  /** Puts the first of the equals that come next in front of the others, which keep rising. */
  private settleNext(): void {
    const { order, settled, equals, equalUnits, units } = this;
    const votes = this.votesAt(settled);
    let end = settled + 1;
    while (end < this.length && this.votesAt(end) === votes) end++;
    const count = end - settled;
    this.settled = end;
    if (count === 1) return;
    for (let i = 0; i < count; i++) {
      equals[i] = order[settled + i]!;
      equalUnits[i] = units[equals[i]!]!;
    }
    const first = this.firstOf(equalUnits.subarray(0, count), AT_ONCE);
    this.settled = settled + first.length;
    for (let i = 0; i < first.length; i++) {
      order[settled + i] = equals[first[i]!]!;
      equals[first[i]!] = TAKEN;
    }
    let next = this.settled;
    for (let i = 0; i < count; i++) if (equals[i] !== TAKEN) order[next++] = equals[i]!;
  }

  private makeRoom(needed: number): void {
    if (needed <= this.votes.length) return;
    this.votes = new Uint16Array(needed * 2);
    this.order = new Uint32Array(needed * 2);
    this.equals = new Uint32Array(needed * 2);
    this.equalUnits = new Uint32Array(needed * 2);
  }
}

/** Index of the first entry at or after `from` that is no less than the unit: strides that double, then halving (Bentley and Yao, 1976). */
function firstFrom(list: Uint32Array, from: number, end: number, unit: number): number {
  let stride = 1;
  while (from + stride < end && list[from + stride]! < unit) stride *= 2;
  let low = from + (stride >> 1);
  let high = Math.min(end, from + stride + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
