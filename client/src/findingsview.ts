import * as vscode from "vscode";
import type { FindingItem, FindingsParams, IgnoredItem, ProtocolRange } from "../../server/src/service/protocol.ts";
import { activeDraft, toRange } from "./drafts.ts";
import type { ServerEvents } from "./events.ts";
import { type GroupName, groupNames, groupOf, iconOf, ignored, isFolded, titleOf } from "./groups.ts";

/** One finding in the tree: what is shown of it, and where it stands. */
export interface Entry {
  readonly group: GroupName;
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly text: string;
  readonly message: string;
}

/** The findings of one verdict. */
interface Group {
  readonly name: GroupName;
  readonly entries: readonly Entry[];
}

type Node = Group | Entry;

/** The tree of what was found in the draft that is being written, by verdict, what is worst first. */
export class FindingsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #events: ServerEvents;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable[];
  #draft: vscode.Uri | undefined = activeDraft()?.document.uri;

  readonly onDidChangeTreeData = this.#changed.event;

  /** Takes what the server tells, of which the findings are to be listed. */
  constructor(events: ServerEvents) {
    this.#events = events;
    this.#view = vscode.window.createTreeView("sourceline.findings", { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      events.onFindings(({ uri }) => uri === this.#draft?.toString() && this.#refresh()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidCloseTextDocument(
        ({ uri }) => uri.toString() === this.#draft?.toString() && this.#follow(true),
      ),
      vscode.commands.registerCommand("sourceline.showFinding", (entry: Entry) => show(entry)),
    ];
    this.#refresh();
  }

  /** Takes the tree away. */
  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#view, this.#changed).dispose();
  }

  /** Gives the groups of the draft, or the findings of a group. */
  getChildren(node?: Node): Node[] {
    if (node) return "entries" in node ? [...node.entries] : [];
    const params = this.#draft && this.#events.findingsOf(this.#draft);
    return params ? groupsOf(params) : [];
  }

  /** Gives how a group or a finding is shown, and read aloud. */
  getTreeItem(node: Node): vscode.TreeItem {
    return "entries" in node ? groupItem(node) : entryItem(node);
  }

  /** A report or a source beside the draft does not take its findings away. */
  #follow(closed = false): void {
    const draft = activeDraft()?.document.uri;
    if (draft || closed) this.#draft = draft;
    this.#refresh();
  }

  #refresh(): void {
    this.#view.description = this.#draft?.path.split("/").at(-1) ?? "";
    const known = this.#draft !== undefined && this.#events.findingsOf(this.#draft) !== undefined;
    void vscode.commands.executeCommand("setContext", "sourceline.draftChecked", known);
    this.#changed.fire();
  }
}

function groupsOf(params: FindingsParams): Group[] {
  const entries = [
    ...params.findings.map((finding) => entryOf(params.uri, groupOf(finding), finding, finding.message)),
    ...params.ignored.map((one) => entryOf(params.uri, ignored, one, reasonOf(one))),
  ];
  return groupNames
    .map((name) => ({ name, entries: entries.filter(({ group }) => group === name) }))
    .filter((group) => group.entries.length > 0);
}

function entryOf(uri: string, group: GroupName, finding: FindingItem | IgnoredItem, message: string): Entry {
  return { group, uri, range: finding.range, text: shorten(finding.text), message };
}

function reasonOf({ reason, message }: IgnoredItem): string {
  return reason === "" ? message : vscode.l10n.t("Set aside: {0}", reason);
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > 60 ? `${flat.slice(0, 58)} …` : flat;
}

function groupItem({ name, entries }: Group): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(titleOf(name), isFolded(name) ? Collapsed : Expanded);
  item.id = name;
  item.description = String(entries.length);
  item.iconPath = iconOf(name);
  const label =
    entries.length === 1
      ? vscode.l10n.t("{0}: 1 finding", titleOf(name))
      : vscode.l10n.t("{0}: {1} findings", titleOf(name), entries.length);
  item.accessibilityInformation = { label };
  return item;
}

function entryItem(entry: Entry): vscode.TreeItem {
  const { group, text, message, range } = entry;
  const item = new vscode.TreeItem(text);
  item.description = message;
  item.tooltip = message;
  item.contextValue = group === ignored ? "ignored" : "finding";
  item.command = { command: "sourceline.showFinding", title: vscode.l10n.t("Show in the Draft"), arguments: [entry] };
  const line = range.start.line + 1;
  item.accessibilityInformation = {
    label: vscode.l10n.t("{0}, line {1}, {2}: {3}", text, line, titleOf(group), message),
  };
  return item;
}

async function show({ uri, range }: Entry): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range) });
}
