import type { Article } from "../../corpus/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { Message, UnreadFiles } from "../../verify/index.ts";
import type { Lock, Receipt } from "./lock.ts";

/**
 * What became of a locked passage: `same` (the source is as it was), `kept` (the source changed, the passage did not), `moved` (the same words
 * in another place), `changed` (other words stand there now), `removed` (nothing like it is left), `vanished` (the source is gone), `unread` (it is
 * there and could not be read, so that nothing can be said).
 */
export type Change = "same" | "kept" | "moved" | "changed" | "removed" | "vanished" | "unread";

/** A receipt with what became of it. */
export interface VerifiedReceipt {
  readonly draft: string;
  readonly receipt: Receipt;
  readonly change: Change;
  /** Where the words, or what replaced them, stand now; `null` where nothing does. */
  readonly now: { readonly paragraph: number; readonly page: number | null; readonly words: string } | null;
  /** A full sentence: what changed since it was cited. */
  readonly message: Message;
}

/** Changes that a writer must look at: what the draft rests on is not there any more. */
export const graveChanges: ReadonlySet<Change> = new Set(["changed", "removed", "vanished"]);

const standing: ReadonlySet<Change> = new Set(["same", "kept", "moved"]);

/** Takes verified receipts; gives how many of their passages stand. */
export function countStanding(verified: readonly VerifiedReceipt[]): number {
  return verified.filter(({ change }) => standing.has(change)).length;
}

/** What receipts are verified against. */
export interface ReceiptCorpus {
  readonly store: CorpusStore;
  /** Files that are there and could not be read. */
  readonly unread?: UnreadFiles;
}

/** Takes a lock and its corpus; gives what became of each receipt, in order. */
export function verifyLock(lock: Lock, corpus: ReceiptCorpus): VerifiedReceipt[] {
  return Object.entries(lock.drafts).flatMap(([draft, receipts]) =>
    receipts.map((receipt) => verifyReceipt(lock, draft, receipt, corpus)),
  );
}

function verifyReceipt(lock: Lock, draft: string, receipt: Receipt, corpus: ReceiptCorpus): VerifiedReceipt {
  const name = lock.sources[receipt.source]?.name ?? receipt.source;
  const { change, now } = changeOf(lock, receipt, corpus);
  const place = now?.paragraph ?? receipt.paragraph;
  const why = corpus.unread?.get(receipt.source) ?? "";
  const args = { source: name, fact: receipt.text, draft, was: receipt.words, now: now?.words ?? "", place, why };
  return { draft, receipt, change, now, message: { key: `receipt.${change}`, args } };
}

function changeOf(
  lock: Lock,
  receipt: Receipt,
  { store, unread }: ReceiptCorpus,
): Pick<VerifiedReceipt, "change" | "now"> {
  const article = store.article(receipt.source);
  if (article === null) return { change: unread?.has(receipt.source) === true ? "unread" : "vanished", now: null };
  if (article.hash === lock.sources[receipt.source]?.hash) return { change: "same", now: null };
  const paragraphs = paragraphsOf(article);
  const holding = placesOf(receipt.words, paragraphs);
  const there = holding.find(({ paragraph }) => paragraph === receipt.paragraph) ?? holding[0];
  if (there !== undefined) {
    const change = there.paragraph === receipt.paragraph ? "kept" : "moved";
    return { change, now: { ...there, words: receipt.words } };
  }
  const closest = closestTo(receipt, paragraphs);
  return closest === null ? { change: "removed", now: null } : { change: "changed", now: closest };
}

interface Place {
  readonly paragraph: number;
  readonly page: number | null;
  readonly words: string;
}

function paragraphsOf({ text, blocks }: Article): Place[] {
  return blocks
    .filter(({ kind }) => kind !== "meta" && kind !== "furniture")
    .map(({ start, end, paragraph, page }) => ({ paragraph, page, words: oneLine(text.slice(start, end)) }));
}

/** The paragraphs in which a passage begins; it may run over several, where a source was broken anew. */
function placesOf(words: string, paragraphs: readonly Place[]): Place[] {
  const wanted = normal(words);
  const all = paragraphs.map((place) => normal(place.words));
  const text = all.join(" ");
  const places: Place[] = [];
  let start = 0;
  let found = text.indexOf(wanted);
  for (const [at, place] of paragraphs.entries()) {
    const end = start + (all[at]?.length ?? 0);
    if (found >= start && found < end) places.push(place);
    if (found >= 0 && found < end) found = text.indexOf(wanted, end);
    start = end + 1;
  }
  return wanted === "" ? [] : places;
}

/** Share of the words of a passage that what replaced it must hold. */
const ALIKE = 0.5;

/** The sentence that shares most words with the passage; of equals, the one nearest to where it stood. */
function closestTo({ words, paragraph }: Receipt, paragraphs: readonly Place[]): Place | null {
  const wanted = new Set(wordsOf(words));
  let best: { place: Place; share: number; distance: number } | null = null;
  for (const place of paragraphs) {
    for (const sentence of place.words.split(/(?<=[.!?]["”’»)]{0,2}) (?=\S)/)) {
      const share = likeness(wanted, new Set(wordsOf(sentence)));
      const distance = Math.abs(place.paragraph - paragraph);
      if (
        share < ALIKE ||
        (best !== null && (share < best.share || (share === best.share && distance >= best.distance)))
      )
        continue;
      best = { place: { ...place, words: sentence }, share, distance };
    }
  }
  return best?.place ?? null;
}

/** Dice's coefficient of two sets of words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
}

function normal(text: string): string {
  return oneLine(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
