import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codesAt, diagnosticsWhere, fixesAt, rangeOf } from "./editor.ts";

/** What is tried in a window with two folders: the sample, and one whose own settings name another corpus and another style. */
export const folderSteps: Readonly<Record<string, () => Promise<void>>> = {
  "each folder has its own corpus, settings and citation style": async () => {
    const [first, second] = [await draftOf(0), await draftOf(1)];
    const toll = rangeOf(first, "2,600");
    await diagnosticsWhere(first, (all) => codesAt(all, toll).includes("figure/contradicted"));
    const dead = rangeOf(second, "57");
    await diagnosticsWhere(second, (all) => codesAt(all, dead).includes("figure/contradicted"));
    const found = await diagnosticsWhere(second, (all) => codesAt(all, rangeOf(second, "641")).length > 0);
    assert.deepEqual(codesAt(found, rangeOf(second, "641")), ["figure/unsupported"]);
    assert.match((await fixesAt(first, rangeOf(first, "122")))[0]?.title ?? "", /\[@sputnik\]$/);
    assert.match((await fixesAt(second, rangeOf(second, "43")))[0]?.title ?? "", /\[\^alpha\]$/);
  },

  "sources are found by name in both, and a folder's report is about its own drafts": async () => {
    [await draftOf(0), await draftOf(1)];
    const command = "vscode.executeWorkspaceSymbolProvider";
    for (const [query, path] of [
      ["sputnik", "/corpus/sputnik.md"],
      ["alpha", "/kept/alpha.md"],
    ] as const) {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, query);
      assert.ok(
        found.some(({ location }) => location.uri.path.endsWith(path)),
        query,
      );
    }
    await vscode.window.showTextDocument(await draftOf(1));
    const result = await vscode.commands.executeCommand<{ report: string }>("sourceline.checkCitations", "folder");
    assert.match(result.report, /57/);
    assert.doesNotMatch(result.report, /2,600/);
  },
};

async function draftOf(folder: number): Promise<vscode.TextDocument> {
  const uri = vscode.workspace.workspaceFolders?.[folder]?.uri;
  assert.ok(uri, "the window has two folders");
  return (await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, "draft.md"), { preview: false })).document;
}
