import { contains, mention, overlaps } from "../text/span.ts";
import type { CitationDefinition, CitationMark, PreparedDraft } from "../verify/types.ts";
import { definitionMark, readDefinitions, readFootnotes, readPandoc } from "./citations.ts";
import { readAsciidoc } from "./formats/asciidoc.ts";
import { readHtml } from "./formats/html.ts";
import { readLatex } from "./formats/latex.ts";
import { readRst } from "./formats/rst.ts";
import type { DraftParts } from "./formats/scan.ts";
import { type FrontMatter, frontMatterOf } from "./frontmatter.ts";
import { type MarkdownLink, type MarkdownParts, type MarkdownTree, parseMarkdown, readMarkdown } from "./markdown.ts";
import { blank, type Masked } from "./mask.ts";

/** How a draft is written. */
export type DraftFormat = "markdown" | "plain" | "rst" | "asciidoc" | "latex" | "html";

/** A prepared draft with what the next version of it may be prepared from. */
export interface Draft extends PreparedDraft {
  readonly format: DraftFormat;
  /** The text that was parsed (front matter blanked out) and its tree; `null` for plain text. */
  readonly parsed: { readonly text: string; readonly tree: MarkdownTree } | null;
}

/** Takes the path or the language of a document; gives the format of a draft, `null` where it is none that can be read. */
export function draftFormat(pathOrLanguage: string): DraftFormat | null {
  const name = /(?:^|\.)(\w{1,20})$/.exec(pathOrLanguage)?.[1]?.toLowerCase() ?? "";
  return FORMATS.find(([, names]) => names.includes(name))?.[0] ?? null;
}

/**
 * Takes the language that an editor gives a document, and its path; gives its format, `null` where it is no draft. An editor calls plain what it has
 * no name for: then the path says more.
 */
export function documentFormat(language: string, path: string): DraftFormat | null {
  const said = draftFormat(language);
  return said === null || said === "plain" ? (draftFormat(path) ?? said) : said;
}

/** Takes the path of a file; says whether it counts as a draft where a whole folder is checked: a page there is mostly saved or made by a program, and is checked when it is named. */
export function isDraftFile(path: string): boolean {
  const format = draftFormat(path);
  return format !== null && format !== "html";
}

/** Endings of files and names of languages by format. */
const FORMATS: readonly (readonly [DraftFormat, readonly string[]])[] = [
  ["markdown", ["md", "markdown", "mdown", "mkd", "qmd", "rmd", "quarto"]],
  ["plain", ["txt", "text", "plaintext"]],
  ["rst", ["rst", "rest", "restructuredtext"]],
  ["asciidoc", ["adoc", "asciidoc", "asc"]],
  ["latex", ["tex", "latex"]],
  ["html", ["html", "htm", "xhtml"]],
];

/** Readers of the formats with citations of their own form. */
const READERS: Readonly<Partial<Record<DraftFormat, (text: string) => DraftParts>>> = {
  rst: readRst,
  asciidoc: readAsciidoc,
  latex: readLatex,
  html: readHtml,
};

/**
 * Takes the text of a draft, its format, and an earlier version of the same draft where there is one;
 * gives its prose (as long as the text, line breaks in place), its citations and its definitions, all in order. Never throws.
 *
 * Blanked out are front matter, code, HTML, addresses, marks and citations. Kept are the ">" of block quotations and the "|" between
 * the cells of a table; numbers and bullets of lists become "-", character references the character that they name.
 */
export function prepareDraft(text: string, format: DraftFormat, previous: Draft | null = null): Draft {
  const front = frontMatterOf(text);
  const body = front.span === null ? text : blank(text, [front.span]);
  const read = READERS[format];
  if (read !== undefined) return { ...assembleOwn(text, body, read(body), front), format, parsed: null };
  const tree = format === "markdown" ? parseMarkdown(body, previous?.parsed ?? null) : null;
  const parts = tree === null ? readPlain(body) : readMarkdown(body, tree);
  return { ...assemble(text, body, parts, front), format, parsed: tree === null ? null : { text: body, tree } };
}

function assemble(text: string, body: string, parts: MarkdownParts, front: FrontMatter): PreparedDraft {
  const definitions = readDefinitions(text, blank(body, parts.opaque));
  const code = parts.indented.filter((block) => !definitions.some((definition) => contains(definition, block)));
  const scannable = blank(body, [...parts.opaque, ...code]);
  const citations = readCitations(text, scannable, parts.links, definitions);
  const prose = blank(body, [
    ...parts.opaque,
    ...code,
    ...parts.marks,
    ...citations.filter((mark) => mark.style !== "link" || isParenthesised(mark)),
    ...definitions.map((definition): Masked => ({ ...definitionMark(definition), keep: "-" })),
  ]);
  return { text, prose, citations, definitions, published: front.date };
}

/** As `assemble`, for a format with citations of its own form. */
function assembleOwn(text: string, body: string, parts: DraftParts, front: FrontMatter): PreparedDraft {
  const citations = [...parts.citations, ...linkMarks(text, parts.links)].sort((a, b) => a.start - b.start);
  const hidden = citations.filter((mark) => mark.style !== "link" || isParenthesised(mark));
  const prose = blank(body, [...hidden, ...parts.opaque, ...parts.marks]);
  return { text, prose, citations, definitions: parts.definitions, published: front.date };
}

function readCitations(
  text: string,
  scannable: string,
  links: readonly MarkdownLink[],
  definitions: readonly CitationDefinition[],
): CitationMark[] {
  const found = [...readPandoc(scannable), ...readFootnotes(scannable, definitions)];
  return [...found, ...linkMarks(text, links)].sort((a, b) => a.start - b.start);
}

/** A link counts as a citation of where it leads; links in parentheses of their own are one citation, and these belong to it. */
function linkMarks(text: string, links: readonly MarkdownLink[]): CitationMark[] {
  const marks: CitationMark[] = [];
  for (let at = 0; at < links.length; ) {
    const row = rowOfLinks(text, links, at);
    const [first, last] = [row[0] as MarkdownLink, row.at(-1) as MarkdownLink];
    const own = text[first.start - 1] === "(" && text[last.end] === ")";
    const span = own ? mention(text, first.start - 1, last.end + 1) : mention(text, first.start, first.end);
    const cited = own ? row : [first];
    marks.push({ ...span, keys: cited.map(({ target }) => mention(text, target.start, target.end)), style: "link" });
    at += cited.length;
  }
  return marks;
}

/** The links from one on with nothing but a semicolon between them. */
function rowOfLinks(text: string, links: readonly MarkdownLink[], from: number): MarkdownLink[] {
  let to = from + 1;
  while (to < links.length && /^; ?$/.test(text.slice(links[to - 1]?.end, links[to]?.start))) to++;
  return links.slice(from, to);
}

function isParenthesised(mark: CitationMark): boolean {
  return mark.text.startsWith("(");
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”‘’«»]{1,2000}/g;

/** A link as Markdown has it: as such it is inserted. */
const LINK = /\[((?:\\.|[^\][\\\n\r]){1,300})\]\(([^()\s]{1,2000})\)/g;

/** Plain text holds no markup but the links that are inserted as citations; addresses are not prose. */
function readPlain(text: string): MarkdownParts {
  const written = [...text.matchAll(LINK)].map(({ 0: all, 1: shown = "", 2: target = "", index }) => {
    const end = index + all.length;
    return {
      start: index,
      end,
      shown: index + 1 + shown.length,
      target: { start: end - 1 - target.length, end: end - 1 },
    };
  });
  const bare = [...text.matchAll(ADDRESS)].flatMap(({ 0: url, index }) => {
    const end = index + url.replace(/[.,;:!?)\]]{1,8}$/, "").length;
    const target = { start: index, end };
    return written.some((link) => overlaps(link, target)) ? [] : [{ ...target, target }];
  });
  const links = [...written, ...bare].sort((a, b) => a.start - b.start);
  const marks = written.flatMap(({ start, shown, end }) => [
    { start, end: start + 1 },
    { start: shown, end },
  ]);
  return { opaque: bare.map(({ target }) => target), indented: [], marks, links };
}
