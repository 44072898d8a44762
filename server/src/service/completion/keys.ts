import Fuse from "fuse.js";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { defineNote } from "../../draft/edits.ts";
import { defineSource, FORMS } from "../../draft/forms.ts";
import type { DraftFormat } from "../../draft/index.ts";
import { linkTo } from "../../draft/reference.ts";
import type { StoredSource } from "../../store/types.ts";
import { type Finding, resolveCitations } from "../../verify/index.ts";
import { referenceTo } from "../actions.ts";
import { rangeOf } from "../language.ts";
import { dateWords, say } from "../words.ts";
import type { CompletionPlace } from "./index.ts";

/** What is written for a source at the cursor. */
type Form = "id" | "footnote" | "address" | "link";

/** How a citation begins, by format; the last group of each pattern is what has been typed of the source. */
const OPENINGS: Readonly<Record<DraftFormat, readonly (readonly [RegExp, Form])[]>> = {
  markdown: [
    [/\[[^\][\n]{0,300}@\{?([\p{L}\p{N}_:.#$%&+?<>~/-]{0,80})$/u, "id"],
    [/(?:^|[\s(*_])@([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/\[\^([^\][\s^]{0,80})$/u, "footnote"],
    [/\]\(([^()\s]{0,200})$/u, "address"],
    [/\(\[([^\][()\n]{0,80})$/u, "link"],
  ],
  plain: [
    [/\[[^\][\n]{0,300}@\{?([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/\[\^([^\][\s^]{0,80})$/u, "footnote"],
  ],
  rst: [
    [/:[a-z:]{0,20}cite[a-z:]{0,20}:`(?:[^`\n]{0,200},\s?)?([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/(?:^|[\s(])\[([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
  ],
  asciidoc: [
    [/<<([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/cite[a-z]{0,10}:\[(?:[^\][\n]{0,200},\s?)?([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/footnote:([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
  ],
  latex: [
    [
      /\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\][\n]{0,80}\]){0,2}\{(?:[^{}\n]{0,300},\s?)?([^{},\s]{0,80})$/u,
      "id",
    ],
  ],
  html: [
    [/<cite>(?:[^<>\n]{0,200};\s?)?([\p{L}\p{N}_:.-]{0,80})$/u, "id"],
    [/<a\s[^<>\n]{0,200}href="([^"<>\s]{0,200})$/u, "address"],
  ],
};

/** Most sources that are searched by likeness, and most that are offered. */
const SEARCHED = 1000;
const OFFERED = 40;

/** Takes the place; gives the sources that may be cited there, the likeliest first; `null` where no citation begins there. */
export function keyItems(place: CompletionPlace): CompletionItem[] | null {
  const { checked, offset } = place;
  const { text, format } = checked.draft;
  const line = text.slice(Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - 600), offset);
  for (const [pattern, form] of OPENINGS[format]) {
    const typed = pattern.exec(line)?.[1];
    if (typed === undefined) continue;
    const likely = likelySources(place);
    return found(typed, likely, place).map((source) => itemFor(source, form, typed, likely.get(source.meta.id), place));
  }
  return null;
}

/** Sources that the facts of the paragraph rest on, each with the words that it supports; those of the nearest sentence first. */
function likelySources({ checked, offset }: CompletionPlace): ReadonlyMap<string, string> {
  const near = checked.findings
    .filter((finding) => finding.kind !== "citation" && finding.start <= offset && offset - finding.end < 600)
    .reverse();
  const supported = near.filter(({ evidence }) => evidence.some(({ relation }) => relation === "supports"));
  const likely = new Map<string, string>();
  for (const finding of supported)
    for (const source of supporting(finding)) if (!likely.has(source)) likely.set(source, finding.text);
  return likely;
}

function supporting({ evidence }: Finding): string[] {
  return evidence.filter(({ relation }) => relation === "supports").map(({ source }) => source);
}

function found(
  typed: string,
  likely: ReadonlyMap<string, string>,
  { checked, context }: CompletionPlace,
): StoredSource[] {
  const { store } = context;
  const sources = store.sources();
  const order = [...likely.keys()];
  if (typed === "") {
    const cited = new Set(resolveCitations(checked.draft, store).flatMap((key) => key.sources));
    const rank = ({ meta }: StoredSource) =>
      order.includes(meta.id) ? order.indexOf(meta.id) : cited.has(meta.id) ? 1e3 : 1e4;
    return [...sources].sort((a, b) => rank(a) - rank(b) || newest(a, b)).slice(0, OFFERED);
  }
  const fuse = new Fuse(shortlist(typed, sources), {
    keys: [
      { name: "meta.id", weight: 3 },
      { name: "meta.outlet", weight: 2 },
      { name: "meta.title", weight: 1 },
      { name: "meta.authors", weight: 1 },
    ],
    threshold: 0.45,
    ignoreLocation: true,
    includeScore: true,
  });
  return fuse
    .search(typed, { limit: OFFERED })
    .map(({ item, score = 1 }) => ({ item, score: order.includes(item.meta.id) ? score / 2 : score }))
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item);
}

function newest(a: StoredSource, b: StoredSource): number {
  return (b.meta.published ?? "").localeCompare(a.meta.published ?? "") || a.meta.id.localeCompare(b.meta.id);
}

/** A likeness search goes over a thousand sources at most: those that hold what was typed as it is, then those that hold its beginning. */
function shortlist(typed: string, sources: readonly StoredSource[]): readonly StoredSource[] {
  if (sources.length <= SEARCHED) return sources;
  const wanted = typed.toLowerCase();
  const start = wanted.slice(0, 2);
  const hits: StoredSource[] = [];
  const near: StoredSource[] = [];
  for (const source of sources) {
    const words = [source.meta.id, source.meta.outlet, source.meta.title, ...source.meta.authors]
      .join(" ")
      .toLowerCase();
    if (words.includes(wanted)) hits.push(source);
    else if (near.length < SEARCHED && words.includes(start)) near.push(source);
  }
  return [...hits, ...near].slice(0, SEARCHED);
}

function itemFor(
  { meta }: StoredSource,
  form: Form,
  typed: string,
  supports: string | undefined,
  { checked, context, offset }: CompletionPlace,
): CompletionItem {
  const reference = referenceTo(meta.id, context);
  const newText =
    reference === null || form === "id" || form === "footnote"
      ? meta.id
      : form === "address"
        ? reference.href
        : linkTo(reference).slice(1);
  const definitions = reference === null ? [] : definitionsFor(reference, form, checked);
  const fact = supports === undefined ? [] : [say("complete.supports", { fact: supports })];
  return {
    label: meta.id,
    kind: CompletionItemKind.Reference,
    detail: [meta.outlet, dateWords(meta.published), ...fact].filter(Boolean).join(" · "),
    ...(meta.title === null ? {} : { documentation: meta.title }),
    filterText: typed,
    preselect: supports !== undefined,
    textEdit: { range: rangeOf(checked.lines, { start: offset - typed.length, end: offset }), newText },
    ...(definitions.length === 0
      ? {}
      : {
          additionalTextEdits: definitions.map((edit) => ({
            range: rangeOf(checked.lines, edit),
            newText: edit.newText,
          })),
        }),
  };
}

/** A footnote, and a citation of a format that wants it, is defined at the end of the draft. */
function definitionsFor(
  reference: NonNullable<ReturnType<typeof referenceTo>>,
  form: Form,
  { draft }: CompletionPlace["checked"],
) {
  const own = FORMS[draft.format];
  if (own !== undefined)
    return draft.format === "rst" && form === "id" ? defineSource(draft, reference, "pandoc", own) : [];
  return form === "footnote" ? defineNote(draft, reference) : [];
}
