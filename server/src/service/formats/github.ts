import type { Level } from "../../verify/index.ts";
import { type CheckReport, findingsOf, type ReportDraft, type ReportFinding } from "./report.ts";
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
  const lines = [...findingsOf(report)].flatMap(({ draft, found }) => annotation(draft, found));
  const errors = report.drafts.flatMap(({ path, errors }) =>
    errors.map((error) => `::error file=${property(path)}::${data(error)}`),
  );
  return [...lines, ...errors].map((line) => `${line}\n`).join("");
}

function annotation({ path }: ReportDraft, found: ReportFinding): string[] {
  if (found.level === null) return [];
  const { line, column, endLine, endColumn } = found;
  const columns = line === endLine ? [`col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`] : [];
  const where = [`file=${property(path)}`, `line=${line}`, `endLine=${endLine}`, ...columns];
  const title = `title=${property(codeWords[found.code].name)}`;
  return [`::${COMMANDS[found.level]} ${[...where, title].join(",")}::${data(found.message)}`];
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
