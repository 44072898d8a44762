import type { Level } from "../../verify/index.ts";
import { say } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import {
  atLeast,
  type CheckReport,
  type ReportDraft,
  type ReportFinding,
  type ReportWriter,
  written,
} from "./report.ts";
import { memorySpool, type OpenSpool } from "./spool.ts";
import { oneLine, verdictWords } from "./words.ts";

/**
 * Takes a report and the level that fails; gives JUnit XML: a suite a draft, a case a fact. A finding at or above the level is a failure,
 * one that was ignored or could not be checked is skipped, any other passes. Format: the schema that Jenkins and GitLab read
 * (jenkinsci/xunit-plugin, junit-10.xsd).
 */
export function formatJunit(report: CheckReport, failOn: Level = "warning"): string {
  return written(report, junitWriter(failOn, memorySpool));
}

/** Takes the level that fails and what opens a spool; gives a writer of what `formatJunit` gives. */
export function junitWriter(failOn: Level, open: OpenSpool): ReportWriter {
  const suites = open();
  const all: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  return {
    add(draft) {
      const own = countsOf(draft, failOn);
      for (const name of COUNTED) all[name] += own[name];
      suites.add(suite(draft, own, failOn));
      return "";
    },
    *end() {
      yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sourceline" ${attributes(all)}>\n`;
      yield* suites.pieces();
      yield "</testsuites>\n";
    },
  };
}

const COUNTED = ["tests", "failures", "errors", "skipped"] as const;
type Counts = Record<(typeof COUNTED)[number], number>;

function suite({ path, findings, errors }: ReportDraft, counts: Counts, failOn: Level): string {
  const cases = findings.map((found) => testCase(path, found, failOn));
  const broken = errors.map(
    (error) =>
      `    <testcase classname="${escapeMarkup(path)}" name="reading the draft">\n      <error message="${escapeMarkup(error)}"/>\n    </testcase>\n`,
  );
  const head = `name="${escapeMarkup(path)}" ${attributes(counts)}`;
  return `  <testsuite ${head}>\n${[...broken, ...cases].join("")}  </testsuite>\n`;
}

function countsOf({ findings, errors }: ReportDraft, failOn: Level): Counts {
  const failures = findings.filter(({ level }) => atLeast(level, failOn)).length;
  const skipped = findings.filter((found) => isSkipped(found, failOn)).length;
  return { tests: findings.length + errors.length, failures, errors: errors.length, skipped };
}

function attributes(counts: Counts): string {
  return COUNTED.map((name) => `${name}="${counts[name]}"`).join(" ");
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
    return `      <skipped message="${escapeMarkup(`${say("report.ignored")}${ignored.reason === null ? "" : `: ${ignored.reason}`}`)}"/>\n`;
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
