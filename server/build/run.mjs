import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** An error whose message says all that its reader needs: no stack is shown. */
export class SetUpError extends Error {}

/** Takes a line; says it on standard error, so that standard output holds the program's own output alone. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Takes a program, its arguments and spawn options; runs it with this process's own streams.
 * Gives its exit code; 128 and more where a signal ended it. Signals that reach this process reach the program too.
 */
export function runThrough(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, pass);
    child.on("error", reject);
    child.on("close", (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 128);
    });
  });
}

/** Takes npm's arguments and a folder; runs npm there quietly. Throws SetUpError with npm's own words where it fails. */
export function npm(args, cwd) {
  const [program, ...first] = npmCommand();
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier"];
  const shell = program.endsWith(".cmd");
  const done = spawnSync(program, [...first, ...args, ...quiet], {
    cwd,
    env: cleanEnvironment(),
    encoding: "utf8",
    shell,
  });
  if (done.status === 0) return;
  const words = done.error?.message ?? `${done.stdout}${done.stderr}`.trim();
  throw new SetUpError(
    `"npm ${args.join(" ")}" failed in ${cwd}:\n${words}\nCheck the network, then run the command again.`,
  );
}

/** Settings of npm that the writer may have made and that a nested npm needs: where packages come from, and how to reach it. */
const kept =
  /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https?_proxy|noproxy|cafile|ca|cert|key|strict_ssl|offline|prefer_offline|@.*|\/\/.*|_auth.*)$/i;

/** Gives this process's environment without what an npm around it has put there (its prefix, workspace and script). */
export function cleanEnvironment() {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}

/** Gives the command that runs npm: its script on this Node where that can be found, else `npm` from the path. */
function npmCommand() {
  const script = npmScripts().find((file) => file.endsWith("npm-cli.js") && existsSync(file));
  if (script) return [process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

function npmScripts() {
  const beside = [process.execPath, process.env["SOURCELINE_FIRST_NODE"] ?? process.execPath].map(dirname);
  const places = [["..", "lib", "node_modules"], ["node_modules"]];
  const found = beside.flatMap((bin) => places.map((place) => join(bin, ...place, "npm", "bin", "npm-cli.js")));
  return [process.env["npm_execpath"] ?? "", ...found];
}
