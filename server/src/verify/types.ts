import type { Figure, Quotation } from "../extract/types.ts";
import type { Mention, Span } from "../text/span.ts";

export type FigureVerdict =
  | "supported"
  | "disputed"
  | "imprecise"
  | "derived"
  | "misattributed"
  | "mismatched"
  | "contradicted"
  | "unsupported"
  | "unchecked";

export type QuoteVerdict = "supported" | "disputed" | "altered" | "misattributed" | "unsupported" | "unchecked";

export type CitationStatus = "cited" | "uncited" | "miscited" | "undefined" | "unused";

export type Relation = "supports" | "contradicts" | "mentions";

/** One run of words that differs between a quotation of the draft and the source. An empty `text` on one side: added or dropped. */
export interface Difference {
  readonly draft: Mention;
  readonly source: Mention;
}

/** A passage with how it relates to the draft's figure or quotation. */
export interface Evidence {
  readonly source: string;
  readonly relation: Relation;
  /** The passage: its range in the source's text, and its words. */
  readonly start: number;
  readonly end: number;
  readonly passage: string;
  /** The figure or the quoted words inside the passage; `null` where the passage is only near. */
  readonly focus: Mention | null;
  readonly claimant: string | null;
  readonly differences: readonly Difference[];
  readonly place: { readonly paragraph: number; readonly page: number | null };
  /** Date of the source, ISO, for "newest first". */
  readonly published: string | null;
}

/** What fills a template: words, a number, another sentence of the table, or a list that is joined as the language joins lists. */
export type MessageArgument = string | number | Message | readonly (string | Message)[];

/** A sentence for the writer: the key of a template in the table of messages, and what fills it. */
export interface Message {
  readonly key: string;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** An edit to the draft that would mend a finding. Offsets count in the draft. */
export interface Suggestion {
  readonly kind: "use-figure" | "restore-bound" | "restore-quote" | "correct-speaker" | "attribute" | "use-id";
  readonly span: Span;
  readonly newText: string;
  /** The source that says so, or that is meant. */
  readonly source: string;
}

/** What a judge says of one fact. */
export interface Judgement<V extends string = FigureVerdict | QuoteVerdict> {
  readonly verdict: V;
  readonly message: Message;
  /** The best first; those that support before those that contradict. */
  readonly evidence: readonly Evidence[];
  /** Likeliest first; at most three are offered. */
  readonly suggestions: readonly Suggestion[];
  /** How many sources say the same, and how many otherwise, beyond those of the evidence; not there where the evidence has them all. */
  readonly further?: { readonly alike: number; readonly otherwise: number };
  /** True where the passages need not tell of the same event (a day or month that stands in many sentences): a citation is not called wrong by them. */
  readonly unsure?: boolean;
}

/** A figure of the draft as it is put before the judge. */
export interface FigureFact {
  readonly figure: Figure;
  /** The other figures of its sentence and paragraph, in order: what "derived" may rest on. */
  readonly neighbours: readonly Figure[];
  /** The draft's text, for messages and suggestions. */
  readonly text: string;
  /** Sources that the draft cites for it. */
  readonly cited: readonly string[];
}

/** A quotation of the draft as it is put before the judge. */
export interface QuoteFact {
  readonly quote: Quotation;
  readonly text: string;
  readonly cited: readonly string[];
}

/** A citation as it stands in a draft: "[@voa]", "[^voa]", "([VOA](url))". */
export interface CitationMark extends Mention {
  /** The ids it names, each with its own range. */
  readonly keys: readonly Mention[];
  readonly style: "pandoc" | "footnote" | "link";
  /** True where the form may also name something that is no source (a cross-reference): an unknown key is no mistake then. */
  readonly loose?: boolean;
}

/** Where a draft defines a footnote or a reference. */
export interface CitationDefinition extends Mention {
  readonly key: Mention;
}

/** A draft, prepared: `prose` is as long as `text`, with all that is not prose (code, front matter, markup, citations) blanked out by spaces. */
export interface PreparedDraft {
  readonly text: string;
  readonly prose: string;
  readonly citations: readonly CitationMark[];
  readonly definitions: readonly CitationDefinition[];
  /** ISO date of the draft, if its front matter gives one. */
  readonly published: string | null;
}

/** One figure, quotation or citation of a draft with its verdict, evidence and citation status. */
export interface Finding extends Mention {
  readonly kind: "figure" | "quote" | "citation";
  readonly verdict: FigureVerdict | QuoteVerdict | CitationStatus;
  readonly citation: CitationStatus | null;
  readonly message: Message;
  readonly evidence: readonly Evidence[];
  readonly suggestions: readonly Suggestion[];
  /** As in its judgement. */
  readonly further?: Judgement["further"];
  readonly figure: Figure | null;
  readonly quote: Quotation | null;
}
