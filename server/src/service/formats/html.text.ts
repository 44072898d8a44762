import { frontMatterOf } from "../../draft/frontmatter.ts";
import { type MarkdownTree, parseMarkdown } from "../../draft/markdown.ts";
import { blank } from "../../draft/mask.ts";
import type { Span } from "../../text/span.ts";
import { escapeMarkup } from "./escape.ts";
import type { ReportDraft } from "./report.ts";

/** A block of a draft: its element, and whether line breaks in it are kept. */
export interface TextBlock extends Span {
  readonly element: "p" | "pre" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "front";
  readonly kept: boolean;
}

/** What is laid over a stretch of a draft; `close` is written once behind its end. An empty `open` and `hidden`: the stretch is not shown. */
export interface Overlay extends Span {
  readonly open: string;
  readonly shut: string;
  readonly close?: string;
  readonly hidden?: boolean;
}

/** Takes a draft; gives its blocks in order, and the overlays of its markup (emphasis, code, addresses, marks that are not shown). */
export function readBlocks(draft: ReportDraft): { blocks: TextBlock[]; overlays: Overlay[] } {
  const front = frontMatterOf(draft.text).span;
  const head: TextBlock[] = front === null ? [] : [{ ...front, element: "front", kept: true }];
  if (draft.format !== "markdown")
    return { blocks: [...head, ...paragraphs(draft.text, front?.end ?? 0)], overlays: [] };
  const tree = parseMarkdown(front === null ? draft.text : blank(draft.text, [front]));
  const citations = draft.citations.map((mark): Overlay => span(mark.start, mark.end, "cite"));
  return { blocks: [...head, ...topBlocks(tree)], overlays: [...citations, ...markup(tree)] };
}

/** Takes a text, a range of it and overlays; gives the range as HTML. Overlays may nest and cross: each piece between two edges has its own elements. */
export function renderRange(text: string, { start, end }: Span, overlays: readonly Overlay[]): string {
  const inside = overlays.filter((one) => one.start < end && one.end > start);
  const sorted = inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = new Set([start, end, ...sorted.flatMap((one) => [one.start, one.end])]);
  const cuts = [...edges].filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  let html = "";
  let next = 0;
  let active: Overlay[] = [];
  for (const [at, from] of cuts.entries()) {
    html += active
      .filter((one) => one.end === from)
      .map((one) => one.close ?? "")
      .join("");
    active = active.filter((one) => one.end > from);
    for (; next < sorted.length && (sorted[next] as Overlay).start <= from; next++)
      active.push(sorted[next] as Overlay);
    const to = cuts[at + 1];
    if (to !== undefined) html += wrap(text.slice(from, to), active);
  }
  return html;
}

function wrap(text: string, overlays: readonly Overlay[]): string {
  if (overlays.some(({ hidden }) => hidden)) return "";
  const opened = overlays.map(({ open }) => open).join("");
  return (
    opened +
    escapeMarkup(text) +
    [...overlays]
      .reverse()
      .map(({ shut }) => shut)
      .join("")
  );
}

function paragraphs(text: string, from: number): TextBlock[] {
  return [...text.slice(from).matchAll(/[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*/g)].map(
    ({ 0: words, index }) => ({
      start: from + index,
      end: from + index + words.length,
      element: "p",
      kept: true,
    }),
  );
}

const ELEMENTS: Readonly<Record<string, Pick<TextBlock, "element" | "kept">>> = {
  ATXHeading1: { element: "h3", kept: false },
  SetextHeading1: { element: "h3", kept: false },
  ATXHeading2: { element: "h4", kept: false },
  SetextHeading2: { element: "h4", kept: false },
  ATXHeading3: { element: "h5", kept: false },
  ATXHeading4: { element: "h6", kept: false },
  ATXHeading5: { element: "h6", kept: false },
  ATXHeading6: { element: "h6", kept: false },
  Paragraph: { element: "p", kept: false },
  Blockquote: { element: "blockquote", kept: true },
  FencedCode: { element: "pre", kept: true },
  CodeBlock: { element: "pre", kept: true },
};

function topBlocks(tree: MarkdownTree): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    const look = ELEMENTS[node.name] ?? { element: "p", kept: true };
    blocks.push({ start: node.from, end: node.to, ...look });
  }
  return blocks;
}

const STYLES: Readonly<Record<string, string>> = {
  StrongEmphasis: "strong",
  Emphasis: "em",
  InlineCode: "code",
  Strikethrough: "s",
};
const DIMMED = new Set([
  "URL",
  "LinkMark",
  "LinkLabel",
  "QuoteMark",
  "ListMark",
  "TableDelimiter",
  "HTMLTag",
  "Comment",
]);
const HIDDEN = new Set(["HeaderMark", "EmphasisMark", "StrikethroughMark"]);

function markup(tree: MarkdownTree): Overlay[] {
  const overlays: Overlay[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      const element = STYLES[name];
      if (element !== undefined) overlays.push({ start: from, end: to, open: `<${element}>`, shut: `</${element}>` });
      else if (HIDDEN.has(name)) overlays.push({ start: from, end: to, open: "", shut: "", hidden: true });
      else if (DIMMED.has(name)) overlays.push(span(from, to, "dim"));
    },
  });
  return overlays;
}

function span(start: number, end: number, name: string): Overlay {
  return { start, end, open: `<span class="${name}">`, shut: "</span>" };
}
