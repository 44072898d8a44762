import * as vscode from "vscode";
import { reportScheme } from "../../server/src/service/protocol.ts";

/** Keeps the reports of this session and shows them as read-only Markdown documents. */
export class Reports implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(reportScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
    });
  }

  /** Takes a report and the name of what it is about; shows it beside the draft, in place of an earlier one of that name. */
  async show(name: string, text: string): Promise<vscode.TextEditor> {
    const title = vscode.l10n.t("Citations of {0}", name).replaceAll("/", "-");
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${title}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    return await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  /** Forgets all reports. */
  dispose(): void {
    vscode.Disposable.from(this.#registration, this.#changed).dispose();
  }
}
