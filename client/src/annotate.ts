import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type AnnotateParams, type AnnotateResult, annotateRequest } from "../../server/src/service/protocol.ts";
import { activeDraft } from "./drafts.ts";

/** The formats of an annotated draft. */
const formats = [
  { format: "docx", ending: "docx", label: () => vscode.l10n.t("Word, with comments") },
  { format: "html", ending: "html", label: () => vscode.l10n.t("A page to read, print or send") },
  { format: "markdown", ending: "annotated.md", label: () => vscode.l10n.t("Markdown, with footnotes") },
] as const satisfies readonly { format: AnnotateParams["format"]; ending: string; label: () => string }[];

/**
 * Takes the client; writes the active draft with a note on each fact, in a format and a file that the writer chooses unless they are given. Gives
 * the file, nothing where none was written.
 */
export async function annotateDraft(
  client: LanguageClient,
  given?: { format: AnnotateParams["format"]; file: vscode.Uri },
): Promise<vscode.Uri | undefined> {
  const draft = activeDraft()?.document.uri;
  if (!draft) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Open the draft first, then annotate it."));
    return undefined;
  }
  const chosen = given ?? (await choose(draft));
  if (!chosen) return undefined;
  const params: AnnotateParams = { uri: draft.toString(), format: chosen.format };
  const { content, message } = await client.sendRequest<AnnotateResult>(annotateRequest, params);
  if (content === null) {
    await vscode.window.showErrorMessage(message);
    return undefined;
  }
  await vscode.workspace.fs.writeFile(chosen.file, Buffer.from(content, "base64"));
  tell(chosen.file);
  return chosen.file;
}

async function choose(draft: vscode.Uri): Promise<{ format: AnnotateParams["format"]; file: vscode.Uri } | undefined> {
  const placeHolder = vscode.l10n.t("As what should the annotated draft be written?");
  const picked = await vscode.window.showQuickPick(
    formats.map((one) => ({ ...one, label: one.label() })),
    { placeHolder },
  );
  if (!picked) return undefined;
  const name = (draft.path.split("/").at(-1) ?? "draft").replace(/\.[^.]*$/, "");
  const defaultUri = vscode.Uri.joinPath(draft, "..", `${name}.${picked.ending}`);
  const file = await vscode.window.showSaveDialog({ defaultUri: draft.scheme === "file" ? defaultUri : undefined });
  return file && { format: picked.format, file };
}

function tell(file: vscode.Uri): void {
  const open = vscode.l10n.t("Open");
  const written = vscode.l10n.t("The annotated draft is in {0}.", file.fsPath);
  void vscode.window.showInformationMessage(written, open).then(async (chosen) => {
    if (chosen === open) await vscode.commands.executeCommand("vscode.open", file);
  });
}
