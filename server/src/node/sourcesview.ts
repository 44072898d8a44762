import path from "node:path";
import type { LanguageContext } from "../service/language.ts";
import type { SourceFactItem, SourceFactsParams, SourcesParams, SourcesResult } from "../service/protocol.ts";
import { sourceFacts, sourceItems } from "../service/views/sources.ts";
import { say } from "../service/words.ts";
import type { Corpus } from "./corpus.ts";
import type { DraftSet } from "./draftset.ts";
import { fileUri, linksFor, pathOf } from "./links.ts";
import type { LockedProject } from "./project.ts";
import type { Workspace } from "./workspace.ts";

interface ViewServices {
  readonly workspace: Workspace;
  readonly drafts: DraftSet;
}

/** Takes a project; gives its corpus with what features ask for, `null` where it has none. */
export async function contextOf(
  project: LockedProject,
  workspace: Workspace,
): Promise<{ readonly corpus: Corpus; readonly context: LanguageContext } | null> {
  const corpus = await workspace.corpusOf(project);
  if (corpus === null) return null;
  const links = linksFor(corpus.folder, project.folder);
  return { corpus, context: { store: corpus.store, settings: project.settings, links } };
}

/** Takes a draft or a folder; gives the sources of its corpus with how often drafts use them. */
export async function sourcesOf({ uri }: SourcesParams, { workspace, drafts }: ViewServices): Promise<SourcesResult> {
  const project = await projectAt(uri, workspace);
  const found = await contextOf(project, workspace);
  if (found === null)
    return { corpus: null, sources: [], message: say("status.no-corpus", { folder: project.corpus }) };
  const { corpus, context } = found;
  const all = await drafts.all(project, corpus);
  const sources = sourceItems(context, all, (file) => fileUri(path.join(corpus.folder, file)));
  const message = sources.length === 0 ? say("status.empty", { folder: corpus.folder }) : "";
  return { corpus: fileUri(corpus.folder), sources, message };
}

/** Takes a draft or a folder, and a source of its corpus; gives the source's figures and quotations. */
export async function factsOfSource(
  { uri, id }: SourceFactsParams,
  { workspace, drafts }: ViewServices,
): Promise<SourceFactItem[]> {
  const project = await projectAt(uri, workspace);
  const found = await contextOf(project, workspace);
  return found === null ? [] : sourceFacts(id, found.context, await drafts.all(project, found.corpus));
}

/** Takes the URI of a draft or a folder; gives its project. A folder’s project is that of the drafts in it. */
export function projectAt(uri: string, workspace: Workspace): Promise<LockedProject> {
  const file = pathOf(uri);
  const isFolder = file !== null && workspace.openFolders.includes(file.replace(/[/\\]$/, ""));
  return workspace.projectOf(isFolder ? path.join(file, "draft.md") : file);
}
