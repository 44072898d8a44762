import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Takes a tool of node_modules/.bin by the path of its script, and its arguments; fails with what it printed where it does not pass. */
function passes(script: string, args: readonly string[]): void {
  const done = spawnSync(process.execPath, [`${project}/node_modules/${script}`, ...args], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}`);
}

const projects = ["server/tsconfig.json", "server/tsconfig.node.json", "client/tsconfig.json", "test/tsconfig.json"];
for (const file of projects) {
  test(`types hold in ${file}`, () => passes("typescript/bin/tsc", ["--project", file, "--pretty", "false"]));
}

test("the linter finds nothing, and every file is formatted", () => {
  passes("@biomejs/biome/bin/biome", ["ci", "--colors=off", "--error-on-warnings"]);
});
