import type { Location } from "vscode-languageserver-types";
import type { CorpusStore } from "../../store/types.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { type Finding, resolveCitations } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { citedAt } from "../definition.ts";
import { findingAt, type LanguageContext, locate, offsetAt, rangeOf } from "../language.ts";
import type { ProtocolPosition } from "../protocol.ts";
import type { NamedDraft } from "./drafts.ts";

/**
 * Takes a checked draft, a position and all drafts of the folder; gives, on a figure or a quotation, the passages that it rests on and every
 * other place of the drafts that rests on them; on a citation, every citation of the same source.
 */
export function referencesAt(
  checked: CheckedDraft,
  position: ProtocolPosition,
  drafts: readonly NamedDraft[],
  context: LanguageContext,
): Location[] {
  const offset = offsetAt(checked, position);
  const finding = findingAt(checked, offset);
  if (finding !== null && finding.evidence.length > 0)
    return [...passages(finding, context), ...fellows(finding, drafts)];
  const cited = citedAt(checked, offset, context);
  return cited === null ? [] : cited.sources.flatMap((id) => citationsOf(id, drafts, context.store));
}

/**
 * Takes a source, a span of its text (a cursor has no length) and all drafts; gives the figures and quotations of drafts that rest on the
 * passage there; where none does, every citation of the source.
 */
export function usesOf(id: string, span: Span, drafts: readonly NamedDraft[], store: CorpusStore): Location[] {
  const found = drafts.flatMap(({ uri, checked }) =>
    checked.findings
      .filter(({ evidence }) => evidence.some((one) => one.source === id && touches(one, span)))
      .map((finding) => ({ uri, range: rangeOf(checked.lines, finding) })),
  );
  return found.length > 0 ? found : citationsOf(id, drafts, store);
}

/** Takes a source's id, drafts and the store; gives every citation of it. */
export function citationsOf(id: string, drafts: readonly NamedDraft[], store: CorpusStore): Location[] {
  return drafts.flatMap(({ uri, checked }) =>
    resolveCitations(checked.draft, store)
      .filter(({ sources }) => sources.includes(id))
      .map(({ key }) => ({ uri, range: rangeOf(checked.lines, key) })),
  );
}

function passages({ evidence }: Finding, context: LanguageContext): Location[] {
  return evidence.flatMap((one) => locate(context, one.source, { start: one.start, end: one.end }) ?? []);
}

/** Facts of the drafts that rest on a passage of the finding's, itself among them. */
function fellows(finding: Finding, drafts: readonly NamedDraft[]): Location[] {
  const supporting = finding.evidence.filter(({ relation }) => relation === "supports");
  return drafts.flatMap(({ uri, checked }) =>
    checked.findings
      .filter(({ evidence }) =>
        evidence.some((one) => supporting.some((other) => one.source === other.source && overlaps(one, other))),
      )
      .map((other) => ({ uri, range: rangeOf(checked.lines, other) })),
  );
}

function touches(passage: Span, span: Span): boolean {
  return passage.start <= span.end && span.start <= passage.end;
}
