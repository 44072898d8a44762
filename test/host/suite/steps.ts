import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, codesAt, definitionsAt, diagnosticsWhere, fixesAt, hoverAt, inWorkspace, rangeOf } from "./editor.ts";
import { sample, settled } from "./sample.ts";

/** What is tried in the real VS Code, in this order, each by its name. Every step starts from the sample as it stands on the disk. */
export const steps: Readonly<Record<string, () => Promise<void>>> = {
  "problems are flagged, and what a source supports is not": async () => {
    const draft = await sample();
    const found = await settled(draft);
    const cases: [words: string, after: string, codes: string[]][] = [
      ["2,600", "", ["figure/contradicted"]],
      ["unosat", "", ["citation/undefined"]],
      ["the most precise air campaign in history.", "", ["quote/unsupported"]],
      ["34", "concluded that ", ["figure/mismatched"]],
      ["122", "", ["citation/uncited"]],
      ["400", "more than ", []],
      ["complies with the Law of Armed Conflict", "", []],
    ];
    for (const [words, after, codes] of cases)
      assert.deepEqual(codesAt(found, rangeOf(draft, words, after)), codes, words);
  },

  "a problem names what the sources say and leads to them": async () => {
    const draft = await sample();
    const flag = (await settled(draft)).find((it) => codeOf(it) === "figure/contradicted");
    assert.match(flag?.message ?? "", /1,600/);
    assert.equal(flag?.severity, vscode.DiagnosticSeverity.Warning);
    const related = flag?.relatedInformation ?? [];
    assert.ok(related.length > 0, "no related information");
    assert.ok(related.every(({ location }) => location.uri.path.includes("/corpus/")));
  },

  "a hover shows the passage, who says so, and the outlet": async () => {
    const draft = await sample();
    await settled(draft);
    const hover = await hoverAt(draft, rangeOf(draft, "1,257").start);
    assert.match(hover, /Forces News/);
    assert.match(hover, /Operation Inherent Resolve/);
    assert.match(hover, /at least \*\*1,257\*\* civilians/);
    assert.equal((await hoverAt(draft, rangeOf(draft, "The campaign").start)).includes("Forces News"), false);
  },

  "a quick fix inserts the citation": async () => {
    const draft = await sample();
    await settled(draft);
    const range = rangeOf(draft, "122");
    const [fix] = await fixesAt(draft, range);
    assert.match(fix?.title ?? "", /@sputnik/);
    assert.ok(fix?.edit, "the fix has no edit");
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(draft.getText(), /Another 122 reports are still open \[@sputnik\]\. Over the whole war/);
    const after = await diagnosticsWhere(draft, (all) => codesAt(all, range).length === 0);
    assert.ok(after.length > 0);
  },

  "a figure, a quotation and a citation lead to their passage": async () => {
    const draft = await sample();
    await settled(draft);
    const cases: [words: string, after: string, file: string, text: string][] = [
      ["1,257", "", "forces.md", "1,257"],
      ["complies with the Law", "", "voa.md", "complies with the Law"],
      ["sputnik", "wounded [@", "sputnik.md", ""],
    ];
    for (const [words, after, file, text] of cases) {
      const targets = await definitionsAt(draft, rangeOf(draft, words, after).start);
      assert.ok(
        targets.some((it) => it.uri.path.endsWith(file) && it.text.includes(text)),
        `${words}: ${JSON.stringify(targets)}`,
      );
    }
  },

  "the draft is checked again as it is edited": async () => {
    const draft = await sample();
    await settled(draft);
    const sentence = "\n\nSoldiers found 7,341 crates of pamphlets.\n";
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, draft.lineAt(draft.lineCount - 1).range.end, sentence);
    await vscode.workspace.applyEdit(edit);
    const range = rangeOf(draft, "7,341");
    await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("figure/unsupported"));
  },

  "the draft is checked again as the corpus changes": async () => {
    const draft = await sample();
    await settled(draft);
    const range = rangeOf(draft, "11,000");
    const record = inWorkspace("corpus", "unosat.md");
    const text =
      "---\nid: unosat\ntitle: Satellite survey\noutlet: UNOSAT\n---\n\nSome 11,000 buildings in Raqqa lie damaged or destroyed.\n";
    await vscode.workspace.fs.writeFile(record, new TextEncoder().encode(text));
    await diagnosticsWhere(draft, (all) => codesAt(all, range).length === 0);
    await vscode.workspace.fs.delete(record);
    await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("figure/unsupported"));
  },

  "Check Citations reports on the draft as a page, and as a read-only Markdown document": async () => {
    await settled(await sample());
    await vscode.commands.executeCommand("sourceline.checkCitations", "draft");
    const page = await tabWhere(({ input }) => input instanceof vscode.TabInputWebview);
    assert.equal(page.label, "Citations of draft.md");
    await vscode.commands.executeCommand("sourceline.openReportText");
    const report = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.scheme === "sourceline-report",
    )?.document;
    assert.equal(report?.languageId, "markdown");
    for (const words of ["2,600", "unosat", "Forces News"]) assert.ok(report?.getText().includes(words), words);
    assert.equal(vscode.workspace.fs.isWritableFileSystem("sourceline-report") ?? false, false);
    await vscode.window.tabGroups.close(page);
  },

  "Check Citations goes over all drafts of the folder": async () => {
    await sample();
    const result = await vscode.commands.executeCommand<{ report: string; problems: number }>(
      "sourceline.checkCitations",
      "folder",
    );
    assert.ok(result.report.includes("draft.md"));
    assert.ok(result.problems > 0);
  },
};

/** Resolves with a tab of the window as soon as there is one for which a condition holds. */
function tabWhere(holds: (tab: vscode.Tab) => boolean): Promise<vscode.Tab> {
  return new Promise((resolve) => {
    const look = () => {
      const found = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(holds);
      if (!found) return;
      listening.dispose();
      resolve(found);
    };
    const listening = vscode.window.tabGroups.onDidChangeTabs(look);
    look();
  });
}
