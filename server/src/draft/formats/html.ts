import { mention, type Span } from "../../text/span.ts";
import { ENTITIES } from "./entities.ts";
import { type Collected, type DraftParts, hide, type Rule, scan, shownAs, spanOf } from "./scan.ts";

/** Elements whose content is no prose. */
const HIDDEN = new Set(
  "script style pre code kbd samp template svg math head textarea select object iframe noscript".split(" "),
);
/** What stands for a tag: elements that end a paragraph, cells, items and quotations; any other is blanked out. */
const SHOWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "p div section article header footer main aside h1 h2 h3 h4 h5 h6 ul ol dl dt dd table figure figcaption hr address"
      .split(" ")
      .map((name) => [name, "\n\n"]),
  ),
  li: "\n- ",
  tr: "\n",
  td: "|",
  th: "|",
  br: "\n",
};
/** Marks of quotation that a browser would draw. */
const QUOTES: Readonly<Record<string, readonly [string, string]>> = { q: ["“", "”"], blockquote: ["\n\n“", "”\n\n"] };

const RULES: readonly Rule[] = [
  { at: "<", pattern: /<!--(?:[^-]|-(?!->))*(?:-->|$)/y, read: hide },
  { at: "<", pattern: /<[!?][^>]{0,2000}>/y, read: hide },
  { at: "<", pattern: /<(\/?)([a-zA-Z][\w:-]{0,40})((?:[^<>"']|"[^"]*"|'[^']*')*)>/y, read: readTag },
  { at: "&", pattern: /&(?:#x?[\da-fA-F]{1,6}|[a-zA-Z]{2,8});/y, read: readEntity },
];

/** Takes a draft in HTML; gives what of it is not prose, its links (`<a href>`) and its citations (`<cite>voa</cite>`). Never throws. */
export function readHtml(text: string): DraftParts {
  return scan(text, RULES);
}

function readTag(found: RegExpExecArray, out: Collected): number {
  const [, close = "", written = "", attributes = ""] = found;
  const name = written.toLowerCase();
  const span = spanOf(found);
  if (close === "" && HIDDEN.has(name) && !attributes.endsWith("/")) return hideElement(name, span, out);
  if (close === "" && name === "cite") return readCite(span, attributes, out);
  if (close === "" && name === "a") readLink(span, attributes, out);
  const quote = QUOTES[name]?.[close === "" ? 0 : 1];
  const keep = quote ?? SHOWN[name];
  out.opaque.push(keep === undefined ? span : { ...span, keep, right: quote !== undefined && close === "" });
  return span.end;
}

function hideElement(name: string, { start, end }: Span, { text, opaque }: Collected): number {
  const close = new RegExp(`</${name}\\s{0,20}>`, "gi");
  close.lastIndex = end;
  const found = close.exec(text);
  const stop = found === null ? text.length : found.index + found[0].length;
  opaque.push({ start, end: stop });
  return stop;
}

const HREF = /\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

function readLink({ start, end }: Span, attributes: string, { text, links }: Collected): void {
  const href = HREF.exec(attributes);
  const value = href?.[1] ?? href?.[2] ?? href?.[3] ?? "";
  if (value === "" || value.startsWith("#")) return;
  const from = text.indexOf(value, start);
  const close = text.slice(end, end + 2000).search(/<\/a\s{0,20}>/i);
  const stop = close < 0 ? end : text.indexOf(">", end + close) + 1;
  links.push({ start, end: stop, target: { start: from, end: from + value.length } });
}

/** The id of a source stands in the element alone; a title ("The Times") is prose. */
function readCite({ start, end }: Span, _attributes: string, out: Collected): number {
  const inside =
    /^([\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100}(?:[;,] ?[\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100})*)<\/cite\s{0,20}>/iu.exec(
      out.text.slice(end, end + 600),
    );
  if (inside === null) {
    out.opaque.push({ start, end });
    return end;
  }
  const [all, ids = ""] = inside;
  const keys = [...ids.matchAll(/[^\s,;]+/g)].map(({ 0: id, index }) =>
    mention(out.text, end + index, end + index + id.length),
  );
  out.citations.push({ ...mention(out.text, start, end + all.length), keys, style: "pandoc", loose: true });
  return end + all.length;
}

function readEntity(found: RegExpExecArray, out: Collected): undefined {
  const [entity] = found;
  const code = /^&#(x?)([\da-f]+);$/i.exec(entity);
  const sign = code === null ? ENTITIES[entity] : signOf(Number.parseInt(code[2] ?? "", code[1] === "" ? 10 : 16));
  if (sign !== undefined) out.marks.push(shownAs(out.text, spanOf(found), sign));
}

function signOf(code: number): string | undefined {
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}
