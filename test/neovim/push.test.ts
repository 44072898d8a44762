import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const project = fileURLToPath(new URL("../..", import.meta.url));
const isHere = spawnSync("nvim", ["--version"]).status === 0;
const skip = isHere ? false : "Neovim is not installed (on Debian: apt install neovim)";

test("Neovim, which waits to be told, shows the findings of the command line", {
  skip,
  timeout: 60_000,
}, async (context) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sourceline-neovim-")));
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  await cp(join(project, "client", "sample", "draft.md"), join(folder, "draft.md"));
  await cp(join(project, "corpus"), join(folder, "corpus"), { recursive: true });
  const own = { XDG_DATA_HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: join(folder, "cache") };
  const server = join(project, "server", "src", "node", "main.ts");
  const env = {
    ...process.env,
    ...own,
    SERVER: server,
    NODE: process.execPath,
    FOLDER: folder,
    SOURCELINE_CACHE: join(folder, "cache"),
  };
  const script = join(project, "test", "neovim", "push.lua");
  const { stdout } = await promisify(execFile)("nvim", ["--headless", "-u", "NONE", "-n", "-c", `luafile ${script}`], {
    env,
  });
  assert.deepEqual(stdout.trim().split("\n").sort(), (await toldByCommandLine(folder, env)).sort());
});

/** Gives the problems that `sourceline check` finds, "line:column code" for each, columns in bytes as Neovim counts them. */
async function toldByCommandLine(folder: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const program = join(project, "server", "src", "cli", "main.ts");
  const args = [program, "check", "draft.md", "--format", "sarif", "--fail-on", "never"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  interface Result {
    readonly ruleId: string;
    readonly locations: readonly { physicalLocation: { region: { startLine: number; startColumn: number } } }[];
  }
  const results: readonly Result[] = JSON.parse(stdout).runs[0].results;
  assert.ok(results.length > 5);
  return results.map(({ ruleId, locations }) => {
    const region = locations[0]?.physicalLocation.region;
    return `${region?.startLine}:${region?.startColumn} ${ruleId}`;
  });
}
