import type { Code, Evidence, Level } from "../../verify/index.ts";
import { fingerprint } from "../receipts/fingerprint.ts";
import { type CheckReport, findingsOf, type ReportDraft, type ReportFinding } from "./report.ts";
import { codeWords, evidenceLine, oneLine } from "./words.ts";

const LEVELS: Readonly<Record<Level, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/**
 * Takes a report and the version of the product; gives it as SARIF 2.1.0 (OASIS Standard, 27 March 2020), pretty-printed.
 * Quiet findings are left out; ignored ones are results with a suppression.
 */
export function formatSarif(report: CheckReport, version: string): string {
  const found = [...findingsOf(report)].filter(({ found: { level, ignored } }) => level !== null || ignored !== null);
  const rules = [...new Set(found.map(({ found: { code } }) => code))].sort();
  const run = {
    tool: { driver: { name: "Sourceline", semanticVersion: version, rules: rules.map(rule) } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      SRCROOT: { description: { text: "The folder that the check ran in." } },
      CORPUS: { description: { text: "The folder of the sources." } },
    },
    invocations: [invocation(report)],
    results: found.map((one) => result(report, one.draft, one.found, rules)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: Code) {
  const { name, says } = codeWords[code];
  return {
    id: code,
    name: name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: says },
  };
}

function invocation({ drafts, problems }: CheckReport) {
  const unread = drafts.flatMap(({ path, errors }) => errors.map((text) => notification("error", text, path)));
  const corpus = problems.map(({ severity, message, path }) => notification(severity, message, path));
  return { executionSuccessful: unread.length === 0, toolExecutionNotifications: [...unread, ...corpus] };
}

function notification(level: "error" | "warning", text: string, path: string) {
  return { level, message: { text }, locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] };
}

function result(report: CheckReport, draft: ReportDraft, found: ReportFinding, rules: readonly Code[]) {
  const { finding, code, level, line, column, endLine, endColumn, ignored } = found;
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: finding.text } };
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    kind: level === null || level === "error" || level === "warning" ? "fail" : "review",
    level: level === null ? "none" : LEVELS[level],
    message: { text: found.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(draft.path), region } }],
    relatedLocations: finding.evidence.map((evidence, id) => related(report, evidence, id)),
    partialFingerprints: { "sourcelineFact/v1": fingerprint(draft.text, finding) },
    properties: { verdict: finding.verdict, citation: finding.citation },
    ...(ignored === null ? {} : { suppressions: [suppression(ignored.reason)] }),
  };
}

function suppression(reason: string | null) {
  return { kind: "external", ...(reason === null ? {} : { justification: reason }) };
}

function related({ sources }: CheckReport, evidence: Evidence, id: number) {
  const source = sources.get(evidence.source)?.meta;
  const text = `${evidenceLine(evidence, source)}: ${oneLine(evidence.passage)}`;
  const path = source?.path ?? "";
  const physicalLocation = { artifactLocation: { uri: encodePath(path), uriBaseId: "CORPUS" } };
  return { id, message: { text }, ...(path === "" ? {} : { physicalLocation }) };
}

/** A relative path as a URI reference under the folder that the check ran in; an absolute one as a file URI. */
function artifact(path: string) {
  const slashed = path.replace(/\\/g, "/");
  const uri = encodePath(slashed);
  if (slashed.startsWith("/")) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(slashed)) return { uri: `file:///${uri.replace("%3A", ":")}` };
  return { uri, uriBaseId: "SRCROOT" };
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
