import type { ReadProblem } from "../../corpus/types.ts";
import { provisionalId, settleIds } from "./ids.ts";
import { addSegment, mergeAll, mergeWhereDue } from "./merge.ts";
import type { Entries } from "./postings.ts";
import type { PreparedArticle } from "./prepare.ts";
import { isSettled, leave, settleMeetings } from "./settle.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";

/** How a file was when it was read. */
export interface FileState {
  /** Its size and time, and those of what its reading rests on besides: while these are the same it is not looked into. */
  readonly stamp: string;
  /** Hash of its bytes, and of what its reading rests on besides: while this is the same it is not read again. */
  readonly hash: string;
}

/** One file as it is now: the articles in it and the problems met, or `null` for a file that is gone. */
export interface FileChange {
  readonly path: string;
  readonly now:
    | (FileState & { readonly articles: readonly PreparedArticle[]; readonly problems: readonly ReadProblem[] })
    | null;
}

/** Takes changed files; keeps them in place of what was kept of them, in one transaction. `many` says that more will follow, and `tidy` after them. */
export function commitFiles(sql: Sql, changes: readonly FileChange[], many = false): void {
  sql.writing(() => {
    const batch = new Batch(sql);
    for (const { path, now } of changes) {
      batch.removeWhere("file", path);
      sql.run("DELETE FROM files WHERE path = ?", path);
      if (now === null) continue;
      for (const article of now.articles) batch.add(article, path);
      sql.run("INSERT INTO files VALUES (?, ?, ?, ?)", path, now.stamp, now.hash, JSON.stringify(now.problems));
    }
    batch.finish(many);
  });
}

/** Takes articles that are of no file; keeps each in place of one with the same id, in one transaction. */
export function commitArticles(sql: Sql, articles: readonly PreparedArticle[]): void {
  sql.writing(() => {
    const batch = new Batch(sql);
    for (const article of new Map(articles.map((article) => [article.id, article])).values()) {
      batch.removeWhere("id", article.id);
      batch.add(article, null);
    }
    batch.finish(false);
  });
}

/** Takes ids; removes their articles. */
export function commitRemoval(sql: Sql, ids: readonly string[]): void {
  sql.writing(() => {
    const batch = new Batch(sql);
    for (const id of ids) batch.removeWhere("id", id);
    batch.finish(false);
  });
}

/** Takes new states of files whose content is what it was; keeps their stamps, so that the next look is quick. */
export function commitStates(sql: Sql, states: Iterable<readonly [path: string, state: FileState]>): void {
  sql.writing(() => {
    for (const [path, { stamp }] of states) sql.run("UPDATE files SET stamp = ? WHERE path = ?", stamp, path);
  });
}

/** Segments that stay beside one another when all is in order. */
const FEW = 2;

/** Merges all segments into one, ahead of the last changes of many and of `tidy`. */
export function merge(sql: Sql): void {
  sql.writing(() => mergeAll(sql, 1));
}

/** Merges segments down to a few, and settles what many changes left open: copies, and what outlets repeat. */
export function tidy(sql: Sql): void {
  sql.writing(() => {
    mergeAll(sql, FEW);
    if (settleMeetings(sql)) bumpRevision(sql);
  });
}

/** Settles what a run that was stopped left open. */
export function settle(sql: Sql): void {
  if (isSettled(sql)) return;
  sql.writing(() => {
    if (settleMeetings(sql)) bumpRevision(sql);
  });
}

/** Says that answers may have changed. Call inside a transaction. */
export function bumpRevision(sql: Sql): void {
  sql.run("UPDATE info SET value = value + 1 WHERE name = 'revision'");
}

/** The changes of one transaction. */
class Batch {
  private readonly sql: Sql;
  private readonly wanted = new Set<string>();
  private readonly added: { readonly first: number; readonly article: PreparedArticle }[] = [];
  private next: number;
  private changed = false;

  constructor(sql: Sql) {
    this.sql = sql;
    this.next = numberOf(sql.get("SELECT value FROM info WHERE name = 'next'")?.["value"]);
  }

  removeWhere(column: "file" | "id", value: string): void {
    for (const row of this.sql.all(`SELECT no, wanted FROM docs WHERE ${column} = ?`, value)) {
      const no = numberOf(row["no"]);
      this.wanted.add(textOf(row["wanted"]));
      this.changed = true;
      this.sql.run("DELETE FROM figures WHERE unit >= ? AND unit < (SELECT no + units FROM docs WHERE no = ?)", no, no);
      leave(this.sql, no);
      for (const table of ["aside WHERE doc", "texts WHERE doc", "quotes WHERE doc", "docs WHERE no"]) {
        this.sql.run(`DELETE FROM ${table} = ?`, no);
      }
    }
  }

  add(article: PreparedArticle, file: string | null): void {
    const no = this.next;
    this.next += Math.max(1, article.units);
    this.added.push({ first: no, article });
    this.wanted.add(article.id);
    this.changed = true;
    const id = provisionalId(this.sql, article.id, no);
    this.insertDoc(article, no, id, file);
    const { sql } = this;
    sql.run(
      "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)",
      no,
      article.text,
      article.check,
      article.blocks,
      article.verbatim ? 1 : 0,
      article.meets,
    );
    if (article.quoteCount > 0) sql.run("INSERT INTO quotes VALUES (?, ?)", no, article.quotes);
    let unit = no + article.units - article.figures.length;
    for (const row of article.figures) sql.run("INSERT INTO figures VALUES (?, ?, ?, ?)", unit++, no, id, row);
  }

  finish(many: boolean): void {
    if (!this.changed) return;
    this.sql.run("UPDATE info SET value = ? WHERE name = 'next'", this.next);
    addSegment(this.sql, this.entries());
    mergeWhereDue(this.sql, many);
    settleIds(this.sql, this.wanted);
    if (!many) settleMeetings(this.sql);
    bumpRevision(this.sql);
  }

  private insertDoc(article: PreparedArticle, no: number, id: string, file: string | null): void {
    const { units, figures, quoteCount, hash, meta } = article;
    this.sql.run(
      "INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
      no,
      Math.max(1, units),
      units - figures.length,
      id,
      article.id,
      file,
      hash,
      meta,
      figures.length,
      quoteCount,
    );
  }

  private entries(): Entries {
    const total = this.added.reduce((sum, { article }) => sum + article.keys.length, 0);
    const keys = new Uint32Array(total);
    const units = new Uint32Array(total);
    let at = 0;
    for (const { first, article } of this.added) {
      keys.set(article.keys, at);
      const { keyUnits } = article;
      for (let i = 0; i < keyUnits.length; i++) units[at++] = first + (keyUnits[i] as number);
    }
    return { keys, units };
  }
}
