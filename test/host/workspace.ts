import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const project = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where screenshots are left. */
export const output = join(project, "test", "out");

/** Copies the sample draft and its corpus into a folder of its own; gives the folder and what takes it away. */
export async function copySample(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "sourceline-draft-"));
  await cp(join(project, "client", "sample", "draft.md"), join(folder, "draft.md"));
  await cp(join(project, "corpus"), join(folder, "corpus"), { recursive: true });
  await mkdir(output, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
