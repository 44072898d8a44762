import { numberOf, type Sql, textOf } from "./sql.ts";

/** Takes ids that articles ask for; gives each article of theirs an id of its own: the first by path the one it asks for, the others with "-2", "-3", … The outcome does not depend on the order of changes. */
export function settleIds(sql: Sql, wanted: Iterable<string>): void {
  const queue = new Set(wanted);
  for (const id of queue) {
    for (const displaced of settle(sql, id)) queue.add(displaced);
    const root = /^(.+)-\d+$/.exec(id)?.[1];
    if (root !== undefined) queue.add(root);
  }
}

/** Takes the id that a new article asks for; gives one that is free until ids are settled. */
export function provisionalId(sql: Sql, wanted: string, no: number): string {
  return holder(sql, wanted) === null ? wanted : `\u0000${no}`;
}

/** Gives the ids of others that had to move. */
function settle(sql: Sql, wanted: string): string[] {
  const claims = sql.all("SELECT no, id FROM docs WHERE wanted = ? ORDER BY file, no", wanted);
  const [first] = claims;
  if (first === undefined || (claims.length === 1 && textOf(first["id"]) === wanted)) return [];
  for (const { no } of claims) rename(sql, numberOf(no), `\u0000${numberOf(no)}`);
  const displaced = displace(sql, wanted);
  let suffix = 1;
  claims.forEach(({ no }, i) => {
    let id = wanted;
    while (i > 0 && (id === wanted || isTaken(sql, id))) id = `${wanted}-${++suffix}`;
    rename(sql, numberOf(no), id);
  });
  return displaced;
}

function displace(sql: Sql, id: string): string[] {
  const held = holder(sql, id);
  if (held === null) return [];
  rename(sql, held.no, `\u0000${held.no}`);
  return [held.wanted];
}

function holder(sql: Sql, id: string): { no: number; wanted: string } | null {
  const row = sql.get("SELECT no, wanted FROM docs WHERE id = ?", id);
  return row === undefined ? null : { no: numberOf(row["no"]), wanted: textOf(row["wanted"]) };
}

function isTaken(sql: Sql, id: string): boolean {
  return sql.get("SELECT 1 AS one FROM docs WHERE id = ? OR wanted = ? LIMIT 1", id, id) !== undefined;
}

function rename(sql: Sql, no: number, id: string): void {
  sql.run("UPDATE docs SET id = ? WHERE no = ?", id, no);
  sql.run(
    "UPDATE figures SET source = ? WHERE unit >= ? AND unit < (SELECT no + units FROM docs WHERE no = ?)",
    id,
    no,
    no,
  );
}
