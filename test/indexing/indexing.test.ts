import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { describe, it, mock } from "node:test";
import { type IndexedCorpus, openIndexedCorpus } from "../../server/src/node/indexing/corpus.ts";
import { type IndexOptions, indexFolder } from "../../server/src/node/indexing/index-folder.ts";
import { type IndexStore, openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { makePlace, type Place } from "./folders.ts";

interface Scene {
  readonly place: Place;
  readonly store: IndexStore;
  run(options?: IndexOptions): ReturnType<typeof indexFolder>;
  ids(): string[];
}

function scene(name: string, test: (scene: Scene) => Promise<void>): void {
  it(name, async () => {
    const place = makePlace();
    const store = openSqliteStore(":memory:");
    try {
      await test({
        place,
        store,
        run: (options = {}) => indexFolder(place.folder, store, options),
        ids: () => store.sources().map(({ meta }) => meta.id),
      });
    } finally {
      store.close();
      place.clear();
    }
  });
}

const article = (id: string, words: string) =>
  `---\nid: ${id}\ntitle: On ${id}\n---\n\n${words} The ministry said so in a statement on Monday.\n`;

describe("a folder is brought into the store", () => {
  scene(
    "whatever else lies in it: pipes, links in circles, links to nowhere, folders named like articles",
    async (it) => {
      if (process.platform === "win32") return;
      const { place, run, ids, store } = it;
      place.write("a.md", article("a", "The flood killed 40 people in Goma."));
      for (const name of ["pipe.txt", "side.pdf.yaml", "library.json"])
        execFileSync("mkfifo", [path.join(place.folder, name)]);
      place.write("side.pdf", "%PDF-1.4");
      symlinkSync(".", path.join(place.folder, "circle"));
      symlinkSync("nowhere.txt", path.join(place.folder, "dangling.txt"));
      symlinkSync("/dev/zero", path.join(place.folder, "zero.txt"));
      mkdirSync(path.join(place.folder, "folder.txt"));
      truncateSync(place.write("huge.html", "<html>"), 60_000_000);
      await run();
      assert.deepEqual(ids(), ["a"]);
      const messages = store
        .problems()
        .map(({ message }) => message)
        .sort();
      assert.deepEqual(
        messages.map((message) => /^\S+ is (?:a pipe|60\.0 MB)/.exec(message)?.[0] ?? message.split(" ")[0]),
        ["huge.html is 60.0 MB", "pipe.txt is a pipe", "side.pdf is a pipe", "zero.txt is a pipe"],
      );
    },
  );

  scene("and looked into again only where it changed", async ({ place, run, ids, store }) => {
    place.write("a.md", article("a", "The flood killed 40 people in Goma."));
    place.write("sub/b.txt", article("b", "The raid wounded 12 soldiers."));
    place.write("notes.xyz", "not an article");
    assert.deepEqual(await run(), { files: 2, read: 2, unchanged: 0, removed: 0, complete: true });
    const { revision } = store;
    assert.deepEqual(await run(), { files: 2, read: 0, unchanged: 2, removed: 0, complete: true });
    assert.equal(store.revision, revision);
    assert.deepEqual(ids(), ["a", "b"]);
    place.write("a.md", article("a", "The flood killed 41 people in Goma."));
    place.remove("sub/b.txt");
    assert.deepEqual(await run(), { files: 1, read: 1, unchanged: 0, removed: 1, complete: true });
    assert.deepEqual([ids(), store.figuresOf("a")[0]?.figure.text], [["a"], "41"]);
  });
  scene("a file written again with the same words is not read again", async ({ place, run, store }) => {
    place.write("a.md", article("a", "The flood killed 40 people."));
    await run();
    const { revision } = store;
    place.remove("a.md");
    place.write("a.md", article("a", "The flood killed 40 people."));
    assert.deepEqual(await run(), { files: 1, read: 0, unchanged: 1, removed: 0, complete: true });
    assert.equal(store.revision, revision);
  });
  const asInOne = (name: string, options: IndexOptions, merges: number) =>
    scene(name, async ({ place, run, store }) => {
      const { mock: merge } = mock.method(store, "merge");
      place.fill(0, 60);
      const report = await run(options);
      assert.deepEqual(report, { files: 60, read: 60, unchanged: 0, removed: 0, complete: true });
      const other = openSqliteStore(":memory:");
      await indexFolder(place.folder, other, { threads: 0 });
      assert.deepEqual(store.sources(), other.sources());
      for (const { meta } of store.sources()) {
        assert.deepEqual(store.article(meta.id), other.article(meta.id));
        assert.deepEqual(store.figuresOf(meta.id), other.figuresOf(meta.id));
        assert.deepEqual(store.quotesOf(meta.id), other.quotesOf(meta.id));
      }
      assert.deepEqual(store.check(), []);
      place.fill(0, 60);
      assert.equal((await run(options)).unchanged, 60);
      assert.equal(merge.callCount(), merges);
    });
  asInOne("in threads as in one", { threads: 2 }, 0);
  asInOne("in order before the last files come as after all of them", { threads: 0, atOnce: 5, last: 12 }, 1);
  scene("and no more than the files that are named", async ({ place, run, ids }) => {
    place.write("a.md", article("a", "It killed 40 people."));
    place.write("b.md", article("b", "It killed 50 people."));
    assert.equal((await run({ only: ["b.md"] })).read, 1);
    assert.deepEqual(ids(), ["b"]);
    place.remove("b.md");
    assert.equal((await run({ only: ["b.md"] })).removed, 1);
    assert.deepEqual(ids(), []);
  });
  scene("a side file is part of its article", async ({ place, run, store }) => {
    place.write("a.md", "The flood killed 40 people in Goma on Monday, the ministry said.\n");
    await run();
    const [before] = store.sources();
    place.write("a.md.yaml", "title: A flood\noutlet: The Ledger\n");
    assert.equal((await run()).read, 1);
    assert.equal(store.source(before?.meta.id ?? "")?.meta.outlet, "The Ledger");
  });
  scene("a stopped run keeps what it read, and the next goes on", async ({ place, run, store }) => {
    place.fill(0, 30);
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done >= 10) stop.abort();
    };
    const first = await run({ threads: 0, signal: stop.signal, onProgress });
    assert.deepEqual([first.complete, first.read, store.size], [false, 10, 10]);
    const second = await run({ threads: 0 });
    assert.deepEqual([second.complete, second.read, second.unchanged, store.size], [true, 20, 10, 30]);
  });
  scene("says how far it is", async ({ place, run }) => {
    place.fill(0, 3);
    const seen: string[] = [];
    await run({ onProgress: (done, all) => seen.push(`${done}/${all}`) });
    assert.deepEqual(seen, ["0/3", "1/3", "2/3", "3/3"]);
  });
  scene("a folder that is not there loses nothing", async ({ place, run, store }) => {
    place.write("a.md", article("a", "It killed 40 people."));
    await run();
    place.remove(".");
    await assert.rejects(run(), /corpus folder .* is not there; what was read from it before is kept/);
    assert.equal(store.size, 1);
  });
});

describe("ids", () => {
  const cases: readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    ids: Readonly<Record<string, string>>,
  ][] = [
    ["of their own", { "a.md": "x", "b.md": "y" }, { "a.md": "x", "b.md": "y" }],
    ["asked for twice", { "a.md": "x", "b.md": "x" }, { "a.md": "x", "b.md": "x-2" }],
    [
      "asked for three times, one of the others taken",
      { "a.md": "x", "b.md": "x", "c.md": "x-2", "d.md": "x" },
      { "a.md": "x", "b.md": "x-3", "c.md": "x-2", "d.md": "x-4" },
    ],
  ];
  for (const [name, files, wanted] of cases) {
    for (const order of [1, -1]) {
      scene(`${name}, ${order > 0 ? "the first" : "the last"} file first`, async ({ place, run, store }) => {
        for (const file of Object.keys(files)
          .sort()
          .map((_, i, all) => all.at(order > 0 ? i : -1 - i) as string)) {
          place.write(file, article(files[file] as string, "It killed 40 people."));
          await run();
        }
        const got = Object.fromEntries(store.sources().map(({ meta }) => [meta.path, meta.id]));
        assert.deepEqual(got, wanted);
        assert.equal(store.problems().length, Object.keys(files).length - new Set(Object.values(files)).size);
        for (const { message } of store.problems()) assert.match(message, /a\.md.*with the id "x"/);
        assert.deepEqual(store.check(), []);
      });
    }
  }
  scene("go back to who asked when the other is gone", async ({ place, run, store, ids }) => {
    place.write("a.md", article("x", "It killed 40 people."));
    place.write("b.md", article("x", "It killed 50 people."));
    await run();
    place.remove("a.md");
    await run();
    assert.deepEqual([ids(), store.figuresOf("x")[0]?.figure.text, store.problems()], [["x"], "50", []]);
  });
});

describe("a file that cannot be read costs itself alone", () => {
  scene("broken ones", async ({ place, run, store, ids }) => {
    place.write("a.md", article("a", "It killed 40 people."));
    place.write("b.pdf", "%PDF-1.7 and then nothing");
    place.write("c.docx", "PK no archive");
    await run({ threads: 1 });
    assert.deepEqual(ids(), ["a"]);
    assert.deepEqual(
      store.problems().map(({ path }) => path),
      ["b.pdf", "c.docx"],
    );
    assert.equal((await run({ threads: 1 })).read, 0);
  });
  scene("one that takes too long is stopped and named, the rest is read", async ({ place, run, store }) => {
    place.fill(0, 20);
    place.write(
      "a00.md",
      `---\nid: slow\n---\n\n${"The flood killed 40 people, and more than 1,200 fled from Goma. ".repeat(300_000)}`,
    );
    const report = await run({ threads: 1, fileMs: 400 });
    assert.equal(report.complete, true);
    assert.equal(store.size + store.problems().length, 21);
    assert.ok(
      store
        .problems()
        .some(({ path, message }) => path === "a00.md" && /a00\.md took longer than 0\.4 seconds/.test(message)),
    );
    assert.equal((await run({ threads: 1, fileMs: 400 })).read, 0, "until it changes, it is not tried again");
  });
});

describe("a corpus as the editor has it", () => {
  async function opened(test: (corpus: IndexedCorpus, place: Place) => Promise<void>): Promise<void> {
    const place = makePlace();
    const corpus = openIndexedCorpus(place.folder, { caches: place.caches, generation: "test" });
    try {
      await test(corpus, place);
    } finally {
      await corpus.close();
      place.clear();
    }
  }
  it("answers from the last run before the folder is looked at", () =>
    opened(async (corpus, place) => {
      place.fill(0, 5);
      await corpus.update();
      const again = openIndexedCorpus(place.folder, { caches: place.caches, generation: "test" });
      assert.equal(again.store.size, 5);
      await again.close();
    }));
  it("is brought up by a process of its own when there is much to read", () =>
    opened(async (corpus, place) => {
      place.fill(0, 120);
      const progress: number[] = [];
      const report = await corpus.update({ onProgress: (done) => progress.push(done) });
      assert.deepEqual([report.read, report.complete, corpus.store.size], [120, true, 120]);
      assert.equal(progress.at(-1), 120);
    }));
  it("reads what the editor says has changed, side files and libraries too", () =>
    opened(async (corpus, place) => {
      const file = place.write("a.md", article("a", "It killed 40 people."));
      assert.equal(await corpus.refresh([file]), true);
      assert.equal(await corpus.refresh([file]), false);
      assert.equal(await corpus.refresh([place.write("a.md.yaml", "outlet: The Ledger\n")]), true);
      const library = JSON.stringify([{ id: "x", type: "article", title: "On a", issued: { "date-parts": [[2019]] } }]);
      await corpus.refresh([place.write("library.json", library)]);
      assert.equal(corpus.store.size, 1);
    }));
  it("is whole where its index was taken away, or made anew by another version, before one file changed", () =>
    opened(async (corpus, place) => {
      if (process.platform === "win32") return;
      const page =
        "<html><body><article><h1>Flood</h1><p>The flood killed 40 people in Goma on Monday.</p></article></body></html>";
      place.fill(0, 3);
      await corpus.update();
      rmSync(place.caches, { recursive: true });
      assert.equal(await corpus.refresh([place.write("late.html", page)]), true);
      assert.equal(corpus.store.size, 4);
      await openIndexedCorpus(place.folder, { caches: place.caches, generation: "another" }).close();
      await corpus.refresh([place.write("later.html", page.replace("40", "50"))]);
      assert.equal(corpus.store.size, 5);
    }));
  it("is stopped when it is closed", () =>
    opened(async (corpus, place) => {
      place.fill(0, 200);
      const running = corpus.update({ onProgress: () => void corpus.close() }).catch((error: unknown) => error);
      const report = await running;
      assert.ok(report instanceof Error || typeof report === "object");
      const again = openIndexedCorpus(place.folder, { caches: place.caches, generation: "test" });
      assert.deepEqual(again.store.check(), []);
      assert.equal((await again.update()).complete, true);
      assert.equal(again.store.size, 200);
      await again.close();
    }));
  it("names the kinds of file that are not read, with what to do", () =>
    opened(async (corpus, place) => {
      place.write("old.doc", "x");
      const [problem] = await corpus.problems();
      assert.match(problem?.message ?? "", /^old\.doc .*save it as \.docx/);
    }));
});
