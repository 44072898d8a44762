import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openSample } from "./desk.ts";
import { Person } from "./person.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

test("a writer sees what is wrong with the draft, and mends it", inHost, async (context) => {
  const page = await openSample(context);
  const writer = new Person(page);
  await page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
  await page.screenshot({ path: join(output, "sample.png") });

  const toll = await writer.hover("1,257");
  assert.match(toll, /Forces News/);
  await page.screenshot({ path: join(output, "hover.png") });

  const before = await page.locator(".squiggly-warning").count();
  await page.setViewportSize({ width: 1440, height: 1300 });
  await writer.typeAtEnd("\n\nAmnesty says that it has verified 641 deaths there, after 7,341 interviews.");
  await page.waitForFunction((count) => document.querySelectorAll(".squiggly-warning").length > count, before);
  assert.match(await writer.hover("7,341"), /7,341/);
  await page.screenshot({ path: join(output, "flag.png") });

  const fixes = await writer.openLightBulb("641 deaths there");
  const citing = fixes.filter({ hasText: "[@" }).first();
  await page.screenshot({ path: join(output, "fixes.png") });
  await citing.click();
  await writer.seesInEditor("641 deaths there [@voa], after 7,341 interviews.");
  await page.screenshot({ path: join(output, "fixed.png") });
});

test("a writer checks the citations before filing", inHost, async (context) => {
  const page = await openSample(context);
  const writer = new Person(page);
  await page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
  await writer.runCommand("Sourceline: Check Citations");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "The open draft" }).click();
  await page.locator(".tab", { hasText: "Citations of draft.md" }).waitFor();
  await writer.seesInEditor("# Citations checked: draft.md");
  await page.screenshot({ path: join(output, "report.png") });
});
