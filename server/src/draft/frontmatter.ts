import type { Span } from "../text/span.ts";

/** Front matter of a draft: where it stands, and the date that it gives. */
export interface FrontMatter {
  readonly span: Span | null;
  /** ISO date, `null` where none is given. */
  readonly date: string | null;
}

const NONE: FrontMatter = { span: null, date: null };
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;
const DATE = /^(?:date|published|pubdate)[ \t]*:[ \t]*["']?(\d{4}-\d{2}-\d{2})\b/im;

/** Takes the text of a draft; gives the front matter at its start, if it has any. */
export function frontMatterOf(text: string): FrontMatter {
  const opening = OPENING.exec(text.slice(0, 80));
  if (opening === null) return NONE;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (closing === null) return NONE;
  const span = { start: 0, end: closing.index + closing[0].length };
  return { span, date: DATE.exec(text.slice(0, span.end))?.[1] ?? null };
}
