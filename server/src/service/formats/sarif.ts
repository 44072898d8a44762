import type { StoredSource } from "../../store/types.ts";
import type { Code, Evidence, Level } from "../../verify/index.ts";
import { fingerprint } from "../receipts/fingerprint.ts";
import {
  type CheckReport,
  type ReportDraft,
  type ReportFinding,
  type ReportTotals,
  type ReportWriter,
  written,
} from "./report.ts";
import { memorySpool, type OpenSpool } from "./spool.ts";
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
  return written(report, sarifWriter(version, memorySpool));
}

/** Takes the version of the product and what opens a spool; gives a writer of what `formatSarif` gives. Which rules there are, and so the index of each, is known last. */
export function sarifWriter(version: string, open: OpenSpool): ReportWriter {
  const results = open();
  const codes = new Set<Code>();
  const unread: Notification[] = [];
  return {
    add(draft, sources) {
      unread.push(...draft.errors.map((text) => notification("error", text, draft.path)));
      const told = draft.findings.filter(({ level, ignored }) => level !== null || ignored !== null);
      for (const { code } of told) codes.add(code);
      if (told.length > 0) results.add(JSON.stringify(told.map((found) => result(sources, draft, found))));
      return "";
    },
    *end(totals) {
      const rules = [...codes].sort();
      const [head, tail] = around(log(version, rules, invocation(unread, totals)));
      yield head;
      let between = "";
      for (const piece of results.pieces()) {
        for (const one of JSON.parse(piece) as Result[]) {
          yield `${between}\n${indented({ ...one, ruleIndex: rules.indexOf(one.ruleId) })}`;
          between = ",";
        }
      }
      yield between === "" ? tail : `\n      ${tail}`;
    },
  };
}

/** The log with no results yet. */
function log(version: string, rules: readonly Code[], ran: object): object {
  const run = {
    tool: { driver: { name: "Sourceline", semanticVersion: version, rules: rules.map(rule) } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      SRCROOT: { description: { text: "The folder that the check ran in." } },
      CORPUS: { description: { text: "The folder of the sources." } },
    },
    invocations: [ran],
    results: [],
  };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}

/** The log as it is printed, up to where its results stand and from there on. */
function around(whole: object): [string, string] {
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  const at = text.lastIndexOf("[]") + 1;
  return [text.slice(0, at), text.slice(at)];
}

/** A result as it stands in the log. */
function indented(one: Result): string {
  return JSON.stringify(one, null, 2)
    .split("\n")
    .map((line) => `        ${line}`)
    .join("\n");
}

function rule(code: Code) {
  const { name, says } = codeWords[code];
  return {
    id: code,
    name: name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: says },
  };
}

function invocation(unread: readonly Notification[], { problems }: ReportTotals) {
  const corpus = problems.map(({ severity, message, path }) => notification(severity, message, path));
  return { executionSuccessful: unread.length === 0, toolExecutionNotifications: [...unread, ...corpus] };
}

type Notification = ReturnType<typeof notification>;

function notification(level: "error" | "warning", text: string, path: string) {
  return { level, message: { text }, locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] };
}

type Result = ReturnType<typeof result>;

/** The index of the rule is filled in when all rules are known. */
function result(sources: ReadonlyMap<string, StoredSource>, draft: ReportDraft, found: ReportFinding) {
  const { finding, code, level, line, column, endLine, endColumn, ignored } = found;
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: finding.text } };
  return {
    ruleId: code,
    ruleIndex: -1,
    kind: level === null || level === "error" || level === "warning" ? "fail" : "review",
    level: level === null ? "none" : LEVELS[level],
    message: { text: found.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(draft.path), region } }],
    relatedLocations: finding.evidence.map((evidence, id) => related(sources, evidence, id)),
    partialFingerprints: { "sourcelineFact/v1": fingerprint(draft.text, finding) },
    properties: { verdict: finding.verdict, citation: finding.citation },
    ...(ignored === null ? {} : { suppressions: [suppression(ignored.reason)] }),
  };
}

function suppression(reason: string | null) {
  return { kind: "external", ...(reason === null ? {} : { justification: reason }) };
}

function related(sources: ReadonlyMap<string, StoredSource>, evidence: Evidence, id: number) {
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
