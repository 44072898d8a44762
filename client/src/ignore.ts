import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type IgnoreParams,
  type IgnoreResult,
  ignoreCommand,
  ignoreRequest,
} from "../../server/src/service/protocol.ts";

/** Takes the client; registers the command that asks the writer why a finding is to be set aside, and has it written down. */
export function provideIgnore(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(ignoreCommand, (finding: Omit<IgnoreParams, "reason">, given?: unknown) =>
    ignore(client, finding, given),
  );
}

async function ignore(client: LanguageClient, finding: Omit<IgnoreParams, "reason">, given: unknown): Promise<void> {
  const reason = typeof given === "string" ? given : await askReason();
  if (reason === undefined) return;
  const params: IgnoreParams = { ...finding, reason };
  const { done, message } = await client.sendRequest<IgnoreResult>(ignoreRequest, params);
  if (done) {
    vscode.window.setStatusBarMessage(message, 10_000);
    await vscode.commands.executeCommand("setContext", "sourceline.fixed", true);
  } else await vscode.window.showErrorMessage(message);
}

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Set this finding aside"),
    prompt: vscode.l10n.t("Why? The reason is kept beside the drafts and stands in every report."),
    placeHolder: vscode.l10n.t("confirmed by phone, 4 March"),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("Give a reason, however short.") : undefined),
  });
}
