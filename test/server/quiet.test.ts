import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import type { IgnoreResult } from "../../server/src/service/protocol.ts";
import { at, edited, Folder, pulls, start, waits } from "./client.ts";

import { codesOf, DRAFT, files, opened } from "./flood.ts";

describe("a draft in its own corpus", { timeout: 60_000 }, () => {
  it("is not checked against itself, and the report says so", async () => {
    using folder = new Folder({ ...files, "corpus/draft.md": DRAFT.replace("43", "99") });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const params = { uris: [folder.uri("corpus/draft.md")], folder: null };
    const { report } = await client.ask<{ report: string }>("sourceline/check", params);
    assert.match(report, /draft\\?\.md lies in the corpus folder .*: it is a source there/);
    assert.doesNotMatch(report, /stand in the sources/);
  });
});

describe("what is set aside", { timeout: 60_000 }, () => {
  it("goes into the ignore file with its reason, is told no more, and stays aside when the draft changes", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls, options: { ignoreCommand: true } });
    const uri = await opened(client, folder);
    assert.deepEqual(codesOf((await client.pull(uri)).items), ["figure/contradicted"]);
    const position = at(DRAFT, "57");
    const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const command = actions.at(-1)?.command;
    assert.equal(command?.command, "sourceline.ignoreFinding");
    const reason = "confirmed by phone";
    const result = await client.ask<IgnoreResult>("sourceline/ignore", { ...command?.arguments?.[0], reason });
    assert.ok(result.done, result.message);
    assert.match(readFileSync(folder.file("sourceline.ignore.json"), "utf8"), /"reason": "confirmed by phone"/);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.change(uri, [
      { text: DRAFT.replace("The flood killed 57", "A new line.\n\nSadly, the flood killed 57") },
    ]);
    assert.deepEqual((await client.pull(uri)).items, []);
    const { report } = await client.ask<{ report: string }>("sourceline/check", { uris: [uri], folder: null });
    assert.match(report, /## Set aside \(1\)\n\n- \*\*57\*\* .*: confirmed by phone/);
  });

  it("is told again once it is taken back", async () => {
    using folder = new Folder({ ...files, "sourceline.ignore.json": '{"note": "mine", "ignored": []}' });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const start57 = DRAFT.indexOf("57");
    const finding = { uri, kind: "figure", start: start57, end: start57 + 2, reason: "r" };
    const { entry } = await client.ask<IgnoreResult>("sourceline/ignore", finding);
    assert.deepEqual((await client.pull(uri)).items, []);
    const unsaved = [{ uri: folder.uri("sourceline.ignore.json"), text: JSON.stringify({ ignored: [entry] }) }];
    const inEditor = await client.ask<IgnoreResult>("sourceline/unignore", { uri, entry, unsaved });
    assert.deepEqual(JSON.parse(inEditor.edit?.text ?? ""), { ignored: [] });
    const { done, message } = await client.ask<IgnoreResult>("sourceline/unignore", { uri, entry });
    assert.deepEqual([done, /^“57” is told again: its entry was taken out of /.test(message)], [true, true]);
    assert.deepEqual(JSON.parse(readFileSync(folder.file("sourceline.ignore.json"), "utf8")), {
      note: "mine",
      ignored: [],
    });
    assert.deepEqual(codesOf((await client.pull(uri)).items), ["figure/contradicted"]);
    const again = await client.ask<IgnoreResult>("sourceline/unignore", { uri, entry });
    assert.deepEqual([again.done, /does not hold that entry any more/.test(again.message)], [false, true]);
  });

  it("goes on being told in another draft that says nearly the same, and stays aside where its draft was renamed", async () => {
    const near = DRAFT.replace("57 people in Norland", "57 people in Westland");
    using folder = new Folder({ ...files, "draft.md": DRAFT, "near.md": near });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    await client.pull(uri);
    const start57 = DRAFT.indexOf("57");
    await client.ask("sourceline/ignore", { uri, kind: "figure", start: start57, end: start57 + 2, reason: "r" });
    assert.match(readFileSync(folder.file("sourceline.ignore.json"), "utf8"), /"draft": "draft.md"/);
    assert.deepEqual((await client.pull(uri)).items, []);
    await client.open(folder.uri("near.md"), near);
    assert.deepEqual(codesOf((await client.pull(folder.uri("near.md"))).items).length, 1);
    folder.remove("draft.md");
    await client.touch(folder.uri("sourceline.ignore.json"), 2);
    await client.next("refresh");
    assert.deepEqual((await client.pull(folder.uri("near.md"))).items, []);
  });

  it("is an edit of that file for a client that asks no reason", async () => {
    using folder = new Folder(files);
    const capabilities = {
      ...pulls,
      workspace: { ...pulls.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
    };
    await using client = await start({ folders: [folder], capabilities });
    const uri = await opened(client, folder);
    const position = at(DRAFT, "57");
    const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const action = await client.ask<CodeAction>("codeAction/resolve", actions.at(-1) as CodeAction);
    const [create, change] = action.edit?.documentChanges ?? [];
    assert.ok(
      create !== undefined &&
        "kind" in create &&
        create.kind === "create" &&
        create.uri === folder.uri("sourceline.ignore.json"),
    );
    assert.ok(change !== undefined && "edits" in change);
    folder.write("sourceline.ignore.json", edited("", { documentChanges: [change] }));
    await client.touch(folder.uri("sourceline.ignore.json"), 1);
    await client.next("refresh");
    assert.deepEqual((await client.pull(uri)).items, []);
  });

  it("goes into the ignore file as it stands in the editor, where that is not saved", async () => {
    using folder = new Folder({ ...files, "sourceline.ignore.json": '{"ignored": []}' });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const start57 = DRAFT.indexOf("57");
    const open = { uri: folder.uri("sourceline.ignore.json"), text: '{"note": "mine", "ignored": []}' };
    const elsewhere = { uri: folder.uri("other/sourceline.ignore.json"), text: "{ oops" };
    const params = { uri, kind: "figure", start: start57, end: start57 + 2, reason: "r", unsaved: [elsewhere, open] };
    const { done, message, edit } = await client.ask<IgnoreResult>("sourceline/ignore", params);
    assert.deepEqual([done, /not saved: save it/.test(message), edit?.uri], [true, true, open.uri]);
    const { note, ignored } = JSON.parse(edit?.text ?? "{}");
    assert.deepEqual([note, ignored.length, ignored[0].claim], ["mine", 1, "57"]);
    assert.equal(readFileSync(folder.file("sourceline.ignore.json"), "utf8"), '{"ignored": []}');
  });

  it("is told where the ignore file is broken, and nothing is lost", async () => {
    using folder = new Folder({ ...files, "sourceline.ignore.json": "{ oops" });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    assert.deepEqual(codesOf((await client.pull(uri)).items), ["figure/contradicted"]);
    const start57 = DRAFT.indexOf("57");
    const params = { uri, kind: "figure", start: start57, end: start57 + 2, reason: "r" };
    const result = await client.ask<IgnoreResult>("sourceline/ignore", params);
    assert.deepEqual([result.done, /could not be read/.test(result.message)], [false, true]);
    assert.equal(readFileSync(folder.file("sourceline.ignore.json"), "utf8"), "{ oops");
  });
});

describe("a comment that is mistyped", { timeout: 60_000 }, () => {
  it("is told of, and mended by its fix", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const text = DRAFT.replace("officials said.", "officials said. <!-- sourceline-disable-lin -- why -->");
    const uri = await opened(client, folder, text);
    const { items } = await client.pull(uri);
    assert.deepEqual(codesOf(items), ["figure/contradicted", undefined]);
    const { range } = items[1] as (typeof items)[0];
    const asked = { textDocument: { uri }, range, context: { diagnostics: items } };
    const [action, ...others] = await client.ask<CodeAction[]>("textDocument/codeAction", asked);
    assert.deepEqual([others, action?.diagnostics, action?.isPreferred], [[], items.slice(1), true]);
    const { edit } = await client.ask<CodeAction>("codeAction/resolve", action as CodeAction);
    await client.change(uri, [{ text: edited(text, edit) }]);
    assert.deepEqual((await client.pull(uri)).items, []);
  });
});

for (const [kind, capabilities] of Object.entries({ asks: pulls, waits }))
  describe(`focus mode for a client that ${kind}`, { timeout: 60_000 }, () => {
    it("holds back what is being written until the cursor leaves the sentence", async () => {
      using folder = new Folder(files);
      const settings = { "": { focus: true } };
      await using client = await start({
        folders: [folder],
        capabilities,
        settings,
        options: { settings: settings[""] },
      });
      const text = "The flood killed 5 people in Norland.\n\nIt rained.\n";
      const uri = await opened(client, folder, text);
      const problems = async (version: number) =>
        capabilities === pulls
          ? (await client.pull(uri)).items
          : (await client.published(uri, (found) => found.version === version)).diagnostics;
      const moveTo = (position: object | null) =>
        client.connection.sendNotification("sourceline/cursor", { uri, position });
      assert.deepEqual(codesOf(await problems(1)), ["figure/contradicted"]);
      if (capabilities === pulls) await client.next("refresh");
      const position = at(text, "5 people", 1);
      await moveTo(position);
      const version = await client.change(uri, [{ range: { start: position, end: position }, text: "7" }]);
      await moveTo({ ...position, character: position.character + 1 });
      assert.deepEqual(codesOf(await problems(version)), []);
      await moveTo({ line: 2, character: 3 });
      if (capabilities === pulls) await client.next("refresh");
      assert.deepEqual(codesOf(await problems(version)), ["figure/contradicted"]);
    });
  });

describe("a draft in a format that the editor has no name for", { timeout: 60_000 }, () => {
  it("is read by its ending", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("story.adoc");
    await client.open(
      uri,
      "// The flood killed 99 people in Norland.\n\nThe flood killed 57 people in Norland.\n",
      "plaintext",
    );
    const { items } = await client.pull(uri);
    assert.deepEqual(
      items.map(({ range }) => range.start.line),
      [2],
    );
  });
});

describe("a draft whose corpus goes", { timeout: 60_000 }, () => {
  it("is said to be checked no more: nothing is left standing as supported", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    await client.pull(uri);
    assert.equal((await client.findings(uri, 1)).checked, true);
    folder.remove("corpus");
    await client.touch(folder.uri("corpus"), 3);
    await client.next("refresh");
    while ((await client.pull(uri)).items.length > 0) await client.next("refresh");
    assert.deepEqual(await client.findings(uri, 1), {
      uri,
      version: 1,
      checked: false,
      findings: [],
      ignored: [],
      focus: false,
    });
  });
});
