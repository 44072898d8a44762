import { mention, type Span } from "../../text/span.ts";
import { type Collected, type DraftParts, hide, keysIn, type Rule, scan, show, shownAs, spanOf } from "./scan.ts";

/** Environments whose content is no prose. */
const HIDDEN = new Set(
  "verbatim Verbatim lstlisting minted equation align gather multline displaymath math tikzpicture comment filecontents thebibliography tabbing".split(
    " ",
  ),
);
/** Commands whose arguments are no prose. */
const SETTINGS = new Set(
  (
    "label ref pageref autoref cref Cref eqref nameref input include includegraphics usepackage documentclass bibliography bibliographystyle " +
    "addbibresource printbibliography vspace hspace vskip hskip color textcolor colorbox setcounter addtocounter setlength newcommand renewcommand " +
    "newenvironment def pagestyle thispagestyle hypersetup index glossary nocite graphicspath begin end title author date thanks keywords"
  ).split(" "),
);
/** Commands that put quotation marks around their argument. */
const QUOTES = new Set("enquote textquote blockquote textcquote blockcquote".split(" "));
/** Environments that hold a block quotation. */
const QUOTATIONS = new Set("quote quotation displayquote".split(" "));
const CITES =
  /^(?:full|foot|auto|smart|super|text|paren|no|Text|Paren|Auto|Smart)?cite(?:[pt]|alp|alt|author|year|yearpar|title|num)?s?$/i;

const ARGUMENT = /\{([^{}]*)\}/y;
const OPTIONS = /(?:\[[^\][]{0,400}\]){0,3}/y;

const RULES: readonly Rule[] = [
  { at: "\\", pattern: /\\(?:begin\s?\{([a-zA-Z]{1,30})\*?\})/y, read: readEnvironment },
  { at: "\\", pattern: /\\([a-zA-Z]{1,40})\*?/y, read: readCommand },
  { at: "\\", pattern: /\\\\(?:\[[^\][\n]{0,40}\])?|\\[ ,;:!/@-]/y, read: hide },
  { at: "\\", pattern: /\\([%$&#_{}])/y, read: (found, out) => show(found[1] ?? "")(found, out) },
  { at: "\\", pattern: /\\(["'`^~=.uvHcdbkr])(?:\{?\\?([a-zA-Z])\}?)/y, read: readAccent },
  { at: "\\", pattern: /\\[[(]/y, read: readDisplay },
  { at: "%", pattern: /%[^\n\r]*/y, read: hide },
  { at: "$", pattern: /\$\$[^$]*\$\$/y, read: hide },
  { at: "$", pattern: /\$([^$\n]{1,400})\$/y, read: readMath },
  { at: "0123456789", pattern: /\d{1,3}(?:(?:\\,|\{,\}|~)\d{3})+(?!\d)/y, read: readGrouped },
  { at: "`", pattern: /``/y, read: show("“") },
  { at: "'", pattern: /''/y, read: show("”") },
  { at: "`", pattern: /`/y, read: show("‘") },
  { at: "-", pattern: /---/y, read: show("—") },
  { at: "-", pattern: /--/y, read: show("–") },
  { at: "{}~", pattern: /[{}~]/y, read: readBrace },
];

/** Takes a draft in LaTeX; gives what of it is not prose, its links (`\href`, `\url`) and its citations (`\cite` and its kin). Never throws. */
export function readLatex(text: string): DraftParts {
  const parts = scan(text, RULES);
  const body = /\\begin\s?\{document\}/.exec(text);
  const end = /\\end\s?\{document\}/.exec(text);
  if (body !== null) parts.opaque.push({ start: 0, end: body.index + body[0].length });
  if (end !== null) parts.opaque.push({ start: end.index, end: text.length });
  return { ...parts, marks: withNotes(parts) };
}

function readEnvironment(found: RegExpExecArray, out: Collected): number {
  const [all, name = ""] = found;
  const start = found.index;
  if (!HIDDEN.has(name)) {
    if (QUOTATIONS.has(name)) return openQuotation(start, start + all.length, out);
    out.marks.push({ start, end: start + all.length });
    return start + all.length;
  }
  const close = out.text.indexOf(`\\end{${name}`, start);
  const end = close < 0 ? out.text.length : out.text.indexOf("}", close) + 1 || out.text.length;
  if (name === "thebibliography") readBibliography({ start, end }, out);
  out.opaque.push({ start, end });
  return end;
}

/** Each \bibitem is the definition of a key. */
function readBibliography({ start, end }: Span, { text, definitions }: Collected): void {
  const items = [...text.slice(start, end).matchAll(/\\bibitem(?:\[[^\][]{0,200}\])?\{([^{}\s]{1,200})\}/g)];
  for (const [i, item] of items.entries()) {
    const at = start + item.index;
    const key = text.indexOf("{", at + 8) + 1;
    const stop = start + (items[i + 1]?.index ?? end - start);
    definitions.push({ ...mention(text, at, stop), key: mention(text, key, key + (item[1] ?? "").length) });
  }
}

function readCommand(found: RegExpExecArray, out: Collected): number {
  const [all, name = ""] = found;
  const start = found.index;
  const options = start + all.length + lengthAt(OPTIONS, out.text, start + all.length);
  if (CITES.test(name)) return readCite(start, options, out);
  if (name === "href" || name === "url") return readLink(start, options, name === "url", out);
  if (name === "end" && QUOTATIONS.has(out.text.slice(options + 1, out.text.indexOf("}", options))))
    return closeQuotation(start, out.text.indexOf("}", options) + 1, out);
  if (QUOTES.has(name) && out.text[options] === "{") {
    out.marks.push({ start, end: options + 1, keep: "“", right: true });
    return options + 1;
  }
  if (SETTINGS.has(name)) {
    const end = afterArguments(out.text, options, name === "textcolor" || name === "color" ? 1 : 3);
    out.opaque.push({ start, end });
    return end;
  }
  const keep = name === "item" ? "-" : name === "footnote" ? "(" : "";
  out.marks.push({ start, end: options, keep });
  if (name !== "verb") return options;
  const close = out.text.indexOf(out.text[options] ?? "", options + 1);
  out.opaque.push({ start, end: close < 0 ? options : close + 1 });
  return close < 0 ? options : close + 1;
}

/** What stands between the beginning of a quotation and its first word. */
const BEFORE_WORDS = /(?:\s|\\[a-zA-Z]{1,20}(?![a-zA-Z{[*]))*/y;

/** The mark touches the first word, on whichever line that stands; a quotation that has marks of its own gets no others. */
function openQuotation(start: number, from: number, out: Collected): number {
  const end = from + lengthAt(BEFORE_WORDS, out.text, from);
  const keep = hasOwnMarks(out.text.slice(end, end + 2)) ? "\n\n" : "\n\n“";
  out.marks.push({ start, end, keep, right: true, joins: true });
  return end;
}

function closeQuotation(from: number, end: number, out: Collected): number {
  let start = from;
  while (/\s/.test(out.text[start - 1] ?? "x")) start--;
  const keep = /(?:''|["”»])$/.test(out.text.slice(Math.max(0, start - 2), start)) ? "\n\n" : "”\n\n";
  out.marks.push({ start, end, keep, joins: true });
  return end;
}

function hasOwnMarks(words: string): boolean {
  return /^(?:``|["“«„])/.test(words);
}

function readCite(start: number, options: number, out: Collected): number {
  ARGUMENT.lastIndex = options;
  const argument = ARGUMENT.exec(out.text);
  if (argument === null) return -1;
  const end = options + argument[0].length;
  const keys = keysIn(out.text, { start: options + 1, end: end - 1 });
  out.citations.push({ ...mention(out.text, start, end), keys, style: "pandoc" });
  return end;
}

function readLink(start: number, from: number, bare: boolean, out: Collected): number {
  ARGUMENT.lastIndex = from;
  const argument = ARGUMENT.exec(out.text);
  if (argument === null) return -1;
  const end = from + argument[0].length;
  const target = { start: from + 1, end: end - 1 };
  const shown = bare ? null : closeOf(out.text, end);
  out.opaque.push({ start, end });
  out.links.push({ start, end: shown ?? end, target });
  return end;
}

/** Where the group ends that opens at an offset; `null` where none opens there. */
function closeOf(text: string, from: number): number | null {
  if (text[from] !== "{") return null;
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + 1500); at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return null;
}

function afterArguments(text: string, from: number, most: number): number {
  let at = from;
  for (let i = 0; i < most; i++) {
    const end = closeOf(text, at);
    if (end === null) break;
    at = end;
  }
  return at;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Longest formula, in code units. */
const FORMULA = 4000;

/** "\[ … \]" and "\( … \)". */
function readDisplay(found: RegExpExecArray, out: Collected): number {
  const start = found.index;
  const close = out.text.slice(start, start + FORMULA).indexOf(found[0] === "\\[" ? "\\]" : "\\)");
  const end = start + (close < 0 ? 2 : close + 2);
  out.opaque.push({ start, end });
  return end;
}

/** A lone number between dollar signs is a figure; anything else there is mathematics. */
function readMath(found: RegExpExecArray, out: Collected): number | undefined {
  const { start, end } = spanOf(found);
  if (!/^\s?[\d.,]+(?:\\%)?\s?$/.test(found[1] ?? "")) {
    out.opaque.push({ start, end });
    return undefined;
  }
  out.marks.push({ start, end: start + 1 }, { start: end - 1, end });
  return end;
}

/**
 * "1\,600" is one number: it is shown as "1600.0", which is as long and means the same; "1{,}600" as "1 , 600", which is read
 * as one number too.
 */
function readGrouped(found: RegExpExecArray, out: Collected): undefined {
  const [all] = found;
  const keep = all.replace(/\{,\}/g, " , ").replace(/\\,/g, "\u2009\u2009").replace(/~/g, ",");
  out.marks.push({ ...spanOf(found), keep });
}

const COMBINING: Readonly<Record<string, string>> = {
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  '"': "\u0308",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  u: "\u0306",
  v: "\u030C",
  H: "\u030B",
  c: "\u0327",
  d: "\u0323",
  k: "\u0328",
  r: "\u030A",
};

function readAccent(found: RegExpExecArray, out: Collected): number | undefined {
  const [all, accent = "", letter = ""] = found;
  if (/[a-zA-Z]/.test(accent) && !all.includes("{")) return -1;
  out.marks.push(shownAs(out.text, spanOf(found), (letter + (COMBINING[accent] ?? "")).normalize("NFC")));
  return undefined;
}

function readBrace(found: RegExpExecArray, out: Collected): undefined {
  out.marks.push(spanOf(found));
}

/** A footnote in running text reads as words in brackets, what a command quotes as words between marks. */
function withNotes({ text, marks }: Collected): Collected["marks"] {
  const closing = new Map<number, string>();
  for (const { end, keep } of marks) {
    if (keep === "(") closing.set((closeOf(text, end) ?? 0) - 1, ")");
    else if (keep === "“" && text[end - 1] === "{") closing.set((closeOf(text, end - 1) ?? 0) - 1, "”");
  }
  return marks.map((mark) => ({ ...mark, keep: closing.get(mark.start) ?? mark.keep ?? "" }));
}
