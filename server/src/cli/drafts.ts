import { promises as fs } from "node:fs";
import path from "node:path";
import { draftFormat } from "../draft/index.ts";
import { draftsBelow, withoutArticles } from "../node/drafts.ts";
import { corporaFor } from "./session.ts";

/** Drafts found, absolute, and sentences about what was asked for and not found. */
export interface FoundDrafts {
  readonly drafts: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Takes files, folders and glob patterns as given on the command line, and the folder that they and the corpus that was given count from; gives the drafts.
 * A folder or a pattern stands for the drafts there that are not in a corpus; nothing at all stands for the current folder.
 */
export async function findDrafts(given: readonly string[], cwd: string, corpus?: string): Promise<FoundDrafts> {
  const drafts = new Set<string>();
  const errors: string[] = [];
  for (const one of given.length === 0 ? ["."] : given) {
    if (one === "-") {
      errors.push(
        "a draft cannot come from standard input, for its folder tells its corpus; save it, and name the file.",
      );
      continue;
    }
    const found = await draftsAt(one, cwd, corpus);
    if (found.length === 0)
      errors.push(
        `${one === "." ? "the current folder" : one}: no draft there; expected Markdown or text files (.md, .txt) outside the corpus folder.`,
      );
    for (const file of found) drafts.add(file);
  }
  return { drafts: [...drafts], errors };
}

async function draftsAt(given: string, cwd: string, corpus?: string): Promise<string[]> {
  const file = path.resolve(cwd, given);
  const stat = await fs.stat(file).catch(() => null);
  if (stat?.isDirectory()) return draftsBelow(file, corporaFor(cwd, corpus));
  if (stat !== null || !/[*?[{]/.test(given)) return [file];
  const found: string[] = [];
  for await (const match of fs.glob(given, { cwd })) found.push(path.resolve(cwd, match));
  const drafts = found.filter((match) => draftFormat(match) !== null).sort();
  return withoutArticles(drafts, corporaFor(cwd, corpus));
}
