import { existsSync, readFileSync } from "node:fs";
import { inRoot, root } from "./paths.mjs";
import { npm, say } from "./run.mjs";
import { hashOfFiles, isStamped, stamp } from "./stamp.mjs";

/** Installs the project's dependencies where they are missing or the lock file has changed since. Throws SetUpError where npm fails. */
export function installDependencies() {
  const mark = inRoot("node_modules", ".sourceline-stamp");
  const key = hashOfFiles([inRoot("package-lock.json")]);
  if (isStamped(mark, key)) return;
  if (!holdsAll(inRoot("package-lock.json"), inRoot("node_modules", ".package-lock.json"))) {
    say("Installing what Sourceline needs (once)...");
    npm(["ci", "--ignore-scripts"], root);
  }
  stamp(mark, key);
}

/** Takes the lock file and npm's record of what is installed; says whether every package that is locked stands there in that version. */
function holdsAll(lockFile, recordFile) {
  if (!existsSync(recordFile)) return false;
  const record = packagesOf(recordFile);
  const locked = Object.entries(packagesOf(lockFile)).filter(([path]) => path.includes("node_modules/"));
  return locked.every(([path, entry]) => sameVersion(entry, record[path]));
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** Optional packages are those of other systems: they may be missing. */
function sameVersion(locked, installed) {
  return installed ? installed.version === locked.version : locked.optional === true;
}
