import path from "node:path";
import { isDraftFile } from "../draft/index.ts";
import { filesBelow } from "./files.ts";
import { findProject } from "./project.ts";

/** Takes a folder; gives the drafts below it (absolute, sorted), leaving out its corpus and pages about a repository. */
export async function draftsBelow(folder: string, editor: unknown = null): Promise<string[]> {
  const { corpus } = await findProject(folder, folder, editor);
  return filesBelow(folder, (file) => isDraftFile(file) && !isBelow(file, corpus) && !isAboutRepository(file));
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
