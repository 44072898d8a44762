import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { cleanEnvironment } from "../../server/build/run.mjs";
import { isNewEnough } from "../../server/build/runtime.mjs";
import { hashOfTimes, isStamped, stamp } from "../../server/build/stamp.mjs";

const folder = mkdtempSync(join(tmpdir(), "sourceline-stamp-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("a Node without node:sqlite is too old", () => {
  const cases: [version: string, enough: boolean][] = [
    ["v20.20.2", false],
    ["v22.15.9", false],
    ["v22.16.0", true],
    ["v23.1.0", true],
    ["v24.0.0", true],
  ];
  for (const [version, enough] of cases) assert.equal(isNewEnough(version), enough, version);
});

test("a step counts as done once it is stamped for what it was done for", () => {
  const file = join(folder, "deep", "stamp");
  assert.equal(isStamped(file, "one"), false);
  stamp(file, "one");
  assert.equal(isStamped(file, "one"), true);
  assert.equal(isStamped(file, "two"), false);
});

test("a changed, an added and a removed source are seen", () => {
  const source = join(folder, "a.ts");
  const seen = [hashOfTimes([folder])];
  for (const change of [() => writeFileSync(source, "1"), () => writeFileSync(source, "22"), () => rmSync(source)]) {
    change();
    seen.push(hashOfTimes([folder]));
  }
  assert.equal(seen[0], seen[3]);
  assert.equal(new Set(seen).size, 3);
});

test("a nested npm gets the writer's registry and nothing of the npm around it", () => {
  const names = {
    npm_config_registry: true,
    NPM_CONFIG_HTTPS_PROXY: true,
    npm_config_prefix: false,
    npm_config_workspaces: false,
    npm_lifecycle_event: false,
  };
  for (const name of Object.keys(names)) process.env[name] = "x";
  try {
    const clean = cleanEnvironment();
    for (const [name, kept] of Object.entries(names)) assert.equal(name in clean, kept, name);
  } finally {
    for (const name of Object.keys(names)) delete process.env[name];
  }
});
