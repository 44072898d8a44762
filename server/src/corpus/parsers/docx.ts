import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Part } from "../extracted.ts";
import { extractedArticle } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { splitNames } from "../guess.ts";
import { megabytes } from "../limits.ts";
import { failed } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import { blocksOf, type PageBlock } from "./dom.ts";
import { parsePage } from "./markup.ts";
import { isJunkTitle } from "./titles.ts";

/** Takes a Word file; gives its article, footnotes at the end. Its parts are inflated under a limit before anything else reads them. */
export async function readDocx(input: ParserInput): Promise<ReadResult> {
  const { path, bytes, limits } = input;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return failed(path, "is locked with a password or an old .doc; save it as .docx without a password.");
  const sizes = declaredSizes(bytes);
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.inflated)
    return failed(
      path,
      `would unpack to ${megabytes(total)}, over the limit of ${megabytes(limits.inflated)}; save a smaller copy without pictures.`,
    );
  const files = unzipSync(bytes, { filter: ({ name }) => isNeeded(name) });
  const main = mainPart(files["_rels/.rels"]);
  const words = files[main];
  if (words === undefined) return failed(path, "is not a Word file (it holds no document); save it again as .docx.");
  if (countTags(words) > limits.nodes * 10)
    return failed(path, "holds too many elements to be read; save the part you need as a file of its own.");
  files[main] = strToU8(withoutHidden(strFromU8(words)));
  for (const name of [main, "word/footnotes.xml", "word/endnotes.xml"]) {
    const xml = files[name];
    if (xml !== undefined) files[name] = strToU8(strFromU8(xml).replace(RELATIONS, ""));
  }
  const parts = await convert(zipSync(files, { level: 0 }));
  const core = properties(files["docProps/core.xml"]);
  return extractedArticle(input, { parts, stated: [], guess: core });
}

function declaredSizes(bytes: Uint8Array): { name: string; size: number }[] {
  const sizes: { name: string; size: number }[] = [];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (isNeeded(name)) sizes.push({ name, size: originalSize });
      return false;
    },
  });
  return sizes;
}

/** Text, styles, notes, relations and properties; pictures and fonts are left packed. */
function isNeeded(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/.test(
    name,
  );
}

/** The part that holds the words: programs on the web call it by other names than Word. */
function mainPart(relations: Uint8Array | undefined): string {
  const tag = /<Relationship\s[^>]{0,500}\/officeDocument"[^>]{0,500}>/.exec(
    strFromU8(relations ?? new Uint8Array()),
  )?.[0];
  return /\sTarget="\/?([^"]{1,200})"/.exec(tag ?? "")?.[1] ?? "word/document.xml";
}

/** Where links and pictures lead: none of it is read, and one that leads nowhere would cost the whole file. */
const RELATIONS = /\sr:(?:id|embed|link)="[^"]{0,200}"/g;

async function convert(bytes: Uint8Array): Promise<Part[]> {
  const { default: mammoth } = await import("mammoth");
  const source = { buffer: bytes, arrayBuffer: bytes.buffer as ArrayBuffer };
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const styleMap = [
    "p.Caption => p.caption:fresh",
    "p[style-name='Caption'] => p.caption:fresh",
    "p.Title => h1:fresh",
    "p[style-name='Title'] => h1:fresh",
  ];
  const { value } = await mammoth.convertToHtml(source as { arrayBuffer: ArrayBuffer }, { convertImage, styleMap });
  const document = await parsePage(value);
  for (const mark of document.querySelectorAll(
    "sup a, a[href^='#footnote-ref'], a[href^='#endnote-ref'], a[href^='#comment']",
  ))
    mark.remove();
  return blocksOf(document).map((block) => ({ text: block.text, kind: kindOf(block) }));
}

function kindOf(block: PageBlock): Part["kind"] {
  if (block.naming === "caption") return "caption";
  return /^h[1-6]$/.test(block.tag) ? "headline" : null;
}

/** Most code units between the start of a run and the word that hides it. */
const LONGEST_PROPERTIES = 2000;

/** Takes a document's XML; gives it without the runs that Word hides, which no reader sees. */
function withoutHidden(xml: string): string {
  let kept = "";
  let [from, end] = [0, 0];
  for (let at = xml.indexOf("<w:vanish"); at >= 0; at = xml.indexOf("<w:vanish", at + 1)) {
    if (at < from || /^<w:vanish w:val="(?:0|false|off)"/.test(xml.slice(at, at + 40))) continue;
    const start = startOfRun(xml, Math.max(from, at - LONGEST_PROPERTIES), at);
    if (end < at) end = xml.indexOf("</w:r>", at);
    if (end < 0) break;
    if (start === null) continue;
    kept += xml.slice(from, start);
    from = end + "</w:r>".length;
  }
  return kept + xml.slice(from);
}

/** Where the run begins that a place is in; `null` where it is in none. */
function startOfRun(xml: string, above: number, at: number): number | null {
  const before = xml.slice(above, at);
  const start = Math.max(before.lastIndexOf("<w:r>"), before.lastIndexOf("<w:r "));
  return start < 0 || before.includes("</w:r>", start) ? null : above + start;
}

function countTags(xml: Uint8Array | undefined): number {
  let count = 0;
  for (const byte of xml ?? []) if (byte === 0x3c) count++;
  return count;
}

/** What the file's own properties say: often left over from a template, so only a guess. */
function properties(xml: Uint8Array | undefined): { title?: string; authors?: string[]; published?: string } {
  const text = new TextDecoder().decode(xml ?? new Uint8Array());
  const of = (tag: string) => decoded(new RegExp(`<${tag}(?:\\s[^>]{0,200})?>([^<]{1,1000})</${tag}>`).exec(text)?.[1]);
  const title = of("dc:title");
  const authors = splitNames(of("dc:creator") ?? "");
  const created = of("dcterms:created")?.slice(0, 10);
  return {
    ...(title === undefined || isJunkTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(created === undefined ? {} : { published: created }),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string | undefined): string | undefined {
  return text?.replace(/&(\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();
}
