import { type Browser, chromium, type Page } from "playwright-core";
import { browserEnvironment, host } from "../../server/build/host.mjs";

/** What the workbench is opened with. */
export interface Opening {
  readonly port: number;
  /** Folder of the workspace. */
  readonly folder: string;
  /** Folder of an extension that is run from its sources' bundles; none where it is installed. */
  readonly extension?: string;
  /** Module whose exported `run()` is the suite. */
  readonly suite?: string;
  /** Files to open. */
  readonly files?: readonly string[];
}

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

function addressOf({ port, folder, extension, suite, files = [] }: Opening): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(extension ? [["extensionDevelopmentPath", remote(extension)]] : []),
    ...(suite ? [["extensionTestsPath", remote(suite)]] : []),
    ...files.map((file) => ["openFile", remote(file)]),
    ["skipWelcome", "true"],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
