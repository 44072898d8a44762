import { hashBytes } from "./article.ts";
import { FORMATS, formatOf, refusal } from "./formats.ts";
import { bareYaml, type Fields, readYaml } from "./frontmatter.ts";
import { withLanguage } from "./language.ts";
import { DEFAULT_LIMITS, type Limits, tooLarge } from "./limits.ts";
import { FIELD_NAMES, type Library, type Stated, statedBy } from "./meta.ts";
import { failed, problem, reasonOf } from "./problems.ts";
import type { ReadProblem, ReadResult } from "./types.ts";

/** A file of the corpus as the caller found it. */
export interface CorpusFile {
  /** Relative to the corpus folder, `/` between parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Text of its side file (`article.pdf.yaml`), where there is one. */
  readonly sidecar?: string | null;
  /** Library of the whole folder, as `readLibrary` gives it. */
  readonly library?: Library | null;
  /** Character set that a server named for it; goes before what a page says of itself. */
  readonly charset?: string | null;
}

/** Options of reading; none is needed. */
export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  /** Hex SHA-256 of the bytes, where the caller has it already. */
  readonly hash?: string;
}

/**
 * Takes a file of the corpus; gives the articles in it and the problems met. Never rejects: a file that is broken,
 * hostile or of no known format costs itself alone and is a problem that names it. Time is the caller's to limit.
 */
export async function readArticles(file: CorpusFile, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    return await readGuarded(file, { ...DEFAULT_LIMITS, ...options.limits }, options.hash);
  } catch (error) {
    return failed(file.path, `could not be read (${reasonOf(error)}); save it again, or take it out of the corpus.`);
  }
}

async function readGuarded(file: CorpusFile, limits: Limits, hash: string | undefined): Promise<ReadResult> {
  const { path, library = null } = file;
  const bytes = new Uint8Array(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length > limits.bytes) return failed(path, tooLarge(bytes.length, limits.bytes));
  if (bytes.length === 0) return { articles: [], problems: [problem(path, EMPTY, "warning")] };
  if (isRichText(bytes)) return failed(path, `is in Rich Text Format, whatever its name; ${refusal("a.rtf")}.`);
  const format = formatOf(path, bytes);
  if (format === null) return failed(path, unknownFormat(path));
  const side = readSideFile(path, file.sidecar ?? null);
  const parser = await format.parser();
  const read = await parser({
    path,
    bytes,
    hash: hash ?? hashBytes(bytes),
    stated: side.stated,
    library,
    limits,
    charset: file.charset ?? null,
  });
  const articles = await Promise.all(read.articles.map(withLanguage));
  return { articles, problems: [...side.problems, ...read.problems] };
}

const EMPTY =
  "is empty: it holds not one byte. Save it again; where it lies in a folder that is kept online, let it be downloaded first.";

function isRichText(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 6)) === "{\\rtf1";
}

function readSideFile(path: string, text: string | null): { stated: Stated[]; problems: ReadProblem[] } {
  if (text === null) return { stated: [], problems: [] };
  const side = `${path}.yaml`;
  const yaml = bareYaml(text);
  const { fields, problems } = readYaml(side, yaml);
  const stated = statedBy(fields);
  const silent = problems.length === 0 && yaml.trim() !== "" && Object.keys(stated).length === 0;
  return { stated: [stated], problems: silent ? [problem(side, saysNothing(fields), "warning")] : problems };
}

function saysNothing(fields: Fields): string {
  const names = [...fields.keys()].slice(0, 3).join(", ");
  const what = names === "" ? "holds no metadata" : `holds no metadata that is known (but ${names})`;
  return `${what}; write lines like "title: …", known are ${Object.keys(FIELD_NAMES).join(", ")}.`;
}

function unknownFormat(path: string): string {
  const advice = refusal(path) ?? `keep it as one of ${FORMATS.map((format) => `.${format.endings[0]}`).join(", ")}`;
  return `is of a kind that is not read; ${advice}.`;
}
