import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));

const all = realpathSync(mkdtempSync(path.join(tmpdir(), "sourceline-desks-")));
process.once("exit", () => rmSync(all, { recursive: true, force: true }));

/** What a run of the program gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files and caches of its own, and the program in it. */
export class Desk {
  readonly folder: string;
  readonly caches: string;
  /** Variables that the program is run with, beside the usual ones. */
  environment: Readonly<Record<string, string>> = {};
  /** What the program reads from standard input. */
  input: string | Uint8Array = "";

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.folder = mkdtempSync(path.join(all, "desk-"));
    this.caches = path.join(this.folder, ".caches");
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    writeFileSync(path.join(this.folder, name), content);
  }

  /** `null` where there is no such file. */
  read(name: string): string | null {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : null;
  }

  run(...args: readonly string[]): Promise<Ran> {
    const env = { ...process.env, SOURCELINE_CACHE: this.caches, ...this.environment };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [MAIN, ...args], { cwd: this.folder, env }, (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
      );
      child.stdin?.end(this.input);
    });
  }
}
