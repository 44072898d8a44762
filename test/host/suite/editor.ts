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
  return await Promise.all(
    places.map(async (place) => {
      const document = await vscode.workspace.openTextDocument(place.uri);
      return { uri: place.uri, text: document.getText(place.range) };
    }),
  );
}
