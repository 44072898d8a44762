import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type CursorParams, cursorNotification } from "../../server/src/service/protocol.ts";
import { activeDraft, isDraft } from "./drafts.ts";
import type { ServerEvents } from "./events.ts";
import { proseSelector } from "./selector.ts";
import { settingsSet } from "./settings.ts";

/** Tells the server where the cursor is, switches focus mode and the time of checks, and shows where focus mode is on. */
export class FocusMode implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #events: ServerEvents;
  readonly #item = vscode.languages.createLanguageStatusItem("sourceline.focus", proseSelector);
  readonly #subscriptions: vscode.Disposable[];

  /** Takes the client to tell, started or not, and what the server tells: whether focus mode holds, a project file may say, too. */
  constructor(client: LanguageClient, events: ServerEvents) {
    this.#client = client;
    this.#events = events;
    this.#item.name = vscode.l10n.t("Sourceline focus mode");
    this.#item.command = { title: vscode.l10n.t("Switch Off"), command: "sourceline.toggleFocus" };
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#tell(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      events.onFindings(() => this.#look()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("sourceline") && this.#show()),
      vscode.commands.registerCommand("sourceline.toggleFocus", () => toggle(!this.#holds())),
      vscode.commands.registerCommand("sourceline.chooseRun", () => chooseRun()),
    ];
    this.#show();
  }

  /** Stops telling, and takes the item away. */
  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#item).dispose();
  }

  #tell({ document, selection }: vscode.TextEditor): void {
    if (!isDraft(document) || !this.#client.isRunning()) return;
    const { line, character } = selection.active;
    const params: CursorParams = { uri: document.uri.toString(), position: { line, character } };
    void this.#client.sendNotification(cursorNotification, params);
  }

  #show(): void {
    const editor = activeDraft();
    if (editor) this.#tell(editor);
    this.#look();
  }

  #look(): void {
    const on = this.#holds();
    this.#item.text = on ? vscode.l10n.t("Focus mode on") : vscode.l10n.t("Focus mode off");
    this.#item.detail = vscode.l10n.t("Findings in the sentence being written wait until the cursor leaves it.");
    const title = on ? vscode.l10n.t("Switch Off") : vscode.l10n.t("Switch On");
    this.#item.command = { title, command: "sourceline.toggleFocus" };
  }

  /** What a writer has set holds; else what the server goes by. */
  #holds(): boolean {
    const draft = activeDraft()?.document.uri;
    const set = settingsSet(draft)["focus"];
    return typeof set === "boolean" ? set : ((draft && this.#events.findingsOf(draft)?.focus) ?? false);
  }
}

async function toggle(on: boolean): Promise<void> {
  await write("focus", on);
  const told = on
    ? vscode.l10n.t("Focus mode is on: findings in the sentence being written wait until the cursor leaves it.")
    : vscode.l10n.t("Focus mode is off.");
  vscode.window.setStatusBarMessage(told, 5000);
}

async function chooseRun(): Promise<void> {
  const now = settings().get<string>("run", "type");
  const choices = [
    { label: vscode.l10n.t("While you write"), value: "type" },
    { label: vscode.l10n.t("When you save"), value: "save" },
    { label: vscode.l10n.t("Only by the command Check Citations"), value: "command" },
  ].map((choice) => ({ ...choice, picked: choice.value === now }));
  const placeHolder = vscode.l10n.t("When should drafts be checked?");
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder });
  if (chosen) await write("run", chosen.value);
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("sourceline", activeDraft()?.document.uri);
}

/** A setting is changed where it is set, else for the writer everywhere. */
async function write(name: string, value: string | boolean): Promise<void> {
  const set = settings().inspect(name);
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings().update(name, value, target);
}
