import path from "node:path";
import { type Addition, addSources, isAddress } from "../node/add/index.ts";
import { findProject } from "../node/project.ts";
import { type Output, sayTo } from "./reports/output.ts";

/** Options of `sourceline add`. */
export interface AddCommandOptions {
  readonly corpus?: string;
  readonly allowPrivate?: boolean;
}

/**
 * Takes files, addresses or "-" for standard input, and options; puts each into the corpus and says under which name. Gives the exit code: 0, or 2
 * where something could not be added.
 */
export async function runAdd(
  things: readonly string[],
  options: AddCommandOptions,
  to: Output & { readonly input: AsyncIterable<unknown> },
): Promise<number> {
  const project = await findProject(to.cwd, to.cwd);
  const corpus = options.corpus === undefined ? project.corpus : path.resolve(to.cwd, options.corpus);
  const additions = await Promise.all(things.map((thing) => additionOf(thing, to)));
  if (additions.some((one) => one.type === "text" && one.text.trim() === "")) {
    sayTo(to)("there is no text on standard input; hand it on, as in “pbpaste | sourceline add -”.");
    return 2;
  }
  const { messages, failed } = await addSources(corpus, additions, { allowPrivate: options.allowPrivate === true });
  for (const message of messages) sayTo(to)(message);
  return failed > 0 ? 2 : 0;
}

async function additionOf(thing: string, { cwd, input }: Parameters<typeof runAdd>[2]): Promise<Addition> {
  if (thing === "-") return { type: "text", text: await textOf(input) };
  return isAddress(thing)
    ? { type: "address", address: thing }
    : { type: "file", file: path.resolve(cwd, thing), shown: thing };
}

async function textOf(input: AsyncIterable<unknown>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}
