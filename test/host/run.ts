import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { hostIsReady, hostRunsHere } from "../../server/build/host.mjs";
import { runSuite, startBrowser } from "./browser.ts";
import { startHost } from "./server.ts";
import { copySample, project } from "./workspace.ts";

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

/** Takes a packaged extension, or nothing for the one in this folder; runs the suite against it on a copy of the sample and fails where it fails. */
export async function passesSuite(
  context: TestContext,
  { vsix, trusted }: { vsix?: string; trusted?: boolean } = {},
): Promise<void> {
  needHost();
  const { folder, remove } = await copySample();
  context.after(remove);
  const server = await startHost({ ...(vsix ? { vsix } : {}), ...(trusted === undefined ? {} : { trusted }) });
  context.after(() => server.stop());
  const browser = await startBrowser();
  context.after(() => browser.close());
  const extension = vsix ? `${project}/test/host/driver` : project;
  const opening = { port: server.port, folder, extension, suite: `${project}/test/out/suite.cjs` };
  const { code, log } = await runSuite(await browser.newPage(), opening);
  for (const entry of log.filter((it) => it.startsWith("ok: "))) context.diagnostic(entry);
  const failed = log.filter((it) => it.startsWith("failed: "));
  assert.equal(code, 0, (failed.length > 0 ? failed : log).join("\n"));
}
