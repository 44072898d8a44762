import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { isNewEnough, nodeGuard } from "../../server/build/runtime.mjs";

/** Takes a version of Node; gives what the guard says on it and the code that it ends with, "" and `null` where it lets the program go on. */
function guarded(version: string): [string, number | null] {
  let said = "";
  let code: number | null = null;
  const stderr = { write: (text: string) => (said += text) };
  const exit = (ended: number) => (code = ended);
  const process = { versions: { node: version }, version: `v${version}`, execPath: "/usr/bin/node", stderr, exit };
  runInNewContext(nodeGuard(), { process });
  return [said, code];
}

for (const version of ["18.20.0", "20.20.2", "22.9.0", "22.15.1"])
  test(`a bundle says on Node ${version} what is needed`, () => {
    assert.equal(isNewEnough(`v${version}`), false);
    const message = `sourceline: Sourceline needs Node 22.16 or newer, and /usr/bin/node is v${version}; name a newer one where this program is started.\n`;
    assert.deepEqual(guarded(version), [message, 2]);
  });

for (const version of ["22.16.0", "23.0.0", "24.1.0"])
  test(`a bundle runs on Node ${version}`, () => {
    assert.equal(isNewEnough(`v${version}`), true);
    assert.deepEqual(guarded(version), ["", null]);
  });
