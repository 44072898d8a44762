/*
 * The benchmark: `node test/bench/run.ts [--sizes 100,1000,10000] [--peers-to 10000] [--fuse-to 1000] [--folder DIR] [--only index,readers,latency,check]`.
 * Prints tables; numbers are of this machine and this moment, so that only ratios in one run say much.
 */
import { execFileSync, type StdioOptions, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { BESIDE_EDITOR, SHARED_MEMORY } from "../../client/src/beside.ts";
import { bundle, bundles } from "./bundle.ts";
import type { ReaderResult } from "./extractors.ts";
import { corpusOf, questionsOf } from "./material.ts";
import type { PeerResult } from "./peers.ts";
import { ms, pair, printTable, type Times } from "./table.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000" },
    "peers-to": { type: "string", default: "10000" },
    // Larger than this, a scan of all paragraphs takes minutes a question.
    "fuse-to": { type: "string", default: "1000" },
    folder: { type: "string" },
    only: { type: "string", default: "index,readers,latency,check" },
  },
});
const here = import.meta.dirname;
const root = path.join(here, "..", "..", ".cache", "bench");
const PEER_FLAGS = ["--max-old-space-size=8192"];
/** Of each kind; the first half is asked first, and told apart. */
const QUESTIONS = 600;
const PEERS = ["fts5", "grep", "fuse", "flexsearch", "minisearch"];
/** A peer that has not answered by then is shown as one that did not. */
const PEER_MS = 30 * 60_000;

interface Indexed {
  readonly took: number;
  readonly work: number;
  readonly rss: number;
  readonly report: { readonly files: number; readonly read: number };
}

interface Asked {
  readonly firstAnswer: number;
  readonly openedFigures: Times;
  readonly openedQuotes: Times;
  readonly value: Times;
  readonly measure: Times;
  readonly words: Times;
  readonly changedWords: Times;
  readonly judgedFigures: Times;
  readonly judgedQuotes: Times;
  readonly hits: {
    readonly figures: number;
    readonly ofFigures: number;
    readonly quotes: number;
    readonly ofQuotes: number;
  };
  readonly verdicts: Readonly<Record<string, number>>;
  readonly rss: number;
}

interface Column {
  readonly name: string;
  readonly fresh: Indexed;
  readonly again: Indexed;
  readonly asked: Asked;
  readonly peers: ReadonlyMap<string, PeerResult | PeerFailure>;
}

/** A peer that came to nothing, and why. */
interface PeerFailure {
  readonly failed: string;
}

mkdirSync(root, { recursive: true });
await bundle(["indexing", "probe"]);
console.log(
  `# Sourceline benchmark\n\n${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}`,
);
if (options.only.includes("index")) await benchCorpora();
if (options.only.includes("readers")) benchReaders();
if (options.only.includes("latency"))
  execFileSync(process.execPath, [path.join(here, "latency.bench.ts")], { stdio: "inherit" });
if (options.only.includes("check"))
  execFileSync(process.execPath, [path.join(here, "check.bench.ts")], { stdio: "inherit" });

async function benchCorpora(): Promise<void> {
  const folders =
    options.folder === undefined
      ? options.sizes
          .split(",")
          .map(Number)
          .map((size) => corpusOf(root, size))
      : [path.resolve(options.folder)];
  const columns: Column[] = [];
  for (const folder of folders) columns.push(await benchCorpus(folder));
  const heading = ["", ...columns.map(({ name }) => name)];
  const row = (name: string, cell: (column: Column) => string) => [name, ...columns.map(cell)];
  const title =
    "The product, by size of the corpus: 300 figures and 300 quotations, after 300 others of each (p50 / p95, and processor time on average); all files in the system's cache";
  printTable(title, heading, [
    row("indexed from nothing (processor time)", ({ fresh }) => `${ms(fresh.took)} (${ms(fresh.work)})`),
    row("again, nothing changed", ({ again }) => ms(again.took)),
    row("warm open to first answer", ({ asked }) => ms(asked.firstAnswer)),
    row("figures by value", ({ asked }) => pair(asked.value)),
    row("figures by measure", ({ asked }) => pair(asked.measure)),
    row("figure judged", ({ asked }) => pair(asked.judgedFigures)),
    row("figure judged, the first 300", ({ asked }) => pair(asked.openedFigures)),
    row("passage of a quotation", ({ asked }) => pair(asked.words)),
    row("passage, three words changed", ({ asked }) => pair(asked.changedWords)),
    row("quotation judged", ({ asked }) => pair(asked.judgedQuotes)),
    row("quotation judged, the first 300", ({ asked }) => pair(asked.openedQuotes)),
    row("its source among the first ten (figures)", ({ asked: { hits } }) => `${hits.figures} of ${hits.ofFigures}`),
    row("its source first (quotations)", ({ asked: { hits } }) => `${hits.quotes} of ${hits.ofQuotes}`),
    row("memory of the server", ({ asked }) => `${(asked.rss / 1e6).toFixed(0)} MB`),
  ]);
  printPeers(columns);
  const kinds = [...new Set(columns.flatMap(({ asked }) => Object.keys(asked.verdicts)))].sort();
  printTable(
    "Verdicts given",
    heading,
    kinds.map((kind) => row(kind, ({ asked }) => `${asked.verdicts[kind] ?? 0}`)),
  );
}

function printPeers(columns: readonly Column[]): void {
  const rows = columns.flatMap(({ name, fresh, asked, peers }) => [
    [
      name,
      "Sourceline",
      ms(fresh.took),
      `${(asked.rss / 1e6).toFixed(0)} MB`,
      pair(asked.value),
      `${asked.hits.figures}/${asked.hits.ofFigures}`,
      pair(asked.words),
      `${asked.hits.quotes}/${asked.hits.ofQuotes}`,
    ],
    ...[...peers].map(([engine, peer]) => [name, engine, ...peerCells(peer)]),
  ]);
  const heading = ["corpus", "engine", "index", "memory", "figure look-up", "found", "quotation look-up", "found"];
  printTable(
    "Beside others, the same articles and questions (one figure in three and one quotation in three is changed); all but grep and fuse.js have answered as many others before",
    heading,
    rows,
  );
}

function peerCells(peer: PeerResult | PeerFailure): string[] {
  if ("failed" in peer) return [peer.failed, "-", "-", "-", "-", "-"];
  return [
    ms(peer.built),
    `${(peer.rss / 1e6).toFixed(0)} MB`,
    pair(peer.figures),
    `${peer.figureHits}/${peer.figures.count}`,
    pair(peer.quotes),
    `${peer.quoteHits}/${peer.quotes.count}`,
  ];
}

async function benchCorpus(folder: string): Promise<Column> {
  const caches = path.join(root, `index-of-${path.basename(folder)}`);
  rmSync(caches, { recursive: true, force: true });
  const questions = path.join(root, `questions-${path.basename(folder)}.json`);
  writeFileSync(questions, JSON.stringify(await questionsOf(folder, QUESTIONS)));
  warm(folder);
  const fresh = probe<Indexed>("index", folder, caches);
  const again = probe<Indexed>("index", folder, caches);
  warm(caches);
  const asked = probe<Asked>("ask", folder, caches, questions);
  const size = fresh.report.files;
  progress(size, "sourceline", { fresh, again, asked });
  const peers = new Map<string, PeerResult | PeerFailure>();
  for (const engine of PEERS) {
    if (size > Number(options[engine === "fuse" ? "fuse-to" : "peers-to"])) continue;
    const result = peer(engine, folder, questions);
    peers.set(engine, result);
    progress(size, engine, result);
  }
  return { name: `${size}`, fresh, again, asked, peers };
}

/** Reads all files of a folder, so that they are in the system's cache: what is measured is the product, not how long ago they were written. */
function warm(folder: string): void {
  const piece = Buffer.alloc(1 << 20);
  for (const name of readdirSync(folder)) {
    const file = openSync(path.join(folder, name), "r");
    while (readSync(file, piece) > 0);
    closeSync(file);
  }
}

/** A large corpus takes long: what is known is told at once, on standard error. */
function progress(size: number, engine: string, result: object): void {
  console.error(`${size} ${engine}: ${JSON.stringify(result)}`);
}

function benchReaders(): void {
  const names = run<readonly string[]>("extractors.ts");
  const results = names.map((name) => run<ReaderResult>("extractors.ts", "4", name));
  const first = results[0] as ReaderResult;
  const speed = ({ bytes, seconds }: ReaderResult) => bytes / 1e6 / seconds;
  const rows = results.map((one) => [
    one.name,
    `${speed(one).toFixed(2)} MB/s`,
    `${(one.bytes / 1e6 / one.work).toFixed(2)} MB/s`,
    `${(speed(first) / speed(one)).toFixed(1)}`,
    `${((one.found / one.bytes) * 3000).toFixed(1)}`,
    `${one.cold.toFixed(2)} MB/s`,
  ]);
  printTable(
    "Readers of figures, the same text on one core, each in a process of its own: after 2 s of reading, the best of its passes in 4 s of processor time",
    ["reader", "speed", "by processor time", "times slower than the first", "found in 3 KB", "its first 300 KB"],
    rows,
  );
}

/** Each peer has a process of its own, so that one which runs out of memory or time costs its own row alone. */
function peer(engine: string, folder: string, questions: string): PeerResult | PeerFailure {
  const args = [...PEER_FLAGS, path.join(here, "peers.ts"), engine, folder, questions];
  const { stdout, stderr, status, error } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: PEER_MS });
  if (status === 0) return JSON.parse(stdout) as PeerResult;
  if (/heap out of memory|map maximum size|allocation failed/i.test(stderr)) return { failed: "out of memory" };
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") return { failed: "out of time" };
  return { failed: `failed (${/^\w*Error: .*$/m.exec(stderr)?.[0] ?? error?.message ?? `status ${status}`})` };
}

function probe<T>(...args: string[]): T {
  return outputOf<T>([...BESIDE_EDITOR, path.join(bundles, "probe.cjs"), ...args], SHARED_MEMORY);
}

function run<T>(script: string, ...args: string[]): T {
  return outputOf<T>([...PEER_FLAGS, path.join(here, script), ...args]);
}

/** Takes arguments for Node, and what to set in its environment; gives what the program printed, as JSON. */
function outputOf<T>(args: string[], environment: Readonly<Record<string, string>> = {}): T {
  const stdio: StdioOptions = ["ignore", "pipe", "inherit"];
  const env = { ...process.env, ...environment };
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9, stdio, env })) as T;
}
