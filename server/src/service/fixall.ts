import { applyEdits, defineCitation, type Edit, lastFirst } from "../draft/edits.ts";
import { prepareDraft } from "../draft/index.ts";
import { lastAtOrBefore } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "../verify/index.ts";
import { editsOf, referenceTo } from "./actions.ts";
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
  const round: Round = {
    scope: within ?? { start: 0, end: Number.POSITIVE_INFINITY },
    done: new Map(),
    cited: new Set(),
  };
  let insertions: Edit[] = [];
  let now = checked;
  for (let left = MOST_ROUNDS; left > 0; left--) {
    const { edits, any } = insertionsIn(now, context, round);
    if (!any) break;
    for (const edit of lastFirst(edits)) insertions = withInsertion(insertions, edit);
    const { start, end } = round.scope;
    round.scope = { start, end: edits.reduce((to, edit) => to + (edit.start <= end ? edit.newText.length : 0), end) };
    now = checker.check(applyEdits(now.draft.text, edits), context.store, context.settings);
  }
  return withDefinitions(insertions, now, round.cited, context);
}

/** What a round of insertions goes by, and leaves to the next. */
interface Round {
  scope: Span;
  /** How far each paragraph has been gone through, from its beginning. */
  readonly done: Map<number, number>;
  /** Sources that have been cited. */
  readonly cited: Set<string>;
}

/** Definitions go in at the end, in the order in which the draft cites their sources. */
function withDefinitions(
  insertions: readonly Edit[],
  { draft }: CheckedDraft,
  cited: ReadonlySet<string>,
  context: LanguageContext,
): Edit[] {
  let all = [...insertions];
  let now: CheckedDraft["draft"] = draft;
  const order = draft.citations.flatMap((mark) => mark.keys.map(({ text }) => text)).filter((id) => cited.has(id));
  for (const id of new Set(order)) {
    const reference = referenceTo(id, context);
    const edits = reference === null ? [] : defineCitation(now, reference, context.settings.citationStyle);
    for (const edit of edits) all = withInsertion(all, edit);
    if (edits.length > 0) now = prepareDraft(applyEdits(now.text, edits), now.format, now);
  }
  return all;
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

/** The citation of the next fact of each paragraph; in a format whose first citation of a source differs from the others, of one. */
function insertionsIn(
  now: CheckedDraft,
  context: LanguageContext,
  { scope, done, cited }: Round,
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
    edits.push(...editsOf(now, finding, { type: "cite", source: best.source }, context).slice(0, 1));
    cited.add(best.source);
    if (now.draft.format === "asciidoc") break;
  }
  return { edits, any: last >= 0 };
}

function paragraphStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n[^\S\n]*\r?\n/g)].map(({ index }) => index)];
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
