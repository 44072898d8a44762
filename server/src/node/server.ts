import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { definitionAt } from "../service/definition.ts";
import { diagnosticsOf, findingItems, ignoredItems } from "../service/diagnostics.ts";
import { hoverAt } from "../service/hover.ts";
import { rated } from "../service/overview.ts";
import {
  type CursorParams,
  checkRequest,
  cursorNotification,
  type FindingsParams,
  findingsNotification,
  sourceTextRequest,
  statusNotification,
} from "../service/protocol.ts";
import { speak } from "../service/words.ts";
import type { Finding } from "../verify/index.ts";
import { codeActions, FIX_ALL, isServed, resolveAction } from "./actions.ts";
import { type ClientAbilities, capabilitiesOf } from "./capabilities.ts";
import { runCheckRequest } from "./checkrequest.ts";
import { DraftSet } from "./draftset.ts";
import { featureCapabilities, serveFeatures } from "./features.ts";
import { Focus } from "./focus.ts";
import { collectYoung } from "./heap.ts";
import { fileUri, pathOf } from "./links.ts";
import { type CheckedDocument, Session } from "./session.ts";
import { readSourceView } from "./sourceview.ts";
import { OURS, Workspace } from "./workspace.ts";

/** Takes a connection; serves the Language Server Protocol over it, and what `protocol.ts` adds. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  let client: ClientAbilities = capabilitiesOf(null);
  const watched = new Set<string>();
  const waiting = new Set<string>();
  const untold = new Map<string, CheckedDocument>();

  const workspace = new Workspace({
    configuration: async (folder) =>
      client.configuration
        ? connection.workspace.getConfiguration({ scopeUri: fileUri(folder), section: "sourceline" })
        : client.settings,
    status: (params) => void connection.sendNotification(statusNotification, params),
    warn: (message) => connection.console.warn(message),
    watch: (base, pattern) => watch(base, pattern),
    changed: () => revalidate(),
  });
  let resting = false;
  const session = new Session(workspace, (uri) => documents.get(uri), afterCheck, tellUnchecked);
  const drafts = new DraftSet(session, workspace, () => documents.all());
  const focus = new Focus();

  connection.onInitialize((params) => initialize(params));
  connection.onInitialized(() => {
    if (client.configurationChanges)
      void connection.client.register("workspace/didChangeConfiguration" as never, { section: "sourceline" } as never);
    if (client.folderChanges) connection.workspace.onDidChangeWorkspaceFolders(() => void foldersChanged());
    void foldersChanged();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (!client.configuration) client = { ...client, settings: settings?.sourceline ?? client.settings };
    workspace.settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => void workspace.filesChanged(pathsOf(changes)));

  documents.onDidChangeContent(({ document }) => {
    focus.typed(document.uri);
    push(document.uri);
  });
  connection.onNotification(cursorNotification, (params: CursorParams) => {
    const last = session.last(params.uri);
    const fresh = last?.version === documents.get(params.uri)?.version ? last : null;
    if (!focus.moved(params, fresh)) return;
    if (last?.context.settings.focus !== true) return;
    tellFindings(last);
    if (client.pull && client.refresh) unheard(connection.languages.diagnostics.refresh());
    else push(params.uri);
  });
  documents.onDidSave(({ document }) => {
    session.saved(document.uri);
    void workspace.filesChanged(pathsOf([document]));
    push(document.uri);
  });
  documents.onDidClose(({ document }) => {
    session.close(document.uri);
    focus.close(document.uri);
    if (!client.pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const found = await guarded(() => session.checked(uri), null);
    if (found === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const shown = focus.shown(found);
    const resultId = `${found.stamp}.${found.checked.findings.length - shown.findings.length}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      items: diagnosticsOf(shown, found.context, client.passages),
      resultId,
    };
  });
  connection.onHover(({ textDocument, position }) =>
    withDraft(textDocument.uri, (found) => hoverAt(found.checked, position, found.context, toldBeside(found)), null),
  );
  connection.onDefinition(({ textDocument, position }) =>
    withDraft(textDocument.uri, (found) => client.definition(definitionAt(found.checked, position, found.context)), []),
  );
  connection.onCodeAction((params) =>
    isServed(params) ? withDraft(params.textDocument.uri, (found) => codeActions(found, params, client), []) : [],
  );
  connection.onCodeActionResolve((action) =>
    guarded(async () => resolveAction(action, (uri) => session.now(uri), client), action),
  );
  connection.onRequest(checkRequest, async (params, token) => {
    const result = await runCheckRequest(params, token, { connection, documents, session, workspace });
    revalidate();
    return result;
  });
  serveFeatures(connection, { documents, session, workspace, drafts, client: () => client, guarded });
  connection.onRequest(sourceTextRequest, (params) => readSourceView(params, workspace));

  documents.listen(connection);
  connection.listen();

  function initialize(params: InitializeParams): InitializeResult {
    client = capabilitiesOf(params);
    speak(client.locale);
    workspace.setFolders(client.folders.flatMap((uri) => pathOf(uri) ?? []));
    return {
      serverInfo: { name: "sourceline" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: client.resolve },
        ...featureCapabilities,
        ...(client.pull ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async function foldersChanged(): Promise<void> {
    if (client.folderChanges) {
      const folders = await connection.workspace.getWorkspaceFolders();
      if (folders !== null) workspace.setFolders(folders.flatMap(({ uri }) => pathOf(uri) ?? []));
    }
    for (const folder of workspace.openFolders) {
      await guarded(async () => workspace.corpusOf(await workspace.projectOf(`${folder}/draft.md`)), null);
    }
    revalidate();
  }

  /** Sources, settings or folders have changed: every open draft is to be looked at again. */
  function revalidate(): void {
    if (client.pull && client.refresh) unheard(connection.languages.diagnostics.refresh());
    else if (!client.pull) for (const uri of documents.keys()) push(uri);
    if (client.hintRefresh) unheard(connection.languages.inlayHint.refresh());
    if (client.lensRefresh) unheard(connection.sendRequest("workspace/codeLens/refresh"));
  }

  /** To a client that does not ask, findings are sent; a draft that changes again meanwhile is checked once. */
  function push(uri: string): void {
    if (client.pull || waiting.has(uri)) return;
    waiting.add(uri);
    setImmediate(async () => {
      waiting.delete(uri);
      const found = await guarded(() => session.checked(uri), null);
      const diagnostics = found === null ? [] : diagnosticsOf(focus.shown(found), found.context, client.passages);
      const version = found?.version ?? documents.get(uri)?.version;
      if (documents.get(uri) !== undefined) await connection.sendDiagnostics({ uri, version, diagnostics });
    });
  }

  /** Takes a checked document; gives whether the client shows a finding's sentence as a problem where it shows the hover. */
  function toldBeside(found: CheckedDocument): (finding: Finding) => boolean {
    if (!client.problemsInHover || found !== session.last(found.uri)) return () => false;
    const { findings } = focus.shown(found);
    return (finding) => rated(finding, found.context.settings).level !== null && findings.includes(finding);
  }

  function afterCheck(found: CheckedDocument): void {
    tellFindings(found);
    if (!resting) onceAnswered(rest);
    resting = true;
  }

  /** What the check left behind goes once it is answered, so that the next key does not wait for that. */
  function rest(): void {
    resting = false;
    collectYoung();
  }

  /** Views can wait for what an editor underlines: findings are told once what is at hand has been answered, and only the newest. */
  function tellFindings(found: CheckedDocument): void {
    if (!client.findings) return;
    if (untold.size === 0) onceAnswered(sendAll);
    untold.set(found.uri, found);
  }

  function sendAll(): void {
    const all = [...untold.values()];
    untold.clear();
    for (const found of all) if (documents.get(found.uri) !== undefined) sendFindings(found);
  }

  function sendFindings(found: CheckedDocument): void {
    const { uri, version, checked, context } = found;
    const findings = findingItems(focus.shown(found), context);
    const { focus: focused } = context.settings;
    const ignored = ignoredItems(checked, context);
    const params: FindingsParams = { uri, version, checked: true, findings, ignored, focus: focused };
    void connection.sendNotification(findingsNotification, params);
  }

  function tellUnchecked(uri: string, version: number): void {
    untold.delete(uri);
    if (!client.findings) return;
    const params: FindingsParams = { uri, version, checked: false, findings: [], ignored: [], focus: false };
    void connection.sendNotification(findingsNotification, params);
  }

  function watch(base: string, pattern: string): void {
    const key = `${base}\n${pattern}`;
    if (!client.watch || watched.has(key)) return;
    watched.add(key);
    const glob = client.relativePatterns ? { baseUri: fileUri(base), pattern } : `${base}/${pattern}`;
    const watchers: FileSystemWatcher[] = [{ globPattern: glob }, { globPattern: `**/{${[...OURS].join(",")}}` }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  /** What is asked at the cursor is answered for the draft as it stands, whenever its problems are looked for. */
  async function withDraft<T>(uri: string, use: (found: CheckedDocument) => T, otherwise: T): Promise<T> {
    return guarded(async () => {
      const found = await session.now(uri);
      return found === null ? otherwise : use(found);
    }, otherwise);
  }

  /** Whatever goes wrong in a feature is told in the log; the request is answered all the same. */
  async function guarded<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  }
}

/** A client that is going away need not refresh anything. */
function unheard(asked: unknown): void {
  void Promise.resolve(asked).catch(() => {});
}

function pathsOf(changes: readonly { readonly uri: string }[]): string[] {
  return changes.flatMap(({ uri }) => pathOf(uri) ?? []);
}

/** Takes work that can wait; does it when what is at hand has been answered. */
function onceAnswered(work: () => void): void {
  setImmediate(() => setImmediate(work));
}
