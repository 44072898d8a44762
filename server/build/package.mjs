import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hostFolder, inRoot, root } from "./paths.mjs";
import { cleanEnvironment, npm, SetUpError, say } from "./run.mjs";
import { isStamped, stamp } from "./stamp.mjs";

/** The marketplace's own packager. It is big and seldom needed, so that it stays out of the project's dependencies. */
const packager = "@vscode/vsce@4.1.0";
const folder = join(hostFolder, "packager");

/** Takes the path of the file to write, if it is not to be sourceline-VERSION.vsix; packages the extension. Gives exit code 0. */
export async function packageExtension([out = inRoot(`sourceline-${version()}.vsix`)]) {
  setUpPackager();
  runPackager([
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    out,
  ]);
  say(`Packaged ${out}`);
  return 0;
}

/** Sets up the packager where that is not done yet. Throws SetUpError where npm fails. */
function setUpPackager() {
  const mark = join(folder, "stamp");
  if (isStamped(mark, packager) && existsSync(script())) return;
  say("Setting up the packager (once)...");
  mkdirSync(folder, { recursive: true });
  npm(["install", packager, "--prefix", folder, "--ignore-scripts", "--no-save", "--no-package-lock"], folder);
  stamp(mark, packager);
}

function runPackager(args) {
  const done = spawnSync(process.execPath, [script(), ...args], {
    cwd: root,
    env: cleanEnvironment(),
    encoding: "utf8",
  });
  if (done.status !== 0) throw new SetUpError(`The extension could not be packaged:\n${done.stdout}${done.stderr}`);
}

function script() {
  return join(folder, "node_modules", "@vscode", "vsce", "vsce");
}

function version() {
  return JSON.parse(readFileSync(inRoot("package.json"), "utf8")).version;
}
