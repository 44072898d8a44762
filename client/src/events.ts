import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import {
  type FindingsParams,
  findingsNotification,
  type StatusParams,
  statusNotification,
} from "../../server/src/service/protocol.ts";

/** How long a command waits for the check of what was just written, in milliseconds. */
const soon = 500;

/** What the server tells of its own accord, for all who show it. A client hands each kind of message to one listener alone: this one. */
export class ServerEvents implements vscode.Disposable {
  readonly #findings = new Map<string, FindingsParams>();
  readonly #onFindings = new vscode.EventEmitter<FindingsParams>();
  readonly #onStatus = new vscode.EventEmitter<StatusParams>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires when a draft has been checked, or is checked no more; `uri` is written as VS Code writes it. */
  readonly onFindings = this.#onFindings.event;
  /** Fires when the state of a folder's corpus has changed. */
  readonly onStatus = this.#onStatus.event;

  /** Takes the client to listen to; it need not be started yet. */
  constructor(client: LanguageClient) {
    this.#subscriptions = [
      client.onNotification(findingsNotification, (params: FindingsParams) => this.#receive(params)),
      client.onNotification(statusNotification, (params: StatusParams) => this.#onStatus.fire(params)),
      client.onDidChangeState(({ newState }) => newState === State.Stopped && this.forget()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#findings.delete(uri.toString())),
    ];
  }

  /** Takes the URI of a draft; gives what its last check found, nothing where it has not been checked. */
  findingsOf(uri: vscode.Uri): FindingsParams | undefined {
    return this.#findings.get(uri.toString());
  }

  /** Takes a document; gives what was found in it as it stands, or, where no check of that comes soon, what its last check found. */
  async upToDate({ uri, version }: vscode.TextDocument): Promise<FindingsParams | undefined> {
    if (this.findingsOf(uri)?.version !== version) {
      const next = new Promise<void>((resolve) => {
        const listening = this.onFindings((params) => {
          if (params.uri !== uri.toString() || params.version < version) return;
          listening.dispose();
          resolve();
        });
        setTimeout(() => {
          listening.dispose();
          resolve();
        }, soon);
      });
      await next;
    }
    return this.findingsOf(uri);
  }

  /** Forgets what was found: it is not known to hold any more. */
  forget(): void {
    for (const uri of this.#findings.keys())
      this.#receive({ uri, version: 0, checked: false, findings: [], ignored: [], focus: false });
  }

  /** Stops listening. */
  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#onFindings, this.#onStatus).dispose();
  }

  #receive(params: FindingsParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    const own = { ...params, uri };
    if (own.checked) this.#findings.set(uri, own);
    else this.#findings.delete(uri);
    this.#onFindings.fire(own);
  }
}
