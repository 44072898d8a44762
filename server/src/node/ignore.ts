import { promises as fs } from "node:fs";
import path from "node:path";
import { rated } from "../service/overview.ts";
import type { IgnoreParams, IgnoreResult, UnignoreParams, UnsavedFile } from "../service/protocol.ts";
import { withEntry, withoutEntry } from "../service/quiet/ignorefile.ts";
import { type IgnoreEntry, ignoreEntry } from "../service/quiet/ignores.ts";
import { say } from "../service/words.ts";
import { pathFrom, reasonOf } from "./files.ts";
import { pathOf } from "./links.ts";
import type { CheckedDocument } from "./session.ts";

/** Takes which finding is meant, its checked draft, and the reason; gives its entry in the ignore file, `null` where the draft no longer has it. */
export function entryOf(
  { kind, start, end }: Pick<IgnoreParams, "kind" | "start" | "end">,
  { uri, checked, context, project }: CheckedDocument,
  reason: string,
): IgnoreEntry | null {
  const finding = checked.findings.find((one) => one.kind === kind && one.start === start && one.end === end);
  if (finding === undefined) return null;
  const today = new Date().toISOString().slice(0, 10);
  const file = pathOf(uri);
  const draft = file === null ? null : pathFrom(path.dirname(project.ignores.file), file);
  return ignoreEntry(checked.draft.text, finding, rated(finding, context.settings).code, reason, today, draft);
}

/**
 * Takes which finding is to be set aside and its checked draft; writes it into the ignore file, and says so or says what went wrong. Where that file is
 * open with changes that are not saved, nothing is written: what it is to hold is given back.
 */
export async function writeIgnored(params: IgnoreParams, found: CheckedDocument | null): Promise<IgnoreResult> {
  const entry = found === null ? null : entryOf(params, found, params.reason);
  if (found === null || entry === null) return { done: false, message: say("ignored.gone") };
  const { file } = found.project.ignores;
  const result = await rewrite(file, params.unsaved, (text) => withEntry(text, entry, file), {
    done: say("ignored.done", { file, claim: claimIn(entry) }),
    unsaved: say("ignored.unsaved", { file, claim: claimIn(entry) }),
  });
  return result.done ? { ...result, entry } : result;
}

/** Takes which entry is to be taken out of the ignore file, and that file; takes it out as `writeIgnored` puts it in. */
export function takeBack({ entry, unsaved }: UnignoreParams, file: string): Promise<IgnoreResult> {
  const claim = claimIn(entry);
  return rewrite(file, unsaved, (text) => withoutEntry(text, entry, file), {
    done: say("ignored.back", { file, claim }),
    unsaved: say("ignored.back.unsaved", { file, claim }),
  });
}

/** So many characters of a long quotation are enough for a notice. */
const SHOWN = 60;

function claimIn({ claim }: IgnoreEntry): string {
  return claim.length > SHOWN ? `${claim.slice(0, SHOWN).replace(/\s\S*$/, "")} …` : claim;
}

async function rewrite(
  file: string,
  unsaved: readonly UnsavedFile[] = [],
  change: (text: string | null) => { text: string } | { error: string },
  messages: { readonly done: string; readonly unsaved: string },
): Promise<IgnoreResult> {
  const open = unsaved.find(({ uri }) => pathOf(uri) === file);
  const changed = change(open?.text ?? (await fs.readFile(file, "utf8").catch(() => null)));
  if ("error" in changed) return { done: false, message: changed.error };
  if (open !== undefined) return { done: true, message: messages.unsaved, edit: { uri: open.uri, text: changed.text } };
  try {
    await fs.writeFile(file, changed.text);
    return { done: true, message: messages.done };
  } catch (error) {
    return { done: false, message: say("ignored.unwritten", { file, reason: reasonOf(error) }) };
  }
}
