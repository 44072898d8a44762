import path from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentFormat } from "../draft/index.ts";
import { type CheckedDraft, createChecker, type DraftChecker } from "../service/check.ts";
import type { LanguageContext } from "../service/language.ts";
import { createReceipts, type TellReceipts } from "../service/receipts/findings.ts";
import type { RunMode } from "../service/settings.ts";
import type { Corpus } from "./corpus.ts";
import { pathFrom } from "./files.ts";
import { linksFor, pathOf } from "./links.ts";
import { type LockedProject, type Project, settingsFor } from "./project.ts";
import type { Workspace } from "./workspace.ts";

/** A draft that is open, checked, with what the features need. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly checked: CheckedDraft;
  readonly context: LanguageContext;
  readonly project: LockedProject;
  readonly corpus: Corpus;
  /** Tells checks of one document apart: the same for the same text, sources and settings. */
  readonly stamp: string;
}

interface Open {
  readonly checker: DraftChecker;
  readonly receipts: TellReceipts;
  last: CheckedDocument | null;
  /** As `last`, of a version that may not be checked yet. */
  ahead: CheckedDocument | null;
  /** Version that may be checked where drafts are checked on save or by command only. */
  allowed: number;
  /** Version that was saved last, which may be checked where drafts are checked on save. */
  saved: number;
}

/** Up to which version a draft may be checked, by when drafts are checked. */
const checkable: Readonly<Record<RunMode, (open: Open) => number>> = {
  type: () => Number.POSITIVE_INFINITY,
  save: ({ allowed, saved }) => Math.max(allowed, saved),
  command: ({ allowed }) => allowed,
};

/** The drafts that are open, each checked when it is asked for and something has changed. */
export class Session {
  private readonly open = new Map<string, Open>();
  private readonly workspace: Workspace;
  private readonly get: (uri: string) => TextDocument | undefined;
  private readonly checkedHook: (document: CheckedDocument) => void;
  private readonly uncheckedHook: (uri: string, version: number) => void;

  constructor(
    workspace: Workspace,
    get: (uri: string) => TextDocument | undefined,
    onChecked: (document: CheckedDocument) => void,
    onUnchecked: (uri: string, version: number) => void,
  ) {
    this.workspace = workspace;
    this.get = get;
    this.checkedHook = onChecked;
    this.uncheckedHook = onUnchecked;
  }

  /**
   * Takes the URI of an open document; gives it checked as it stands now, `null` where it is no draft or has no corpus.
   * Where the settings say that drafts are checked on save or by command, the last check stands until then.
   */
  checked(uri: string): Promise<CheckedDocument | null> {
    return this.look(uri, false);
  }

  /** As `checked`, but as the document stands now whatever the settings say: for what is asked at the cursor. Nobody is told of its findings. */
  now(uri: string): Promise<CheckedDocument | null> {
    return this.look(uri, true);
  }

  /** Takes the URI of an open document; gives it as it was last checked. */
  last(uri: string): CheckedDocument | null {
    return this.open.get(uri)?.last ?? null;
  }

  private async look(uri: string, now: boolean): Promise<CheckedDocument | null> {
    const document = this.get(uri);
    const format = document === undefined ? null : formatOf(document);
    if (document === undefined || format === null) return null;
    const project = await this.workspace.projectOf(pathOf(uri));
    const corpus = await this.workspace.corpusOf(project);
    const latest = this.get(uri);
    if (latest === undefined || this.isSource(uri)) return null;
    if (corpus === null || corpus.store.size === 0) return this.letGo(latest);
    const open = this.open.get(uri) ?? {
      checker: createChecker(format),
      receipts: createReceipts(),
      last: null,
      ahead: null,
      allowed: latest.version,
      saved: 0,
    };
    this.open.set(uri, open);
    const waits = open.last !== null && latest.version > checkable[project.settings.run](open);
    if (waits && !now) return open.last;
    return waits ? this.lookAhead(latest, open, project, corpus) : this.check(latest, open, project, corpus);
  }

  /** What was found in a draft rests on its corpus, and goes with it. */
  private letGo({ uri, version }: TextDocument): null {
    if (this.last(uri) !== null) this.uncheckedHook(uri, version);
    this.open.delete(uri);
    return null;
  }

  /** Takes the URI of a document that a command asks to check: it may be checked as it is. */
  allow(uri: string): void {
    const open = this.open.get(uri);
    const version = this.get(uri)?.version;
    if (open !== undefined && version !== undefined) open.allowed = version;
  }

  /** Takes the URI of a document that was saved. */
  saved(uri: string): void {
    const open = this.open.get(uri);
    const version = this.get(uri)?.version;
    if (open !== undefined && version !== undefined) open.saved = version;
  }

  /** Takes the URI of a document that was closed; lets go of what was kept for it. */
  close(uri: string): void {
    this.open.delete(uri);
  }

  private check(document: TextDocument, open: Open, project: LockedProject, corpus: Corpus): CheckedDocument {
    const { version } = document;
    const stamp = stampOf(version, project, corpus);
    if (open.last?.stamp === stamp && open.last.corpus === corpus) return open.last;
    open.last = this.read(document, open, project, corpus);
    open.ahead = null;
    open.allowed = version;
    this.checkedHook(open.last);
    return open.last;
  }

  private lookAhead(document: TextDocument, open: Open, project: LockedProject, corpus: Corpus): CheckedDocument {
    const stamp = stampOf(document.version, project, corpus);
    if (open.ahead?.stamp !== stamp || open.ahead.corpus !== corpus)
      open.ahead = this.read(document, open, project, corpus);
    return open.ahead;
  }

  private read(document: TextDocument, open: Open, project: LockedProject, corpus: Corpus): CheckedDocument {
    const { uri, version } = document;
    const { checker, receipts, last } = open;
    const { lock } = project.pinned;
    const file = pathOf(uri);
    const settings = settingsFor(project, file);
    const judged = checker.check(document.getText(), corpus.store, settings, corpus.unread);
    const pinned = lock !== null && file !== null;
    const checked = pinned ? receipts(judged, pathFrom(project.folder, file), lock, corpus) : judged;
    const same = last !== null && last.corpus === corpus && last.project.folder === project.folder;
    const folder = path.dirname(file ?? path.join(project.folder, "draft"));
    const links = same ? last.context.links : linksFor(corpus.folder, folder);
    const context = { store: corpus.store, settings, links };
    return { uri, version, checked, context, project, corpus, stamp: stampOf(version, project, corpus) };
  }

  private isSource(uri: string): boolean {
    const file = pathOf(uri);
    return file !== null && this.workspace.isSource(file);
  }
}

function stampOf(version: number, project: LockedProject, { store, folder, unread }: Corpus): string {
  return `${version}.${store.revision}.${unread.size}.${folder}.${project.pinned.stamp}.${settingsStamp(project)}`;
}

function formatOf({ languageId, uri }: TextDocument) {
  if (!/^(?:file|untitled):/.test(uri)) return null;
  return documentFormat(languageId, decodeURIComponent(uri));
}

/** Takes a project; gives what tells its settings apart, as far as findings depend on them. */
export function settingsStamp({ settings }: Project): string {
  return JSON.stringify([
    settings.citationStyle,
    settings.levels,
    [...settings.kinds].sort(),
    settings.ignores,
    settings.focus,
    settings.inlayHints,
    settings.codeLens,
  ]);
}
