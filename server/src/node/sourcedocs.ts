import path from "node:path";
import type { ProtocolPosition } from "../service/protocol.ts";
import { lineIndex } from "../text/lines.ts";
import type { Corpus } from "./corpus.ts";
import { pathOf, sourceOfView } from "./links.ts";
import type { Project } from "./project.ts";
import type { Workspace } from "./workspace.ts";

/** A source that is open in an editor. */
export interface OpenSource {
  readonly id: string;
  readonly corpus: Corpus;
  readonly project: Project;
}

/** Takes the URI of a file of a corpus, or of a read-only view of a source; gives the source, `null` where it is none. */
export async function sourceAtUri(uri: string, workspace: Workspace): Promise<OpenSource | null> {
  const view = sourceOfView(uri);
  if (view !== null) return viewed(view, workspace);
  const file = pathOf(uri);
  if (file === null) return null;
  const project = await workspace.projectHolding(file);
  const corpus = project === null ? null : await workspace.corpusOf(project);
  if (project === null || corpus === null) return null;
  const name = path.relative(corpus.folder, file).split(path.sep).join("/");
  const found = corpus.store.sources().find(({ meta }) => meta.path === name);
  return found === undefined ? null : { id: found.meta.id, corpus, project };
}

/** Takes a source and a position of its text; gives the offset. */
export function offsetInSource({ id, corpus }: OpenSource, { line, character }: ProtocolPosition): number {
  return lineIndex(corpus.store.article(id)?.text ?? "").offset(line, character);
}

async function viewed(view: { corpus: string; id: string }, workspace: Workspace): Promise<OpenSource | null> {
  const corpus = await workspace.openCorpusAt(view.corpus);
  const project = (await workspace.projectsWith(view.corpus))[0];
  return corpus === null || project === undefined ? null : { id: view.id, corpus, project };
}
