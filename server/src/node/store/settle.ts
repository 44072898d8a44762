import { groupCopies, loosen } from "./copies.ts";
import { Meetings } from "./meetings.ts";
import { unpackMeets } from "./meets.ts";
import { settleRepeats } from "./repeats.ts";
import { DamagedRow } from "./schema.ts";
import { numberOf, type Sql } from "./sql.ts";

/*
 * What articles are to one another (copies, pages of an outlet that repeats itself) is settled after changes: at once after few, at the end of a run
 * after many. What is still to be settled is kept with the changes, so that a run that was stopped is gone on with.
 */

/** Takes the number of an article that is about to go; keeps what is to be settled without it. Call inside a transaction, while its rows are there. */
export function leave(sql: Sql, no: number): void {
  if (no < mark(sql, "settled")) {
    const { copies, paragraphs } = unpackMeets(sql.get("SELECT meets FROM texts WHERE doc = ?", no) ?? {});
    for (const key of copies) note(sql, "copy", key);
    for (const key of paragraphs) note(sql, "paragraph", key);
  }
  for (const other of loosen(sql, no)) if (other !== no) note(sql, "article", other);
}

/** Says whether nothing is left to be settled. */
export function isSettled(sql: Sql): boolean {
  return mark(sql, "settled") === mark(sql, "next") && sql.get("SELECT 1 AS one FROM unsettled LIMIT 1") === undefined;
}

/** Settles all that is to be; gives whether that was anything. Call inside a transaction. */
export function settleMeetings(sql: Sql): boolean {
  if (isSettled(sql)) return false;
  const meetings = new Meetings(sql, mark(sql, "settled"));
  const loose = [...noted(sql, "article").keys()].filter((no) => meetings.isAlive(no));
  try {
    const moved = groupCopies(sql, meetings, [...meetings.fresh, ...loose], noted(sql, "copy"));
    settleRepeats(sql, meetings, moved, noted(sql, "paragraph").keys());
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof TypeError
      ? new DamagedRow("a row does not read as one", { cause: error })
      : error;
  }
  sql.run("DELETE FROM unsettled");
  sql.run("UPDATE info SET value = ? WHERE name = 'settled'", mark(sql, "next"));
  return true;
}

function mark(sql: Sql, name: "settled" | "next"): number {
  return numberOf(sql.get("SELECT value FROM info WHERE name = ?", name)?.["value"]);
}

type Kind = "copy" | "paragraph" | "article";

function note(sql: Sql, kind: Kind, value: number): void {
  sql.run("INSERT INTO unsettled VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1", kind, value);
}

function noted(sql: Sql, kind: Kind): ReadonlyMap<number, number> {
  const rows = sql.all("SELECT value, times FROM unsettled WHERE kind = ?", kind);
  return new Map(rows.map(({ value, times }) => [numberOf(value), numberOf(times)]));
}
