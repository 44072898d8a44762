import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";
import { type CheckParams, type CheckResult, checkRequest } from "../../server/src/service/protocol.ts";
import type { Reports } from "./reports.ts";
import { draftSelector } from "./selector.ts";

/** What to go over, with the name that its report bears. */
interface Scope {
  readonly name: string;
  readonly uris: readonly string[];
  readonly folder: string | null;
}

/**
 * Checks one draft or all drafts of a folder and shows the report beside it. Takes "draft" or "folder" as the scope; asks the
 * writer where it is neither. Gives the result, or nothing where the writer chose nothing or cancelled.
 */
export async function checkCitations(
  client: LanguageClient,
  reports: Reports,
  scope?: unknown,
): Promise<CheckResult | undefined> {
  const chosen = await chooseScope(scope);
  if (!chosen) return undefined;
  const result = await checkWithProgress(client, chosen);
  if (result) await reports.show(vscode.l10n.t("Citations of {0}", chosen.name), result.report);
  return result;
}

async function chooseScope(wanted: unknown): Promise<Scope | undefined> {
  const draft = openDraft();
  const folder = folderOf(draft);
  const choices = [draft && draftChoice(draft), folder && folderChoice(folder)].filter(
    (choice) => choice !== undefined,
  );
  const asked = choices.find(({ about }) => about === wanted) ?? (choices.length === 1 ? choices[0] : undefined);
  if (choices.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t("Open a draft or a folder of drafts first, then check its citations."),
    );
  }
  if (asked || choices.length === 0) return asked?.scope;
  const placeHolder = vscode.l10n.t("What should be checked against the corpus?");
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.scope;
}

function openDraft(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && vscode.languages.match(draftSelector, document) > 0 ? document : undefined;
}

function folderOf(draft: vscode.TextDocument | undefined): vscode.WorkspaceFolder | undefined {
  const own = draft && vscode.workspace.getWorkspaceFolder(draft.uri);
  return own ?? vscode.workspace.workspaceFolders?.[0];
}

function draftChoice({ uri }: vscode.TextDocument) {
  const name = uri.path.split("/").at(-1) ?? uri.path;
  const scope: Scope = { name, uris: [uri.toString()], folder: null };
  return { about: "draft", label: vscode.l10n.t("The open draft"), description: name, scope };
}

function folderChoice({ uri, name }: vscode.WorkspaceFolder) {
  const scope: Scope = { name, uris: [], folder: uri.toString() };
  return { about: "folder", label: vscode.l10n.t("All drafts of the folder"), description: name, scope };
}

async function checkWithProgress(
  client: LanguageClient,
  { name, uris, folder }: Scope,
): Promise<CheckResult | undefined> {
  const title = vscode.l10n.t("Checking citations of {0}", name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(options, async (progress, token) => {
    const workDoneToken = `sourceline-check-${++runs}`;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, forwardTo(progress));
    try {
      return await ask(client, { uris, folder, workDoneToken }, token);
    } finally {
      listening.dispose();
    }
  });
}

let runs = 0;

/** LSP says how far a task is, VS Code wants to hear by how much it has moved. */
function forwardTo(progress: vscode.Progress<{ message?: string; increment?: number }>) {
  let reached = 0;
  return (value: { message?: string; percentage?: number }) => {
    const percentage = value.percentage ?? reached;
    progress.report({ message: value.message, increment: percentage - reached });
    reached = percentage;
  };
}

/** A check that was cancelled is no failure: it gives nothing. */
async function ask(
  client: LanguageClient,
  params: CheckParams,
  token: vscode.CancellationToken,
): Promise<CheckResult | undefined> {
  try {
    return await client.sendRequest<CheckResult>(checkRequest, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}
