import { promises as fs } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import {
  type Article,
  DEFAULT_LIMITS,
  hashBytes,
  isCorpusFile,
  isReadable,
  readArticles,
  refusal,
} from "../../corpus/index.ts";
import { say } from "../../service/words.ts";
import { NotReadError, readOrdinaryFile } from "../files.ts";
import { AddError } from "./address.ts";
import type { Fetched } from "./fetch.ts";

/** A source that is kept, and what was odd in reading it. */
export interface Kept {
  /** Absolute path. */
  readonly file: string;
  /** True where the corpus held the very same already, and nothing was kept. */
  readonly already?: boolean;
  /** Sentences for the writer. */
  readonly warnings: readonly string[];
}

/** Folder in the corpus that keeps pages as they came. Its name keeps it from being read as sources of their own. */
export const ORIGINALS = ".originals";

/** Endings by media type, for what is kept as it is. */
const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "message/rfc822": ".eml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
};

/** Takes a corpus folder, a file, and how messages name it; copies the file there under a name that is free. Gives its new path; a file that lies there already, under that name, stays as it is. */
export async function keepFile(corpus: string, file: string, shown: string): Promise<Kept> {
  const name = path.basename(file);
  const there = await fs.stat(file).catch(() => null);
  if (there?.isDirectory() === true) throw new AddError(say("add.folder", { name: shown }));
  if (there === null && ADDRESS.test(shown)) throw new AddError(say("add.address", { name: shown }));
  if (!isCorpusFile(name)) throw new AddError(say("add.kind", { name, advice: refusal(name) ?? say("add.kinds") }));
  if (path.dirname(path.resolve(file)) === path.resolve(corpus)) return { file, already: true, warnings: [] };
  const bytes = ordinary(file, name);
  return await write(corpus, path.parse(name).name, path.parse(name).ext, bytes);
}

/** What is written like an address, but for its beginning. */
const ADDRESS = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i;

function ordinary(file: string, name: string): Buffer {
  try {
    return readOrdinaryFile(file, DEFAULT_LIMITS.bytes);
  } catch (error) {
    throw error instanceof NotReadError ? new AddError(`${name} ${error.message}`) : error;
  }
}

/** Takes a corpus folder and a text; keeps it as a source with the day on which it was kept. What has front matter, or is a page, is kept as it is. */
export async function keepText(corpus: string, text: string): Promise<Kept> {
  const words = text.trim();
  if (words === "") throw new AddError(say("add.empty"));
  const isPage = /^(?:<!doctype html|<html[\s>])/i.test(words);
  const first = words.replace(/^---[\s\S]*?\n---\s*/, "").split("\n", 1)[0] ?? "";
  const slug = slugOf(isPage ? (/<title[^>]{0,200}>([^<]{1,200})/i.exec(words)?.[1] ?? "page") : first);
  if (isPage) return await write(corpus, slug, ".html", Buffer.from(text));
  const whole = words.startsWith("---\n") ? text : `${frontMatter({ retrieved: today() })}${words}\n`;
  return await write(corpus, slug, ".txt", Buffer.from(whole));
}

/**
 * Takes a corpus folder and a fetched page; keeps its readable text with its metadata, hash and time, and beside that the page as it came. What is
 * no page (a PDF for one) is kept as it came, with a side file. Throws AddError where there is nothing to read in it.
 */
export async function keepPage(corpus: string, fetched: Fetched): Promise<Kept> {
  const facts = {
    url: fetched.url,
    retrieved: fetched.time.slice(0, 10),
    fetched: fetched.time,
    sha256: hashBytes(fetched.bytes),
  };
  const ending = endingOf(fetched);
  if (ending !== null) return await keepAsItCame(corpus, fetched, ending, facts);
  if (/^(?:image|video|audio|font)\//.test(fetched.type))
    throw new AddError(say("add.unreadable", { address: fetched.url }));
  const { bytes, charset } = fetched;
  const { articles, problems } = await readArticles({ path: PAGE, bytes, charset });
  const article = articles[0];
  const text = article === undefined ? "" : readableText(article);
  if (article === undefined || text === "") throw new AddError(say("add.unreadable", { address: fetched.url }));
  const { title, outlet, authors, published, language } = article.meta;
  const slug = slugOf(title ?? nameIn(fetched.url));
  const name = await freeName(corpus, slug, ".txt");
  const original = `${ORIGINALS}/${name}.html`;
  const known = { id: name, title, outlet, authors: authors.length > 0 ? authors : null, published, language };
  await writeNew(path.join(corpus, original), fetched.bytes);
  const content = `${frontMatter({ ...known, ...facts, original })}${text}\n`;
  const file = await writeNew(path.join(corpus, `${name}.txt`), Buffer.from(content));
  return { file, warnings: problems.map(({ message }) => message.replace(PAGE, path.basename(file))) };
}

/** Name under which a fetched page is read. */
const PAGE = "page.html";

/** What a server calls a file of no kind that it knows; the file's own looks and name say more. */
const UNKNOWN_TYPES = new Set([
  "",
  "application/octet-stream",
  "binary/octet-stream",
  "application/force-download",
  "application/zip",
]);

/** The ending under which something is kept as it came; `null` for a page. */
function endingOf({ type, bytes, url }: Fetched): string | null {
  if (Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return ".pdf";
  const named = /\.(docx|pdf|eml|txt|md)$/i.exec(new URL(url).pathname)?.[0].toLowerCase();
  return ENDINGS[type] ?? (UNKNOWN_TYPES.has(type) ? (named ?? null) : null);
}

async function keepAsItCame(corpus: string, { url, bytes }: Fetched, ending: string, facts: object): Promise<Kept> {
  const kept = await write(corpus, slugOf(nameIn(url)), ending, bytes);
  if (kept.already !== true) await writeNew(`${kept.file}.yaml`, Buffer.from(stringify(facts)));
  return kept;
}

function readableText({ text, blocks }: Article): string {
  const readable = blocks.filter(({ kind }) => isReadable(kind));
  return readable
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/\s*\n\s*/g, " ")
        .trim(),
    )
    .join("\n\n");
}

function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return `---\n${stringify(Object.fromEntries(known))}---\n\n`;
}

async function write(corpus: string, slug: string, ending: string, bytes: Uint8Array): Promise<Kept> {
  for (let number = 1; ; number++) {
    const file = path.join(corpus, `${numbered(slug, number)}${ending}`);
    const there = await fs.stat(file).catch(() => null);
    if (there === null) return { file: await writeNew(file, bytes), warnings: [] };
    const same = there.isFile() && there.size === bytes.length && (await fs.readFile(file)).equals(bytes);
    if (same) return { file, already: true, warnings: [] };
  }
}

function numbered(slug: string, number: number): string {
  return number === 1 ? slug : `${slug}-${number}`;
}

/** Never over a file that is there. */
async function writeNew(file: string, bytes: Uint8Array): Promise<string> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, bytes, { flag: "wx" });
  return file;
}

async function freeName(corpus: string, slug: string, ending: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = numbered(slug, number);
    const taken = await fs.stat(path.join(corpus, `${name}${ending}`)).catch(() => null);
    if (taken === null) return name;
  }
}

/** A name that can be typed in a citation: the first words, in Latin letters where they have such. */
function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 6).join("-").slice(0, 60) || "source";
}

function nameIn(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  return last.replace(/\.[a-z0-9]{1,5}$/i, "") || hostname.replace(/^www\./, "");
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
