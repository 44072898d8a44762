import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { type Folder, hasGit, makeFolder } from "./repository.ts";

const CORPUS = {
  "corpus/courier.md": `---
id: courier
title: Flood on the Brenta
outlet: The Courier
published: 2021-03-04
---

The flood killed 12 people in the valley, the province said on Thursday.

The army sent 300 soldiers to the valley.
`,
};
const GOOD = "The flood killed 12 people in the valley [@courier].\n";
const BAD = "\nThe flood killed 2,600 people in the valley.\n";

describe("the gate's exit codes", () => {
  let folder: Folder;
  before(async () => {
    folder = await makeFolder({ ...CORPUS, "good.md": GOOD, "bad.md": GOOD + BAD });
  });
  after(() => folder.remove());
  const cases: readonly (readonly [string, readonly string[], number])[] = [
    ["a supported and cited fact passes", ["good.md", "--fail-on", "hint"], 0],
    ["an unsupported one fails", ["bad.md"], 1],
    ["a warning passes where only errors fail", ["bad.md", "--fail-on", "error"], 0],
    ["nothing fails where it never does", ["bad.md", "--fail-on", "never"], 0],
    ["what is not there could not be checked", ["gone.md"], 2],
    ["a corpus that is not there neither", ["good.md", "--corpus", "nowhere"], 2],
  ];
  for (const [name, args, code] of cases)
    it(name, async () => assert.equal((await folder.sourceline("check", ...args)).code, code));

  it("the project says what fails, and the command line has the last word", async () => {
    await folder.write("sourceline.json", '{ "failOn": "error" }');
    assert.equal((await folder.sourceline("check", "bad.md")).code, 0);
    assert.equal((await folder.sourceline("check", "bad.md", "--fail-on", "warning")).code, 1);
    await folder.write("sourceline.json", "{}");
  });
  it("what cannot be written ends with 2, and says which file and why", async () => {
    const { code, errors } = await folder.sourceline("check", "bad.md", "-o", "corpus/courier.md/out.txt");
    assert.equal(code, 2);
    assert.match(errors, /^sourceline: corpus\/courier\.md\/out\.txt could not be written \(\w+\); name a file /);
    assert.doesNotMatch(errors, /\n\s+at /);
  });
  it("every format is written to a file on demand", async () => {
    for (const [format, start] of [
      ["json", '{"version":1'],
      ["sarif", "{\n"],
      ["junit", "<?xml"],
      ["html", "<!doctype"],
      ["github", "::"],
      ["markdown", "# "],
    ] as const) {
      const { code, output } = await folder.sourceline("check", "bad.md", "--format", format, "-o", "out/report");
      assert.deepEqual([code, output], [1, ""]);
      const { readFile } = await import("node:fs/promises");
      assert.ok((await readFile(`${folder.path}/out/report`, "utf8")).startsWith(start), format);
    }
  });
});

describe("many drafts", () => {
  it("come out the same from one thread and from several, in order", async () => {
    const drafts = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`d/${String(at).padStart(3, "0")}.md`, at % 3 === 0 ? GOOD + BAD : GOOD]),
    );
    const folder = await makeFolder({ ...CORPUS, ...drafts });
    try {
      const one = await folder.sourceline("check", "d", "--format", "json", "--jobs", "1");
      const three = await folder.sourceline("check", "d", "--format", "json", "--jobs", "3");
      assert.equal(one.errors, "");
      assert.equal(JSON.parse(one.output).drafts.length, 150);
      assert.equal(JSON.parse(one.output).summary.contradicted, 50);
      assert.equal(three.output, one.output);
      assert.equal(three.code, 1);
    } finally {
      await folder.remove();
    }
  });
});

describe("--changed", async () => {
  if (!(await hasGit())) {
    it("needs git", (t) => t.skip("git is not installed"));
    return;
  }
  let folder: Folder;
  const findings = async (...args: string[]) => {
    const { output, code, errors } = await folder.sourceline(
      "check",
      ".",
      "--format",
      "json",
      "--fail-on",
      "hint",
      ...args,
    );
    if (code === 2) return errors;
    const drafts: { path: string; findings: { text: string }[] }[] = JSON.parse(output).drafts;
    return Object.fromEntries(drafts.map(({ path, findings }) => [path, findings.map(({ text }) => text)]));
  };
  before(async () => {
    folder = await makeFolder({ ...CORPUS, "old.md": GOOD + BAD, "new.md": GOOD });
    await folder.git("init", "-q", "-b", "main");
  });
  after(() => folder.remove());

  it("takes all for changed before the first commit", async () =>
    assert.deepEqual(await findings("--changed"), { "new.md": ["12"], "old.md": ["12", "2,600"] }));
  it("finds nothing where nothing changed", async () => {
    await folder.git("add", ".");
    assert.equal((await folder.git("commit", "-q", "-m", "one")).code, 0);
    assert.deepEqual(await findings("--changed"), {});
  });
  it("finds only what an edit touched, staged or not", async () => {
    await folder.write("new.md", `${GOOD}\nThe army sent 300 soldiers to the valley [@courier].\n`);
    assert.deepEqual(await findings("--changed"), { "new.md": ["300"] });
    await folder.git("add", ".");
    assert.deepEqual(await findings("--changed"), { "new.md": ["300"] });
  });
  it("takes a new file for changed throughout", async () => {
    await folder.write("fresh.md", GOOD);
    assert.deepEqual(await findings("--changed"), { "fresh.md": ["12"], "new.md": ["300"] });
  });
  it("compares with where a branch left another", async () => {
    await folder.git("checkout", "-q", "-b", "story");
    await folder.git("add", ".");
    await folder.git("commit", "-q", "-m", "two");
    await folder.git("checkout", "-q", "main");
    await folder.write("old.md", GOOD);
    await folder.git("commit", "-q", "-am", "three");
    await folder.git("checkout", "-q", "story");
    assert.deepEqual(await findings("--changed", "main"), { "fresh.md": ["12"], "new.md": ["300"] });
  });
  it("takes a draft that was renamed for changed only where its words were, in whatever folder", async () => {
    await folder.git("add", ".");
    await folder.git("commit", "-q", "-m", "four");
    await folder.write("desk/north/long.md", `${GOOD}\nNobody has counted the sheep.\n\nThe hills are green.\n`);
    await folder.git("add", ".");
    await folder.git("commit", "-q", "-m", "five");
    await folder.git("mv", "desk/north/long.md", "desk/moved.md");
    assert.deepEqual(await findings("--changed"), {});
    await folder.write("desk/moved.md", `${GOOD}\nNobody has counted the 300 sheep.\n\nThe hills are green.\n`);
    assert.deepEqual(await findings("--changed"), { "desk/moved.md": ["300"] });
  });
  it("says the same from a folder below", async () => {
    const { output } = await folder.run("bash", [
      "-c",
      `cd desk && ${command(folder)} check . --corpus ../corpus --changed --format json`,
    ]);
    const { drafts } = JSON.parse(output) as { drafts: { path: string; findings: { text: string }[] }[] };
    assert.deepEqual(
      drafts.map(({ path, findings: [one] }) => [path, one?.text]),
      [["moved.md", "300"]],
    );
  });
  it("says what to do in a clone that does not reach back far enough", async () => {
    const clone = path.join(folder.path, "..", `${path.basename(folder.path)}-shallow`);
    try {
      const from = `file://${folder.path}`;
      assert.equal(
        (await folder.git("clone", "-q", "--depth=1", "--no-single-branch", "-b", "story", from, clone)).code,
        0,
      );
      const check = `cd ${clone} && ${command(folder)} check . --corpus corpus --changed`;
      const shallow = await folder.run("bash", ["-c", `${check}=origin/main`]);
      assert.equal(shallow.code, 2);
      assert.match(shallow.errors, /does not reach back to where the branch left “origin\/main”; fetch more/);
      const missing = await folder.run("bash", ["-c", `${check}=HEAD~1`]);
      assert.equal(missing.code, 2);
      assert.match(missing.errors, /git knows no commit “HEAD~1” here; fetch it/);
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  });
  it("says what to do where the revision is not known", async () =>
    assert.match(String(await findings("--changed", "nowhere")), /no commit “nowhere”/));
  it("never takes a revision for an option", async () =>
    assert.match(String(await findings("--changed=--output=x")), /no commit/));
});

/** The command line, for a shell. */
function command(folder: Folder): string {
  return [process.execPath, "--disable-warning=ExperimentalWarning", folder.program].map((one) => `'${one}'`).join(" ");
}

describe("what was set aside", () => {
  it("is listed with its reason, fails no gate, and is apart from findings in JSON", async () => {
    const folder = await makeFolder({
      ...CORPUS,
      "d.md":
        "<!-- sourceline-disable-next-line -- confirmed by phone, 4 March -->\nThe flood killed 2,600 people in the valley.\n",
    });
    try {
      const pretty = await folder.sourceline("check", "d.md");
      assert.equal(pretty.code, 0);
      assert.match(pretty.output, /2,600.*confirmed by phone, 4 March/);
      const { drafts } = JSON.parse((await folder.sourceline("check", "d.md", "--format", "json")).output);
      assert.deepEqual([drafts[0].findings, drafts[0].ignored[0].text], [[], "2,600"]);
      assert.match(drafts[0].ignored[0].reason, /confirmed by phone, 4 March/);
    } finally {
      await folder.remove();
    }
  });
});
