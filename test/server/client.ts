import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  Diagnostic,
  PublishDiagnosticsParams,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { FindingsParams, StatusParams } from "../../server/src/service/protocol.ts";

const MAIN = fileURLToPath(new URL("../../server/src/node/main.ts", import.meta.url));

/** Indexes of the tests' corpora are kept in a place of their own. */
const caches = mkdtempSync(path.join(tmpdir(), "sourceline-caches-"));
process.once("exit", () => rmSync(caches, { recursive: true, force: true }));

/** A client that asks for diagnostics, resolves actions and takes links, as VS Code does. */
export const pulls = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    codeAction: { resolveSupport: { properties: ["edit"] } },
    publishDiagnostics: { relatedInformation: true },
  },
} as const;

/** A client that waits to be told, as older editors do. */
export const waits = {} as const;

/** A folder of files in a temporary place, by path. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), "sourceline-")));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.file(name)), { recursive: true });
    writeFileSync(this.file(name), text);
  }

  remove(name: string): void {
    rmSync(this.file(name), { recursive: true });
  }

  file(name: string): string {
    return path.join(this.path, name);
  }

  uri(name = ""): string {
    return pathToFileURL(this.file(name)).href;
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Words of a client's answers to `workspace/configuration`, by folder URI; "" for every folder. */
export type Settings = Readonly<Record<string, object | null>>;

/** What a client starts with. */
export interface Start {
  readonly folders: readonly Folder[];
  readonly capabilities: object;
  readonly settings?: Settings;
  readonly options?: object;
}

/** A client of the server, over stdio, that keeps what it is told and lets tests wait for it. */
export class Client {
  readonly connection: MessageConnection;
  readonly registrations: { method: string; registerOptions: unknown }[] = [];
  settings: Settings;
  private readonly process: ChildProcess;
  private readonly told: { method: string; params: unknown }[] = [];
  private readonly waiting: { method: string; test: (params: never) => boolean; resolve: (params: never) => void }[] =
    [];
  private ending = false;
  private readonly versions = new Map<string, number>();

  constructor(process: ChildProcess, settings: Settings) {
    this.process = process;
    this.settings = settings;
    assert.ok(process.stdout && process.stdin);
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.connection.onNotification((method, params) => this.receive(method, params));
    this.connection.onUnhandledProgress((progress) => this.receive("$/progress", progress));
    this.connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) console.error(message);
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => this.settings[scopeUri] ?? this.settings[""] ?? null),
    );
    this.connection.onRequest("workspace/workspaceFolders", () => null);
    this.connection.onRequest("workspace/diagnostic/refresh", () => this.receive("refresh", {}) ?? null);
    this.connection.onRequest("client/registerCapability", ({ registrations }) => {
      this.registrations.push(...registrations);
      this.receive("registered", registrations);
      return null;
    });
    this.connection.listen();
    process.once("exit", () => this.ending || this.connection.dispose());
  }

  /** Waits for a notification (sent already or to come) that passes a test. */
  async next<T>(method: string, test: (params: T) => boolean = () => true): Promise<T> {
    const at = this.told.findIndex((one) => one.method === method && test(one.params as T));
    if (at >= 0) return this.told.splice(at, 1)[0]?.params as T;
    return new Promise<T>((resolve) => {
      this.waiting.push({
        method,
        test: test as (params: never) => boolean,
        resolve: resolve as (params: never) => void,
      });
    });
  }

  status(test: (status: StatusParams) => boolean = () => true): Promise<StatusParams> {
    return this.next("sourceline/status", test);
  }

  findings(uri: string, version: number): Promise<FindingsParams> {
    return this.next("sourceline/findings", (one: FindingsParams) => one.uri === uri && one.version === version);
  }

  published(
    uri: string,
    test: (found: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    return this.next(
      "textDocument/publishDiagnostics",
      (one: PublishDiagnosticsParams) => one.uri === uri && test(one),
    );
  }

  async open(uri: string, text: string, languageId = "markdown"): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends changes; gives the version that the document has then. */
  async change(uri: string, contentChanges: readonly object[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async pull(uri: string, previousResultId?: string): Promise<{ kind: string; items: Diagnostic[]; resultId: string }> {
    return this.ask("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  async touch(uri: string, type = 2): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ending = true;
    await this.connection.sendRequest("shutdown");
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.connection.sendNotification("exit");
    await ended;
    this.connection.dispose();
  }

  private receive(method: string, params: unknown): void {
    const at = this.waiting.findIndex((one) => one.method === method && one.test(params as never));
    if (at < 0) this.told.push({ method, params });
    else this.waiting.splice(at, 1)[0]?.resolve(params as never);
  }
}

/** Starts a server and says hello to it. */
export async function start({ folders, capabilities, settings = {}, options }: Start): Promise<Client> {
  const env = { ...process.env, SOURCELINE_CACHE: caches, NODE_COMPILE_CACHE: caches };
  const server = spawn(process.execPath, [MAIN, "--stdio"], { stdio: ["pipe", "pipe", "inherit"], env });
  const client = new Client(server, settings);
  const workspaceFolders = folders.map((folder) => ({ uri: folder.uri(), name: "folder" }));
  await client.ask("initialize", {
    processId: process.pid,
    rootUri: workspaceFolders[0]?.uri ?? null,
    workspaceFolders,
    capabilities: capabilities as ClientCapabilities,
    initializationOptions: options,
  });
  await client.connection.sendNotification("initialized", {});
  return client;
}

/** Takes a text and the edit of an action; gives the text after it. */
export function edited(text: string, edit: WorkspaceEdit | undefined): string {
  const edits =
    edit?.documentChanges?.flatMap((one) => ("edits" in one ? (one.edits as TextEdit[]) : [])) ??
    Object.values(edit?.changes ?? {}).flat();
  const offset = ({ line, character }: { line: number; character: number }) =>
    text
      .split("\n")
      .slice(0, line)
      .reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

/** Takes a text and words in it; gives the position where they begin (or one inside them). */
export function at(text: string, words: string, into = 0): { line: number; character: number } {
  const offset = text.indexOf(words);
  assert.ok(offset >= 0, `“${words}” stands in the draft`);
  const before = text.slice(0, offset + into).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
