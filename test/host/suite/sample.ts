import * as vscode from "vscode";
import { codesAt, diagnosticsWhere, open, rangeOf } from "./editor.ts";

/** Opens the sample as it stands on the disk: what an earlier step wrote is taken back. Gives its document. */
export async function sample(): Promise<vscode.TextDocument> {
  const draft = await open("draft.md");
  if (draft.isDirty) await vscode.commands.executeCommand("workbench.action.files.revert");
  return draft;
}

/** Takes the sample; waits until the draft on the screen is checked: the contradicted toll is flagged, and what an earlier step added is gone. Gives its problems. */
export async function settled(draft: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  const toll = rangeOf(draft, "2,600");
  const open = rangeOf(draft, "122");
  return await diagnosticsWhere(draft, (all) => codesAt(all, toll).length > 0 && codesAt(all, open).length > 0);
}
