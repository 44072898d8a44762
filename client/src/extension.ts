import * as vscode from "vscode";
import { addSource } from "./add.ts";
import { annotateDraft } from "./annotate.ts";
import { checkCitations } from "./check.ts";
import { createClient } from "./client.ts";
import { ServerEvents } from "./events.ts";
import { FindingsView } from "./findingsview.ts";
import { FocusMode } from "./focus.ts";
import { provideIgnore } from "./ignore.ts";
import { insertCitations } from "./insert.ts";
import { cleanCopy, lockPassages, verifyLock } from "./lock.ts";
import { FindingMarks } from "./marks.ts";
import { provideMoves } from "./moves.ts";
import { openPlace, openPlaceCommand } from "./places.ts";
import { Recovery } from "./recovery.ts";
import { Reports } from "./reports.ts";
import { provideSample } from "./sample.ts";
import { provideSources } from "./sources.ts";
import { SourcesView } from "./sourcesview.ts";
import { FolderStatus } from "./status.ts";

/**
 * Called by VS Code when a draft is opened or a command or view of ours is used. Takes the extension's context; resolves when the
 * server is up, and rejects where it cannot be started. All that is registered here goes with the context.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const recovery = new Recovery();
  const client = createClient(context, recovery);
  const events = new ServerEvents(client);
  const reports = new Reports();
  const served: Commands = {
    "sourceline.checkCitations": (scope) => checkCitations(client, reports, scope),
    "sourceline.addSource": (given) => addSource(client, given),
    "sourceline.annotateDraft": (given) => annotateDraft(client, given),
    "sourceline.cleanCopy": (given) => cleanCopy(client, given),
    "sourceline.lockPassages": () => lockPassages(client),
    "sourceline.verifyLock": () => verifyLock(client, reports),
    "sourceline.insertCitations": () => insertCitations(),
  };
  const commands: Commands = {
    ...Object.fromEntries(Object.entries(served).map(([name, run]) => [name, whileServed(run, recovery)])),
    "sourceline.openReportText": () => reports.showAsText(),
    "sourceline.showOutput": () => client.outputChannel.show(),
    "sourceline.restartServer": () => client.restart().then(() => recovery.forget()),
  };
  context.subscriptions.push(
    client,
    recovery,
    events,
    reports,
    provideSources(client),
    provideIgnore(client),
    provideMoves(events),
    provideSample(context),
    new FindingMarks(events),
    new FolderStatus(events),
    new FindingsView(events),
    new SourcesView(client, events),
    new FocusMode(client, events),
    vscode.commands.registerCommand(openPlaceCommand, openPlace),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
  await client.start();
}

type Commands = Readonly<Record<string, (given?: never) => unknown>>;

/** What needs the server says so where that has stopped, rather than fail. */
function whileServed(run: Commands[string], recovery: Recovery): Commands[string] {
  return (given) => (recovery.stopped ? recovery.sayStopped() : run(given));
}
