import path from "node:path";

/**
 * Takes a file or folder (absolute), the current folder and what was given on the command line; gives the path by which messages name it: from the
 * current folder where it lies below that, else by way of what was given or what lies beside it, else whole.
 */
export function shownPath(file: string, cwd: string, given: readonly string[] = []): string {
  const below = pathBelow(cwd, file);
  if (below !== null) return below === "" ? "." : below;
  for (const one of [...given, ...given.map((other) => path.dirname(other))]) {
    const rest = pathBelow(path.resolve(cwd, one), file);
    if (rest !== null) return path.join(one, rest);
  }
  return file;
}

/** Takes a folder and a file, both absolute; gives the path from the one to the other, `null` where that climbs out of the folder. */
export function pathBelow(folder: string, file: string): string | null {
  const relative = path.relative(folder, file);
  const climbs = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return climbs ? null : relative;
}
