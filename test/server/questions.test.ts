import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CodeAction, Hover, LocationLink } from "vscode-languageserver";
import type { CheckResult } from "../../server/src/service/protocol.ts";
import { DRAFT, files } from "./chapter.ts";
import { at, edited, Folder, pulls, start } from "./client.ts";

describe("on a figure or a quotation", { timeout: 60_000 }, () => {
  it("hover shows the passage with the figure in bold, the outlet and the date", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const hover = await client.ask<Hover>("textDocument/hover", {
      textDocument: { uri },
      position: at(DRAFT, "43", 1),
    });
    const { value } = hover.contents as { value: string };
    assert.match(value, /^\*\*Supported\.\*\*/);
    assert.match(value, /\[Alpha Times\]\(file:\/\/.*corpus\/alpha\.md#L8,18\), March 2, 2024/);
    assert.match(value, /The flood killed \*\*43\*\* people in Norland/);
    assert.deepEqual(hover.range?.start, at(DRAFT, "43"));
  });

  it("definition leads to the passage", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const position = at(DRAFT, "never warned");
    const [link] = await client.ask<LocationLink[]>("textDocument/definition", { textDocument: { uri }, position });
    assert.equal(link?.targetUri, folder.uri("corpus/alpha.md"));
    assert.equal(link?.targetSelectionRange.start.line, 9);
    const cited = await client.ask<LocationLink[]>("textDocument/definition", {
      textDocument: { uri },
      position: at(DRAFT, "@beta", 2),
    });
    assert.equal(cited[0]?.targetUri, folder.uri("corpus/beta.md"));
  });

  it("the fix writes what it says, and a second fix lands right", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const fix = async (text: string, words: string) => {
      const position = at(text, words, 1);
      const range = { start: position, end: position };
      const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
      assert.ok(actions.length >= 1 && actions.length <= 3, `${actions.length} fixes for ${words}`);
      assert.equal(actions[0]?.edit, undefined);
      const action = await client.ask<CodeAction>("codeAction/resolve", actions[0] as CodeAction);
      const after = edited(text, action.edit);
      await client.change(uri, [{ text: after }]);
      return { title: action.title, after };
    };
    const first = await fix(DRAFT, "43 people");
    assert.equal(first.title, "Cite Alpha Times: [@alpha]");
    assert.equal(first.after, DRAFT.replace("43 people in Norland.", "43 people in Norland [@alpha]."));
    const second = await fix(first.after, "never warned");
    assert.equal(second.after, first.after.replace("never warned", "not warned"));
  });

  it("all missing citations go in at once, and only they", async () => {
    using folder = new Folder(files);
    await using client = await start({
      folders: [folder],
      capabilities: pulls,
      settings: { "": { citationStyle: "footnote" } },
    });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const context = { diagnostics: [], only: ["source.fixAll"] };
    const [action] = await client.ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context,
    });
    const { edit } = await client.ask<CodeAction>("codeAction/resolve", action as CodeAction);
    const note = "\n[^alpha]: Alpha Times, “Flood kills 43 in Norland”, March 2, 2024.\n";
    assert.equal(
      edited(DRAFT, edit),
      `${DRAFT.replace("43 people in Norland.", "43 people in Norland.[^alpha]")}${note}`,
    );
  });

  it("kinds of actions that are not served are answered at once, with nothing", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const range = { start: at(DRAFT, "43"), end: at(DRAFT, "43") };
    const context = { diagnostics: [], only: ["source.organizeImports"] };
    assert.deepEqual(await client.ask("textDocument/codeAction", { textDocument: { uri }, range, context }), []);
  });
});

describe("a check of drafts", { timeout: 60_000 }, () => {
  it("reports on all drafts of a folder, the coverage first", async () => {
    using folder = new Folder({ ...files, "notes/second.md": "The flood killed 99 people in Norland.\n" });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const result = await client.ask<CheckResult>("sourceline/check", {
      uris: [],
      folder: folder.uri(),
      workDoneToken: "t",
    });
    assert.equal(result.problems, 4);
    assert.match(result.report, /^# Citations checked in 2 drafts\n\n- Figures: 2 of 4 /);
    assert.match(result.report, /## notes\/second\\?\.md/);
    const progress = await client.next<{ token: string; value: { kind: string } }>(
      "$/progress",
      ({ value }) => value.kind === "end",
    );
    assert.equal(progress.token, "t");
  });

  it("takes an open draft as it stands in the editor", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, "The flood killed 43 people in Norland [@alpha].\n");
    const { problems, report } = await client.ask<CheckResult>("sourceline/check", { uris: [uri], folder: null });
    assert.equal(problems, 0, report);
  });
});
