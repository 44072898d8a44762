import { annotateDocx } from "../service/annotate/docx.ts";
import { annotateMarkdown, isAnnotated } from "../service/annotate/markdown.ts";
import { formatHtml } from "../service/formats/html.ts";
import { type CheckReport, checkReport, type ReportDraft } from "../service/formats/report.ts";
import type { AddParams, AddResult, AnnotateParams, AnnotateResult } from "../service/protocol.ts";
import { say } from "../service/words.ts";
import { type Addition, addSources } from "./add/index.ts";
import { fileUri, pathOf } from "./links.ts";
import type { CheckedDocument } from "./session.ts";
import { projectAt } from "./sourcesview.ts";
import type { Workspace } from "./workspace.ts";

/** Takes what the writer wants to add; puts it into the corpus that is meant and has it read. Gives what became of each. */
export async function runAddRequest(
  { uri, files, text, address }: AddParams,
  workspace: Workspace,
): Promise<AddResult> {
  const { corpus } = await projectAt(uri, workspace);
  const additions: Addition[] = [
    ...files.map((file): Addition => ({ type: "file", file: pathOf(file) ?? file })),
    ...(text === null ? [] : [{ type: "text", text } as const]),
    ...(address === null ? [] : [{ type: "address", address } as const]),
  ];
  const added = await addSources(corpus, additions);
  await workspace.filesChanged([...added.files]);
  return { added: added.files.map(fileUri), messages: added.messages, failed: added.failed };
}

type Maker = (report: CheckReport, draft: ReportDraft) => Promise<string | Uint8Array>;

const makers: Readonly<Record<AnnotateParams["format"], Maker>> = {
  markdown: async (report, draft) => annotateMarkdown(draft, report.sources),
  html: async (report) => formatHtml(report, { unfolded: true }),
  docx: (report, draft) => annotateDocx(draft, report.sources, new Date()),
};

/** Takes a format and a checked draft, `null` where it could not be checked; gives the draft with a note on each fact. */
export async function runAnnotateRequest(
  { uri, format }: AnnotateParams,
  found: CheckedDocument | null,
): Promise<AnnotateResult> {
  if (found === null) return { content: null, message: say("annotate.unchecked") };
  const { checked, project, corpus } = found;
  if (isAnnotated(checked.draft.text)) return { content: null, message: say("annotate.again") };
  const name = decodeURIComponent(uri.split("/").at(-1) ?? uri);
  const { settings } = project;
  const drafts = [{ name, checked, errors: [], settings, store: corpus.store, problems: [], link: null }];
  const report = checkReport(drafts);
  const made = await makers[format](report, report.drafts[0] as ReportDraft);
  return { content: Buffer.from(made as Uint8Array).toString("base64"), message: "" };
}
