/*
 * The benchmark of the gate: `node test/bench/check.bench.ts [--drafts 1000] [--sources 1000] [--words 1000] [--jobs 2]`.
 * Checks made drafts against made sources with the bundled command line, first with no index, then with the index there, and then a quarter of the
 * drafts, for memory should not grow with them; prints a table.
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeArticle, pick, randomFrom } from "./articles.ts";
import { bundle, bundles } from "./bundle.ts";
import { corpusOf } from "./material.ts";
import { processorTime } from "./processor.ts";
import { ms, printTable } from "./table.ts";

const { values: options } = parseArgs({
  options: {
    drafts: { type: "string", default: "1000" },
    sources: { type: "string", default: "1000" },
    words: { type: "string", default: "1000" },
    jobs: { type: "string", default: `${availableParallelism()}` },
  },
});
const root = path.join(import.meta.dirname, "..", "..", ".cache", "bench");
const program = path.join(bundles, "cli.cjs");
await bundle(["cli", "indexing"]);

const [drafts, sources, words] = [options.drafts, options.sources, options.words].map(Number) as [
  number,
  number,
  number,
];
const corpus = corpusOf(root, sources);
const all = makeDrafts();
const quarter = someOf(all, Math.ceil(drafts / 4));
console.log(
  `# ${drafts} drafts of ${words} words against ${sources} sources\n\n${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}`,
);
const rows: string[][] = [];
for (const jobs of options.jobs.split(",")) {
  const cache = path.join(root, "gate-cache");
  rmSync(cache, { recursive: true, force: true });
  for (const [folder, count, index] of [
    [all, drafts, "none yet"],
    [all, drafts, "there"],
    [quarter, Math.ceil(drafts / 4), "there"],
  ] as const) {
    const run = await check(folder, jobs, cache);
    rows.push([
      `${count}`,
      jobs,
      index,
      ms(run.took),
      ms(run.cpu),
      `${(run.rss / 1e6).toFixed(0)} MB`,
      `${run.facts}`,
      `${((count * words) / run.took).toFixed(0)}`,
    ]);
  }
}
printTable(
  "sourceline check --format json",
  ["drafts", "threads", "index", "took", "processor time, all threads", "most memory", "facts", "words a ms"],
  rows,
);

/** Takes a folder of drafts and a number; gives a folder with so many of them. */
function someOf(folder: string, count: number): string {
  const made = `${folder}-first-${count}`;
  for (const name of readdirSync(folder).sort().slice(0, count)) cpSync(path.join(folder, name), path.join(made, name));
  return made;
}

/** Paragraphs of sources, one figure in five changed, until a draft is as long as asked. */
function makeDrafts(): string {
  const made = path.join(root, `drafts-of-all-${drafts}-${words}-of-${sources}`);
  if (existsSync(made)) return made;
  mkdirSync(made, { recursive: true });
  for (let number = 0; number < drafts; number++) {
    const random = randomFrom(number + 77);
    const parts: string[] = [];
    for (let length = 0; length < words; ) {
      const source = random.below(sources);
      const paragraphs = makeArticle(source)
        .text.split(/\n{2,}/)
        .slice(1);
      const paragraph = pick(paragraphs, random).replace(/\d{2,}/g, (digits) =>
        random.below(5) === 0 ? String(Number(digits) + 7) : digits,
      );
      parts.push(paragraph);
      length += paragraph.split(/\s+/).length;
    }
    writeFileSync(path.join(made, `draft-${String(number).padStart(5, "0")}.md`), `${parts.join("\n\n")}\n`);
  }
  return made;
}

interface Run {
  readonly took: number;
  /** Of all threads together: it depends little on what else the machine does. */
  readonly cpu: number;
  readonly rss: number;
  readonly facts: number;
}

function check(folder: string, jobs: string, cache: string): Promise<Run> {
  const report = path.join(root, "gate-report.json");
  const args = [
    program,
    "check",
    folder,
    "--corpus",
    corpus,
    "--format",
    "json",
    "-o",
    report,
    "--jobs",
    jobs,
    "--fail-on",
    "never",
  ];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
      env: { ...process.env, SOURCELINE_CACHE: cache },
      stdio: ["ignore", "ignore", "inherit"],
    });
    let rss = 0;
    let cpu = 0;
    const watch = setInterval(() => {
      rss = Math.max(rss, peakOf(child.pid));
      cpu = Math.max(cpu, processorTime(child.pid));
    }, 50);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const took = performance.now() - started;
      if (code !== 0) return reject(new Error(`the check ended with ${code}`));
      const { summary } = JSON.parse(readFileSync(report, "utf8"));
      resolve({ took, cpu, rss, facts: summary.figures + summary.quotes });
    });
  });
}

/** The most memory that a process has held, in bytes; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
