import { setImmediate as otherWork } from "node:timers/promises";

/** Things that are gone through before the clock is looked at. */
const AT_A_TIME = 512;
/** Milliseconds after which other work has its turn. */
const TURN = 8;

/** Takes many things and what is done with each, in order; does it, and lets other work have its turn every few milliseconds. */
export async function inTurns<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  let began = performance.now();
  for (let from = 0; from < all.length; from += AT_A_TIME) {
    for (let at = from; at < Math.min(all.length, from + AT_A_TIME); at++) work(all[at] as T);
    if (performance.now() - began < TURN) continue;
    await otherWork();
    began = performance.now();
  }
}

/** Strings that are sorted at once: a few milliseconds' work. */
const SORTED_AT_ONCE = 8192;

/** Takes strings; gives them sorted as `sort` does, in turns with other work. */
export async function sortInTurns(all: readonly string[]): Promise<string[]> {
  let runs: string[][] = [];
  for (let at = 0; at < all.length; at += SORTED_AT_ONCE) {
    if (at > 0) await otherWork();
    runs.push(all.slice(at, at + SORTED_AT_ONCE).sort());
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? []));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge(one: readonly string[], other: readonly string[]): Promise<string[]> {
  const merged: string[] = [];
  let at = 0;
  await inTurns(one, (next) => {
    while (at < other.length && (other[at] as string) < next) merged.push(other[at++] as string);
    merged.push(next);
  });
  return merged.concat(other.slice(at));
}
