import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CancellationToken, Connection, TextDocuments, WorkDoneProgressReporter } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentFormat } from "../draft/index.ts";
import { type CheckedDraft, checkText } from "../service/check.ts";
import { memorySpool } from "../service/formats/spool.ts";
import { passageLink } from "../service/language.ts";
import { rated } from "../service/overview.ts";
import type { CheckParams, CheckResult } from "../service/protocol.ts";
import { withReceipts } from "../service/receipts/findings.ts";
import { createReport, type ReportedDraft } from "../service/report.ts";
import { say } from "../service/words.ts";
import type { Corpus } from "./corpus.ts";
import { isBelow } from "./drafts.ts";
import { pathFrom, readDraft } from "./files.ts";
import { fileUri, linksFor, pathOf } from "./links.ts";
import { type LockedProject, settingsFor } from "./project.ts";
import type { Session } from "./session.ts";
import type { Workspace } from "./workspace.ts";

/** What a check over drafts works with. */
export interface CheckServices {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly workspace: Workspace;
}

/** Takes which drafts to check; gives the report. Tells how far it is, stops where it is cancelled, and reports then what was checked. Of each draft only what the report says of it is kept. */
export async function runCheckRequest(
  params: CheckParams,
  token: CancellationToken,
  services: CheckServices,
): Promise<CheckResult> {
  const progress = services.connection.window.attachWorkDoneProgress(params.workDoneToken);
  const uris = params.uris.length > 0 ? params.uris : await draftsOf(params.folder, services);
  const report = createReport(memorySpool);
  let [done, checked, problems] = [0, 0, 0];
  progress.begin(say("report.progress"), 0, undefined, true);
  try {
    for (; done < uris.length && !token.isCancellationRequested; done++) {
      const uri = uris[done] as string;
      tell(progress, uri, done, uris.length);
      const draft = await reported(uri, params.folder, services);
      if (draft !== null) {
        report.add(draft);
        checked++;
        problems += problemsIn(draft);
      }
      await setImmediate();
    }
  } finally {
    progress.done();
  }
  const notes = done < uris.length ? [say("report.cancelled", { done, all: uris.length })] : [];
  if (checked === 0) return { report: await whyNothing(notes, params, services), problems };
  return { report: [...report.end(notes)].join(""), problems };
}

async function draftsOf(folder: string | null, { connection, workspace }: CheckServices): Promise<string[]> {
  const at = folder === null ? null : pathOf(folder);
  if (at === null) return [];
  const drafts = await workspace.draftsBelow(at);
  connection.console.info(`${drafts.length} drafts below ${at}`);
  return drafts.map(fileUri);
}

function tell(progress: WorkDoneProgressReporter, uri: string, at: number, all: number): void {
  progress.report(Math.round((100 * at) / Math.max(1, all)), path.basename(decodeURIComponent(uri)));
}

/** An open draft may be checked as it stands from now on; `null` where it has no corpus, or nothing in it. */
async function reported(uri: string, folder: string | null, services: CheckServices): Promise<ReportedDraft | null> {
  const { session, workspace } = services;
  const file = pathOf(uri);
  const project = await workspace.projectOf(file);
  const { settings, pinned } = project;
  const corpus = await workspace.corpusOf(project);
  if (corpus === null) return null;
  await workspace.upToDate(corpus);
  if (corpus.store.size === 0) return null;
  const isSource = file !== null && isBelow(file, project.corpus);
  const text = isSource ? { error: say("draft.source", { file, folder: corpus.folder }) } : await textOf(uri, services);
  session.allow(uri);
  const links = linksFor(corpus.folder, path.dirname(file ?? path.join(project.folder, "draft")));
  const context = { store: corpus.store, settings, links };
  return {
    name: nameOf(uri, folder),
    checked: "text" in text ? check(text.text, uri, project, corpus, services) : null,
    errors: [...("text" in text ? [] : [text.error]), ...(pinned.problem === null ? [] : [pinned.problem])],
    settings,
    store: corpus.store,
    problems: [...corpus.problems.values()].flat(),
    link: (line, column) => `${uri}#L${line},${column}`,
    passageLink: (evidence) => passageLink(evidence, context),
  };
}

function check(
  text: string,
  uri: string,
  project: LockedProject,
  corpus: Corpus,
  { documents }: CheckServices,
): CheckedDraft {
  const format = documentFormat(documents.get(uri)?.languageId ?? "", decodeURIComponent(uri)) ?? "plain";
  const file = pathOf(uri);
  const checked = checkText(text, format, corpus.store, settingsFor(project, file), corpus.unread);
  const { folder, pinned } = project;
  const { lock } = pinned;
  return lock === null || file === null ? checked : withReceipts(checked, pathFrom(folder, file), lock, corpus);
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
async function whyNothing(
  notes: readonly string[],
  { uris, folder }: CheckParams,
  { workspace }: CheckServices,
): Promise<string> {
  const project = await workspace.projectOf(
    pathOf(uris[0] ?? "") ?? (folder === null ? null : `${pathOf(folder)}/draft.md`),
  );
  const corpus = await workspace.corpusOf(project);
  const key = corpus === null ? "status.no-corpus" : corpus.store.size === 0 ? "status.empty" : "report.nothing";
  const why = say(key, { folder: project.corpus });
  return [`# ${say("report.heading")}`, ...notes, why, ""].join("\n\n");
}

function problemsIn({ checked, settings }: ReportedDraft): number {
  return (checked?.findings ?? []).filter((finding) => rated(finding, settings).level !== null).length;
}
