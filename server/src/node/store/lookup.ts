import { type Ballot, Tally } from "./ballot.ts";
import { copyList, type KeyList, KeyLists, roomFor, widened } from "./lists.ts";
import { UnitOrder } from "./order.ts";
import type { Sql } from "./sql.ts";

/** Lists read beyond those that name units, and entries of them: what is on long lists is common, and tells little of what is named. */
const VOTERS = 16;
const VOTER_ENTRIES = 12_000;

/** Answers which units are filed under keys. Call inside a reading transaction, after `refresh` where the file may have changed. */
export class Lookup {
  private readonly sql: Sql;
  private readonly lists: KeyLists;
  /** What lists are unpacked into, so that a look-up leaves little behind. */
  private scratch = new Uint32Array(16_384);
  private order: UnitOrder | null = null;
  private readonly tally = new Tally((units, most) => {
    this.order ??= new UnitOrder(this.sql);
    return this.order.first(units, most);
  });

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
   * units first, for what is rare tells most; once enough are named, some longer lists vote on those alone, and the longest are not read. The
   * answer holds until the next question.
   */
  vote(keys: Iterable<number>, most: number): Ballot {
    const lists = this.listsOf(keys);
    const { tally } = this;
    tally.begin();
    let [next, room] = [0, most];
    for (; next < lists.length && (next === 0 || room > 0); next++) {
      const list = lists[next] as KeyList;
      if (next > 0 && list.count > room) break;
      tally.name(list);
      room -= list.count;
    }
    tally.count();
    let left = VOTER_ENTRIES;
    for (const list of lists.slice(next, next + VOTERS)) {
      left -= list.count;
      if (left < 0) break;
      tally.add(list);
    }
    tally.arrange();
    return tally;
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
}
