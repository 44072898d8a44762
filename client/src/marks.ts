import * as vscode from "vscode";
import type { FindingItem, FindingsParams } from "../../server/src/service/protocol.ts";
import { toRange } from "./drafts.ts";
import type { ServerEvents } from "./events.ts";

/** What is underlined; problems have the editor's own squiggle. */
type Mark = "supported" | "disputed" | "uncited";

/** Line styles tell the marks apart where colours do not. A disputed figure has a squiggle below its line: the line stays close to the text. */
const looks: Readonly<Record<Mark, vscode.DecorationRenderOptions>> = {
  supported: { borderStyle: "solid", borderWidth: "0 0 1px 0" },
  disputed: { textDecoration: "underline double 1px var(--vscode-sourceline-disputed)" },
  uncited: { borderStyle: "dotted", borderWidth: "0 0 2px 0" },
};
const marks = Object.keys(looks) as readonly Mark[];

/** Verdicts that rest on a source, so that what is left to say is whether the draft cites it. */
const held: ReadonlySet<string> = new Set(["supported", "derived"]);

/** Underlines supported, disputed and uncited text in every visible editor, as the server's findings come in. */
export class FindingMarks implements vscode.Disposable {
  readonly #events: ServerEvents;
  readonly #types = new Map(marks.map((mark) => [mark, decorationFor(mark)]));
  readonly #subscriptions: vscode.Disposable[];

  /** Takes what the server tells, of which the findings are to be drawn. */
  constructor(events: ServerEvents) {
    this.#events = events;
    this.#subscriptions = [
      events.onFindings((params) => this.#receive(params)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => void this.#draw(editor))),
    ];
  }

  /** Takes all marks away. */
  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#types.values()).dispose();
  }

  #receive({ uri }: FindingsParams): void {
    const shown = vscode.window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === uri);
    for (const editor of shown) this.#draw(editor);
  }

  /** A draft that is not checked bears no marks. Findings of an older text are left where the editor has carried them: those of the newer one are on their way. */
  #draw(editor: vscode.TextEditor): void {
    const params = this.#events.findingsOf(editor.document.uri);
    if (params && params.version !== editor.document.version) return;
    const findings = params?.findings ?? [];
    for (const [mark, type] of this.#types) {
      editor.setDecorations(
        type,
        findings.filter((finding) => markOf(finding) === mark).map(({ range }) => toRange(range)),
      );
    }
  }
}

function markOf({ verdict, citation }: FindingItem): Mark | null {
  if (verdict === "disputed") return "disputed";
  if (!held.has(verdict)) return null;
  return citation === "uncited" ? "uncited" : citation === "cited" || citation === null ? "supported" : null;
}

function decorationFor(mark: Mark): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...looks[mark],
    borderColor: new vscode.ThemeColor(`sourceline.${mark}`),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
