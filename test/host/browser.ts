import { type Browser, chromium, type Page } from "playwright-core";
import { browserEnvironment, host } from "../../server/build/host.mjs";
import { addressOf, type Opening } from "./address.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser without a window. Its caller closes it. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: host.chromium, args: flags, env: browserEnvironment() });
}

/** Takes a page and what to open; gives when the workbench has loaded. */
export async function openWorkbench(page: Page, opening: Opening): Promise<void> {
  await page.goto(addressOf(opening));
  await page.waitForSelector(".monaco-workbench .part.editor");
}

/** Takes a page and what to open; runs the suite and gives its exit code and all that it logged, an entry for each call. */
export async function runSuite(page: Page, opening: Opening): Promise<{ code: number; log: readonly string[] }> {
  const lines: string[] = [];
  const exit = new Promise<number>((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) =>
    lines.push(args.map(String).join(" ")),
  );
  await page.goto(addressOf(opening));
  return { code: await exit, log: lines };
}
