import { existsSync, statSync } from "node:fs";
import { pathFrom } from "../files.ts";
import { FILE_MS, isSmallText } from "../indexing/index-folder.ts";
import { readInThreads } from "../indexing/pool.ts";
import { FileReader, type FileTask } from "../indexing/read-file.ts";

/** Takes a corpus folder and files in it (absolute); reads them as the index will, and gives sentences about what is wrong in them, by file. */
export async function readingProblems(corpus: string, files: readonly string[]): Promise<Map<string, string[]>> {
  const context = { folder: corpus, libraries: [], libraryHash: "" };
  const byPath = new Map(files.map((file) => [pathFrom(corpus, file), file]));
  const problems = new Map<string, string[]>();
  const take = (path: string, messages: string[]) => problems.set(byPath.get(path) ?? path, messages);
  const tasks = [...byPath.keys()].map((path) => taskOf(path, existsSync(`${byPath.get(path)}.yaml`)));
  const small = new Set(tasks.filter(({ path }) => isSmallText({ path, size: sizeOf(byPath.get(path)) })));
  const reader = new FileReader(context);
  for (const task of small) take(task.path, messagesOf(await reader.read(task)));
  const rest = tasks.filter((task) => !small.has(task));
  if (rest.length === 0) return problems;
  for await (const outcomes of readInThreads(context, rest, { threads: 1, fileMs: FILE_MS }))
    for (const outcome of outcomes) take(outcome.path, messagesOf(outcome));
  return problems;
}

function taskOf(path: string, described: boolean): FileTask {
  return { path, stamp: "", side: described ? `${path}.yaml` : null, known: null };
}

function sizeOf(file = ""): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function messagesOf({ problems }: { readonly problems: readonly { readonly message: string }[] }): string[] {
  return problems.map(({ message }) => message);
}
