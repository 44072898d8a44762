/**
 * Every message between client and server that the Language Server Protocol does not define, in one place.
 * Types and names only: the client imports this file and nothing else of the server.
 */

import type { IgnoreEntry } from "./quiet/ignores.ts";

/** A position as LSP has it: line and character from 0, characters in UTF-16 code units. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** One finding as the editor draws it and lists it. */
export interface FindingItem {
  readonly kind: "figure" | "quote" | "citation";
  readonly range: ProtocolRange;
  readonly text: string;
  readonly verdict: string;
  readonly citation: string | null;
  readonly message: string;
  /** "error" … "hint" where the finding is a problem, `null` where it stays quiet. */
  readonly level: "error" | "warning" | "information" | "hint" | null;
  /** What it asks of the writer, for views that group by it. */
  readonly task: "fix" | "decide" | "cite" | "unchecked" | "quiet";
  /** Ids of the sources of its evidence, the best first. */
  readonly sources: readonly string[];
}

/** A finding that the writer has set aside, by a comment or in the ignore file. */
export interface IgnoredItem {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly code: string;
  readonly message: string;
  /** Why, in the writer's words; "" where none is given. */
  readonly reason: string;
  readonly by: "comment" | "file";
}

/** Server to client: the findings of an open draft, for decorations and views; sent after each check to clients that ask for problems, and to others that say `initializationOptions: {"findings": true}`. */
export const findingsNotification = "sourceline/findings";
export interface FindingsParams {
  readonly uri: string;
  readonly version: number;
  /** False where the draft is not checked any more, because its corpus is gone or holds nothing: what was found is not known to hold. */
  readonly checked: boolean;
  readonly findings: readonly FindingItem[];
  /** Findings that are set aside; they are no part of `findings`. */
  readonly ignored: readonly IgnoredItem[];
  /** Whether focus mode holds for the draft, by the editor's settings or by the project file. */
  readonly focus: boolean;
}

/** Server to client: what the status item shows for a folder. */
export const statusNotification = "sourceline/status";
export interface StatusParams {
  /** URI of the workspace folder, or of the folder of a lone draft. */
  readonly folder: string;
  /** URI of the corpus folder, there or not. */
  readonly corpus: string;
  readonly state: "ready" | "indexing" | "no-corpus" | "error";
  readonly sources: number;
  /** Files of the corpus that could not be read, or only in part. */
  readonly problems: number;
  /** Sentences about settings that were passed over: the project file, the ignore file or the lock does not hold as it stands. */
  readonly settings: readonly string[];
  /** What to tell the writer: what is on, or what is missing and what to do, with the sentences about settings. */
  readonly message: string;
}

/** Client to server: check one draft or all drafts of a folder. Work-done progress and cancellation as in LSP. */
export const checkRequest = "sourceline/check";
export interface CheckParams {
  /** Drafts to check; when empty, all drafts of `folder`. */
  readonly uris: readonly string[];
  readonly folder: string | null;
  readonly workDoneToken?: string | number;
}
export interface CheckResult {
  /** The report as Markdown. */
  readonly report: string;
  readonly problems: number;
}

/** Client to server: the readable text of a source that is not a text file (page, PDF, Word), for a read-only view. */
export const sourceTextRequest = "sourceline/sourceText";
export interface SourceTextParams {
  /** A `sourceline-source:` URI as the server gave it in a location. */
  readonly uri: string;
}
export interface SourceTextResult {
  readonly text: string;
}

/**
 * Client to server, a notification: where the cursor stands, `null` where the editor has lost it. Sent when the selection moves; with
 * the setting `focus` on, findings in the sentence being written are held back until the cursor leaves it.
 */
export const cursorNotification = "sourceline/cursor";
export interface CursorParams {
  readonly uri: string;
  readonly position: ProtocolPosition | null;
}

/** Client to server: the sources of a draft's corpus, for a view. */
export const sourcesRequest = "sourceline/sources";
export interface SourcesParams {
  /** A draft or a folder, whose corpus is meant. */
  readonly uri: string;
}
export interface SourcesResult {
  /** URI of the corpus folder; `null` where there is none. */
  readonly corpus: string | null;
  readonly sources: readonly SourceItem[];
  /** What the view says where it is empty: what is missing and what to do. */
  readonly message: string;
}
export interface SourceItem {
  readonly id: string;
  /** Outlet, else title, else id. */
  readonly name: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly url: string | null;
  /** Opens it: its file, or a read-only view of what was read. */
  readonly uri: string;
  /** Its file in the corpus folder. */
  readonly file: string;
  readonly figures: number;
  readonly quotes: number;
  /** How many facts of the drafts cite it or rest on it (drafts that are open, as they stand; those in the folder, as saved). */
  readonly used: number;
}

/** Client to server: the figures and quotations of one source, in order, for a view. */
export const sourceFactsRequest = "sourceline/sourceFacts";
export interface SourceFactsParams {
  readonly uri: string;
  readonly id: string;
}
export interface SourceFactItem {
  readonly kind: "figure" | "quote";
  /** "more than 1,600 civilians killed"; the words of a quotation. */
  readonly text: string;
  /** The claimant or speaker; `null` where the source names none. */
  readonly claimant: string | null;
  readonly uri: string;
  readonly range: ProtocolRange;
  /** How many facts of the drafts rest on it. */
  readonly used: number;
}

/**
 * Client to server: put sources into a corpus: files, a text, or the page at an address, which is fetched now. The corpus folder is made
 * where it is missing.
 */
export const addRequest = "sourceline/add";
export interface AddParams {
  /** A draft or a folder, whose corpus is meant. */
  readonly uri: string;
  /** URIs of files. */
  readonly files: readonly string[];
  /** A text, from the clipboard for one; `null` for none. */
  readonly text: string | null;
  /** An http or https address; `null` for none. */
  readonly address: string | null;
}
export interface AddResult {
  /** URIs of the files that are in the corpus now. */
  readonly added: readonly string[];
  /** A sentence for each thing that was added, and for each that could not be. */
  readonly messages: readonly string[];
  readonly failed: number;
}

/** Client to server: a draft with a note on each fact. */
export const annotateRequest = "sourceline/annotate";
export interface AnnotateParams {
  readonly uri: string;
  readonly format: "docx" | "html" | "markdown";
}
export interface AnnotateResult {
  /** The annotated draft in base64; `null` where it could not be made. */
  readonly content: string | null;
  /** What went wrong, else "". */
  readonly message: string;
}

/** Client to server: an annotated draft without our notes, and otherwise as it stands in the editor. */
export const cleanRequest = "sourceline/clean";
export interface CleanParams {
  readonly uri: string;
}
export interface CleanResult {
  /** `null` where there is nothing to take out. */
  readonly text: string | null;
  /** What went wrong, else "". */
  readonly message: string;
}

/** Client to server: pin the passages that the cited facts of a project's drafts rest on, or say what became of those that are pinned. */
export const lockRequest = "sourceline/lock";
export interface LockParams {
  /** A draft or a folder, whose project is meant. */
  readonly uri: string;
  readonly task: "write" | "verify";
}
export interface LockResult {
  /** URI of the lock file; `null` where there is none. */
  readonly file: string | null;
  /** A sentence for the writer: what was pinned, how many passages stand, or what went wrong. */
  readonly message: string;
  /** How many passages changed or are gone. */
  readonly changed: number;
  /** How many drafts, sources or passages could not be looked at because a file could not be read; the message or the report names each. */
  readonly unread: number;
  /** What became of each passage that is not as it was, as Markdown; "" where all are. */
  readonly report: string;
}

/**
 * Client to server: set a finding aside, with a reason, in the ignore file beside the drafts. Answers with a sentence that says where it was
 * written, or what went wrong.
 */
export const ignoreRequest = "sourceline/ignore";
export interface IgnoreParams {
  readonly uri: string;
  readonly kind: FindingItem["kind"];
  /** Offsets in the draft as it stands. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** Ignore files that are open in the editor with changes that are not saved. */
  readonly unsaved?: readonly UnsavedFile[];
}
export interface IgnoreResult {
  readonly done: boolean;
  readonly message: string;
  /** What was put into the ignore file, so that it may be taken out again. */
  readonly entry?: IgnoreEntry;
  /** What the unsaved ignore file is to hold now: the client puts it there, and nothing was written. */
  readonly edit?: UnsavedFile;
}
/** Client to server: take an entry out of the ignore file, so that its finding is told again. */
export const unignoreRequest = "sourceline/unignore";
export interface UnignoreParams {
  /** The draft that it was made in. */
  readonly uri: string;
  readonly entry: IgnoreEntry;
  readonly unsaved?: readonly UnsavedFile[];
}
/** Name of the ignore file, beside the project file (or in the folder of the drafts, where there is none). */
export const IGNORE_FILE = "sourceline.ignore.json";
export interface UnsavedFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * A command that the client registers and the fix "Ignore …" calls, with `IgnoredPlace` as its one argument: it asks the writer
 * for the reason and sends `ignoreRequest`. Sent only to clients that say `initializationOptions: {"ignoreCommand": true}`; to others the
 * fix is an edit of the ignore file.
 */
export const ignoreCommand = "sourceline.ignoreFinding";
export type IgnoredPlace = Pick<IgnoreParams, "uri" | "kind" | "start" | "end">;

/** A command that the client registers and the coverage lens calls, with the draft's URI as its one argument. */
export const lensCommand = "sourceline.checkCitations";

/** Scheme of the read-only views that show the text of a page, a PDF or a Word file, and of reports. */
export const sourceScheme = "sourceline-source";
export const reportScheme = "sourceline-report";
