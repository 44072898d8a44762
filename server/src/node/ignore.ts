import { promises as fs } from "node:fs";
import path from "node:path";
import { rated } from "../service/overview.ts";
import type { IgnoreParams, IgnoreResult } from "../service/protocol.ts";
import { withEntry } from "../service/quiet/ignorefile.ts";
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
  const open = params.unsaved?.find(({ uri }) => pathOf(uri) === file);
  const text = open?.text ?? (await fs.readFile(file, "utf8").catch(() => null));
  const added = withEntry(text, entry, file);
  if ("error" in added) return { done: false, message: added.error };
  if (open !== undefined)
    return { done: true, message: say("ignored.unsaved", { file }), edit: { uri: open.uri, text: added.text } };
  try {
    await fs.writeFile(file, added.text);
    return { done: true, message: say("ignored.done", { file }) };
  } catch (error) {
    return { done: false, message: say("ignored.unwritten", { file, reason: reasonOf(error) }) };
  }
}
