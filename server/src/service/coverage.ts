import type { CorpusStore } from "../store/types.ts";
import { sourceName } from "../verify/index.ts";
import type { Overview } from "./overview.ts";
import { say } from "./words.ts";

/** Names of sources that a line lists before it only counts. */
const LISTED = 12;

/** Takes an overview and the store; gives it in sentences, the coverage first. */
export function overviewLines(overview: Overview, store: CorpusStore): string[] {
  return [...coverageLines(overview), ...sourceLines(overview, store)];
}

/** Takes an overview; gives how many facts stand and are cited, what is left to do, and what was not checked. */
export function coverageLines({ figures, quotes, cited, counts, skipped }: Overview): string[] {
  const lines = [];
  if (figures.all > 0) lines.push(say("coverage.figures", { ...figures }));
  if (quotes.all > 0) lines.push(say("coverage.quotes", { ...quotes }));
  if (lines.length === 0) lines.push(say("coverage.none"));
  if (cited.all > 0) lines.push(say("coverage.cited", { ...cited }));
  if (counts.fix + counts.decide + counts.cite > 0) lines.push(say("coverage.tasks", { ...counts }));
  if (counts.unchecked > 0) lines.push(say("coverage.unchecked", { count: counts.unchecked }));
  const kinds = [...skipped].map(([kind, count]) => say("kind.counted", { count, kind: say(`kind.${kind}`) }));
  if (kinds.length > 0) lines.push(say("coverage.skipped", { kinds }));
  return lines;
}

/** Takes an overview and the store; gives which sources the drafts cite, and which they do not. */
export function sourceLines({ used, unused, origins }: Overview, store: CorpusStore): string[] {
  const all = used.length + unused.length;
  const names = (ids: readonly string[]) => ids.slice(0, LISTED).map((id) => sourceName(store, id));
  const rest = (ids: readonly string[]) =>
    ids.length > LISTED ? [say("coverage.more", { count: ids.length - LISTED })] : [];
  const list = (ids: readonly string[]) => [...names(ids), ...rest(ids)];
  const key = origins < used.length ? "coverage.used.origins" : "coverage.used";
  const lines =
    used.length === 0
      ? [say("coverage.nothing")]
      : [say(key, { sources: list(used), used: used.length, all, origins })];
  return unused.length === 0 ? lines : [...lines, say("coverage.unused", { sources: list(unused) })];
}
