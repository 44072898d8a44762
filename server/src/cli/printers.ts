import { jsonFinding, jsonSources, summarize } from "../service/json.ts";
import { reportOf } from "../service/report.ts";
import { words } from "../service/words.ts";
import type { CheckOptions, DraftResult, Environment } from "./check-command.ts";
import { printPretty } from "./pretty.ts";

type Printer = (results: readonly DraftResult[], options: CheckOptions, environment: Environment) => Promise<void>;

/** How findings are printed, by the name of the format. */
export const printers = {
  pretty: printPretty,
  json: printJson,
  markdown: printMarkdown,
} as const satisfies Record<string, Printer>;

async function printJson(results: readonly DraftResult[], _: CheckOptions, { output }: Environment): Promise<void> {
  const stores = new Set(results.map(({ corpus }) => corpus.store));
  const sources = new Map([...stores].flatMap(jsonSources).map((source) => [source.id, source]));
  const printed = {
    version: 1,
    drafts: results.map(({ path, checked, errors }) => ({
      path,
      findings: checked === null ? [] : checked.findings.map((finding) => jsonFinding(finding, checked.lines, words)),
      errors,
    })),
    sources: [...sources.values()],
    summary: summarize(results.flatMap(({ checked }) => checked?.findings ?? [])),
  };
  output.write(`${JSON.stringify(printed)}\n`);
}

async function printMarkdown(results: readonly DraftResult[], _: CheckOptions, { output }: Environment): Promise<void> {
  output.write(
    reportOf(
      results.map(({ path, checked, errors, project, corpus }) => ({
        name: path,
        checked,
        errors,
        settings: project.settings,
        store: corpus.store,
        problems: [...corpus.problems.values()].flat(),
        link: null,
      })),
    ),
  );
}
