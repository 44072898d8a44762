import assert from "node:assert/strict";
import * as vscode from "vscode";
import { append, fixesAt, inWorkspace, labelOf, open, rangeOf, textAt } from "./editor.ts";
import { sample, settled } from "./sample.ts";

/** What leads from one place to another, and what is offered at the cursor, each by its name. */
export const readingSteps: Readonly<Record<string, () => Promise<void>>> = {
  "at most three fixes are offered for a problem, and each says what it writes": async () => {
    const draft = await sample();
    await settled(draft);
    const cases: [words: string, after: string, first: RegExp, last: RegExp][] = [
      ["2,600", "", /^Write “more than 1,600” as .* has it$/, /^Set “2,600” aside, with a reason$/],
      [
        "much more systemic than that.",
        "",
        /^Name Rovera, as Voice of America does$/,
        /^Set “much more .*” aside, with a reason$/,
      ],
      ["122", "", /^Cite Sputnik: \[@sputnik\]$/, /^Set “122” aside, with a reason$/],
      [
        "1,257",
        "",
        /^Name Operation Inherent Resolve, not “the Ministry of Defence”, as Forces News does$/,
        /^Set “1,257” aside, with a reason$/,
      ],
    ];
    for (const [words, after, first, last] of cases) {
      const titles = (await fixesAt(draft, rangeOf(draft, words, after))).map(({ title }) => title);
      assert.ok(titles.length >= 1 && titles.length <= 3, titles.join("\n"));
      assert.match(titles[0] ?? "", first);
      assert.match(titles.at(-1) ?? "", last);
    }
  },

  "two fixes in a row land right": async () => {
    const draft = await sample();
    await settled(draft);
    const before = draft.getText();
    const take = async (words: string) => {
      const [fix] = await fixesAt(draft, rangeOf(draft, words));
      assert.ok(fix?.edit, `no fix for ${words}`);
      await vscode.workspace.applyEdit(fix.edit);
    };
    await take("641");
    await take("122");
    const cited = before
      .replace("641 deaths on the ground.", "641 deaths on the ground [@voa].")
      .replace("122 reports are still open.", "122 reports are still open [@sputnik].");
    assert.equal(draft.getText(), cited);
  },

  "references lead from a passage of a source to the drafts that use it, and from a citation to its kin": async () => {
    const draft = await sample();
    await settled(draft);
    const voa = await vscode.workspace.openTextDocument(inWorkspace("corpus", "voa.md"));
    const uses = await references(voa, rangeOf(voa, "318").start);
    assert.ok(uses.some(({ uri, text }) => uri.path.endsWith("draft.md") && text === "318"));
    const kin = await references(draft, rangeOf(draft, "sputnik", "wounded [@").start);
    assert.ok(kin.filter(({ text }) => text.includes("sputnik")).length >= 2, JSON.stringify(kin));
    const facts = await references(draft, rangeOf(draft, "318").start);
    assert.ok(
      facts.some(({ uri }) => uri.path.endsWith("/corpus/voa.md")),
      JSON.stringify(facts),
    );
  },

  "keys are links, findings are symbols of the draft, sources symbols of the workspace": async () => {
    const draft = await sample();
    await settled(draft);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      draft.uri,
      100,
    );
    const key = links.find(({ range }) => draft.getText(range) === "rferl");
    assert.match(key?.target?.path ?? "", /\/corpus\/rferl\.md$/);
    type Symbols = (vscode.DocumentSymbol | vscode.SymbolInformation)[];
    const symbols = await vscode.commands.executeCommand<Symbols>("vscode.executeDocumentSymbolProvider", draft.uri);
    assert.ok(symbols.some(({ name }) => name === "2,600"));
    const sources = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "sputnik",
    );
    assert.ok(sources.some(({ location }) => location.uri.path.endsWith("/corpus/sputnik.md")));
  },

  "a source is renamed in the drafts and in its own file": async () => {
    const draft = await sample();
    await settled(draft);
    const at = rangeOf(draft, "rferl").start;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      draft.uri,
      at,
      "azattyk",
    );
    await vscode.workspace.applyEdit(edit);
    const source = await open("corpus", "rferl.md");
    try {
      assert.match(source.getText(), /^id: azattyk$/m);
      assert.equal(draft.getText().includes("[@azattyk]") && !draft.getText().includes("rferl"), true);
    } finally {
      await vscode.commands.executeCommand("workbench.action.files.revert");
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    }
  },

  "figures and quotations of the sources are offered as they are typed": async () => {
    const draft = await sample();
    await settled(draft);
    await append(draft, "\n\nThe investigation says that more than 1,6");
    const figures = await completions(draft, "6");
    const toll = figures.find(({ label }) => labelOf(label).includes("1,600"));
    assert.ok(toll, figures.map(({ label }) => labelOf(label)).join("\n"));
    assert.match(toll.detail ?? "", /civilians/);
    await append(draft, "\n\nThe coalition “complies with");
    const [words] = await completions(draft, "“");
    assert.match(labelOf(words?.label ?? ""), /^complies with the Law of Armed Conflict/);
    assert.match(words?.detail ?? "", /Voice of America/);
  },

  "missing citations go in on save where that is asked for, and never otherwise": async () => {
    const draft = await sample();
    await settled(draft);
    const before = draft.getText();
    const editor = vscode.workspace.getConfiguration("editor", draft.uri);
    const save = async (words: string) => {
      await append(draft, words);
      await draft.save();
    };
    try {
      await save("\n");
      assert.equal(draft.getText(), `${before}\n`);
      await editor.update("codeActionsOnSave", { "source.fixAll.sourceline": "explicit" });
      await vscode.window.showTextDocument(draft);
      // VS Code saves without what does not come in time: a writer saves again.
      for (let saves = 0; saves < 5 && !draft.getText().includes("[@sputnik]. Over the whole war"); saves++) {
        await append(draft, "\n");
        await vscode.commands.executeCommand("workbench.action.files.save");
      }
      assert.match(draft.getText(), /641 deaths on the ground \[@voa\].*\[@sputnik\]\. Over the whole war/s);
    } finally {
      await editor.update("codeActionsOnSave", undefined);
      await vscode.workspace.fs.writeFile(draft.uri, new TextEncoder().encode(before));
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  },
};

async function references(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ uri: vscode.Uri; text: string }[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    "vscode.executeReferenceProvider",
    uri,
    position,
  );
  return await Promise.all(found.map(textAt));
}

async function completions(draft: vscode.TextDocument, typed: string): Promise<vscode.CompletionItem[]> {
  const at = draft.lineAt(draft.lineCount - 1).range.end;
  const command = "vscode.executeCompletionItemProvider";
  return (await vscode.commands.executeCommand<vscode.CompletionList>(command, draft.uri, at, typed)).items;
}
