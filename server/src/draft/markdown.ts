import { TreeFragment } from "@lezer/common";
import { GFM, parser } from "@lezer/markdown";
import { changeBetween } from "../text/change.ts";
import type { Span } from "../text/span.ts";
import { ENTITIES } from "./formats/entities.ts";
import { shownAs } from "./formats/scan.ts";
import type { Masked } from "./mask.ts";

/** The syntax tree of a Markdown text. */
export type MarkdownTree = ReturnType<typeof markdown.parse>;
type SyntaxNode = MarkdownTree["topNode"];

/** A link of a draft: the whole of it, and where it leads. */
export interface MarkdownLink extends Span {
  readonly target: Span;
}

/** What a Markdown text holds beside prose. */
export interface MarkdownParts {
  /** Stretches where nothing can be a citation: code, comments, tags, addresses. */
  readonly opaque: readonly Masked[];
  /** Indented blocks: code, but in a footnote its further paragraphs. */
  readonly indented: readonly Masked[];
  /** Marks of emphasis, headings, links, lists: not prose, but a citation may stand around them. */
  readonly marks: readonly Masked[];
  readonly links: readonly MarkdownLink[];
}

const markdown = parser.configure([GFM]);

/** A text with its tree: what the next version of the text may be parsed from. */
export interface Parsed {
  readonly text: string;
  readonly tree: MarkdownTree;
}

/**
 * Takes a Markdown text without front matter (blanked out), and an earlier version of it where there is one;
 * gives its syntax tree, parsing again only what differs. Never throws.
 */
export function parseMarkdown(text: string, previous: Parsed | null = null): MarkdownTree {
  if (previous === null) return markdown.parse(text);
  if (previous.text === text) return previous.tree;
  const { start, end, newEnd } = changeBetween(previous.text, text);
  const change = { fromA: start, toA: end, fromB: start, toB: newEnd };
  return markdown.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]));
}

/** Nodes that hold no prose at all. */
const OPAQUE = new Set(
  "InlineCode FencedCode Comment CommentBlock ProcessingInstruction ProcessingInstructionBlock HTMLTag LinkTitle Image Autolink LinkReference".split(
    " ",
  ),
);
/** Marks around prose. */
const MARKS = new Set("EmphasisMark StrikethroughMark HeaderMark TaskMarker HorizontalRule HardBreak".split(" "));
/** Takes a text and its tree; gives what of it is not prose, and its links. */
export function readMarkdown(text: string, tree: MarkdownTree): MarkdownParts {
  const opaque: Masked[] = [];
  const marks: Masked[] = [];
  const indented: Masked[] = [];
  const links: MarkdownLink[] = [];
  const labels = referenceLabels(text, tree);
  tree.iterate({
    enter(node) {
      const { from: start, to: end, name } = node;
      if (name === "LinkReference" && text.startsWith("[^", start)) return false;
      if (name === "CodeBlock") {
        indented.push({ start, end });
        return false;
      }
      if (OPAQUE.has(name) && (name !== "Image" || isImage(text, node.node, labels))) {
        opaque.push({ start, end });
        if (name === "Autolink" && isPage(text.slice(start + 1, end))) {
          links.push({ start, end, target: { start: start + 1, end: end - 1 } });
        }
        return false;
      }
      if (MARKS.has(name)) marks.push({ start, end });
      else if (name === "HTMLBlock") opaque.push(...htmlTags(text, start, end));
      else if (name === "Entity") marks.push(shownAs(text, { start, end }, ENTITIES[text.slice(start, end)] ?? ""));
      else if (name === "Escape") marks.push(shownAs(text, { start, end }, text.slice(start + 1, end)));
      else if (name === "ListMark") marks.push({ start, end, keep: "-" });
      else if (name === "TableDelimiter" && end - start > 1) marks.push({ start, end });
      else if (name === "URL") readUrl(text, node.node, opaque, links);
      else if (name === "Link") readLink(text, node.node, labels, { marks, links });
      return true;
    },
  });
  for (const pattern of PROCESSED)
    for (const { 0: all, 1: part = all, index } of text.matchAll(pattern)) {
      const end = index + all.trimEnd().length;
      opaque.push({ start: end - part.length, end });
    }
  return { opaque, indented, marks, links };
}

/** What programs take out before a draft is read: shortcodes, and attributes of images, links, spans, headings and blocks. */
const PROCESSED = [
  /\{\{[<%][^\n\r]{0,500}?[>%]\}\}/g,
  /(?<=[)\]`])\{[^{}\n\r]{1,300}\}/g,
  /^ {0,3}:{3,}[^\n\r]{0,300}/gm,
  /^ {0,3}#{1,6} [^\n\r{}]{0,500}(\{[#.][^{}\n\r]{1,200}\})[ \t]*$/gm,
];

/** "So![^1]" is an exclamation with a footnote: an image leads somewhere. */
function isImage(text: string, node: SyntaxNode, labels: ReadonlyMap<string, Span>): boolean {
  return node.getChild("URL") !== null || labels.has(normalizeLabel(text.slice(node.from + 2, node.to - 1)));
}

/** An address that stands on its own in the text (inside a link it belongs to that). */
function readUrl(text: string, node: SyntaxNode, opaque: Masked[], links: MarkdownLink[]): void {
  const { from: start, to: end, parent } = node;
  opaque.push({ start, end });
  if (parent?.name !== "Link" && isPage(text.slice(start, end))) links.push({ start, end, target: { start, end } });
}

/** Not an address of mail. */
function isPage(address: string): boolean {
  return /^(?:https?:|www\.)/i.test(address);
}

/** Marks of a link around its words. Brackets that lead nowhere are the writer's own, as in "he [Woods] said". */
function readLink(
  text: string,
  node: SyntaxNode,
  labels: ReadonlyMap<string, Span>,
  out: { marks: Masked[]; links: MarkdownLink[] },
): void {
  const marks = node.getChildren("LinkMark");
  const close = marks[1];
  if (marks[0] === undefined || close === undefined) return;
  const label = node.getChild("LinkLabel");
  const shown = text.slice(marks[0].to, close.from);
  const written = label === null ? shown : text.slice(label.from + 1, label.to - 1) || shown;
  const url = node.getChildren("URL").find(({ from }) => from >= close.to);
  const target = url ?? labels.get(normalizeLabel(written));
  if (target === undefined && label === null && marks.length < 3) return;
  out.marks.push({ start: marks[0].from, end: marks[0].to }, { start: close.from, end: node.to });
  if (target !== undefined) out.links.push({ start: node.from, end: node.to, target: spanOf(target) });
}

function spanOf(target: Span | SyntaxNode): Span {
  return "from" in target ? { start: target.from, end: target.to } : target;
}

/** Labels of link references ("[voa]: https://…") and where each leads. */
function referenceLabels(text: string, tree: MarkdownTree): Map<string, Span> {
  const labels = new Map<string, Span>();
  for (const node of tree.topNode.getChildren("LinkReference")) {
    const label = node.getChild("LinkLabel");
    const url = node.getChild("URL");
    if (label === null || url === null) continue;
    const key = normalizeLabel(text.slice(label.from + 1, label.to - 1));
    if (!labels.has(key)) labels.set(key, { start: url.from, end: url.to });
  }
  return labels;
}

function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

const HIDDEN = /<(script|style|pre|code|textarea)\b/y;

/** Tags of a block of HTML, and with them what scripts, styles and code hold. */
function htmlTags(text: string, start: number, end: number): Masked[] {
  const html = text.slice(start, end).toLowerCase();
  const tags: Masked[] = [];
  for (let at = html.indexOf("<"); at >= 0; ) {
    const stop = endOfTag(html, at);
    tags.push({ start: start + at, end: start + stop });
    at = html.indexOf("<", stop);
  }
  return tags;
}

function endOfTag(html: string, at: number): number {
  HIDDEN.lastIndex = at;
  const hidden = HIDDEN.exec(html)?.[1];
  const close = html.startsWith("<!--", at) ? "-->" : hidden === undefined ? ">" : `</${hidden}>`;
  const found = html.indexOf(close, at + 1);
  return found < 0 ? html.length : found + close.length;
}
