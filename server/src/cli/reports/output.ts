import { promises as fs } from "node:fs";
import path from "node:path";
import { reasonOf } from "../../node/files.ts";
import { oneLine } from "../../service/formats/words.ts";
import { inert } from "../wrap.ts";

/** Where text is printed. */
export interface TextOutput {
  /** Gives `false` where what was written has to be waited for. */
  write(text: string): unknown;
  once?(event: "drain", listener: () => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Takes an output and a text; writes it, and waits where whoever reads it is slow. */
export async function writeTo(output: TextOutput, text: string): Promise<void> {
  if (text === "" || output.write(text) !== false || output.once === undefined) return;
  await new Promise<void>((resolve) => output.once?.("drain", resolve));
}

/** What a command that makes a file works with. */
export interface Output {
  readonly cwd: string;
  readonly output: TextOutput;
  readonly errors: { write(text: string): unknown; readonly isTTY?: boolean };
}

/**
 * Takes what was made, whole or in pieces, and the file that was asked for, relative to the current folder; writes it there, or to the output where none was.
 * Throws an error whose message names the file and says what to do.
 */
export async function deliver(
  made: string | Uint8Array | Iterable<string>,
  file: string | undefined,
  to: Output,
): Promise<void> {
  if (file === undefined) {
    if (made instanceof Uint8Array) throw new Error("a Word document cannot be shown here; name a file with --output.");
    for (const piece of typeof made === "string" ? [made] : made) await writeTo(to.output, piece);
    return;
  }
  const full = path.resolve(to.cwd, file);
  try {
    await fs.mkdir(path.dirname(full), { recursive: true });
    await fs.writeFile(full, made);
  } catch (error) {
    throw new Error(
      `${file} could not be written (${reasonOf(error)}); name a file in a folder that you may write to.`,
    );
  }
  to.errors.write(`sourceline: wrote ${inert(file)}.\n`);
}

/** Takes where messages go; gives what says a sentence there. */
export function sayTo({ errors }: Output): (message: string) => void {
  return (message) => {
    errors.write(`sourceline: ${inert(oneLine(message))}\n`);
  };
}
