import * as vscode from "vscode";

/** What the sample is made of: where a piece lies in the extension, and where in the copy. */
const pieces = [
  { from: ["client", "sample", "draft.md"], to: ["draft.md"] },
  { from: ["corpus"], to: ["corpus"] },
] as const;

/** Takes the extension's context; registers the commands that open the sample, or put a copy of it where the writer says. */
export function provideSample(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("sourceline.openSample", () => openSample(context)),
    vscode.commands.registerCommand("sourceline.copySample", (folder?: vscode.Uri) => copySample(context, folder)),
  );
}

/** The sample is the writer's to try things on: it is opened as a fresh copy in a folder of the extension's own. */
async function openSample(context: vscode.ExtensionContext): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, "sample");
  const draft = vscode.Uri.joinPath(folder, "draft.md");
  const open = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === draft.toString());
  if (!open) await copyTo(context, folder);
  await vscode.window.showTextDocument(draft, { preview: false });
  return draft;
}

async function copySample(context: vscode.ExtensionContext, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = given ?? (await chooseFolder());
  if (!chosen) return undefined;
  const folder = vscode.Uri.joinPath(chosen, "sourceline-sample");
  if (await exists(folder)) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t("{0} is there already; nothing was copied. Choose another folder.", folder.fsPath),
    );
    return undefined;
  }
  await copyTo(context, folder);
  const draft = vscode.Uri.joinPath(folder, "draft.md");
  await vscode.window.showTextDocument(draft, { preview: false });
  return draft;
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const openLabel = vscode.l10n.t("Copy the Sample Here");
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, openLabel };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

async function copyTo({ extensionUri }: vscode.ExtensionContext, folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  for (const { from, to } of pieces)
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, ...from), vscode.Uri.joinPath(folder, ...to), {
      overwrite: true,
    });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}
