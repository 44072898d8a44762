import * as vscode from "vscode";
import { deskSteps } from "./desk.ts";
import { folderSteps } from "./folders.ts";
import { quietSteps } from "./quiet.ts";
import { readingSteps } from "./reading.ts";
import { steps } from "./steps.ts";

/** What one step may take; a machine under load is slow, a step that hangs should still say its name. */
const patience = 60_000;

/** What is tried in a window with one folder, and with several. */
const alone = { ...steps, ...readingSteps, ...quietSteps, ...deskSteps };

/** Runs every step in order, in the extension host. Rejects where one failed: VS Code gives that as its exit code. */
export async function run(): Promise<void> {
  const several = (await foldersOfWindow()).length > 1;
  const failed: string[] = [];
  for (const [name, step] of Object.entries(several ? folderSteps : alone)) {
    try {
      await Promise.race([step(), tooLong()]);
      console.log(`ok: ${name}`);
    } catch (error) {
      failed.push(name);
      console.log(`failed: ${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  if (failed.length > 0) throw new Error(failed.join("\n"));
}

/** A window that could not read the file of its folders in time opens without them, until that file changes: it is then written again as it is. */
async function foldersOfWindow(): Promise<readonly vscode.WorkspaceFolder[]> {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  if (workspaceFolders.length > 0 || workspaceFile === undefined) return workspaceFolders;
  const changed = new Promise<vscode.WorkspaceFoldersChangeEvent>((resolve) => {
    vscode.workspace.onDidChangeWorkspaceFolders(resolve);
  });
  await vscode.workspace.fs.writeFile(workspaceFile, await vscode.workspace.fs.readFile(workspaceFile));
  return (await changed).added;
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`nothing happened for ${patience / 1000} s`)), patience).unref();
  });
}
