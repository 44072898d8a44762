import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type CleanParams,
  type CleanResult,
  cleanRequest,
  type LockParams,
  type LockResult,
  lockRequest,
} from "../../server/src/service/protocol.ts";
import { activeDraft } from "./drafts.ts";
import type { Reports } from "./reports.ts";

/** Takes the client; writes the active draft without our notes into a file that the writer chooses, unless it is given. Gives the file, nothing where none was written. */
export async function cleanCopy(client: LanguageClient, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const draft = activeDraft()?.document.uri;
  if (!draft) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t("Open the annotated draft first, then take its notes out."),
    );
    return undefined;
  }
  const params: CleanParams = { uri: draft.toString() };
  const { text, message } = await client.sendRequest<CleanResult>(cleanRequest, params);
  if (text === null) {
    await vscode.window.showInformationMessage(message);
    return undefined;
  }
  const file = given ?? (await vscode.window.showSaveDialog({ defaultUri: cleanName(draft) }));
  if (!file) return undefined;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  void vscode.window.showInformationMessage(vscode.l10n.t("The clean copy is in {0}.", file.fsPath));
  return file;
}

/** "story.annotated.md" becomes "story.md"; any other name gets "clean" before its ending. Nothing for a draft that is no file. */
function cleanName(draft: vscode.Uri): vscode.Uri | undefined {
  if (draft.scheme !== "file") return undefined;
  const name = draft.path.split("/").at(-1) ?? "draft.md";
  const plain = name.replace(/\.annotated(\.[^.]*)$/, "$1");
  return vscode.Uri.joinPath(draft, "..", plain === name ? name.replace(/(\.[^.]*)?$/, ".clean$1") : plain);
}

/** Takes the client; pins the passages that the cited facts of the drafts rest on. Gives what came of it, nothing where nothing is open. */
export async function lockPassages(client: LanguageClient): Promise<LockResult | undefined> {
  const result = await ask(client, "write");
  if (result) void tell(result);
  return result;
}

/** Takes the client and the reports; says what became of the passages that are pinned. Gives what came of it, nothing where nothing is open. */
export async function verifyLock(client: LanguageClient, reports: Reports): Promise<LockResult | undefined> {
  const result = await ask(client, "verify");
  if (!result) return undefined;
  if (result.report !== "") await reports.show(vscode.l10n.t("Pinned Passages"), result.report);
  void tell(result);
  return result;
}

async function ask(client: LanguageClient, task: LockParams["task"]): Promise<LockResult | undefined> {
  const uri = activeDraft()?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!uri) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Open a draft or a folder of drafts first."));
    return undefined;
  }
  const title = task === "write" ? vscode.l10n.t("Pinning passages") : vscode.l10n.t("Verifying passages");
  const params: LockParams = { uri: uri.toString(), task };
  return await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    client.sendRequest<LockResult>(lockRequest, params),
  );
}

function tell({ file, message, changed, unread }: LockResult): Thenable<unknown> {
  return file === null || changed + unread > 0
    ? vscode.window.showWarningMessage(message)
    : vscode.window.showInformationMessage(message);
}
