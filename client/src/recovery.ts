import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient/node";
import { proseSelector } from "./selector.ts";

/** So many ends of the server in so many milliseconds, and it is not started again unless the writer asks. */
const most = 4;
const within = 180_000;

/** Starts the server again where it ends unexpectedly, and says so in the status of drafts, without a window in the writer's way. */
export class Recovery implements ErrorHandler, vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem("sourceline.server", proseSelector);
  #ends: number[] = [];
  #stopped = false;

  constructor() {
    this.#item.name = vscode.l10n.t("Sourceline server");
    this.#item.text = vscode.l10n.t("Sourceline is running");
    this.#item.command = { title: vscode.l10n.t("Restart"), command: "sourceline.restartServer" };
  }

  /** A message that could not be read or written is in the log; the server goes on. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  /** The server has ended: it is started again, unless that has happened too often. */
  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < within), now];
    return this.#ends.length > most ? this.#giveUp() : this.#restart();
  }

  /** The writer has started the server again: what happened before does not count. */
  forget(): void {
    this.#ends = [];
    this.#stopped = false;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
    this.#item.text = vscode.l10n.t("Sourceline is running");
    this.#item.detail = "";
  }

  /** Whether the server has ended too often and waits for the writer. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Says that drafts are not checked, and offers what helps. */
  async sayStopped(): Promise<void> {
    const message = vscode.l10n.t(
      "Sourceline no longer checks your drafts: its server ended {0} times within a few minutes. Nothing of yours is lost. Restart it; if it ends again, its log says why.",
      most + 1,
    );
    const restart = vscode.l10n.t("Restart");
    const log = vscode.l10n.t("Show Log");
    const chosen = await vscode.window.showErrorMessage(message, restart, log);
    if (chosen === restart) await vscode.commands.executeCommand("sourceline.restartServer");
    if (chosen === log) await vscode.commands.executeCommand("sourceline.showOutput");
  }

  /** Takes the item away. */
  dispose(): void {
    this.#item.dispose();
  }

  #restart(): CloseHandlerResult {
    this.#item.severity = vscode.LanguageStatusSeverity.Warning;
    this.#item.text = vscode.l10n.t("Sourceline was restarted");
    this.#item.detail = vscode.l10n.t("Its server ended unexpectedly and was started again. Nothing of yours is lost.");
    return { action: CloseAction.Restart, handled: true };
  }

  #giveUp(): CloseHandlerResult {
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.text = vscode.l10n.t("Sourceline has stopped");
    this.#item.detail = vscode.l10n.t(
      "Its server ended {0} times within a few minutes. Drafts are not checked until it is restarted.",
      most + 1,
    );
    this.#stopped = true;
    void this.sayStopped();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
