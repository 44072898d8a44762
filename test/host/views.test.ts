import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openSample } from "./desk.ts";
import { inHost } from "./run.ts";
import { output } from "./workspace.ts";

test(
  "a writer goes through findings and sources in their trees, by keyboard, in every theme",
  inHost,
  async (context) => {
    const { page, writer } = await openSample(context);
    await writer.runCommand("View: Show Sourceline");
    const findings = page.getByRole("tree", { name: /Findings/ });
    const group = findings.getByRole("treeitem", { name: /^Contradicted: \d+ findings?/ });
    await group.waitFor();
    const finding = findings.getByRole("treeitem", { name: /^2,600, line \d+, Contradicted: No source gives 2,600/ });
    await finding.waitFor();
    await group.click();
    await finding.waitFor({ state: "detached" });
    for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.locator(".statusbar-item", { hasText: "(5 selected)" }).waitFor();

    const sources = page.getByRole("tree", { name: /Sources/ });
    const voa = sources.getByRole("treeitem", { name: /^Voice of America, .*used \d+ times/ });
    await voa.click();
    await page.keyboard.press("ArrowRight");
    await sources
      .getByRole("treeitem", { name: /^Figure: .*killed/ })
      .first()
      .waitFor();
    await writer.inEveryTheme((theme) => page.screenshot({ path: join(output, `trees-${theme}.png`) }));

    await writer.runCommand("Sourceline: Filter Sources");
    await writer.answer("forces");
    await voa.waitFor({ state: "detached" });
    assert.equal(await sources.getByRole("treeitem", { level: 1 }).count(), 1);
  },
);

test("a writer takes the first steps", inHost, async (context) => {
  const { page, writer } = await openSample(context);
  await writer.runCommand("Welcome: Open Walkthrough");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "First Steps with Sourceline" }).first().click();
  const steps = page.locator(".getting-started-step");
  await steps.first().waitFor();
  assert.equal(await steps.count(), 5);
  await writer.inEveryTheme((theme) => page.screenshot({ path: join(output, `walkthrough-${theme}.png`) }));
  await page.getByRole("button", { name: "Open the Sample Draft" }).first().click();
  await page.locator(".tab.active", { hasText: "draft.md" }).waitFor();
});
