import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";

/** The documents that are drafts: what is written in Markdown or plain text, saved or not. */
export const draftSelector: vscode.DocumentSelector & LanguageClientOptions["documentSelector"] = [
  "file",
  "untitled",
].flatMap((scheme) => ["markdown", "plaintext"].map((language) => ({ scheme, language })));

/** A small room for young objects: without it the server keeps a hundred megabytes of garbage. */
const SMALL_HEAP = ["--max-semi-space-size=4"];

/** Takes the extension's context; gives the client of its bundled server, not yet started. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath("server/dist/server.cjs");
  const server: ServerOptions = { module, transport: TransportKind.ipc, options: { execArgv: SMALL_HEAP } };
  const options: LanguageClientOptions = {
    documentSelector: draftSelector,
    outputChannel: vscode.window.createOutputChannel("Sourceline", { log: true }),
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
  };
  return new LanguageClient("sourceline", "Sourceline", server, options);
}
