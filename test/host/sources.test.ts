import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { openDesk, openSample } from "./desk.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

const survey = "Satellite survey\n\nSome 11,000 buildings in Raqqa lie damaged or destroyed, UNOSAT says.\n";

test("a writer adds sources: the copied text, and a file", inHost, async (context) => {
  const { page, writer, folder } = await openSample(context);
  await page.setViewportSize({ width: 1440, height: 1300 });
  await writer.seesUnderlined("11,000");
  const add = async (way: string) => {
    await writer.runCommand("Sourceline: Add Source");
    await writer.choose(way);
  };
  await page.evaluate((text) => navigator.clipboard.writeText(text), survey);
  await add("The text on the clipboard");
  await writer.seesPlain("11,000");

  const file = join(folder, "elsewhere.txt");
  await writeFile(file, "Another note\n\nAbout 7,341 crates of pamphlets were found.\n");
  await add("Files…");
  await writer.takeFile(file, "elsewhere.txt");
  await writer.seesNotice("elsewhere");
  assert.ok((await readdir(join(folder, "corpus"))).includes("elsewhere.txt"));
  await page.screenshot({ path: join(output, "added.png") });
});

test("a writer is told why an address is not fetched", inHost, async (context) => {
  const asked: string[] = [];
  const site = createServer(({ url }, response) => {
    asked.push(url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  context.after(() => site.close());
  const { page, writer } = await openSample(context);
  await writer.runCommand("Sourceline: Add Source");
  await writer.choose("A page on the web…");
  await page.locator(".quick-input-title", { hasText: "Add a page on the web" }).waitFor();
  await page.screenshot({ path: join(output, "address.png") });
  await writer.answer(`http://127.0.0.1:${(site.address() as AddressInfo).port}/flood`);
  await writer.seesNotice("127.0.0.1 is on this machine or in the local network and was not fetched");
  await page.screenshot({ path: join(output, "address-refused.png") });
  assert.deepEqual(asked, []);
});

test("a writer without a corpus is told what to do", inHost, async (context) => {
  const { page, writer } = await openDesk(context, {
    sample: false,
    files: { "draft.md": "The flood killed 43 people in Norland.\n" },
  });
  await page.locator("#status\\.languageStatus").first().waitFor();
  await writer.runCommand("View: Show Sourceline");
  await page.locator(".welcome-view-content", { hasText: "corpus" }).first().waitFor();
  await page.screenshot({ path: join(output, "empty.png") });
  await writer.seesLanguageStatus(/No corpus/);
  assert.equal(await page.locator(".squiggly-warning").count(), 0);
});

test("a page beside a corpus is a draft", inHost, async (context) => {
  const story = "<p>The flood killed 57 people in Norland.</p>\n";
  const alpha = "The flood killed 43 people in Norland, the interior ministry said.\n";
  const { page, writer } = await openDesk(context, {
    sample: false,
    draft: "story.html",
    files: { "story.html": story, "corpus/alpha.md": alpha },
  });
  await writer.seesProblems();
  await writer.hover("57", "Contradicted.");
  await page.screenshot({ path: join(output, "page.png") });
});

test("a saved page without a corpus is no draft: nothing is said beside it", inHost, async (context) => {
  const story = "<p>The flood killed 57 people in Norland.</p>\n";
  const files = { "draft.md": "The flood killed 57 people in Norland.\n", "saved.html": story };
  const { page, writer } = await openDesk(context, { sample: false, files });
  await writer.seesLanguageStatus(/No corpus/);
  await page.keyboard.press("Escape");
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "saved.html" }).click();
  await page.locator(".tab.active", { hasText: "saved.html" }).waitFor();
  await writer.seesInEditor("57 people");
  await page.locator("#status\\.languageStatus").waitFor({ state: "detached" });
  assert.equal(await page.locator(".squiggly-warning, .squiggly-info").count(), 0);
  assert.equal(await page.locator(".editor-actions [aria-label*='Check Citations']").count(), 0);
  await page.screenshot({ path: join(output, "page-saved.png") });
});
