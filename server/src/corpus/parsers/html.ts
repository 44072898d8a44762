import { decodeText } from "../encoding.ts";
import { extractedArticle, type Part } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { megabytes } from "../limits.ts";
import { countWords } from "../pieces.ts";
import { failed, problem } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import { blocksOf, type DomDocument, type DomElement, isTooDeep } from "./dom.ts";
import { nameComments } from "./googledocs.ts";
import { markupParts } from "./json.ts";
import { articleMarkup } from "./jsonld.ts";
import { parsePage } from "./markup.ts";
import { withoutPackedData } from "./packed.ts";
import { pageMeta } from "./pagemeta.ts";
import { hasBarrier, type MainContent, partsOf, squeezed } from "./pageparts.ts";

/** Takes a saved page; gives its article: what readability keeps is the article, the rest of the page furniture. */
export async function readHtml(input: ParserInput): Promise<ReadResult> {
  const declared = input.charset ?? declaredCharset(input.bytes);
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
  nameComments(document, markup);
  const { stated: meta, free, body, guess } = pageMeta(document, markup, context.url ?? null);
  const blocks = blocksOf(document);
  const shown = partsOf(blocks, await mainContent(document), meta.title ?? null);
  const given = body === null || countTokens(body, limits.nodes) > limits.nodes ? "" : articleMarkup(body);
  const parts = completed(shown, given === "" ? [] : await markupParts(given));
  const words = wordsOf(parts);
  const cut =
    parts === shown && (!free || hasBarrier(blocks)) && words < FEWEST_WHOLE
      ? [problem(path, cutOff(words), "warning")]
      : [];
  const stated = [{ ...meta, ...(context.retrieved ? { retrieved: context.retrieved } : {}) }];
  const { fallbackId } = context;
  return extractedArticle(input, {
    parts,
    stated,
    guess,
    problems: cut,
    ...(fallbackId === undefined ? {} : { fallbackId }),
  });
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

/** Runs readability, which takes the document apart; gives what it keeps, or `null` where it finds no article. */
async function mainContent(document: DomDocument): Promise<MainContent | null> {
  if (isTooDeep(document)) return null;
  const { Readability } = await import("@mozilla/readability");
  try {
    const Reader = Readability as unknown as ReadabilityClass;
    const content = new Reader(document, { charThreshold: 250, keepClasses: true, serializer: (node) => node }).parse()
      ?.content;
    if (content == null) return null;
    const made = Array.from(content.querySelectorAll("p:not([data-block])"), (p) => squeezed(p.textContent ?? ""));
    const owners = Array.from(content.querySelectorAll("[data-block]"), (el) => Number(el.getAttribute("data-block")));
    return { owners: new Set(owners), paragraphs: new Set(made.filter((words) => words !== "")) };
  } catch {
    return null;
  }
}

/** Counts tags, and every fourth entity, up to just over the limit: both cost a parser time. */
function countTokens(markup: string, limit: number): number {
  let count = 0;
  for (let at = markup.indexOf("<"); at >= 0 && count <= limit; at = markup.indexOf("<", at + 1)) count++;
  for (let at = markup.indexOf("&"); at >= 0 && count <= limit; at = markup.indexOf("&", at + 1)) count += 0.25;
  return count;
}

/** Times as many words as the page shows that its data must hold to go before them, and the fewest of these. */
const FAR_MORE = 2;
const FEWEST_STATED = 30;

/** A page that shows its article by a program, or the beginning only, may give the whole in its data; what it shows stays, set aside. */
function completed(shown: readonly Part[], stated: readonly Part[]): readonly Part[] {
  const words = wordsOf(stated);
  if (words < FEWEST_STATED || words < wordsOf(shown) * FAR_MORE) return shown;
  const title = shown.find((part) => part.kind === "headline");
  const rest = shown
    .filter((part) => part !== title)
    .map((part): Part => (part.kind === "caption" ? part : { ...part, kind: "furniture", quote: null }));
  return [...(title === undefined ? [] : [title]), ...stated, ...rest];
}

function wordsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === null ? countWords(part.text) : 0), 0);
}

/** Words of an article that says it is for subscribers, under which it is taken to be cut off. */
const FEWEST_WHOLE = 150;

function cutOff(words: number): string {
  return `seems to be cut off for readers without a subscription (${words} words of it were saved); save the page again when you are logged in.`;
}

function tooMuchMarkup(size: number, limit: number): string {
  return `holds ${megabytes(size)} of markup, over the limit of ${megabytes(limit)}; save the article alone, or copy its words into a .txt file.`;
}

function tooManyTags(limit: number): string {
  return `has more than ${limit.toLocaleString("en")} tags and is not read; save the article alone, or copy its words into a .txt file.`;
}
