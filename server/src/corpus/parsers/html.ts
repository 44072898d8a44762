import { decodeText } from "../encoding.ts";
import { extractedArticle, type Part } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { megabytes } from "../limits.ts";
import { keyOf } from "../pieces.ts";
import { failed } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import { blocksOf, type DomDocument, type DomElement, isTooDeep, type PageBlock, parsePage } from "./dom.ts";
import { withoutPackedData } from "./packed.ts";
import { pageMeta } from "./pagemeta.ts";

/** Takes a saved page; gives its article: what readability keeps is the article, the rest of the page furniture. */
export async function readHtml(input: ParserInput): Promise<ReadResult> {
  const declared = declaredCharset(input.bytes);
  const { text, encoding, problems } = await decodeText(input.path, input.bytes, declared);
  if (encoding === "binary") return { articles: [], problems };
  const read = await readPage(input, text);
  return { articles: read.articles, problems: [...problems, ...read.problems] };
}

/** What a container (a saved page with its parts, a web archive) knows of a page. */
export interface PageContext {
  readonly url?: string | null;
  readonly retrieved?: string | null;
  readonly fallbackId?: string;
}

/** Takes a page's markup; gives its article. */
export async function readPage(input: ParserInput, whole: string, context: PageContext = {}): Promise<ReadResult> {
  const { path, limits } = input;
  const markup = withoutPackedData(whole);
  if (markup.length > limits.markup) return failed(path, tooMuchMarkup(markup.length, limits.markup));
  if (countTokens(markup, limits.nodes) > limits.nodes) return failed(path, tooManyTags(limits.nodes));
  const document = await parsePage(markup);
  const meta = pageMeta(document, markup, context.url ?? null);
  const blocks = blocksOf(document);
  const article = await mainContent(document);
  const parts = withTitle(decide(blocks, article), meta.title ?? null);
  const stated = [{ ...meta, ...(context.retrieved ? { retrieved: context.retrieved } : {}) }];
  const { fallbackId } = context;
  return extractedArticle(input, { parts, stated, ...(fallbackId === undefined ? {} : { fallbackId }) });
}

/** Takes bytes of a page; gives the character set that its first bytes declare, or `null`. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})/i.exec(start)?.[1] ??
    null
  );
}

/** Readability over the little of the DOM that is used here, its content left as an element. */
type ReadabilityClass = new (
  document: DomDocument,
  options: { charThreshold: number; keepClasses: boolean; serializer: (node: DomElement) => DomElement },
) => { parse(): { readonly content: DomElement | null } | null };

/** Runs readability, which takes the document apart; gives the numbers of the blocks it keeps, or `null` where it finds no article. */
async function mainContent(document: DomDocument): Promise<ReadonlySet<number> | null> {
  if (isTooDeep(document)) return null;
  const { Readability } = await import("@mozilla/readability");
  try {
    const Reader = Readability as unknown as ReadabilityClass;
    const content = new Reader(document, { charThreshold: 250, keepClasses: true, serializer: (node) => node }).parse()
      ?.content;
    if (content == null) return null;
    return new Set(Array.from(content.querySelectorAll("[data-block]"), (el) => Number(el.getAttribute("data-block"))));
  } catch {
    return null;
  }
}

function decide(blocks: readonly PageBlock[], kept: ReadonlySet<number> | null): Part[] {
  const inside = (block: PageBlock) => kept === null || kept.has(block.owner);
  const first = blocks.findIndex(inside);
  const last = blocks.findLastIndex(inside);
  return blocks.map((block, at) => ({
    text: block.text,
    kind: partKind(block, inside(block), at > first && at < last),
    close: block.tag === "figcaption",
  }));
}

function partKind(block: PageBlock, kept: boolean, within: boolean): Part["kind"] {
  if (block.tag === "h1") return "headline";
  if (block.tag === "figcaption" && (kept || within)) return "caption";
  if (block.pulled && (kept || within)) return "pullquote";
  if (!kept) return "furniture";
  if (block.linked && !/[.!?]["”’)]*$/.test(block.text)) return "furniture";
  return /^h[2-6]$/.test(block.tag) ? "headline" : null;
}

/** The headline is the block that says the page's title; without one, the title is put above the text. */
function withTitle(parts: readonly Part[], title: string | null): Part[] {
  const key = title === null ? "" : keyOf(title);
  const says = (part: Part) => key !== "" && keyOf(part.text) === key;
  const at = parts.findIndex(says);
  const only = parts.filter((part) => part.kind === "headline");
  const marked = parts.map(
    (part, i): Part => (i === at ? { ...part, kind: "headline" } : says(part) ? { ...part, kind: "furniture" } : part),
  );
  if (at >= 0 || title === null) return withoutStrayTitles(marked, at >= 0 ? at : parts.indexOf(only[0] as Part));
  return [{ text: title, kind: "headline" }, ...withoutStrayTitles(marked, -1)];
}

/** Headings above the article's own are the page's. */
function withoutStrayTitles(parts: readonly Part[], headline: number): Part[] {
  return parts.map((part, i) =>
    i < headline && part.kind !== "furniture" && part.kind !== "caption" ? { ...part, kind: "furniture" } : part,
  );
}

/** Counts tags, and every fourth entity, up to just over the limit: both cost a parser time. */
function countTokens(markup: string, limit: number): number {
  let count = 0;
  for (let at = markup.indexOf("<"); at >= 0 && count <= limit; at = markup.indexOf("<", at + 1)) count++;
  for (let at = markup.indexOf("&"); at >= 0 && count <= limit; at = markup.indexOf("&", at + 1)) count += 0.25;
  return count;
}

function tooMuchMarkup(size: number, limit: number): string {
  return `holds ${megabytes(size)} of markup, over the limit of ${megabytes(limit)}; save the article alone, or copy its words into a .txt file.`;
}

function tooManyTags(limit: number): string {
  return `has more than ${limit.toLocaleString("en")} tags and is not read; save the article alone, or copy its words into a .txt file.`;
}
