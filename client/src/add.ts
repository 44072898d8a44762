import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type AddParams, type AddResult, addRequest } from "../../server/src/service/protocol.ts";
import { placeOfWork } from "./drafts.ts";

/** What the writer adds. */
type Additions = Pick<AddParams, "files" | "text" | "address">;

const nothing: Additions = { files: [], text: null, address: null };

/** The ways in which a source is added: how each is called, and how the writer says what. */
const ways = [
  { icon: "files", label: () => vscode.l10n.t("Files…"), ask: askFiles },
  { icon: "clippy", label: () => vscode.l10n.t("The text on the clipboard"), ask: readClipboard },
  { icon: "globe", label: () => vscode.l10n.t("A page on the web…"), ask: askAddress },
] as const;

/**
 * Takes the client; asks the writer for what to add (or takes it, from another command) and has it put into the corpus of what is being worked on.
 * Gives what became of it, nothing where the writer chose nothing.
 */
export async function addSource(client: LanguageClient, given?: Partial<Additions>): Promise<AddResult | undefined> {
  const uri = placeOfWork();
  if (!uri) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t("Open a draft or a folder of drafts first, then add its sources."),
    );
    return undefined;
  }
  const additions = given ? { ...nothing, ...given } : await ask();
  if (!additions) return undefined;
  const title = vscode.l10n.t("Adding to the corpus");
  const options = { location: vscode.ProgressLocation.Window, title };
  const params: AddParams = { uri: uri.toString(), ...additions };
  const result = await vscode.window.withProgress(options, () => client.sendRequest<AddResult>(addRequest, params));
  await tell(result);
  return result;
}

async function ask(): Promise<Additions | undefined> {
  const choices = ways.map((way) => ({ ...way, label: way.label(), iconPath: new vscode.ThemeIcon(way.icon) }));
  const placeHolder = vscode.l10n.t("Where is the source?");
  return await (await vscode.window.showQuickPick(choices, { placeHolder }))?.ask();
}

async function askFiles(): Promise<Additions | undefined> {
  const openLabel = vscode.l10n.t("Add to the Corpus");
  const files = await vscode.window.showOpenDialog({ canSelectMany: true, openLabel });
  return files && { ...nothing, files: files.map(String) };
}

async function readClipboard(): Promise<Additions> {
  return { ...nothing, text: await vscode.env.clipboard.readText() };
}

/** Nothing is fetched before the writer has said which address, and agreed that it is fetched now. */
async function askAddress(): Promise<Additions | undefined> {
  const copied = (await vscode.env.clipboard.readText()).trim();
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t("Add a page on the web"),
    prompt: vscode.l10n.t(
      "Its address. The page is fetched once, now, and kept in the corpus as it came, beside its text.",
    ),
    value: isAddress(copied) ? copied : "https://",
    validateInput: (text) => (isAddress(text.trim()) ? undefined : vscode.l10n.t("Give a whole address: https://…")),
  });
  return address === undefined ? undefined : { ...nothing, address: address.trim() };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

async function tell({ added, messages, failed }: AddResult): Promise<void> {
  const [first] = added;
  const message = messages.join("\n");
  if (failed > 0) return void vscode.window.showErrorMessage(message);
  if (first === undefined) return;
  const open = vscode.l10n.t("Open");
  void vscode.window.showInformationMessage(message, open).then(async (chosen) => {
    if (chosen === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(first));
  });
}
