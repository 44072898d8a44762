import { codes } from "../../verify/index.ts";
import { say } from "../words.ts";
import type { IgnoreEntry } from "./ignores.ts";

const FIELDS = ["rule", "claim", "before", "after", "draft", "reason", "date"] as const;

/** Takes the text of an ignore file and its name for messages; gives its entries, and a sentence for each that was passed over. Never throws. */
export function readIgnoreFile(text: string, name: string): { entries: IgnoreEntry[]; problems: string[] } {
  const parsed = parse(text);
  if (parsed instanceof Error)
    return {
      entries: [],
      problems: [say("ignored.unread", { file: name, reason: parsed.message })],
    };
  const listed = (parsed as { ignored?: unknown } | null)?.ignored;
  if (!Array.isArray(listed))
    return {
      entries: [],
      problems: [say("ignored.form", { file: name, example: '{"version": 1, "ignored": [ … ]}' })],
    };
  const entries: IgnoreEntry[] = [];
  const problems: string[] = [];
  for (const [at, one] of listed.entries()) {
    const wrong = problemOf(one);
    if (wrong === null) entries.push(entryOf(one as Record<string, string>));
    else problems.push(say("ignored.entry", { file: name, number: at + 1, why: wrong }));
  }
  return { entries, problems };
}

/** Takes entries; gives the text of an ignore file that people can read and commit: one field a line, in the order they were made. */
export function writeIgnoreFile(entries: readonly IgnoreEntry[]): string {
  return `${JSON.stringify({ version: 1, ignored: entries }, null, 2)}\n`;
}

/** Takes the text of an ignore file (`null` where there is none) and an entry; gives the text with the entry. What could not be read is an error and nothing is lost. */
export function withEntry(text: string | null, entry: IgnoreEntry, name: string): { text: string } | { error: string } {
  if (text === null || text.trim() === "") return { text: writeIgnoreFile([entry]) };
  const parsed = parse(text);
  const listed = parsed instanceof Error ? null : (parsed as { ignored?: unknown } | null)?.ignored;
  if (!Array.isArray(listed)) return { error: readIgnoreFile(text, name).problems[0] ?? "" };
  return { text: `${JSON.stringify({ ...(parsed as object), ignored: [...listed, entry] }, null, 2)}\n` };
}

/** Takes the text of an ignore file (`null` where there is none) and an entry; gives the text without the last entry that is like it, or what went wrong. */
export function withoutEntry(
  text: string | null,
  entry: IgnoreEntry,
  name: string,
): { text: string } | { error: string } {
  const parsed = text === null ? null : parse(text);
  const listed = parsed instanceof Error ? null : (parsed as { ignored?: unknown } | null)?.ignored;
  const at = Array.isArray(listed) ? listed.findLastIndex((one) => isLike(one, entry)) : -1;
  if (!Array.isArray(listed) || at < 0) return { error: say("ignored.absent", { file: name }) };
  return { text: `${JSON.stringify({ ...(parsed as object), ignored: listed.toSpliced(at, 1) }, null, 2)}\n` };
}

function isLike(one: unknown, entry: IgnoreEntry): boolean {
  return FIELDS.every((field) => ((one ?? {}) as Record<string, unknown>)[field] === entry[field]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function problemOf(one: unknown): string | null {
  if (typeof one !== "object" || one === null) return say("ignored.object", { fields: FIELDS.join(", ") });
  const { rule, claim } = one as Record<string, unknown>;
  if (typeof rule !== "string" || !(codes as readonly string[]).includes(rule))
    return say("ignored.rule", { rule: String(rule) });
  return typeof claim === "string" ? null : say("ignored.claim");
}

function entryOf(one: Readonly<Record<string, unknown>>): IgnoreEntry {
  const field = (name: string) => (typeof one[name] === "string" ? (one[name] as string) : "");
  return {
    rule: field("rule"),
    claim: field("claim"),
    before: field("before"),
    after: field("after"),
    ...(typeof one["draft"] === "string" ? { draft: one["draft"] } : {}),
    reason: field("reason"),
    date: field("date"),
  };
}
