import type { Article, SourceMeta } from "../corpus/index.ts";
import type { CorpusStore } from "../store/types.ts";
import { type LineIndex, lineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Evidence, Finding } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import type { ProtocolPosition, ProtocolRange } from "./protocol.ts";
import type { Settings } from "./settings.ts";

/** How sources are opened and linked to from a draft; given by whoever knows where files are. */
export interface SourceLinks {
  /** Takes a source; gives the URI that opens it: its file where the file is text, else a read-only view of the text that was read. */
  uriOf(meta: SourceMeta, verbatim: boolean): string;
  /** Takes a source; gives where a link in the draft leads: its address, or the path of its file from the draft. */
  hrefOf(meta: SourceMeta): string;
}

/** All that a feature needs beside the checked draft. */
export interface LanguageContext {
  readonly store: CorpusStore;
  readonly settings: Settings;
  readonly links: SourceLinks;
}

/** Takes a line index and a span of its text; gives the range as LSP has it. */
export function rangeOf(lines: LineIndex, { start, end }: Span): ProtocolRange {
  return { start: lines.position(start), end: lines.position(end) };
}

/** Takes a checked draft and a position; gives the offset. */
export function offsetAt({ lines }: CheckedDraft, { line, character }: ProtocolPosition): number {
  return lines.offset(line, character);
}

/** Takes a checked draft and an offset; gives the finding there, the narrowest where several overlap; its end counts as part of it. */
export function findingAt({ findings }: CheckedDraft, offset: number): Finding | null {
  const there = findings.filter(({ start, end }) => start <= offset && offset <= end);
  return there.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** A stretch of a source, to be opened. */
export interface SourceLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Takes a source's id and a span of its text; gives where it opens, `null` where the source is not in the store. */
export function locate(context: LanguageContext, id: string, span: Span | null): SourceLocation | null {
  const article = context.store.article(id);
  if (article === null) return null;
  const uri = context.links.uriOf(article.meta, article.verbatim);
  return { uri, range: rangeOf(linesOf(article), span ?? firstWords(article)) };
}

/** Takes evidence; gives a URI that opens its passage at what matters in it, `null` where its source is not in the store. */
export function passageLink(evidence: Evidence, context: LanguageContext): string | null {
  const location = locate(context, evidence.source, evidence.focus ?? evidence);
  if (location === null) return null;
  const { line, character } = location.range.start;
  return `${location.uri}#L${line + 1},${character + 1}`;
}

/** Where reading begins: the headline, else the first paragraph. */
function firstWords({ blocks }: Article): Span {
  const first = blocks.find(({ kind }) => kind === "headline") ?? blocks.find(({ kind }) => kind === "body");
  return first === undefined ? { start: 0, end: 0 } : { start: first.start, end: first.end };
}

const known = new WeakMap<Article, LineIndex>();

function linesOf(article: Article): LineIndex {
  const kept = known.get(article);
  if (kept !== undefined) return kept;
  const lines = lineIndex(article.text);
  known.set(article, lines);
  return lines;
}
