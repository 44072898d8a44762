import path from "node:path";
import { draftFormat, isDraftFile } from "../draft/index.ts";
import { type CheckedDraft, checkText } from "../service/check.ts";
import type { Corpus } from "./corpus.ts";
import { filesBelow } from "./files.ts";
import { type Project, settingsFor } from "./project.ts";

/** Takes the text of a draft, its absolute path, its project and its corpus; gives it checked, in the format that its ending tells. */
export function checkFile(text: string, file: string, project: Project, { store, unread }: Corpus): CheckedDraft {
  return checkText(text, draftFormat(file) ?? "plain", store, settingsFor(project, file), unread);
}

/**
 * Takes a folder and what tells for a draft in which folders its articles may lie; gives the drafts below the folder (absolute, sorted), leaving out
 * all these folders and pages about a repository.
 */
export async function draftsBelow(
  folder: string,
  corporaOf: (draft: string) => Promise<readonly string[]>,
): Promise<string[]> {
  return withoutArticles(await filesBelow(folder, (file) => isDraftFile(file) && !isAboutRepository(file)), corporaOf);
}

/** Takes files (absolute) and what tells for each in which folders its articles may lie; gives those that lie in none of these folders. */
export async function withoutArticles(
  files: readonly string[],
  corporaOf: (draft: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const corpora = new Set<string>();
  const isArticle = (file: string) => [...corpora].some((corpus) => isBelow(file, corpus));
  for (const file of files)
    if (!isArticle(file)) for (const corpus of await corporaOf(file)) corpora.add(path.resolve(corpus));
  return files.filter((file) => !isArticle(file));
}

/** Takes two absolute paths; says whether the first is the second or lies below it. */
export function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function isAboutRepository(file: string): boolean {
  return /^(?:readme|changelog|license|licence|contributing|code_of_conduct|security|architecture)\b/i.test(
    path.basename(file),
  );
}
