import { promises as fs } from "node:fs";
import path from "node:path";
import { say } from "../../service/words.ts";
import { reasonOf } from "../files.ts";
import { AddError } from "./address.ts";
import { type FetchLimits, fetchPage } from "./fetch.ts";
import { type Kept, keepFile, keepPage, keepText } from "./keep.ts";
import { readingProblems } from "./reading.ts";

/** One thing to add. */
export type Addition =
  /** Messages name it as `shown` says, else by its path. */
  | { readonly type: "file"; readonly file: string; readonly shown?: string }
  | { readonly type: "address"; readonly address: string }
  | { readonly type: "text"; readonly text: string };

/** How it is added. */
export interface AddOptions {
  /** Addresses of this machine and of the local network may be fetched. */
  readonly allowPrivate?: boolean;
  readonly limits?: FetchLimits;
}

/** What became of the additions. */
export interface Added {
  /** Absolute paths of the files that are in the corpus now. */
  readonly files: readonly string[];
  /** For each addition what became of it, and what could not be read in it. */
  readonly messages: readonly string[];
  readonly failed: number;
}

/** Takes a corpus folder (made where it is missing) and what is to be added; adds one after the other. What fails costs itself alone, and is told. */
export async function addSources(
  corpus: string,
  additions: readonly Addition[],
  options: AddOptions = {},
): Promise<Added> {
  const files: string[] = [];
  const messages: string[] = [];
  const toldBy = new Map<string, number>();
  for (const addition of additions) {
    try {
      await fs.mkdir(corpus, { recursive: true });
      const { file, already, warnings } = await add(corpus, addition, options);
      files.push(file);
      toldBy.set(file, messages.length);
      messages.push(
        [
          say(already === true ? "add.already" : "add.done", { file: path.relative(corpus, file), folder: corpus }),
          ...warnings,
        ].join(" "),
      );
    } catch (error) {
      messages.push(
        error instanceof AddError
          ? error.message
          : say("add.failed", { name: nameOf(addition), reason: reasonOf(error) }),
      );
    }
  }
  for (const [file, problems] of await readingProblems(corpus, files)) {
    const at = toldBy.get(file) ?? messages.length - 1;
    messages[at] = [messages[at], ...problems].join(" ");
  }
  return { files, messages, failed: additions.length - files.length };
}

/** Takes an argument of the command line; says whether it is an address and no file. */
export function isAddress(argument: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(argument);
}

async function add(corpus: string, addition: Addition, options: AddOptions): Promise<Kept> {
  if (addition.type === "file") return await keepFile(corpus, addition.file, nameOf(addition));
  if (addition.type === "text") return await keepText(corpus, addition.text);
  return await keepPage(corpus, await fetchPage(addition.address, options));
}

function nameOf(addition: Addition): string {
  if (addition.type === "file") return addition.shown ?? addition.file;
  return addition.type === "address" ? addition.address : say("add.text");
}
