import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  type ICommentOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from "docx";
import type { StoredSource } from "../../store/types.ts";
import type { ReportDraft } from "../formats/report.ts";
import { say } from "../words.ts";
import { type Note, notesOf } from "./notes.ts";
import { type Run, type StyledLine, styledLines } from "./runs.ts";

/**
 * Takes a draft, the sources by id and the time of writing; gives a Word document (Office Open XML) with the draft, character for character and a
 * paragraph a line, and a comment anchored to the words of each fact: verdict, message, and each passage with source, place and claimant.
 * What XML cannot hold becomes U+FFFD.
 */
export async function annotateDocx(
  draft: ReportDraft,
  sources: ReadonlyMap<string, StoredSource>,
  written: Date,
): Promise<Uint8Array> {
  const notes = notesOf(draft, sources);
  const lines = styledLines(draft, notes);
  const document = new Document({
    creator: "Sourceline",
    title: draft.path.split("/").at(-1) ?? draft.path,
    comments: { children: notes.map((note) => comment(note, written)) },
    sections: [{ children: lines.map(paragraph) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function comment({ number, verdict, message, ignored, passages, more }: Note, date: Date): ICommentOptions {
  const plain = (text: string) => new Paragraph({ children: [new TextRun(possible(text))] });
  const head = new Paragraph({ children: [new TextRun({ text: `${number}. ${verdict}.`, bold: true })] });
  const shown = passages.flatMap(({ relation, where, claimant, passage }) => [
    plain(`“${passage}”`),
    plain(`${relation}: ${[where, ...(claimant === null ? [] : [claimant])].join(", ")}`),
  ]);
  const extra = [
    ...(ignored === null ? [] : [plain(ignored)]),
    ...(more === 0 ? [] : [plain(say("note.more", { count: more }))]),
  ];
  const children = [head, plain(message), ...shown, ...extra];
  return { id: number, author: "Sourceline", initials: "SL", date, children };
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

function paragraph({ heading, runs }: StyledLine): Paragraph {
  const children = runs.flatMap((run): ParagraphChild[] => {
    if (run.kind === "text") return [textRun(run)];
    if (run.kind === "open") return [new CommentRangeStart(run.note)];
    return [new CommentRangeEnd(run.note), new TextRun({ children: [new CommentReference(run.note)] })];
  });
  const level = heading === 0 ? undefined : HEADINGS[heading - 1];
  return new Paragraph(level === undefined ? { children } : { children, heading: level });
}

function textRun({ text, bold, italics, dim }: Extract<Run, { kind: "text" }>): TextRun {
  return new TextRun({ children: withTabs(text), bold, italics, ...(dim ? { color: "808080" } : {}) });
}

function withTabs(text: string): (string | Tab)[] {
  return possible(text)
    .split("\t")
    .flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
}

/** Characters that XML 1.0 cannot hold. */
function possible(text: string): string {
  return text.replace(/(?!\t)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD");
}
