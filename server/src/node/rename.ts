import { promises as fs } from "node:fs";
import path from "node:path";
import {
  ErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../draft/edits.ts";
import { type LanguageContext, offsetAt, rangeOf } from "../service/language.ts";
import { type Renaming, renameProblem, renameSource, sourceIdAt, statedId } from "../service/navigation/rename.ts";
import type { ProtocolPosition } from "../service/protocol.ts";
import { formatLock, renameInLock } from "../service/receipts/lock.ts";
import { say } from "../service/words.ts";
import { lineIndex } from "../text/lines.ts";
import type { ClientAbilities } from "./capabilities.ts";
import type { Corpus } from "./corpus.ts";
import type { DraftSet } from "./draftset.ts";
import { fileUri } from "./links.ts";
import type { LockFile, Project } from "./project.ts";
import type { CheckedDocument, Session } from "./session.ts";
import { offsetInSource, sourceAtUri } from "./sourcedocs.ts";
import type { Workspace } from "./workspace.ts";

/** What a renaming works with. */
export interface RenameServices {
  readonly session: Session;
  readonly workspace: Workspace;
  readonly drafts: DraftSet;
  readonly get: (uri: string) => TextDocument | undefined;
  readonly client: ClientAbilities;
}

interface Named {
  readonly id: string;
  readonly range: Range;
  readonly project: Project;
  readonly corpus: Corpus;
}

/** Takes a place of a draft or of a source's front matter; gives the id there with its range; an error that says so where there is none. */
export async function prepareRename(
  uri: string,
  position: ProtocolPosition,
  services: RenameServices,
): Promise<{ range: Range; placeholder: string }> {
  const { id, range } = await namedAt(uri, position, services);
  return { range, placeholder: id };
}

/** Takes a place as above and a new id; gives the edit that renames the source in all drafts and in the corpus. */
export async function rename(
  uri: string,
  position: ProtocolPosition,
  newId: string,
  services: RenameServices,
): Promise<WorkspaceEdit | null> {
  const { id, project, corpus } = await namedAt(uri, position, services);
  const problem = renameProblem(id, newId, corpus);
  if (problem !== null) throw new ResponseError(ErrorCodes.InvalidParams, problem);
  const meta = corpus.store.source(id)?.meta;
  if (meta === undefined || newId === id) return null;
  const isText = corpus.store.article(id)?.verbatim === true;
  const target = fileUri(path.join(corpus.folder, isText ? meta.path : `${meta.path}.yaml`));
  const text = await textOf(target, services);
  const renaming = renameSource(id, newId, await services.drafts.all(project, corpus, id), text ?? "", corpus);
  if (renaming === null) return null;
  const projects = await services.workspace.projectsWith(project.corpus);
  const locks = await Promise.all(projects.map(({ pinned }) => lockEdit(pinned, id, newId, services)));
  const own = { uri: target, text, edit: sourceEdit(renaming, text) };
  return workspaceEdit(renaming, [own, ...locks.flat()], services);
}

/** A file that is changed beside the drafts; `null` for its text where it is not there yet. */
interface ChangedFile {
  readonly uri: string;
  readonly text: string | null;
  readonly edit: Edit;
}

function sourceEdit({ source }: Renaming, text: string | null): Edit {
  return source.kind === "edit" ? source.edit : { start: 0, end: (text ?? "").length, newText: source.content };
}

/** What is pinned stays pinned under the new name. */
async function lockEdit(
  { file, lock }: LockFile,
  id: string,
  newId: string,
  services: RenameServices,
): Promise<ChangedFile[]> {
  const renamed = lock === null ? null : renameInLock(lock, id, newId);
  const uri = fileUri(file);
  const text = renamed === null ? null : await textOf(uri, services);
  if (renamed === null || text === null) return [];
  return [{ uri, text, edit: { start: 0, end: text.length, newText: formatLock(renamed) } }];
}

async function namedAt(uri: string, position: ProtocolPosition, services: RenameServices): Promise<Named> {
  const found = await services.session.now(uri);
  const named = found === null ? await namedInSource(uri, position, services) : namedInDraft(found, position);
  if (named === null) throw new ResponseError(ErrorCodes.InvalidParams, say("rename.nothing"));
  return named;
}

function namedInDraft(
  { checked, context, project, corpus }: CheckedDocument,
  position: ProtocolPosition,
): Named | null {
  const key = sourceIdAt(checked, offsetAt(checked, position), context as LanguageContext);
  return key === null ? null : { id: key.text, range: rangeOf(checked.lines, key), project, corpus };
}

async function namedInSource(uri: string, position: ProtocolPosition, services: RenameServices): Promise<Named | null> {
  const source = await sourceAtUri(uri, services.workspace);
  const text = source === null ? null : await textOf(uri, services);
  if (source === null || text === null) return null;
  const stated = statedId(text, source.id);
  const offset = offsetInSource(source, position);
  if (stated === null || offset < stated.start || offset > stated.end) return null;
  return { id: source.id, range: rangeOf(lineIndex(text), stated), project: source.project, corpus: source.corpus };
}

/** As it stands in the editor where it is open; else as an editor would show it, without the mark that says how its bytes are ordered. */
async function textOf(uri: string, { get }: RenameServices): Promise<string | null> {
  const open = get(uri);
  if (open !== undefined) return open.getText();
  const text = await fs.readFile(new URL(uri), "utf8").catch(() => null);
  return text?.replace(/^\uFEFF/, "") ?? null;
}

function workspaceEdit({ drafts }: Renaming, files: readonly ChangedFile[], services: RenameServices): WorkspaceEdit {
  const changes = [
    ...drafts.map(({ uri, checked, edits }) => ({ uri, lines: checked.lines, edits })),
    ...files.map(({ uri, text, edit }) => ({ uri, lines: lineIndex(text ?? ""), edits: [edit] })),
  ].map(({ uri, lines, edits }) => ({
    uri,
    edits: edits.map((one) => ({ range: rangeOf(lines, one), newText: one.newText })),
  }));
  if (!services.client.versionedEdits)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  const documentChanges: TextDocumentEdit[] = changes.map(({ uri, edits }) => ({
    textDocument: { uri, version: services.get(uri)?.version ?? null },
    edits,
  }));
  const made = services.client.createFiles ? files.filter(({ text }) => text === null) : [];
  const create = made.map(({ uri }) => ({ kind: "create" as const, uri }));
  return { documentChanges: [...create, ...documentChanges] };
}
