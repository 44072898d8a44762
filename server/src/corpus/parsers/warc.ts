import { hasWords } from "../bodytext.ts";
import { isoDate } from "../dates.ts";
import { decodeText } from "../encoding.ts";
import { extractedArticle } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { megabytes, tooLarge } from "../limits.ts";
import { cleanId, stemOf } from "../meta.ts";
import { problem, reasonOf } from "../problems.ts";
import type { Article, ReadProblem, ReadResult } from "../types.ts";
import { declaredCharset, readPage } from "./html.ts";
import { textParts } from "./json.ts";
import { readPdf } from "./pdf.ts";

/** A page or PDF of an archive, with its address and the time it was fetched. */
interface Fetched {
  readonly url: string;
  readonly retrieved: string | null;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Takes a web archive (ISO 28500), packed or not; gives an article for each page and PDF that was fetched with success. */
export async function readWarc(input: ParserInput): Promise<ReadResult> {
  const articles: Article[] = [];
  const problems: ReadProblem[] = [];
  const seen = new Set<string>();
  const pages = await pagesOf(input, problems);
  const odd: ReadProblem[] = [];
  let empty = 0;
  for (const fetched of pages) {
    const read = await readFetched(input, fetched);
    if (pages.length > 1 && !read.articles.some(hasWords)) empty++;
    else {
      articles.push(...read.articles.map((article) => withOwnId(article, seen)));
      odd.push(...read.problems);
    }
  }
  problems.push(...odd.slice(0, MOST_PROBLEMS));
  if (empty > 0)
    problems.push(
      problem(input.path, `holds ${empty} of ${pages.length} pages without a text; they are left out.`, "warning"),
    );
  if (articles.length === 0 && problems.length === 0)
    problems.push(problem(input.path, "holds no page that was fetched with success; archive the page again."));
  return { articles: articles.length === 1 ? articles.map((one) => named(one, input)) : articles, problems };
}

/** Problems told of the pages of one archive. */
const MOST_PROBLEMS = 10;

async function pagesOf(input: ParserInput, problems: ReadProblem[]): Promise<Fetched[]> {
  const { WARCParser } = await import("warcio");
  const { path, limits } = input;
  const pages: Fetched[] = [];
  let inflated = 0;
  let records = 0;
  try {
    for await (const record of WARCParser.iterRecords([input.bytes])) {
      if (record.warcType !== null) records++;
      const type = (record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "").toLowerCase();
      const fit =
        isFetched(record.warcType, record.httpHeaders?.statusCode) && /html|application\/pdf|text\/plain/.test(type);
      const packed = record.httpHeaders?.headers.get("content-encoding") ?? "";
      const { bytes, size } = await readBounded(record, limits.inflated - inflated, fit ? limits.bytes : 0);
      inflated += size;
      if (fit && /\b(?:br|zstd)\b/i.test(packed))
        problems.push(problem(path, unpackable(record.warcTargetURI, packed), "warning"));
      else if (fit && size > limits.bytes)
        problems.push(
          problem(path, `holds ${record.warcTargetURI ?? "a page"}, which ${tooLarge(size, limits.bytes)}`, "warning"),
        );
      else if (fit && bytes.length > 0)
        pages.push({ url: record.warcTargetURI ?? "", retrieved: isoDate(record.warcDate ?? ""), type, bytes });
      if (pages.length >= limits.articles) return tooMuch(path, `more than ${limits.articles} pages`, pages, problems);
      if (inflated >= limits.inflated)
        return tooMuch(path, `more than ${megabytes(limits.inflated)} of pages`, pages, problems);
    }
  } catch (error) {
    const what = pages.length === 0 ? "is damaged or not a web archive" : `is damaged after its page ${pages.length}`;
    problems.push(
      problem(path, `${what} (${reasonOf(error)}); archive the page again.`, pages.length === 0 ? "error" : "warning"),
    );
  }
  if (records === 0 && problems.length === 0)
    problems.push(problem(path, "is damaged or not a web archive; archive the page again."));
  return pages;
}

function unpackable(url: string | null | undefined, packed: string): string {
  return `holds ${url ?? "a page"} packed as the server sent it (${packed.slice(0, 20)}), which is not read; save that page from a browser beside it.`;
}

function isFetched(type: string | null, status: number | string | undefined): boolean {
  if (type === "resource") return true;
  return type === "response" && (status === undefined || Number(status) === 200);
}

/** The bytes of a record up to a limit, and their number; none are kept where they are more than are wanted. */
async function readBounded(
  record: AsyncIterable<Uint8Array>,
  limit: number,
  wanted: number,
): Promise<{ bytes: Uint8Array; size: number }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= wanted) chunks.push(chunk);
    else chunks.length = 0;
    if (size >= limit) break;
  }
  const all = new Uint8Array(chunks.length === 0 ? 0 : size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return { bytes: all, size };
}

function tooMuch(path: string, what: string, pages: Fetched[], problems: ReadProblem[]): Fetched[] {
  problems.push(problem(path, `holds ${what}; the rest is not read. Split it to have all read.`, "warning"));
  return pages;
}

async function readFetched(input: ParserInput, fetched: Fetched): Promise<ReadResult> {
  const { url, retrieved, type, bytes } = fetched;
  const fallbackId = `${cleanId(stemOf(input.path))}-${cleanId(stemOf(new URL(url, "http://x/").pathname.replace(/\/$/, "")) || "page")}`;
  const stated = [...input.stated, { url, ...(retrieved === null ? {} : { retrieved }) }];
  if (type.includes("pdf")) return readPdf({ ...input, bytes, stated });
  const charset = /charset=["']?([\w-]{2,30})/.exec(type)?.[1] ?? declaredCharset(bytes);
  const { text, encoding, problems } = await decodeText(input.path, bytes, charset);
  if (encoding === "binary") return { articles: [], problems };
  if (type.includes("text/plain"))
    return extractedArticle({ ...input, stated }, { parts: textParts(text), stated: [], fallbackId, problems });
  const read = await readPage(input, text, { url, retrieved, fallbackId });
  return { articles: read.articles, problems: [...problems, ...read.problems] };
}

/** Two pages of an archive may not share an id. */
function withOwnId(article: Article, seen: Set<string>): Article {
  let id = article.meta.id;
  for (let n = 2; seen.has(id); n++) id = `${article.meta.id}-${n}`;
  seen.add(id);
  return id === article.meta.id ? article : { ...article, meta: { ...article.meta, id } };
}

/** The only page of an archive goes by the archive's name. */
function named(article: Article, input: ParserInput): Article {
  const stated = input.stated.find((one) => one.id !== undefined)?.id;
  return { ...article, meta: { ...article.meta, id: cleanId(stated ?? stemOf(input.path)) || "source" } };
}
