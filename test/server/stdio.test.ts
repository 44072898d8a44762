import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  createMessageConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { OneWriteWriter } from "../../server/src/node/stdio.ts";

const words = fc.string({ unit: "grapheme", maxLength: 12 });
const position = fc.record({ line: fc.nat(9), character: fc.nat(99) });
const range = fc.record({ start: position, end: position });
const location = fc.record({ uri: words, range });
const related = fc.array(fc.record({ location, message: words }), { maxLength: 3 });
const diagnostic = fc.record(
  { range, message: words, severity: fc.constantFrom(1, 2, 3, 4), relatedInformation: related, data: words },
  { requiredKeys: ["range", "message"] },
);
const params = fc.record(
  { uri: words, version: fc.nat(), diagnostics: fc.array(diagnostic, { maxLength: 4 }) },
  { requiredKeys: ["uri", "diagnostics"] },
);
const message = fc.oneof(
  params.map((params) => ({ jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params })),
  fc.record({ jsonrpc: fc.constant("2.0"), id: fc.nat(), result: fc.oneof(words, fc.constant(null), location) }),
);

describe("messages on standard output", () => {
  it("are read as they were written, the same findings again and again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
        const twice = [...messages, ...messages];
        assert.deepEqual(await readBack(twice), JSON.parse(JSON.stringify(twice)));
      }),
      { numRuns: 100 },
    );
  });
  it("tell of a stream that is gone", async () => {
    const output = new PassThrough();
    const writer = new OneWriteWriter(output);
    const told: string[] = [];
    writer.onError(([error]) => told.push(error.message));
    output.destroy();
    await once(output, "close");
    await assert.rejects(writer.write({ jsonrpc: "2.0" }));
    assert.ok(told.length > 0);
  });
});

async function readBack(messages: readonly Message[]): Promise<Message[]> {
  const pipe = new PassThrough();
  const writer = new OneWriteWriter(pipe);
  const read: Message[] = [];
  const all = new Promise<void>((resolve) => {
    new StreamMessageReader(pipe).listen((one) => {
      if (read.push(one) === messages.length) resolve();
    });
  });
  for (const one of messages) void writer.write(one);
  await all;
  return read;
}

const main = path.join(import.meta.dirname, "..", "..", "server", "src", "node", "main.ts");

describe("the end of standard input", () => {
  for (const [shutdown, code] of [
    [true, 0],
    [false, 1],
  ] as const)
    it(
      shutdown ? "ends a server that was asked to shut down" : "ends a server whose editor is gone, and says so",
      async () => {
        const server = spawn(process.execPath, [main], { stdio: ["pipe", "pipe", "ignore"] });
        const connection = createMessageConnection(
          new StreamMessageReader(server.stdout),
          new StreamMessageWriter(server.stdin),
        );
        connection.listen();
        await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
        if (shutdown) await connection.sendRequest("shutdown");
        server.stdin.end();
        assert.deepEqual(await once(server, "exit"), [code, null]);
      },
    );
});
