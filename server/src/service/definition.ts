import type { LocationLink } from "vscode-languageserver-types";
import type { Span } from "../text/span.ts";
import { type Evidence, type Finding, resolveCitations } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { findingAt, type LanguageContext, locate, offsetAt, rangeOf } from "./language.ts";
import type { ProtocolPosition } from "./protocol.ts";

/**
 * Takes a checked draft and a position; gives the passages that the figure or quotation there rests on, one of each source, the best first (where none
 * supports it, those that say otherwise), or, on a citation, where its source begins. Nothing where neither stands there.
 */
export function definitionAt(
  checked: CheckedDraft,
  position: ProtocolPosition,
  context: LanguageContext,
): LocationLink[] {
  const offset = offsetAt(checked, position);
  const finding = findingAt(checked, offset);
  if (finding !== null && finding.evidence.length > 0) {
    return restsOn(finding).flatMap((one) => {
      const passage = { start: one.start, end: one.end };
      return link(checked, finding, context, one.source, passage, one.focus ?? passage);
    });
  }
  const key = citedAt(checked, offset, context);
  return key === null ? [] : key.sources.flatMap((id) => link(checked, key.span, context, id, null, null));
}

/** What says otherwise beside what supports is for references and hovers: an editor may open any of several definitions first. */
function restsOn({ evidence }: Finding): Evidence[] {
  const alike = evidence.filter(({ relation }) => relation === evidence[0]?.relation);
  return alike.filter(({ source }, at) => alike.findIndex((other) => other.source === source) === at);
}

/** Takes a checked draft and an offset; gives the citation key there with its sources, `null` where none stands there. */
export function citedAt(
  { draft }: CheckedDraft,
  offset: number,
  { store }: Pick<LanguageContext, "store">,
): { readonly span: Span; readonly sources: readonly string[] } | null {
  const keys = resolveCitations(draft, store).filter(({ mark }) => mark.start <= offset && offset <= mark.end);
  const on =
    keys.find(({ key }) => key.start <= offset && offset <= key.end) ?? (keys.length === 1 ? keys[0] : undefined);
  if (on === undefined || on.sources.length === 0) return null;
  return { span: on.key, sources: on.sources };
}

function link(
  checked: CheckedDraft,
  origin: Span,
  context: LanguageContext,
  id: string,
  target: Span | null,
  selection: Span | null,
): LocationLink[] {
  const whole = locate(context, id, target);
  const selected = locate(context, id, selection);
  if (whole === null || selected === null) return [];
  const inside = contains(target, selection) ? selected.range : whole.range;
  return [
    {
      originSelectionRange: rangeOf(checked.lines, origin),
      targetUri: whole.uri,
      targetRange: whole.range,
      targetSelectionRange: inside,
    },
  ];
}

function contains(outer: Span | null, inner: Span | null): boolean {
  return outer === null || (inner !== null && outer.start <= inner.start && inner.end <= outer.end);
}
