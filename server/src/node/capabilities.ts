import type { Definition, InitializeParams, LocationLink } from "vscode-languageserver";
import type { Passages } from "../service/diagnostics.ts";

/** What a client can do, and what it said at the start. */
export interface ClientAbilities {
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
  /** It asks for diagnostics itself. */
  readonly pull: boolean;
  readonly refresh: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folderChanges: boolean;
  readonly watch: boolean;
  readonly relativePatterns: boolean;
  /** It asks for the edit of a code action when the action is chosen. */
  readonly resolve: boolean;
  /** It takes edits tied to a version of a document. */
  readonly versionedEdits: boolean;
  /** It makes files that an edit asks for. */
  readonly createFiles: boolean;
  /** It asks the writer for a reason itself when a finding is to be set aside (`initializationOptions: {"ignoreCommand": true}`). */
  readonly ignoreCommand: boolean;
  readonly hintRefresh: boolean;
  readonly lensRefresh: boolean;
  /** The language it shows itself in, as BCP 47 has it. */
  readonly locale: string | null;
  /** How it is given the passages beside a problem. */
  readonly passages: Passages;
  /** It shows the sentence of a problem above our hover (`initializationOptions: {"problemsInHover": true}`). */
  readonly problemsInHover: boolean;
  /** It wants the findings of each check: one that asks for problems, unless it says `initializationOptions: {"findings": false}`; another where it says `true`. */
  readonly findings: boolean;
  /** Settings given at the start, for clients that are not asked. */
  readonly settings: unknown;
  /** Takes links to passages; gives them as the client takes them. */
  definition(links: LocationLink[]): Definition | LocationLink[];
}

/** Takes what a client said at the start; gives what it can do. */
export function capabilitiesOf(params: InitializeParams | null): ClientAbilities {
  const workspace = params?.capabilities.workspace;
  const text = params?.capabilities.textDocument;
  const options = params?.initializationOptions as
    | { findings?: boolean; ignoreCommand?: boolean; problemsInHover?: boolean; settings?: unknown }
    | null
    | undefined;
  const related =
    text?.publishDiagnostics?.relatedInformation === true || text?.diagnostic?.relatedInformation === true;
  const links = text?.definition?.linkSupport === true;
  return {
    folders: foldersOf(params),
    pull: text?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    resolve: text?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    ignoreCommand: options?.ignoreCommand === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    locale: params?.locale ?? null,
    passages: related ? (options?.problemsInHover === true ? "brief" : "whole") : "none",
    problemsInHover: options?.problemsInHover === true,
    findings: options?.findings ?? text?.diagnostic !== undefined,
    settings: options?.settings ?? null,
    definition: (found) =>
      links
        ? found
        : found.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
  };
}

function foldersOf(params: InitializeParams | null): string[] {
  const folders = params?.workspaceFolders?.map(({ uri }) => uri);
  if (folders !== undefined) return folders;
  return typeof params?.rootUri === "string" ? [params.rootUri] : [];
}
