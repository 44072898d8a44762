import { promises as fs } from "node:fs";
import path from "node:path";
import { type Article, type Confirmed, confirmMetadata, guessesOf } from "../../corpus/index.ts";
import { FIELD_NAMES, type StatedField } from "../../corpus/meta.ts";
import type { Corpus } from "../../node/corpus.ts";
import { reasonOf } from "../../node/files.ts";
import { shownPath } from "../paths.ts";
import { sayTo } from "../reports/output.ts";
import { type CorpusOptions, idsAsked, type Surroundings, withCorpus } from "./open.ts";

/** Options of `sourceline confirm`. */
export interface ConfirmOptions extends CorpusOptions {
  /** Fields as `name=value`, several authors or origins with `;` between; only these are written, unless `guesses` is set. */
  readonly set?: readonly string[];
  /** Writes what was guessed too, where fields are set. */
  readonly guesses?: boolean;
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
}

/** A file as it is to be written. */
interface Change {
  readonly file: string;
  readonly content: string;
}

/**
 * Takes ids and options; writes what was guessed of each source, or the fields that were set, into its front matter or side file, and prints what was
 * written. Gives the exit code: 0, or 2 where a source is not there or could not be written.
 */
export function runConfirm(ids: readonly string[], options: ConfirmOptions, to: Surroundings): Promise<number> {
  const set = fieldsOf(options.set ?? []);
  if ("error" in set) {
    sayTo(to)(set.error);
    return Promise.resolve(2);
  }
  if (ids.length > 1 && set.fields.id !== undefined) {
    sayTo(to)("an id is given to one source at a time.");
    return Promise.resolve(2);
  }
  return withCorpus(options, to, async (corpus) => {
    const asked = idsAsked(corpus, ids);
    for (const message of asked.unknown) sayTo(to)(message);
    let failed = asked.unknown.length > 0;
    for (const id of asked.ids) {
      const error = await confirmOne(corpus, id, set.fields, options, to);
      if (error !== null) sayTo(to)(error);
      failed ||= error !== null;
    }
    return failed ? 2 : 0;
  });
}

/** Gives a sentence where it could not be done. */
async function confirmOne(
  corpus: Corpus,
  id: string,
  set: Confirmed,
  options: ConfirmOptions,
  to: Surroundings,
): Promise<string | null> {
  const article = corpus.store.article(id);
  if (article === null) return `${id} could not be read from the index; sourceline doctor looks into it.`;
  const some = Object.keys(set).length > 0;
  const confirmed = { ...(some && options.guesses !== true ? {} : guessesOf(article)), ...set };
  if (Object.keys(confirmed).length === 0) {
    to.output.write(`${id}: nothing in it was guessed.\n`);
    return null;
  }
  const change = await changeOf(corpus, article, confirmed);
  if ("error" in change) return change.error;
  if (options.dryRun !== true) {
    const error = await write(change, to.cwd);
    if (error !== null) return error;
  }
  tellOf(change, confirmed, options, to);
  return null;
}

async function changeOf(
  { folder, store }: Corpus,
  { meta }: Article,
  confirmed: Confirmed,
): Promise<Change | { readonly error: string }> {
  const sharing = store.sources().filter((other) => other.meta.path === meta.path).length;
  if (sharing > 1)
    return {
      error: `${meta.path} holds ${sharing} sources, and what is written beside it would be said of each; keep ${meta.id} in a file of its own.`,
    };
  const file = path.join(folder, meta.path);
  const own = await textOf(file);
  const trial = confirmMetadata(meta.path, "", confirmed);
  if (trial.kind === "edit") {
    if (own === null) return { error: `${meta.path} is not UTF-8 text; save it as UTF-8, then confirm again.` };
    const mark = own.startsWith("\uFEFF") ? "\uFEFF" : "";
    const text = own.slice(mark.length);
    const edit = confirmMetadata(meta.path, text, confirmed);
    if (edit.kind !== "edit") return { error: `${meta.path} cannot hold front matter.` };
    return { file, content: mark + text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) };
  }
  return besideOf(file, meta.path, confirmed);
}

/** A side file that is there keeps its name and what else is in it; of two, the one that is read. */
async function besideOf(file: string, name: string, confirmed: Confirmed): Promise<Change | { error: string }> {
  const isThere = async (name: string) => (await fs.stat(name).catch(() => null))?.isFile() === true;
  const short = !(await isThere(`${file}.yaml`)) && (await isThere(`${file}.yml`));
  const side = short ? `${file}.yml` : `${file}.yaml`;
  const there = await fs.stat(side).catch(() => null);
  const text = there === null ? "" : await textOf(side);
  if (text === null)
    return { error: `${path.basename(side)} could not be read as UTF-8 text; mend it, then confirm again.` };
  const made = confirmMetadata(name, text, confirmed);
  return made.kind === "side-file" ? { file: side, content: made.content } : { error: `${name} takes no side file.` };
}

/** `null` for what cannot be read or is not UTF-8: written back it would be another file. */
async function textOf(file: string): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await fs.readFile(file));
  } catch {
    return null;
  }
}

/** Written beside and put in place at once, so that whatever happens the file is the old one or the new one. */
async function write({ file, content }: Change, cwd: string): Promise<string | null> {
  const place = await fs.realpath(file).catch(() => file);
  const beside = `${place}.${process.pid}.tmp`;
  try {
    const mode = (await fs.stat(place).catch(() => null))?.mode;
    await fs.writeFile(beside, content, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    await fs.rename(beside, place);
    return null;
  } catch (error) {
    await fs.rm(beside, { force: true });
    return `${shownPath(file, cwd)} could not be written (${reasonOf(error)}); nothing in it was changed.`;
  }
}

function tellOf({ file }: Change, confirmed: Confirmed, { dryRun }: ConfirmOptions, to: Surroundings): void {
  to.output.write(`${shownPath(file, to.cwd)}: ${dryRun === true ? "would write" : "wrote"}\n`);
  for (const [field, value] of Object.entries(confirmed))
    to.output.write(`  ${field}: ${Array.isArray(value) ? value.join("; ") : value}\n`);
}

function fieldsOf(given: readonly string[]): { readonly fields: Confirmed } | { readonly error: string } {
  const fields: { -readonly [F in keyof Confirmed]: Confirmed[F] } = {};
  for (const one of given) {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(one) ?? [];
    const field = name.trim();
    if (!isField(field))
      return { error: `--set ${one}: write field=value; the fields are ${Object.keys(FIELD_NAMES).join(", ")}.` };
    const wrong = wrongWith(field, value.trim());
    if (wrong !== null) return { error: `--set ${one}: ${wrong}.` };
    fields[field] = LISTS.has(field) ? listOf(value) : value.trim();
  }
  return { fields };
}

const LISTS: ReadonlySet<StatedField> = new Set<StatedField>(["authors", "restsOn"]);

function listOf(value: string): string[] {
  return value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isField(name: string): name is StatedField {
  return Object.hasOwn(FIELD_NAMES, name);
}

/** What a value must look like; the other fields take any words. */
const FORMS: Partial<Readonly<Record<StatedField, { readonly pattern: RegExp; readonly wanted: string }>>> = {
  id: {
    pattern: /^[A-Za-z0-9_](?:[A-Za-z0-9_.:-]*[A-Za-z0-9_])?$/,
    wanted: "an id has letters, digits, _, and inside -, . and : alone",
  },
  url: { pattern: /^(?:https?|ftp|file):\/\/\S+$/i, wanted: "an address begins with https:// or http://" },
  published: { pattern: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, wanted: "a date is written 2019-04-25, or 2019-04, or 2019" },
  retrieved: { pattern: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, wanted: "a date is written 2019-04-25, or 2019-04, or 2019" },
};

function wrongWith(field: StatedField, value: string): string | null {
  if (value === "") return "a value is missing behind the =";
  const form = FORMS[field];
  if (form !== undefined && !form.pattern.test(value)) return form.wanted;
  const isDate = field === "published" || field === "retrieved";
  return isDate && !isRealDay(value) ? `there is no day ${value}` : null;
}

function isRealDay(value: string): boolean {
  const date = new Date(`${`${value}-01-01`.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
