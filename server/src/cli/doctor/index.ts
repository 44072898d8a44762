import path from "node:path";
import type { ReadProblem } from "../../corpus/index.ts";
import { cacheFolder, examineCorpus } from "../../node/examine.ts";
import { findProject, type Project } from "../../node/project.ts";
import type { StoredSource } from "../../store/types.ts";
import type { CorpusOptions, Surroundings } from "../corpus/open.ts";
import { count } from "../corpus/table.ts";
import { startProgress } from "../gate/progress.ts";
import { lookAtIndex, lookAtOthers } from "./indexes.ts";
import { lookAtClocks, lookAtMetadata } from "./metadata.ts";
import { printDoctor } from "./print.ts";
import { lookAtCaches, lookAtFolder, lookAtNode, lookAtPassedOver, lookAtProject } from "./surroundings.ts";
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
  const caches = await lookAtCaches(cacheFolder());
  const around = [...lookAtNode(process.versions.node), ...(await lookAtProject(project)), ...caches];
  const folder = await lookAtFolder(project.corpus);
  if (folder.length > 0) return { complaints: [...around, ...folder], summary: "", failed: false };
  const progress = startProgress(to.errors);
  const options = { writable: caches.length === 0, fix, progress: progress.corpus };
  const { index, state, mended, others, corpus } = await examineCorpus(project.corpus, options);
  progress.end();
  const indexes = [...lookAtIndex(index, state, mended), ...lookAtOthers(index, others)];
  if ("error" in corpus) {
    const unread = complaint("error", "corpus/unread", `The corpus could not be gone over: ${corpus.error}`);
    return { complaints: [...around, ...indexes, unread], summary: "", failed: true };
  }
  const inside = await lookAtSources(project.corpus, corpus.problems, corpus.sources);
  return {
    complaints: [...around, ...indexes, ...inside, ...lookAtPassedOver(corpus.passedOver)],
    summary: summaryOf(corpus.sources),
    failed: false,
  };
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
