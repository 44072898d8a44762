import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { numberOf, Sql, textOf } from "./sql.ts";

/** Grows when the tables, the keys or the rows change; a file of another version is built anew. */
export const SCHEMA_VERSION = 9;
/** "SrcL" in the file's header tells our files from other SQLite files. */
export const APPLICATION_ID = 0x5372634c;
const BUSY_MS = 30_000;

const TABLES = `
CREATE TABLE info (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE docs (
  no INTEGER PRIMARY KEY, units INTEGER NOT NULL, blocks INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, wanted TEXT NOT NULL, file TEXT,
  hash TEXT NOT NULL, meta TEXT NOT NULL, figures INTEGER NOT NULL, quotes INTEGER NOT NULL, origin INTEGER
) STRICT;
CREATE INDEX docs_wanted ON docs(wanted);
CREATE INDEX docs_file ON docs(file);
CREATE TABLE texts (
  doc INTEGER PRIMARY KEY, text TEXT NOT NULL, sum INTEGER NOT NULL, blocks TEXT NOT NULL, verbatim INTEGER NOT NULL, meets BLOB NOT NULL
) STRICT;
CREATE TABLE figures (unit INTEGER PRIMARY KEY, doc INTEGER NOT NULL, source TEXT NOT NULL, data TEXT NOT NULL) STRICT;
CREATE TABLE quotes (doc INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
CREATE TABLE aside (doc INTEGER PRIMARY KEY, figures TEXT NOT NULL, quotes TEXT NOT NULL) STRICT;
CREATE TABLE repeats (key INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (key, words)) STRICT, WITHOUT ROWID;
CREATE TABLE unsettled (kind TEXT NOT NULL, value INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (kind, value)) STRICT, WITHOUT ROWID;
CREATE INDEX docs_origin ON docs(origin);
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, hash TEXT NOT NULL, problems TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE segments (no INTEGER PRIMARY KEY AUTOINCREMENT, bits INTEGER NOT NULL, entries INTEGER NOT NULL) STRICT;
CREATE TABLE postings (address INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
`;

/** Takes the file of an index, what made its rows (a version of the product), and where to say what happened; gives it open, made anew where it cannot be used. */
export function openIndex(path: string, generation: string, say: (message: string) => void): Sql {
  if (path === ":memory:") return prepared(new DatabaseSync(path), generation);
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; ; attempt++) {
    try {
      return open(path, generation);
    } catch (error) {
      if (attempt >= 2 || !(error instanceof Unusable || isDamage(error))) throw error;
      discard(path, error, say);
    }
  }
}

/** A row that does not read as the row that was written. */
export class DamagedRow extends Error {}

/** Takes an error; says whether it means that the file is damaged or no index at all (SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR on a short file, rows that do not read as rows). */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedRow) return true;
  const code = errorCode(error);
  if (code === 1) return /no such (table|column)|malformed/.test(String(error));
  return code === 11 || code === 26 || isShortRead(error);
}

function isShortRead(error: unknown): boolean {
  return (error as { errcode?: unknown } | null)?.errcode === 522;
}

/** Takes an error; says whether the disk is full or cannot be written (SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY). */
export function isDiskTrouble(error: unknown): boolean {
  return [8, 10, 13].includes(errorCode(error));
}

/** Takes the file of an index; removes it with its side files. */
export function removeIndex(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}

/** A file that is no index of this version: damaged, perhaps somebody else's file, or made by another version, which is nothing to tell of. */
class Unusable extends Error {
  readonly why: "damaged" | "foreign" | "old";
  constructor(message: string, why: Unusable["why"]) {
    super(message);
    this.why = why;
  }
}

function errorCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : 0;
}

function open(path: string, generation: string): Sql {
  if (isCutShort(path)) throw new Unusable("it is cut short", "damaged");
  const db = new DatabaseSync(path);
  try {
    return prepared(db, generation);
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepared(db: DatabaseSync, generation: string): Sql {
  db.exec(`PRAGMA busy_timeout=${BUSY_MS}`);
  const sql = new Sql(db);
  if (isBlank(sql)) db.exec("PRAGMA page_size=8192");
  setJournal(db);
  db.exec(
    "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-6000; PRAGMA journal_size_limit=33554432; PRAGMA temp_store=MEMORY",
  );
  sql.writing(() => {
    if (isBlank(sql)) create(db, sql, generation);
  });
  mustBeOurs(sql, generation);
  return sql;
}

/** Two processes that open a new file at once may both ask for the change of journal; one of them waits. */
function setJournal(db: DatabaseSync): void {
  for (let attempt = 0; ; attempt++) {
    try {
      db.exec("PRAGMA journal_mode=WAL");
      return;
    } catch (error) {
      if (errorCode(error) !== 5 || attempt > 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function isBlank(sql: Sql): boolean {
  return numberOf(sql.get("SELECT count(*) AS n FROM sqlite_schema")?.["n"]) === 0;
}

function create(db: DatabaseSync, sql: Sql, generation: string): void {
  db.exec(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${SCHEMA_VERSION};${TABLES}`);
  for (const [name, value] of Object.entries({ generation, revision: Date.now() * 1000, next: 1, settled: 1 })) {
    sql.run("INSERT INTO info VALUES (?, ?)", name, value);
  }
}

function mustBeOurs(sql: Sql, generation: string): void {
  const id = numberOf(sql.get("PRAGMA application_id")?.["application_id"]);
  if (id !== APPLICATION_ID) throw new Unusable("it is not an index of sources", "foreign");
  const version = numberOf(sql.get("PRAGMA user_version")?.["user_version"]);
  const made = textOf(sql.get("SELECT value FROM info WHERE name = 'generation'")?.["value"]);
  if (version !== SCHEMA_VERSION || made !== generation) throw new Unusable("it was made by another version", "old");
}

/** A file shorter than its header says lost its end, unless a write-ahead log still holds it. */
function isCutShort(path: string): boolean {
  if (!existsSync(path) || existsSync(`${path}-wal`)) return false;
  const { size } = statSync(path);
  return size > 0 && size < 512;
}

function discard(path: string, error: unknown, say: (message: string) => void): void {
  const why = error instanceof Unusable ? error.message : "it is damaged";
  const keep = error instanceof Unusable ? error.why === "foreign" : errorCode(error) === 26;
  const aside = keep && existsSync(path) ? putAside(path) : null;
  removeIndex(path);
  if (error instanceof Unusable && error.why === "old") return;
  const kept = aside === null ? "" : ` The old file is kept as ${aside}.`;
  say(`The index ${path} is built anew, for ${why}; no article was touched.${kept}`);
}

/** The file with what a database keeps beside it, under a name that nothing had: what was put aside before stays as it is. */
function putAside(path: string): string {
  const aside = claimed(`${path}.aside`);
  renameSync(path, aside);
  for (const end of ["-wal", "-journal"]) if (existsSync(path + end)) renameSync(path + end, aside + end);
  return aside;
}

/** Made empty, and only where it is not there, so that two processes never take the same name. */
function claimed(first: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first}-${number}`;
    try {
      closeSync(openSync(name, "wx"));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
