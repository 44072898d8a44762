import { mention } from "../../text/span.ts";
import type { Masked } from "../mask.ts";
import {
  type Collected,
  type DraftParts,
  hide,
  indentedEnd,
  keysIn,
  lineEnd,
  nextLine,
  type Rule,
  scan,
  spanOf,
} from "./scan.ts";

/** Directives that hold prose. */
const PROSE = new Set(
  "note warning attention caution danger error hint important tip admonition topic sidebar epigraph highlights pull-quote compound container rubric".split(
    " ",
  ),
);
/** Roles whose words are no prose. */
const HIDDEN = new Set("ref doc math code file samp download numref term abbr raw any func class mod".split(" "));

const RULES: readonly Rule[] = [
  { at: "^", pattern: /([ \t]*)\.\. \[([^\]\s]{1,200})\](?=[ \t\r\n]|$)/y, read: readDefinition },
  { at: "^", pattern: /([ \t]*)\.\. _([^:\n]{1,200}):[ \t]*([^\s]{0,2000})/y, read: readTarget },
  { at: "^", pattern: /([ \t]*)\.\. ([\w:+.-]{1,80})::[^\n\r]*/y, read: readDirective },
  { at: "^", pattern: /([ \t]*)\.\.(?=[ \t\r\n]|$)[^\n\r]*/y, read: hideBlock },
  { at: "^", pattern: /:[\w -]{1,60}:(?=[ \t\r\n]|$)[^\n\r]*/y, read: hide },
  { at: "^", pattern: /([=\-`:'"~^_*+#<>.])\1{2,}[ \t]*$/my, read: hide },
  { at: "^", pattern: /[ \t]*[=+][-=+ ]{2,400}[ \t]*$/my, read: hide },
  { at: "^", pattern: /([ \t]*)(?:[*+•-]|#\.|\d{1,4}[.)]|\(\d{1,4}\))[ \t]+(?=\S)/y, read: readBullet },
  { at: ":", pattern: /::(?=[ \t]*(?:\r?\n|$))/y, read: readLiteral },
  { at: "`", pattern: /``[^`]{1,2000}``/y, read: hide },
  { at: ":", pattern: /:([\w:-]{1,40}):`([^`]{1,600})`/y, read: readRole },
  { at: "`", pattern: /`([^`<]{0,600})<([^`<>\s]{1,2000})>`__?/y, read: readLink },
  { at: "`", pattern: /`([^`]{1,600})`(?:__?)?/y, read: readPhrase },
  { at: "[", pattern: /\[([^\]\s[]{1,200})\]_/y, read: readReference },
  { at: "h", pattern: /https?:\/\/[^\s<>"`]{1,2000}/y, read: readAddress },
  { at: "|", pattern: /\|[\w -]{1,60}\|_{0,2}/y, read: hide },
  {
    at: "\\",
    pattern: /\\./y,
    read: (found, { marks }) => void marks.push({ ...spanOf(found), keep: found[0].slice(1).trim() }),
  },
  { at: "*", pattern: /\*{1,2}/y, read: readEmphasis },
];

/** Takes a draft in reStructuredText; gives what of it is not prose, its links and its citations (`[voa]_`, `:cite:`voa``). Never throws. */
export function readRst(text: string): DraftParts {
  const parts = scan(text, RULES);
  const defined = new Set(parts.definitions.map(({ key }) => key.text));
  return {
    ...parts,
    marks: [...parts.marks, ...quotedLines(text)],
    citations: parts.citations.map((mark) =>
      mark.style === "footnote" &&
      !mark.keys.some(({ text: key }) => defined.has(key)) &&
      !/^\d+$|^#/.test(mark.keys[0]?.text ?? "")
        ? { ...mark, style: "pandoc" as const }
        : mark,
    ),
  };
}

function readDefinition(found: RegExpExecArray, out: Collected): number {
  const [all, indent = "", id = ""] = found;
  const start = found.index + indent.length;
  const end = indentedEnd(out.text, start, indent.length);
  const key = start + 4;
  out.definitions.push({ ...mention(out.text, start, end), key: mention(out.text, key, key + id.length) });
  out.marks.push({ start, end: found.index + all.length, keep: "-" });
  return found.index + all.length;
}

function readTarget(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  out.opaque.push({ start, end });
}

function readDirective(found: RegExpExecArray, out: Collected): number {
  const [all, indent = "", name = ""] = found;
  if (!PROSE.has(name.toLowerCase())) return hideBlock(found, out);
  out.opaque.push({ start: found.index, end: found.index + indent.length + 3 + name.length + 2 });
  return found.index + all.length;
}

/** A comment or a directive goes on as long as what follows is indented. */
function hideBlock(found: RegExpExecArray, out: Collected): number {
  const end = indentedEnd(out.text, found.index + found[0].length, (found[1] ?? "").length);
  out.opaque.push({ start: found.index, end });
  return end;
}

function readBullet(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  out.marks.push({ start: start + (found[1] ?? "").length, end, keep: "-" });
}

const ANNOUNCING = /^(?:[*+•-]|#\.|\d{1,4}[.)]|\(\d{1,4}\)|\.\.|:)[ \t]?/;

/** An indented paragraph that nothing announces is a block quotation; ">" stands before its lines, as in Markdown. */
function quotedLines(text: string): Masked[] {
  const marks: Masked[] = [];
  let outer: string | null = null;
  let parted = false;
  for (let at = 0; at < text.length; at = nextLine(text, lineEnd(text, at))) {
    const line = text.slice(at, lineEnd(text, at));
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") parted = true;
    else if (indent === 0) {
      outer = line;
      parted = false;
    } else if (parted && outer !== null && !ANNOUNCING.test(outer))
      marks.push({ start: at, end: at + indent, keep: ">" });
    if (lineEnd(text, at) >= text.length) break;
  }
  return marks;
}

/** "::" at the end of a paragraph announces a block of code. */
function readLiteral(found: RegExpExecArray, out: Collected): number {
  const at = found.index;
  const line = out.text.lastIndexOf("\n", at - 1) + 1;
  const indent = /^[ \t]*/.exec(out.text.slice(line, at))?.[0].length ?? 0;
  const end = indentedEnd(out.text, at + 2, indent);
  out.marks.push({ start: at, end: at + 2, keep: ":" });
  const next = nextLine(out.text, lineEnd(out.text, at));
  if (end > next) out.opaque.push({ start: next, end });
  return Math.max(end, at + 2);
}

function readRole(found: RegExpExecArray, out: Collected): undefined {
  const [, role = "", words = ""] = found;
  const { start, end } = spanOf(found);
  const from = end - 1 - words.length;
  if (/^(?:foot)?cite(?::\w+)?$/.test(role)) {
    const keys = keysIn(out.text, { start: from, end: end - 1 });
    out.citations.push({ ...mention(out.text, start, end), keys, style: "pandoc" });
  } else if (HIDDEN.has(role)) out.opaque.push({ start, end });
  else out.marks.push({ start, end: from }, { start: end - 1, end });
}

function readLink(found: RegExpExecArray, out: Collected): undefined {
  const [, words = "", url = ""] = found;
  const { start, end } = spanOf(found);
  const at = start + 1 + words.length;
  const target = { start: at + 1, end: at + 1 + url.length };
  out.marks.push({ start, end: start + 1 }, { start: at, end });
  out.links.push({ start, end, target });
}

function readPhrase(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  out.marks.push({ start, end: start + 1 }, { start: start + 1 + (found[1] ?? "").length, end });
}

function readReference(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  const id = found[1] ?? "";
  if (id === "#" || id === "*") {
    out.opaque.push({ start, end });
    return;
  }
  const key = mention(out.text, start + 1, start + 1 + id.length);
  out.citations.push({ ...mention(out.text, start, end), keys: [key], style: "footnote" });
}

function readAddress(found: RegExpExecArray, out: Collected): number {
  const start = found.index;
  const target = { start, end: start + found[0].replace(/[.,;:!?)\]]{1,8}$/, "").length };
  out.opaque.push(target);
  out.links.push({ ...target, target });
  return target.end;
}

function readEmphasis(found: RegExpExecArray, out: Collected): undefined {
  out.marks.push(spanOf(found));
}
