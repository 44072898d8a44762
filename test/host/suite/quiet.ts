import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  append,
  codeOf,
  codesAt,
  diagnosticsWhere,
  fixesAt,
  labelOf,
  open,
  rangeOf,
  withFile,
  withSettings,
} from "./editor.ts";
import { sample, settled } from "./sample.ts";

/** What a writer sets, sets aside and has shown or hidden, and the formats of drafts, each by its name. */
export const quietSteps: Readonly<Record<string, () => Promise<void>>> = {
  "the project file is completed and validated as it is written": async () => {
    await withFile("sourceline.json", '{\n  "corpsu": "articles",\n  \n}\n', async () => {
      const file = await open("sourceline.json");
      const found = await diagnosticsWhere(file, (all) => all.some(({ message }) => /corpsu/.test(message)));
      assert.ok(found.length > 0);
      const offered = await completions(file, new vscode.Position(2, 2));
      for (const name of ["corpus", "citationStyle", "levels", "failOn"])
        assert.ok(offered.includes(name), offered.join(", "));
    });
  },

  "hints and a lens are shown where they are switched on, by the project file or by the editor": async () => {
    const draft = await sample();
    await settled(draft);
    const everything = new vscode.Range(0, 0, draft.lineCount, 0);
    const shown = async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        draft.uri,
        everything,
      );
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        draft.uri,
        5,
      );
      const labels = hints.map(({ label }) =>
        typeof label === "string" ? label : label.map((it) => it.value).join(""),
      );
      return { labels, titles: lenses.map(({ command }) => command?.title ?? "") };
    };
    assert.deepEqual(await shown(), { labels: [], titles: [] });
    const both = { inlayHints: true, codeLens: true };
    await withFile("sourceline.json", JSON.stringify(both), async () => {
      const { labels, titles } = await until(shown, (now) => now.labels.length > 0 && now.titles.length > 0);
      assert.ok(labels.includes("Voice of America"), labels.join("\n"));
      assert.match(titles.join("\n"), /\d+ of \d+ facts stand/);
      await withSettings({ inlayHints: false }, async () => {
        const { titles: left } = await until(shown, (now) => now.labels.length === 0);
        assert.equal(left.length, 1);
      });
    });
    await until(shown, ({ titles }) => titles.length === 0);
    await withSettings(both, async () => void (await until(shown, ({ labels }) => labels.length > 0)));
  },

  "kinds are switched off, levels set, by rule": async () => {
    const draft = await sample();
    await settled(draft);
    const toll = rangeOf(draft, "2,600");
    const share = rangeOf(draft, "80 percent");
    await withSettings({ check: { counts: false } }, async () => {
      const left = await diagnosticsWhere(draft, (all) => codesAt(all, toll).length === 0);
      assert.equal(codesAt(left, share).length, 1);
    });
    await withSettings({ levels: { "figure/contradicted": "hint" } }, async () => {
      const hint = vscode.DiagnosticSeverity.Hint;
      await diagnosticsWhere(draft, (all) => all.some((it) => it.severity === hint && toll.contains(it.range)));
    });
  },

  "a draft is checked on save or by command alone, where that is set": async () => {
    const draft = await sample();
    await settled(draft);
    const before = draft.getText();
    const types = async (number: string) => {
      await append(draft, `\n\nSoldiers found ${number} crates of pamphlets.\n`);
      return rangeOf(draft, number);
    };
    try {
      await withSettings({ run: "save" }, async () => {
        const crates = await types("7,341");
        await fixesAt(draft, crates);
        assert.deepEqual(codesAt(vscode.languages.getDiagnostics(draft.uri), crates), []);
        await draft.save();
        await diagnosticsWhere(draft, (all) => codesAt(all, crates).length > 0);
      });
      await withSettings({ run: "command" }, async () => {
        const crates = await types("8,452");
        await draft.save();
        await fixesAt(draft, crates);
        assert.deepEqual(codesAt(vscode.languages.getDiagnostics(draft.uri), crates), []);
        await vscode.commands.executeCommand("sourceline.checkCitations", "draft");
        await diagnosticsWhere(draft, (all) => codesAt(all, crates).length > 0);
      });
    } finally {
      await vscode.workspace.fs.writeFile(draft.uri, new TextEncoder().encode(before));
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  },

  "comments in the draft set findings aside, and the report lists them": async () => {
    const draft = await sample();
    await settled(draft);
    const edit = new vscode.WorkspaceEdit();
    const line = rangeOf(draft, "2,600").end.line;
    edit.insert(draft.uri, draft.lineAt(line).range.end, " <!-- sourceline-disable-line -- by our own count -->");
    edit.insert(draft.uri, new vscode.Position(13, 0), "<!-- sourceline-disable-next-line figure/mismatched -->\n");
    await vscode.workspace.applyEdit(edit);
    const [toll, wounded] = [rangeOf(draft, "2,600"), rangeOf(draft, "34", "concluded that ")];
    await diagnosticsWhere(draft, (all) => codesAt(all, toll).length === 0 && codesAt(all, wounded).length === 0);
    type Result = { report: string };
    const { report } = await vscode.commands.executeCommand<Result>("sourceline.checkCitations", "draft");
    assert.match(report, /## Set aside \(\d+\)[\s\S]*by our own count/);
  },

  "drafts in other formats are read as these are, and cited in their own form": async () => {
    for (const [name, text, mark] of drafts)
      await withFile(name, text, async () => {
        const draft = await open(name);
        const range = rangeOf(draft, "641");
        const found = await diagnosticsWhere(draft, (all) => all.some(({ code }) => code !== undefined));
        assert.deepEqual(found.map(codeOf), ["citation/uncited"], name);
        const [fix] = await fixesAt(draft, range);
        assert.ok(fix?.title.endsWith(mark), `${name}: ${fix?.title}`);
        assert.ok(fix.edit);
        await vscode.workspace.applyEdit(fix.edit);
        assert.ok(
          draft.getText().includes(`on the ground${mark.startsWith("\\") ? "~" : " "}${mark}`),
          draft.getText(),
        );
      });
  },
};

const sentence = "Amnesty says that it has verified 641 deaths in Raqqa on the ground";
const drafts: readonly (readonly [name: string, text: string, mark: string])[] = [
  ["note.txt", `${sentence}.\n`, "[@voa]"],
  ["note.rst", `Title\n=====\n\n${sentence}.\n\n.. code::\n\n   total = 2600 civilians killed\n`, "[voa]_"],
  ["note.adoc", `= The ground\n\n// 2,600 civilians killed\n\n${sentence}.\n`, "<<voa>>"],
  ["note.tex", `\\section{The ground}\n${sentence}. % 2,600 civilians killed\n`, "\\cite{voa}"],
  [
    "note.html",
    `<p title="2,600 civilians killed">${sentence}.</p>\n<script>var n = "99 people";</script>\n`,
    "<cite>voa</cite>",
  ],
];

/** Asks again whenever problems change, or else soon: what is asked for is not told of by an event of its own. */
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function completions({ uri }: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const command = "vscode.executeCompletionItemProvider";
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, at);
  return items.map(({ label }) => labelOf(label).replaceAll('"', ""));
}
