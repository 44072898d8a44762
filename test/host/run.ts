import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { hostIsReady, hostRunsHere } from "../../server/build/host.mjs";
import { runSuite, startBrowser } from "./browser.ts";
import { startHost } from "./server.ts";
import { copySample, project, writeFiles } from "./workspace.ts";

/** Options for tests in the browser-hosted VS Code: they are skipped where it does not exist for this system. */
export const inHost = {
  skip: hostRunsHere ? false : "VS Code in a browser is set up on Linux alone; run npm run test:desktop",
  timeout: 240_000,
};

/** Fails with what to do where the set-up of VS Code has failed. */
export function needHost(): void {
  assert.ok(
    hostIsReady(),
    "VS Code for the tests is not set up: run `npm test` with a network, and see what it says first",
  );
}

/** What the suite runs against. */
interface SuiteRun {
  /** A packaged extension; none for the one in this folder. */
  readonly vsix?: string;
  readonly trusted?: boolean;
  /** Folders beside the sample, each with its files by path. */
  readonly folders?: readonly Readonly<Record<string, string>>[];
}

/** Runs the suite on a copy of the sample, alone or with other folders in one window, and fails where it fails. */
export async function passesSuite(context: TestContext, { vsix, trusted, folders = [] }: SuiteRun = {}): Promise<void> {
  needHost();
  const { folder, remove } = await copySample();
  context.after(remove);
  const server = await startHost({ ...(vsix ? { vsix } : {}), ...(trusted === undefined ? {} : { trusted }) });
  context.after(() => server.stop());
  const browser = await startBrowser();
  context.after(() => browser.close());
  const extension = vsix ? `${project}/test/host/driver` : project;
  const window = folders.length === 0 ? folder : await workspaceOf(folder, folders);
  const opening = { port: server.port, folder: window, extension, suite: `${project}/test/out/suite.cjs` };
  const { code, log } = await runSuite(await browser.newPage(), opening);
  for (const entry of log.filter((it) => it.startsWith("ok: "))) context.diagnostic(entry);
  const failed = log.filter((it) => it.startsWith("failed: "));
  assert.equal(code, 0, (failed.length > 0 ? failed : log).join("\n"));
}

/** The other folders lie beside the sample's, in one that goes with it. */
async function workspaceOf(sample: string, folders: readonly Readonly<Record<string, string>>[]): Promise<string> {
  const others = folders.map((_, at) => join(sample, ".others", String(at)));
  for (const [at, files] of folders.entries()) await writeFiles(others[at] ?? sample, files);
  const file = join(sample, ".others", "both.code-workspace");
  await writeFile(file, JSON.stringify({ folders: [sample, ...others].map((path) => ({ path })) }));
  return file;
}
