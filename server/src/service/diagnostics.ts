import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver-types";
import { type Evidence, type Finding, type Level, rate, sourceName } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { type LanguageContext, locate, rangeOf, type SourceLinks } from "./language.ts";
import { rated } from "./overview.ts";
import { excerptOf } from "./place.ts";
import type { FindingItem, IgnoredItem } from "./protocol.ts";
import type { Slip } from "./quiet/slips.ts";
import { say, tell } from "./words.ts";

/** Name under which editors show who found a problem. */
export const DIAGNOSTIC_SOURCE = "Sourceline";

/** What a diagnostic carries for its fixes: the finding that it stands for, or the comment. */
export interface DiagnosticData {
  readonly kind: Finding["kind"] | "comment";
  readonly start: number;
  readonly end: number;
}

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const UNNECESSARY = 1;
/** Passages that a diagnostic points at: a hint that a citation is missing needs the best alone, and a hover has others. */
const RELATED: Readonly<Record<Level, number>> = { error: 2, warning: 2, information: 2, hint: 1 };
/** How much of the passages stands beside a problem, in characters: the whole for those who see it only there, else so much that the place is known again. */
const PASSAGES = { none: 0, brief: 32, whole: 300 } as const;

/** How the passages behind a problem are shown beside it. */
export type Passages = keyof typeof PASSAGES;

/**
 * Takes a checked draft, its context, and how the passages are to stand beside each problem; gives a diagnostic for each finding that
 * is a problem at the levels in force, and one without a code for each comment that was to set something aside and does not. Supported and cited
 * facts give none.
 */
export function diagnosticsOf(
  checked: CheckedDraft,
  context: LanguageContext,
  passages: Passages = "whole",
): Diagnostic[] {
  const problems = checked.findings.flatMap((finding) => {
    const { code, level } = rate(finding, context.settings.levels);
    if (level === null) return [];
    const { kind, start, end } = finding;
    const data: DiagnosticData = { kind, start, end };
    const diagnostic: Diagnostic = {
      range: rangeOf(checked.lines, finding),
      severity: SEVERITIES[level],
      code,
      source: DIAGNOSTIC_SOURCE,
      message: tell(finding.message),
    };
    if (finding.verdict === "unused") diagnostic.tags = [UNNECESSARY];
    if (passages !== "none") diagnostic.relatedInformation = relatedTo(finding, level, context, passages);
    diagnostic.data = data;
    return [diagnostic];
  });
  return [...problems, ...checked.slips.map((slip) => slipDiagnostic(slip, checked))];
}

function slipDiagnostic({ start, end, message }: Slip, { lines }: CheckedDraft): Diagnostic {
  const data: DiagnosticData = { kind: "comment", start, end };
  const range = rangeOf(lines, { start, end });
  return { range, severity: SEVERITIES.warning, source: DIAGNOSTIC_SOURCE, message: tell(message), data };
}

/** Takes a checked draft; gives all its findings as an editor draws and lists them. */
export function findingItems(checked: CheckedDraft, context: LanguageContext): FindingItem[] {
  return checked.findings.map((finding) => {
    const { level, task } = rated(finding, context.settings);
    return {
      kind: finding.kind,
      range: rangeOf(checked.lines, finding),
      text: finding.text,
      verdict: finding.verdict,
      citation: finding.citation,
      message: tell(finding.message),
      level,
      task,
      sources: [...new Set(finding.evidence.map(({ source }) => source))],
    };
  });
}

/** Takes a checked draft; gives the findings that the writer has set aside, as views list them. */
export function ignoredItems(checked: CheckedDraft, context: LanguageContext): IgnoredItem[] {
  return checked.ignored.map(({ finding, reason, by }) => ({
    range: rangeOf(checked.lines, finding),
    text: finding.text,
    code: rated(finding, context.settings).code,
    message: tell(finding.message),
    reason,
    by,
  }));
}

interface Related {
  readonly links: SourceLinks;
  readonly passages: Passages;
  readonly most: number;
  readonly made: DiagnosticRelatedInformation[];
}

/** By the evidence of a judgement, and by each piece of it: a judgement that moves keeps its evidence, or most of the pieces. */
const known = new WeakMap<readonly Evidence[], Related>();
const knownEach = new WeakMap<Evidence, Related>();

/** A passage is worked out once for each judgement that rests on it. */
function relatedTo(
  { evidence }: Finding,
  level: Level,
  context: LanguageContext,
  passages: Passages,
): DiagnosticRelatedInformation[] {
  const most = RELATED[level];
  return keptIn(known, evidence, { context, passages, most }, () =>
    evidence.slice(0, most).flatMap((one) => related(one, context, passages)),
  );
}

function related(evidence: Evidence, context: LanguageContext, passages: Passages): DiagnosticRelatedInformation[] {
  return keptIn(knownEach, evidence, { context, passages, most: 1 }, () => relate(evidence, context, passages));
}

function keptIn<K extends object>(
  kept: WeakMap<K, Related>,
  key: K,
  { context: { links }, passages, most }: Pick<Related, "passages" | "most"> & { readonly context: LanguageContext },
  make: () => DiagnosticRelatedInformation[],
): DiagnosticRelatedInformation[] {
  const one = kept.get(key);
  if (one?.links === links && one.passages === passages && one.most === most) return one.made;
  const made = make();
  kept.set(key, { links, passages, most, made });
  return made;
}

function relate(evidence: Evidence, context: LanguageContext, passages: Passages): DiagnosticRelatedInformation[] {
  const location = locate(context, evidence.source, { start: evidence.start, end: evidence.end });
  if (location === null) return [];
  const { text: passage } = excerptOf(evidence, PASSAGES[passages]);
  const source = sourceName(context.store, evidence.source);
  return [{ location, message: say(`related.${evidence.relation}`, { source, passage }) }];
}
