import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ALPHA, BETA, codesOf, DRAFT, files, PROBLEMS, wordsOf } from "./chapter.ts";
import { at, Folder, pulls, start, waits } from "./client.ts";

describe("a client that asks for diagnostics", { timeout: 60_000 }, () => {
  it("is given problems for what needs an act, with the passage beside each", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const { items, resultId } = await client.pull(uri);
    assert.deepEqual(codesOf(items), PROBLEMS);
    const [, contradicted, altered] = items;
    assert.match(wordsOf(contradicted?.message), /57.*Alpha Times.*43/);
    assert.equal(contradicted?.source, "Sourceline");
    assert.equal(contradicted?.relatedInformation?.[0]?.location.uri, folder.uri("corpus/alpha.md"));
    assert.match(contradicted?.relatedInformation?.[0]?.message ?? "", /killed 43 people/);
    assert.equal(altered?.relatedInformation?.[0]?.location.range.start.line, 9);
    assert.equal((await client.pull(uri, resultId)).kind, "unchanged");
  });

  it("hears of every finding and of the corpus", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const status = await client.status(({ state }) => state === "ready");
    assert.equal(status.sources, 2);
    assert.equal(status.folder.replace(/\/$/, ""), folder.uri().replace(/\/$/, ""));
    await client.open(folder.uri("draft.md"), DRAFT);
    await client.pull(folder.uri("draft.md"));
    const { findings } = await client.findings(folder.uri("draft.md"), 1);
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ["supported", "contradicted", "altered", "supported"],
    );
    assert.deepEqual(
      findings.map(({ level }) => level),
      ["hint", "warning", "warning", null],
    );
  });

  it("is told to ask again when a source changes, comes or goes", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await client.pull(uri);
    await client.next("refresh");
    folder.write("corpus/alpha.md", ALPHA.replace("killed 43 people", "killed 57 people"));
    await client.touch(folder.uri("corpus/alpha.md"));
    await client.next("refresh");
    assert.deepEqual(codesOf((await client.pull(uri)).items), [
      "figure/contradicted",
      "citation/uncited",
      "quote/altered",
    ]);
    folder.write("corpus/gamma.md", `The flood killed 43 people in Norland, the army said.\n`);
    await client.touch(folder.uri("corpus/gamma.md"), 1);
    await client.next("refresh");
    assert.ok(!codesOf((await client.pull(uri)).items).includes("figure/contradicted"));
  });

  it("goes on with the settings that the project file held last while it is broken, and says so", async () => {
    const own = { "own/sourceline.json": '{"corpus": "../kept"}', "own/draft.md": DRAFT };
    using folder = new Folder({ ...own, "kept/alpha.md": ALPHA, "kept/beta.md": BETA });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("own/draft.md");
    await client.open(uri, DRAFT);
    assert.deepEqual(codesOf((await client.pull(uri)).items), PROBLEMS);
    folder.write("own/sourceline.json", '{"corpus": "../ke');
    await client.touch(folder.uri("own/sourceline.json"));
    assert.deepEqual(codesOf((await client.pull(uri)).items), PROBLEMS);
    const { message, state } = await client.status(({ settings }) => settings.length > 0);
    assert.equal(state, "ready");
    assert.match(message, /^2 sources in .*kept\. .*sourceline\.json could not be read .*held last go on/);
  });

  it("is told to ask again when a folder of sources goes, of which it hears by its own path alone", async () => {
    using folder = new Folder({ "corpus/beta.md": BETA, "corpus/old/alpha.md": ALPHA, "draft.md": DRAFT });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await client.pull(uri);
    await client.next("refresh");
    folder.remove("corpus/old");
    await client.touch(folder.uri("corpus/old"), 3);
    await client.next("refresh");
    assert.deepEqual(codesOf((await client.pull(uri)).items).includes("figure/unsupported"), true);
    assert.equal((await client.status(({ sources }) => sources === 1)).state, "ready");
  });

  it("asks for files below the corpus to be watched", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    await client.next<{ method: string }[]>("registered", (all) =>
      all.some(({ method }) => /WatchedFiles/.test(method)),
    );
    const watchers = JSON.stringify(client.registrations);
    assert.match(watchers, /corpus\/\*\*/);
    assert.match(watchers, /sourceline\.json/);
  });
});

describe("a client that waits to be told", { timeout: 60_000 }, () => {
  it("is told the same findings, and again at each change", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: waits });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const first = await client.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(first.diagnostics), PROBLEMS);
    const start57 = at(DRAFT, "57");
    const version = await client.change(uri, [
      { range: { start: start57, end: { ...start57, character: start57.character + 2 } }, text: "43" },
    ]);
    const second = await client.published(uri, (found) => found.version === version);
    assert.deepEqual(codesOf(second.diagnostics), ["citation/uncited", "citation/uncited", "quote/altered"]);
  });

  it("is told again when a source that it saves changes", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: waits });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await client.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    const changed = ALPHA.replace("killed 43 people", "killed 57 people");
    await client.open(folder.uri("corpus/alpha.md"), changed);
    folder.write("corpus/alpha.md", changed);
    await client.connection.sendNotification("textDocument/didSave", {
      textDocument: { uri: folder.uri("corpus/alpha.md") },
    });
    const again = await client.published(uri, ({ diagnostics }) => diagnostics[0]?.code === "figure/contradicted");
    assert.deepEqual(codesOf(again.diagnostics), ["figure/contradicted", "citation/uncited", "quote/altered"]);
  });

  it("is told nothing where there is no corpus, and the status says what to do", async () => {
    using folder = new Folder({ "draft.md": DRAFT });
    await using client = await start({ folders: [folder], capabilities: waits });
    await client.open(folder.uri("draft.md"), DRAFT);
    assert.deepEqual((await client.published(folder.uri("draft.md"))).diagnostics, []);
    assert.match((await client.status(({ state }) => state === "no-corpus")).message, /make the folder/);
  });

  it("is told nothing of a source that it opens", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: waits });
    const uri = folder.uri("corpus/alpha.md");
    await client.open(uri, ALPHA.replace("43", "99"));
    assert.deepEqual((await client.published(uri)).diagnostics, []);
  });
});

describe("settings", { timeout: 60_000 }, () => {
  it("hold for a folder: each has its own corpus, and a change is felt at once", async () => {
    using first = new Folder({ "sources/alpha.md": ALPHA, "draft.md": DRAFT });
    using second = new Folder({ "corpus/beta.md": BETA, "draft.md": DRAFT });
    await using client = await start({
      folders: [first, second],
      capabilities: pulls,
      settings: { [first.uri()]: { corpus: "sources" } },
    });
    await client.open(first.uri("draft.md"), DRAFT);
    await client.open(second.uri("draft.md"), DRAFT);
    assert.ok(codesOf((await client.pull(first.uri("draft.md"))).items).includes("citation/undefined"));
    assert.ok(codesOf((await client.pull(second.uri("draft.md"))).items).includes("quote/unsupported"));
    client.settings = { [first.uri()]: { corpus: "sources", levels: { "citation/undefined": "off" } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.next("refresh");
    assert.ok(!codesOf((await client.pull(first.uri("draft.md"))).items).includes("citation/undefined"));
  });

  it("come from the project file too, and from nowhere", async () => {
    using folder = new Folder({
      "texts/sourceline.json": '{"corpus":"../kept"}',
      "kept/alpha.md": ALPHA,
      "texts/draft.md": DRAFT,
    });
    await using client = await start({ folders: [folder], capabilities: waits });
    const uri = folder.uri("texts/draft.md");
    await client.open(uri, DRAFT);
    const { diagnostics } = await client.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    assert.ok(codesOf(diagnostics).includes("figure/contradicted"));
  });
});
