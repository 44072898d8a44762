import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";
import { output } from "./workspace.ts";

/** As much of what stood on the page as tells where a test stopped, in characters. */
const MOST = 4000;

/** Takes the context of a test that has ended and the page that it looked at; where it did not pass, leaves a picture of the page and tells what stood on it. */
export async function leaveTraces(context: TestContext, page: Page | undefined): Promise<void> {
  const { passed } = context as TestContext & { readonly passed: boolean };
  if (passed || !page || page.isClosed()) return;
  const picture = join(output, `failed-${context.name.replace(/\W+/g, "-").slice(0, 40)}.png`);
  await page.screenshot({ path: picture });
  const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "nothing");
  const seen = await page.locator(".monaco-workbench").innerText();
  context.diagnostic(`The page at the end: ${picture}\nThe focus is on ${focused}\n${seen.slice(0, MOST)}`);
}
