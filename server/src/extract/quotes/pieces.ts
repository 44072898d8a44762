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
  /** "double" marks hold speech; "single" ones do in some papers, and scare quotes in others; "block" is a quoted paragraph. */
  readonly style: "double" | "single" | "block";
}
