import type { CorpusStore } from "../store/types.ts";
import { contains, type Mention } from "../text/span.ts";
import { keptOfStore } from "./recent.ts";
import type { CitationDefinition, CitationMark, PreparedDraft } from "./types.ts";

/** A key of a citation with the sources that it comes to. */
export interface ResolvedKey {
  readonly key: Mention;
  readonly mark: CitationMark;
  /** Ids of sources in the corpus; several where a footnote names several. */
  readonly sources: readonly string[];
  /**
   * "source": it names what the corpus has; "note": a footnote or a link that is no citation of a source;
   * "unknown": it names a source that the corpus lacks; "undefined-note": a footnote that the draft nowhere defines.
   */
  readonly state: "source" | "note" | "unknown" | "undefined-note";
}

/** Takes a draft and a store; gives every key of every citation, in order, with the sources that it names. */
export function resolveCitations(draft: PreparedDraft, store: CorpusStore): ResolvedKey[] {
  return draft.citations.flatMap((mark) => mark.keys.map((key) => resolveKey(draft, store, mark, key)));
}

/** Takes an address or the path of a file as a link gives it; gives the source that is kept from there, `null` where there is none. */
export function sourceAt(store: CorpusStore, target: string): string | null {
  const { addresses, paths } = placesOf(store);
  if (/^https?:/i.test(target)) return addresses.get(normalizeAddress(target)) ?? null;
  const parts = decode(target)
    .split(/[/\\]/)
    .filter((part) => part !== "." && part !== ".." && part !== "");
  for (let from = 0; from < parts.length; from++) {
    const found = paths.get(parts.slice(from).join("/"));
    if (found !== undefined) return found;
  }
  return null;
}

/** Takes a draft and a store; gives the definitions that describe a source (what they hold is a reference, not prose to check). */
export function referenceDefinitions(draft: PreparedDraft, store: CorpusStore): CitationDefinition[] {
  return draft.definitions.filter(
    (definition) =>
      store.source(definition.key.text) !== null ||
      draft.citations.some(
        (mark) =>
          mark.style === "link" &&
          contains(definition, mark) &&
          mark.keys.some(({ text }) => sourceAt(store, text) !== null),
      ),
  );
}

function resolveKey(draft: PreparedDraft, store: CorpusStore, mark: CitationMark, key: Mention): ResolvedKey {
  if (mark.style === "footnote") return { key, mark, ...footnote(draft, store, key.text) };
  if (mark.style === "link") {
    const found = sourceAt(store, key.text);
    return { key, mark, sources: found === null ? [] : [found], state: found === null ? "note" : "source" };
  }
  if (store.source(key.text) !== null) return { key, mark, sources: [key.text], state: "source" };
  return { key, mark, sources: [], state: mark.loose || mark.text.startsWith("@") ? "note" : "unknown" };
}

function footnote(draft: PreparedDraft, store: CorpusStore, id: string): Pick<ResolvedKey, "sources" | "state"> {
  const definition = draft.definitions.find(({ key }) => key.text === id);
  const known = store.source(id) !== null;
  if (definition === undefined) return { sources: known ? [id] : [], state: "undefined-note" };
  const named = known ? [id] : sourcesIn(draft, store, definition);
  return { sources: named, state: named.length > 0 ? "source" : "note" };
}

/** Sources that a definition cites itself: "[^1]: See [@voa]." */
function sourcesIn(draft: PreparedDraft, store: CorpusStore, definition: CitationDefinition): string[] {
  const keys = draft.citations
    .filter((mark) => mark.style !== "footnote" && contains(definition, mark))
    .flatMap((mark) => mark.keys.map(({ text }) => (mark.style === "link" ? sourceAt(store, text) : text)));
  return [...new Set(keys.filter((id) => id !== null && store.source(id) !== null))] as string[];
}

interface Places {
  readonly addresses: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
}

/** Addresses and paths of a store's sources. */
const placesOf = keptOfStore((store): Places => {
  const addresses = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { meta } of store.sources()) {
    if (meta.url !== null) addresses.set(normalizeAddress(meta.url), meta.id);
    paths.set(meta.path, meta.id);
  }
  return { addresses, paths };
});

/** An address without what does not tell pages apart: the protocol, "www.", a fragment, tracking, a last slash. */
function normalizeAddress(address: string): string {
  const [path = "", query = ""] =
    address
      .replace(/^https?:\/\/(?:www\.)?/i, "")
      .split("#")[0]
      ?.split("?") ?? [];
  const kept = query.split("&").filter((part) => part !== "" && !/^(?:utm_|fbclid|gclid|ref=|smid=|cmp=)/i.test(part));
  const host = path.split("/")[0] ?? "";
  const rest = decode(path.slice(host.length)).replace(/\/$/, "");
  return host.toLowerCase() + rest + (kept.length > 0 ? `?${kept.join("&")}` : "");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
