import { cleanId, stemOf } from "../corpus/meta.ts";
import type { ReadProblem } from "../corpus/types.ts";
import type { Coverage } from "./coverage.ts";
import type { ResolvedKey } from "./resolve.ts";
import type { Finding } from "./types.ts";

/** What is wrong with files that no article could be read from, by the id that a source of theirs would have. */
export type UnreadFiles = ReadonlyMap<string, string>;

const UNREAD = "citation.unread";

/** Takes what went wrong in reading a corpus; gives the files that could not be read, each with the sentence that says why. */
export function unreadFiles(problems: ReadonlyMap<string, readonly ReadProblem[]>): UnreadFiles {
  const unread = new Map<string, string>();
  for (const [path, met] of problems) {
    const grave = met.find(({ severity }) => severity === "error");
    if (grave !== undefined) unread.set(cleanId(stemOf(path)), grave.message);
  }
  return unread;
}

/** Takes a resolved key; says whether it names a source that is there and could not be read. */
export function isUnread({ key, state }: ResolvedKey, unread: UnreadFiles): boolean {
  return state === "unknown" && unread.has(key.text);
}

/** Takes a finding and what is cited for it; gives it as one that was not checked where it rests on a source that could not be read. */
export function orUnread(finding: Finding, { direct, inherited }: Coverage, unread: UnreadFiles): Finding {
  if (unread.size === 0 || finding.citation === "cited") return finding;
  const key = [...direct, ...inherited].find((one) => isUnread(one, unread));
  if (key === undefined) return finding;
  const args = { text: finding.text, why: unread.get(key.key.text) ?? "" };
  return {
    ...finding,
    verdict: "unchecked",
    citation: null,
    message: { key: UNREAD, args },
    evidence: [],
    suggestions: [],
  };
}

/** Takes a finding; says whether it was not checked because what it cites could not be read. */
export function restsOnUnread({ message }: Finding): boolean {
  return message.key === UNREAD;
}
