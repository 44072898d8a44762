import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";

/** One row, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The values of one row, in the order in which they were asked for. */
export type Values = readonly SQLOutputValue[];

/** A database with its statements prepared once each. Errors are those of `node:sqlite`. */
export class Sql {
  readonly db: DatabaseSync;
  private readonly prepared = new Map<string, StatementSync>();
  private readonly preparedForValues = new Map<string, StatementSync>();
  private reading = false;

  constructor(db: DatabaseSync) {
    this.db = db;
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values);
  }

  /** What `get` gives, without the names of the columns: for rows read by the hundred. */
  values(sql: string, ...values: SQLInputValue[]): Values | undefined {
    return this.statement(sql, this.preparedForValues).get(...values) as unknown as Values | undefined;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.statement(sql).all(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  /** Whether all reading is of one state of the file until `endReading`. */
  get isReading(): boolean {
    return this.reading;
  }

  beginReading(): void {
    this.run("BEGIN");
    this.reading = true;
  }

  /** Does nothing where no reading was begun, or where the file is closed. Never throws: a reading has nothing to lose. */
  endReading(): void {
    if (!this.reading) return;
    this.reading = false;
    try {
      if (this.db.isOpen && this.db.isTransaction) this.db.exec("COMMIT");
    } catch {
      if (this.db.isTransaction) this.db.exec("ROLLBACK");
    }
  }

  /** Runs `work` as one change: all of it is kept, or, when it throws or the process ends, nothing. Waits for other writers. Ends a reading. */
  writing<T>(work: () => T): T {
    this.endReading();
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec("ROLLBACK");
      throw error;
    }
  }

  private statement(sql: string, prepared = this.prepared): StatementSync {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql);
      if (prepared === this.preparedForValues) statement.setReturnArrays(true);
      prepared.set(sql, statement);
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
