import type { Finding, Message } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { fingerprint, wordsOf } from "./fingerprint.ts";
import type { Lock } from "./lock.ts";
import { graveChanges, type ReceiptCorpus, type VerifiedReceipt, verifyLock } from "./verify.ts";

/** Takes a checked draft, its path from the lock file, the lock and the corpus; gives it with what changed since each fact was locked added to the fact's message. */
export type TellReceipts = (checked: CheckedDraft, path: string, lock: Lock, corpus: ReceiptCorpus) => CheckedDraft;

/** Does so for one draft, checked once. */
export const withReceipts: TellReceipts = (...given) => createReceipts()(...given);

/** Gives what does so for one draft again and again as it is edited: the passages are looked up again only where the lock or the sources have changed. */
export function createReceipts(): TellReceipts {
  let known: Verified | null = null;
  return (checked, path, lock, corpus) => {
    if (known === null || !isFresh(known, path, lock, corpus)) known = verified(path, lock, corpus);
    return told(checked, known.changed);
  };
}

/** Receipts of a draft whose passages are not there any more, and what they were verified against. */
interface Verified extends ReceiptCorpus {
  readonly path: string;
  readonly lock: Lock;
  readonly revision: number;
  /** By the words of the fact. */
  readonly changed: ReadonlyMap<string, readonly VerifiedReceipt[]>;
}

function isFresh(known: Verified, path: string, lock: Lock, { store, unread }: ReceiptCorpus): boolean {
  const same = known.path === path && known.lock === lock && known.store === store && known.unread === unread;
  return same && known.revision === store.revision;
}

function verified(path: string, lock: Lock, corpus: ReceiptCorpus): Verified {
  const receipts = lock.drafts[path] ?? [];
  const all = verifyLock({ ...lock, drafts: { [path]: receipts } }, corpus);
  const grave = all.filter(({ change }) => graveChanges.has(change));
  const changed = new Map<string, VerifiedReceipt[]>();
  for (const one of grave) {
    const words = key(one.receipt.text);
    changed.set(words, [...(changed.get(words) ?? []), one]);
  }
  return { ...corpus, path, lock, revision: corpus.store.revision, changed };
}

function told(checked: CheckedDraft, changed: Verified["changed"]): CheckedDraft {
  if (changed.size === 0) return checked;
  const { text } = checked.draft;
  const findings = checked.findings.map((finding): Finding => {
    const likely = finding.kind === "citation" ? undefined : changed.get(key(finding.text));
    if (likely === undefined) return finding;
    const fact = fingerprint(text, finding);
    const own = likely.filter(({ receipt }) => receipt.fact === fact);
    return own.length === 0 ? finding : { ...finding, message: own.reduce(saying, finding.message) };
  });
  return { ...checked, findings };
}

function saying(said: Message, { message: { args }, change }: VerifiedReceipt): Message {
  return { key: `receipt.finding.${change}`, args: { ...args, said } };
}

/** Facts with other words are other facts. */
function key(text: string): string {
  return wordsOf(text).join(" ");
}
