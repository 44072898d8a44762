import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openDesk, openSample } from "./desk.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

test("a writer is left in peace while a sentence is written, in every theme", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await page.setViewportSize({ width: 1440, height: 1300 });
  await writer.runCommand("Sourceline: Toggle Focus Mode");
  await page.locator(".statusbar-item", { hasText: "Focus mode is on" }).waitFor();
  await writer.typeAtEnd("\n\nThe dead were 7,341. Soldiers found 8,452 crates.");
  await writer.seesUnderlined("7,341");
  await writer.inEveryTheme((theme) => page.screenshot({ path: join(output, `focus-${theme}.png`) }));
  assert.equal(await writer.isUnderlined("8,452"), false);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await writer.seesUnderlined("8,452");
});

test("a writer is offered keys, figures and words as they are typed, in every theme", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await page.setViewportSize({ width: 1440, height: 1300 });
  const offered = page.locator(".suggest-widget .monaco-list-row");
  const take = async (words: string) => {
    const row = offered.filter({ hasText: words }).first();
    await row.waitFor();
    await row.click();
  };
  await writer.typeAtEnd("\n\nThe report counts more than 1,");
  await take("1,600");
  await page.keyboard.type(" dead. It “complies");
  await take("complies with the Law of Armed Conflict");
  await writer.seesInEditor("The report counts more than 1,600 dead. It “complies with the Law of Armed Conflict");
  await page.keyboard.press("End");
  await page.keyboard.type(" it said [@");
  await offered.filter({ hasText: "voa" }).first().waitFor();
  await writer.inEveryTheme(async (theme) => {
    await page.keyboard.press("Control+Space");
    await offered.filter({ hasText: "voa" }).first().waitFor();
    await page.screenshot({ path: join(output, `completion-${theme}.png`) });
    await page.keyboard.press("Escape");
  });
  await page.keyboard.press("Control+Space");
  await take("voa");
  await writer.seesInEditor("it said [@voa");
});

test("a writer renames a source", inHost, async (context) => {
  const { page, writer, folder } = await openSample(context);
  const box = page.locator(".rename-box input");
  await writer.insist(async () => {
    await writer.clickOn("rferl");
    await page.keyboard.press("F2");
  }, box);
  await box.fill("azattyk");
  await page.keyboard.press("Enter");
  await writer.seesInEditor("[@azattyk]");
  await writer.runCommand("File: Save All Files");
  await page.locator(".tab.dirty").first().waitFor({ state: "detached" });
  assert.match(await readFile(join(folder, "corpus", "rferl.md"), "utf8"), /^id: azattyk$/m);
  assert.match(await readFile(join(folder, "draft.md"), "utf8"), /\[@azattyk\]/);
});

test("a writer is told where a source cannot be named so, and the draft stays as it is", inHost, async (context) => {
  const note = "The coalition acknowledged about 100 civilian deaths.[^rferl]\n\n[^rferl]: RFE/RL.\n";
  const { page, writer } = await openDesk(context, { files: { "note.md": note }, draft: "note.md" });
  await writer.seesInEditor("deaths.[^rferl]");
  const box = page.locator(".rename-box input");
  await writer.insist(async () => {
    await writer.clickOn("rferl");
    await page.keyboard.press("F2");
  }, box);
  assert.equal(await box.inputValue(), "rferl");
  await box.fill("radio free");
  await page.keyboard.press("Enter");
  await writer.seesNotice("“radio free” cannot be the id of a source");
  await writer.seesInEditor("deaths.[^rferl]");
  assert.equal(await page.locator(".tab.dirty").count(), 0);
});

test("a writer is told where no citation is missing", inHost, async (context) => {
  const { page, writer } = await openDesk(context, { files: { "note.md": "It rained.\n" }, draft: "note.md" });
  await page.locator("#status\\.languageStatus").first().waitFor();
  await writer.clickOn("It rained.");
  const told = page.locator(".statusbar-item", {
    hasText: "Nothing to insert: no supported fact here lacks its citation.",
  });
  await writer.insist(() => writer.runCommand("Sourceline: Insert Missing Citations"), told);
});

test("a writer has hints and the lens on the screen, where the project file asks for them", inHost, async (context) => {
  const files = { "sourceline.json": JSON.stringify({ inlayHints: true, codeLens: true }) };
  const { page } = await openSample(context, { files });
  await page.locator(".contentWidgets .codelens-decoration", { hasText: "facts stand in the sources" }).waitFor();
  await page.locator(".view-line", { hasText: "Voice of America" }).first().waitFor();
  await page.screenshot({ path: join(output, "hints.png") });
});
