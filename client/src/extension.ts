import * as vscode from "vscode";
import { checkCitations } from "./check.ts";
import { createClient } from "./client.ts";
import { FindingMarks } from "./marks.ts";
import { Reports } from "./reports.ts";
import { provideSources } from "./sources.ts";
import { FolderStatus } from "./status.ts";

/**
 * Called by VS Code when a draft is opened or a command of ours is used. Takes the extension's context; resolves when the
 * server is up, and rejects where it cannot be started. All that is registered here goes with the context.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createClient(context);
  const reports = new Reports();
  context.subscriptions.push(
    client,
    reports,
    provideSources(client),
    new FindingMarks(client),
    new FolderStatus(client),
    vscode.commands.registerCommand("sourceline.checkCitations", (scope?: unknown) =>
      checkCitations(client, reports, scope),
    ),
    vscode.commands.registerCommand("sourceline.showOutput", () => client.outputChannel.show()),
  );
  await client.start();
}
