import { statSync } from "node:fs";
import type { Article, ReadProblem } from "../../corpus/types.ts";
import type { Extraction, Figure } from "../../extract/types.ts";
import { passageIn } from "../../store/passages.ts";
import type {
  CorpusStore,
  LookupLimits,
  Passage,
  PassageCandidate,
  StoredFigure,
  StoredQuotation,
  StoredSource,
} from "../../store/types.ts";
import { checkIndex, readFiles, readProblems } from "./listing.ts";
import { prepareArticle } from "./prepare.ts";
import { Reading } from "./reading.ts";
import { isDamage, isDiskTrouble, openIndex, removeIndex } from "./schema.ts";
import { isSettled } from "./settle.ts";
import type { Sql } from "./sql.ts";
import { findStretches } from "./stretches.ts";
import {
  commitArticles,
  commitFiles,
  commitRemoval,
  commitStates,
  type FileChange,
  type FileState,
  merge,
  settle,
  tidy,
} from "./writer.ts";

/** What a store may be told when it is opened. */
export interface SqliteStoreOptions {
  /** What made the rows: a store made by another one is built anew. Mostly the product's version. */
  readonly generation?: string;
  /** Told, as a sentence, of what happened to the file: built anew for damage, a full disk. After an update it is built anew without a word. */
  readonly onMessage?: (message: string) => void;
}

/** What an indexer needs beside the look-ups. */
export interface IndexStore extends CorpusStore {
  /** Puts many articles in at once, each in place of one with the same id. */
  putAll(entries: Iterable<{ readonly article: Article; readonly extraction: Extraction }>): void;
  /** Keeps changed files, all of them or, where the process ends or an error is thrown, none. `many`: more will follow, and `tidy` after them. */
  commit(changes: readonly FileChange[], many?: boolean): void;
  /** Keeps new stamps of files whose content is what it was. */
  touch(states: Iterable<readonly [path: string, state: FileState]>): void;
  /** Every file that was read, by path, as it was then. */
  files(): ReadonlyMap<string, FileState>;
  /** What is wrong with the files that were read, and ids that two of them ask for; by path. */
  problems(): readonly ReadProblem[];
  /** Does the greater part of what `tidy` has to do, ahead of the last changes of a run: it is then spared that, if they come in one `commit`. */
  merge(): void;
  /** Ends a run of many changes: makes look-ups quicker, and settles what is left to be. */
  tidy(): void;
  /** False where a run of many changes was stopped before its end, so that there is much to settle. */
  readonly isSettled: boolean;
  /** Settles what a run that was stopped left open: which articles are copies, and what outlets repeat. */
  settle(): void;
  /** Looks the whole file over; gives what is wrong, nothing where it is sound. */
  check(): readonly string[];
  /** True where the file that is open is no longer the one at its path: another process has put a new one there, or somebody took it away. */
  readonly isReplaced: boolean;
  /** Opens the file anew where another process has put a new one in its place. */
  reopenIfReplaced(): void;
  close(): void;
}

/**
 * Takes the path of an index (`:memory:` for one that is not kept); gives the store in it, made anew where the file is damaged, foreign or of
 * another version. Several processes may have one open at once. Throws the error of the file system where there can be no file at that place.
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): IndexStore {
  return new SqliteStore(path, options.generation ?? "", options.onMessage ?? (() => undefined));
}

class SqliteStore implements IndexStore {
  private readonly path: string;
  private readonly generation: string;
  private readonly say: (message: string) => void;
  private sql!: Sql;
  private rows!: Reading;
  private inode = 0;

  constructor(path: string, generation: string, say: (message: string) => void) {
    this.path = path;
    this.generation = generation;
    this.say = say;
    this.open();
  }

  get revision(): number {
    return this.read((rows) => rows.revision, 0);
  }

  get size(): number {
    return this.read((rows) => rows.size(), 0);
  }

  put(article: Article, extraction: Extraction): void {
    this.putAll([{ article, extraction }]);
  }

  putAll(entries: Iterable<{ readonly article: Article; readonly extraction: Extraction }>): void {
    const prepared = [...entries].map(({ article, extraction }) => prepareArticle(article, extraction));
    this.write((sql) => commitArticles(sql, prepared));
  }

  remove(id: string): void {
    this.write((sql) => commitRemoval(sql, [id]));
  }

  sources(): readonly StoredSource[] {
    return this.read((rows) => rows.sources(), []);
  }

  source(id: string): StoredSource | null {
    return this.read((rows) => rows.source(id), null);
  }

  article(id: string): Article | null {
    return this.read((rows) => rows.article(id), null);
  }

  figuresOf(id: string): readonly StoredFigure[] {
    return this.read((rows) => rows.figuresOf(id), []);
  }

  quotesOf(id: string): readonly StoredQuotation[] {
    return this.read((rows) => rows.quotesOf(id), []);
  }

  figuresLikeValue(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    return this.read((rows) => rows.byValue(figure, limits), []);
  }

  figuresLikeMeasure(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    return this.read((rows) => rows.byMeasure(figure, limits), []);
  }

  passagesLike(words: readonly string[], limits: LookupLimits): readonly PassageCandidate[] {
    return this.read((rows) => findStretches(rows, words, limits), []);
  }

  passageAt(id: string, start: number, end: number): Passage | null {
    const article = this.article(id);
    return article === null ? null : passageIn(article, start, end);
  }

  commit(changes: readonly FileChange[], many = false): void {
    this.write((sql) => commitFiles(sql, changes, many));
  }

  touch(states: Iterable<readonly [path: string, state: FileState]>): void {
    this.write((sql) => commitStates(sql, states));
  }

  get isSettled(): boolean {
    return this.read(() => isSettled(this.sql), true);
  }

  settle(): void {
    this.write(settle);
  }

  merge(): void {
    this.write(merge);
  }

  tidy(): void {
    this.write(tidy);
  }

  files(): ReadonlyMap<string, FileState> {
    return this.read(() => readFiles(this.sql), new Map());
  }

  problems(): readonly ReadProblem[] {
    return this.read(() => readProblems(this.sql), []);
  }

  check(): readonly string[] {
    return checkIndex(this.sql);
  }

  get isReplaced(): boolean {
    return this.path !== ":memory:" && inodeOf(this.path) !== this.inode;
  }

  reopenIfReplaced(): void {
    if (!this.isReplaced) return;
    this.close();
    this.open();
  }

  close(): void {
    if (this.sql.db.isOpen) this.sql.db.close();
  }

  /**
   * One unchanging state of the file for all look-ups until other work gets its turn: a verdict rests on one state, and each look-up is spared
   * the price of asking what changed. A damaged file is made anew and answers with nothing until it is filled again.
   */
  private read<T>(work: (rows: Reading) => T, otherwise: T): T {
    try {
      if (!this.sql.isReading) this.beginReading();
      return work(this.rows);
    } catch (error) {
      this.sql.endReading();
      if (!isDamage(error)) throw error;
      this.rebuild();
      return otherwise;
    }
  }

  private beginReading(): void {
    const { sql } = this;
    sql.beginReading();
    this.rows.begin();
    queueMicrotask(() => sql.endReading());
  }

  private write(work: (sql: Sql) => void): void {
    try {
      work(this.sql);
    } catch (error) {
      if (isDiskTrouble(error))
        throw new Error(
          `The index ${this.path} could not be written (${reason(error)}); what was read before is kept. Make room on the disk, then index again.`,
          { cause: error },
        );
      if (!isDamage(error)) throw error;
      this.rebuild();
      work(this.sql);
    }
  }

  private rebuild(): void {
    this.close();
    if (this.path !== ":memory:") removeIndex(this.path);
    this.say(`The index ${this.path} is damaged and is built anew; no article was touched.`);
    this.open();
  }

  private open(): void {
    this.sql = openIndex(this.path, this.generation, this.say);
    this.rows = new Reading(this.sql);
    this.inode = inodeOf(this.path);
  }
}

/** Tells a file from another one at the same path; 0 where there is none. */
function inodeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? 0;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
