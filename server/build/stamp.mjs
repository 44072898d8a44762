import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Takes a stamp file and a key; says whether the step that the stamp stands for was finished for that key. */
export function isStamped(file, key) {
  return existsSync(file) && readFileSync(file, "utf8") === key;
}

/** Takes a stamp file and a key; records that the step is finished. To be called last, so that a step cut short is done again. */
export function stamp(file, key) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, key);
}

/** Takes files; gives a hash of their contents, in hexadecimal. */
export function hashOfFiles(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : "");
  }
  return hash.digest("hex");
}

/** Takes files and folders; gives a hash of the names, sizes and times of change of all files under them, in hexadecimal. */
export function hashOfTimes(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(path)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

/** Takes a file or folder; gives all files under it in a fixed order, nothing where it does not exist. */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== "node_modules" && name !== "dist");
  return names.sort().flatMap((name) => filesUnder(join(path, name)));
}
