import { type Fields, fieldKey } from "./frontmatter.ts";
import { type Line, splitLines } from "./lines.ts";
import { FIELD_NAMES } from "./meta.ts";
import { isTagged, taggedHead } from "./tags.ts";

/** What the first lines of a text say of it, and where the last of them ends. */
export interface Header {
  readonly fields: Fields;
  /** The place from which it was looked for, where there is none. */
  readonly end: number;
}

/** Code units looked at. */
const LONGEST = 4000;

/** Takes a text and where to begin; gives what the lines `Title: …` there state: two or more of them, the head of a mail, or the title block of Pandoc. */
export function readHeader(text: string, from = 0): Header {
  const looked = text.slice(0, from + LONGEST);
  const all = splitLines(looked, from);
  const lines = all.filter((line) => line.group === 0);
  const wordsOf = (of: readonly Line[]) =>
    of.map((line) => looked.slice(line.start, Math.min(line.end, line.start + 600)));
  const words = wordsOf(lines);
  if (isTagged(words[0])) return taggedHead(all, wordsOf(all)) ?? { fields: new Map(), end: from };
  return titleBlock(lines, words) ?? fieldLines(lines, words) ?? { fields: new Map(), end: from };
}

const KNOWN = new Set(Object.values(FIELD_NAMES).flat());
const HEADER_LINE = /^([A-Za-z][A-Za-z _-]{1,24}):\s+(\S.*)$/;

/** Labels that say nothing that is kept, behind two that do; anybody else's name before a colon begins what they say. */
const OTHER =
  /^(?:length|section|pages?|edition|tags?|categor(?:y|ies)|keywords?|words?|word count|status|slug|dateline|load-date|copyright|credit|language|format|[A-Z][A-Z _-]+)$/;

function fieldLines(lines: readonly Line[], words: readonly string[]): Header | null {
  const names = isMail(words) ? MAIL_NAMES : null;
  const fields = new Map<string, readonly string[]>();
  let known = 0;
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const [, label = "", value = ""] = HEADER_LINE.exec(words[at] as string) ?? [];
    if (label === "") break;
    const key = names?.[fieldKey(label)] ?? fieldKey(label);
    if (KNOWN.has(key)) known++;
    else if (key !== "" && (known < 2 || !isOther(label))) break;
    if (KNOWN.has(key)) fields.set(key, [names === null ? value.trim() : withoutAddress(value)]);
    end = line.end;
  }
  return known >= 2 ? { fields, end } : null;
}

function isOther(label: string): boolean {
  return OTHER.test(label) || OTHER.test(label.toLowerCase());
}

/** What the fields of a mail's head are; those that say nothing of the letter come to "". */
const MAIL_NAMES: Readonly<Record<string, string>> = {
  from: "author",
  subject: "title",
  sent: "date",
  to: "",
  cc: "",
  bcc: "",
  replyto: "",
};

function isMail(words: readonly string[]): boolean {
  return words.some((line) => /^from:\s/i.test(line)) && words.some((line) => /^subject:\s/i.test(line));
}

function withoutAddress(value: string): string {
  const name = value
    .replace(/\s*<[^<>]*>\s*$/, "")
    .replace(/^["']|["']$/g, "")
    .trim();
  return name === "" ? value.trim() : name;
}

const BLOCK = ["title", "authors", "date"];

/** `% title`, `% authors`, `% date` (https://pandoc.org/MANUAL.html#extension-pandoc_title_block). */
function titleBlock(lines: readonly Line[], words: readonly string[]): Header | null {
  const plain = words.findIndex((line) => !line.startsWith("%"));
  const block = words.slice(0, Math.min(BLOCK.length, plain < 0 ? words.length : plain));
  if (block.length < 2) return null;
  const fields = new Map(
    block.map((line, at): [string, string[]] => [
      BLOCK[at] as string,
      [line.slice(1).trim()].filter((one) => one !== ""),
    ]),
  );
  return { fields, end: lines[block.length - 1]?.end ?? 0 };
}
