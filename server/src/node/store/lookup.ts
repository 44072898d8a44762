import { copyList, type KeyList, KeyLists, roomFor, widened } from "./lists.ts";
import { UnitOrder } from "./order.ts";
import type { Sql } from "./sql.ts";

/** Units (figures or paragraphs) with the number of asked keys that each is filed under. */
export interface Ballot {
  readonly length: number;
  /** The unit at a place of the order: most votes first, then by the id of its article and by its place there. */
  unitAt(place: number): number;
  votesAt(place: number): number;
  /** The votes of a unit; 0 where it has none. */
  votesOf(unit: number): number;
}

/** Lists read beyond those that name units, and entries of them: what is on long lists is common, and tells little of what is named. */
const VOTERS = 6;
const VOTER_ENTRIES = 5000;

/** Answers which units are filed under keys. Call inside a reading transaction, after `refresh` where the file may have changed. */
export class Lookup {
  private readonly sql: Sql;
  private readonly lists: KeyLists;
  /** What lists are unpacked into, so that a look-up leaves little behind. */
  private scratch = new Uint32Array(16_384);
  private order: UnitOrder | null = null;

  constructor(sql: Sql) {
    this.sql = sql;
    this.lists = new KeyLists(sql);
  }

  /** Forgets what was read of another state of the file. */
  refresh(): void {
    this.order = null;
    this.lists.refresh();
  }

  /**
   * Takes keys and how many entries may name new units; gives the units under the keys, those under most keys first. The shortest lists name
   * units first, for what is rare tells most; once enough are named, some longer lists vote on those alone, and the longest are not read.
   */
  vote(keys: Iterable<number>, most: number): Ballot {
    const lists = this.listsOf(keys);
    let [next, end, room] = [0, 0, most];
    for (; next < lists.length && (next === 0 || room > 0); next++) {
      const list = lists[next] as KeyList;
      if (next > 0 && list.count > room) break;
      end = this.unpack(list, end);
      room -= list.count;
    }
    const tally = tallyOf(this.scratch.slice(0, end));
    let left = VOTER_ENTRIES;
    for (const list of lists.slice(next, next + VOTERS)) {
      left -= list.count;
      if (left < 0) break;
      if (list.units !== null) addVotes(tally, list.units, list.from, list.from + list.count);
      else addVotes(tally, this.scratch, 0, this.unpack(list, 0));
    }
    return new Order(tally, this.first);
  }

  /** Takes a key; gives the units under it, rising, which hold until the next question. */
  units(key: number): Uint32Array {
    return this.scratch.subarray(0, this.unpack(this.lists.of(key), 0));
  }

  /** The lists under keys, the shortest first. */
  private listsOf(keys: Iterable<number>): KeyList[] {
    const lists: KeyList[] = [];
    const asked = new Set<number>();
    for (const key of keys) {
      if (asked.has(key | 0)) continue;
      asked.add(key | 0);
      const list = this.lists.of(key);
      if (list.count > 0) lists.push(list);
    }
    return lists.sort((a, b) => a.count - b.count);
  }

  /** Puts a list's units where they are worked on, from a place on; gives where they end. */
  private unpack(list: KeyList, from: number): number {
    const needed = from + roomFor(list);
    if (needed > this.scratch.length) this.scratch = widened(this.scratch, needed);
    return copyList(list, this.scratch, from);
  }

  private readonly first: FirstOf = (units, most) => {
    this.order ??= new UnitOrder(this.sql);
    return this.order.first(units, most);
  };
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

/** Takes a tally and a stretch of an array with a list. Both rise, so that each search begins where the last one ended. */
function addVotes({ units, votes }: Tally, list: Uint32Array, begin: number, end: number): void {
  let from = begin;
  for (let i = 0; i < units.length && from < end; i++) {
    from = firstFrom(list, from, end, units[i]!);
    if (from < end && list[from] === units[i]) votes[i]!++;
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

/** Takes units, rising; gives the places among them of the first so many in the order in which equals stand. */
type FirstOf = (units: Uint32Array, most: number) => Uint32Array;

/** Equals put in order at a time: mostly more than are asked for. */
const AT_ONCE = 40;

/** Units are counted out by their votes, which are few; those with equal votes are put in order when they are come to. */
class Order implements Ballot {
  readonly length: number;
  private readonly tally: Tally;
  private readonly firstOf: FirstOf;
  /** Up to where equals stand in order. */
  private settled = 0;
  /** Places among the rising units, in order. */
  private readonly order: Uint32Array;

  constructor(tally: Tally, firstOf: FirstOf) {
    const { votes } = tally;
    this.tally = tally;
    this.firstOf = firstOf;
    this.length = votes.length;
    let most = 0;
    for (let i = 0; i < votes.length; i++) if (votes[i]! > most) most = votes[i]!;
    const begins = new Uint32Array(most + 2);
    for (let i = 0; i < votes.length; i++) begins[most + 1 - votes[i]!]!++;
    for (let i = 1; i < begins.length; i++) begins[i]! += begins[i - 1]!;
    this.order = new Uint32Array(votes.length);
    for (let i = 0; i < votes.length; i++) this.order[begins[most - votes[i]!]!++] = i;
  }

  unitAt(place: number): number {
    while (place >= this.settled && this.settled < this.length) this.settleNext();
    return this.tally.units[this.order[place]!]!;
  }

  votesAt(place: number): number {
    return this.tally.votes[this.order[place]!]!;
  }

  votesOf(unit: number): number {
    const { units, votes } = this.tally;
    const at = firstFrom(units, 0, units.length, unit);
    return units[at] === unit ? votes[at]! : 0;
  }

  /** Puts the first of the equals that come next in front of the others, which keep rising. */
  private settleNext(): void {
    const { order, settled, tally } = this;
    const votes = this.votesAt(settled);
    let end = settled + 1;
    while (end < this.length && this.votesAt(end) === votes) end++;
    this.settled = end;
    if (end - settled === 1) return;
    const equals = order.slice(settled, end);
    const first = this.firstOf(
      equals.map((at) => tally.units[at]!),
      AT_ONCE,
    );
    this.settled = settled + first.length;
    for (let i = 0; i < first.length; i++) {
      order[settled + i] = equals[first[i]!]!;
      equals[first[i]!] = TAKEN;
    }
    let next = this.settled;
    for (const at of equals) if (at !== TAKEN) order[next++] = at;
  }
}

const TAKEN = 0xffffffff;
