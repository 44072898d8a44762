import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openSample } from "./desk.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

test("a writer points at a fact and sees where it comes from, in every theme", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await page.screenshot({ path: join(output, "sample.png") });
  await writer.inEveryTheme(async (theme) => {
    const toll = await writer.hover("2,600", /Contradicted\..*Forces News, April 25, 2019, paragraph 1/s);
    assert.equal(toll.match(/No source gives 2,600/g)?.length, 1, toll);
    await page.screenshot({ path: join(output, `hover-${theme}.png`) });
  });
  await writer.hover("86", "Supported. Voice of America gives 86");
  await page.screenshot({ path: join(output, "hover-supported.png") });

  await writer.hover("1,257", "Misattributed.");
  await page.locator(".monaco-hover:visible a", { hasText: "Forces News" }).first().click();
  await page.locator(".tab.active", { hasText: "forces.md" }).waitFor();
  await writer.seesInEditor("In an earlier statement, Operation Inherent Resolve said");
});

test("a writer mends the draft by the light bulb, one fix behind the other", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await writer.inEveryTheme(async (theme) => {
    const fixes = await writer.openLightBulb("2,600");
    assert.ok((await fixes.count()) <= 3);
    await page.screenshot({ path: join(output, `fixes-${theme}.png`) });
    await page.keyboard.press("Escape");
  });
  await writer.takeFix("2,600", "Write “more than 1,600” as");
  await writer.seesInEditor("She insists that the more than 1,600 civilians killed");
  await writer.takeFix("122", "Cite Sputnik: [@sputnik]");
  await writer.seesInEditor("Another 122 reports are still open [@sputnik]. Over the whole war");
  await page.screenshot({ path: join(output, "fixed.png") });
});

test("a writer sets a finding aside with a reason, it stays so, and is taken back", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await writer.seesUnderlined("2,600");
  const asked = page.locator(".quick-input-title", { hasText: "Set this finding aside" });
  await writer.insist(() => writer.takeFix("2,600", "Set “2,600” aside, with a reason"), asked);
  await page.screenshot({ path: join(output, "aside.png") });
  await writer.answer("by our own count");
  await writer.seesPlain("2,600");
  await writer.hover("2,600", "Set aside: by our own count");
  const notice = await writer.seesNotice("“2,600” is set aside in");
  await page.screenshot({ path: join(output, "undo.png") });
  await notice.click();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await writer.seesUnderlined("2,600");
});

test("a writer goes from finding to finding by keys", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await page
    .locator(".editor-instance .view-lines")
    .first()
    .click({ position: { x: 5, y: 5 } });
  const selected = page.locator(".statusbar-item", { hasText: "selected)" });
  await page.keyboard.press("Control+F8");
  await selected.waitFor();
  assert.match(await page.locator(".monaco-hover:visible").first().innerText(), /1,600/);
  await page.keyboard.press("Control+F8");
  await page.locator(".statusbar-item", { hasText: "Ln 8, Col 34" }).waitFor();
  await page.keyboard.press("Control+Shift+F8");
  await page.locator(".statusbar-item", { hasText: "Ln 8, Col 74" }).waitFor();
  await writer.seesInEditor("Raqqa's uncounted dead");
});

test("a writer checks the citations before filing", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  const check = async () => {
    await writer.runCommand("Sourceline: Check Citations");
    await writer.choose("The open draft");
  };
  await writer.insist(check, page.locator(".tab", { hasText: "Citations of draft.md" }));
  const report = await writer.seesReport("Citations checked: draft.md");
  await writer.inEveryTheme((theme) => page.screenshot({ path: join(output, `report-${theme}.png`) }));

  const toll = report.locator("li", { has: page.locator("strong", { hasText: /^2,600$/ }) });
  await toll.getByRole("link", { name: "line 10" }).click();
  await page.locator(".statusbar-item", { hasText: "Ln 10, Col 171" }).waitFor();
  await page.locator(".tab.active[data-resource-name='draft.md']").waitFor();
  await toll.getByRole("link", { name: "Forces News" }).first().click();
  await page.locator(".tab.active", { hasText: "forces.md" }).waitFor();
  await report.getByRole("heading", { level: 1 }).click();
  await page.getByRole("button", { name: "Open Report as Markdown" }).first().click();
  await writer.seesInEditor("# Citations checked: draft.md");
});

test("a writer goes to a passage by a key, and peeks at it", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  const peek = page.locator(".peekview-widget");
  await writer.insist(async () => {
    await writer.clickOn("400");
    await page.keyboard.press("Control+Shift+F10");
  }, peek);
  await peek.getByText("forces.md").first().waitFor();
  await peek.locator(".view-line", { hasText: "400 witnesses" }).first().waitFor();
  await page.screenshot({ path: join(output, "peek.png") });
  await page.keyboard.press("Escape");
  await peek.waitFor({ state: "detached" });
  await writer.insist(() => page.keyboard.press("F12"), page.locator(".tab.active", { hasText: "forces.md" }));
  await page.locator(".editor-instance .view-line", { hasText: "400 witnesses" }).first().waitFor();
});
