import * as vscode from "vscode";
import type { StatusParams } from "../../server/src/service/protocol.ts";
import type { ServerEvents } from "./events.ts";
import { draftSelector, proseSelector } from "./selector.ts";

const severities: Readonly<Record<StatusParams["state"], vscode.LanguageStatusSeverity>> = {
  ready: vscode.LanguageStatusSeverity.Information,
  indexing: vscode.LanguageStatusSeverity.Information,
  "no-corpus": vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

/** Shows, beside the language of a draft, what the corpus of its folder holds, or what is missing and what to do. */
export class FolderStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem("sourceline.corpus", proseSelector);
  readonly #folders = new Map<string, StatusParams>();
  readonly #subscriptions: vscode.Disposable[];

  /** Takes what the server tells, of which the status of folders is to be shown. */
  constructor(events: ServerEvents) {
    this.#item.name = "Sourceline";
    this.#item.text = vscode.l10n.t("Sourceline");
    this.#item.busy = true;
    this.#subscriptions = [
      events.onStatus((params) => this.#receive(params)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
  }

  /** Takes the item away. */
  dispose(): void {
    vscode.Disposable.from(this.#item, ...this.#subscriptions).dispose();
  }

  #receive(params: StatusParams): void {
    this.#folders.set(vscode.Uri.parse(params.folder).toString(), params);
    this.#show();
  }

  #show(): void {
    const status = this.#ofActiveDraft();
    if (!status) return;
    if ([...this.#folders.values()].some(isSource)) {
      this.#showSource();
      return;
    }
    this.#item.selector = status.state === "no-corpus" ? proseSelector : draftSelector;
    this.#item.busy = status.state === "indexing";
    this.#item.severity = severityOf(status);
    this.#item.text = status.state === "no-corpus" ? vscode.l10n.t("No corpus") : sourcesText(status.sources);
    this.#item.detail = status.message;
    this.#item.command = commandFor(status.state);
    this.#item.accessibilityInformation = { label: `Sourceline: ${status.message}` };
  }

  /** Beside a source that is open it says why nothing is checked in it. */
  #showSource(): void {
    this.#item.selector = draftSelector;
    this.#item.busy = false;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
    this.#item.text = vscode.l10n.t("A source");
    this.#item.detail = vscode.l10n.t("This file lies in the corpus: drafts are checked against it, and it is none.");
    this.#item.command = undefined;
    this.#item.accessibilityInformation = { label: `Sourceline: ${this.#item.detail}` };
  }

  /** The status of the innermost folder that holds the draft being written; of any where it lies in none. */
  #ofActiveDraft(): StatusParams | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? "";
    const holding = [...this.#folders].filter(([folder]) =>
      uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`),
    );
    const innermost = holding.sort(([a], [b]) => b.length - a.length)[0];
    return innermost?.[1] ?? [...this.#folders.values()].at(-1);
  }
}

function isSource({ corpus, state }: StatusParams): boolean {
  const file = vscode.window.activeTextEditor?.document.uri;
  return state !== "no-corpus" && file?.toString().startsWith(`${vscode.Uri.parse(corpus).toString()}/`) === true;
}

/** A source that could not be read weakens every verdict, and so do settings that do not hold: that is worth a warning. */
function severityOf({ state, problems, settings }: StatusParams): vscode.LanguageStatusSeverity {
  return state === "ready" && problems + settings.length > 0
    ? vscode.LanguageStatusSeverity.Warning
    : severities[state];
}

function sourcesText(count: number): string {
  return count === 1 ? vscode.l10n.t("1 source") : vscode.l10n.t("{0} sources", count);
}

function commandFor(state: StatusParams["state"]): vscode.Command {
  if (state === "no-corpus") {
    return { title: vscode.l10n.t("Add Source"), command: "sourceline.addSource" };
  }
  if (state === "error") return { title: vscode.l10n.t("Show Output"), command: "sourceline.showOutput" };
  return { title: vscode.l10n.t("Check Citations"), command: "sourceline.checkCitations" };
}
