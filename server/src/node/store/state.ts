import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { reasonOf } from "../files.ts";
import { checkIndex } from "./listing.ts";
import { APPLICATION_ID, SCHEMA_VERSION } from "./schema.ts";
import { numberOf, Sql, textOf } from "./sql.ts";

/** How the file of an index is. */
export interface IndexState {
  readonly state: "none" | "sound" | "busy" | "old" | "foreign" | "damaged" | "unreadable";
  /** Why, as the end of a sentence. */
  readonly why: string;
}

const BUSY = 5;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** Takes the file of an index and what made its rows; says how it is. Changes nothing, and waits for nobody. */
export function stateOfIndex(file: string, generation: string): IndexState {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return { state: "none", why: "" };
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file);
    db.exec("PRAGMA busy_timeout=0");
    return look(new Sql(db), generation);
  } catch (error) {
    return stateOfError(error);
  } finally {
    db?.close();
  }
}

function look(sql: Sql, generation: string): IndexState {
  const of = (pragma: string) => numberOf(sql.get(`PRAGMA ${pragma}`)?.[pragma]);
  if (of("application_id") !== APPLICATION_ID) return { state: "foreign", why: "it is a file of another program" };
  if (of("user_version") !== SCHEMA_VERSION) return { state: "old", why: "it was made by another version" };
  const made = textOf(sql.get("SELECT value FROM info WHERE name = 'generation'")?.["value"]);
  if (made !== generation) return { state: "old", why: "it was made by another version" };
  const wrong = checkIndex(sql);
  if (wrong.length > 0) return { state: "damaged", why: wrong.slice(0, 3).join("; ") };
  sql.db.exec("BEGIN IMMEDIATE; ROLLBACK");
  return { state: "sound", why: "" };
}

function stateOfError(error: unknown): IndexState {
  const code = Number((error as { errcode?: unknown }).errcode ?? 0) & 0xff;
  const why = reasonWords(error);
  if (code === BUSY) return { state: "busy", why };
  if (code === NOT_A_DATABASE) return { state: "foreign", why: "it is no index" };
  return { state: code === CANNOT_OPEN ? "unreadable" : "damaged", why };
}

function reasonWords(error: unknown): string {
  return error instanceof Error ? error.message : reasonOf(error);
}
