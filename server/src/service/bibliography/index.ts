import { applyEdits, type Edit } from "../../draft/edits.ts";
import type { CitationMark, PreparedDraft } from "../../verify/types.ts";
import type { CslItem } from "./csl.ts";

export { formatBibtex } from "./bibtex.ts";
export { type CslItem, cslItem, formatCslJson } from "./csl.ts";
export { type HouseStyle, houseStyles } from "./styles.ts";

/** How entries are written. */
export type EntryFormat = "text" | "html";

/** One thing cited, with what of it: "p. 3". */
export interface Cite {
  readonly id: string;
  readonly locator: string | null;
}

/** A citation processor (CSL), loaded with items and a style. */
export interface CitationProcessor {
  /** The reference list of all items, in the style's order, an entry each. */
  bibliography(format: EntryFormat): string[];
  /** Takes citations in the order in which they stand; gives the note or the mark of each. */
  notes(citations: readonly (readonly Cite[])[], format: EntryFormat): string[];
}

/** Makes a processor of items and the XML of a style; throws an error that says what is wrong with the style. */
export type ProcessorFactory = (items: readonly CslItem[], style: string) => CitationProcessor;

/** Takes a draft and the ids of the corpus; gives its citations that name sources, with what they name. Footnotes and links are left alone. */
export function citesOf(draft: PreparedDraft, ids: ReadonlySet<string>): { mark: CitationMark; cites: Cite[] }[] {
  return draft.citations
    .filter(({ style }) => style === "pandoc")
    .map((mark) => ({
      mark,
      cites: mark.keys.map((key, at) => ({ id: key.text, locator: locatorOf(draft.text, mark, at) })),
    }))
    .filter(({ cites }) => cites.length > 0 && cites.every(({ id }) => ids.has(id)));
}

/** What stands behind a key and a comma: "[@voa, p. 3; @rferl]". */
function locatorOf(text: string, mark: CitationMark, at: number): string | null {
  const from = mark.keys[at]?.end ?? mark.end;
  const rest = text.slice(from, mark.end).split(";")[0] ?? "";
  return /^\}?,\s*([^\]]{1,200}?)\s*\]?$/.exec(rest)?.[1] ?? null;
}

/**
 * Takes a draft, the ids of the corpus and a processor; gives the draft with each Pandoc citation as a footnote in the style, numbered
 * from the first number that no note of the draft has, the notes at its end.
 */
export function withFootnotes(draft: PreparedDraft, ids: ReadonlySet<string>, processor: CitationProcessor): string {
  const found = citesOf(draft, ids);
  if (found.length === 0) return draft.text;
  const notes = processor.notes(
    found.map(({ cites }) => cites),
    "text",
  );
  const first = 1 + Math.max(0, ...draft.definitions.map(({ key }) => Number(/^\d{1,6}$/.exec(key.text)?.[0] ?? 0)));
  const line = draft.text.includes("\r\n") ? "\r\n" : "\n";
  const marks = found.map(({ mark }, at): Edit => ({ ...footnoteSpan(draft.text, mark), newText: `[^${first + at}]` }));
  const text = applyEdits(draft.text, marks);
  const definitions = notes.map((note, at) => `[^${first + at}]: ${note.trim()}`).join(line);
  return `${text.trimEnd()}${line}${line}${definitions}${line}`;
}

/** A footnote stands right behind its word: the blank before a bracketed citation goes with it. */
function footnoteSpan(text: string, { start, end }: CitationMark): { start: number; end: number } {
  return { start: text[start - 1] === " " && text[start] === "[" ? start - 1 : start, end };
}
