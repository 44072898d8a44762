import { promises as fs } from "node:fs";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { NamedDraft } from "../service/navigation/drafts.ts";
import type { Corpus } from "./corpus.ts";
import { checkFile } from "./drafts.ts";
import { readDraft } from "./files.ts";
import { fileUri, pathOf } from "./links.ts";
import type { Project } from "./project.ts";
import { type Session, settingsStamp } from "./session.ts";
import type { Workspace } from "./workspace.ts";

/** Most drafts of a folder that views and references look through, and the longest of them in bytes. */
const MOST = 400;
const LONGEST = 3_000_000;

/** The drafts of a folder: those that are open as they stand, the others as saved, each checked once for each state of it. */
export class DraftSet {
  private readonly kept = new Map<string, { readonly stamp: string; readonly draft: NamedDraft }>();
  private readonly session: Session;
  private readonly workspace: Workspace;
  private readonly open: () => readonly TextDocument[];

  constructor(session: Session, workspace: Workspace, open: () => readonly TextDocument[]) {
    this.session = session;
    this.workspace = workspace;
    this.open = open;
  }

  /**
   * Takes a project and its corpus; gives the drafts that are checked against that corpus: below the project's folder, and in whatever folder is open.
   * Where words are given, only drafts that hold them are meant, and all of these.
   */
  async all(project: Project, corpus: Corpus, words: string | null = null): Promise<NamedDraft[]> {
    const opened = await this.opened(corpus);
    const known = new Set(opened.map(({ uri }) => uri));
    const saved: NamedDraft[] = [];
    for (const file of await this.filesFor(project)) {
      const draft = known.has(fileUri(file)) ? null : await this.saved(file, project, corpus, words);
      if (draft !== null) saved.push(draft);
      if (words === null && saved.length >= MOST) break;
    }
    return [...opened, ...saved];
  }

  private async filesFor({ folder }: Project): Promise<ReadonlySet<string>> {
    const folders = [...new Set([folder, ...this.workspace.openFolders])];
    return new Set((await Promise.all(folders.map((one) => this.workspace.draftsBelow(one)))).flat());
  }

  private async opened(corpus: Corpus): Promise<NamedDraft[]> {
    const found = await Promise.all(this.open().map(({ uri }) => this.session.now(uri)));
    return found.flatMap((one) => {
      if (one === null || one.corpus !== corpus) return [];
      const file = pathOf(one.uri);
      return [{ uri: file === null ? one.uri : fileUri(file), checked: one.checked }];
    });
  }

  private async saved(
    file: string,
    { corpus: folder }: Project,
    corpus: Corpus,
    words: string | null,
  ): Promise<NamedDraft | null> {
    const project = await this.workspace.projectOf(file);
    if (project.corpus !== folder) return null;
    const stat = await fs.stat(file).catch(() => null);
    if (stat === null || stat.size > LONGEST) return null;
    const stamp = [stat.mtimeMs, stat.size, corpus.folder, corpus.store.revision, settingsStamp(project)].join(" ");
    const kept = this.kept.get(file);
    if (kept?.stamp === stamp) return kept.draft;
    const read = await readDraft(file);
    if (!("text" in read) || !read.text.includes(words ?? "")) return null;
    const checked = checkFile(read.text, file, project, corpus);
    const draft = { uri: fileUri(file), checked };
    this.kept.set(file, { stamp, draft });
    return draft;
  }
}
