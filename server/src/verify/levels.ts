import type { CitationStatus, FigureVerdict, Finding, QuoteVerdict } from "./types.ts";

/** How loud a finding is. */
export type Level = "error" | "warning" | "information" | "hint";

/** What a finding is called in settings, diagnostics and reports. */
export type Code = `figure/${FigureVerdict}` | `quote/${QuoteVerdict}` | `citation/${CitationStatus}`;

/** Levels by code; a code that is not here, or is "off", stays quiet. */
export type Levels = Readonly<Partial<Record<Code, Level | "off">>>;

/** The levels that hold unless a setting says otherwise. */
export const defaultLevels: Levels = {
  "citation/undefined": "error",
  "figure/contradicted": "warning",
  "figure/mismatched": "warning",
  "figure/misattributed": "warning",
  "figure/unsupported": "warning",
  "quote/altered": "warning",
  "quote/misattributed": "warning",
  "quote/unsupported": "warning",
  "citation/miscited": "warning",
  "figure/imprecise": "information",
  "figure/disputed": "information",
  "figure/unchecked": "information",
  "quote/disputed": "information",
  "quote/unchecked": "information",
  "citation/uncited": "hint",
  "citation/unused": "hint",
};

/** Every code, the gravest first. */
export const codes = Object.keys(defaultLevels) as readonly Code[];

const GRAVITY: Readonly<Record<Level, number>> = { error: 4, warning: 3, information: 2, hint: 1 };

/** Takes two levels (`null`: quiet); gives a negative number where the first is graver, 0 where they are alike. */
export function compareLevels(a: Level | null, b: Level | null): number {
  return gravity(b) - gravity(a);
}

/** Takes a finding and the levels in force; gives the code that it is told under (its verdict's or its citation's, the graver), and its level, `null` where it stays quiet. */
export function rate(
  finding: Pick<Finding, "kind" | "verdict" | "citation">,
  levels: Levels = defaultLevels,
): { code: Code; level: Level | null } {
  const verdict = ratingOf(`${finding.kind}/${finding.verdict}` as Code, levels);
  if (finding.citation === null || finding.kind === "citation") return verdict;
  const citation = ratingOf(`citation/${finding.citation}`, levels);
  const louder = finding.citation !== "undefined" && compareLevels(citation.level, verdict.level) < 0;
  return louder ? citation : verdict;
}

function ratingOf(code: Code, levels: Levels): { code: Code; level: Level | null } {
  const level = levels[code] ?? defaultLevels[code] ?? "off";
  return { code, level: level === "off" ? null : level };
}

function gravity(level: Level | null): number {
  return level === null ? 0 : GRAVITY[level];
}
