/** A half-open range of a text, in UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the words that stand there, exactly as written. */
export interface Mention extends Span {
  readonly text: string;
}

/** Takes a text and a range in it; gives the range as a mention with its words. */
export function mention(text: string, start: number, end: number): Mention {
  return { start, end, text: text.slice(start, end) };
}

/** Takes two spans of one text; says whether they share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Takes two spans of one text; says whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
