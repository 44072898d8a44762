import type { Draft } from "../../draft/index.ts";
import type { LineIndex } from "../../text/lines.ts";
import { type Finding, rate } from "../../verify/index.ts";
import type { Settings } from "../settings.ts";
import { scopeAt, scopesOf } from "./directives.ts";
import { matchIgnores } from "./ignores.ts";

/** A finding that the writer has set aside. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: "comment" | "file";
}

/** Takes a draft, its lines, its findings and settings; gives the findings that stand, and those that are set aside by a comment or the ignore file. */
export function setAside(
  draft: Draft,
  lines: LineIndex,
  findings: readonly Finding[],
  settings: Settings,
): { findings: readonly Finding[]; ignored: readonly IgnoredFinding[] } {
  const scopes = scopesOf(draft, lines);
  if (scopes.length === 0 && settings.ignores.length === 0) return { findings, ignored: [] };
  const problems = findings.flatMap((finding) => {
    const { code, level } = rate(finding, settings.levels);
    return level === null ? [] : [{ finding, code }];
  });
  const aside = new Map<Finding, IgnoredFinding>();
  for (const { finding, code } of problems) {
    const scope = scopeAt(scopes, finding.start, code);
    if (scope !== null) aside.set(finding, { finding, reason: scope.reason, by: "comment" });
  }
  const left = problems.filter(({ finding }) => !aside.has(finding));
  for (const [at, entry] of matchIgnores(draft.text, left, settings.ignores).entries()) {
    const finding = left[at]?.finding;
    if (entry !== null && finding !== undefined) aside.set(finding, { finding, reason: entry.reason, by: "file" });
  }
  return { findings: findings.filter((finding) => !aside.has(finding)), ignored: [...aside.values()] };
}
