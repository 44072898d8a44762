import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CodeAction, CompletionList, Hover, WorkspaceEdit } from "vscode-languageserver";
import type { SourceFactItem, SourcesResult } from "../../server/src/service/protocol.ts";
import { at, edited, Folder, pulls, start, waits } from "./client.ts";

import { codesOf, DRAFT, files, opened, whole } from "./flood.ts";

describe("at the cursor", { timeout: 60_000 }, () => {
  it("keys, figures and quotations are completed as they are typed", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const text = "It rained [@be\n\nThe flood killed 4 people in Norland.\n\n“We were";
    const uri = await opened(client, folder, text);
    const ask = (words: string) =>
      client.ask<CompletionList>("textDocument/completion", {
        textDocument: { uri },
        position: at(text, words, words.length),
      });
    assert.equal((await ask("[@be")).items[0]?.label, "beta");
    assert.equal((await ask("killed 4")).items[0]?.label, "43");
    assert.match((await ask("“We were")).items[0]?.label ?? "", /^We were not warned/);
    assert.deepEqual((await ask("It rained")).items, []);
  });

  it("in a draft that is checked on save, too", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls, settings: { "": { run: "save" } } });
    const uri = await opened(client, folder);
    const before = await client.pull(uri);
    await client.change(uri, [{ text: `A line more. ${DRAFT}\nIt rained [@be` }]);
    const position = { line: 4, character: 14 };
    const list = await client.ask<CompletionList>("textDocument/completion", { textDocument: { uri }, position });
    assert.equal(list.items[0]?.label, "beta");
    assert.equal((await client.pull(uri, before.resultId)).kind, "unchanged");
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    assert.equal((await client.pull(uri, before.resultId)).kind, "full");
  });
});

describe("a draft that was edited since it was checked", { timeout: 60_000 }, () => {
  it("is fixed, cited and renamed in as it stands", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls, settings: { "": { run: "save" } } });
    const draft = DRAFT.replace(" [@alpha]", "");
    const uri = await opened(client, folder, draft);
    await client.pull(uri);
    const text = `It rained, says [@beta].\n\nIn short: ${draft.replace("killed 57", "sadly killed 57")}`;
    await client.change(uri, [{ text }]);
    const act = async (position: object, only?: string[]) => {
      const range = { start: position, end: position };
      const params = { textDocument: { uri }, range, context: { diagnostics: [], only } };
      const [action] = await client.ask<CodeAction[]>("textDocument/codeAction", params);
      return edited(text, (await client.ask<CodeAction>("codeAction/resolve", action as CodeAction)).edit);
    };
    const cited = text.replace("killed 43 people in Norland.", "killed 43 people in Norland [@alpha].");
    assert.equal(await act(at(text, "57")), text.replace("57", "43"));
    assert.equal(await act(at(text, "57"), ["source.fixAll"]), cited);
    const hover = await client.ask<Hover>("textDocument/hover", { textDocument: { uri }, position: at(text, "57") });
    assert.deepEqual(hover.range?.start, at(text, "57"));
    const rename = { textDocument: { uri }, position: at(text, "@beta", 2), newName: "rescue" };
    const edit = await client.ask<WorkspaceEdit>("textDocument/rename", rename);
    const own = edit.documentChanges?.filter((one) => "edits" in one && one.textDocument.uri === uri) ?? [];
    assert.equal(edited(text, { documentChanges: own }), text.replace("@beta", "@rescue"));
  });
});

describe("a draft that is checked by command only", { timeout: 60_000 }, () => {
  it("is told of what changed when the command is given, by either way", async () => {
    for (const capabilities of [pulls, waits]) {
      using folder = new Folder(files);
      const run = { run: "command" };
      await using client = await start({
        folders: [folder],
        capabilities,
        settings: { "": run },
        options: { settings: run },
      });
      const uri = await opened(client, folder);
      const asks = capabilities === pulls;
      const codes = async (version: number) =>
        codesOf(
          asks
            ? (await client.pull(uri)).items
            : (await client.published(uri, (one) => one.version === version)).diagnostics,
        );
      assert.deepEqual(await codes(1), ["figure/contradicted"]);
      const version = await client.change(uri, [{ text: DRAFT.replace("57", "43") }]);
      assert.deepEqual(await codes(1), ["figure/contradicted"]);
      await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
      if (asks) assert.deepEqual(await codes(1), ["figure/contradicted"]);
      await client.ask("sourceline/check", { uris: [uri], folder: null });
      if (asks) await client.next("refresh");
      assert.deepEqual(await codes(version), ["citation/uncited"]);
    }
  });
});

describe("views", { timeout: 60_000 }, () => {
  it("are given the sources with what they hold and how often drafts use them", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    await opened(client, folder);
    const { sources, corpus } = await client.ask<SourcesResult>("sourceline/sources", { uri: folder.uri() });
    assert.equal(corpus, folder.uri("corpus"));
    assert.deepEqual(
      sources.map(({ name, used, quotes }) => [name, used, quotes]),
      [
        ["Alpha Times", 2, 1],
        ["Beta Post", 0, 0],
      ],
    );
    const facts = await client.ask<SourceFactItem[]>("sourceline/sourceFacts", {
      uri: folder.uri("draft.md"),
      id: "alpha",
    });
    assert.deepEqual(
      facts.filter(({ used }) => used > 0).map(({ text }) => text),
      ["43 people killed"],
    );
  });
  it("are told what to do where there is no corpus", async () => {
    using folder = new Folder({ "draft.md": DRAFT });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const { corpus, message } = await client.ask<SourcesResult>("sourceline/sources", { uri: folder.uri() });
    assert.equal(corpus, null);
    assert.match(message, /make the folder/);
  });
  it("get hints and a lens where the settings ask for them", async () => {
    using folder = new Folder(files);
    await using client = await start({
      folders: [folder],
      capabilities: pulls,
      settings: { "": { inlayHints: true, codeLens: true } },
    });
    const uri = await opened(client, folder);
    const hints = await client.ask<{ label: string }[]>("textDocument/inlayHint", {
      textDocument: { uri },
      range: whole,
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ["Alpha Times"],
    );
    const lens = await client.ask<{ command: { title: string } }[]>("textDocument/codeLens", { textDocument: { uri } });
    assert.match(lens[0]?.command.title ?? "", /^1 of 2 facts stand/);
  });
});
