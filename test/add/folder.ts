import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A corpus folder in a temporary place. */
export class Corpus {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), "sourceline-add-")));

  list(): string[] {
    return readdirSync(this.path).sort();
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.path, name));
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
