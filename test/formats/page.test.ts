import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, it, type TestContext } from "node:test";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { formatHtml } from "../../server/src/service/formats/html.ts";
import { openBrowser } from "./browser.ts";
import { sampleReport } from "./fixture.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const html = formatHtml(sampleReport());
const LOOKS = [
  { name: "desktop, light", width: 1280, height: 900, colorScheme: "light" },
  { name: "desktop, dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "phone, light", width: 375, height: 800, colorScheme: "light" },
  { name: "phone, dark", width: 375, height: 800, colorScheme: "dark" },
] as const;

describe("the HTML page in a browser", () => {
  let browser: Browser | null = null;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  async function withPage(t: TestContext, look: (typeof LOOKS)[number], use: (page: Page) => Promise<void>) {
    if (browser === null) return t.skip("no Chromium is set up; npm test sets one up");
    const { width, height, colorScheme } = look;
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, bypassCSP: true });
    try {
      await page.setContent(html);
      await use(page);
    } finally {
      await page.close();
    }
  }

  for (const look of LOOKS) {
    it(`has no finding of axe-core: ${look.name}`, (t) =>
      withPage(t, look, async (page) => {
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() =>
          (globalThis as never as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
        assert.ok(passes.some(({ id }) => id === "color-contrast"));
      }));
    it(`fits its width: ${look.name}`, (t) =>
      withPage(t, look, async (page) => {
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= look.width);
      }));
  }

  it("hides the notes of a verdict by its checkbox, by keyboard alone", (t) =>
    withPage(t, LOOKS[0], async (page) => {
      const notes = page.locator(".note.v-unsupported");
      assert.equal(await notes.first().isVisible(), true);
      await page.getByRole("checkbox", { name: "Unsupported" }).focus();
      await page.keyboard.press("Space");
      assert.equal(await notes.first().isVisible(), false);
      assert.equal(await page.locator(".note.v-disputed").first().isVisible(), true);
    }));
  it("leads from a fact to its note and back", (t) =>
    withPage(t, LOOKS[0], async (page) => {
      await page.getByRole("link", { name: /^Note 1: figure, disputed/ }).press("Enter");
      assert.equal(await page.evaluate(() => location.hash), "#n1");
    }));
  it("puts notes beside the text where there is room, below it where there is not", async (t) => {
    const places: boolean[] = [];
    for (const look of [LOOKS[0], LOOKS[2]]) {
      await withPage(t, look, async (page) => {
        const row = page.locator(".row", { has: page.locator(".note") }).first();
        const text = await row.locator(".text").boundingBox();
        const notes = await row.locator(".notes").boundingBox();
        places.push((notes?.x ?? 0) > (text?.x ?? 0) + (text?.width ?? 0) - 1);
      });
    }
    if (browser !== null) assert.deepEqual(places, [true, false]);
  });
});
