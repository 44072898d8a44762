import { applyEdits, type Edit } from "../../draft/edits.ts";
import type { StoredSource } from "../../store/types.ts";
import type { ReportDraft } from "../formats/report.ts";
import { escapeText } from "../markdown.ts";
import { say } from "../words.ts";
import { type Note, notesOf } from "./notes.ts";

/** A mark of ours in a draft, and the block of notes at its end, which runs from its opening comment to its closing one. */
const MARK = /\[\^sourceline-\d{1,9}\]/g;
const OPEN = "<!-- sourceline notes: “sourceline clean” takes them out -->";
const SHUT = "<!-- end of sourceline notes -->";

/**
 * Takes a draft (without notes of ours) and the sources by id; gives it with a numbered footnote on each fact: source, place, passage,
 * claimant and verdict. `cleanDraft` takes them out again, byte for byte.
 */
export function annotateMarkdown(draft: ReportDraft, sources: ReadonlyMap<string, StoredSource>): string {
  const notes = notesOf(draft, sources);
  if (notes.length === 0) return draft.text;
  const marks = notes.map(({ number, at }): Edit => ({ start: at, end: at, newText: `[^sourceline-${number}]` }));
  const line = lineEnd(draft.text);
  const block = [OPEN, "", ...notes.flatMap((note) => [...noteLines(note), ""]), SHUT, ""];
  return applyEdits(draft.text, joined(marks)) + line + line + block.join(line);
}

/** Takes a draft, annotated or not, perhaps edited since; gives it without any mark of ours, and otherwise byte for byte as it was. */
export function cleanDraft(text: string): string {
  return withoutBlocks(text).replace(MARK, "");
}

/** Takes out each block with the blank line before it and the line end behind it; both are of the kind that follows its opening comment. */
function withoutBlocks(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
    const line = text.startsWith("\r\n", at + OPEN.length) ? "\r\n" : "\n";
    const shut = text.indexOf(SHUT + line, at);
    if (shut < 0) break;
    if (at < from || !text.startsWith(line + line, at - 2 * line.length)) continue;
    kept += text.slice(from, at - 2 * line.length);
    from = shut + SHUT.length + line.length;
  }
  return kept + text.slice(from);
}

/** Says whether a text holds marks of ours. */
export function isAnnotated(text: string): boolean {
  return cleanDraft(text) !== text;
}

/** Marks at one place become one edit, in order of their numbers. */
function joined(marks: readonly Edit[]): Edit[] {
  const byPlace = new Map<number, Edit>();
  for (const mark of marks) {
    const there = byPlace.get(mark.start);
    byPlace.set(mark.start, { ...mark, newText: (there?.newText ?? "") + mark.newText });
  }
  return [...byPlace.values()];
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** A footnote: what continues it is indented by four, as Pandoc and GitHub have it. */
function noteLines({ number, verdict, message, ignored, passages, more }: Note): string[] {
  const head = `[^sourceline-${number}]: **${escapeText(verdict)}.** ${escapeText(message)}`;
  const reason = ignored === null ? [] : ["", `    ${escapeText(ignored)}`];
  const quoted = passages.flatMap(({ relation, where, claimant, passage }) => [
    "",
    `    > ${escapeText(passage)}`,
    "    >",
    `    > — ${relation}: ${escapeText([where, ...(claimant === null ? [] : [claimant])].join(", "))}`,
  ]);
  const rest = more === 0 ? [] : ["", `    ${say("note.more", { count: more })}`];
  return [head, ...reason, ...quoted, ...rest];
}
