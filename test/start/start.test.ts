import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { project } from "../host/workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "sourceline-start-"));
after(() => rmSync(folder, { recursive: true, force: true }));

before(() => {
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "articles", "gazette.md"), "The storm killed 12 people in Lund, the police said.\n");
  writeFileSync(join(folder, "story.md"), "The storm killed 19 people in Lund.\n");
  launch(["build"]);
});

/** Runs a command of the launcher as npm does: from the project's folder, with the writer's own folder in INIT_CWD. */
function launch(args: readonly string[], input = "") {
  const env = { ...process.env, INIT_CWD: folder, npm_config_prefix: "/nowhere", npm_config_workspaces: "true" };
  const launcher = join(project, "server", "build", "launch.mjs");
  return spawnSync(process.execPath, [launcher, ...args], { cwd: project, env, input, encoding: "utf8" });
}

test("start checks the sample, and ends well whatever it finds", () => {
  const { status, stdout } = launch(["start"]);
  assert.equal(status, 0);
  for (const words of ["contradicted", "2,600", "Forces News", "Figures:"]) assert.ok(stdout.includes(words), words);
});

test("start checks one's own draft, by paths from where one stands", () => {
  const { status, stdout } = launch(["start", "story.md", "--corpus", "articles"]);
  assert.equal(status, 0);
  assert.match(stdout, /19/);
  assert.match(stdout, /12/);
});

test("the command line gates by its exit code", () => {
  assert.equal(launch(["cli", "check", "story.md", "--corpus", "articles"]).status, 1);
  assert.equal(launch(["cli", "check", "missing.md", "--corpus", "articles"]).status, 2);
});

test("standard output is the program's alone, and standard input reaches it", () => {
  const lines = ["The storm killed 12 people.", "It left 3,000 without power."].map((text, at) =>
    JSON.stringify({ id: at, text }),
  );
  const { status, stdout } = launch(["cli", "extract", "--jsonl"], `${lines.join("\n")}\n`);
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(status, 0);
  assert.deepEqual(
    answers.map(({ figures }) => figures[0].low),
    [12, 3000],
  );
});

test("a run with nothing to do says nothing of set-up", () => {
  const { stderr } = launch(["cli", "--help"]);
  assert.equal(stderr, "");
});

test("a command that does not exist names those that do", () => {
  const { status, stderr } = launch(["strat"]);
  assert.equal(status, 2);
  assert.match(stderr, /no command "strat".*start, cli, build, test/);
});
