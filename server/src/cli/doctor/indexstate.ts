import { promises as fs, statSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { reasonOf } from "../../node/files.ts";
import { checkIndex } from "../../node/store/listing.ts";
import { SCHEMA_VERSION } from "../../node/store/schema.ts";
import { numberOf, Sql, textOf } from "../../node/store/sql.ts";
import { type Complaint, complaint } from "./types.ts";

/** How the file of an index is. */
export interface IndexState {
  readonly state: "none" | "sound" | "busy" | "old" | "foreign" | "damaged" | "unreadable";
  /** Why, as the end of a sentence. */
  readonly why: string;
}

/** "SrcL", as the store marks its files. */
const APPLICATION_ID = 0x5372634c;
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

type Kind = readonly [level: Complaint["level"], message: string, advice: string, fix: Complaint["fix"]];

const REBUILD = "It is built anew by the next check, or now by sourceline doctor --fix; no article is touched.";

/** What is said of an index that is not as it should be; FILE and WHY stand for its file and what is wrong with it. */
const COMPLAINTS: Partial<Readonly<Record<IndexState["state"], Kind>>> = {
  busy: [
    "note",
    "The index FILE is being written by another window or command.",
    "Nothing is lost; if that lasts and none runs, end what holds the file open.",
    "none",
  ],
  old: ["note", "The index FILE is out of date: WHY.", REBUILD, "can"],
  foreign: [
    "warning",
    "Where the index belongs there is another file, FILE: WHY.",
    "sourceline doctor --fix puts it aside, under the same name with .aside behind it, and builds the index.",
    "can",
  ],
  damaged: [
    "error",
    "The index FILE is damaged (WHY).",
    "sourceline doctor --fix builds it anew; no article is touched.",
    "can",
  ],
  unreadable: [
    "error",
    "The index FILE cannot be opened (WHY).",
    "Make the file readable and writable for you, or delete it; it holds nothing that is not made anew.",
    "none",
  ],
};

/** Takes the file of an index, how it is, and whether that has been mended; complains where it is not as it should be. */
export function lookAtIndex(file: string, { state, why }: IndexState, mended: boolean): Complaint[] {
  const kind = COMPLAINTS[state];
  if (kind === undefined) return [];
  const [level, message, advice, fix] = kind;
  const said = message.replace("FILE", () => file).replace("WHY", () => why);
  if (mended && fix === "can") return [complaint(level, `index/${state}`, said, "It was built anew.", "done")];
  return [complaint(level, `index/${state}`, said, advice, fix)];
}

/** Takes the file of an index; notes indexes that other versions have made of the same corpus. */
export async function lookAtOldIndexes(file: string): Promise<Complaint[]> {
  const stem = path.basename(file).replace(/\.v\d+\.sqlite$/, "");
  const names = await fs.readdir(path.dirname(file)).catch((): string[] => []);
  const others = names.filter((name) => name.startsWith(`${stem}.v`) && !name.startsWith(path.basename(file)));
  if (others.length === 0) return [];
  const message = `In ${path.dirname(file)} lie indexes that other versions made of this corpus: ${others.join(", ")}.`;
  return [complaint("note", "index/others", message, "Delete them, unless you still use those versions.")];
}
