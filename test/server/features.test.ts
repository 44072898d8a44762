import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  Location,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { IgnoreResult, SourceFactItem, SourcesResult } from "../../server/src/service/protocol.ts";
import { at, type Client, edited, Folder, pulls, start, waits } from "./client.ts";

const ALPHA = `---
id: alpha
outlet: Alpha Times
published: 2024-03-02
---

The flood killed 43 people in Norland, the interior ministry said on Friday.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.
`;
const BETA = `---
id: beta
outlet: Beta Post
---

Rescuers pulled 120 people out of the water in Norland, the fire service said.
`;
const DRAFT = `The flood killed 43 people in Norland [@alpha].

The flood killed 57 people in Norland, officials said.
`;
const OTHER = "The flood killed 43 people in Norland.[^alpha]\n\n[^alpha]: Alpha Times.\n";
const files = { "corpus/alpha.md": ALPHA, "corpus/beta.md": BETA, "draft.md": DRAFT, "other.md": OTHER };
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const codesOf = (items: readonly Pick<Diagnostic, "code">[]) => items.map(({ code }) => code);

/** Opens the draft of a fresh folder in a fresh server; gives its URI. */
async function opened(client: Client, folder: Folder, text = DRAFT): Promise<string> {
  const uri = folder.uri("draft.md");
  await client.open(uri, text);
  return uri;
}

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

describe("moving about", { timeout: 60_000 }, () => {
  it("references lead from a source to the drafts, open or not", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const source = folder.uri("corpus/alpha.md");
    const ask = (textDocument: { uri: string }, position: object) =>
      client.ask<Location[]>("textDocument/references", {
        textDocument,
        position,
        context: { includeDeclaration: true },
      });
    const names = (found: readonly Location[]) =>
      found.map((one) => `${one.uri.split("/").at(-1)}:${one.range.start.line}`);
    assert.deepEqual(names(await ask({ uri: source }, at(ALPHA, "43"))).sort(), [
      "draft.md:0",
      "draft.md:2",
      "other.md:0",
    ]);
    assert.deepEqual(names(await ask({ uri }, at(DRAFT, "@alpha", 2))).sort(), ["draft.md:0", "other.md:0"]);
  });

  it("keys are links, findings and sources are symbols", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const links = await client.ask<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
    assert.match(links[0]?.target ?? "", /corpus\/alpha\.md#L7,1$/);
    const symbols = await client.ask<{ name: string }[]>("textDocument/documentSymbol", { textDocument: { uri } });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["43", "57"],
    );
    const sources = await client.ask<{ containerName: string }[]>("workspace/symbol", { query: "beta" });
    assert.deepEqual(
      sources.map(({ containerName }) => containerName),
      ["Beta Post"],
    );
  });

  it("a source is renamed in the drafts and in its own file, from either end", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const rename = (textDocument: { uri: string }, position: object, newName: string) =>
      client.ask<WorkspaceEdit>("textDocument/rename", { textDocument, position, newName });
    const edit = await rename({ uri }, at(DRAFT, "@alpha", 2), "flood");
    const part = (name: string) => ({
      documentChanges:
        edit.documentChanges?.filter((one) => "edits" in one && one.textDocument.uri === folder.uri(name)) ?? [],
    });
    assert.equal(edited(DRAFT, part("draft.md")), DRAFT.replace("@alpha", "@flood"));
    assert.equal(edited(OTHER, part("other.md")), OTHER.replaceAll("[^alpha]", "[^flood]"));
    assert.equal(edited(ALPHA, part("corpus/alpha.md")), ALPHA.replace("id: alpha", "id: flood"));
    const source = { uri: folder.uri("corpus/alpha.md") };
    const again = await rename(source, at(ALPHA, "id: alpha", 5), "flood");
    assert.equal(again.documentChanges?.length, 3);
    await assert.rejects(rename({ uri }, at(DRAFT, "@alpha", 2), "beta"), /already/);
    await assert.rejects(rename({ uri }, at(DRAFT, "flood"), "x"), /no source/);
  });
});

describe("projects below a folder, and beside it", { timeout: 60_000 }, () => {
  const said = "It rained, says [@alpha].\n";
  const has = (corpus: string) => `{"corpus":"${corpus}"}`;
  const places: readonly [string, Record<string, string>, string, string[]][] = [
    [
      "with an article of the same id",
      { ...files, "own/sourceline.json": has("kept"), "own/kept/alpha.md": ALPHA, "own/draft.md": said },
      "draft.md",
      ["corpus/alpha.md", "draft.md", "other.md"],
    ],
    [
      "that share a corpus",
      {
        ...{ "kept/alpha.md": ALPHA, "a/sourceline.json": has("../kept"), "a/draft.md": said },
        ...{ "b/sourceline.json": has("../kept"), "b/draft.md": said },
      },
      "a/draft.md",
      ["a/draft.md", "b/draft.md", "kept/alpha.md"],
    ],
  ];
  for (const [what, has, draft, changed] of places)
    it(`${what}: a source is renamed where it is cited, and nowhere else`, async () => {
      using folder = new Folder(has);
      await using client = await start({ folders: [folder], capabilities: pulls });
      const uri = folder.uri(draft);
      const text = has[draft] ?? "";
      await client.open(uri, text);
      const params = { textDocument: { uri }, position: at(text, "@alpha", 2), newName: "flood" };
      const { documentChanges = [] } = await client.ask<WorkspaceEdit>("textDocument/rename", params);
      const uris = documentChanges.flatMap((one) => ("edits" in one ? [one.textDocument.uri] : []));
      assert.deepEqual(uris.sort(), changed.map((name) => folder.uri(name)).sort());
    });
});

describe("a source that drafts of several projects use", { timeout: 60_000 }, () => {
  it("leads to them from beside them, is renamed in their locks, and at its first line where it has a byte order mark", async () => {
    const text = "The flood killed 43 people in Norland, the interior ministry said on Friday.\n";
    const draft = "The flood killed 43 people in Norland [@alpha].\n";
    using folder = new Folder({
      ...{ "kept/alpha.md": `\uFEFF${text}`, "texts/sourceline.json": '{"corpus":"../kept"}', "texts/draft.md": draft },
    });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const source = { textDocument: { uri: folder.uri("kept/alpha.md") } };
    const uses = await client.ask<Location[]>("textDocument/references", {
      ...{ ...source, position: at(text, "43"), context: { includeDeclaration: true } },
    });
    assert.deepEqual(
      uses.map(({ uri }) => uri),
      [folder.uri("texts/draft.md")],
    );
    const uri = folder.uri("texts/draft.md");
    await client.open(uri, draft);
    assert.equal((await client.ask<object[]>("workspace/symbol", { query: "alpha" })).length, 1);
    await client.ask("sourceline/lock", { uri, task: "write" });
    const params = { textDocument: { uri }, position: at(draft, "@alpha", 2), newName: "flood" };
    const { documentChanges = [] } = await client.ask<WorkspaceEdit>("textDocument/rename", params);
    const after = (name: string, before: string) =>
      edited(before, {
        documentChanges: documentChanges.filter((one) => "edits" in one && one.textDocument.uri === folder.uri(name)),
      });
    assert.equal(after("kept/alpha.md", text), `---\nid: flood\n---\n\n${text}`);
    const lock = after("texts/sourceline.lock", readFileSync(folder.file("texts/sourceline.lock"), "utf8"));
    assert.match(lock, /"flood": \{"name":/);
    assert.match(lock, /"source":"flood"/);
    assert.doesNotMatch(lock, /alpha/);
  });
});

describe("a source whose file an editor names in its own way", { timeout: 60_000 }, () => {
  it("is renamed as it stands in the editor", async () => {
    using folder = new Folder({ "corpus/alpha (1).md": ALPHA, "draft.md": DRAFT });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = await opened(client, folder);
    const source = folder.uri("corpus/alpha (1).md");
    const text = ALPHA.replace("id: alpha", "title: Flood\nid: alpha");
    await client.open(source.replace("(1)", "%281%29"), text);
    const params = { textDocument: { uri }, position: at(DRAFT, "@alpha", 2), newName: "flood" };
    const { documentChanges = [] } = await client.ask<WorkspaceEdit>("textDocument/rename", params);
    const own = documentChanges.filter((one) => "edits" in one && one.textDocument.uri === source);
    assert.equal(edited(text, { documentChanges: own }), text.replace("id: alpha", "id: flood"));
  });
});

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
