import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { BESIDE_EDITOR, SHARED_MEMORY } from "./beside.ts";
import type { Recovery } from "./recovery.ts";
import { draftSelector } from "./selector.ts";
import { settingsSet } from "./settings.ts";

/** Takes the extension's context and what is done where the server ends; gives the client of the bundled server, not yet started. */
export function createClient(context: vscode.ExtensionContext, errorHandler: Recovery): LanguageClient {
  const module = context.asAbsolutePath("server/dist/server.cjs");
  const options = { execArgv: [...BESIDE_EDITOR], env: SHARED_MEMORY };
  const server: ServerOptions = { module, transport: TransportKind.ipc, options };
  const clientOptions: LanguageClientOptions = {
    documentSelector: draftSelector,
    outputChannel: vscode.window.createOutputChannel("Sourceline", { log: true }),
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions: { ignoreCommand: true, problemsInHover: true },
    errorHandler,
    middleware,
  };
  return new LanguageClient("sourceline", "Sourceline", server, clientOptions);
}

/**
 * Settings go to the server as they are set; the walkthrough ticks off that the writer has seen a hover of ours, and has chosen a fix. A name that a source
 * cannot have ends the renaming: told as a failure, VS Code would have its own Markdown rename the mark as a link instead.
 */
const middleware: Middleware = {
  workspace: {
    async configuration(params, token, next) {
      const values = await next(params, token);
      if (!Array.isArray(values)) return values;
      return params.items.map(({ section, scopeUri }, at) =>
        section === "sourceline" ? settingsSet(scopeUri ? vscode.Uri.parse(scopeUri) : undefined) : values[at],
      );
    },
  },
  async provideHover(document, position, token, next) {
    const hover = await next(document, position, token);
    if (hover) await tick("sourceline.hovered");
    return hover;
  },
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return (await next(document, position, newName, token)) ?? new vscode.WorkspaceEdit();
    } catch (error) {
      if (!token.isCancellationRequested) void vscode.window.showErrorMessage(reasonOf(error));
      return new vscode.WorkspaceEdit();
    }
  },
  async resolveCodeAction(action, token, next) {
    const resolved = await next(action, token);
    if (resolved?.edit) await tick("sourceline.fixed");
    return resolved;
  },
};

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function tick(key: string): Promise<void> {
  if (ticked.has(key)) return;
  ticked.add(key);
  await vscode.commands.executeCommand("setContext", key, true);
}

const ticked = new Set<string>();
