import path from "node:path";
import { readDraft } from "../../node/files.ts";
import { annotateDocx } from "../../service/annotate/docx.ts";
import { annotateMarkdown, cleanDraft, isAnnotated } from "../../service/annotate/markdown.ts";
import { formatHtml } from "../../service/formats/html.ts";
import { type CheckReport, checkReport, type ReportDraft } from "../../service/formats/report.ts";
import { reported } from "../printers.ts";
import { Session } from "../session.ts";
import { deliver, type Output, sayTo } from "./output.ts";

/** Options of `sourceline annotate`. */
export interface AnnotateOptions {
  readonly corpus?: string;
  readonly format?: keyof typeof makers;
  readonly output?: string;
}

type Maker = (report: CheckReport, draft: ReportDraft) => Promise<string | Uint8Array>;

const makers = {
  markdown: async (report, draft) => annotateMarkdown(draft, report.sources),
  html: async (report) => formatHtml(report, { unfolded: true }),
  docx: (report, draft) => annotateDocx(draft, report.sources, new Date()),
} as const satisfies Record<string, Maker>;

/** The formats of an annotated draft. */
export const annotatedFormats = Object.keys(makers);

const BY_ENDING: Readonly<Record<string, keyof typeof makers>> = {
  ".docx": "docx",
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".txt": "markdown",
  "": "markdown",
};

/** Takes a draft and options; checks it and writes it with a note on each fact. The format is the output file's, else Markdown. Gives the exit code: 0, or 2 where it could not be done. */
export async function runAnnotate(file: string, options: AnnotateOptions, to: Output): Promise<number> {
  const say = sayTo(to);
  const format = options.format ?? BY_ENDING[path.extname(options.output ?? "").toLowerCase()];
  if (format === undefined) {
    say(
      `${options.output} has an ending that tells of no format to annotate in; take .docx, .html or .md, or say --format.`,
    );
    return 2;
  }
  const draft = path.resolve(to.cwd, file);
  const read = await readDraft(draft, file);
  if (!("error" in read) && isAnnotated(read.text)) {
    say(
      `${file} holds notes of an earlier run; take them out with “sourceline clean ${file} --in-place”, then annotate it again.`,
    );
    return 2;
  }
  const session = new Session({ corpus: options.corpus, cwd: to.cwd, given: [file], say });
  const result = await session.check(draft);
  for (const error of result?.errors ?? []) say(error);
  if (result !== null && result.checked !== null) {
    const report = checkReport([reported(result)]);
    const made = await makers[format](report, report.drafts[0] as ReportDraft);
    const mark = "mark" in read && typeof made === "string" && format === "markdown" ? read.mark : "";
    await deliver(typeof made === "string" ? mark + made : made, options.output, to);
  }
  await session.close();
  return session.failed || result === null || result.checked === null ? 2 : 0;
}

/** Takes an annotated draft and where it goes; writes it without any mark of ours. Gives the exit code: 0, or 2 where it could not be read. */
export async function runClean(
  file: string,
  options: { readonly output?: string; readonly inPlace?: boolean },
  to: Output,
): Promise<number> {
  const read = await readDraft(path.resolve(to.cwd, file), file);
  if ("error" in read) {
    sayTo(to)(read.error);
    return 2;
  }
  await deliver(read.mark + cleanDraft(read.text), options.inPlace === true ? file : options.output, to);
  return 0;
}
