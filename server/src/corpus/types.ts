import type { Span } from "../text/span.ts";

/** What a block of an article is. `meta` is front matter or a header of the file; `furniture` is page text that is not the article. */
export type BlockKind = "headline" | "body" | "caption" | "pullquote" | "meta" | "furniture";

/** One block (mostly a paragraph) of an article, with its offsets in `Article.text`. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Paragraph number from 1 over all blocks that are not `meta` or `furniture`; 0 for those. */
  readonly paragraph: number;
  /** Page from 1 in a paged format; `null` elsewhere. */
  readonly page: number | null;
}

/** What is known of an article beside its words. */
export interface SourceMeta {
  /** The id that citations name: letters, digits, `_`, `-`, `.`, `:`. */
  readonly id: string;
  /** Where the article is kept: a path relative to the corpus folder, `/` between parts. */
  readonly path: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** ISO dates, `YYYY-MM-DD`, or less where less is known (`2019-04`). */
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** "article", "report", "press-release", "notes", … as the metadata says; "article" otherwise. */
  readonly kind: string;
  /** Names of the fields above that were guessed from the text. */
  readonly guessed: readonly string[];
  /** Reports, releases or wires that the article names as what it rests on, as written: ["Amnesty International and Airwars report"]. */
  readonly restsOn: readonly string[];
}

/** An article as it was read. Blocks are in order and do not overlap; what lies between them is white space or markup. */
export interface Article {
  readonly meta: SourceMeta;
  /** The text that offsets count in: for a text file its decoded content (so that offsets are the file's), else the text that was read. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Hex SHA-256 of the bytes, given by the caller or made from them; tells whether a file changed. */
  readonly hash: string;
  /** True where `text` is the file's own text, false where it was taken out of a page, a PDF or a Word file. */
  readonly verbatim: boolean;
}

/** What went wrong in reading, or seemed odd; never thrown. */
export interface ReadProblem {
  readonly path: string;
  readonly severity: "error" | "warning";
  /** A full sentence that names the file and says what to do. */
  readonly message: string;
  /** Where in the file's text, if known. */
  readonly span: Span | null;
}

/** The result of reading one file: the articles in it (a web archive holds many), and the problems met. */
export interface ReadResult {
  readonly articles: readonly Article[];
  readonly problems: readonly ReadProblem[];
}
