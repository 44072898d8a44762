import type { Span } from "../text/span.ts";
import type { CitationMark, PreparedDraft } from "../verify/types.ts";
import { type CitationForm, defineSource, FORMS } from "./forms.ts";
import { type Anchor, type Place, placeFor } from "./place.ts";
import { type CitationStyle, footnoteDefinition, linkTo, type SourceReference } from "./reference.ts";

/** One replacement in a draft. Offsets count in the draft as it was prepared; edits of one list do not overlap. */
export interface Edit extends Span {
  readonly newText: string;
}

/**
 * Takes a draft, what is to be cited for (a figure or a quotation with the sentence that holds it), a source and a style;
 * gives the edits that insert the citation: in a citation that stands there already, or in a new one. Empty where it stands there.
 * A footnote's definition goes to the end of the draft, once.
 */
export function insertCitation(
  draft: PreparedDraft & { readonly format?: string },
  anchor: Anchor,
  source: SourceReference,
  style: CitationStyle,
): Edit[] {
  const place = placeFor(draft, anchor, style);
  if (place.marks.some((mark) => names(mark, source))) return [];
  const form = FORMS[draft.format ?? ""];
  if (form !== undefined) return insertOwn(draft, place, source, style, form);
  const definition = style === "footnote" ? defineNote(draft, source) : [];
  const last = place.marks.at(-1);
  const link = linkTo(source, draft.format === "plain");
  if (last !== undefined && last.style === style) return [mergeInto(last, source, link), ...definition];
  const space = place.spaced && style !== "footnote" ? " " : "";
  return [{ start: place.at, end: place.at, newText: space + newMark(source, style, link) }, ...definition];
}

/** Takes a draft, a source and a style; gives the edit that defines the source at the end of the draft, where its format and style want that and it is not yet; else nothing. */
export function defineCitation(
  draft: PreparedDraft & { readonly format?: string },
  source: SourceReference,
  style: CitationStyle,
): Edit[] {
  const form = FORMS[draft.format ?? ""];
  if (form !== undefined) return defineSource(draft, source, style, form);
  return style === "footnote" ? defineNote(draft, source) : [];
}

/** As `insertCitation`, in a format with citations of its own form. */
function insertOwn(
  draft: PreparedDraft,
  place: Place,
  source: SourceReference,
  style: CitationStyle,
  form: CitationForm,
): Edit[] {
  const first = !draft.citations.some((mark) => names(mark, source));
  const last = place.marks.findLast((mark) => mark.style !== "link");
  const joined = style === "link" || last === undefined ? null : form.join(last, source);
  const newText = form.before(style) + form.mark(source, style, first);
  return [joined ?? { start: place.at, end: place.at, newText }, ...defineSource(draft, source, style, form)];
}

/**
 * Takes a draft, one of its citations and the position of a key in it; gives the edits that take the key out, and with the last key
 * the mark, and with the last reference to a footnote its definition.
 */
export function removeCitation(draft: PreparedDraft, mark: CitationMark, index = 0): Edit[] {
  const key = mark.keys[index];
  if (key === undefined) return [];
  if (mark.keys.length > 1) return [removeKey(draft.text, mark, index)];
  const start = draft.text[mark.start - 1] === " " && mark.style !== "footnote" ? mark.start - 1 : mark.start;
  const gone = { start, end: mark.end, newText: "" };
  const others = draft.citations.some((other) => other !== mark && names(other, { id: key.text, href: key.text }));
  return mark.style === "footnote" && !others ? [gone, ...removeDefinition(draft, key.text)] : [gone];
}

/** Takes a text and edits of it that do not overlap; gives the edited text. Insertions at one place stand in the order of the list. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return lastFirst(edits).reduce(
    (now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end),
    text,
  );
}

/** Takes edits; gives them so that each can be applied without moving those still to come. */
export function lastFirst(edits: readonly Edit[]): Edit[] {
  return [...edits].reverse().sort((a, b) => b.start - a.start);
}

function names(mark: CitationMark, source: Pick<SourceReference, "id" | "href">): boolean {
  const wanted = mark.style === "link" ? source.href : source.id;
  return mark.keys.some((key) => key.text === wanted);
}

function newMark({ id }: SourceReference, style: CitationStyle, link: string): string {
  return { pandoc: `[@${id}]`, footnote: `[^${id}]`, link: `(${link})` }[style];
}

/** A second source goes into the brackets of the first: "[@voa; @rferl]"; a second footnote stands beside it. */
function mergeInto(mark: CitationMark, source: SourceReference, link: string): Edit {
  const bracketed = mark.text.startsWith("[") || mark.text.startsWith("(");
  const inside = mark.style !== "footnote" && bracketed;
  const at = inside ? mark.end - 1 : mark.end;
  const added = mark.style === "link" ? link : `@${source.id}`;
  if (inside) return { start: at, end: at, newText: `; ${added}` };
  return { start: at, end: at, newText: mark.style === "footnote" ? newMark(source, "footnote", link) : ` [${added}]` };
}

/** From the "; " before a key (or, for the first, from the key) to the next, with the locator that belongs to it. */
function removeKey(text: string, mark: CitationMark, index: number): Edit {
  const parts = [mark.start + 1];
  for (let at = mark.start; at < mark.end; at++) {
    if (text[at] === ";" && !mark.keys.some((key) => key.start <= at && at < key.end)) parts.push(at + 1);
  }
  const key = mark.keys[index] ?? mark;
  const part = parts.findLastIndex((start) => start <= key.start);
  const next = parts[part + 1];
  if (part > 0)
    return { start: (parts[part] as number) - 1, end: next === undefined ? mark.end - 1 : next - 1, newText: "" };
  const after = next ?? mark.end - 1;
  return { start: mark.start + 1, end: text[after] === " " ? after + 1 : after, newText: "" };
}

/** Takes a draft and a source; gives the edit that defines its footnote at the end of the draft; empty where it is defined. */
export function defineNote(draft: PreparedDraft, source: SourceReference): Edit[] {
  if (draft.definitions.some(({ key }) => key.text === source.id)) return [];
  const { text } = draft;
  const line = text.includes("\r\n") ? "\r\n" : "\n";
  const last = draft.definitions.at(-1);
  const afterNotes = last !== undefined && text.slice(last.end).trim() === "";
  const end = endOfLastLine(text);
  const gap = afterNotes ? line : line + line;
  return [{ start: end, end, newText: gap + footnoteDefinition(source) }];
}

function endOfLastLine(text: string): number {
  let end = text.length;
  while (end > 0 && /[\r\n]/.test(text[end - 1] ?? "")) end--;
  return end;
}

function removeDefinition(draft: PreparedDraft, id: string): Edit[] {
  const definition = draft.definitions.find(({ key }) => key.text === id);
  if (definition === undefined) return [];
  let { start } = definition;
  while (start > 0 && /[\r\n]/.test(draft.text[start - 1] ?? "")) start--;
  return [{ start, end: definition.end, newText: "" }];
}
