import type { SQLOutputValue } from "node:sqlite";
import type { Article } from "../../corpus/types.ts";
import type { Figure } from "../../extract/types.ts";
import { hashText } from "../../store/hash.ts";
import { measureKeys, valueQuery } from "../../store/keys.ts";
import { type Ranking, rank, rankingByMeasure, rankingByValue, SCAN_UP_TO } from "../../store/rank.ts";
import type { LookupLimits, StoredFigure, StoredQuotation, StoredSource } from "../../store/types.ts";
import type { Ballot } from "./ballot.ts";
import { unpackBlocks, unpackPlaces } from "./blocks.ts";
import { unpackFigure, unpackMeta, unpackQuotations } from "./codec.ts";
import { Lookup } from "./lookup.ts";
import { Lru } from "./lru.ts";
import { DamagedRow } from "./schema.ts";
import { ALWAYS, FURTHER, type Shortlist, shortlistOf } from "./shortlist.ts";
import { numberOf, type Row, type Sql, textOf, type Values } from "./sql.ts";

/** Entries of posting lists that may name candidates for one figure. */
const MOST_ENTRIES = 300;
/** So few units a small corpus has at most. */
const SMALL = 70_000;
/** What is kept at hand of a small corpus (all of it) and of a larger one: rows of articles, articles by characters, figures, and figures by article. */
const ALL = { docs: 2 * SMALL, articles: 32_000_000, figures: 2 * SMALL, ofSources: 2 * SMALL };
const SOME = { docs: 4000, articles: 3_000_000, figures: 15_000, ofSources: 1500 };

/** An article's row without its words. `no` is its first unit; readable blocks come first, figures after them. */
export interface Doc {
  readonly no: number;
  readonly units: number;
  readonly blocks: number;
  readonly id: string;
}

/** An article, and for each of its block units the index among its readable blocks. */
export interface PlacedArticle {
  readonly article: Article;
  readonly places: readonly (number | null)[];
}

/** Reads rows, keeping at hand what was read last. Every call must stand in a reading, after `begin`. */
export class Reading {
  readonly lookup: Lookup;
  private readonly sql: Sql;
  /** What was read rests on this revision of the file. */
  revision = -1;
  private readonly docs = new Lru<number | string, Doc | null>(SOME.docs);
  private readonly stored = new Lru<string, StoredSource | null>(2000);
  private readonly articles = new Lru<number, PlacedArticle>(SOME.articles);
  private readonly figures = new Lru<number, StoredFigure>(SOME.figures);
  private readonly ofSources = new Lru<string, readonly StoredFigure[]>(SOME.ofSources);
  private whole: readonly StoredFigure[] | null = null;
  private all: WeakRef<readonly StoredSource[]> | null = null;
  private counts: { readonly sources: number; readonly figures: number } | null = null;

  constructor(sql: Sql) {
    this.sql = sql;
    this.lookup = new Lookup(sql);
  }

  /** Forgets what was kept at hand when the file has changed, by whomever. */
  begin(): void {
    const revision = this.info("revision");
    if (revision === this.revision) return;
    this.revision = revision;
    for (const kept of [this.docs, this.stored, this.articles, this.figures, this.ofSources]) kept.clear();
    const most = this.info("next") <= SMALL ? ALL : SOME;
    this.docs.resize(most.docs);
    this.articles.resize(most.articles);
    this.figures.resize(most.figures);
    this.ofSources.resize(most.ofSources);
    this.whole = null;
    this.all = null;
    this.counts = null;
    this.lookup.refresh();
  }

  size(): number {
    return this.counted().sources;
  }

  sources(): readonly StoredSource[] {
    const known = this.all?.deref();
    if (known !== undefined) return known;
    const made = this.sql.all(`${SOURCE} ORDER BY d.id`).map(sourceOf);
    this.all = new WeakRef(made);
    return made;
  }

  source(id: string): StoredSource | null {
    const known = this.stored.get(id);
    if (known !== undefined) return known;
    const row = this.sql.get(`${SOURCE} WHERE d.id = ?`, id);
    const made = row === undefined ? null : sourceOf(row);
    this.stored.set(id, made);
    return made;
  }

  article(id: string): Article | null {
    const doc = this.doc(id);
    return doc === null ? null : this.articleOf(doc);
  }

  articleOf(doc: Doc): Article {
    return this.placed(doc).article;
  }

  /** An article, and where each of its block units stands among its readable blocks: nowhere where its outlet repeats it. */
  placed(doc: Doc): PlacedArticle {
    const known = this.articles.get(doc.no);
    if (known !== undefined) return known;
    const row = this.sql.get(
      "SELECT t.text, t.sum, t.blocks, t.verbatim, d.meta, d.hash FROM texts t JOIN docs d ON d.no = t.doc WHERE t.doc = ?",
      doc.no,
    );
    if (row === undefined) throw new DamagedRow(`the text of ${doc.id} is missing`);
    const made = { article: articleFrom(row, doc.id), places: decode(() => unpackPlaces(textOf(row["blocks"]))) };
    this.articles.set(doc.no, made, made.article.text.length + 500);
    return made;
  }

  doc(id: string): Doc | null {
    return this.docBy(id, "SELECT no, units, blocks, id FROM docs WHERE id = ?");
  }

  /** The article that a unit belongs to; `null` for a unit of one that is gone. */
  docOf(unit: number): Doc | null {
    const doc = this.docBy(unit, "SELECT no, units, blocks, id FROM docs WHERE no <= ? ORDER BY no DESC LIMIT 1");
    return doc !== null && unit < doc.no + doc.units ? doc : null;
  }

  figuresOf(id: string): readonly StoredFigure[] {
    const known = this.ofSources.get(id);
    if (known !== undefined) return known;
    const doc = this.doc(id);
    if (doc === null) return [];
    const made = this.sql
      .all(
        "SELECT unit, data, source FROM figures WHERE unit >= ? AND unit < ? ORDER BY unit",
        doc.no,
        doc.no + doc.units,
      )
      .map(({ unit, data, source }) => {
        const at = numberOf(unit);
        // The same one as long as it is at hand.
        return this.figures.get(at) ?? this.keep(at, figureFrom(data, source));
      });
    this.ofSources.set(id, made, made.length + 1);
    return made;
  }

  quotesOf(id: string): readonly StoredQuotation[] {
    const doc = this.doc(id);
    const row = doc === null ? undefined : this.sql.get("SELECT data FROM quotes WHERE doc = ?", doc.no);
    return row === undefined ? [] : decode(() => unpackQuotations(textOf(row["data"]), id));
  }

  byValue(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    const ranking = rankingByValue(figure, limits);
    const few = this.few(limits);
    if (few !== null) return rank(ranking, few);
    const query = valueQuery(figure);
    const list = shortlistOf("value", limits.limit, this.size());
    if (query !== null) return this.ranked(ranking, list, [query.exact, query.near, query.bare]);
    const { withAnchors, withTerms } = measureKeys(figure);
    return this.ranked(ranking, list, [withAnchors, withTerms]);
  }

  byMeasure(figure: Figure, limits: LookupLimits): readonly StoredFigure[] {
    const ranking = rankingByMeasure(figure, limits);
    const few = this.few(limits);
    if (few !== null) return rank(ranking, few);
    const { bare, withAnchors, withTerms } = measureKeys(figure);
    const list = shortlistOf("measure", limits.limit, this.size());
    return this.ranked(ranking, list, [withAnchors, withTerms, bare]);
  }

  /** Keys come in groups, the surest first; each next one is asked only where those before left room. */
  private ranked(ranking: Ranking, list: Shortlist, groups: readonly (readonly number[])[]): readonly StoredFigure[] {
    const seen = new Set<number>();
    for (const [i, keys] of groups.entries()) {
      if (keys.length === 0 || (i > 0 && ranking.size >= Math.min(list.tied, ALWAYS))) continue;
      const ballot = this.lookup.vote(keys, MOST_ENTRIES);
      this.load(ranking, seen, ballot, i === 0 ? list : FURTHER);
    }
    return ranking.best();
  }

  /** Ranks those with most votes that were not there yet. */
  private load(ranking: Ranking, seen: Set<number>, ballot: Ballot, { most, tied, share }: Shortlist): void {
    let added = 0;
    let [least, last] = [0, 0];
    for (let place = 0; place < ballot.length; place++) {
      const votes = ballot.votesAt(place);
      if (added >= most && (added >= tied || votes < last)) break;
      if (added >= ALWAYS && votes < least) break;
      const unit = ballot.unitAt(place);
      if (seen.has(unit)) continue;
      if (least === 0) least = votes * share;
      const figure = this.figure(unit);
      if (figure === null) continue;
      seen.add(unit);
      ranking.add(figure);
      last = votes;
      added++;
    }
  }

  private figure(unit: number): StoredFigure | null {
    const known = this.figures.get(unit);
    if (known !== undefined) return known;
    const row = this.sql.values("SELECT data, source FROM figures WHERE unit = ?", unit);
    return row === undefined ? null : this.keep(unit, figureFrom(row[0], row[1]));
  }

  private keep(unit: number, figure: StoredFigure): StoredFigure {
    this.figures.set(unit, figure);
    return figure;
  }

  /** All figures that may be asked about, where they are few enough to read them all. */
  private few(limits: LookupLimits): readonly StoredFigure[] | null {
    if (limits.sources !== undefined) return [...new Set(limits.sources)].flatMap((id) => this.figuresOf(id));
    if (this.counted().figures > SCAN_UP_TO) return null;
    this.whole ??= this.sql
      .all("SELECT data, source FROM figures ORDER BY unit")
      .map(({ data, source }) => figureFrom(data, source));
    return this.whole;
  }

  private info(name: string): number {
    return numberOf(this.sql.get("SELECT value FROM info WHERE name = ?", name)?.["value"]);
  }

  private counted(): { readonly sources: number; readonly figures: number } {
    if (this.counts === null) {
      const row = this.sql.get("SELECT count(*) AS sources FROM docs");
      const some = this.sql.all("SELECT 1 AS one FROM figures LIMIT ?", SCAN_UP_TO + 1);
      this.counts = { sources: numberOf(row?.["sources"]), figures: some.length };
    }
    return this.counts;
  }

  private docBy(key: number | string, query: string): Doc | null {
    const known = this.docs.get(key);
    if (known !== undefined) return known;
    const row = this.sql.values(query, key);
    const made = row === undefined ? null : docOf(row);
    this.docs.set(key, made);
    return made;
  }
}

const SOURCE =
  "SELECT d.id, d.hash, d.meta, d.figures, d.quotes, o.id AS origin FROM docs d LEFT JOIN docs o ON o.no = d.origin";

function sourceOf(row: Row): StoredSource {
  const id = textOf(row["id"]);
  return {
    meta: decode(() => unpackMeta(textOf(row["meta"]), id)),
    hash: textOf(row["hash"]),
    figures: numberOf(row["figures"]),
    quotes: numberOf(row["quotes"]),
    origin: textOf(row["origin"]) || id,
  };
}

function figureFrom(data: SQLOutputValue | undefined, source: SQLOutputValue | undefined): StoredFigure {
  return decode(() => unpackFigure(textOf(data), textOf(source)));
}

function docOf([no, units, blocks, id]: Values): Doc {
  return { no: numberOf(no), units: numberOf(units), blocks: numberOf(blocks), id: textOf(id) };
}

function articleFrom(row: Row, id: string): Article {
  const text = textOf(row["text"]);
  if (hashText(text) !== numberOf(row["sum"])) throw new DamagedRow(`the text of ${id} is not what was kept`);
  return {
    meta: decode(() => unpackMeta(textOf(row["meta"]), id)),
    text,
    blocks: decode(() => unpackBlocks(textOf(row["blocks"]))),
    hash: textOf(row["hash"]),
    verbatim: numberOf(row["verbatim"]) === 1,
  };
}

/** Whatever goes wrong in reading a row as a row is damage to it. */
function decode<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new DamagedRow("a row does not read as one", { cause: error });
  }
}
