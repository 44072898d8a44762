import { githubWriter } from "../service/formats/github.ts";
import { htmlWriter } from "../service/formats/html.ts";
import { junitWriter } from "../service/formats/junit.ts";
import { createTotals, type ReportWriter, reportDraft, sourcesOf } from "../service/formats/report.ts";
import { sarifWriter } from "../service/formats/sarif.ts";
import type { OpenSpool } from "../service/formats/spool.ts";
import { countFindings, emptySummary, jsonFinding, jsonSources } from "../service/json.ts";
import { createReport, type ReportedDraft } from "../service/report.ts";
import { words } from "../service/words.ts";
import type { CorpusStore } from "../store/types.ts";
import type { CheckOptions } from "./check-command.ts";
import { printPretty } from "./pretty.ts";
import type { DraftResult } from "./session.ts";
import { version } from "./version.ts";

/** Prints results that come one by one, in the order of the drafts; what it keeps of them in memory does not grow with them. */
export interface Printer {
  /** Takes the next result; gives what can be printed already, "" where all waits. */
  add(result: DraftResult): string;
  /** Gives the rest, in pieces. */
  end(): Iterable<string>;
}

/** What is printed on. */
export interface Screen {
  /** Whether it shows colours; no where it is not said. */
  readonly colors?: boolean;
  readonly columns?: number | undefined;
}

type MakePrinter = (options: CheckOptions, screen: Screen, open: OpenSpool) => Printer;

/** How findings are printed, by the name of the format. */
export const printers = {
  pretty: printPretty,
  json: printJson,
  markdown: (_, __, open) => printMarkdown(open),
  html: formatted((_, open) => htmlWriter({}, open)),
  sarif: formatted((_, open) => sarifWriter(version, open)),
  github: formatted(githubWriter),
  junit: formatted(({ failOn = "warning" }, open) => junitWriter(failOn === "never" ? "error" : failOn, open)),
} as const satisfies Record<string, MakePrinter>;

function printJson(): Printer {
  const stores = new Set<CorpusStore>();
  const summary = emptySummary();
  let before = '{"version":1,"drafts":[';
  const flush = () => {
    const text = before;
    before = ",";
    return text;
  };
  return {
    add({ path, checked, errors, corpus }) {
      stores.add(corpus.store);
      const { findings = [], ignored = [], lines } = checked ?? {};
      countFindings(summary, findings);
      const printed = {
        path,
        findings: lines === undefined ? [] : findings.map((finding) => jsonFinding(finding, lines, words)),
        ignored:
          lines === undefined
            ? []
            : ignored.map(({ finding, reason }) => ({ ...jsonFinding(finding, lines, words), reason })),
        errors,
      };
      return flush() + JSON.stringify(printed);
    },
    end() {
      const sources = new Map([...stores].flatMap(jsonSources).map((source) => [source.id, source]));
      const head = before === "," ? "" : flush();
      return [`${head}],"sources":${JSON.stringify([...sources.values()])},"summary":${JSON.stringify(summary)}}\n`];
    },
  };
}

function printMarkdown(open: OpenSpool): Printer {
  const report = createReport(open);
  return {
    add(result) {
      report.add(reported(result));
      return "";
    },
    end: () => report.end(),
  };
}

/** Takes what makes the writer of a format; gives its printer. */
function formatted(make: (options: CheckOptions, open: OpenSpool) => ReportWriter): MakePrinter {
  return (options, _, open) => {
    const writer = make(options, open);
    const adding = createTotals();
    const sources = new Map<CorpusStore, ReturnType<typeof sourcesOf>>();
    return {
      add(result) {
        const draft = reported(result);
        adding.add(draft);
        const known = sources.get(draft.store) ?? sourcesOf([draft.store]);
        sources.set(draft.store, known);
        return writer.add(reportDraft(draft), known);
      },
      end: () => writer.end(adding.totals()),
    };
  };
}

/** Takes a result; gives it as reports take it. */
export function reported({ path, checked, errors, project, corpus }: DraftResult): ReportedDraft {
  const problems = [...corpus.problems.values()].flat();
  return { name: path, checked, errors, settings: project.settings, store: corpus.store, problems, link: null };
}
