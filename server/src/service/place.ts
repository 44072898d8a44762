import type { CorpusStore } from "../store/types.ts";
import { onOneLine } from "../text/lines.ts";
import { type Evidence, sourceName } from "../verify/index.ts";
import { dateWords, say } from "./words.ts";

/** Takes evidence; gives its place in words: "paragraph 3", "page 2, paragraph 3", "" where none is known. */
export function placeWords({ place: { paragraph, page } }: Pick<Evidence, "place">): string {
  if (page !== null) return say(paragraph > 0 ? "place.paged" : "place.page", { page, paragraph });
  return paragraph > 0 ? say("place.paragraph", { paragraph }) : "";
}

/** Takes evidence and the store; gives what a reader looks it up by: outlet, date, place; parts that are not known are left out. */
export function sourceLine(evidence: Evidence, store: CorpusStore): string[] {
  return [sourceName(store, evidence.source), dateWords(evidence.published), placeWords(evidence)].filter(
    (part): part is string => part !== null && part !== "",
  );
}

/** Takes evidence; gives it without what rests on the words of an earlier piece of it: one sentence may hold several figures. */
export function distinctPassages(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ source, start, end }) => {
    const key = `${start} ${end} ${source}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A passage cut to a length around what matters in it: offsets of the focus count in `text`. */
export interface Excerpt {
  readonly text: string;
  readonly focus: { readonly start: number; readonly end: number } | null;
}

/** Takes evidence and a number of characters; gives its passage on one line, cut at words around the focus where it is longer. */
export function excerptOf(evidence: Evidence, length: number): Excerpt {
  const { passage } = evidence;
  const focus = focusIn(evidence);
  if (passage.length <= length) return flatten(passage, focus, "", "");
  const middle = focus === null ? 0 : (focus.start + Math.min(focus.end, focus.start + length)) / 2;
  const from = wordStart(passage, Math.max(0, Math.min(Math.floor(middle - length / 2), passage.length - length)));
  const to = wordEnd(passage, Math.min(passage.length, from + length));
  const inside = focus !== null && focus.start >= from && focus.end <= to;
  const moved = inside ? { start: focus.start - from, end: focus.end - from } : null;
  return flatten(passage.slice(from, to), moved, from > 0 ? "… " : "", to < passage.length ? " …" : "");
}

function focusIn({ focus, start, passage }: Evidence): { start: number; end: number } | null {
  if (focus === null || focus.start < start || focus.end > start + passage.length) return null;
  return { start: focus.start - start, end: focus.end - start };
}

/** White space becomes single blanks; the focus moves along. */
function flatten(text: string, focus: Excerpt["focus"], before: string, after: string): Excerpt {
  const flat = onOneLine;
  if (focus === null) return { text: before + flat(text).trim() + after, focus: null };
  const head = before + flat(text.slice(0, focus.start)).trimStart();
  const middle = flat(text.slice(focus.start, focus.end));
  const tail = flat(text.slice(focus.end)).trimEnd();
  return { text: head + middle + tail + after, focus: { start: head.length, end: head.length + middle.length } };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const next = text.slice(at, at + 40).search(/\s/);
  return next < 0 ? at : at + next + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const back = text.lastIndexOf(" ", at);
  return back > at - 40 && back > 0 ? back : at;
}
