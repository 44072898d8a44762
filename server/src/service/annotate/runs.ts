import { frontMatterOf } from "../../draft/frontmatter.ts";
import { parseMarkdown } from "../../draft/markdown.ts";
import { blank } from "../../draft/mask.ts";
import type { Span } from "../../text/span.ts";
import type { ReportDraft } from "../formats/report.ts";
import type { Note } from "./notes.ts";

/** A stretch of a line with one look, or where the words of a note open or shut. */
export type Run =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold: boolean;
      readonly italics: boolean;
      readonly dim: boolean;
    }
  | { readonly kind: "open"; readonly note: number }
  | { readonly kind: "shut"; readonly note: number };

/** A line of a draft: level of the heading that it belongs to (0 for none), and its runs, which hold all its characters. */
export interface StyledLine {
  readonly heading: number;
  readonly runs: readonly Run[];
}

type Look = "bold" | "italics" | "dim";

interface Styles {
  readonly looks: readonly (Span & { readonly look: Look })[];
  readonly headings: readonly (Span & { readonly level: number })[];
}

/** Takes a draft and its notes; gives its lines with the look of each stretch, and the notes where their words begin and end. */
export function styledLines(draft: ReportDraft, notes: readonly Note[]): StyledLine[] {
  const styles = stylesOf(draft);
  const edges = notes
    .flatMap(({ number, start, end }) => [
      { at: start, kind: "open" as const, note: number },
      { at: end, kind: "shut" as const, note: number },
    ])
    .sort((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === "shut" ? -1 : 1));
  let next = 0;
  return linesOf(draft.text).map((line, index, all) => {
    const last = index === all.length - 1;
    const runs: Run[] = [];
    let from = line.start;
    for (; next < edges.length; next++) {
      const edge = edges[next] as (typeof edges)[number];
      if (edge.at > line.end && !last) break;
      const to = Math.min(edge.at, line.end);
      runs.push(...textRuns(draft.text, { start: from, end: to }, styles), { kind: edge.kind, note: edge.note });
      from = Math.max(from, to);
    }
    runs.push(...textRuns(draft.text, { start: from, end: line.end }, styles));
    const heading = styles.headings.find(({ start, end }) => start <= line.start && line.start < end)?.level ?? 0;
    return { heading, runs };
  });
}

/** Lines without their ends. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index });
    start = index + end.length;
  }
  return [...lines, { start, end: text.length }];
}

function textRuns(text: string, { start, end }: Span, { looks }: Styles): Run[] {
  const here = looks.filter((one) => one.start < end && one.end > start);
  const edges = [...new Set([start, end, ...here.flatMap((one) => [one.start, one.end])])];
  const cuts = edges.filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end;
    const has = (look: Look) => here.some((one) => one.look === look && one.start <= from && one.end >= to);
    return { kind: "text", text: text.slice(from, to), bold: has("bold"), italics: has("italics"), dim: has("dim") };
  });
}

const LOOKS: Readonly<Record<string, Look>> = {
  StrongEmphasis: "bold",
  Emphasis: "italics",
  HeaderMark: "dim",
  EmphasisMark: "dim",
  LinkMark: "dim",
  URL: "dim",
  QuoteMark: "dim",
  Comment: "dim",
  HTMLTag: "dim",
};

function stylesOf({ text, format, citations }: ReportDraft): Styles {
  const front = frontMatterOf(text).span;
  const looks: (Span & { look: Look })[] = citations.map(({ start, end }) => ({ start, end, look: "dim" }));
  if (front !== null) looks.push({ ...front, look: "dim" });
  const headings: (Span & { level: number })[] = [];
  if (format !== "markdown") return { looks, headings };
  parseMarkdown(front === null ? text : blank(text, [front])).iterate({
    enter({ name, from: start, to: end }) {
      const look = LOOKS[name];
      if (look !== undefined) looks.push({ start, end, look });
      const level = /^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1];
      if (level !== undefined) headings.push({ start, end, level: Number(level) });
    },
  });
  return { looks, headings };
}
