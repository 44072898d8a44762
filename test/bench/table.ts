/** Times of one thing done many times, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly count: number;
  /** Processor time of one, on average: what is left of a time when the machine has other work as well. */
  readonly work?: number;
}

/** Takes milliseconds, in any order; gives their middle, their 95th in a hundred and the longest. */
export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0, count: sorted.length };
}

/** Takes work to do with each of some things; gives how long each took. */
export function timeEach<T>(things: readonly T[], work: (thing: T) => void): Times {
  const before = process.cpuUsage();
  const samples = things.map((thing) => {
    const begun = performance.now();
    work(thing);
    return performance.now() - begun;
  });
  const { user, system } = process.cpuUsage(before);
  return { ...timesOf(samples), work: (user + system) / 1000 / Math.max(1, things.length) };
}

/** Takes milliseconds; gives them as people read them. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return value >= 100 ? `${value.toFixed(0)} ms` : `${value.toFixed(value >= 10 ? 1 : 2)} ms`;
}

/** Takes times; gives "p50 / p95 (processor time on average)". */
export function pair(times: Times): string {
  const work = times.work === undefined ? "" : ` (${ms(times.work)})`;
  return `${ms(times.p50)} / ${ms(times.p95)}${work}`;
}

/** Takes a title, a heading and rows; prints them as a table in Markdown, columns lined up. */
export function printTable(title: string, heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, i) => (row[i] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  console.log(`\n## ${title}\n\n${[line(heading), rule, ...rows.map(line)].join("\n")}`);
}
