import { bodyText, readText } from "../../server/src/corpus/index.ts";
import { extract } from "../../server/src/extract/index.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";

/** A draft with its sources, as one string: the draft, then each source under a line "== id | Outlet | 2019-04-25". */
export interface Fixture {
  readonly draft: string;
  readonly store: CorpusStore;
}

/** Takes a fixture string; gives the draft and a store that holds the sources. */
export function fixture(text: string): Fixture {
  const [draft = "", ...sources] = text.trim().split(/^== /m);
  return { draft: draft.trim(), store: storeOf(sources.map(sourceOf)) };
}

/** Takes sources; gives a store in memory that holds them. */
export function storeOf(sources: readonly SourceFixture[]): CorpusStore {
  const store = createMemoryStore();
  for (const source of sources) putSource(store, source);
  return store;
}

export interface SourceFixture {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly text: string;
}

function sourceOf(part: string): SourceFixture {
  const [head = "", ...lines] = part.split("\n");
  const [id = "", outlet = null, published = null] = head.split("|").map((field) => field.trim());
  return { id, outlet, published, text: lines.join("\n").trim() };
}

function putSource(store: CorpusStore, { id, outlet, published, text }: SourceFixture): void {
  const read = readText(`${id}.txt`, text).articles[0];
  if (!read) throw new Error(`the fixture's source ${id} could not be read`);
  const article = { ...read, meta: { ...read.meta, id, outlet: outlet ?? read.meta.outlet, published } };
  store.put(article, extract(bodyText(article), { published, outlet }));
}
