import assert from "node:assert/strict";
import { readdirSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { lookAtMetadata } from "../../server/src/cli/doctor/metadata.ts";
import { lookAtNode } from "../../server/src/cli/doctor/surroundings.ts";
import type { SourceMeta } from "../../server/src/corpus/index.ts";
import { Desk } from "./program.ts";

const article = (id: string, more = "published: 2024-03-02\n") =>
  `---\nid: ${id}\ntitle: Flood\noutlet: Alpha Times\nlanguage: en\nauthors: Ida Holm\nurl: https://example.org/${id}\n${more}---\n\nThe flood killed 43 people in Norland, the ministry said.\n`;
const SOUND = { "corpus/alpha.md": article("alpha") };

interface Told {
  readonly code: number;
  /** Codes of what is to be done, then of notes. */
  readonly codes: readonly string[];
  readonly out: string;
}

async function doctor(desk: Desk, ...args: readonly string[]): Promise<Told> {
  const { code, out, err } = await desk.run("doctor", "--format", "json", ...args);
  assert.equal(err, "");
  const { complaints } = JSON.parse(out);
  return { code, codes: complaints.map((one: { code: string }) => one.code), out };
}

async function indexOf(desk: Desk): Promise<string> {
  await desk.run("sources");
  const name = readdirSync(desk.caches).find((one) => one.endsWith(".sqlite")) ?? "";
  return path.join(desk.caches, name);
}

/** Takes the file of an index; runs a statement in it. */
function change(file: string, statement: string): void {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
}

it("the doctor says in one line what is passed over as no article, and of what kinds", {
  timeout: 60_000,
}, async () => {
  const nothing = { "corpus/a.png": "x", "corpus/in/b.PNG": "x", "corpus/run.log": "x", "corpus/README": "x" };
  const desk = new Desk({ ...SOUND, ...nothing, "corpus/.hidden": "x" });
  const { code, codes, out } = await doctor(desk);
  assert.deepEqual([code, codes], [0, ["corpus/passed-over"]]);
  assert.match(
    out,
    /4 files of the corpus folder are passed over as no articles: 2 \.png, 1 without an ending, 1 \.log\./,
  );
  assert.match((await desk.run("doctor")).out, /^note +4 files .* passed over/);
});

describe("sourceline doctor", () => {
  it("finds nothing where all is in order, before and after there is an index", async () => {
    const desk = new Desk(SOUND);
    for (const _ of [1, 2]) {
      const { code, out } = await desk.run("doctor");
      assert.deepEqual([code, out], [0, "All is in order (1 source, 1 figure, 0 quotations).\n"]);
    }
  });

  const broken: readonly (readonly [what: string, files: Record<string, string>, code: string, message: RegExp])[] = [
    ["a corpus that is not there", {}, "corpus/missing", /no corpus folder/],
    ["a corpus that is a file", { corpus: "x" }, "corpus/missing", /is no folder/],
    ["a corpus without articles", { "corpus/notes.xyz": "x" }, "corpus/empty", /holds no article/],
    ["broken settings", { ...SOUND, "sourceline.json": "{" }, "project/settings", /sourceline\.json/],
    ["a broken lock", { ...SOUND, "sourceline.lock": "{" }, "project/lock", /sourceline\.lock/],
    ["two sources with one id", { ...SOUND, "corpus/b.md": article("alpha") }, "source/unread", /both hold an article/],
    ["a file of a kind that is not read", { ...SOUND, "corpus/b.doc": "x" }, "source/unread", /b\.doc is of a kind/],
    ["a file that is broken", { ...SOUND, "corpus/b.pdf": "%PDF-1.4 x" }, "source/unread", /b\.pdf/],
    ["a date to come", { "corpus/a.md": article("a", "published: 2999-01-01\n") }, "source/published", /still to come/],
    [
      "a page that was kept before it was published",
      { "corpus/a.md": article("a", "published: 2024-03-05\nretrieved: 2024-03-01\n") },
      "source/order",
      /before it was published/,
    ],
    ["a folder for caches that cannot be made", { ...SOUND, ".caches": "x" }, "cache/unwritable", /is no folder/],
  ];
  for (const [what, files, code, message] of broken) {
    it(`tells of ${what}`, async () => {
      const told = await doctor(new Desk(files));
      assert.equal(told.code, 1);
      assert.ok(told.codes.includes(code), told.codes.join());
      assert.match(told.out, message);
    });
  }

  it("tells of files that will be changed in times to come", async () => {
    const desk = new Desk(SOUND);
    utimesSync(path.join(desk.folder, "corpus/alpha.md"), new Date("2999-01-01"), new Date("2999-01-01"));
    assert.deepEqual((await doctor(desk)).codes, ["clock/ahead"]);
  });

  it("notes what was guessed and what is not known, and that is nothing to do", async () => {
    const text =
      "Rescue ends in Norland\n\nSource: Beta Post\n\nAbout 300 homes were lost, officials said on Sunday.\n";
    const { code, codes } = await doctor(new Desk({ "corpus/plain.txt": text }));
    assert.equal(code, 0);
    assert.deepEqual(codes, ["guessed/outlet", "guessed/title", "missing/published"]);
  });

  it("ends with 2 where the corpus cannot be gone over", async () => {
    const desk = new Desk({ ...SOUND, ".caches": "x" });
    desk.environment = { TMPDIR: path.join(desk.folder, "nowhere"), TEMP: path.join(desk.folder, "nowhere") };
    const { code, codes } = await doctor(desk);
    assert.deepEqual([code, codes], [2, ["corpus/unread", "cache/unwritable"]]);
  });
});

describe("sourceline doctor and the index", () => {
  const ruined: readonly (readonly [state: string, code: 0 | 1, ruin: (file: string) => void])[] = [
    ["old", 0, (file) => change(file, "UPDATE info SET value = 'another' WHERE name = 'generation'")],
    ["old", 0, (file) => change(file, "PRAGMA user_version = 1")],
    ["damaged", 1, (file) => change(file, "DELETE FROM texts")],
    ["damaged", 1, (file) => change(file, "DROP TABLE docs")],
    ["damaged", 1, (file) => truncateSync(file, 20_000)],
    ["foreign", 1, (file) => writeFileSync(file, "not a database at all\n".repeat(100))],
    ["foreign", 1, (file) => change(file, "PRAGMA application_id = 7")],
  ];
  for (const [at, [state, code, ruin]] of ruined.entries()) {
    it(`tells of one that is ${state}, leaves it, and mends it when asked (${at})`, async () => {
      const desk = new Desk(SOUND);
      const file = await indexOf(desk);
      ruin(file);
      const before = await doctor(desk);
      assert.deepEqual([before.code, before.codes], [code, [`index/${state}`]]);
      assert.deepEqual((await doctor(desk)).codes, before.codes);
      const fixed = await doctor(desk, "--fix");
      assert.equal(fixed.code, 0);
      assert.match(fixed.out, /"fix":"done"/);
      assert.deepEqual((await doctor(desk)).codes, []);
      assert.equal(
        readdirSync(desk.caches).some((name) => name.endsWith(".aside")),
        state === "foreign",
      );
      assert.equal(desk.read("corpus/alpha.md"), SOUND["corpus/alpha.md"]);
    });
  }

  it("waits for nobody who is writing, and takes nothing from them", async () => {
    const desk = new Desk(SOUND);
    const other = new DatabaseSync(await indexOf(desk));
    other.exec("BEGIN IMMEDIATE");
    const { code, codes } = await doctor(desk, "--fix");
    other.exec("ROLLBACK");
    other.close();
    assert.deepEqual([code, codes], [0, ["index/busy"]]);
  });

  it("notes what other versions left behind", async () => {
    const desk = new Desk(SOUND);
    const file = await indexOf(desk);
    writeFileSync(file.replace(/\.v\d+\./, ".v1."), "x");
    assert.deepEqual((await doctor(desk)).codes, ["index/others"]);
  });
});

describe("what the doctor makes of versions and dates", () => {
  for (const [version, old] of [
    ["20.19.0", 1],
    ["22.15.1", 1],
    ["22.16.0", 0],
    ["24.0.0", 0],
  ] as const) {
    it(`Node ${version} is ${old ? "too old" : "new enough"}`, () => {
      assert.equal(lookAtNode(version).length, old);
    });
  }

  const now = new Date("2024-03-02T12:00:00Z");
  const dates: readonly (readonly [published: string, retrieved: string | null, codes: readonly string[]])[] = [
    ["2024-03-02", null, []],
    ["2024-03-03", null, []],
    ["2024-03-04", null, ["source/published"]],
    ["2024", null, []],
    ["2024-04", null, ["source/published"]],
    ["0204-03-02", null, ["source/published"]],
    ["last Sunday", null, ["source/published"]],
    ["2024-03-01", "2024-02-29", []],
    ["2024-03-01", "2024-02-28", ["source/order"]],
    ["2024-03-01", "2024", []],
    ["2024-02-01", "2024-03-09", ["source/retrieved"]],
  ];
  for (const [published, retrieved, codes] of dates) {
    it(`published ${published}, retrieved ${retrieved}`, () => {
      const meta: SourceMeta = { ...KNOWN, published, retrieved };
      assert.deepEqual(
        lookAtMetadata([meta], now).map(({ code }) => code),
        codes,
      );
    });
  }
});

const KNOWN: SourceMeta = {
  id: "a",
  path: "a.md",
  title: "Flood",
  outlet: "Alpha Times",
  authors: [],
  published: null,
  retrieved: null,
  url: null,
  language: "en",
  kind: "article",
  guessed: [],
  restsOn: [],
};
