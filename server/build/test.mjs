import { glob } from "node:fs/promises";
import { resolve } from "node:path";
import { setUpHost } from "./host.mjs";
import { root } from "./paths.mjs";
import { cleanEnvironment, runThrough, SetUpError, say } from "./run.mjs";

/**
 * Takes test files, none for all; runs them in one process of node's own test runner. Gives its exit code.
 * The suites in a real VS Code are among them: what they stand on is set up first, and where that fails they say so.
 */
export async function runTests(args) {
  await setUpHost().catch(sayWhatFailed);
  const files = args.length > 0 ? args.map((file) => resolve(root, file)) : await allTests();
  const flags = ["--test", "--test-isolation=none", "--test-reporter=spec", "--disable-warning=ExperimentalWarning"];
  return await runThrough(process.execPath, [...flags, ...files], { cwd: root, env: cleanEnvironment() });
}

async function allTests() {
  const files = await Array.fromAsync(glob("test/**/*.test.ts", { cwd: root, exclude: ["test/out"] }));
  return files.sort();
}

function sayWhatFailed(error) {
  if (!(error instanceof SetUpError)) throw error;
  say(error.message);
}
