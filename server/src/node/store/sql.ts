import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

/** One row, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A database with its statements prepared once each. Errors are those of `node:sqlite`. */
export class Sql {
  readonly db: DatabaseSync;
  private readonly prepared = new Map<string, StatementSync>();
  private depth = 0;

  constructor(db: DatabaseSync) {
    this.db = db;
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.statement(sql).all(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  /** Runs `work` on one unchanging state of the file. */
  reading<T>(work: () => T): T {
    return this.transaction("BEGIN", work);
  }

  /** Runs `work` as one change: all of it is kept, or, when it throws or the process ends, nothing. Waits for other writers. */
  writing<T>(work: () => T): T {
    return this.transaction("BEGIN IMMEDIATE", work);
  }

  private transaction<T>(begin: string, work: () => T): T {
    if (this.depth > 0) return work();
    this.run(begin);
    this.depth++;
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    } finally {
      this.depth--;
    }
  }

  /** Some errors (a full disk) have rolled back already. */
  private rollBack(): void {
    if (this.db.isTransaction) this.db.exec("ROLLBACK");
  }

  private statement(sql: string): StatementSync {
    let statement = this.prepared.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}

/** Takes a column's value; gives it as a number, 0 for what is none. */
export function numberOf(value: SQLOutputValue | undefined): number {
  return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : 0;
}

/** Takes a column's value; gives it as text, "" for what is none. */
export function textOf(value: SQLOutputValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Takes a column's value; gives it as bytes, none for what is no blob. */
export function bytesOf(value: SQLOutputValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}
