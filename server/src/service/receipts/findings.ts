import type { CorpusStore } from "../../store/types.ts";
import type { Finding, Message } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Lock } from "./lock.ts";
import { graveChanges, verifyLock } from "./verify.ts";

/** Takes a checked draft, its path from the lock file, the lock and the store; gives it with what changed since each fact was locked added to the fact's message. */
export function withReceipts(checked: CheckedDraft, path: string, lock: Lock, store: CorpusStore): CheckedDraft {
  const receipts = lock.drafts[path];
  if (receipts === undefined) return checked;
  const changed = verifyLock({ ...lock, drafts: { [path]: receipts } }, store).filter(({ change }) =>
    graveChanges.has(change),
  );
  if (changed.length === 0) return checked;
  const findings = checked.findings.map((finding): Finding => {
    if (finding.kind === "citation") return finding;
    const fact = fingerprint(checked.draft.text, finding);
    const own = changed.filter(({ receipt }) => receipt.fact === fact);
    const message = own.reduce<Message>(
      (said, { message: { args }, change }) => ({ key: `receipt.finding.${change}`, args: { ...args, said } }),
      finding.message,
    );
    return { ...finding, message };
  });
  return { ...checked, findings };
}
