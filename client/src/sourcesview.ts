import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type SourceFactItem,
  type SourceFactsParams,
  type SourceItem,
  type SourcesParams,
  type SourcesResult,
  sourceFactsRequest,
  sourcesRequest,
} from "../../server/src/service/protocol.ts";
import { placeOfWork, toRange } from "./drafts.ts";
import type { ServerEvents } from "./events.ts";

/** A source in the tree. */
export interface SourceNode {
  readonly source: SourceItem;
}

/** A figure or a quotation of a source in the tree. */
interface FactNode {
  readonly fact: SourceFactItem;
}

type Node = SourceNode | FactNode;

/** The tree of a corpus: each source with its figures and quotations, and how often the drafts use them. */
export class SourcesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable[];
  #place = placeOfWork();
  #filter = "";

  readonly onDidChangeTreeData = this.#changed.event;

  /** Takes the client to ask, started or not, and what the server tells: the tree follows changes of the corpus. */
  constructor(client: LanguageClient, events: ServerEvents) {
    this.#client = client;
    this.#view = vscode.window.createTreeView("sourceline.sources", { treeDataProvider: this, showCollapseAll: true });
    const command = vscode.commands.registerCommand;
    this.#subscriptions = [
      events.onStatus(() => this.#changed.fire()),
      vscode.workspace.onDidSaveTextDocument(() => this.#changed.fire()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#follow()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      command("sourceline.filterSources", (words?: unknown) => this.#askFilter(words)),
      command("sourceline.clearSourcesFilter", () => this.#setFilter("")),
      command("sourceline.refreshSources", () => this.#changed.fire()),
      command("sourceline.openSource", (node: Node) => open(node)),
      command("sourceline.revealSource", (node: SourceNode) => reveal(node)),
    ];
  }

  /** Takes the tree away. */
  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#view, this.#changed).dispose();
  }

  /** Gives the sources that the filter lets through, or the figures and quotations of a source. */
  async getChildren(node?: Node): Promise<Node[]> {
    const uri = this.#place?.toString();
    if (uri === undefined || !this.#client.isRunning()) return [];
    if (node === undefined) return await this.#sources({ uri });
    if (!("source" in node)) return [];
    const params: SourceFactsParams = { uri, id: node.source.id };
    const facts = await this.#client.sendRequest<readonly SourceFactItem[]>(sourceFactsRequest, params);
    return facts.map((fact) => ({ fact }));
  }

  /** Gives how a source, a figure or a quotation is shown, and read aloud. */
  getTreeItem(node: Node): vscode.TreeItem {
    return "source" in node ? sourceItem(node) : factItem(node);
  }

  async #sources(params: SourcesParams): Promise<Node[]> {
    const { corpus, sources, message } = await this.#client.sendRequest<SourcesResult>(sourcesRequest, params);
    const state = corpus === null ? "none" : sources.length === 0 ? "empty" : "ready";
    await vscode.commands.executeCommand("setContext", "sourceline.corpus", state);
    const found = sources.filter((source) => matches(source, this.#filter));
    this.#view.description = this.#filter === "" ? "" : `“${this.#filter}”`;
    this.#view.message = sources.length > 0 && found.length === 0 ? noneLeft(this.#filter) : message || undefined;
    return found.map((source) => ({ source }));
  }

  /** Folders may have a corpus each. */
  #follow(): void {
    const place = placeOfWork();
    const moved = place?.toString() !== this.#place?.toString();
    this.#place = place;
    if (moved) this.#changed.fire();
  }

  async #askFilter(words?: unknown): Promise<void> {
    const prompt = vscode.l10n.t("Show the sources whose outlet, title, author or id holds these words");
    const given = typeof words === "string" ? words : await vscode.window.showInputBox({ prompt, value: this.#filter });
    if (given !== undefined) await this.#setFilter(given.trim());
  }

  async #setFilter(words: string): Promise<void> {
    this.#filter = words;
    await vscode.commands.executeCommand("setContext", "sourceline.sourcesFiltered", words !== "");
    this.#changed.fire();
  }
}

function noneLeft(filter: string): string {
  return vscode.l10n.t("No source matches “{0}”.", filter);
}

function matches({ id, name, title, authors }: SourceItem, filter: string): boolean {
  const text = [id, name, title ?? "", ...authors].join(" ").toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function sourceItem({ source }: SourceNode): vscode.TreeItem {
  const { id, name, title, published, figures, quotes, used } = source;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const held = vscode.l10n.t("figures: {0}, quotations: {1}", figures, quotes);
  const parts = [published, held, usedText(used)].filter((part) => part !== null);
  item.id = id;
  item.description = parts.join(" · ");
  item.tooltip = [title ?? name, `[@${id}]`, ...parts].join("\n");
  item.iconPath = new vscode.ThemeIcon("book");
  item.contextValue = "source";
  item.accessibilityInformation = { label: [name, title, ...parts].filter((part) => part !== null).join(", ") };
  return item;
}

function factItem(node: FactNode): vscode.TreeItem {
  const { kind, text, claimant, used } = node.fact;
  const shown = kind === "quote" ? `“${text}”` : text;
  const item = new vscode.TreeItem(shown);
  const parts = [claimant, used > 0 ? usedText(used) : null].filter((part) => part !== null);
  item.description = parts.join(" · ");
  item.tooltip = [shown, ...parts].join("\n");
  item.iconPath = new vscode.ThemeIcon(kind === "quote" ? "quote" : "symbol-numeric");
  item.command = { command: "sourceline.openSource", title: vscode.l10n.t("Open"), arguments: [node] };
  const label = kind === "quote" ? vscode.l10n.t("Quotation: {0}", shown) : vscode.l10n.t("Figure: {0}", shown);
  item.accessibilityInformation = { label: [label, ...parts].join(", ") };
  return item;
}

function usedText(count: number): string {
  if (count === 0) return vscode.l10n.t("not used");
  return count === 1 ? vscode.l10n.t("used once") : vscode.l10n.t("used {0} times", count);
}

async function open(node: Node): Promise<void> {
  if ("source" in node) {
    await vscode.window.showTextDocument(vscode.Uri.parse(node.source.uri), { preview: true });
    return;
  }
  const { uri, range } = node.fact;
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range), preview: true });
}

async function reveal({ source }: SourceNode): Promise<void> {
  await vscode.commands.executeCommand("revealInExplorer", vscode.Uri.parse(source.file));
}
