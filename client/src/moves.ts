import * as vscode from "vscode";
import type { FindingItem } from "../../server/src/service/protocol.ts";
import { activeDraft, toRange } from "./drafts.ts";
import type { ServerEvents } from "./events.ts";
import { groupOf, titleOf } from "./groups.ts";

/** Takes what the server tells; registers the commands that go to the next and to the previous finding that asks for an act. */
export function provideMoves(events: ServerEvents): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("sourceline.nextFinding", () => move(events, 1)),
    vscode.commands.registerCommand("sourceline.previousFinding", () => move(events, -1)),
  );
}

async function move(events: ServerEvents, step: 1 | -1): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const found = await events.upToDate(editor.document);
  const findings = (found?.findings ?? []).filter(({ task }) => task !== "quiet");
  const target = targetOf(findings, editor.selection, step);
  if (!target) {
    const nothing = found
      ? vscode.l10n.t("Nothing in this draft asks for your attention.")
      : vscode.l10n.t("This draft is not checked: the status beside its language says why.");
    vscode.window.setStatusBarMessage(nothing, 5000);
    return;
  }
  const range = toRange(target.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  vscode.window.setStatusBarMessage(`${titleOf(groupOf(target))}: ${target.message}`, 10_000);
  await vscode.commands.executeCommand("editor.action.showHover");
}

/** Behind the last comes the first. */
function targetOf(findings: readonly FindingItem[], from: vscode.Selection, step: 1 | -1): FindingItem | undefined {
  const ordered = [...findings].sort((a, b) => toRange(a.range).start.compareTo(toRange(b.range).start));
  if (step > 0) return ordered.find(({ range }) => toRange(range).start.isAfter(from.start)) ?? ordered[0];
  return ordered.findLast(({ range }) => toRange(range).start.isBefore(from.start)) ?? ordered.at(-1);
}
