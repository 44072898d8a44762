import type { Finding } from "../../verify/index.ts";

/** A finding that the writer has set aside, as the ignore file keeps it: what it is known by again, why, and since when. */
export interface IgnoreEntry {
  /** The code that it was told under: "figure/contradicted". */
  readonly rule: string;
  /** Its words, in lower case and without marks: "57". */
  readonly claim: string;
  /** Words before and behind it. */
  readonly before: string;
  readonly after: string;
  /** The draft that it was set aside in, from the folder of the ignore file; left out where that is not known. */
  readonly draft?: string;
  readonly reason: string;
  /** ISO date. */
  readonly date: string;
}

/** An entry as it counts for one draft. */
export interface CountedEntry extends IgnoreEntry {
  /** True where it was made in another draft: it sets aside only what stands among all of its words there too, for less may be said of another event. */
  readonly elsewhere?: boolean;
}

/** Takes entries and a draft (its path from the folder of the ignore file, `null` where it has none); gives the entries as they count for it. */
export function entriesFor(entries: readonly IgnoreEntry[], draft: string | null): readonly CountedEntry[] {
  const isElsewhere = (entry: IgnoreEntry) => entry.draft !== undefined && entry.draft !== draft;
  if (!entries.some(isElsewhere)) return entries;
  return entries.map((entry) => (isElsewhere(entry) ? { ...entry, elsewhere: true } : entry));
}

/** Words kept on each side, and words looked at on each side when a finding is known again. */
const KEPT = 6;
const SEEN = 12;
/** Code units on each side in which words are looked for. */
const REACH = 240;
/** Share of the kept words that must still stand near the finding. */
const ENOUGH = 0.5;

/** Takes the text of a draft, a finding in it, the code that it is told under, a reason, a date, and the draft's path from the ignore file (`null` where it has none); gives its entry. */
export function ignoreEntry(
  text: string,
  finding: Finding,
  rule: string,
  reason: string,
  date: string,
  draft: string | null = null,
): IgnoreEntry {
  const { before, after } = wordsAround(text, finding);
  return {
    rule,
    claim: wordsIn(finding.text).join(" "),
    before: before.slice(-KEPT).join(" "),
    after: after.slice(0, KEPT).join(" "),
    ...(draft === null ? {} : { draft }),
    reason: reason.replace(/\s+/g, " ").trim(),
    date,
  };
}

/**
 * Takes the text of a draft, findings with their codes, and entries; gives for each finding the entry that sets it aside, `null` for none.
 * A finding is known by its code, its words, and at least half of the words beside it, so that it stays aside when its paragraph moves or
 * is worked on; an entry sets aside one place, the likeliest. In another draft than it was made in, all of the words must stand.
 */
export function matchIgnores(
  text: string,
  findings: readonly { readonly finding: Finding; readonly code: string }[],
  entries: readonly CountedEntry[],
): (IgnoreEntry | null)[] {
  const matched: (IgnoreEntry | null)[] = findings.map(() => null);
  for (const entry of entries) {
    const scores = findings.map((one, at) => (matched[at] === null ? likeness(text, one, entry) : 0));
    const best = scores.indexOf(Math.max(0, ...scores));
    if (best >= 0 && (scores[best] as number) >= (entry.elsewhere === true ? 1 : ENOUGH)) matched[best] = entry;
  }
  return matched;
}

/** From 0 to 1: the share of an entry's words that stand beside a finding; a little more where all stand in place. */
function likeness(text: string, { finding, code }: { finding: Finding; code: string }, entry: IgnoreEntry): number {
  if (code !== entry.rule || wordsIn(finding.text).join(" ") !== entry.claim) return 0;
  const { before, after } = wordsAround(text, finding);
  const kept = [...sideOf(entry.before, before.slice(-SEEN)), ...sideOf(entry.after, after.slice(0, SEEN))];
  if (kept.length === 0) return 1;
  return kept.filter(Boolean).length / kept.length;
}

function sideOf(kept: string, seen: readonly string[]): boolean[] {
  const words = kept === "" ? [] : kept.split(" ");
  return words.map((word) => seen.includes(word));
}

function wordsAround(text: string, { start, end }: Finding): { before: string[]; after: string[] } {
  return {
    before: wordsIn(text.slice(Math.max(0, start - REACH), start)),
    after: wordsIn(text.slice(end, end + REACH)),
  };
}

/** Words and numbers, without the citations of a draft: adding one must not make a fact another. */
function wordsIn(text: string): string[] {
  const bare = text.replace(/\[\^[^\][\n]{1,200}\]|\[[^\][\n]{0,200}@[^\][\n]{1,200}\]|<!--[^\n]{0,500}?-->/g, " ");
  return bare.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu) ?? [];
}
