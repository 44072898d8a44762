import { formatGithub } from "../service/formats/github.ts";
import { formatHtml } from "../service/formats/html.ts";
import { formatJunit } from "../service/formats/junit.ts";
import { type CheckReport, checkReport } from "../service/formats/report.ts";
import { formatSarif } from "../service/formats/sarif.ts";
import { jsonFinding, jsonSources, summarize } from "../service/json.ts";
import { type ReportedDraft, reportOf } from "../service/report.ts";
import { words } from "../service/words.ts";
import type { CheckOptions, DraftResult, Environment } from "./check-command.ts";
import { printPretty } from "./pretty.ts";
import { version } from "./version.ts";

type Printer = (results: readonly DraftResult[], options: CheckOptions, environment: Environment) => Promise<void>;

/** How findings are printed, by the name of the format. */
export const printers = {
  pretty: printPretty,
  json: printJson,
  markdown: printMarkdown,
  html: formatted((report) => formatHtml(report)),
  sarif: formatted((report) => formatSarif(report, version)),
  github: formatted(formatGithub),
  junit: formatted((report, { failOn }) => formatJunit(report, failOn === "never" ? "error" : failOn)),
} as const satisfies Record<string, Printer>;

async function printJson(results: readonly DraftResult[], _: CheckOptions, { output }: Environment): Promise<void> {
  const stores = new Set(results.map(({ corpus }) => corpus.store));
  const sources = new Map([...stores].flatMap(jsonSources).map((source) => [source.id, source]));
  const printed = {
    version: 1,
    drafts: results.map(({ path, checked, errors }) => ({
      path,
      findings: checked === null ? [] : checked.findings.map((finding) => jsonFinding(finding, checked.lines, words)),
      ignored:
        checked === null
          ? []
          : checked.ignored.map(({ finding, reason }) => ({ ...jsonFinding(finding, checked.lines, words), reason })),
      errors,
    })),
    sources: [...sources.values()],
    summary: summarize(results.flatMap(({ checked }) => checked?.findings ?? [])),
  };
  output.write(`${JSON.stringify(printed)}\n`);
}

async function printMarkdown(results: readonly DraftResult[], _: CheckOptions, { output }: Environment): Promise<void> {
  output.write(reportOf(results.map(reported)));
}

/** Takes what makes a format of a report; gives its printer. */
function formatted(format: (report: CheckReport, options: CheckOptions) => string): Printer {
  return async (results, options, { output }) => {
    output.write(format(checkReport(results.map(reported)), options));
  };
}

/** Takes a result; gives it as reports take it. */
export function reported({ path, checked, errors, project, corpus }: DraftResult): ReportedDraft {
  const problems = [...corpus.problems.values()].flat();
  return { name: path, checked, errors, settings: project.settings, store: corpus.store, problems, link: null };
}
