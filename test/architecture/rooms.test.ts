import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { violationsOf } from "./rules.ts";
import { readSource } from "./source.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const fixture = fileURLToPath(new URL("fixtures", import.meta.url));

function filesIn(folder: string): string[] {
  const found = globSync(["server/src/**/*.ts", "client/src/**/*.ts"], { cwd: folder });
  return found.map((path) => path.replaceAll("\\", "/")).sort();
}

function violationsIn(folder: string): string[] {
  return filesIn(folder).flatMap((path) => violationsOf(readSource(folder, path)));
}

test("rooms import one way, files are short, and what is exported is explained", () => {
  assert.ok(filesIn(project).length > 50, "the sources were not found");
  assert.deepEqual(violationsIn(project), []);
});

test("the check sees every way of breaking a rule", () => {
  assert.deepEqual(violationsIn(fixture), [
    "client/src/reach.ts imports ../../server/src/verify/index.ts: the client knows the protocol alone of the server",
    "server/src/cli/shell.ts imports ../node/session.ts: the shells do not know each other",
    "server/src/extract/late.ts imports ../store/types.ts: extract does not know store",
    "server/src/extract/late.ts imports ../verify/index.ts: extract does not know verify",
    "server/src/extract/late.ts imports ../node/files.ts: extract does not know node",
    "server/src/text/bare.ts: bare is exported and has no doc comment",
    "server/src/text/bare.ts: arrow is exported and has no doc comment",
    "server/src/text/bare.ts: Unexplained is exported and has no doc comment",
    "server/src/text/builtin.ts imports node:fs: the core knows nothing of Node",
    "server/src/text/builtin.ts imports vscode-languageserver/node: the core knows nothing of connections",
    "server/src/text/builtin.ts imports path: the core knows nothing of Node",
    "server/src/text/builtin.ts imports ../../../outside.ts: it lies outside the server",
  ]);
});

test("the check counts lines", () => {
  const file = { path: "server/src/text/long.ts", lines: 301, imports: [], undocumented: [] };
  assert.deepEqual(violationsOf(file), ["server/src/text/long.ts has 301 lines; 300 are the most"]);
  assert.deepEqual(violationsOf({ ...file, lines: 300 }), []);
});
