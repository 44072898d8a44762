import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as vscode from "vscode";
import type { LockResult } from "../../../server/src/service/protocol.ts";
import { append, changedText, codesAt, diagnosticsWhere, inWorkspace, labelOf, rangeOf } from "./editor.ts";
import { sample, settled } from "./sample.ts";

/** What a writer has on the desk beside problems, hovers and fixes: moving about, quiet, sources, and a server that comes back. */
export const deskSteps: Readonly<Record<string, () => Promise<void>>> = {
  "the cursor goes to the next and the previous finding": async () => {
    const draft = await sample();
    await settled(draft);
    place(rangeOf(draft, "She insists").start);
    await vscode.commands.executeCommand("sourceline.nextFinding");
    assert.equal(selected(), "2,600");
    await vscode.commands.executeCommand("sourceline.nextFinding");
    const behind = selected();
    await vscode.commands.executeCommand("sourceline.previousFinding");
    assert.equal(selected(), "2,600");
    assert.notEqual(behind, "2,600");
  },

  "focus mode holds findings back until the cursor leaves the sentence": async () => {
    const draft = await sample();
    await settled(draft);
    await vscode.commands.executeCommand("sourceline.toggleFocus");
    try {
      place(draft.lineAt(draft.lineCount - 1).range.end);
      await vscode.commands.executeCommand("type", {
        text: "\n\nSoldiers found 7,341 crates. Then 8,452 crates burned",
      });
      const first = rangeOf(draft, "7,341");
      const second = rangeOf(draft, "8,452");
      const held = await diagnosticsWhere(draft, (all) => codesAt(all, first).length > 0);
      assert.deepEqual(codesAt(held, second), []);
      place(new vscode.Position(0, 0));
      await diagnosticsWhere(draft, (all) => codesAt(all, second).length > 0);
    } finally {
      await vscode.commands.executeCommand("sourceline.toggleFocus");
    }
  },

  "a finding is set aside with a reason, and stays so": async () => {
    const draft = await sample();
    await settled(draft);
    const range = rangeOf(draft, "2,600");
    const [start, end] = [draft.offsetAt(range.start), draft.offsetAt(range.end)];
    const finding = { uri: draft.uri.toString(), kind: "figure", start, end };
    const file = inWorkspace("sourceline.ignore.json");
    await vscode.commands.executeCommand("sourceline.ignoreFinding", finding, "confirmed by phone");
    await diagnosticsWhere(draft, (all) => codesAt(all, range).length === 0);
    assert.match(String(await vscode.workspace.fs.readFile(file)), /confirmed by phone/);
    await vscode.workspace.fs.delete(file);
    await diagnosticsWhere(draft, (all) => codesAt(all, range).length > 0);
  },

  "all missing citations are inserted by command, and nothing else": async () => {
    const draft = await sample();
    await settled(draft);
    const before = draft.getText();
    const changed = changedText(draft, (text) => text.length > before.length);
    await vscode.commands.executeCommand("sourceline.insertCitations");
    const marks = /[^\S\n]?\[@[^\]]*\]/g;
    assert.equal((await changed).replace(marks, ""), before.replace(marks, ""));
    assert.match(draft.getText(), /122 reports are still open \[@sputnik\]/);
  },

  "keys of sources are offered behind [@, figures where one is typed": async () => {
    const draft = await sample();
    await settled(draft);
    await append(draft, "\n\nThe wounded were counted [@");
    const items = await completions(draft);
    assert.ok(
      ["voa", "forces"].every((id) => items.some(({ label }) => labelOf(label).includes(id))),
      JSON.stringify(items),
    );
  },

  "sources are added to the corpus, and the draft is checked against them": async () => {
    const draft = await sample();
    await settled(draft);
    const range = rangeOf(draft, "11,000");
    const text = "Satellite survey\n\nSome 11,000 buildings in Raqqa lie damaged or destroyed.\n";
    const result = await vscode.commands.executeCommand<{ added: string[] }>("sourceline.addSource", { text });
    await diagnosticsWhere(draft, (all) => !codesAt(all, range).includes("figure/unsupported"));
    assert.equal(result.added.length, 1);
    await vscode.workspace.fs.delete(vscode.Uri.parse(result.added[0] ?? ""));
    await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("figure/unsupported"));
  },

  "the draft is annotated into a Word file": async () => {
    await settled(await sample());
    const file = inWorkspace("annotated.docx");
    await vscode.commands.executeCommand("sourceline.annotateDraft", { format: "docx", file });
    assert.equal(String((await vscode.workspace.fs.readFile(file)).slice(0, 2)), "PK");
    await vscode.workspace.fs.delete(file);
  },

  "what annotates a draft is taken out again, byte for byte": async () => {
    const draft = await sample();
    await settled(draft);
    const [annotated, clean] = [inWorkspace("story.annotated.md"), inWorkspace("story.clean.md")];
    await vscode.commands.executeCommand("sourceline.annotateDraft", { format: "markdown", file: annotated });
    await vscode.window.showTextDocument(annotated);
    await vscode.commands.executeCommand("sourceline.cleanCopy", clean);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(clean)), draft.getText());
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    for (const file of [annotated, clean]) await vscode.workspace.fs.delete(file);
  },

  "the passages that drafts cite are pinned, and stand": async () => {
    await settled(await sample());
    const pinned = await vscode.commands.executeCommand<LockResult>("sourceline.lockPassages");
    assert.ok(pinned.file?.endsWith("/sourceline.lock"), pinned.message);
    const verified = await vscode.commands.executeCommand<LockResult>("sourceline.verifyLock");
    assert.deepEqual([verified.changed, verified.report], [0, ""], verified.message);
    await vscode.workspace.fs.delete(inWorkspace("sourceline.lock"));
  },

  "the bundled sample opens as a copy, and is checked": async () => {
    const opened = await vscode.commands.executeCommand<vscode.Uri>("sourceline.openSample");
    const copy = await vscode.workspace.openTextDocument(opened);
    await diagnosticsWhere(copy, (all) => codesAt(all, rangeOf(copy, "2,600")).includes("figure/contradicted"));
    const folder = inWorkspace("copies");
    const copied = await vscode.commands.executeCommand<vscode.Uri>("sourceline.copySample", folder);
    assert.ok(copied.path.endsWith("/copies/sourceline-sample/draft.md"));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(folder, { recursive: true });
  },

  "a server that ends is started again, and the draft is checked on": async () => {
    const draft = await sample();
    await settled(draft);
    const server = serverProcess();
    process.kill(server, "SIGKILL");
    await append(draft, "\n\nSoldiers found 9,417 crates of pamphlets.\n");
    const range = rangeOf(draft, "9,417");
    await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("figure/unsupported"));
    assert.notEqual(serverProcess(), server);
  },
};

function place(position: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, "no editor is active");
  editor.selection = new vscode.Selection(position, position);
}

function selected(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

async function completions(draft: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
  const at = draft.lineAt(draft.lineCount - 1).range.end;
  const command = "vscode.executeCompletionItemProvider";
  return (await vscode.commands.executeCommand<vscode.CompletionList>(command, draft.uri, at, "@")).items;
}

/** Gives the process of the language server: it is a child of the extension host's. */
function serverProcess(): number {
  const found = readdirSync("/proc").find((name) => /^\d+$/.test(name) && isServer(name));
  assert.ok(found, "no language server is running");
  return Number(found);
}

function isServer(id: string): boolean {
  try {
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
    return Number(parent) === process.pid && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("server.cjs");
  } catch {
    return false;
  }
}
