import type { CorpusContext, FileOutcome, FileTask } from "./read-file.ts";

/** What a reader thread is started with. */
export interface ReaderData {
  readonly context: CorpusContext;
  /** Two numbers: the batch that is read, and which file of it. Kept up to date by the reader, so that its thread can be judged from outside. */
  readonly at: SharedArrayBuffer;
}

/** Files for a reader thread. */
export interface Batch {
  readonly number: number;
  readonly tasks: readonly FileTask[];
}

/** What a reader thread says of a batch. */
export interface BatchResult {
  readonly number: number;
  readonly outcomes: readonly FileOutcome[];
}

/** A run of the indexer, as one process asks it of another. */
export interface IndexJob {
  readonly folder: string;
  readonly index: string;
  readonly generation: string;
  readonly only: readonly string[] | null;
  readonly threads: number;
  readonly fileMs: number;
}

/** How far a run is, in files. */
export interface IndexProgress {
  readonly done: number;
  readonly all: number;
}

/** What came of a run. */
export interface IndexReport {
  /** Files of the corpus, and of those the ones that were read, were as before, and are gone. */
  readonly files: number;
  readonly read: number;
  readonly unchanged: number;
  readonly removed: number;
  /** False where the run was stopped before its end; what was read by then is kept, and the next run goes on from there. */
  readonly complete: boolean;
}

/** What the indexing process says. */
export type IndexerMessage =
  | { readonly kind: "progress"; readonly progress: IndexProgress }
  | { readonly kind: "message"; readonly message: string }
  | { readonly kind: "report"; readonly report: IndexReport }
  | { readonly kind: "error"; readonly message: string };
