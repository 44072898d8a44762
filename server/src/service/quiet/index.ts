import type { Draft } from "../../draft/index.ts";
import type { LineIndex } from "../../text/lines.ts";
import { type Finding, rate } from "../../verify/index.ts";
import type { Settings } from "../settings.ts";
import { commentsIn } from "./comments.ts";
import { scopeAt, scopesOf } from "./directives.ts";
import { matchIgnores } from "./ignores.ts";
import { type Slip, slipsIn } from "./slips.ts";

/** A finding that the writer has set aside. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: "comment" | "file";
}

/** What of a draft's findings stands, what is set aside by a comment or the ignore file, and which comments set nothing aside though they were to. */
export interface SetAside {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly slips: readonly Slip[];
}

/** Takes a draft, its lines, its findings and settings; gives what of them stands, and what is set aside. */
export function setAside(draft: Draft, lines: LineIndex, findings: readonly Finding[], settings: Settings): SetAside {
  const comments = commentsIn(draft);
  const scopes = scopesOf(draft, comments, lines);
  const slips = slipsIn(draft, comments);
  if (scopes.length === 0 && settings.ignores.length === 0) return { findings, ignored: [], slips };
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
  return { findings: findings.filter((finding) => !aside.has(finding)), ignored: [...aside.values()], slips };
}
