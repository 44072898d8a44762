import type { ReadProblem } from "../../corpus/types.ts";
import { DamagedRow } from "./schema.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";
import type { FileState } from "./writer.ts";

/** Takes an index; gives every file that was read, by path, as it was then. */
export function readFiles(sql: Sql): ReadonlyMap<string, FileState> {
  const rows = sql.all("SELECT path, stamp, hash FROM files");
  return new Map(rows.map(({ path, stamp, hash }) => [textOf(path), { stamp: textOf(stamp), hash: textOf(hash) }]));
}

/** Takes an index; gives the problems of the files that were read, then the ids that two articles ask for. */
export function readProblems(sql: Sql): readonly ReadProblem[] {
  const own = sql
    .all("SELECT problems FROM files WHERE problems <> '[]' ORDER BY path")
    .flatMap((row) => parse(textOf(row["problems"])));
  return [...own, ...sharedIds(sql)];
}

/** Takes an index; gives what is wrong with the file and with what it holds, nothing where it is sound. */
export function checkIndex(sql: Sql): readonly string[] {
  try {
    const pages = sql.all("PRAGMA integrity_check(20)").map((row) => textOf(row["integrity_check"]));
    const broken = Object.entries(RULES).flatMap(([what, query]) => {
      const count = numberOf(sql.get(query)?.["n"]);
      return count > 0 ? [`${what}: ${count}`] : [];
    });
    return [...pages.filter((line) => line !== "ok"), ...broken];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const RULES: Readonly<Record<string, string>> = {
  "articles without their text": "SELECT count(*) AS n FROM docs WHERE no NOT IN (SELECT doc FROM texts)",
  "texts without an article": "SELECT count(*) AS n FROM texts WHERE doc NOT IN (SELECT no FROM docs)",
  "figures without an article": "SELECT count(*) AS n FROM figures WHERE doc NOT IN (SELECT no FROM docs)",
  "figures under another id than their article":
    "SELECT count(*) AS n FROM figures f JOIN docs d ON d.no = f.doc WHERE f.source <> d.id",
  "quotations without an article": "SELECT count(*) AS n FROM quotes WHERE doc NOT IN (SELECT no FROM docs)",
  "articles that lack figures":
    "SELECT count(*) AS n FROM docs d WHERE figures <> (SELECT count(*) FROM figures f WHERE f.unit >= d.no AND f.unit < d.no + d.units)",
  "repeats without an article": "SELECT count(*) AS n FROM aside WHERE doc NOT IN (SELECT no FROM docs)",
  "copies of an article that is gone":
    "SELECT count(*) AS n FROM docs WHERE origin IS NOT NULL AND origin NOT IN (SELECT no FROM docs)",
  "articles of files that are not known":
    "SELECT count(*) AS n FROM docs WHERE file IS NOT NULL AND file NOT IN (SELECT path FROM files)",
  "articles without an id of their own": "SELECT count(*) AS n FROM docs WHERE id LIKE char(0) || '%'",
};

function sharedIds(sql: Sql): ReadProblem[] {
  const rows = sql.all(
    "SELECT d.file AS path, d.id, d.wanted, o.file AS other FROM docs d JOIN docs o ON o.id = d.wanted WHERE d.id <> d.wanted ORDER BY d.file, d.no",
  );
  return rows.map((row) => {
    const [path, other, id, wanted] = ["path", "other", "id", "wanted"].map((name) => textOf(row[name])) as [
      string,
      string,
      string,
      string,
    ];
    const both = path === other ? `${path} holds two articles` : `${path} and ${other} both hold an article`;
    const message = `${both} with the id "${wanted}"; cite the one in ${path} as "${id}", or give it an id of its own.`;
    return { path, severity: "warning", message, span: null };
  });
}

function parse(problems: string): readonly ReadProblem[] {
  try {
    return JSON.parse(problems) as readonly ReadProblem[];
  } catch (error) {
    throw new DamagedRow("the problems of a file do not read as such", { cause: error });
  }
}
