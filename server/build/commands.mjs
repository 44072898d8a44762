import { existsSync } from "node:fs";
import module, { createRequire } from "node:module";
import { join, relative } from "node:path";
import { bundleAll } from "./bundle.mjs";
import { installDependencies } from "./install.mjs";
import { cacheFolder, inRoot } from "./paths.mjs";
import { SetUpError } from "./run.mjs";

/**
 * What can be started by name. Each takes its arguments and gives an exit code, or nothing where the program
 * that it starts sets the code itself.
 */
export const commands = {
  start: async (args) => await runSourceline(["check", ...(args.length > 0 ? args : sample()), "--fail-on", "never"]),
  cli: async (args) => await runSourceline(args),
  build: async () => await setUp(),
  test: async (args) => await later("./test.mjs", (it) => it.runTests(args)),
  playground: async (args) => await later("./playground.mjs", (it) => it.runPlayground(args)),
  "test:desktop": async () => await later("./desktop.mjs", (it) => it.runDesktopTests()),
  bench: async (args) => await later("./run.mjs", (it) => it.runThrough(process.execPath, [bench, ...args])),
  quality: async (args) => await later("./run.mjs", (it) => it.runThrough(process.execPath, [quality, ...args])),
  package: async (args) => await later("./package.mjs", (it) => it.packageExtension(args)),
};

const bench = inRoot("test", "bench", "run.ts");
const quality = inRoot("test", "quality", "run.ts");

async function setUp() {
  installDependencies();
  await bundleAll();
  return 0;
}

/** What stands on installed packages is loaded only when they are there. */
async function later(file, use) {
  await setUp();
  return await use(await import(file));
}

function sample() {
  return [inRoot("client", "sample", "draft.md"), "--corpus", inRoot("corpus")].map(fromWhereTheWriterStands);
}

function fromWhereTheWriterStands(argument) {
  return argument.startsWith("--") ? argument : relative(writersFolder(), argument);
}

/** npm moves to the project's folder; paths that the writer types count from where they stood. */
function writersFolder() {
  return process.env["INIT_CWD"] ?? process.cwd();
}

/** Runs the command line in this process: its streams are ours, and it sets the exit code. */
async function runSourceline(args) {
  await setUp();
  const program = inRoot("server", "dist", "cli.cjs");
  if (!existsSync(program))
    throw new SetUpError("The command line is missing: server/src/cli/main.ts could not be found.");
  process.chdir(writersFolder());
  process.argv = [process.execPath, program, ...args];
  module.enableCompileCache?.(join(cacheFolder, "compiled"));
  createRequire(import.meta.url)(program);
  return process.exitCode;
}
