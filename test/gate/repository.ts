import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const MAIN = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A folder of its own with files in it, a git repository if wanted. */
export interface Folder {
  readonly path: string;
  /** The command line's file. */
  readonly program: string;
  write(name: string, text: string): Promise<void>;
  git(...args: string[]): Promise<Ran>;
  /** Runs the command line from its sources. */
  sourceline(...args: string[]): Promise<Ran>;
  /** The same from a folder below. */
  sourcelineIn(below: string, ...args: string[]): Promise<Ran>;
  run(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>;
  remove(): Promise<void>;
}

export async function makeFolder(files: Readonly<Record<string, string>>): Promise<Folder> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "sourceline-gate-")));
  const folder: Folder = {
    path: root,
    program: MAIN,
    async write(name, text) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    },
    git: (...args) =>
      folder.run("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false", ...args]),
    sourceline: (...args) => folder.sourcelineIn(".", ...args),
    sourcelineIn: (below, ...args) =>
      runIn(path.join(root, below), process.execPath, ["--disable-warning=ExperimentalWarning", MAIN, ...args], {}),
    run: (program, args, env = {}) => runIn(root, program, args, env),
    remove: () => rm(root, { recursive: true, force: true }),
  };
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  return folder;
}

export async function hasGit(): Promise<boolean> {
  return promisify(execFile)("git", ["--version"]).then(
    () => true,
    () => false,
  );
}

function runIn(
  cwd: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const outside = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:GIT_|NODE_TEST|NODE_OPTIONS|INIT_CWD|npm_)/.test(name)),
    );
    const child = spawn(program, args, {
      cwd,
      env: { ...outside, XDG_CACHE_HOME: path.join(cwd, ".cache"), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = { output: "", errors: "" };
    child.stdout.on("data", (data) => {
      printed.output += data;
    });
    child.stderr.on("data", (data) => {
      printed.errors += data;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...printed }));
  });
}
