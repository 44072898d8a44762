import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  IGNORE_FILE,
  type IgnoredPlace,
  type IgnoreParams,
  type IgnoreResult,
  ignoreCommand,
  ignoreRequest,
  type UnignoreParams,
  type UnsavedFile,
  unignoreRequest,
} from "../../server/src/service/protocol.ts";

/** Takes the client; registers the command that asks the writer why a finding is to be set aside, and has it written down. */
export function provideIgnore(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(ignoreCommand, (finding: IgnoredPlace, given?: unknown) =>
    ignore(client, finding, given),
  );
}

async function ignore(client: LanguageClient, finding: IgnoredPlace, given: unknown): Promise<void> {
  const reason = typeof given === "string" ? given : await askReason();
  if (reason === undefined) return;
  const params: IgnoreParams = { ...finding, reason, unsaved: unsavedFiles() };
  const result = await client.sendRequest<IgnoreResult>(ignoreRequest, params);
  if (!(await isDone(result))) return;
  void offerUndo(client, finding.uri, result);
  await vscode.commands.executeCommand("setContext", "sourceline.fixed", true);
}

/** What was set aside stands in a file of its own, which undoing in the draft does not reach. */
async function offerUndo(client: LanguageClient, uri: string, { message, entry }: IgnoreResult): Promise<void> {
  const undo = vscode.l10n.t("Undo");
  if (entry === undefined || (await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  const params: UnignoreParams = { uri, entry, unsaved: unsavedFiles() };
  const result = await client.sendRequest<IgnoreResult>(unignoreRequest, params);
  if (await isDone(result)) vscode.window.setStatusBarMessage(result.message, 10_000);
}

/** Puts what the server gives back into the file that is open; says what went wrong, if anything did. */
async function isDone({ done, message, edit }: IgnoreResult): Promise<boolean> {
  const wrong = vscode.l10n.t("The ignore file could not be changed; try again once it is saved.");
  const failure = !done ? message : edit === undefined || (await replace(edit)) ? null : wrong;
  if (failure !== null) await vscode.window.showErrorMessage(failure);
  return failure === null;
}

function unsavedFiles(): UnsavedFile[] {
  return vscode.workspace.textDocuments
    .filter(({ isDirty, uri }) => isDirty && uri.path.endsWith(`/${IGNORE_FILE}`))
    .map((document) => ({ uri: document.uri.toString(), text: document.getText() }));
}

/** The writer's own changes are theirs to save; this one can be undone with them. */
async function replace({ uri, text }: UnsavedFile): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  return await vscode.workspace.applyEdit(edit);
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
