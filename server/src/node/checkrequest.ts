import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CancellationToken, Connection, TextDocuments, WorkDoneProgressReporter } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { draftFormat } from "../draft/index.ts";
import { checkText } from "../service/check.ts";
import { rated } from "../service/overview.ts";
import type { CheckParams, CheckResult } from "../service/protocol.ts";
import { type ReportedDraft, reportOf } from "../service/report.ts";
import { say } from "../service/words.ts";
import { draftsBelow } from "./drafts.ts";
import { readDraft } from "./files.ts";
import { fileUri, pathOf } from "./links.ts";
import type { Session } from "./session.ts";
import type { Workspace } from "./workspace.ts";

/** What a check over drafts works with. */
export interface CheckServices {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly workspace: Workspace;
}

/** Takes which drafts to check; gives the report. Tells how far it is, stops where it is cancelled, and reports then what was checked. */
export async function runCheckRequest(
  params: CheckParams,
  token: CancellationToken,
  services: CheckServices,
): Promise<CheckResult> {
  const progress = services.connection.window.attachWorkDoneProgress(params.workDoneToken);
  const uris = params.uris.length > 0 ? params.uris : await draftsOf(params.folder, services);
  const drafts: ReportedDraft[] = [];
  progress.begin(say("report.progress"), 0, undefined, true);
  try {
    for (const [at, uri] of uris.entries()) {
      if (token.isCancellationRequested) break;
      tell(progress, uri, at, uris.length);
      drafts.push(...(await reported(uri, params.folder, services)));
      await setImmediate();
    }
  } finally {
    progress.done();
  }
  const stopped = drafts.length < uris.length && token.isCancellationRequested;
  const notes = stopped ? [say("report.cancelled", { done: drafts.length, all: uris.length })] : [];
  return { report: await wholeReport(drafts, notes, params, services), problems: problemsIn(drafts) };
}

async function draftsOf(folder: string | null, { connection, workspace }: CheckServices): Promise<string[]> {
  const at = folder === null ? null : pathOf(folder);
  if (at === null) return [];
  const drafts = await draftsBelow(at, await workspace.configuration(at).catch(() => null));
  connection.console.info(`${drafts.length} drafts below ${at}`);
  return drafts.map(fileUri);
}

function tell(progress: WorkDoneProgressReporter, uri: string, at: number, all: number): void {
  progress.report(Math.round((100 * at) / Math.max(1, all)), path.basename(decodeURIComponent(uri)));
}

async function reported(uri: string, folder: string | null, services: CheckServices): Promise<ReportedDraft[]> {
  const { session, workspace } = services;
  const file = pathOf(uri);
  const project = await workspace.projectOf(file);
  const corpus = await workspace.corpusOf(project);
  if (corpus === null) return [];
  const text = await textOf(uri, services);
  session.allow(uri);
  const read = "text" in text;
  const format = draftFormat(services.documents.get(uri)?.languageId ?? "") ?? draftFormat(uri) ?? "plain";
  return [
    {
      name: nameOf(uri, folder),
      checked: read ? checkText(text.text, format, corpus.store, project.settings, corpus.unread) : null,
      errors: read ? [] : [text.error],
      settings: project.settings,
      store: corpus.store,
      problems: [...corpus.problems.values()].flat(),
      link: (line, column) => `${uri}#L${line},${column}`,
    },
  ];
}

/** An open draft is checked as it stands in the editor. */
async function textOf(uri: string, { documents }: CheckServices): Promise<{ text: string } | { error: string }> {
  const document = documents.get(uri);
  if (document !== undefined) return { text: document.getText() };
  const file = pathOf(uri);
  return file === null ? { error: say("report.unknown", { uri }) } : readDraft(file);
}

function nameOf(uri: string, folder: string | null): string {
  const file = pathOf(uri);
  const base = folder === null ? null : pathOf(folder);
  if (file === null) return uri.replace(/^untitled:/, "");
  return base === null ? path.basename(file) : path.relative(base, file);
}

/** Where nothing could be checked, the report says why and what to do. */
async function wholeReport(
  drafts: readonly ReportedDraft[],
  notes: readonly string[],
  { uris, folder }: CheckParams,
  { workspace }: CheckServices,
): Promise<string> {
  if (drafts.length > 0) return reportOf(drafts, notes);
  const project = await workspace.projectOf(
    pathOf(uris[0] ?? "") ?? (folder === null ? null : `${pathOf(folder)}/draft.md`),
  );
  const corpus = await workspace.corpusOf(project);
  const why = corpus === null ? say("status.no-corpus", { folder: project.corpus }) : say("report.nothing");
  return [`# ${say("report.heading")}`, ...notes, why, ""].join("\n\n");
}

function problemsIn(drafts: readonly ReportedDraft[]): number {
  return drafts.reduce(
    (sum, { checked, settings }) =>
      sum + (checked?.findings ?? []).filter((finding) => rated(finding, settings).level !== null).length,
    0,
  );
}
