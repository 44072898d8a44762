import type { Level } from "../../verify/index.ts";
import { type CheckReport, type ReportDraft, type ReportFinding, type ReportWriter, written } from "./report.ts";
import { codeWords } from "./words.ts";

const COMMANDS: Readonly<Record<Level, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/**
 * Takes a report; gives workflow commands that GitHub Actions shows as annotations of the lines they name, one a line.
 * Quiet and ignored findings are left out. Syntax and escapes: GitHub Docs, "Workflow commands for GitHub Actions", and
 * `escapeData` and `escapeProperty` of actions/toolkit.
 */
export function formatGithub(report: CheckReport): string {
  return written(report, githubWriter());
}

/** Gives a writer of what `formatGithub` gives. */
export function githubWriter(): ReportWriter {
  const unread: string[] = [];
  return {
    add(draft) {
      unread.push(...draft.errors.map((error) => `::error file=${property(draft.path)}::${data(error)}\n`));
      return draft.findings.map((found) => annotation(draft, found)).join("");
    },
    end: () => unread,
  };
}

function annotation({ path }: ReportDraft, found: ReportFinding): string {
  if (found.level === null) return "";
  const { line, column, endLine, endColumn } = found;
  const columns = line === endLine ? [`col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`] : [];
  const where = [`file=${property(path)}`, `line=${line}`, `endLine=${endLine}`, ...columns];
  const title = `title=${property(codeWords[found.code].name)}`;
  return `::${COMMANDS[found.level]} ${[...where, title].join(",")}::${data(found.message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
