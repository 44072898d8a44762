import { COPY_SHARE, containment, MOST_SHARING, mayBeCopies } from "../../corpus/copies.ts";
import { unpackMeta } from "./codec.ts";
import type { Meetings } from "./meetings.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";

/*
 * Which articles carry one text. What comes out is a matter of the articles that there are, and not of the order in which they came: two are of one
 * group where they are copies of one another, or where a chain of copies lies between them.
 */

/** Takes an article's number; leaves all of its group without an origin, and gives them. */
export function loosen(sql: Sql, no: number): number[] {
  const group = groupOf(sql, no);
  const members = membersOf(sql, group);
  if (members.length > 1) sql.run("UPDATE docs SET origin = NULL WHERE origin = ?", group);
  return members;
}

/** Takes an article's number; gives that of its origin, its own where it stands alone. */
export function groupOf(sql: Sql, no: number): number {
  return numberOf(sql.get("SELECT coalesce(origin, no) AS origin FROM docs WHERE no = ?", no)?.["origin"]);
}

/**
 * Takes the articles that stand alone for now (those that came, and those whose group lost one) and how many that went were filed under each key; puts
 * them with their copies. Gives those whose origin may be another one now.
 */
export function groupCopies(
  sql: Sql,
  meetings: Meetings,
  alone: Iterable<number>,
  gone: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const open = new Set(alone);
  const lists = listsOf(sql, meetings, open, gone);
  const groups = new Groups(sql, open);
  for (const no of open) {
    for (const [other, shared] of sharing(meetings, lists, no)) {
      if ((open.has(other) && other > no) || groups.areOne(no, other)) continue;
      if (!mayBeCopies(shared, meetings.of(no).shingles, meetings.of(other).shingles)) continue;
      if (containment(meetings.signature(no), meetings.signature(other)) >= COPY_SHARE) groups.join(no, other);
    }
  }
  return groups.settle();
}

type Lists = ReadonlyMap<number, readonly number[]>;

/** What stands under the keys that few enough share. Where a key has become too common, or is no longer, all who have it are looked at anew. */
function listsOf(sql: Sql, meetings: Meetings, open: Set<number>, gone: ReadonlyMap<number, number>): Lists {
  const lists = new Map<number, readonly number[]>();
  const fresh = new Set(meetings.fresh);
  const asked = new Set<number>();
  for (let wanted = meetings.sharedBy(2) ?? keysOf(meetings, open, gone.keys()); wanted.length > 0; ) {
    const before = open.size;
    for (const key of wanted) {
      asked.add(key);
      const docs = meetings.under(key);
      const had = docs.filter((no) => !fresh.has(no)).length + (gone.get(key) ?? 0);
      if (docs.length > 1 && docs.length <= MOST_SHARING) lists.set(key, docs);
      if (docs.length > MOST_SHARING === had > MOST_SHARING) continue;
      for (const no of docs) if (!open.has(no)) for (const member of loosen(sql, no)) open.add(member);
    }
    wanted = open.size === before ? [] : keysOf(meetings, open, []).filter((key) => !asked.has(key));
  }
  return lists;
}

/** In order, so that what is kept in blocks is read block by block. */
function keysOf(meetings: Meetings, numbers: Iterable<number>, more: Iterable<number>): number[] {
  const keys = new Set<number>(more);
  for (const no of numbers) for (const key of meetings.of(no).copies) keys.add(key);
  return [...keys].sort((a, b) => a - b);
}

function sharing(meetings: Meetings, lists: Lists, no: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const key of meetings.of(no).copies) {
    for (const other of lists.get(key) ?? []) if (other !== no) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

/** Groups that grow together; those that are not open come as they are. */
class Groups {
  private readonly sql: Sql;
  private readonly open: ReadonlySet<number>;
  private readonly parents = new Map<number, number>();

  constructor(sql: Sql, open: ReadonlySet<number>) {
    this.sql = sql;
    this.open = open;
  }

  areOne(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parents.set(x, y);
  }

  /** Gives each group its origin; gives all whose origin may be another than it was. */
  settle(): ReadonlySet<number> {
    const groups = new Map<number, Set<number>>();
    for (const one of this.parents.keys()) {
      const root = this.root(one);
      const members = groups.get(root) ?? new Set(this.membersOf(root));
      groups.set(root, members);
      for (const member of this.membersOf(one)) members.add(member);
    }
    const moved = new Set(this.open);
    for (const members of groups.values()) {
      const first = earliest(this.sql, members);
      for (const no of members) moved.add(no);
      for (const no of members)
        this.sql.run("UPDATE docs SET origin = ? WHERE no = ?", no === first ? null : first, no);
    }
    return moved;
  }

  private membersOf(no: number): readonly number[] {
    return this.open.has(no) ? [no] : membersOf(this.sql, no);
  }

  private root(no: number): number {
    let top = this.open.has(no) ? no : groupOf(this.sql, no);
    for (let above = this.parents.get(top); above !== undefined; above = this.parents.get(top)) top = above;
    return top;
  }
}

function membersOf(sql: Sql, group: number): number[] {
  return sql.all("SELECT no FROM docs WHERE no = ? OR origin = ?", group, group).map(({ no }) => numberOf(no));
}

/** The earliest by date, then by id, then by file; a date that is not known counts as latest. */
function earliest(sql: Sql, members: Iterable<number>): number {
  const dated = [...members].map((no) => {
    const row = sql.get("SELECT wanted, file, meta FROM docs WHERE no = ?", no);
    const { published } = unpackMeta(textOf(row?.["meta"]), "");
    return { no, by: [published ?? "~", textOf(row?.["wanted"]), textOf(row?.["file"])] };
  });
  dated.sort((a, b) => compare(a.by, b.by) || a.no - b.no);
  return dated[0]?.no ?? 0;
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
}
