import { defineCitation, type Edit, insertCitation } from "../draft/edits.ts";
import { FORMS } from "../draft/forms.ts";
import type { DraftFormat } from "../draft/index.ts";
import { type Anchor, placeFor } from "../draft/place.ts";
import type { CitationStyle, SourceReference } from "../draft/reference.ts";
import { writtenAt, writtenIn } from "../draft/written.ts";
import { onOneLine } from "../text/lines.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import { type Finding, type Suggestion, sourceName } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { citeAll, lacksCitation } from "./fixall.ts";
import type { LanguageContext } from "./language.ts";
import { rated } from "./overview.ts";
import type { Slip } from "./quiet/slips.ts";
import { say } from "./words.ts";

/** Most fixes that are offered for one finding. */
export const MOST_FIXES = 3;

/** What a fix does, so that its edits can be worked out when it is chosen. */
export type FixPlan =
  | { readonly type: "cite"; readonly source: string }
  | { readonly type: "paragraph" }
  | { readonly type: "claimant"; readonly claimant: string }
  | { readonly type: "define"; readonly source: string }
  | { readonly type: "suggestion"; readonly index: number }
  | { readonly type: "ignore" };

/** A fix as it is offered: it says exactly what it will write. */
export interface Fix {
  readonly title: string;
  readonly finding: Finding;
  readonly plan: FixPlan;
  /** True where there is one right answer. */
  readonly preferred: boolean;
}

/** Takes a checked draft and a range of it; gives the fixes for the findings there, at most three a finding, the likeliest first. */
export function fixesIn(checked: CheckedDraft, range: Span, context: LanguageContext): Fix[] {
  const touched = checked.findings.filter((finding) => touches(finding, range));
  return touched.flatMap((finding) => fixesFor(checked, finding, context));
}

/** A fix of a comment that was to set something aside. */
export interface CommentFix {
  readonly title: string;
  readonly slip: Slip;
  readonly edit: Edit;
}

/** Takes a checked draft and a range of it; gives the fixes of the comments there that set nothing aside though they were to. */
export function commentFixesIn({ slips }: CheckedDraft, range: Span): CommentFix[] {
  return slips.flatMap((slip) => {
    const { start, end, text, newText } = slip;
    if (newText === null || !touches(slip, range)) return [];
    return [{ title: say("fix.comment", { oldText: text, newText }), slip, edit: { start, end, newText } }];
  });
}

function touches(one: Span, range: Span): boolean {
  return overlaps(one, range) || (one.start <= range.start && range.end <= one.end);
}

/**
 * Takes a checked draft, a finding and the plan of a fix; gives its edits to the draft. Empty where there is nothing left to do, and for
 * "ignore", which writes beside the draft.
 */
export function editsOf(checked: CheckedDraft, finding: Finding, plan: FixPlan, context: LanguageContext): Edit[] {
  if (plan.type === "ignore") return [];
  if (plan.type === "paragraph") return citeAll(checked, context, paragraphOf(checked, finding));
  if (plan.type === "claimant") return [claimantEdit(checked, finding, plan.claimant)];
  if (plan.type === "suggestion") {
    const suggestion = finding.suggestions[plan.index];
    if (suggestion === undefined) return [];
    const { kind, span, newText } = suggestion;
    const { start, end } = span;
    return [{ start, end, newText: kind === "use-id" ? newText : writtenAt(newText, checked.draft, start) }];
  }
  const reference = referenceTo(plan.source, context);
  if (reference === null) return [];
  if (plan.type === "define") return defineCitation(checked.draft, reference, "footnote");
  const anchor = anchorOf(checked, finding, plan.source);
  return insertCitation(checked.draft, anchor, reference, context.settings.citationStyle);
}

/** Mends come before citations, these before what concerns more than the finding; "ignore" has the last place of a problem. */
function fixesFor(checked: CheckedDraft, finding: Finding, context: LanguageContext): Fix[] {
  const { level, task } = rated(finding, context.settings);
  const suggested = finding.suggestions.map((one, index) => suggestionFix(checked, finding, one, index, context));
  const cites = citable(finding).map((source, index) => citeFix(checked, finding, source, index, context));
  const likely = [
    ...claimantFix(checked, finding),
    ...definitionFix(finding, context),
    ...suggested.slice(0, 2),
    ...cites.slice(0, suggested.length > 0 ? 1 : 2),
    ...paragraphFix(checked, finding),
    ...suggested.slice(2),
  ];
  if (level === null) return likely.slice(0, MOST_FIXES);
  return [...likely.slice(0, task === "cite" ? MOST_FIXES : MOST_FIXES - 1), ignoreFix(finding)].slice(0, MOST_FIXES);
}

function suggestionFix(
  { draft }: CheckedDraft,
  finding: Finding,
  { kind, newText, source, span }: Suggestion,
  index: number,
  { store }: LanguageContext,
): Fix {
  const oldText = shorten(draft.text.slice(span.start, span.end));
  const title =
    newText === ""
      ? say("fix.remove", { oldText })
      : say(`fix.${kind}`, { oldText, newText: shorten(newText), source: sourceName(store, source) });
  const preferred = index === 0 && finding.suggestions.length === 1 && kind === "restore-quote";
  return { title, finding, plan: { type: "suggestion", index }, preferred };
}

/** Sources that may be cited for a finding, the best first: those that support it, where it lacks a citation that does. */
function citable({ kind, citation, evidence }: Finding): string[] {
  if (kind === "citation" || (citation !== "uncited" && citation !== "miscited" && citation !== "undefined")) return [];
  return [...new Set(evidence.filter((one) => one.relation === "supports").map(({ source }) => source))];
}

function citeFix(
  { draft }: CheckedDraft,
  finding: Finding,
  source: string,
  index: number,
  context: LanguageContext,
): Fix {
  const name = sourceName(context.store, source);
  return {
    title: say("fix.cite", {
      source: name,
      mark: shownMark(draft.format, source, name, context.settings.citationStyle),
    }),
    finding,
    plan: { type: "cite", source },
    preferred: index === 0 && finding.suggestions.length === 0,
  };
}

/** A citation as it will stand, a link without its address. */
function shownMark(format: DraftFormat, id: string, name: string, style: CitationStyle): string {
  const form = style === "link" ? undefined : FORMS[format];
  const reference = { id, title: null, outlet: null, published: null, href: "" };
  return form?.mark(reference, style, false) ?? { pandoc: `[@${id}]`, footnote: `[^${id}]`, link: `(${name})` }[style];
}

/** A footnote that bears the id of a source and is not defined. */
function definitionFix(finding: Finding, { store }: LanguageContext): Fix[] {
  const { kind, verdict, text, message } = finding;
  if (kind !== "citation" || verdict !== "undefined" || message.key !== "citation.undefined.note") return [];
  if (store.source(text) === null) return [];
  const title = say("fix.define", { source: sourceName(store, text), id: text });
  return [{ title, finding, plan: { type: "define", source: text }, preferred: true }];
}

/** Where the sources differ, the reader should be told whose figure it is. */
function claimantFix({ draft }: CheckedDraft, finding: Finding): Fix[] {
  const claimant = finding.evidence.find(({ relation }) => relation === "supports")?.claimant ?? null;
  if (finding.figure === null || finding.figure.claimant !== null || claimant === null) return [];
  const { start, end } = finding.figure.sentence;
  if (finding.verdict !== "disputed" || draft.text.slice(start, end).includes(claimant)) return [];
  const title = say("fix.add-claimant", { newText: accordingTo(claimant) });
  return [{ title, finding, plan: { type: "claimant", claimant }, preferred: false }];
}

/** Before the citation that stands there, else where one would. */
function claimantEdit(checked: CheckedDraft, finding: Finding, claimant: string): Edit {
  const place = placeFor(checked.draft, anchorOf(checked, finding, ""), "pandoc");
  let at = place.marks[0]?.start ?? place.at;
  while (at > finding.end && /\s/.test(checked.draft.text[at - 1] ?? "")) at--;
  return { start: at, end: at, newText: writtenIn(accordingTo(claimant), checked.draft.format) };
}

/** Offered where the finding's paragraph holds another supported fact without a citation. */
function paragraphFix(checked: CheckedDraft, finding: Finding): Fix[] {
  if (!lacksCitation(finding)) return [];
  const paragraph = paragraphOf(checked, finding);
  const count = checked.findings.filter((one) => contains(paragraph, one) && lacksCitation(one)).length;
  if (count < 2) return [];
  return [{ title: say("fix.paragraph", { count }), finding, plan: { type: "paragraph" }, preferred: false }];
}

/** Code units on each side in which the ends of a paragraph are looked for. */
const REACH = 20_000;

/** From one blank line to the next. */
function paragraphOf({ draft: { text } }: CheckedDraft, { start, end }: Span): Span {
  const from = Math.max(0, start - REACH);
  const breaks = [...text.slice(from, start).matchAll(/\n[^\S\n]*(?=\r?\n)/g)];
  const after = text.slice(end, end + REACH).search(/\n[^\S\n]*\r?\n/);
  return {
    start: from + (breaks.at(-1)?.index ?? 0),
    end: after < 0 ? Math.min(text.length, end + REACH) : end + after,
  };
}

function ignoreFix(finding: Finding): Fix {
  return {
    title: say("fix.ignore", { text: shorten(finding.text) }),
    finding,
    plan: { type: "ignore" },
    preferred: false,
  };
}

function shorten(words: string): string {
  const flat = onOneLine(words).trim();
  return flat.length > 80 ? `${flat.slice(0, 78).replace(/\s\S*$/, "")} …` : flat;
}

/** Takes a source's id; gives what goes into a citation of it, `null` where it is not in the store. */
export function referenceTo(id: string, { store, links }: LanguageContext): SourceReference | null {
  const meta = store.source(id)?.meta;
  if (meta === undefined) return null;
  return { id, title: meta.title, outlet: meta.outlet, published: meta.published, href: links.hrefOf(meta) };
}

/** What the citation is for, and where the next fact begins that its source does not give. */
function anchorOf({ findings }: CheckedDraft, finding: Finding, source: string): Anchor {
  const { start, end, figure, quote } = finding;
  const sentence = figure?.sentence ?? quote?.sentence ?? { start, end };
  const next = findings.find(
    (other) =>
      other.kind !== "citation" &&
      other.start >= end &&
      contains(sentence, other) &&
      !other.evidence.some((one) => one.source === source && one.relation === "supports"),
  );
  return {
    start,
    end,
    sentence,
    kind: quote === null ? "figure" : "quote",
    block: quote?.form === "block",
    until: next?.start ?? sentence.end,
  };
}

/** What is written into the draft is in the draft's language. */
function accordingTo(claimant: string): string {
  return `, according to ${claimant}`;
}
