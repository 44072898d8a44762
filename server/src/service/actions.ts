import { type Edit, insertCitation } from "../draft/edits.ts";
import type { Anchor } from "../draft/place.ts";
import type { SourceReference } from "../draft/reference.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import { type Finding, sourceName } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import type { LanguageContext } from "./language.ts";
import { say } from "./words.ts";

/** Most fixes that are offered for one finding. */
export const MOST_FIXES = 3;

/** What a fix does, so that its edits can be worked out when it is chosen. */
export type FixPlan =
  | { readonly type: "cite"; readonly source: string }
  | { readonly type: "suggestion"; readonly index: number };

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
  const touched = checked.findings.filter(
    (finding) => overlaps(finding, range) || (finding.start <= range.start && range.end <= finding.end),
  );
  return touched.flatMap((finding) => fixesFor(finding, context));
}

/** Takes a checked draft, a finding and the plan of a fix; gives its edits. Empty where there is nothing left to do. */
export function editsOf(checked: CheckedDraft, finding: Finding, plan: FixPlan, context: LanguageContext): Edit[] {
  if (plan.type === "suggestion") {
    const suggestion = finding.suggestions[plan.index];
    return suggestion === undefined ? [] : [{ ...suggestion.span, newText: suggestion.newText }];
  }
  const reference = referenceTo(plan.source, context);
  if (reference === null) return [];
  const anchor = anchorOf(checked, finding, plan.source);
  return insertCitation(checked.draft, anchor, reference, context.settings.citationStyle);
}

function fixesFor(finding: Finding, context: LanguageContext): Fix[] {
  const suggested = finding.suggestions.map(
    ({ kind, newText, source }, index): Fix => ({
      title: say(`fix.${kind}`, { newText: shorten(newText), source: sourceName(context.store, source) }),
      finding,
      plan: { type: "suggestion", index },
      preferred: index === 0 && finding.suggestions.length === 1 && kind === "restore-quote",
    }),
  );
  const cites = citable(finding).map((source, index): Fix => citeFix(finding, source, index, context));
  const room = Math.max(cites.length > 0 ? 1 : 0, MOST_FIXES - suggested.length);
  return [...suggested.slice(0, MOST_FIXES - Math.min(room, cites.length)), ...cites.slice(0, room)].slice(
    0,
    MOST_FIXES,
  );
}

/** Sources that may be cited for a finding, the best first: those that support it, where it lacks a citation that does. */
function citable({ kind, citation, evidence }: Finding): string[] {
  if (kind === "citation" || (citation !== "uncited" && citation !== "miscited" && citation !== "undefined")) return [];
  return [...new Set(evidence.filter((one) => one.relation === "supports").map(({ source }) => source))];
}

function citeFix(finding: Finding, source: string, index: number, context: LanguageContext): Fix {
  const mark = { pandoc: `[@${source}]`, footnote: `[^${source}]`, link: `(${sourceName(context.store, source)})` };
  return {
    title: say("fix.cite", { source: sourceName(context.store, source), mark: mark[context.settings.citationStyle] }),
    finding,
    plan: { type: "cite", source },
    preferred: index === 0 && finding.suggestions.length === 0,
  };
}

function shorten(words: string): string {
  const flat = words.replace(/\s+/g, " ").trim();
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
