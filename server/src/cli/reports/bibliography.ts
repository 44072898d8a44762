import { promises as fs } from "node:fs";
import path from "node:path";
import { reasonOf } from "../../node/files.ts";
import {
  type CitationProcessor,
  citesOf,
  cslItem,
  formatBibtex,
  formatCslJson,
  type HouseStyle,
  houseStyles,
  withFootnotes,
} from "../../service/bibliography/index.ts";
import { resolveCitations } from "../../verify/index.ts";
import { loadCiteproc } from "../citeproc.ts";
import { findDrafts } from "../drafts.ts";
import { type DraftResult, Session } from "../session.ts";
import { deliver, type Output, sayTo } from "./output.ts";

/** Options of `sourceline bibliography`. */
export interface BibliographyOptions {
  readonly corpus?: string;
  /** "chicago", "ap", "apa", or the path of a `.csl` file. */
  readonly style: string;
  readonly format: "text" | "html" | "csl-json" | "bibtex";
  /** Gives the one draft with its citations as footnotes in the style, instead of a list. */
  readonly footnotes?: boolean;
  readonly output?: string;
}

/**
 * Takes drafts and options; writes a reference list of the sources that they cite, or, without drafts, of the whole corpus: by a CSL style, or as
 * CSL-JSON or BibTeX for a reference manager. Gives the exit code: 0, or 2 where something could not be read.
 */
export async function runBibliography(
  files: readonly string[],
  options: BibliographyOptions,
  to: Output,
): Promise<number> {
  const say = sayTo(to);
  const session = new Session({ corpus: options.corpus, cwd: to.cwd, given: files, say });
  try {
    const made = await make(files, options, session, to);
    await deliver(made, options.output, to);
    return session.failed ? 2 : 0;
  } catch (error) {
    say((error as Error).message);
    return 2;
  } finally {
    await session.close();
  }
}

async function make(
  files: readonly string[],
  options: BibliographyOptions,
  session: Session,
  to: Output,
): Promise<string> {
  const results = await checked(files, session, to, options.corpus);
  const opened = results[0] ?? (await session.open(path.join(to.cwd, "draft.md")));
  if (opened === null) throw new Error("there is no corpus to list; name one with --corpus.");
  const cited = new Set(
    results
      .flatMap(({ checked: one, corpus }) => (one === null ? [] : resolveCitations(one.draft, corpus.store)))
      .flatMap(({ sources }) => sources),
  );
  const metas = opened.corpus.store.sources().map(({ meta }) => meta);
  const listed = files.length === 0 ? metas : metas.filter(({ id }) => cited.has(id));
  if (listed.length === 0 && options.footnotes !== true) sayTo(to)(nothingListed(files, results));
  if (options.format === "csl-json") return formatCslJson(listed);
  if (options.format === "bibtex") return formatBibtex(listed);
  const processor = await processorFor(options.style, listed.map(cslItem), to);
  if (options.footnotes === true) return footnotes(results, processor);
  const entries = processor.bibliography(options.format);
  return `${entries.join("\n")}\n`;
}

/** An empty list is given as it was asked for, and told of. */
function nothingListed(files: readonly string[], results: readonly DraftResult[]): string {
  if (files.length === 0)
    return "the corpus holds no source to list; put articles there, or name another with --corpus.";
  const named = results.map(({ path: shown }) => shown).join(", ");
  return `no source of the corpus is cited in ${named}, so the list is empty; cite one as [@id].`;
}

async function checked(
  files: readonly string[],
  session: Session,
  to: Output,
  corpus?: string,
): Promise<DraftResult[]> {
  if (files.length === 0) return [];
  const found = await findDrafts(files, to.cwd, corpus);
  if (found.errors.length > 0) throw new Error(found.errors.join(" "));
  const results: DraftResult[] = [];
  for (const file of found.drafts) {
    const result = await session.check(file);
    if (result === null) throw new Error(`${session.shown(file)} has no corpus; name one with --corpus.`);
    if (result.errors.length > 0) throw new Error(result.errors.join(" "));
    results.push(result);
  }
  return results;
}

function footnotes(results: readonly DraftResult[], processor: CitationProcessor): string {
  const [only] = results;
  if (results.length !== 1 || only?.checked == null) throw new Error("--footnotes takes one draft; name it.");
  const { draft } = only.checked;
  const ids = new Set(only.corpus.store.sources().map(({ meta }) => meta.id));
  if (citesOf(draft, ids).length === 0)
    throw new Error(`${only.path} has no citation such as [@id] to make a footnote of.`);
  return withFootnotes(draft, ids, processor);
}

async function processorFor(
  style: string,
  items: ReturnType<typeof cslItem>[],
  to: Output,
): Promise<CitationProcessor> {
  const citeproc = await loadCiteproc();
  if ("error" in citeproc) throw new Error(citeproc.error);
  const xml =
    style in houseStyles
      ? houseStyles[style as HouseStyle]
      : style === "apa"
        ? citeproc.apa
        : await readStyle(style, to);
  try {
    return citeproc.make(items, xml);
  } catch (error) {
    throw new Error(
      `the style ${style} could not be used (${(error as Error).message}); take an independent CSL style.`,
    );
  }
}

async function readStyle(style: string, { cwd }: Output): Promise<string> {
  const xml = await fs.readFile(path.resolve(cwd, style), "utf8").catch((error: unknown) => {
    throw new Error(`the style ${style} could not be read (${reasonOf(error)}); name chicago, ap, apa or a .csl file.`);
  });
  if (!/<style[\s>]/.test(xml)) throw new Error(`${style} is no CSL style; download one from zotero.org/styles.`);
  return xml;
}
