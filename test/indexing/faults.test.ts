import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { indexFolder } from "../../server/src/node/indexing/index-folder.ts";
import { prepareArticle } from "../../server/src/node/store/prepare.ts";
import { openIndex } from "../../server/src/node/store/schema.ts";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { commitFiles } from "../../server/src/node/store/writer.ts";
import { randomFrom } from "../bench/articles.ts";
import { figureIn, madeEntry } from "../store/fixtures.ts";
import { makePlace, type Place } from "./folders.ts";

/** How many files a process may have gone through, as it tells, when it is killed; a few milliseconds more or less let it be anywhere between two. */
const MOST_STEPS = 16;
const KILLS = Number(process.env["SOURCELINE_KILLS"] ?? 100);
const SEED = Number(process.env["SOURCELINE_SEED"] ?? 1);

describe("an indexer that is killed, or not alone", () => {
  const place = makePlace();
  const index = path.join(place.caches, "index.sqlite");
  const program = path.join(place.caches, "victim.mjs");
  before(async () => {
    const entryPoints = [path.join(import.meta.dirname, "victim.ts")];
    await build({
      entryPoints,
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "silent",
      banner: { js: REQUIRE },
    });
  });
  after(() => place.clear());

  const start = (what: string, seed: number) =>
    fork(program, [place.folder, index, what, String(seed)], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(place.caches, "compiled") },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });

  it(`leaves the store whole, each of ${KILLS} times`, async () => {
    const random = randomFrom(SEED);
    for (let i = 0; i < 24; i++)
      place.write(
        `f${i}.md`,
        `---\nid: f${i}\n---\n\nThis is version 0 of the account.\n\nThe raid killed 100 people in Goma.\n`,
      );
    const whole = await ready(start("once", 0));
    whole.send("go");
    await once(whole, "exit");
    const seen = new Map<string, number>();
    let next = ready(start("forever", 0));
    let moved = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = await next;
      next = ready(start("forever", kill));
      child.send("go");
      for (let steps = 1 + random.below(MOST_STEPS); steps > 0; steps--) await once(child, "message");
      await pause(random.below(12));
      child.kill("SIGKILL");
      await once(child, "exit");
      moved += verify(index, seen, place, `kill ${kill}, seed ${SEED}`);
    }
    (await next).kill("SIGKILL");
    assert.ok(moved > KILLS / 4, `the store moved on ${moved} times only`);
  });

  it("loses nothing when others write at once", async () => {
    for (let i = 100; i < 160; i++)
      place.write(
        `g${i}.md`,
        `---\nid: g${i}\n---\n\nThe flood killed ${i} people in Goma on Monday, the ministry said.\n`,
      );
    const children = await Promise.all([1, 2, 3].map((seed) => ready(start("once", seed))));
    const ends = children.map((child) => once(child, "exit"));
    for (const child of children) child.send("go");
    const store = openSqliteStore(index);
    for (let i = 0; i < 10; i++) {
      const { article, extraction } = madeEntry(i);
      store.put(article, extraction);
      await pause(5);
    }
    for (const [code] of await Promise.all(ends)) assert.equal(code, 0);
    for (let i = 0; i < 10; i++) assert.deepEqual(store.article(`a${i}`), madeEntry(i).article);
    for (let i = 100; i < 160; i++)
      assert.equal(store.figuresLikeValue(figureIn(`${i}`, `${i}`), { limit: 1, sources: [`g${i}`] }).length, 1);
    assert.deepEqual(store.check(), []);
    store.close();
  });
});

/** Some of the libraries in the bundle ask for modules as CommonJS does. */
const REQUIRE = "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);";

async function ready(child: ChildProcess): Promise<ChildProcess> {
  await once(child, "message");
  return child;
}

/** Whatever was kept is whole, findable, of some version that a file had, and no older than what was kept before. Gives 1 when it moved on. */
function verify(index: string, seen: Map<string, number>, place: Place, when: string): number {
  const store = openSqliteStore(index, { onMessage: (message) => assert.fail(`${when}: ${message}`) });
  let moved = 0;
  assert.deepEqual(store.check(), [], when);
  for (const { meta } of store.sources()) {
    const article = store.article(meta.id);
    const version = Number(/version (\d+)/.exec(article?.text ?? "")?.[1]);
    const onDisk = Number(/version (\d+)/.exec(readFileSync(path.join(place.folder, meta.path), "utf8"))?.[1]);
    assert.ok(version >= (seen.get(meta.id) ?? 0) && version <= onDisk, `${when}: ${meta.id} has version ${version}`);
    if (version !== seen.get(meta.id)) moved = 1;
    seen.set(meta.id, version);
    assert.equal(
      store.figuresOf(meta.id).filter(({ figure }) => figure.text.length === 3).length,
      version === 0 ? 1 : 1 + (version % 4),
      when,
    );
    const words = `version ${version} of the account`.split(" ");
    assert.ok(
      store.passagesLike(words, { limit: 50 }).some(({ passage }) => passage.source === meta.id),
      `${when}: ${meta.id} is not found`,
    );
  }
  assert.ok(store.size >= seen.size, when);
  store.close();
  return moved;
}

describe("an index that is damaged, foreign or of another version is built anew", () => {
  const page = 8192;
  const CASES: Readonly<Record<string, (file: string) => void>> = {
    "an empty file": (file) => truncateSync(file, 0),
    "cut to a few bytes": (file) => truncateSync(file, 40),
    "cut to one page": (file) => truncateSync(file, page),
    "cut in the middle": (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    "cut inside a page": (file) => truncateSync(file, statSync(file).size - 1000),
    "a text file": (file) => writeFileSync(file, "These are my notes, not an index.\n".repeat(100)),
    noise: (file) => writeFileSync(file, noise(40_000, 5)),
    "a noisy header": (file) => scribble(file, 0, 100, 1),
    "a noisy schema": (file) => scribble(file, 100, 4000, 2),
    "a noisy root page": (file) => scribble(file, page, page, 3),
    "noise all over": (file) => {
      for (let at = 2 * page; at < statSync(file).size; at += 3 * page) scribble(file, at, page, at);
    },
    "somebody else's database": (file) => {
      truncateSync(file, 0);
      const db = new DatabaseSync(file);
      db.exec("CREATE TABLE mine (x); INSERT INTO mine VALUES (1)");
      db.close();
    },
    "an older version": (file) => {
      const db = new DatabaseSync(file);
      db.exec("PRAGMA user_version = 0; DROP TABLE quotes");
      db.close();
    },
  };
  for (const [name, damage] of Object.entries(CASES)) {
    it(name, async () => {
      const place = makePlace();
      try {
        place.fill(0, 20);
        const file = path.join(place.caches, "index.sqlite");
        const first = openSqliteStore(file, { generation: "1" });
        await indexFolder(place.folder, first, { threads: 0 });
        const wanted = first.sources();
        first.close();
        damage(file);
        const messages: string[] = [];
        const store = openSqliteStore(file, { generation: "1", onMessage: (message) => messages.push(message) });
        askEverything(store);
        await indexFolder(place.folder, store, { threads: 0 });
        askEverything(store);
        await indexFolder(place.folder, store, { threads: 0 });
        assert.deepEqual(store.sources(), wanted);
        if (store.check().length > 0) assert.fail(`${name}: ${store.check()}`);
        for (const message of messages) assert.match(message, /^The index .*no article was touched/);
        store.close();
      } finally {
        place.clear();
      }
    });
  }
  it("each file that is not ours is kept under a name of its own", () => {
    const place = makePlace();
    const file = path.join(place.caches, "index.sqlite");
    const messages: string[] = [];
    place.fill(0, 1);
    openSqliteStore(file, { generation: "1" }).close();
    for (const text of ["my notes", "my letters", "my poems"]) {
      writeFileSync(file, `${text}\n`.repeat(100));
      openSqliteStore(file, { generation: "1", onMessage: (message) => messages.push(message) }).close();
    }
    const kept = [".aside", ".aside-2", ".aside-3"].map((end) => readFileSync(file + end, "utf8").split("\n")[0]);
    assert.deepEqual(kept, ["my notes", "my letters", "my poems"]);
    assert.deepEqual(
      messages.map((message) => message.split(" kept as ")[1]),
      [".aside", ".aside-2", ".aside-3"].map((end) => `${file}${end}.`),
    );
    place.clear();
  });
  it("rows of another product version are made anew, which is no news", () => {
    const place = makePlace();
    const file = path.join(place.caches, "index.sqlite");
    const old = openSqliteStore(file, { generation: "1" });
    old.put(madeEntry(1).article, madeEntry(1).extraction);
    old.close();
    const messages: string[] = [];
    const store = openSqliteStore(file, { generation: "2", onMessage: (message) => messages.push(message) });
    assert.deepEqual([store.size, messages], [0, []]);
    store.close();
    place.clear();
  });
  it("a full disk leaves what was there", () => {
    const sql = openIndex(":memory:", "", () => undefined);
    const change = (number: number) => {
      const { article, extraction } = madeEntry(number);
      const articles = [prepareArticle(article, extraction)];
      return { path: `${number}.md`, now: { stamp: "s", hash: "h", articles, problems: [] } };
    };
    commitFiles(sql, [change(1)]);
    const pages = Number(sql.get("PRAGMA page_count")?.["page_count"]);
    sql.db.exec(`PRAGMA max_page_count = ${pages + 3}`);
    assert.throws(
      () =>
        commitFiles(
          sql,
          Array.from({ length: 30 }, (_, i) => change(i + 2)),
        ),
      /full/,
    );
    assert.equal(sql.get("SELECT count(*) AS n FROM docs")?.["n"], 1);
    sql.db.exec(`PRAGMA max_page_count = ${pages + 3000}`);
    commitFiles(
      sql,
      Array.from({ length: 30 }, (_, i) => change(i + 2)),
    );
    assert.equal(sql.get("SELECT count(*) AS n FROM docs")?.["n"], 31);
  });
});

/** Every look-up, none of which may throw; what is given back of an article must be that article. */
function askEverything(store: ReturnType<typeof openSqliteStore>): void {
  for (let i = 0; i < 20; i++) {
    const { article, extraction } = madeEntry(i);
    const kept = store.article(`a${i}`);
    if (kept !== null) assert.equal(kept.text, article.text);
    store.figuresOf(`a${i}`);
    store.quotesOf(`a${i}`);
    for (const figure of extraction.figures.slice(0, 4)) {
      store.figuresLikeValue(figure, { limit: 5 });
      store.figuresLikeMeasure(figure, { limit: 5 });
    }
    for (const quote of extraction.quotes) store.passagesLike(quote.text.split(" "), { limit: 5 });
  }
  store.sources();
  store.problems();
}

function noise(length: number, seed: number): Uint8Array {
  const random = randomFrom(seed);
  return Uint8Array.from({ length }, () => random.below(256));
}

function scribble(file: string, at: number, length: number, seed: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, noise(length, seed), 0, Math.min(length, statSync(file).size - at), at);
  closeSync(handle);
}
