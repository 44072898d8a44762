/**
 * Starts everything that a person or CI asks for by name (`npm start`, `npm test` …), on any Node from 20 and with nothing
 * installed beforehand: it sees to Node, dependencies and bundles first, quietly where there is nothing to do.
 */
import { argv, env } from "node:process";
import { fileURLToPath } from "node:url";
import { commands } from "./commands.mjs";
import { cleanEnvironment, runThrough, SetUpError, say } from "./run.mjs";
import { isNewEnough, suitableNode } from "./runtime.mjs";

const [name = "start", ...args] = argv.slice(2);
try {
  process.exitCode = isNewEnough(process.version) ? await runCommand() : await startAgain();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  say(error.message);
  process.exitCode = 2;
}

async function runCommand() {
  const command = commands[name];
  if (!command) throw new SetUpError(`There is no command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
  return await command(args);
}

/** Runs this same file on a Node that is new enough. */
async function startAgain() {
  const again = { ...cleanEnvironment(), SOURCELINE_FIRST_NODE: process.execPath };
  const kept = { npm_execpath: env["npm_execpath"], INIT_CWD: env["INIT_CWD"] };
  for (const [key, value] of Object.entries(kept)) if (value) again[key] = value;
  const self = fileURLToPath(import.meta.url);
  return await runThrough(suitableNode(), ["--disable-warning=ExperimentalWarning", self, name, ...args], {
    env: again,
  });
}
