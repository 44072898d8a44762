import { promises as fs } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReadProblem } from "../../corpus/index.ts";
import { programGeneration } from "../../node/generation.ts";
import { openIndexedCorpus } from "../../node/indexing/corpus.ts";
import { indexFile, userCacheFolder } from "../../node/indexing/location.ts";
import { findProject, type Project } from "../../node/project.ts";
import { removeIndex } from "../../node/store/schema.ts";
import type { StoredSource } from "../../store/types.ts";
import type { CorpusOptions, Surroundings } from "../corpus/open.ts";
import { count } from "../corpus/table.ts";
import { startProgress } from "../gate/progress.ts";
import { type IndexState, lookAtIndex, lookAtOldIndexes, stateOfIndex } from "./indexstate.ts";
import { lookAtClocks, lookAtMetadata } from "./metadata.ts";
import { printDoctor } from "./print.ts";
import { lookAtCaches, lookAtFolder, lookAtNode, lookAtProject } from "./surroundings.ts";
import { type Complaint, complaint } from "./types.ts";

/** Options of `sourceline doctor`. */
export interface DoctorOptions extends CorpusOptions {
  /** Builds an index anew that cannot be used. */
  readonly fix?: boolean;
  readonly format?: "pretty" | "json";
}

/** What was found, and what of the corpus. */
interface Examined {
  readonly complaints: readonly Complaint[];
  readonly summary: string;
  readonly failed: boolean;
}

/**
 * Takes options; says what is wrong with the surroundings, the project, the index and the corpus, and what to do. Without `fix` nothing is changed but
 * what every check does to a sound index. Gives the exit code: 0 where all is fine, 1 where there is something to do, 2 where the corpus could not be gone over.
 */
export async function runDoctor(options: DoctorOptions, to: Surroundings): Promise<number> {
  const found = await findProject(to.cwd, to.cwd);
  const project = options.corpus === undefined ? found : { ...found, corpus: path.resolve(to.cwd, options.corpus) };
  const { complaints, summary, failed } = await examine(project, options.fix === true, to);
  printDoctor(complaints, summary, options.format ?? "pretty", to);
  if (failed) return 2;
  return complaints.some(({ level, fix }) => level !== "note" && fix !== "done") ? 1 : 0;
}

async function examine(project: Project, fix: boolean, to: Surroundings): Promise<Examined> {
  const caches = userCacheFolder();
  const around = [
    ...lookAtNode(process.versions.node),
    ...(await lookAtProject(project)),
    ...(await lookAtCaches(caches)),
  ];
  const folder = await lookAtFolder(project.corpus);
  if (folder.length > 0) return { complaints: [...around, ...folder], summary: "", failed: false };
  const writable = !around.some(({ code }) => code === "cache/unwritable");
  const corpus = await examineCorpus(project.corpus, { caches, writable, fix }, to);
  return { ...corpus, complaints: [...around, ...corpus.complaints] };
}

interface Keeping {
  readonly caches: string;
  readonly writable: boolean;
  readonly fix: boolean;
}

async function examineCorpus(folder: string, keeping: Keeping, to: Surroundings): Promise<Examined> {
  const index = indexFile(keeping.caches, folder);
  const before = stateOfIndex(index, programGeneration());
  const mends = keeping.writable && keeping.fix && MENDED.has(before.state);
  if (mends && before.state === "damaged") removeIndex(index);
  const usable = keeping.writable && (mends || before.state === "none" || before.state === "sound");
  const others = await lookAtOldIndexes(index);
  try {
    const { problems, sources } = usable
      ? await readCorpus(folder, keeping.caches, to)
      : await elsewhere((caches) => readCorpus(folder, caches, to));
    const complaints = [
      ...lookAtIndex(index, before, mends),
      ...others,
      ...(await lookAtSources(folder, problems, sources)),
    ];
    return { complaints, summary: summaryOf(sources), failed: false };
  } catch (error) {
    const message = `The corpus could not be gone over: ${(error as Error).message}`;
    const complaints = [...lookAtIndex(index, before, false), ...others, complaint("error", "corpus/unread", message)];
    return { complaints, summary: "", failed: true };
  }
}

const MENDED: ReadonlySet<IndexState["state"]> = new Set<IndexState["state"]>(["old", "foreign", "damaged"]);

/** Where the index is not to be touched, the corpus is read into one that is thrown away. */
async function elsewhere<T>(work: (caches: string) => Promise<T>): Promise<T> {
  const caches = await fs.mkdtemp(path.join(tmpdir(), "sourceline-doctor-"));
  try {
    return await work(caches);
  } finally {
    await fs.rm(caches, { recursive: true, force: true });
  }
}

interface Read {
  readonly problems: readonly ReadProblem[];
  readonly sources: readonly StoredSource[];
}

async function readCorpus(folder: string, caches: string, { errors }: Surroundings): Promise<Read> {
  const progress = startProgress(errors);
  const corpus = openIndexedCorpus(folder, { caches, generation: programGeneration() });
  try {
    await corpus.update({ onProgress: progress.corpus });
    return { problems: await corpus.problems(), sources: corpus.store.sources() };
  } finally {
    progress.end();
    await corpus.close();
  }
}

async function lookAtSources(folder: string, problems: readonly ReadProblem[], sources: readonly StoredSource[]) {
  const now = new Date();
  const metas = sources.map(({ meta }) => meta);
  const paths = metas.map((meta) => meta.path);
  return [
    ...problems.map(({ severity, message }) => complaint(severity, "source/unread", message)),
    ...lookAtEmptiness(folder, sources),
    ...(await lookAtClocks(folder, paths, now)),
    ...lookAtMetadata(metas, now),
  ];
}

function lookAtEmptiness(folder: string, sources: readonly StoredSource[]): Complaint[] {
  if (sources.length > 0) return [];
  const message = `The corpus folder ${folder} holds no article that could be read.`;
  return [complaint("error", "corpus/empty", message, "Save articles there, or add them with sourceline add.")];
}

function summaryOf(sources: readonly StoredSource[]): string {
  const figures = sources.reduce((sum, source) => sum + source.figures, 0);
  const quotes = sources.reduce((sum, source) => sum + source.quotes, 0);
  return `${count(sources.length, "source")}, ${count(figures, "figure")}, ${count(quotes, "quotation")}`;
}
