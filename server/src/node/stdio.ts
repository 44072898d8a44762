import { Console } from "node:console";
import process from "node:process";
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Diagnostic,
  type Message,
  type MessageWriter,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  StreamMessageReader,
} from "vscode-languageserver/node";

/** Gives a connection over standard input and output. The process ends with its input; what a library prints goes to standard error, for standard output holds messages alone. */
export function connectStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new OneWriteWriter(process.stdout),
  );
  let askedTo = false;
  connection.onShutdown(() => {
    askedTo = true;
  });
  for (const event of ["end", "close"]) process.stdin.on(event, () => process.exit(askedTo ? 0 : 1));
  return connection;
}

/**
 * Writes each message in one go, its header and its content together, as the Language Server Protocol 3.17 has them ("Base Protocol"). A draft's findings
 * are told anew at each key, and mostly as they were: the passages beside them are turned to text once.
 */
export class OneWriteWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly output: NodeJS.WritableStream;
  private errors = 0;

  /** Takes the stream that messages go to. */
  constructor(output: NodeJS.WritableStream) {
    super();
    this.output = output;
    output.on("error", (error) => this.fireError(error));
    output.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const content = Buffer.from(textOf(message));
      const header = Buffer.from(`Content-Length: ${content.length}\r\n\r\n`);
      this.output.write(Buffer.concat([header, content]), (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.output.end();
  }
}

function textOf(message: Message): string {
  const { method, params } = message as Message & { readonly method?: string; readonly params?: unknown };
  if (method !== "textDocument/publishDiagnostics") return JSON.stringify(message);
  const { diagnostics, ...rest } = params as PublishDiagnosticsParams;
  const told = JSON.stringify({ ...message, params: rest });
  return `${told.slice(0, -2)},"diagnostics":[${diagnostics.map(textOfDiagnostic).join(",")}]}}`;
}

function textOfDiagnostic({ relatedInformation: related, ...rest }: Diagnostic): string {
  const told = JSON.stringify(rest);
  if (related === undefined) return told;
  let text = known.get(related);
  if (text === undefined) {
    text = JSON.stringify(related);
    known.set(related, text);
  }
  return `${told.slice(0, -1)},"relatedInformation":${text}}`;
}

/** The passages beside a finding stay the same array from check to check, and are never changed. */
const known = new WeakMap<NonNullable<Diagnostic["relatedInformation"]>, string>();
