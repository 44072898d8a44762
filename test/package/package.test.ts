import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { unzipSync } from "fflate";
import { inHost, passesSuite } from "../host/run.ts";
import { output, project } from "../host/workspace.ts";

const vsix = join(output, "sourceline.vsix");

/** Everything that the package holds: the bundles, what describes them, and nothing else. */
const entries = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/client/dist/extension.cjs",
  "extension/client/icon.png",
  "extension/client/sample/draft.md",
  "extension/client/view.svg",
  "extension/client/walkthrough/add.svg",
  "extension/client/walkthrough/check.svg",
  "extension/client/walkthrough/fix.svg",
  "extension/client/walkthrough/hover.svg",
  "extension/client/walkthrough/open.svg",
  "extension/corpus/forces.md",
  "extension/corpus/rferl.md",
  "extension/corpus/sputnik.md",
  "extension/corpus/voa.md",
  "extension/corpus/wire21c.md",
  "extension/l10n/bundle.l10n.es.json",
  "extension/l10n/bundle.l10n.fr.json",
  "extension/package.json",
  "extension/package.nls.es.json",
  "extension/package.nls.fr.json",
  "extension/package.nls.json",
  "extension/readme.md",
  "extension/schemas/sourceline.schema.json",
  "extension/server/dist/indexing.cjs",
  "extension/server/dist/server.cjs",
  "extension/syntaxes/citations.injection.json",
];

describe("the packaged extension", () => {
  before(() => {
    mkdirSync(output, { recursive: true });
    const args = [join(project, "server", "build", "launch.mjs"), "package", vsix];
    const done = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
  });

  test("holds what it needs and nothing else", () => {
    assert.deepEqual(Object.keys(contents()).sort(), entries);
  });

  test("has every file that its manifest names, and every text of it", () => {
    const files = contents();
    const manifest = text(files["extension/package.json"]);
    const paths = [...manifest.matchAll(/"(?:main|icon|path|svg|url)": "(?:\.\/)?([^"$]+)"/g)].map(
      ([, path]) => `extension/${path}`,
    );
    assert.ok(paths.length >= 3);
    assert.deepEqual(
      paths.filter((path) => !(path in files)),
      [],
    );
    const keys = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? "");
    const texts = Object.keys(JSON.parse(text(files["extension/package.nls.json"])));
    assert.deepEqual([...new Set(keys)].sort(), texts.sort());
  });

  test("names no place of the machine that built it", () => {
    const naming = Object.entries(contents()).filter(([, bytes]) => text(bytes).includes(project));
    assert.deepEqual(
      naming.map(([path]) => path),
      [],
    );
  });

  test("has programs in ASCII, which V8 keeps at a byte a character", () => {
    const programs = Object.entries(contents()).filter(([path]) => path.endsWith(".cjs"));
    assert.equal(programs.length, 3);
    for (const [path, bytes] of programs) assert.ok(!/[\u0080-\uffff]/.test(text(bytes)), path);
  });

  test("works when it is installed, in a workspace that is not trusted", inHost, async (context) => {
    await passesSuite(context, { vsix, trusted: false });
  });
});

function contents(): Record<string, Uint8Array> {
  return unzipSync(readFileSync(vsix));
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
