import { applyEdits, type Edit, lastFirst } from "../draft/edits.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "../verify/index.ts";
import { editsOf } from "./actions.ts";
import { type CheckedDraft, createChecker } from "./check.ts";
import type { LanguageContext } from "./language.ts";

/** Rounds of insertions in one go; a draft that lacks more takes another go. */
const MOST_ROUNDS = 500;

/**
 * Takes a checked draft, and a span of it where only the facts in that are meant; gives the edits that cite the best source for every fact
 * that is supported and not cited, and nothing else. A citation may cover what follows it, so the draft is checked again after each; what
 * stands in other paragraphs it cannot cover, so one goes into each paragraph at a time.
 */
export function citeAll(checked: CheckedDraft, context: LanguageContext, within: Span | null = null): Edit[] {
  const checker = createChecker(checked.draft.format);
  const done = new Map<number, number>();
  let insertions: Edit[] = [];
  let now = checked;
  let scope = within ?? { start: 0, end: Number.POSITIVE_INFINITY };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, any } = insertionsIn(now, context, scope, done);
    if (!any) break;
    if (edits.length === 0) continue;
    for (const edit of lastFirst(edits)) insertions = withInsertion(insertions, edit);
    scope = {
      ...scope,
      end: edits.reduce((end, edit) => end + (edit.start <= scope.end ? edit.newText.length : 0), scope.end),
    };
    now = checker.check(applyEdits(now.draft.text, edits), context.store, context.settings);
  }
  return insertions;
}

/** Takes a finding; says whether it is a supported fact without a citation. */
export function lacksCitation({ kind, verdict, citation, evidence }: Finding): boolean {
  return (
    kind !== "citation" &&
    verdict === "supported" &&
    citation === "uncited" &&
    evidence.some((one) => one.relation === "supports")
  );
}

/**
 * The insertions for the next fact of each paragraph; `done` holds how far each has been gone through, from its beginning. One that
 * defines its source elsewhere in the draft ends the round: the next may need the same definition.
 */
function insertionsIn(
  now: CheckedDraft,
  context: LanguageContext,
  scope: Span,
  done: Map<number, number>,
): { edits: Edit[]; any: boolean } {
  const starts = paragraphStarts(now.draft.text);
  const edits: Edit[] = [];
  let last = -1;
  for (const finding of now.findings) {
    if (finding.start < scope.start || finding.end > scope.end || !lacksCitation(finding)) continue;
    const paragraph = lastAtOrBefore(starts, finding.start);
    const start = starts[paragraph] as number;
    if (paragraph === last || finding.start - start < (done.get(paragraph) ?? 0)) continue;
    last = paragraph;
    done.set(paragraph, finding.end - start);
    const best = finding.evidence.find((one) => one.relation === "supports") as Finding["evidence"][number];
    const own = editsOf(now, finding, { type: "cite", source: best.source }, context);
    edits.push(...own);
    if (own.length > 1) break;
  }
  return { edits, any: last >= 0 };
}

function paragraphStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n[^\S\n]*\r?\n/g)].map(({ index }) => index)];
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Takes insertions into a text (in its own offsets, in order) and one more into the text that they make; gives them all in the offsets
 * of the first text. One that falls inside an earlier one goes into its words.
 */
export function withInsertion(insertions: readonly Edit[], { start, newText }: Edit): Edit[] {
  let shift = 0;
  for (const [at, one] of insertions.entries()) {
    const from = one.start + shift;
    if (start < from) return insert(insertions, at, start - shift, newText);
    if (start <= from + one.newText.length) {
      const cut = start - from;
      const merged = { ...one, newText: one.newText.slice(0, cut) + newText + one.newText.slice(cut) };
      return [...insertions.slice(0, at), merged, ...insertions.slice(at + 1)];
    }
    shift += one.newText.length;
  }
  return insert(insertions, insertions.length, start - shift, newText);
}

function insert(insertions: readonly Edit[], at: number, start: number, newText: string): Edit[] {
  return [...insertions.slice(0, at), { start, end: start, newText }, ...insertions.slice(at)];
}
