import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Desk } from "./program.ts";

const files = {
  "corpus/alpha.md": "---\nid: alpha\n---\n\nThe flood killed 43 people in Norland, the interior ministry said.\n",
};
const RIGHT = "The flood killed 43 people in Norland [@alpha].\n";
const WRONG = "The flood killed 57 people in Norland.\n";

describe("sourceline", { timeout: 120_000 }, () => {
  it("prints in the format that the ending of the output file tells of", async () => {
    for (const [file, begins] of [
      ["a.html", /^<!doctype html>/i],
      ["a.json", /^\{"version":1,/],
      ["a.sarif", /"version":\s*"2\.1\.0"/],
      ["a.xml", /^<\?xml/],
      ["a.report.md", /^# Citations checked: a\.md/],
      ["a.txt", /^a\.md\n/],
    ] as const) {
      const desk = new Desk({ ...files, "a.md": WRONG });
      assert.equal((await desk.run("check", "a.md", "-o", file)).code, 1);
      assert.match(desk.read(file) ?? "", begins);
    }
  });

  it("says what to do where what is asked for cannot be had", async () => {
    for (const [args, message] of [
      [["check", "-"], /^sourceline: a draft cannot come from standard input, .*; save it, and name the file\.\n$/],
      [
        ["check", "a.md", "--corpus", "a.md"],
        /^sourceline: the corpus a\.md is a file, .* name the folder with --corpus/,
      ],
      [["check", "--no"], /^error: unknown option '--no'\n.*\(sourceline check --help says more\)/s],
      [
        ["annotate", "a.md", "-o", "a.pdf"],
        /^sourceline: a\.pdf has an ending .*; take \.docx, \.html or \.md, or say --format\.\n$/,
      ],
      [["add", "-"], /^sourceline: there is no text on standard input; hand it on/],
    ] as const) {
      const { code, err, out } = await new Desk({ ...files, "a.md": RIGHT }).run(...args);
      assert.match(err, message);
      assert.deepEqual([code, out], [2, ""]);
    }
  });

  it("says its version", async () => {
    assert.match((await new Desk({}).run("--version")).out, /^\d+\.\d+\.\d+\n$/);
  });

  it("says what was pinned, and that nothing is cited", async () => {
    const desk = new Desk({ ...files, "a.md": RIGHT, "b.md": WRONG });
    assert.match(
      (await desk.run("lock", "a.md")).err,
      /sourceline\.lock pins what the drafts cite \(passages: 1; drafts: 1\)/,
    );
    const { code, err } = await desk.run("bibliography", "b.md");
    assert.deepEqual(
      [code, err],
      [0, "sourceline: no source of the corpus is cited in b.md, so the list is empty; cite one as [@id].\n"],
    );
  });
});
