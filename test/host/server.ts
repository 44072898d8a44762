import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { host } from "../../server/build/host.mjs";

/** A running VS Code server with folders of its own, which `stop` takes away. */
export interface HostServer {
  readonly port: number;
  /** Its process. */
  readonly process: number;
  stop(): Promise<void>;
}

const flags = [
  "--host=127.0.0.1",
  "--port=0",
  "--without-connection-token",
  "--enable-smoke-test-driver",
  "--accept-server-license-terms",
  "--telemetry-level=off",
];

/** Takes a packaged extension to install, if any, and whether the workspace is trusted; starts VS Code's server on a free port of this machine. */
export async function startHost({
  vsix,
  trusted = true,
}: {
  vsix?: string;
  trusted?: boolean;
} = {}): Promise<HostServer> {
  const folder = await mkdtemp(join(tmpdir(), "sourceline-host-"));
  const own = [`--server-data-dir=${join(folder, "data")}`, `--extensions-dir=${join(folder, "extensions")}`];
  await mkdir(join(folder, "data", "data", "Machine"), { recursive: true });
  await writeFile(join(folder, "data", "data", "Machine", "settings.json"), JSON.stringify(quietSettings));
  if (vsix) await finish(spawnServer([...own, `--install-extension=${vsix}`, "--force"]));
  const child = spawnServer([...flags, ...own, ...(trusted ? ["--disable-workspace-trust"] : [])]);
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port: await portOf(child), process: child.pid ?? 0, stop };
}

/** What would stand between a test and the draft. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "extensions.autoCheckUpdates": false,
  "git.enabled": false,
  "workbench.reduceMotion": "on",
  "files.autoSave": "off",
};

/** The server starts processes of its own: it gets a group, so that all can be ended by its id. */
function spawnServer(args: readonly string[]): ChildProcess {
  return spawn(host.node(), [host.server, ...args], { stdio: ["ignore", "pipe", "pipe"], detached: true });
}

/** Resolves with the port that the server says it listens on; rejects with its output where it ends before. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () => reject(new Error(`VS Code's server ended before it listened:\n${output}`)));
  });
}

/** Resolves when the process ends well; rejects with what it said where it does not. */
function finish(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk));
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  process.kill(-child.pid, "SIGTERM");
  await closed;
}
