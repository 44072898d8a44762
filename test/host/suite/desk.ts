import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import * as vscode from "vscode";
import type { AddResult, LockResult } from "../../../server/src/service/protocol.ts";
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

  "a page is added by its address, fetched once, and the draft is checked against it": async () => {
    const draft = await sample();
    await settled(draft);
    const crates = "Some 7,341 crates of pamphlets were found in the ruins of the city.";
    await append(draft, `\n\n${crates}\n`);
    const range = rangeOf(draft, "7,341");
    await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("figure/unsupported"));
    const asked: string[] = [];
    const site = createServer(({ headers, url }, response) => {
      asked.push(`${headers.host}${url}`);
      response.setHeader("content-type", "text/html; charset=utf-8").end(page(crates));
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const { port } = site.address() as AddressInfo;
    await withEnvironment({ NODE_OPTIONS: `--require ${names}`, SOURCELINE_TEST_PORT: String(port) }, async () => {
      const address = "http://flood.example/crates";
      const { added } = await vscode.commands.executeCommand<AddResult>("sourceline.addSource", { address });
      assert.equal(added.length, 1);
      await diagnosticsWhere(draft, (all) => codesAt(all, range).includes("citation/uncited"));
      assert.deepEqual(asked, ["flood.example/crates"]);
      await vscode.workspace.fs.delete(vscode.Uri.parse(added[0] ?? ""));
    });
    site.close();
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

  "what a source said when it was pinned is told where it says something else now": async () => {
    const draft = await sample();
    await settled(draft);
    const source = inWorkspace("corpus", "voa.md");
    const before = await vscode.workspace.fs.readFile(source);
    const open = rangeOf(draft, "69");
    try {
      await vscode.commands.executeCommand("sourceline.lockPassages");
      const now = new TextDecoder().decode(before).replace(/\b69\b/g, "71");
      await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(now));
      const found = await diagnosticsWhere(draft, (all) => codesAt(all, open).length > 0);
      const problem = found.find(({ range }) => open.contains(range));
      assert.match(problem?.message ?? "", /Since it was cited, Voice of America has changed from “.*69.*” to “.*71/);
    } finally {
      await vscode.workspace.fs.writeFile(source, before);
      await vscode.workspace.fs.delete(inWorkspace("sourceline.lock"));
    }
    await diagnosticsWhere(draft, (all) => codesAt(all, open).length === 0);
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

const page = (words: string) => `<!doctype html><html lang="en"><head><title>Crates in the ruins</title>
<meta property="og:site_name" content="Alpha Times"></head><body><article><h1>Crates in the ruins</h1>
<p>${words} The army said so on Friday, after a week of searching, and asked for more time to count the rest of them.</p>
<p>The fire service said in a statement that its people had been there for a week, and that many things are missing.</p>
</article></body></html>`;

/** From the bundle of the suite. */
const names = fileURLToPath(new URL("../host/names.cjs", import.meta.url));

/** Does work while the language server runs with more in its environment. */
async function withEnvironment(more: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
  Object.assign(process.env, more);
  try {
    await vscode.commands.executeCommand("sourceline.restartServer");
    await work();
  } finally {
    for (const name of Object.keys(more)) delete process.env[name];
    await vscode.commands.executeCommand("sourceline.restartServer");
  }
}

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
