import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";
import { openWorkbench, startBrowser } from "./browser.ts";
import { needHost } from "./run.ts";
import { startHost } from "./server.ts";
import { copySample, project } from "./workspace.ts";

/** Takes the context of a test; opens the sample draft in a workbench of its own, which goes with the test. */
export async function openSample(context: TestContext): Promise<Page> {
  needHost();
  const { folder, remove } = await copySample();
  context.after(remove);
  const server = await startHost();
  context.after(() => server.stop());
  const browser = await startBrowser();
  context.after(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openWorkbench(page, { port: server.port, folder, extension: project, files: [join(folder, "draft.md")] });
  return page;
}
