import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { DocumentLink, Location, WorkspaceEdit } from "vscode-languageserver";
import { at, edited, Folder, pulls, start } from "./client.ts";

import { ALPHA, DRAFT, files, OTHER, opened } from "./flood.ts";

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
