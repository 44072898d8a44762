import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { reasonOf } from "../node/files.ts";
import type { Spool } from "../service/formats/spool.ts";

/** UTF-16 code units that a spool keeps in memory before it takes a file. */
const KEPT = 1 << 20;

/** The spools of one run: what grows large lies in files that have no name, so that nothing is left behind whatever ends the run. */
export class Spools {
  private readonly opened: FileSpool[] = [];

  readonly open = (): Spool => {
    const spool = new FileSpool();
    this.opened.push(spool);
    return spool;
  };

  close(): void {
    for (const spool of this.opened) spool.close();
  }
}

class FileSpool implements Spool {
  private kept: string[] = [];
  private size = 0;
  private file: Nameless | null = null;
  /** Bytes of each piece in the file. */
  private readonly lengths: number[] = [];

  add(piece: string): void {
    if (piece === "") return;
    this.kept.push(piece);
    this.size += piece.length;
    if (this.size >= KEPT) this.toFile();
  }

  *pieces(): Generator<string> {
    let at = 0;
    for (const length of this.lengths) {
      yield this.read(at, length);
      at += length;
    }
    yield* this.kept;
  }

  close(): void {
    this.file?.close();
    this.file = null;
  }

  private toFile(): void {
    try {
      this.file ??= namelessFile();
      const pieces = this.kept.map((piece) => Buffer.from(piece));
      const bytes = Buffer.concat(pieces);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.file.handle, bytes, at);
      for (const { length } of pieces) this.lengths.push(length);
    } catch (error) {
      throw new Error(
        `a part of the report could not be kept in ${tmpdir()} (${reasonOf(error)}); make room there, or name another folder by the variable TMPDIR.`,
      );
    }
    this.kept = [];
    this.size = 0;
  }

  private read(from: number, length: number): string {
    const bytes = Buffer.alloc(length);
    const { handle } = this.file as Nameless;
    for (let at = 0; at < length; ) {
      const read = readSync(handle, bytes, at, length - at, from + at);
      if (read === 0)
        throw new Error(`a part of the report in ${tmpdir()} was cut short by another program; run the check again.`);
      at += read;
    }
    return bytes.toString("utf8");
  }
}

interface Nameless {
  readonly handle: number;
  close(): void;
}

/** A file that is open and has no name any more: the system takes it away when the program ends. Where a system keeps the names of open files, it goes when it is closed. */
function namelessFile(): Nameless {
  const folder = mkdtempSync(path.join(tmpdir(), "sourceline-report-"));
  const handle = openSync(path.join(folder, "part"), "w+", 0o600);
  const unname = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Still open.
    }
  };
  unname();
  return {
    handle,
    close: () => {
      closeSync(handle);
      unname();
    },
  };
}
