import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser } from "./browser.ts";
import { Person } from "./person.ts";
import { inHost, needHost } from "./run.ts";
import { output, project } from "./workspace.ts";

test("whoever has a browser alone gets to a checked draft", inHost, async (context) => {
  needHost();
  const program = join(project, "server", "build", "launch.mjs");
  const playground = spawn(process.execPath, [program, "playground"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(playground, "close");
  context.after(() => playground.kill("SIGKILL"));
  const address = await new Promise<string>((resolve) => {
    let said = "";
    playground.stdout.on("data", (part: Buffer) => {
      said += part;
      const found = /http:\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
  });
  const browser = await startBrowser();
  context.after(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
  const writer = new Person(page);
  await writer.hover("2,600", "No source gives 2,600");
  await page.screenshot({ path: join(output, "playground.png") });
  await writer.takeFix("2,600", "Write “more than 1,600” as");
  await writer.seesInEditor("She insists that the more than 1,600 civilians killed");
  playground.kill("SIGTERM");
  assert.deepEqual(await ended, [0, null]);
});
