import * as vscode from "vscode";
import type { ProtocolRange } from "../../server/src/service/protocol.ts";
import { draftSelector } from "./selector.ts";

/** Gives the draft in the active editor, nothing where that shows something else. */
export function activeDraft(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isDraft(editor.document) ? editor : undefined;
}

/** Takes a document; says whether it is written in a language of drafts and lies where drafts do. */
export function isDraft(document: vscode.TextDocument): boolean {
  return vscode.languages.match(draftSelector, document) > 0;
}

/** Gives the URI of what is being worked on, whose corpus is meant: the active draft, else a draft that is seen, else the first folder. */
export function placeOfWork(): vscode.Uri | undefined {
  const seen = vscode.window.visibleTextEditors.find(({ document }) => isDraft(document));
  return (activeDraft() ?? seen)?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** Takes a range as the protocol has it; gives it as VS Code has it. */
export function toRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
