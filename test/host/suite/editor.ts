import * as vscode from "vscode";

/** Gives the URI of a file of the workspace. */
export function inWorkspace(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite needs a workspace folder.");
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Opens a file of the workspace in an editor. */
export async function open(...path: string[]): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(inWorkspace(...path), { preview: false })).document;
}

/** Takes a document, words in it and words that they follow, if they stand more than once; gives the range of the words. */
export function rangeOf(document: vscode.TextDocument, words: string, after = ""): vscode.Range {
  const text = document.getText();
  const start = text.indexOf(words, text.indexOf(after) + after.length);
  if (start < 0) throw new Error(`“${words}” does not stand in the draft.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Takes a document and a condition on its diagnostics; resolves with them as soon as it holds. */
export function diagnosticsWhere(
  { uri }: vscode.TextDocument,
  holds: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = vscode.languages.getDiagnostics(uri);
      if (!holds(found)) return;
      listening.dispose();
      resolve(found);
    };
    const listening = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Takes diagnostics and a range; gives those that stand there, as "code". */
export function codesAt(diagnostics: readonly vscode.Diagnostic[], range: vscode.Range): string[] {
  return diagnostics.filter((diagnostic) => range.contains(diagnostic.range)).map(codeOf);
}

/** Takes a diagnostic; gives its code as text. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Takes a document and a position; gives all that a hover shows there, as Markdown. */
export async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === "string" ? part : part.value)).join("\n");
}

/** Takes a document and a range; gives the quick fixes that are offered there, with their edits. */
export async function fixesAt({ uri }: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range, kind, 10);
}

/** Takes a document and a position; gives where its definitions are, with the words that stand there. */
export async function definitionsAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ uri: vscode.Uri; text: string }[]> {
  type Target = vscode.Location | vscode.LocationLink;
  const targets = await vscode.commands.executeCommand<Target[]>("vscode.executeDefinitionProvider", uri, position);
  const places = targets.map((it) => ("targetUri" in it ? { uri: it.targetUri, range: it.targetRange } : it));
  return await Promise.all(places.map(textAt));
}

/** Takes a place; gives the words that stand there. */
export async function textAt({ uri, range }: { uri: vscode.Uri; range: vscode.Range }) {
  return { uri, text: (await vscode.workspace.openTextDocument(uri)).getText(range) };
}

/** Takes a document and a text; writes the text at its end. */
export async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  await vscode.workspace.applyEdit(edit);
}

/** Takes a document and a condition on its text; resolves with the text as soon as a change makes it hold. */
export function changedText(document: vscode.TextDocument, holds: (text: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document || !holds(document.getText())) return;
      listening.dispose();
      resolve(document.getText());
    });
  });
}

/** Takes the label of a completion; gives its text. */
export function labelOf(label: vscode.CompletionItem["label"]): string {
  return typeof label === "string" ? label : label.label;
}

/** Takes settings of ours and work; does the work while they hold for the workspace. */
export async function withSettings(
  settings: Readonly<Record<string, unknown>>,
  work: () => Promise<void>,
): Promise<void> {
  const write = async (value: (name: string) => unknown) => {
    for (const name of Object.keys(settings))
      await vscode.workspace
        .getConfiguration("sourceline")
        .update(name, value(name), vscode.ConfigurationTarget.Workspace);
  };
  try {
    await write((name) => settings[name]);
    await work();
  } finally {
    await write(() => undefined);
  }
}

/** Takes the path of a file of the workspace, its text and work; does the work while the file is there. */
export async function withFile(name: string, text: string, work: (file: vscode.Uri) => Promise<void>): Promise<void> {
  const file = inWorkspace(name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  try {
    await work(file);
  } finally {
    const shown = vscode.window.activeTextEditor?.document.uri.toString() === file.toString();
    if (shown) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(file);
  }
}
