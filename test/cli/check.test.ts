import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Desk } from "./program.ts";

const MAIN = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));
const caches = mkdtempSync(path.join(tmpdir(), "sourceline-caches-"));
process.once("exit", () => rmSync(caches, { recursive: true, force: true }));

const ALPHA = `---
id: alpha
title: Flood in Norland
outlet: Alpha Times
published: 2024-03-02
---

The flood killed 43 people in Norland, the interior ministry said.
`;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Takes files and arguments; runs the program in a folder that holds the files. */
async function run(files: Readonly<Record<string, string>>, args: readonly string[], input = ""): Promise<Ran> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sourceline-")));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  try {
    return await execute(folder, args, input);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(cwd: string, args: readonly string[], input: string): Promise<Ran> {
  const env = { ...process.env, SOURCELINE_CACHE: caches, NODE_COMPILE_CACHE: caches };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { cwd, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const files = { "corpus/alpha.md": ALPHA };
const RIGHT = "The flood killed 43 people in Norland [@alpha].\n";
const WRONG = "It rained.\n\nThe flood killed 57 people in Norland.\n";

describe("sourceline check", () => {
  it("shows a passage once, however many of its figures bear on a fact", async () => {
    const source = "The flood killed 12 people in Norland on Friday and 14 people on Saturday, the mayor said.\n";
    const draft = "The flood killed 57 people in Norland.\n";
    const { out } = await run({ "corpus/mail.md": source, "a.md": draft }, ["check", "a.md", "--corpus", "corpus"]);
    assert.equal(out.match(/│ The flood killed 12/g)?.length, 1, out);
  });
  it("ends with 0 where all is well", async () => {
    const { code, out, err } = await run({ ...files, "a.md": RIGHT }, ["check", "a.md"]);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^a\.md\n\nFigures: 1 of 1 stand in the sources\.\nCitations: 1 of the 1/);
  });

  it("ends with 1 where something is to be fixed, and shows it with its source and passage", async () => {
    const { code, out } = await run({ ...files, "a.md": WRONG }, ["check", "a.md"]);
    assert.equal(code, 1);
    assert.match(
      out,
      /To fix\n\n {2}contradicted {2}57 {2}a\.md:3:18\n {4}No source gives 57 people killed; Alpha Times gives 43/,
    );
    assert.match(
      out,
      /- Alpha Times, March 2, 2024, paragraph 1, according to the interior\s+ministry\n {6}│ The flood killed 43 people in Norland/,
    );
    assert.ok(!out.includes("\u001b"), "no colour where there is no terminal");
    assert.ok(out.split("\n").every((line) => line.length <= 80));
  });

  it("gates at the level that is asked for", async () => {
    const uncited = { ...files, "a.md": "The flood killed 43 people in Norland.\n" };
    assert.equal((await run(uncited, ["check", "a.md"])).code, 0);
    assert.equal((await run(uncited, ["check", "a.md", "--fail-on", "hint"])).code, 1);
    assert.equal((await run({ ...files, "a.md": WRONG }, ["check", "a.md", "--fail-on", "never"])).code, 0);
    assert.equal((await run({ ...files, "a.md": WRONG }, ["check", "a.md", "--fail-on", "error"])).code, 0);
  });

  it("takes folders, patterns or nothing, and leaves the corpus out", async () => {
    const drafts = { ...files, "a.md": RIGHT, "more/b.txt": WRONG, "more/c.csv": "57" };
    const paths = async (...args: string[]) => {
      const { out } = await run(drafts, ["check", ...args, "--corpus", "corpus", "--format", "json"]);
      return JSON.parse(out).drafts.map((draft: { path: string }) => draft.path.split(path.sep).join("/"));
    };
    assert.deepEqual(await paths(), ["a.md", "more/b.txt"]);
    assert.deepEqual(await paths("more"), ["more/b.txt"]);
    assert.deepEqual(await paths("*.md", "more/*"), ["a.md", "more/b.txt"]);
    assert.deepEqual(await paths("**/*.md"), ["a.md"]);
  });

  it("leaves out every corpus: the one that is named, and those of projects below", async () => {
    const own = { "own/sourceline.json": '{"corpus":"kept"}', "own/kept/alpha.md": ALPHA, "own/b.md": RIGHT };
    const { out } = await run({ "kept/alpha.md": ALPHA, "a.md": RIGHT, ...own }, [
      ...["check", "--corpus", "kept", "--format", "json"],
    ]);
    const paths = JSON.parse(out).drafts.map((draft: { path: string }) => draft.path.split(path.sep).join("/"));
    assert.deepEqual(paths, ["a.md", "own/b.md"]);
  });

  it("prints JSON as it is written down", async () => {
    const { out } = await run({ ...files, "a.md": WRONG }, ["check", "a.md", "--format", "json"]);
    const printed = JSON.parse(out);
    assert.equal(printed.version, 1);
    const [draft] = printed.drafts;
    const { message, evidence, ...finding } = draft.findings[0];
    const place = { start: 29, end: 31, line: 3, column: 18 };
    assert.deepEqual(finding, { kind: "figure", ...place, text: "57", verdict: "contradicted", citation: "uncited" });
    assert.match(message, /^No source gives 57 people killed/);
    const { passage, start, end, ...rest } = evidence[0];
    assert.deepEqual(rest, {
      source: "alpha",
      relation: "contradicts",
      claimant: "the interior ministry",
      differences: [],
    });
    assert.equal(ALPHA.slice(start, end), passage);
    assert.deepEqual(draft.errors, []);
    assert.deepEqual(printed.sources, [
      { id: "alpha", title: "Flood in Norland", outlet: "Alpha Times", published: "2024-03-02" },
    ]);
    assert.deepEqual([printed.summary.figures, printed.summary.contradicted, printed.summary.supported], [1, 1, 0]);
  });

  const cannot: readonly [string, Record<string, string>, string[], RegExp][] = [
    ["without a corpus", { "a.md": RIGHT }, ["a.md"], /no corpus folder corpus; make it and put your articles there/],
    ["with a draft that is not there", files, ["b.md"], /b\.md could not be read \(no such file\)/],
    [
      "with a draft that is no text",
      { ...files, "a.md": "a\0b" },
      ["a.md"],
      /a\.md is not a text file; save the draft as/,
    ],
    [
      "with a corpus outside the folder",
      { "a.md": RIGHT },
      ["a.md", "--corpus", "/nosuch"],
      /no corpus folder \/nosuch;/,
    ],
    [
      "with a draft outside the folder",
      files,
      ["../nosuch.md", "--corpus", "corpus"],
      /sourceline: \.\.\/nosuch\.md could not be read/,
    ],
    [
      "with a draft by its whole path",
      files,
      ["/nosuch.md", "--corpus", "corpus"],
      /sourceline: \/nosuch\.md could not be read/,
    ],
    [
      "with a corpus that holds nothing",
      { "a.md": WRONG, "corpus/x.xyz": "" },
      ["a.md"],
      /^sourceline: the corpus folder corpus holds no article that could be read, so nothing can be checked.*; put your articles there.*\n$/,
    ],
    [
      "with a corpus of which nothing can be read",
      { "a.md": WRONG, "corpus/x.pdf": "%PDF-1.4 cut" },
      ["a.md"],
      /corpus folder corpus holds no article that could be read/,
    ],
    ["with a folder that holds no draft", { ...files, "more/c.csv": "57" }, ["more"], /more: no draft there/],
    [
      "with a draft that lies in its own corpus",
      files,
      ["corpus/alpha.md"],
      /corpus\/alpha\.md lies in the corpus folder corpus: it is a source there, and is not checked against itself/,
    ],
    ["with an option that is none", files, ["--format", "word"], /Allowed choices are pretty, json/],
  ];
  for (const [what, has, args, says] of cannot) {
    it(`ends with 2 ${what}, and says what to do`, async () => {
      const { code, out, err } = await run(has, ["check", ...args]);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, says);
    });
  }

  it("leaves unchecked what rests on a source that could not be read, and ends with 2", async () => {
    const draft =
      "The strikes killed at least 57 people [@voa].\n\n“There were only bakers here,” said Merid [@voa].\n";
    const { code, out } = await run({ ...files, "corpus/voa.pdf": "%PDF-1.4 cut", "a.md": draft }, [
      ...["check", "a.md", "--format", "json"],
    ]);
    const { findings } = JSON.parse(out).drafts[0];
    assert.equal(code, 2);
    assert.deepEqual(
      findings.map(({ kind, verdict, citation }: Record<string, string>) => [kind, verdict, citation]),
      [
        ["figure", "unchecked", null],
        ["quote", "unchecked", null],
      ],
    );
    for (const { message } of findings) assert.match(message, /could not be read: voa\.pdf /);
  });

  it("checks the other drafts where one cannot be read", async () => {
    const { code, out } = await run({ ...files, "a.md": RIGHT }, ["check", "b.md", "a.md"]);
    assert.equal(code, 2);
    assert.match(out, /Figures: 1 of 1/);
  });

  it("annotates and cleans a draft with a byte order mark, byte for byte", async () => {
    const draft = `\uFEFF${RIGHT.replaceAll("\n", "\r\n")}`;
    const annotated = (await run({ ...files, "a.md": draft }, ["annotate", "a.md"])).out;
    assert.notEqual(annotated, draft);
    assert.equal((await run({ ...files, "a.md": annotated }, ["clean", "a.md"])).out, draft);
  });

  it("names the place of a comment that is mistyped", async () => {
    const draft = `${RIGHT}\nIt rained. <!-- sourceline-disabel -->\n`;
    const { code, err } = await run({ ...files, "a.md": draft }, ["check", "a.md"]);
    assert.equal(
      err,
      "sourceline: a.md:3:17: There is no comment “sourceline-disabel”, and it is passed over; is it “sourceline-disable”?\n",
    );
    assert.equal(code, 0);
  });

  it("takes the corpus from the project file above the draft", async () => {
    const project = { "kept/alpha.md": ALPHA, "sourceline.json": '{"corpus":"kept"}', "texts/a.md": RIGHT };
    assert.equal((await run(project, ["check", "texts/a.md"])).code, 0);
  });

  it("takes a corpus in the home folder", async () => {
    const desk = new Desk({ "kept/alpha.md": ALPHA, "sourceline.json": '{"corpus":"~/kept"}', "texts/a.md": RIGHT });
    desk.environment = { HOME: desk.folder, USERPROFILE: desk.folder };
    assert.equal((await desk.run("check", "texts/a.md")).code, 0);
  });

  it("names the file where the project file is broken, and goes on", async () => {
    const { code, err } = await run({ ...files, "sourceline.json": "{", "a.md": RIGHT }, ["check", "a.md"]);
    assert.equal(code, 0);
    assert.match(err, /sourceline\.json could not be read/);
  });
});

describe("sourceline verify --jsonl", () => {
  const ask = async (...lines: unknown[]) => {
    const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    const { code, out } = await run({}, ["verify", "--jsonl"], input);
    return {
      code,
      answers: out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    };
  };
  const sources = [{ id: "s0", text: "The flood killed 43 people in Norland in 1999, officials said." }];

  it("checks each line against its own sources alone, in order", async () => {
    const { code, answers } = await ask({ id: 1, draft: RIGHT, sources }, { id: "b", draft: RIGHT, sources: [] });
    const verdicts = answers.map(({ id, findings }) => [id, findings[0].verdict]);
    assert.deepEqual(
      [code, verdicts],
      [
        0,
        [
          [1, "supported"],
          ["b", "unsupported"],
        ],
      ],
    );
    assert.equal(answers[0].findings[0].evidence[0].source, "s0");
  });

  it("checks years too", async () => {
    const { answers } = await ask({ id: 1, draft: "The flood came in 1998.", sources });
    assert.deepEqual(
      answers[0].findings.map(({ text }: { text: string }) => text),
      ["1998"],
    );
  });

  it("answers a line that is none with its number, and goes on", async () => {
    const { code, answers } = await ask("{", { id: 2 }, { id: 3, draft: RIGHT, sources });
    assert.equal(code, 1);
    assert.deepEqual(
      answers.map(({ error }) => error ?? null),
      ["line 1: not JSON; write one object a line", 'line 2: "draft" is missing; give a string', null],
    );
  });
});
