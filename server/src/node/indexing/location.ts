import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { SCHEMA_VERSION } from "../store/schema.ts";

/** Takes a folder for caches and a corpus folder; gives the file that keeps the corpus's index: one for each corpus and version of the index. */
export function indexFile(caches: string, corpus: string): string {
  const name =
    path
      .basename(corpus)
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .slice(0, 40) || "corpus";
  const hash = createHash("sha256").update(realOf(corpus)).digest("hex").slice(0, 16);
  return path.join(caches, `${name}-${hash}.v${SCHEMA_VERSION}.sqlite`);
}

/** Takes the environment and platform; gives the folder where a user's programs keep caches (XDG base directories, or the platform's own place). */
export function userCacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { SOURCELINE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (SOURCELINE_CACHE) return SOURCELINE_CACHE;
  if (platform === "win32") return path.join(LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"), "sourceline");
  if (platform === "darwin") return path.join(homedir(), "Library", "Caches", "sourceline");
  return path.join(
    XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(homedir(), ".cache"),
    "sourceline",
  );
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
