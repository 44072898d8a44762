import * as vscode from "vscode";
import { activeDraft } from "./drafts.ts";

/** The action that a writer may also have run on save, but that never is unless asked for. */
const kind = "source.fixAll.sourceline";

/** The edits of an action are worked out only where they are asked for. */
const actionsResolved = 1;

/** Inserts all citations that the active draft lacks, at once; where it lacks none, says so in words of ours: VS Code's name the action. */
export async function insertCitations(): Promise<void> {
  const draft = activeDraft()?.document;
  if (!draft) return;
  const whole = new vscode.Range(0, 0, draft.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    draft.uri,
    whole,
    kind,
    actionsResolved,
  );
  const isLacking = actions.some(({ edit }) => edit !== undefined && edit.size > 0);
  if (isLacking) await vscode.commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
  else
    vscode.window.setStatusBarMessage(
      vscode.l10n.t("Nothing to insert: no supported fact here lacks its citation."),
      5000,
    );
}
