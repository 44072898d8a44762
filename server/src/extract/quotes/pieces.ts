import type { Phrase } from "../names/index.ts";

/** One stretch of words between two marks of one paragraph, by token. */
export interface Piece {
  /** First and last token of the words inside the marks. */
  readonly first: number;
  readonly last: number;
  /** The token after the closing mark (after the last word where it has none). */
  readonly after: number;
  /** The first token of the opening mark (the first word where it has none). */
  readonly open: number;
  readonly opened: boolean;
  readonly closed: boolean;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** "double" marks hold speech; "single" ones do in some papers, and scare quotes in others; "block" is a quoted paragraph, "bare" one that lost its marks. */
  readonly style: "double" | "single" | "block" | "bare";
}

/** Where the speaker of a piece stands, and how. */
export interface Attribution {
  readonly phrase: Phrase;
  /** "tag": introduces or follows the words as speech; "label": a name and a colon; "frame": a verb of the sentence that holds the words. */
  readonly by: "tag" | "label" | "frame";
  readonly side: "before" | "after";
  /** The tokens that the attribution takes, the speaker's phrase among them. */
  readonly from: number;
  readonly to: number;
}

/** How many verbs around a piece are tried, and how many tokens a label or a signature may take. */
export const MOST_CUES = 8;
export const LABEL = 12;

/** Takes a token as written; says whether it is a dash. */
export function isDashMark(mark: string): boolean {
  return mark === "—" || mark === "–" || mark === "-";
}
