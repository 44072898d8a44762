import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type SourceTextParams,
  type SourceTextResult,
  sourceScheme,
  sourceTextRequest,
} from "../../server/src/service/protocol.ts";

/** Takes the client; shows the text that was read from pages, PDFs and Word files under the addresses that the server gives. */
export function provideSources(client: LanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(sourceScheme, {
    async provideTextDocumentContent(uri, token) {
      const params: SourceTextParams = { uri: uri.toString() };
      const result: SourceTextResult = await client.sendRequest(sourceTextRequest, params, token);
      return result.text;
    },
  });
}
