import type { Article, Block, SourceMeta } from "../corpus/types.ts";
import type { Extraction, Figure, Quotation } from "../extract/types.ts";
import type { Mention } from "../text/span.ts";

/** The sentence or paragraph of a source that a finding rests on; offsets count in the source's text. */
export interface Passage extends Mention {
  readonly source: string;
  /** Place: paragraph from 1, and page from 1 in a paged format. */
  readonly paragraph: number;
  readonly page: number | null;
  readonly kind: Block["kind"];
}

/** A figure of a source with the sentence that holds it. Offsets of `figure` count in the source's text, as the passage's do. */
export interface StoredFigure {
  readonly source: string;
  /** Outlet of the source, which may be who says so. */
  readonly outlet: string | null;
  /** Date of the source, ISO. */
  readonly published: string | null;
  readonly figure: Figure;
  readonly passage: Passage;
}

/** A quotation of a source with the passage that holds it. */
export interface StoredQuotation {
  readonly source: string;
  readonly quote: Quotation;
  readonly passage: Passage;
}

/** A stretch of a source (a paragraph, or two that stand together) that shares word pairs with the words looked for. */
export interface PassageCandidate {
  readonly passage: Passage;
  /** Shared word pairs, the more the likelier. */
  readonly votes: number;
}

/** A source as the store knows it. */
export interface StoredSource {
  readonly meta: SourceMeta;
  readonly hash: string;
  readonly figures: number;
  readonly quotes: number;
  /** Id of the earliest source whose text this one carries (wire copy); its own id where it stands alone. */
  readonly origin: string;
}

/** What look-ups may be limited to. */
export interface LookupLimits {
  /** Most candidates to give. */
  readonly limit: number;
  /** Only these sources, when given. */
  readonly sources?: readonly string[];
}

/**
 * Keeps articles with their passages, figures and quotations, and answers look-ups.
 * All calls are synchronous; candidates are a shortlist and decide nothing. Figures and quotations in furniture are never kept.
 */
export interface CorpusStore {
  /** Grows with every change; two equal revisions of one store answer alike. */
  readonly revision: number;
  /** Number of sources; cheap, where `sources()` makes a list of all of them. */
  readonly size: number;
  /** Puts an article in, in place of one with the same id. */
  put(article: Article, extraction: Extraction): void;
  /** Takes an article out; does nothing where the id is unknown. */
  remove(id: string): void;
  /** Every source, by id. */
  sources(): readonly StoredSource[];
  source(id: string): StoredSource | null;
  /** The article as it was put in; `null` where the id is unknown. */
  article(id: string): Article | null;
  /** All figures (quotations) of a source in order. */
  figuresOf(id: string): readonly StoredFigure[];
  quotesOf(id: string): readonly StoredQuotation[];
  /** Figures whose value equals that of `figure`, lies in its range or rounds to it (in the same or a convertible dimension), those sharing most terms first. */
  figuresLikeValue(figure: Figure, limits: LookupLimits): readonly StoredFigure[];
  /** Figures that may measure the same thing (head, outcome, dimension, terms), those sharing most first. */
  figuresLikeMeasure(figure: Figure, limits: LookupLimits): readonly StoredFigure[];
  /** Stretches of sources that share word pairs with `words` (normalised words of a quotation), most votes first. */
  passagesLike(words: readonly string[], limits: LookupLimits): readonly PassageCandidate[];
  /** The passage (sentence) of a source around a range of its text; `null` where the source is unknown or the range lies in furniture. */
  passageAt(id: string, start: number, end: number): Passage | null;
}
