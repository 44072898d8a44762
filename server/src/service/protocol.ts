/**
 * Every message between client and server that the Language Server Protocol does not define, in one place.
 * Types and names only: the client imports this file and nothing else of the server.
 */

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
  /** Ids of the sources of its evidence, the best first. */
  readonly sources: readonly string[];
}

/** Server to client: the findings of an open draft, for decorations and views; sent after each check. */
export const findingsNotification = "sourceline/findings";
export interface FindingsParams {
  readonly uri: string;
  readonly version: number;
  readonly findings: readonly FindingItem[];
}

/** Server to client: what the status item shows for a folder. */
export const statusNotification = "sourceline/status";
export interface StatusParams {
  /** URI of the workspace folder, or of the folder of a lone draft. */
  readonly folder: string;
  readonly state: "ready" | "indexing" | "no-corpus" | "error";
  readonly sources: number;
  /** Files of the corpus that could not be read, or only in part. */
  readonly problems: number;
  /** A sentence for the writer: what is on, or what is missing and what to do. */
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

/** Scheme of the read-only views that show the text of a page, a PDF or a Word file, and of reports. */
export const sourceScheme = "sourceline-source";
export const reportScheme = "sourceline-report";
