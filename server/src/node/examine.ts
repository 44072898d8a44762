import { promises as fs } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReadProblem } from "../corpus/index.ts";
import type { StoredSource } from "../store/types.ts";
import type { Progress } from "./corpus.ts";
import { programGeneration } from "./generation.ts";
import { openIndexedCorpus } from "./indexing/corpus.ts";
import { listCorpus } from "./indexing/listing.ts";
import { indexFile, userCacheFolder } from "./indexing/location.ts";
import { removeIndex } from "./store/schema.ts";
import { type IndexState, stateOfIndex } from "./store/state.ts";

export type { IndexState } from "./store/state.ts";

/** A corpus and its index, gone over. */
export interface Examination {
  /** File of the index, and how it was before. */
  readonly index: string;
  readonly state: IndexState;
  /** Whether it was built anew. */
  readonly mended: boolean;
  /** Names of the indexes beside it that other versions have made of the same corpus. */
  readonly others: readonly string[];
  /** What the corpus holds, or why it could not be gone over. */
  readonly corpus: CorpusContent | { readonly error: string };
}

/** What a corpus holds, and what is wrong with its files. */
export interface CorpusContent {
  readonly sources: readonly StoredSource[];
  readonly problems: readonly ReadProblem[];
  /** Paths of files that are no articles. */
  readonly passedOver: readonly string[];
}

/** How a corpus is gone over. */
export interface ExamineOptions {
  /** Whether the folder for caches can be written. */
  readonly writable: boolean;
  /** Builds an index anew that cannot be used. */
  readonly fix: boolean;
  readonly progress: Progress;
}

const MENDED: ReadonlySet<IndexState["state"]> = new Set<IndexState["state"]>(["old", "foreign", "damaged"]);

/** Gives the folder where this user's indexes are kept; it need not be there. */
export function cacheFolder(): string {
  return userCacheFolder();
}

/**
 * Takes a corpus folder that exists; says how its index is, and reads it: through its index where that is sound or there is none yet or it is to be
 * built anew, else into one that is thrown away, so that nothing is changed. Never rejects.
 */
export async function examineCorpus(folder: string, options: ExamineOptions): Promise<Examination> {
  const caches = cacheFolder();
  const index = indexFile(caches, folder);
  const state = stateOfIndex(index, programGeneration());
  const others = await othersOf(index);
  const mends = options.writable && options.fix && MENDED.has(state.state);
  const usable = options.writable && (mends || state.state === "none" || state.state === "sound");
  try {
    if (mends && state.state === "damaged") removeIndex(index);
    const read = (at: string) => readCorpus(folder, at, options.progress);
    const corpus = usable ? await read(caches) : await elsewhere(read);
    return { index, state, mended: mends, others, corpus };
  } catch (error) {
    return { index, state, mended: false, others, corpus: { error: (error as Error).message } };
  }
}

async function elsewhere<T>(work: (caches: string) => Promise<T>): Promise<T> {
  const caches = await fs.mkdtemp(path.join(tmpdir(), "sourceline-examined-"));
  try {
    return await work(caches);
  } finally {
    await fs.rm(caches, { recursive: true, force: true });
  }
}

async function readCorpus(folder: string, caches: string, progress: Progress): Promise<CorpusContent> {
  const corpus = openIndexedCorpus(folder, { caches, generation: programGeneration() });
  try {
    await corpus.update({ onProgress: progress });
    const { passedOver } = await listCorpus(folder);
    return { problems: await corpus.problems(), sources: corpus.store.sources(), passedOver };
  } finally {
    await corpus.close();
  }
}

async function othersOf(index: string): Promise<string[]> {
  const own = path.basename(index);
  const stem = own.replace(/\.v\d+\.sqlite$/, "");
  const names = await fs.readdir(path.dirname(index)).catch((): string[] => []);
  return names.filter((name) => name.startsWith(`${stem}.v`) && !name.startsWith(own));
}
