import * as vscode from "vscode";

/** The one command that links of a report may run; it takes a URI, a line and a column, both from 1. */
export const openPlaceCommand = "sourceline.openPlace";

/** A link of ours to a place in a file: words of drafts and sources are escaped and hold none. */
const link = /\]\(((?:file|untitled|vscode-remote|sourceline-source):[^()\s]*)#L(\d+),(\d+)\)/g;

/** Takes Markdown of the server's; gives it with its links to places in files as links that open them in an editor. */
export function withPlaces(markdown: string): string {
  return markdown.replace(link, (_, uri: string, line: string, column: string) => {
    const place = encodeURIComponent(JSON.stringify([uri, Number(line), Number(column)]));
    return `](command:${openPlaceCommand}?${place})`;
  });
}

/** Takes where a place is; opens it in the group where its file is open already, else beside the page that leads there. */
export async function openPlace(uri: string, line: number, column: number): Promise<void> {
  const target = vscode.Uri.parse(uri, true);
  const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const viewColumn = columnOf(target);
  await vscode.window.showTextDocument(target, { selection: new vscode.Range(position, position), viewColumn });
}

/** A page keeps its place: what one of its links opens goes beside it. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const { all } = vscode.window.tabGroups;
  const holding = all.find(({ tabs }) => tabs.some(({ input }) => isTextOf(input, uri)));
  const other = all.find(({ activeTab }) => !(activeTab?.input instanceof vscode.TabInputWebview));
  return (holding ?? other)?.viewColumn ?? vscode.ViewColumn.Beside;
}

function isTextOf(input: unknown, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}
