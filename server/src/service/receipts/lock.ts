import type { CorpusStore } from "../../store/types.ts";
import { resolveCitations } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { say } from "../words.ts";
import { fingerprint } from "./fingerprint.ts";

/** Name of the lock file beside the project file. */
export const LOCK_FILE = "sourceline.lock";

/** What a draft rested on when it was locked: a fact, and the passage of a cited source that supports it. */
export interface Receipt {
  /** Fingerprint of the fact and the words beside it. */
  readonly fact: string;
  /** The figure or the quotation as the draft had it. */
  readonly text: string;
  readonly source: string;
  readonly page: number | null;
  readonly paragraph: number;
  /** The words of the passage, white space as single blanks. */
  readonly words: string;
}

/** A source as it was when it was locked. */
export interface LockedSource {
  /** The name that messages give it: its outlet or title. */
  readonly name: string;
  /** Hex SHA-256 of its bytes. */
  readonly hash: string;
}

/** All receipts of a project. */
export interface Lock {
  readonly version: 1;
  /** By id. */
  readonly sources: Readonly<Record<string, LockedSource>>;
  /** By the path of the draft from the lock file, `/` between parts. */
  readonly drafts: Readonly<Record<string, readonly Receipt[]>>;
}

/** A draft to be locked, with its path from the lock file. */
export interface LockedDraft {
  readonly path: string;
  readonly checked: CheckedDraft;
  readonly store: CorpusStore;
}

/** Takes checked drafts; gives a receipt for each passage of a cited source that supports a cited fact of theirs. */
export function makeLock(drafts: readonly LockedDraft[]): Lock {
  const sources: Record<string, LockedSource> = {};
  const locked: Record<string, Receipt[]> = {};
  for (const { path, checked, store } of drafts) {
    const receipts = receiptsOf(checked, store);
    if (receipts.length > 0) locked[path] = receipts;
    for (const { source } of receipts) {
      const stored = store.source(source);
      if (stored === null) continue;
      sources[source] = { name: stored.meta.outlet ?? stored.meta.title ?? source, hash: stored.hash };
    }
  }
  return { version: 1, sources: sorted(sources), drafts: sorted(locked) };
}

/**
 * Takes the lock that there was (`null` for none), a new one, and what says whether a draft (its path from the lock file) keeps a receipt that was
 * locked for it; gives both as one, without sources that nothing rests on.
 */
export function mergeLocks(
  before: Lock | null,
  made: Omit<Lock, "version">,
  keeps: (draft: string, receipt: Receipt) => boolean,
): Lock {
  const all: Record<string, readonly Receipt[]> = { ...made.drafts };
  for (const [draft, receipts] of Object.entries(before?.drafts ?? {})) {
    const kept = receipts.filter((receipt) => keeps(draft, receipt));
    if (kept.length > 0) all[draft] = [...(all[draft] ?? []), ...kept];
  }
  const drafts = sorted(all);
  const used = new Set(Object.values(drafts).flatMap((receipts) => receipts.map(({ source }) => source)));
  const sources = Object.entries({ ...before?.sources, ...made.sources }).filter(([id]) => used.has(id));
  return { version: 1, sources: sorted(Object.fromEntries(sources)), drafts };
}

/** Takes a lock, the id of a source and the one that it is to have; gives the lock with that, `null` where nothing in it rests on the source. */
export function renameInLock(lock: Lock, id: string, newId: string): Lock | null {
  const locked = lock.sources[id];
  if (locked === undefined) return null;
  const { [id]: _, ...others } = lock.sources;
  const named = (one: Receipt): Receipt => (one.source === id ? { ...one, source: newId } : one);
  const drafts = Object.entries(lock.drafts).map(([draft, receipts]) => [draft, receipts.map(named)]);
  return {
    ...lock,
    sources: sorted({ ...others, [newId]: { ...locked, name: locked.name === id ? newId : locked.name } }),
    drafts: Object.fromEntries(drafts),
  };
}

function receiptsOf({ draft, findings }: CheckedDraft, store: CorpusStore): Receipt[] {
  const cited = new Set(resolveCitations(draft, store).flatMap(({ sources }) => sources));
  return findings.flatMap((finding) => {
    if (finding.citation !== "cited") return [];
    const fact = fingerprint(draft.text, finding);
    const passages = finding.evidence.filter(({ relation, source }) => relation === "supports" && cited.has(source));
    const receipts = passages.map(({ source, place, passage }): Receipt => {
      const words = oneLine(passage);
      return { fact, text: oneLine(finding.text), source, page: place.page, paragraph: place.paragraph, words };
    });
    return receipts.filter((one, at) => receipts.findIndex((other) => sameWords(one, other)) === at);
  });
}

function sameWords(a: Receipt, b: Receipt): boolean {
  return a.source === b.source && a.words === b.words;
}

/** Takes a lock; gives it as JSON with a receipt a line, everything in a fixed order, so that differences read well. */
export function formatLock({ version, sources, drafts }: Lock): string {
  const entries = (record: Readonly<Record<string, unknown>>, write: (value: never) => string) =>
    Object.entries(record)
      .map(([key, value]) => `\n    ${JSON.stringify(key)}: ${write(value as never)}`)
      .join(",");
  const receipts = (all: readonly Receipt[]) =>
    `[\n${all.map((one) => `      ${JSON.stringify(one)}`).join(",\n")}\n    ]`;
  return `{\n  "version": ${version},\n  "sources": {${entries(sources, JSON.stringify)}\n  },\n  "drafts": {${entries(drafts, receipts)}\n  }\n}\n`;
}

/** Takes the text of a lock file and the name that messages give it; gives the lock, or a sentence that says what is wrong with it and what to do. */
export function readLock(text: string, file = LOCK_FILE): Lock | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { error: say("lock.syntax", { file, reason: (error as Error).message }) };
  }
  const { version, sources, drafts } = (value ?? {}) as Record<string, unknown>;
  if (version !== 1) return { error: say("lock.version", { file }) };
  const good = isRecord(sources) && isRecord(drafts) && Object.values(sources).every(isSource);
  const whole = good && Object.values(drafts).every((all) => Array.isArray(all) && all.every(isReceipt));
  return whole ? (value as Lock) : { error: say("lock.form", { file }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSource(value: unknown): boolean {
  return isRecord(value) && typeof value["hash"] === "string" && typeof value["name"] === "string";
}

function isReceipt(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const strings = ["fact", "text", "source", "words"].every((key) => typeof value[key] === "string");
  return strings && typeof value["paragraph"] === "number";
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
