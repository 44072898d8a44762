import { applyEdits, type Edit, lastFirst } from "../draft/edits.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "../verify/index.ts";
import { editsOf } from "./actions.ts";
import { type CheckedDraft, createChecker } from "./check.ts";
import type { LanguageContext } from "./language.ts";

/** Citations inserted in one go; a draft that lacks more takes another go. */
const MOST = 500;

/**
 * Takes a checked draft, and a span of it where only the facts in that are meant; gives the edits that cite the best source for every fact
 * that is supported and not cited, and nothing else.
 */
export function citeAll(checked: CheckedDraft, context: LanguageContext, within: Span | null = null): Edit[] {
  const checker = createChecker(checked.draft.format);
  let insertions: Edit[] = [];
  let now = checked;
  let from = within?.start ?? 0;
  let to = within?.end ?? Number.POSITIVE_INFINITY;
  for (let done = 0; done < MOST; done++) {
    const finding = now.findings.find((one) => one.start >= from && one.end <= to && lacksCitation(one));
    if (finding === undefined) break;
    const best = finding.evidence.find((one) => one.relation === "supports") as Finding["evidence"][number];
    const edits = editsOf(now, finding, { type: "cite", source: best.source }, context);
    for (const edit of lastFirst(edits)) insertions = withInsertion(insertions, edit);
    if (edits.length > 0) now = checker.check(applyEdits(now.draft.text, edits), context.store, context.settings);
    from = finding.end;
    to += edits.reduce((sum, edit) => (edit.start <= to ? sum + edit.newText.length : sum), 0);
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
