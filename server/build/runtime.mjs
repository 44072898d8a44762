import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./paths.mjs";
import { npm, SetUpError, say } from "./run.mjs";
import { isStamped, stamp } from "./stamp.mjs";

/** The oldest Node that carries `node:sqlite` without a flag. */
const oldest = [22, 16];
const major = "24";

/** Takes a Node version ("v22.16.0"); says whether Sourceline runs on it. */
export function isNewEnough(version) {
  const [first, second] = version.replace(/^v/, "").split(".").map(Number);
  return first > oldest[0] || (first === oldest[0] && second >= oldest[1]);
}

/** Gives a statement for the head of a bundle: on an older Node it says what is needed, where loading what is missing there would end in a stack of errors. */
export function nodeGuard() {
  const [first, second] = oldest;
  const message = `Sourceline needs Node ${first}.${second} or newer, and \${process.execPath} is \${process.version}; name a newer one where this program is started.`;
  return `{const[a,b]=process.versions.node.split(".").map(Number);if(a<${first}||a===${first}&&b<${second}){process.stderr.write(\`sourceline: ${message}\\n\`);process.exit(2)}}`;
}

/**
 * Gives the path of a Node that Sourceline runs on: the running one where it is new enough, else one that npm
 * brings into the project's cache folder. Throws SetUpError where none can be had.
 */
export function suitableNode() {
  return isNewEnough(process.version) ? process.execPath : cachedNode();
}

/** Takes a major version; gives the path of a Node of just that version: the running one where it is one, else that of the cache folder. Only 24 is kept there. */
export function nodeOfMajor(wanted) {
  return process.version.startsWith(`v${wanted}.`) ? process.execPath : cachedNode();
}

/** Gives the path of Node 24 in the cache folder, and fetches it from the npm registry first where it is missing. */
function cachedNode() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(cacheFolder, "node");
  const binary = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  const mark = join(folder, ".sourceline-stamp");
  if (isStamped(mark, `${name}@${major}`) && existsSync(binary)) return binary;
  say(`Fetching Node ${major} (once; ${process.version} is too old for Sourceline)...`);
  fetchNode(folder, name);
  if (!existsSync(binary))
    throw new SetUpError(`No Node ${major} for ${name} came from npm. Install Node ${major} yourself and try again.`);
  stamp(mark, `${name}@${major}`);
  return binary;
}

function fetchNode(folder, name) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(
    ["install", `${name}@${major}`, "--prefix", folder, "--ignore-scripts", "--no-save", "--no-package-lock"],
    cacheFolder,
  );
}
