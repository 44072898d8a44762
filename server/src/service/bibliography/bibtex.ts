import type { SourceMeta } from "../../corpus/types.ts";
import { byId, type CslItem, type CslName, cslItem } from "./csl.ts";

/** Entry types by type of CSL, with the field that holds the outlet. */
const ENTRIES: Readonly<Record<string, readonly [string, string]>> = {
  "article-newspaper": ["article", "journal"],
  "article-journal": ["article", "journal"],
  report: ["techreport", "institution"],
  book: ["book", "publisher"],
};
const OTHER = ["misc", "publisher"] as const;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Takes sources; gives them as a BibTeX file (UTF-8), in order of id; keys are the ids. Format: Patashnik, "BibTeXing" (1988), with biblatex's `date` and `urldate`. */
export function formatBibtex(sources: readonly SourceMeta[]): string {
  return byId(sources)
    .map((meta) => entry(cslItem(meta)))
    .join("\n");
}

function entry(item: CslItem): string {
  const [type, outletField] = ENTRIES[item.type] ?? OTHER;
  const [year, month] = item.issued?.["date-parts"][0] ?? [];
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", item.author?.map(author).join(" and ")],
    ["title", item.title === undefined ? undefined : `{${escapeTex(item.title)}}`],
    [outletField, escaped(item["container-title"] ?? item.publisher)],
    ["date", isoOf(item.issued)],
    ["year", year === undefined ? undefined : String(year)],
    ["url", item.URL === undefined ? undefined : address(item.URL)],
    ["urldate", isoOf(item.accessed)],
    ["langid", item.language],
    ["note", item.genre],
    ["entrysubtype", item.type === "article-newspaper" ? "newspaper" : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]));
  const monthLine = month === undefined ? [] : [`  month = ${MONTHS[month - 1] ?? month},\n`];
  return `@${type}{${item.id},\n${[...lines, ...monthLine].join("")}}\n`;
}

/** "Family, Suffix, Given"; a body in braces, so that it stays whole. */
function author(name: CslName): string {
  if ("literal" in name) return `{${escapeTex(name.literal)}}`;
  return [name.family, name.suffix, name.given]
    .flatMap((part) => (part === undefined ? [] : [escapeTex(part)]))
    .join(", ");
}

function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeTex(text);
}

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  "{": "\\{",
  "}": "\\}",
};

/** Signs with a meaning in TeX are escaped, and signs that it would join ("--") kept apart. */
function escapeTex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\{}~^&%$#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replace(/-(?=-)|([`'!?,<>])(?=[`'<>])/g, "$&{}");
}

/** An address is taken as it is; only what would end the field is encoded. */
function address(url: string): string {
  return url.replace(/[\s{}\\]/g, encodeURIComponent);
}

function isoOf(date: CslItem["issued"]): string | undefined {
  const [year, ...rest] = date?.["date-parts"][0] ?? [];
  return year === undefined
    ? undefined
    : [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
}
