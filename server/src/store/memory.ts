import { groupCopies, type Signature, signatureOf } from "../corpus/copies.ts";
import { markRepeats, PAGES } from "../corpus/repeats.ts";
import type { Article } from "../corpus/types.ts";
import type { Extraction, Figure } from "../extract/types.ts";
import { measureKeys, valueKeys, valueQuery } from "./keys.ts";
import { passageIn, placeFigures, placeQuotations } from "./passages.ts";
import { rank, rankingByMeasure, rankingByValue, SCAN_UP_TO } from "./rank.ts";
import { blocksWith, keysOfBlocks, mostVotes, stretchesOf, wordQuery } from "./stretches.ts";
import type {
  CorpusStore,
  LookupLimits,
  Passage,
  PassageCandidate,
  StoredFigure,
  StoredQuotation,
  StoredSource,
} from "./types.ts";

/** An article as it was put in, and as it stands beside the others: what its outlet repeats set aside. */
interface Entry {
  readonly given: Article;
  readonly extraction: Extraction;
  readonly placed: Placed;
  marked: Placed;
  signature?: Signature;
}

interface Placed {
  readonly article: Article;
  readonly figures: readonly StoredFigure[];
  readonly quotes: readonly StoredQuotation[];
}

/** What is worked out at the first look-up after a change; each part only when it is needed. */
interface Lookups {
  readonly figures: readonly StoredFigure[];
  byValue?: Map<number, StoredFigure[]>;
  byMeasure?: Map<number, StoredFigure[]>;
  byWords?: Map<number, BlockAddress[]>;
}

interface BlockAddress {
  readonly source: string;
  /** Index among the readable blocks of the article. */
  readonly at: number;
}

/** Gives an empty store that keeps everything in memory. Cheap to make; keys are worked out at the first look-up that needs them. */
export function createMemoryStore(): CorpusStore {
  return new MemoryStore();
}

class MemoryStore implements CorpusStore {
  revision = 0;
  private readonly entries = new Map<string, Entry>();
  private lookups: Lookups | null = null;
  private origins: ReadonlyMap<string, string> | null = null;
  private isMarked = true;

  put(article: Article, extraction: Extraction): void {
    const placed = placedIn(article, extraction);
    this.entries.set(article.meta.id, { given: article, extraction, placed, marked: placed });
    this.changed();
  }

  remove(id: string): void {
    if (this.entries.delete(id)) this.changed();
  }

  get size(): number {
    return this.entries.size;
  }

  sources(): readonly StoredSource[] {
    return [...this.entries.keys()].sort().flatMap((id) => this.source(id) ?? []);
  }

  source(id: string): StoredSource | null {
    const entry = this.entry(id);
    if (entry === null) return null;
    const { article, figures, quotes } = entry;
    const originOf = () => this.originOf(id);
    return {
      meta: article.meta,
      hash: article.hash,
      figures: figures.length,
      quotes: quotes.length,
      get origin() {
        return originOf();
      },
    };
  }

  article(id: string): Article | null {
    return this.entry(id)?.article ?? null;
  }

  figuresOf(id: string): readonly StoredFigure[] {
    return this.entry(id)?.figures ?? [];
  }

  quotesOf(id: string): readonly StoredQuotation[] {
    return this.entry(id)?.quotes ?? [];
  }

  figuresLikeValue(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    return rank(
      rankingByValue(figure, limits),
      this.candidates(limits, () => this.withValue(figure)),
    );
  }

  figuresLikeMeasure(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    return rank(
      rankingByMeasure(figure, limits),
      this.candidates(limits, () => this.withMeasure(figure)),
    );
  }

  passagesLike(words: readonly string[], limits: LookupLimits): readonly PassageCandidate[] {
    const query = wordQuery(words);
    const only = limits.sources === undefined ? null : new Set(limits.sources);
    const votes = new Map<string, Map<number, number>>();
    const keys = query.word === null ? query.pairs : [query.word];
    for (const key of keys) {
      for (const { source, at } of this.byWords().get(key) ?? []) {
        if (only === null || only.has(source)) vote(votes, source, at);
      }
    }
    const found = [...votes].flatMap(([source, blocks]) => {
      const { article } = this.entry(source) as Placed;
      return query.word === null ? stretchesOf(article, blocks) : blocksWith(article, query.words);
    });
    return mostVotes(found, limits.limit);
  }

  passageAt(id: string, start: number, end: number): Passage | null {
    const entry = this.entry(id);
    return entry === null ? null : passageIn(entry.article, start, end);
  }

  /** Worked out when it is first asked for: checking a draft alone does not ask. */
  private originOf(id: string): string {
    this.origins ??= groupCopies(
      [...this.entries.keys()].sort().map((one) => {
        const entry = this.entries.get(one) as Entry;
        entry.signature ??= signatureOf(entry.given);
        return { id: one, published: entry.given.meta.published, signature: entry.signature };
      }),
    );
    return this.origins.get(id) ?? id;
  }

  private changed(): void {
    this.revision++;
    this.lookups = null;
    this.origins = null;
    this.isMarked = false;
  }

  private candidates(limits: LookupLimits, byKeys: () => Iterable<StoredFigure> | null): Iterable<StoredFigure> {
    if (limits.sources !== undefined) return [...new Set(limits.sources)].flatMap((id) => this.figuresOf(id));
    const { figures } = this.ready();
    return figures.length <= SCAN_UP_TO ? figures : (byKeys() ?? figures);
  }

  private withValue(figure: Figure): Iterable<StoredFigure> | null {
    const query = valueQuery(figure);
    const lookups = this.ready();
    lookups.byValue ??= fileUnder(lookups.figures, valueKeys);
    return query === null ? null : gather(lookups.byValue, [...query.exact, ...query.near, ...query.bare]);
  }

  private withMeasure(figure: Figure): Iterable<StoredFigure> {
    const lookups = this.ready();
    lookups.byMeasure ??= fileUnder(lookups.figures, allMeasureKeys);
    return gather(lookups.byMeasure, allMeasureKeys(figure));
  }

  private byWords(): Map<number, BlockAddress[]> {
    const lookups = this.ready();
    lookups.byWords ??= fileBlocks([...this.entries.values()].map(({ marked }) => marked.article));
    return lookups.byWords;
  }

  private entry(id: string): Placed | null {
    this.mark();
    return this.entries.get(id)?.marked ?? null;
  }

  /** What an outlet repeats is known when all are in: worked out at the first question after a change. */
  private mark(): void {
    if (this.isMarked) return;
    this.isMarked = true;
    for (const entry of this.entries.values()) entry.marked = entry.placed;
    for (const pages of this.outlets()) {
      const marked = markRepeats(
        pages.map(({ given }) => given),
        (id) => this.originOf(id),
      );
      pages.forEach((entry, at) => {
        const article = marked[at] as Article;
        if (article !== entry.given) entry.marked = placedIn(article, entry.extraction);
      });
    }
  }

  /** The pages of each outlet that has enough of them to repeat itself. */
  private outlets(): readonly (readonly Entry[])[] {
    const outlets = new Map<string, Entry[]>();
    for (const entry of this.entries.values()) {
      const { outlet } = entry.given.meta;
      if (outlet !== null) push(outlets, outlet, entry);
    }
    return [...outlets.values()].filter(({ length }) => length >= PAGES);
  }

  private ready(): Lookups {
    // By id, so that what is weighed does not depend on the order in which articles came.
    this.lookups ??= { figures: [...this.entries.keys()].sort().flatMap((id) => this.figuresOf(id)) };
    return this.lookups;
  }
}

function placedIn(article: Article, extraction: Extraction): Placed {
  return { article, figures: placeFigures(article, extraction), quotes: placeQuotations(article, extraction) };
}

function allMeasureKeys(figure: Figure): number[] {
  const { bare, withTerms } = measureKeys(figure);
  return [...bare, ...withTerms];
}

function fileUnder(
  figures: readonly StoredFigure[],
  keysOf: (figure: Figure) => number[],
): Map<number, StoredFigure[]> {
  const filed = new Map<number, StoredFigure[]>();
  for (const stored of figures) for (const key of new Set(keysOf(stored.figure))) push(filed, key, stored);
  return filed;
}

function fileBlocks(articles: Iterable<Article>): Map<number, BlockAddress[]> {
  const filed = new Map<number, BlockAddress[]>();
  for (const article of articles) {
    keysOfBlocks(article).forEach(({ pairs, words }, at) => {
      const address = { source: article.meta.id, at };
      for (const key of pairs) push(filed, key, address);
      for (const key of words) push(filed, key, address);
    });
  }
  return filed;
}

/** So many candidates are weighed for a look-up; a list that would go beyond is read only as far as that. */
const MOST_WEIGHED = 800;

/** What the keys lead to, the shortest lists first: the rarer a key, the likelier what stands under it is meant. */
function gather(filed: ReadonlyMap<number, readonly StoredFigure[]>, keys: readonly number[]): Set<StoredFigure> {
  const lists = keys.flatMap((key) => {
    const list = filed.get(key);
    return list === undefined ? [] : [list];
  });
  const found = new Set<StoredFigure>();
  for (const list of lists.sort((a, b) => a.length - b.length)) {
    for (const stored of list) {
      if (found.size >= MOST_WEIGHED) return found;
      found.add(stored);
    }
  }
  return found;
}

function vote(votes: Map<string, Map<number, number>>, source: string, at: number): void {
  const blocks = votes.get(source) ?? new Map<number, number>();
  blocks.set(at, (blocks.get(at) ?? 0) + 1);
  votes.set(source, blocks);
}

function push<K, T>(filed: Map<K, T[]>, key: K, value: T): void {
  const list = filed.get(key);
  if (list === undefined) filed.set(key, [value]);
  else list.push(value);
}
