import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { apply, type Keystroke } from "./essay.ts";
import { processorTime } from "./processor.ts";
import { type Times, timesOf } from "./table.ts";

/** What an editor measured. */
export interface Felt {
  /** From the key to the diagnostics, with the server's processor time on average. */
  readonly times: Times;
  /** From opening the draft to its diagnostics. */
  readonly opened: number;
  readonly diagnostics: number;
  /** Bytes that the server sent for one key, on average. */
  readonly bytes: number;
}

/** What is measured: a server that is ready, a draft and keys. */
export interface Typing {
  /** The bundle of the server. */
  readonly program: string;
  readonly corpus: string;
  readonly caches: string;
  readonly draft: string;
  readonly strokes: readonly Keystroke[];
  /** Keys before the first that counts. */
  readonly warm: number;
  readonly flags?: readonly string[];
  /** What is set in its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Milliseconds between one answer and the next key: faster than anybody types. */
const PAUSE = 30;

/** Takes a draft and keys; types them through the language server over standard input and output, each when the answer to the one before it is there. */
export async function typeThrough({
  program,
  corpus,
  caches,
  draft,
  strokes,
  warm,
  flags = [],
  environment = {},
}: Typing): Promise<Felt> {
  const server = spawn(process.execPath, [...flags, program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment, SOURCELINE_CACHE: caches, NODE_NO_WARNINGS: "1" },
  });
  let received = 0;
  server.stdout.on("data", (chunk: Buffer) => {
    received += chunk.length;
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<number, (diagnostics: readonly unknown[]) => void>();
  connection.onNotification("textDocument/publishDiagnostics", ({ version, diagnostics }) =>
    waiting.get(version)?.(diagnostics),
  );
  const ready = new Promise<void>((resolve) =>
    connection.onNotification("sourceline/status", ({ state }: { state: string }) => {
      if (state === "ready") resolve();
    }),
  );
  const published = (version: number) =>
    new Promise<readonly unknown[]>((resolve) => waiting.set(version, resolve)).finally(() => waiting.delete(version));
  connection.listen();
  const folder = path.dirname(corpus);
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    initializationOptions: { settings: { corpus } },
  });
  await connection.sendNotification("initialized", {});
  await ready;

  const uri = pathToFileURL(path.join(folder, "essay.md")).href;
  const begun = performance.now();
  const first = published(1);
  void connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text: draft },
  });
  let diagnostics = (await first).length;
  const opened = performance.now() - begun;
  const samples: number[] = [];
  let text = draft;
  let [work, before] = [0, 0];
  for (const [i, stroke] of strokes.entries()) {
    await setTimeout(PAUSE);
    if (i === warm) [work, before] = [processorTime(server.pid), received];
    const version = i + 2;
    const range = { start: positionIn(text, stroke.at), end: positionIn(text, stroke.at + stroke.removed) };
    text = apply(text, stroke);
    const answer = published(version);
    const pressed = performance.now();
    void connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range, text: stroke.typed }],
    });
    diagnostics = (await answer).length;
    if (i >= warm) samples.push(performance.now() - pressed);
  }
  work = (processorTime(server.pid) - work) / samples.length;
  await connection.sendRequest("shutdown");
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await connection.sendNotification("exit");
  await ended;
  connection.dispose();
  return { times: { ...timesOf(samples), work }, opened, diagnostics, bytes: (received - before) / samples.length };
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}
