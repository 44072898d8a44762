import { PAGES, withoutRepeats, wordsOfParagraphs } from "../../corpus/repeats.ts";
import type { Article } from "../../corpus/types.ts";
import { paragraphKey } from "../../store/keys.ts";
import { placeFigures, placeQuotations } from "../../store/passages.ts";
import { packBlocks, unpackGiven } from "./blocks.ts";
import { packFigure, packQuotations, unpackFigure, unpackMeta, unpackQuotations } from "./codec.ts";
import { groupOf } from "./copies.ts";
import type { Meetings } from "./meetings.ts";
import { numberOf, type Sql, textOf } from "./sql.ts";

/**
 * Takes the articles whose origin may be another one, and the keys of paragraphs that went with their articles; sets aside what is repeated now over the
 * pages of an outlet, and takes back what no longer is. What comes out is a matter of the articles that there are, and not of the order in which they came.
 */
export function settleRepeats(sql: Sql, meetings: Meetings, moved: ReadonlySet<number>, gone: Iterable<number>): void {
  const again = new Set(gone);
  const fresh = new Set(meetings.fresh);
  for (const no of moved) if (!fresh.has(no)) for (const key of meetings.of(no).paragraphs) again.add(key);
  const touched = new Set(again);
  for (const key of freshKeys(meetings)) touched.add(key);
  const changed = new Set<number>();
  for (const key of [...touched].sort((a, b) => a - b)) {
    const pages = meetings.under(key);
    if (pages.length < PAGES && !again.has(key)) continue;
    const all = recount(sql, key, pages);
    for (const no of pages) if (all || fresh.has(no)) changed.add(no);
  }
  for (const no of changed) mark(sql, no);
}

/** The keys of the paragraphs of fresh articles; where all are fresh, of those alone that enough of them have. */
function freshKeys(meetings: Meetings): Iterable<number> {
  const isParagraph = (key: number) => meetings.under(key).some((no) => meetings.of(no).paragraphs.includes(key));
  return (
    meetings.sharedBy(PAGES)?.filter(isParagraph) ?? meetings.fresh.flatMap((no) => [...meetings.of(no).paragraphs])
  );
}

/** Says whether the paragraph under a key has become a repeat, or is none any more. */
function recount(sql: Sql, key: number, pages: readonly number[]): boolean {
  const words = repeated(sql, key, pages);
  const before = sql.all("SELECT words FROM repeats WHERE key = ?", key).map((row) => textOf(row["words"]));
  if (before.length === (words === null ? 0 : 1) && (words === null || before[0] === words)) return false;
  sql.run("DELETE FROM repeats WHERE key = ?", key);
  if (words !== null) sql.run("INSERT INTO repeats VALUES (?, ?)", key, words);
  return true;
}

/** The outlet's paragraph that stands on pages of enough origins; `null` where none does. Texts are read only where there are enough. */
function repeated(sql: Sql, key: number, pages: readonly number[]): string | null {
  const origins = pages.map((no) => groupOf(sql, no));
  if (new Set(origins).size < PAGES) return null;
  const counts = new Map<string, Set<number>>();
  for (const [i, no] of pages.entries()) {
    for (const words of paragraphsUnder(givenArticle(sql, no), key)) {
      const on = counts.get(words) ?? new Set();
      counts.set(words, on.add(origins[i] as number));
      if (on.size >= PAGES) return words;
    }
  }
  return null;
}

function paragraphsUnder(article: Article, key: number): string[] {
  const { outlet } = article.meta;
  if (outlet === null) return [];
  return [...wordsOfParagraphs(article)]
    .filter((words) => paragraphKey(outlet, words) === key)
    .map((words) => named(outlet, words));
}

/** One outlet's paragraph is another thing than the same words in another one. */
function named(outlet: string, words: string): string {
  return `${outlet}\n${words}`;
}

/** Writes an article's rows anew where other paragraphs of it are repeats than were. */
function mark(sql: Sql, no: number): void {
  const given = givenArticle(sql, no);
  const { outlet } = given.meta;
  const isRepeat = (words: string) => outlet !== null && isKept(sql, paragraphKey(outlet, words), named(outlet, words));
  const marked = withoutRepeats(given, isRepeat);
  const blocks = packBlocks(marked.blocks, given.blocks);
  if (blocks === textOf(sql.get("SELECT blocks FROM texts WHERE doc = ?", no)?.["blocks"])) return;
  const rows = givenRows(sql, no);
  sql.run("UPDATE texts SET blocks = ? WHERE doc = ?", blocks, no);
  sql.run("DELETE FROM aside WHERE doc = ?", no);
  if (marked !== given) sql.run("INSERT INTO aside VALUES (?, ?, ?)", no, JSON.stringify(rows.figures), rows.quotes);
  keep(sql, no, given.meta.id, marked === given ? rows : placed(marked, rows));
}

function isKept(sql: Sql, key: number, words: string): boolean {
  return sql.get("SELECT 1 AS one FROM repeats WHERE key = ? AND words = ?", key, words) !== undefined;
}

function givenArticle(sql: Sql, no: number): Article {
  const row = sql.get(
    "SELECT t.text, t.blocks, t.verbatim, d.id, d.meta, d.hash FROM texts t JOIN docs d ON d.no = t.doc WHERE t.doc = ?",
    no,
  );
  return {
    meta: unpackMeta(textOf(row?.["meta"]), textOf(row?.["id"])),
    text: textOf(row?.["text"]),
    blocks: unpackGiven(textOf(row?.["blocks"])),
    hash: textOf(row?.["hash"]),
    verbatim: numberOf(row?.["verbatim"]) === 1,
  };
}

/** What was read of an article: figures by unit, and quotations, packed. */
interface Rows {
  readonly figures: readonly (readonly [unit: number, data: string])[];
  readonly quotes: string;
}

/** As first read: those kept aside, or those in use where nothing was set aside. */
function givenRows(sql: Sql, no: number): Rows {
  const aside = sql.get("SELECT figures, quotes FROM aside WHERE doc = ?", no);
  if (aside !== undefined)
    return { figures: JSON.parse(textOf(aside["figures"])) as Rows["figures"], quotes: textOf(aside["quotes"]) };
  const figures = sql
    .all(`SELECT unit, data FROM figures WHERE ${OF_ARTICLE} ORDER BY unit`, no, no)
    .map((row) => [numberOf(row["unit"]), textOf(row["data"])] as const);
  return { figures, quotes: textOf(sql.get("SELECT data FROM quotes WHERE doc = ?", no)?.["data"]) || "[]" };
}

const OF_ARTICLE = "unit >= ? AND unit < (SELECT no + units FROM docs WHERE no = ?)";

/** What is left when some paragraphs are furniture, with the places that it has then. */
function placed(article: Article, rows: Rows): Rows {
  const { id } = article.meta;
  const units = new Map(rows.figures.map(([unit, data]) => [unpackFigure(data, id).figure, unit]));
  const quotes = unpackQuotations(rows.quotes, id).map(({ quote }) => quote);
  const extraction = { figures: [...units.keys()], quotes };
  const figures = placeFigures(article, extraction).map(
    (stored) => [units.get(stored.figure) as number, packFigure(stored)] as const,
  );
  return { figures, quotes: packQuotations(placeQuotations(article, extraction)) };
}

function keep(sql: Sql, no: number, id: string, { figures, quotes }: Rows): void {
  const count = (JSON.parse(quotes) as readonly unknown[]).length;
  sql.run(`DELETE FROM figures WHERE ${OF_ARTICLE}`, no, no);
  for (const [unit, data] of figures) sql.run("INSERT INTO figures VALUES (?, ?, ?, ?)", unit, no, id, data);
  sql.run("DELETE FROM quotes WHERE doc = ?", no);
  if (count > 0) sql.run("INSERT INTO quotes VALUES (?, ?)", no, quotes);
  sql.run("UPDATE docs SET figures = ?, quotes = ? WHERE no = ?", figures.length, count, no);
}
