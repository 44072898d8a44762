import type { Connection, ServerCapabilities, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { completionsAt, triggers } from "../service/completion/index.ts";
import { documentLinks } from "../service/navigation/links.ts";
import { referencesAt, usesOf } from "../service/navigation/references.ts";
import { findingSymbols, sourceSymbols } from "../service/navigation/symbols.ts";
import {
  type AddParams,
  type AnnotateParams,
  addRequest,
  annotateRequest,
  type CleanParams,
  cleanRequest,
  type IgnoreParams,
  ignoreRequest,
  type LockParams,
  lockRequest,
  type SourceFactsParams,
  type SourcesParams,
  sourceFactsRequest,
  sourcesRequest,
  type UnignoreParams,
  unignoreRequest,
} from "../service/protocol.ts";
import { inlayHints } from "../service/views/inlay.ts";
import { coverageLens } from "../service/views/lens.ts";
import { runAddRequest, runAnnotateRequest } from "./addrequest.ts";
import type { ClientAbilities } from "./capabilities.ts";
import type { DraftSet } from "./draftset.ts";
import { takeBack, writeIgnored } from "./ignore.ts";
import { pathOf } from "./links.ts";
import { runCleanRequest, runLockRequest } from "./lockrequest.ts";
import { prepareRename, rename } from "./rename.ts";
import type { CheckedDocument, Session } from "./session.ts";
import { offsetInSource, sourceAtUri } from "./sourcedocs.ts";
import { contextOf, factsOfSource, sourcesOf } from "./sourcesview.ts";
import type { Workspace } from "./workspace.ts";

/** What the features of an editor are served from. */
export interface FeatureServices {
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly workspace: Workspace;
  readonly drafts: DraftSet;
  readonly client: () => ClientAbilities;
  /** Takes work; gives what it comes to, or the second value where it fails (which is told in the log). */
  readonly guarded: <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;
}

/** What these features say of themselves when a server starts. */
export const featureCapabilities: Partial<ServerCapabilities> = {
  completionProvider: { triggerCharacters: [...triggers] },
  referencesProvider: true,
  documentLinkProvider: {},
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
};

/** Takes a connection and services; answers what an editor asks for beside problems, hovers, definitions and fixes. */
export function serveFeatures(connection: Connection, services: FeatureServices): void {
  const { session, workspace, documents, guarded } = services;
  const withDraft = <T>(uri: string, use: (found: CheckedDocument) => T | Promise<T>, otherwise: T): Promise<T> =>
    guarded(async () => {
      const found = await session.now(uri);
      return found === null ? otherwise : use(found);
    }, otherwise);

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    withDraft(uri, ({ checked, context }) => completionsAt(checked, position, context), null),
  );
  connection.onReferences(({ textDocument: { uri }, position }) =>
    guarded(() => references(uri, position, services), []),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    withDraft(uri, ({ checked, context }) => documentLinks(checked, context), []),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) => prepareRename(uri, position, forRename()));
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    rename(uri, position, newName, forRename()),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    withDraft(uri, ({ checked }) => findingSymbols(checked), []),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    guarded(async () => {
      const found = await Promise.all((await workspace.openProjects()).map((project) => contextOf(project, workspace)));
      return found.flatMap((one) => (one === null ? [] : sourceSymbols(query, one.context)));
    }, []),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    withDraft(uri, ({ checked, context }) => inlayHints(checked, range, context), []),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    withDraft(uri, ({ checked, context }) => coverageLens(checked, uri, context), []),
  );
  connection.onRequest(sourcesRequest, (params: SourcesParams) => sourcesOf(params, services));
  connection.onRequest(sourceFactsRequest, (params: SourceFactsParams) =>
    guarded(() => factsOfSource(params, services), []),
  );
  connection.onRequest(addRequest, (params: AddParams) => runAddRequest(params, workspace));
  connection.onRequest(annotateRequest, async (params: AnnotateParams) =>
    runAnnotateRequest(params, await session.now(params.uri)),
  );
  connection.onRequest(cleanRequest, ({ uri }: CleanParams) => runCleanRequest(documents.get(uri)?.getText() ?? null));
  connection.onRequest(lockRequest, (params: LockParams) => runLockRequest(params, workspace));
  connection.onRequest(ignoreRequest, async (params: IgnoreParams) => {
    const found = await session.now(params.uri);
    const result = await writeIgnored(params, found);
    if (result.done && found !== null) await workspace.filesChanged([found.project.ignores.file]);
    return result;
  });
  connection.onRequest(unignoreRequest, async (params: UnignoreParams) => {
    const { ignores } = await workspace.projectOf(pathOf(params.uri));
    const result = await takeBack(params, ignores.file);
    if (result.done) await workspace.filesChanged([ignores.file]);
    return result;
  });

  /** Editors write one path as a URI in several ways. */
  function openAt(uri: string) {
    const file = pathOf(uri);
    return documents.get(uri) ?? documents.all().find((one) => file !== null && pathOf(one.uri) === file);
  }

  function forRename() {
    return { ...services, client: services.client(), get: openAt };
  }
}

async function references(
  uri: string,
  position: { line: number; character: number },
  { session, workspace, drafts }: FeatureServices,
) {
  const found = await session.now(uri);
  if (found !== null)
    return referencesAt(found.checked, position, await drafts.all(found.project, found.corpus), found.context);
  const source = await sourceAtUri(uri, workspace);
  if (source === null) return [];
  const offset = offsetInSource(source, position);
  const all = await drafts.all(source.project, source.corpus);
  return usesOf(source.id, { start: offset, end: offset }, all, source.corpus.store);
}
