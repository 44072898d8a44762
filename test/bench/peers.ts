/*
 * Other engines on the same articles and questions, each in a process of its own.
 * Arguments: the engine, the corpus folder, a file of questions. Prints one line of JSON.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Index } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { Question } from "./material.ts";
import { type Times, timeEach } from "./table.ts";

/** What a peer came to: milliseconds to build, times of both kinds of question, and how many had their source among the first ten. */
export interface PeerResult {
  readonly built: number;
  readonly rss: number;
  readonly figures: Times;
  readonly quotes: Times;
  readonly figureHits: number;
  readonly quoteHits: number;
}

type Search = (question: Question) => readonly string[];

const [engine = "", folder = "", file = ""] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(file, "utf8")) as readonly Question[];
const begun = performance.now();
const search = engines()[engine]?.();
if (search === undefined) throw new Error(`no engine ${engine}`);
const built = performance.now() - begun;
const figures = measure("figure", search);
const quotes = measure("quote", search);
const result: PeerResult = {
  built,
  rss: process.memoryUsage.rss(),
  figures: figures.times,
  quotes: quotes.times,
  figureHits: figures.hits,
  quoteHits: quotes.hits,
};
process.stdout.write(`${JSON.stringify(result)}\n`);

function measure(kind: Question["kind"], ask: Search): { readonly times: Times; readonly hits: number } {
  const all = questions.filter((question) => question.kind === kind);
  const count = most(readdirSync(folder).length);
  if (engine !== "grep" && engine !== "fuse") for (const question of all.slice(0, count)) ask(question);
  const own = all.slice(Math.ceil(all.length / 2)).slice(0, count);
  let hits = 0;
  const times = timeEach(own, (question) => {
    if (ask(question).slice(0, 10).includes(path.basename(question.source))) hits++;
  });
  return { times, hits };
}

/** Takes the number of articles; gives how many questions of each kind are asked: slow engines answer fewer. */
function most(size: number): number {
  if (engine === "fuse") return size < 10_000 ? 3 : 1;
  return engine === "grep" ? 20 : 60;
}

function engines(): Readonly<Record<string, () => Search>> {
  return { flexsearch, minisearch, fts5, fuse, grep };
}

function* articles(): Generator<{ readonly id: string; readonly text: string }> {
  for (const id of readdirSync(folder)) yield { id, text: readFileSync(path.join(folder, id), "utf8") };
}

function flexsearch(): Search {
  const index = new Index({ tokenize: "strict" });
  for (const { id, text } of articles()) index.add(id, text);
  return ({ terms }) => index.search(terms.join(" "), { limit: 10, suggest: true }) as string[];
}

function minisearch(): Search {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ["text"] });
  for (const article of articles()) index.add(article);
  return ({ terms }) =>
    index
      .search(terms.join(" "))
      .slice(0, 10)
      .map(({ id }) => String(id));
}

/** Words joined by OR and ranked, as a search box does; quotations by the longest phrase that stands. */
function fts5(): Search {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, text)");
  const add = db.prepare("INSERT INTO docs VALUES (?, ?)");
  db.exec("BEGIN");
  for (const { id, text } of articles()) add.run(id, text);
  db.exec("COMMIT");
  const find = db.prepare("SELECT id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT 10");
  const phrase = (words: readonly string[]) => `"${words.join(" ").replace(/"/g, "")}"`;
  return ({ kind, terms }) => {
    const query = kind === "quote" ? phrase(terms) : terms.map((term) => phrase([term])).join(" OR ");
    return find.all(query).map(({ id }) => String(id));
  };
}

/** Every paragraph, scanned: what fuse.js is made for, at a size that it is not. */
function fuse(): Search {
  const paragraphs = [...articles()].flatMap(({ id, text }) => text.split("\n\n").map((words) => ({ id, words })));
  const index = new Fuse(paragraphs, { keys: ["words"], ignoreLocation: true, threshold: 0.4 });
  return ({ terms }) => index.search(terms.join(" "), { limit: 10 }).map(({ item }) => item.id);
}

function grep(): Search {
  return ({ kind, terms }) => {
    const pattern = kind === "quote" ? terms.join(" ") : (terms.at(-1) ?? "");
    try {
      const found = execFileSync("grep", ["-rlF", "--", pattern, folder], { encoding: "utf8", maxBuffer: 1e8 });
      return found.split("\n").map((line) => path.basename(line));
    } catch {
      return [];
    }
  };
}
