import path from "node:path";
import { IGNORE_FILE, type StatusParams } from "../service/protocol.ts";
import { LOCK_FILE } from "../service/receipts/lock.ts";
import { say } from "../service/words.ts";
import { type Corpus, openCorpus } from "./corpus.ts";
import { draftsBelow, isBelow } from "./drafts.ts";
import { folderExists, reasonOf } from "./files.ts";
import { fileUri } from "./links.ts";
import { findProject, type LastGood, type LockedProject, PROJECT_FILE, readLockFile } from "./project.ts";

/** Names of the files beside the drafts that say how these are checked. */
export const OURS: ReadonlySet<string> = new Set([PROJECT_FILE, IGNORE_FILE, LOCK_FILE]);

/** What the workspace asks of the outside, and tells it. */
export interface WorkspaceHost {
  /** Gives the editor's settings for a folder; `null` where the editor has none to give. */
  configuration(folder: string): Promise<unknown>;
  /** Is told of each corpus, as it comes and as it goes on being read. */
  status(params: StatusParams): void;
  /** Is told of trouble that is no finding. */
  warn(message: string): void;
  /** Is told of a folder that holds a corpus (or is to hold one), so that changes in it may be watched. */
  watch(base: string, pattern: string): void;
  /** Is told that drafts may read otherwise now: settings or sources have changed. */
  changed(): void;
}

/** The folders that are open, their projects, and the corpora that these rest on; each corpus is opened once. */
export class Workspace {
  private folders: readonly string[] = [];
  private readonly host: WorkspaceHost;
  private readonly projects = new Map<string, Promise<LockedProject>>();
  private readonly lastGood: LastGood = new Map();
  private readonly corpora = new Map<string, Promise<Corpus | null>>();
  private refreshing: Promise<unknown> = Promise.resolve();
  private readonly warned = new Set<string>();

  constructor(host: WorkspaceHost) {
    this.host = host;
  }

  /** Takes the folders that are open now (absolute). */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.projects.clear();
  }

  /** The folders that are open. */
  get openFolders(): readonly string[] {
    return this.folders;
  }

  /** Takes a folder; gives the editor's settings for it. */
  configuration(folder: string): Promise<unknown> {
    return this.host.configuration(folder);
  }

  /** Takes the path of a draft (`null` for one that is not saved); gives its project. */
  projectOf(file: string | null): Promise<LockedProject> {
    const top = this.folderOf(file);
    const folder = file === null ? top : path.dirname(file);
    const key = `${top}\n${folder}`;
    const known = this.projects.get(key) ?? this.openProject(folder, top);
    this.projects.set(key, known);
    return known;
  }

  /** Takes a project; gives its corpus, read; `null` where the folder is not there. */
  corpusOf(project: LockedProject): Promise<Corpus | null> {
    const known = this.corpora.get(project.corpus) ?? this.open(project);
    this.corpora.set(project.corpus, known);
    return known;
  }

  /** Takes a corpus folder as a view names it; gives the corpus if it is open. */
  async openCorpusAt(folder: string): Promise<Corpus | null> {
    return (await this.corpora.get(folder)) ?? null;
  }

  /** Takes a path; says whether it lies in a corpus that is open: it is a source then, and no draft. */
  isSource(file: string): boolean {
    return [...this.corpora.keys()].some((folder) => isBelow(file, folder));
  }

  /** Takes a folder; gives the drafts below it (absolute, sorted), leaving out what is an article of one of them. */
  draftsBelow(folder: string): Promise<string[]> {
    return draftsBelow(folder, async (draft) => [(await this.projectOf(draft)).corpus]);
  }

  /** The editor's settings have changed: projects are looked at anew. */
  settingsChanged(): void {
    this.projects.clear();
    this.host.changed();
  }

  /** Takes paths that were made, changed or removed; reads again what they concern. Calls wait for one another. */
  filesChanged(files: readonly string[]): Promise<unknown> {
    this.refreshing = this.refreshing.then(() => this.refresh(files)).catch((error) => this.host.warn(reasonOf(error)));
    return this.refreshing;
  }

  /** Takes a corpus; waits until it is as its folder is now, as far as that has been told. */
  async upToDate(corpus: Corpus): Promise<void> {
    await Promise.all([corpus.upToDate.catch(() => false), this.refreshing]);
  }

  private async refresh(files: readonly string[]): Promise<void> {
    let changed = files.some((file) => OURS.has(path.basename(file)));
    if (changed) this.projects.clear();
    for (const [folder, opening] of [...this.corpora]) {
      const touched = files.filter((file) => isBelow(file, folder) || isBelow(folder, file));
      if (touched.length > 0 && (await this.refreshCorpus(folder, await opening, touched))) changed = true;
    }
    if (changed) this.host.changed();
  }

  /** A corpus that was missing is opened when it is asked for next; one that is gone is let go. */
  private async refreshCorpus(folder: string, corpus: Corpus | null, touched: readonly string[]): Promise<boolean> {
    const there = await folderExists(folder);
    if (corpus === null || !there) {
      if (there || corpus !== null) this.corpora.delete(folder);
      await corpus?.close();
      return there || corpus !== null;
    }
    const changed = await corpus.refresh(touched);
    for (const project of await this.projectsWith(folder)) this.tell(project, corpus);
    return changed;
  }

  /** The projects of the folders that are open, and those of drafts below and beside them as far as they are known, each corpus once. */
  async openProjects(): Promise<LockedProject[]> {
    const own = this.folders.map((folder) => this.projectOf(path.join(folder, "draft.md")));
    const all = await Promise.all([...this.projects.values(), ...own]);
    return [...new Map(all.map((project) => [project.corpus, project])).values()];
  }

  /** Takes the path of an article; gives a project whose corpus holds it, `null` where none does: its own, one of a draft that was opened, or of any draft of the open folders. */
  async projectHolding(file: string): Promise<LockedProject | null> {
    const holds = ({ corpus }: LockedProject) => isBelow(file, corpus);
    const own = await this.projectOf(file);
    if (holds(own)) return own;
    const known = async () => (await Promise.all(this.projects.values())).find(holds) ?? null;
    const found = await known();
    if (found !== null) return found;
    for (const folder of this.folders) await this.draftsBelow(folder);
    return known();
  }

  /** Takes a corpus folder; gives the projects known so far that rest on it. */
  async projectsWith(folder: string): Promise<LockedProject[]> {
    const all = await Promise.all(this.projects.values());
    const byFolder = new Map(all.filter(({ corpus }) => corpus === folder).map((project) => [project.folder, project]));
    return [...byFolder.values()];
  }

  private async openProject(folder: string, top: string): Promise<LockedProject> {
    const found = await findProject(folder, top, await this.host.configuration(top), this.lastGood);
    const pinned = await readLockFile(found);
    const problems = pinned.problem === null ? found.problems : [...found.problems, pinned.problem];
    const project = { ...found, problems, pinned };
    for (const problem of problems) this.warnOnce(problem);
    const inside = isBelow(project.corpus, project.folder);
    const base = inside ? project.folder : project.corpus;
    const pattern = inside ? [...path.relative(project.folder, project.corpus).split(path.sep), "**"].join("/") : "**";
    this.host.watch(base, pattern);
    const known = this.corpora.get(project.corpus);
    if (known !== undefined) void known.then((corpus) => this.tell(project, corpus));
    return project;
  }

  private async open(project: LockedProject): Promise<Corpus | null> {
    if (!(await folderExists(project.corpus))) {
      this.tell(project, null);
      return null;
    }
    const tellProgress = (done: number, all: number) => this.tellProgress(project, done, all);
    const warn = (message: string) => this.warnOnce(message);
    const corpus = await openCorpus(project.corpus, tellProgress, { warn, early: true });
    this.tell(project, corpus);
    void this.followUp(project, corpus);
    return corpus;
  }

  /** Drafts are checked with what an earlier run has read; when that is brought up to date, they are looked at again. */
  private async followUp(project: LockedProject, corpus: Corpus): Promise<void> {
    const changed = await corpus.upToDate.catch((error: unknown) => {
      this.warnOnce(reasonOf(error));
      return false;
    });
    for (const problem of [...corpus.problems.values()].flat()) this.warnOnce(problem.message);
    this.tell(project, corpus);
    if (changed) this.host.changed();
  }

  private tell(project: LockedProject, corpus: Corpus | null): void {
    const folder = project.corpus;
    const sources = corpus?.store.size ?? 0;
    const problems = corpus?.problems.size ?? 0;
    const ready = problems > 0 ? "ready.problems" : sources === 1 ? "ready.one" : "ready";
    const key = corpus === null ? "no-corpus" : sources === 0 ? "empty" : ready;
    this.host.status({
      folder: fileUri(project.folder),
      corpus: fileUri(project.corpus),
      state: corpus === null ? "no-corpus" : "ready",
      sources,
      problems,
      settings: project.problems,
      message: [say(`status.${key}`, { folder, sources, problems }), ...project.problems].join(" "),
    });
  }

  private tellProgress(project: LockedProject, done: number, all: number): void {
    if (done % 50 !== 0 || done === all) return;
    const message = say("status.indexing", { folder: project.corpus, done, all });
    const settings = project.problems;
    this.host.status({
      folder: fileUri(project.folder),
      corpus: fileUri(project.corpus),
      state: "indexing",
      sources: done,
      problems: 0,
      settings,
      message,
    });
  }

  private warnOnce(message: string): void {
    if (!this.warned.has(message)) this.host.warn(message);
    this.warned.add(message);
  }

  /** The innermost open folder that holds a file; its own folder where none does. */
  private folderOf(file: string | null): string {
    const holding = this.folders.filter((folder) => file === null || isBelow(file, folder));
    const inner = [...holding].sort((a, b) => b.length - a.length)[0];
    return inner ?? (file === null ? process.cwd() : path.dirname(file));
  }
}
