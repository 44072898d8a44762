import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const project = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where screenshots are left. */
export const output = join(project, "test", "out");

interface Copy {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the sample draft and its corpus into a folder of its own; gives the folder and what takes it away. */
export async function copySample(): Promise<Copy> {
  const { folder, remove } = await emptyFolder();
  await cp(join(project, "client", "sample", "draft.md"), join(folder, "draft.md"));
  await cp(join(project, "corpus"), join(folder, "corpus"), { recursive: true });
  return { folder, remove };
}

/** Makes a folder; gives it and what takes it away. */
export async function emptyFolder(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), "sourceline-draft-"));
  await mkdir(output, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Takes a folder and files by path; writes them there. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
