import type { SourceMeta } from "../corpus/types.ts";
import type { CorpusStore } from "../store/types.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Mention } from "../text/span.ts";
import { type Finding, type MessageTable, render } from "../verify/index.ts";

/** A finding as programs read it: offsets in UTF-16 code units, line and column from 1. */
export interface JsonFinding {
  readonly kind: Finding["kind"];
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly verdict: string;
  readonly citation: string | null;
  readonly message: string;
  readonly evidence: readonly JsonEvidence[];
}

export interface JsonEvidence {
  readonly source: string;
  readonly relation: string;
  readonly start: number;
  readonly end: number;
  readonly passage: string;
  readonly claimant: string | null;
  readonly differences: readonly { readonly draft: Mention; readonly source: Mention }[];
}

export interface JsonSource {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Takes a finding, the lines of its draft and the table of messages; gives it for JSON. */
export function jsonFinding(finding: Finding, lines: LineIndex, messages: MessageTable): JsonFinding {
  const { line, character } = lines.position(finding.start);
  return {
    kind: finding.kind,
    start: finding.start,
    end: finding.end,
    line: line + 1,
    column: character + 1,
    text: finding.text,
    verdict: finding.verdict,
    citation: finding.citation,
    message: render(messages, finding.message),
    evidence: finding.evidence.map((one) => ({
      source: one.source,
      relation: one.relation,
      start: one.start,
      end: one.end,
      passage: one.passage,
      claimant: one.claimant,
      differences: one.differences.map(({ draft, source }) => ({ draft: plain(draft), source: plain(source) })),
    })),
  };
}

/** Takes a store; gives its sources for JSON. */
export function jsonSources(store: CorpusStore): JsonSource[] {
  return store.sources().map(({ meta }) => jsonSource(meta));
}

/** Gives counts of nothing, to be added to with `countFindings`. */
export function emptySummary(): Record<string, number> {
  return { figures: 0, quotes: 0, ...Object.fromEntries(COUNTED.map((name) => [name, 0])) };
}

/** Takes counts and the findings of a draft; adds these to those. */
export function countFindings(summary: Record<string, number>, findings: readonly Finding[]): void {
  const add = (name: string) => {
    summary[name] = (summary[name] ?? 0) + 1;
  };
  for (const { kind, verdict, citation } of findings) {
    if (kind !== "citation") add(kind === "figure" ? "figures" : "quotes");
    add(verdict);
    if (kind !== "citation" && citation !== null && citation !== "undefined") add(citation);
  }
}

const COUNTED = [
  "supported",
  "disputed",
  "imprecise",
  "derived",
  "misattributed",
  "mismatched",
  "contradicted",
  "altered",
  "unsupported",
  "unchecked",
  "cited",
  "uncited",
  "miscited",
  "undefined",
  "unused",
];

function jsonSource({ id, title, outlet, published }: SourceMeta): JsonSource {
  return { id, title, outlet, published };
}

function plain({ start, end, text }: Mention): Mention {
  return { start, end, text };
}
