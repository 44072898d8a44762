import { mention } from "../../text/span.ts";
import {
  type Collected,
  type DraftParts,
  hide,
  keysIn,
  lineEnd,
  nextLine,
  type Rule,
  scan,
  show,
  spanOf,
} from "./scan.ts";

const RULES: readonly Rule[] = [
  { at: "^", pattern: /(\/{4,}|-{4,}|\.{4,}|\+{4,})[ \t]*$/my, read: readFence },
  { at: "^", pattern: /_{4,}[ \t]*$/my, read: readQuoteFence },
  { at: "^", pattern: /\[(?:quote|verse)[^\]\n]{0,400}\](?:[ \t]*\r?\n(?=____))?/y, read: readQuoteLine },
  { at: "^", pattern: /\/\/[^\n\r]*/y, read: hide },
  { at: "^", pattern: /:!?[\w-]{1,60}!?:[^\n\r]*/y, read: hide },
  { at: "^", pattern: /\[\[\[([^\]\s,]{1,200})(?:,[^\]]{0,200})?\]\]\]/y, read: readEntry },
  { at: "^", pattern: /[*-][ \t]+\[\[\[([^\]\s,]{1,200})(?:,[^\]]{0,200})?\]\]\]/y, read: readEntry },
  { at: "^", pattern: /\[\[[^\]\n]{1,200}\]\]|\[[^\]\n]{1,400}\][ \t]*$/my, read: hide },
  { at: "^", pattern: /(?:={4,}|\*{4,}|-{2}|\|===+|<<<|'''|\+)[ \t]*$/my, read: hide },
  { at: "^", pattern: /(?:image|include|video|audio|toc|ifdef|ifndef|ifeval|endif)::[^\n\r]*/y, read: hide },
  { at: "^", pattern: /={1,6}[ \t]/y, read: hide },
  { at: "^", pattern: /\.(?=[^\s.])/y, read: hide },
  { at: "^", pattern: /[ \t]*(?:[*-]{1,5}|\.{1,5}|\d{1,4}\.)[ \t]+/y, read: readBullet },
  { at: "^", pattern: /(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]/y, read: hide },
  { at: "`", pattern: /`"/y, read: show("”") },
  { at: '"', pattern: /"`/y, read: show("“") },
  { at: "`", pattern: /`'/y, read: show("’") },
  { at: "'", pattern: /'`/y, read: show("‘") },
  { at: "`", pattern: /`[^`\n]{1,400}`/y, read: hide },
  { at: "+", pattern: /\+{1,3}[^+\n]{1,400}\+{1,3}/y, read: hide },
  { at: "<", pattern: /<<([^<>,\n#]{1,200})(?:,([^<>\n]{0,300}))?>>/y, read: readReference },
  { at: "c", pattern: /cite[a-z]{0,12}:(?:[\w-]{0,40})\[([^\][]{1,300})\]/y, read: readCiteMacro },
  { at: "f", pattern: /footnote:([\w-]{0,100})\[/y, read: readFootnote },
  { at: "h", pattern: /(https?:\/\/[^\s[\]<>"]{1,2000})(\[)?/y, read: readAddress },
  { at: "l", pattern: /link:([^\s[\]]{1,2000})\[/y, read: readLinkMacro },
  { at: "x", pattern: /xref:([^\s[\]]{1,300})\[/y, read: hide },
  { at: "i", pattern: /(?:image|icon):[^\s[\]]{1,300}\[[^\]]{0,300}\]/y, read: hide },
  { at: "{", pattern: /\{[\w-]{1,60}\}/y, read: hide },
  { at: "*_#", pattern: /[*_#]{1,2}/y, read: readEmphasis },
];

/** Takes a draft in AsciiDoc; gives what of it is not prose, its links and its citations (`<<voa>>`, `cite:[voa]`, `footnote:voa[…]`). Never throws. */
export function readAsciidoc(text: string): DraftParts {
  return scan(text, RULES);
}

function readFence(found: RegExpExecArray, out: Collected): number {
  const fence = found[1] ?? "";
  const close = out.text.indexOf(`\n${fence}`, found.index + found[0].length - 1);
  const end = close < 0 ? out.text.length : lineEnd(out.text, close + 1);
  out.opaque.push({ start: found.index, end });
  return end;
}

/** Fences of a block quotation stand for its marks, right beside its words. */
function readQuoteFence(found: RegExpExecArray, out: Collected): undefined {
  const opened = out.fences++;
  const { start, end } = spanOf(found);
  const before = Math.max(0, start - 1);
  if (opened % 2 === 0) out.marks.push({ start, end: nextLine(out.text, end), keep: "“", right: true, joins: true });
  else out.marks.push({ start: before, end, keep: "”", joins: true });
}

/** "[quote, Ana Brandt]" names the speaker of the block that follows. */
function readQuoteLine(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  const speaker = /^\[\w+,[ \t]*([^,\]]{1,200})/.exec(found[0]);
  const name = speaker?.[1]?.trim() ?? "";
  if (name === "") {
    out.opaque.push({ start, end });
    return undefined;
  }
  const at = start + found[0].indexOf(name);
  const close = start + found[0].indexOf("]") + 1;
  out.marks.push({ start, end: at }, { start: at + name.length, end: close, keep: ":" });
  return undefined;
}

/** An entry of a bibliography: "* [[[voa]]] Voice of America, …". */
function readEntry(found: RegExpExecArray, out: Collected): number {
  const id = found[1] ?? "";
  const start = found.index;
  const key = start + found[0].indexOf("[[[") + 3;
  const end = lineEnd(out.text, start);
  out.definitions.push({ ...mention(out.text, start, end), key: mention(out.text, key, key + id.length) });
  out.opaque.push({ start, end });
  return end;
}

function readBullet(found: RegExpExecArray, out: Collected): undefined {
  out.marks.push({ ...spanOf(found), keep: "-" });
}

/** A cross-reference names a source where its id is one. */
function readReference(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  const key = mention(out.text, start + 2, start + 2 + (found[1] ?? "").length);
  out.citations.push({ ...mention(out.text, start, end), keys: [key], style: "pandoc", loose: true });
}

function readCiteMacro(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  const from = end - 1 - (found[1] ?? "").length;
  out.citations.push({
    ...mention(out.text, start, end),
    keys: keysIn(out.text, { start: from, end: end - 1 }),
    style: "pandoc",
  });
}

/** A named footnote cites the source of that id; the words of one without a name read as words in brackets. */
function readFootnote(found: RegExpExecArray, out: Collected): number | undefined {
  const { start, end } = spanOf(found);
  const id = found[1] ?? "";
  const close = closeOf(out.text, end);
  if (id === "") {
    out.marks.push({ start, end, keep: "(" }, { start: close - 1, end: close, keep: ")" });
    return undefined;
  }
  const key = mention(out.text, start + 9, start + 9 + id.length);
  out.citations.push({ ...mention(out.text, start, close), keys: [key], style: "pandoc", loose: true });
  return close;
}

function readAddress(found: RegExpExecArray, out: Collected): number | undefined {
  const [, url = "", bracket] = found;
  const start = found.index;
  const target = {
    start,
    end: start + (bracket === undefined ? url.replace(/[.,;:!?)]{1,8}$/, "").length : url.length),
  };
  if (bracket === undefined) {
    out.opaque.push(target);
    out.links.push({ ...target, target });
    return target.end;
  }
  return linked(start, target, out);
}

function readLinkMacro(found: RegExpExecArray, out: Collected): number {
  const from = found.index + 5;
  return linked(found.index, { start: from, end: from + (found[1] ?? "").length }, out);
}

/** A link shows the words in its brackets; a blank stands for "^" and the like behind them. */
function linked(start: number, target: { start: number; end: number }, out: Collected): number {
  const open = target.end + 1;
  const close = closeOf(out.text, open);
  out.marks.push({ start, end: open }, { start: close - 1, end: close });
  out.links.push({ start, end: close, target });
  return open;
}

function closeOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + 1500); at++) {
    if (text[at] === "[") depth++;
    else if (text[at] === "]" && --depth === 0) return at + 1;
  }
  return lineEnd(text, from);
}

/** Marks of emphasis stand at the edge of a word. */
function readEmphasis(found: RegExpExecArray, out: Collected): undefined {
  const { start, end } = spanOf(found);
  const opens = /[\s\p{P}]/u.test(out.text[start - 1] ?? " ") && /\S/.test(out.text[end] ?? " ");
  const closes = /\S/.test(out.text[start - 1] ?? " ") && /[\s\p{P}]/u.test(out.text[end] ?? " ");
  if (opens || closes) out.marks.push({ start, end });
}
