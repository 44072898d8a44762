import type { CorpusStore, StoredFigure, StoredQuotation } from "../../store/types.ts";
import { onOneLine } from "../../text/lines.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { resolveCitations, sourceName, tellFigure } from "../../verify/index.ts";
import { type LanguageContext, locate } from "../language.ts";
import type { NamedDraft } from "../navigation/drafts.ts";
import type { SourceFactItem, SourceItem } from "../protocol.ts";
import { tell } from "../words.ts";

/** Takes the context of a corpus, the drafts of the folder and how to tell a source's file; gives its sources for a view, by name. */
export function sourceItems(
  context: LanguageContext,
  drafts: readonly NamedDraft[],
  fileOf: (path: string) => string,
): SourceItem[] {
  const { store, links } = context;
  const used = usesBySource(drafts, store);
  return store
    .sources()
    .map(({ meta, figures, quotes }): SourceItem => {
      const file = fileOf(meta.path);
      const { id, title, outlet, authors, published, url } = meta;
      const uri = links.uriOf(meta, /\.(?:md|markdown|txt|text)$/i.test(meta.path));
      const name = sourceName(store, id);
      return { id, name, title, outlet, authors, published, url, uri, file, figures, quotes, used: used.get(id) ?? 0 };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Takes a source's id, the context of its corpus and the drafts; gives its figures and quotations in order. */
export function sourceFacts(id: string, context: LanguageContext, drafts: readonly NamedDraft[]): SourceFactItem[] {
  const figures = context.store.figuresOf(id).map((one) => ({ span: one.figure as Span, item: figureItem(one) }));
  const quotes = context.store
    .quotesOf(id)
    .filter(({ quote }) => quote.speech)
    .map((one) => ({ span: one.quote as Span, item: quoteItem(one) }));
  const uses = spansUsed(id, drafts);
  return [...figures, ...quotes]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(({ span, item }) => {
      const location = locate(context, id, span);
      return location === null
        ? []
        : [{ ...item, ...location, used: uses.filter((use) => overlaps(use, span)).length }];
    });
}

function figureItem({ figure }: StoredFigure): Pick<SourceFactItem, "kind" | "text" | "claimant"> {
  return { kind: "figure", text: tell(tellFigure(figure)), claimant: figure.claimant?.text ?? null };
}

function quoteItem({ quote }: StoredQuotation): Pick<SourceFactItem, "kind" | "text" | "claimant"> {
  return { kind: "quote", text: onOneLine(quote.text), claimant: quote.speaker?.text ?? null };
}

/** How many facts of the drafts rest on each source or cite it. */
function usesBySource(drafts: readonly NamedDraft[], store: CorpusStore): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  const count = (id: string) => used.set(id, (used.get(id) ?? 0) + 1);
  for (const { checked } of drafts) {
    for (const { sources } of resolveCitations(checked.draft, store)) for (const id of sources) count(id);
    for (const { citation, evidence } of checked.findings)
      if (citation !== "cited")
        for (const id of new Set(evidence.filter((one) => one.relation === "supports").map(({ source }) => source)))
          count(id);
  }
  return used;
}

function spansUsed(id: string, drafts: readonly NamedDraft[]): Span[] {
  return drafts.flatMap(({ checked }) =>
    checked.findings.flatMap(({ evidence }) =>
      evidence.filter((one) => one.source === id && one.relation === "supports").map((one) => one.focus ?? one),
    ),
  );
}
