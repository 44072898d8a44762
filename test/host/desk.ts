import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";
import { openWorkbench, startBrowser } from "./browser.ts";
import { Person } from "./person.ts";
import { needHost } from "./run.ts";
import { startHost } from "./server.ts";
import { leaveTraces } from "./traces.ts";
import { copySample, emptyFolder, project, writeFiles } from "./workspace.ts";

/** What lies on the desk when a writer sits down at it. */
export interface DeskOptions {
  /** Whether the sample and its corpus are there; they are where nothing is said. */
  readonly sample?: boolean;
  /** Files beside it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Path of the draft that is opened. */
  readonly draft?: string;
  /** Language of the workbench, as BCP 47 has it. */
  readonly language?: string;
  /** False where VS Code asks whether the folder is to be trusted. */
  readonly trusted?: boolean;
}

/** A desk at which a writer sits. */
export interface Desk {
  readonly page: Page;
  readonly writer: Person;
  readonly folder: string;
  /** Process of VS Code's server, whose descendant the language server is. */
  readonly process: number;
}

/** What one thing may take to show, in milliseconds: a machine under load is slow. */
const patience = 45_000;

/** Takes the context of a test and what is to lie there; opens it in a workbench of its own, which goes with the test. */
export async function openDesk(context: TestContext, options: DeskOptions = {}): Promise<Desk> {
  needHost();
  const { sample = true, files = {}, draft = "draft.md", language, trusted = true } = options;
  let page: Page | undefined;
  context.after(() => leaveTraces(context, page));
  const { folder, remove } = await (sample ? copySample() : emptyFolder());
  context.after(remove);
  await writeFiles(folder, files);
  const server = await startHost({ trusted });
  context.after(() => server.stop());
  const browser = await startBrowser();
  context.after(() => browser.close());
  page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(patience);
  if (language !== undefined)
    await page.addInitScript((code) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: code }), language);
  await openWorkbench(page, { port: server.port, folder, extension: project, files: [join(folder, draft)] });
  return { page, writer: new Person(page), folder, process: server.process };
}

/** Takes the context of a test; opens the sample and waits until it is checked. */
export async function openSample(context: TestContext, options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(context, options);
  await desk.writer.seesProblems();
  return desk;
}
