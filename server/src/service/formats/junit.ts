import type { Level } from "../../verify/index.ts";
import { escapeMarkup } from "./escape.ts";
import { atLeast, type CheckReport, type ReportDraft, type ReportFinding } from "./report.ts";
import { oneLine, verdictWords } from "./words.ts";

/**
 * Takes a report and the level that fails; gives JUnit XML: a suite a draft, a case a fact. A finding at or above the level is a failure,
 * one that was ignored or could not be checked is skipped, any other passes. Format: the schema that Jenkins and GitLab read
 * (jenkinsci/xunit-plugin, junit-10.xsd).
 */
export function formatJunit(report: CheckReport, failOn: Level = "warning"): string {
  const suites = report.drafts.map((draft) => suite(draft, failOn));
  const all = count(
    report.drafts.flatMap(({ findings }) => findings),
    report.drafts.flatMap(({ errors }) => errors).length,
    failOn,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sourceline" ${all}>\n${suites.join("")}</testsuites>\n`;
}

function suite({ path, findings, errors }: ReportDraft, failOn: Level): string {
  const cases = findings.map((found) => testCase(path, found, failOn));
  const broken = errors.map(
    (error) =>
      `    <testcase classname="${escapeMarkup(path)}" name="reading the draft">\n      <error message="${escapeMarkup(error)}"/>\n    </testcase>\n`,
  );
  const head = `name="${escapeMarkup(path)}" ${count(findings, errors.length, failOn)}`;
  return `  <testsuite ${head}>\n${[...broken, ...cases].join("")}  </testsuite>\n`;
}

function count(findings: readonly ReportFinding[], errors: number, failOn: Level): string {
  const failures = findings.filter(({ level }) => atLeast(level, failOn)).length;
  const skipped = findings.filter((found) => isSkipped(found, failOn)).length;
  return `tests="${findings.length + errors}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

function isSkipped({ ignored, level, finding }: ReportFinding, failOn: Level): boolean {
  return ignored !== null || (finding.verdict === "unchecked" && !atLeast(level, failOn));
}

function testCase(path: string, found: ReportFinding, failOn: Level): string {
  const { finding, line, column } = found;
  const name = `${finding.kind} ${line}:${column} ${oneLine(finding.text).slice(0, 120)}`;
  const body = outcome(found, failOn);
  return `    <testcase classname="${escapeMarkup(path)}" name="${escapeMarkup(name)}" file="${escapeMarkup(path)}" line="${line}">\n${body}    </testcase>\n`;
}

function outcome(found: ReportFinding, failOn: Level): string {
  const { message, code, ignored, finding, level } = found;
  if (ignored !== null)
    return `      <skipped message="${escapeMarkup(`Ignored${ignored.reason === null ? "" : `: ${ignored.reason}`}`)}"/>\n`;
  if (atLeast(level, failOn))
    return `      <failure type="${code}" message="${escapeMarkup(message)}">${escapeMarkup(passages(found))}</failure>\n`;
  if (isSkipped(found, failOn)) return `      <skipped message="${escapeMarkup(message)}"/>\n`;
  return `      <system-out>${escapeMarkup(`${verdictWords(finding)}: ${message}`)}</system-out>\n`;
}

function passages({ finding }: ReportFinding): string {
  return finding.evidence
    .map(({ source, place, passage }) => `${source}, paragraph ${place.paragraph}: ${oneLine(passage)}`)
    .join("\n");
}
