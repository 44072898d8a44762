import * as vscode from "vscode";

/** Where a setting may be set, what holds everywhere first. */
const scopes = [
  "globalValue",
  "globalLanguageValue",
  "workspaceValue",
  "workspaceLanguageValue",
  "workspaceFolderValue",
  "workspaceFolderLanguageValue",
] as const;

/**
 * Takes the URI of a folder, if any; gives the settings of Sourceline that somebody has set for it, by name. The usual values, which VS Code would
 * send along, are left out: what is said in a project file stands unless a writer has set it otherwise.
 */
export function settingsSet(scope: vscode.Uri | undefined): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration("sourceline", scope);
  const set: Record<string, unknown> = {};
  for (const name of Object.keys(configuration)) {
    const found: Readonly<Record<string, unknown>> = { ...configuration.inspect(name) };
    for (const value of scopes.map((key) => found[key])) if (value !== undefined) set[name] = joined(set[name], value);
  }
  return set;
}

/** Tables are joined entry by entry, as VS Code does; anything else is replaced. */
function joined(before: unknown, value: unknown): unknown {
  return isTable(before) && isTable(value) ? { ...before, ...value } : value;
}

function isTable(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
