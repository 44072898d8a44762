import { COPY_SHARE, containment, type Signature, signatureOf } from "../../corpus/copies.ts";
import { unpackBlocks, unpackMeta } from "./codec.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";

/** A shingle that more articles have than this is an outlet's boilerplate. */
const MOST_SHARING = 50;
/** Shared shingle hashes from which two articles are compared whole. */
const FEWEST_SHARED = 2;

/** Takes a new article's number and the hashes it is filed under; puts it with the articles whose text it carries or that carry its own. Call inside a transaction. */
export function joinGroup(sql: Sql, no: number, keys: readonly number[]): void {
  const groups = new Set<number>();
  let own: Signature | null = null;
  for (const other of meeting(sql, no, keys)) {
    const group = groupOf(sql, other);
    if (groups.has(group)) continue;
    own ??= signature(sql, no);
    const theirs = signature(sql, other);
    if (own !== null && theirs !== null && containment(own, theirs) >= COPY_SHARE) groups.add(group);
  }
  if (groups.size > 0) settle(sql, [no, ...[...groups].flatMap((group) => membersOf(sql, group))]);
}

/** Takes the number of an article that is about to go; the earliest of its other copies becomes their origin. Call inside a transaction. */
export function leaveGroup(sql: Sql, no: number): void {
  const others = membersOf(sql, no).filter((member) => member !== no);
  if (others.length > 0) settle(sql, others);
}

/** Articles that share shingles with this one, those that share most first. */
function meeting(sql: Sql, no: number, keys: readonly number[]): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) {
    const docs = sql.all("SELECT doc FROM shingles WHERE hash = ? LIMIT ?", key, MOST_SHARING + 1);
    if (docs.length < 2 || docs.length > MOST_SHARING) continue;
    for (const { doc } of docs) {
      const other = numberOf(doc);
      if (other !== no) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .filter(([, count]) => count >= FEWEST_SHARED)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([other]) => other);
}

function groupOf(sql: Sql, no: number): number {
  return numberOf(sql.get("SELECT coalesce(origin, no) AS origin FROM docs WHERE no = ?", no)?.["origin"]);
}

function membersOf(sql: Sql, group: number): number[] {
  return sql.all("SELECT no FROM docs WHERE no = ? OR origin = ?", group, group).map(({ no }) => numberOf(no));
}

/** The earliest by date, then by id, stands for all; a date that is not known counts as latest. */
function settle(sql: Sql, members: readonly number[]): void {
  const dated = members.map((no) => {
    const row = sql.get("SELECT id, meta FROM docs WHERE no = ?", no);
    const id = textOf(row?.["id"]);
    return { no, id, published: unpackMeta(textOf(row?.["meta"]), id).published ?? "~" };
  });
  dated.sort((a, b) => compare(a.published, b.published) || compare(a.id, b.id));
  const first = dated[0]?.no ?? 0;
  for (const { no } of dated)
    sql.run("UPDATE docs SET origin = ? WHERE no = ?", dated.length === 1 || no === first ? null : first, no);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function signature(sql: Sql, no: number): Signature | null {
  const row = sql.get("SELECT text, blocks FROM texts WHERE doc = ?", no);
  return row === undefined
    ? null
    : signatureOf({ text: textOf(row["text"]), blocks: unpackBlocks(textOf(row["blocks"])) });
}
