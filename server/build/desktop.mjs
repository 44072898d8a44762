import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { hostFolder, inRoot, root } from "./paths.mjs";
import { SetUpError } from "./run.mjs";

/** Downloads the desktop VS Code where it is not there yet, and runs the suite in it on a copy of the sample. Gives the suite's exit code. */
export async function runDesktopTests() {
  const folder = copySample();
  try {
    return await runTests({
      version: process.env["SOURCELINE_VSCODE"] ?? "stable",
      cachePath: hostFolder,
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot("test", "out", "suite.cjs"),
      launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust", "--skip-welcome"],
    });
  } catch (error) {
    throw new SetUpError(
      `The suite did not pass in the desktop VS Code: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function copySample() {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-draft-"));
  cpSync(inRoot("client", "sample", "draft.md"), join(folder, "draft.md"));
  cpSync(inRoot("corpus"), join(folder, "corpus"), { recursive: true });
  return folder;
}
