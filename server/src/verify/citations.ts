import type { CorpusStore } from "../store/types.ts";
import type { Mention } from "../text/span.ts";
import { closestTo } from "./closest.ts";
import type { ResolvedKey } from "./resolve.ts";
import type { CitationMark, CitationStatus, Finding, Message, PreparedDraft } from "./types.ts";

/** Takes a draft, its resolved citations and the store; gives a finding for each key that names nothing and each footnote that nothing refers to. */
export function citationFindings(draft: PreparedDraft, keys: readonly ResolvedKey[], store: CorpusStore): Finding[] {
  const used = new Set(
    draft.citations.flatMap((mark) => (mark.style === "footnote" ? mark.keys : [])).map(({ text }) => text),
  );
  const named = new Set(draft.citations.flatMap(({ keys: all }) => all.map(({ text }) => text)));
  const unused = draft.definitions
    .filter(({ key, text }) => !(text.startsWith("[^") ? used : named).has(key.text))
    .map(({ key }) => citationFinding(key, "unused", { key: "citation.unused", args: { id: key.text } }));
  return [...keys.flatMap((key) => undefinedFinding(key, store)), ...unused];
}

function undefinedFinding({ key, mark, state }: ResolvedKey, store: CorpusStore): Finding[] {
  if (state !== "unknown" && state !== "undefined-note") return [];
  const id = key.text;
  if (state === "undefined-note")
    return [
      citationFinding(key, "undefined", { key: "citation.undefined.note", args: { id, opening: openingOf(mark) } }),
    ];
  const near = closestTo(
    id,
    store.sources().map(({ meta }) => meta.id),
  );
  const message: Message =
    near === null
      ? { key: "citation.undefined", args: { id } }
      : { key: "citation.undefined.near", args: { id, near } };
  const finding = citationFinding(key, "undefined", message);
  if (near === null) return [finding];
  return [{ ...finding, suggestions: [{ kind: "use-id", span: key, newText: near, source: near }] }];
}

/** What the line that defines a footnote begins with, in the form that the draft has: reStructuredText closes its marks with "_". */
function openingOf({ text }: CitationMark): string {
  return text.endsWith("_") ? `.. ${text.slice(0, -1)}` : `${text}:`;
}

function citationFinding(key: Mention, verdict: CitationStatus, message: Message): Finding {
  return {
    kind: "citation",
    start: key.start,
    end: key.end,
    text: key.text,
    verdict,
    citation: verdict,
    message,
    evidence: [],
    suggestions: [],
    figure: null,
    quote: null,
  };
}
