import { Console } from "node:console";
import process from "node:process";
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
} from "vscode-languageserver/node";
import { bytesOfMessage } from "./messagebytes.ts";

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

/** Writes each message in one go, its header and its content together. */
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
      this.output.write(bytesOfMessage(message), (error) => {
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
