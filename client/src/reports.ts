import * as vscode from "vscode";
import { reportScheme } from "../../server/src/service/protocol.ts";
import { openPlaceCommand, withPlaces } from "./places.ts";

/** Kind of the panels that show reports; menus name it. */
const view = "sourceline.report";

/** Shows the reports of this session as pages whose links lead to the places they name, and, where the writer asks for it, as read-only Markdown. */
export class Reports implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #panels = new Map<string, vscode.WebviewPanel>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(reportScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
    });
  }

  /** Takes a title and a report in Markdown; shows it beside the draft, in place of an earlier one of that title. */
  async show(title: string, text: string): Promise<void> {
    const uri = textUri(title);
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const body = await rendered(text);
    if (body === null) return await showText(uri);
    const panel = this.#panels.get(title) ?? this.#open(title);
    panel.webview.html = page(title, body);
    panel.reveal(undefined, true);
  }

  /** Shows the Markdown of the report that is in front, to be copied or saved. */
  async showAsText(): Promise<void> {
    const front = [...this.#panels].find(([, { active }]) => active) ?? [...this.#panels].find(([, it]) => it.visible);
    if (front) await showText(textUri(front[0]));
  }

  /** Forgets all reports. */
  dispose(): void {
    vscode.Disposable.from(this.#registration, this.#changed, ...this.#panels.values()).dispose();
  }

  /** Nothing in a report is run: its links may open places, and do nothing else. */
  #open(title: string): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: false, enableCommandUris: [openPlaceCommand], localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel(view, title, column, { ...options, enableFindWidget: true });
    panel.iconPath = new vscode.ThemeIcon("checklist");
    panel.onDidDispose(() => this.#panels.delete(title));
    this.#panels.set(title, panel);
    return panel;
  }
}

function textUri(title: string): vscode.Uri {
  return vscode.Uri.from({ scheme: reportScheme, path: `/${title.replaceAll("/", "-")}` });
}

async function showText(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(document, "markdown");
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}

/** VS Code's own Markdown makes the page; where it is switched off, there is none. */
async function rendered(text: string): Promise<string | null> {
  try {
    return await vscode.commands.executeCommand<string>("markdown.api.render", withPlaces(text));
  } catch {
    return null;
  }
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

/** The colours are the theme's. */
const style = `
body { font-size: var(--vscode-markdown-font-size, 14px); line-height: 1.5; padding: 0 2em 3em; }
main { max-width: 48em; margin: 0 auto; overflow-wrap: break-word; }
h1 { font-size: 1.8em; font-weight: 600; line-height: 1.25; }
h2 { font-size: 1.3em; font-weight: 600; margin: 2em 0 0.5em; padding-bottom: 0.25em; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); }
h3 { font-size: 1.1em; font-weight: 600; margin: 1.5em 0 0.5em; }
ul { padding-left: 1.4em; }
li { margin: 0.35em 0; }
p { margin: 0.35em 0; }
blockquote { margin: 0.5em 0; padding: 0.1em 0.9em; background: var(--vscode-textBlockQuote-background); border-left: 4px solid var(--vscode-textBlockQuote-border, currentColor); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
