import type { CitationMark, PreparedDraft } from "../verify/types.ts";
import type { Edit } from "./edits.ts";
import { type CitationStyle, longDate, type SourceReference } from "./reference.ts";

/** How a format of drafts writes citations in a form of its own. */
export interface CitationForm {
  /** Takes a source, a style and whether it is cited for the first time; gives the citation. */
  mark(source: SourceReference, style: CitationStyle, first: boolean): string;
  /** Takes a source and a style; gives what goes before the citation. */
  before(style: CitationStyle): string;
  /** Takes a citation that stands there and a source; gives the edit that adds the source to it, `null` where a mark of its own goes behind. */
  join(mark: CitationMark, source: SourceReference): Edit | null;
  /** Takes a source and a style; gives the line that defines it for the whole draft, `null` where none is needed. */
  definition(source: SourceReference, style: CitationStyle): string | null;
}

const described = (source: SourceReference, quote: (title: string) => string): string =>
  [source.outlet, source.title && quote(source.title), longDate(source.published), addressOf(source)]
    .filter((part) => part !== null && part !== "")
    .join(", ") || source.id;

const nameOf = (source: SourceReference): string => flat(source.outlet ?? source.title ?? source.id);
const isPage = (href: string): boolean => /^https?:/i.test(href);

const rst: CitationForm = {
  mark: (source, style) =>
    style === "link" ? `(\`${nameOf(source).replace(/[`<>]/g, "")} <${target(source)}>\`__)` : `[${source.id}]_`,
  before: () => " ",
  join: () => null,
  definition: (source, style) =>
    style === "link" ? null : `.. [${source.id}] ${described(source, (title) => `“${flat(title)}”`)}.`,
};

const asciidoc: CitationForm = {
  mark(source, style, first) {
    if (style === "pandoc") return `<<${source.id}>>`;
    if (style === "footnote")
      return `footnote:${source.id}[${first ? `${brackets(described(source, (title) => `“${flat(title)}”`))}.` : ""}]`;
    return `(${isPage(source.href) ? "" : "link:"}${target(source)}[${brackets(nameOf(source))}])`;
  },
  before: (style) => (style === "footnote" ? "" : " "),
  join: () => null,
  definition: (source, style) =>
    style === "pandoc" ? `* [[[${source.id}]]] ${described(source, (title) => `“${flat(title)}”`)}.` : null,
};

const latex: CitationForm = {
  mark(source, style) {
    if (style === "link") return `(\\href{${target(source).replace(/[%#&]/g, "\\$&")}}{${tex(nameOf(source))}})`;
    return style === "footnote" ? `\\footcite{${source.id}}` : `\\cite{${source.id}}`;
  },
  before: (style) => ({ pandoc: "~", footnote: "", link: " " })[style],
  join: (mark, source) =>
    /^\\\w*cite/.test(mark.text) ? { start: mark.end - 1, end: mark.end - 1, newText: `,${source.id}` } : null,
  definition: () => null,
};

const html: CitationForm = {
  mark: (source, style) =>
    style === "link"
      ? `(<a href="${attribute(target(source))}">${attribute(nameOf(source))}</a>)`
      : `<cite>${source.id}</cite>`,
  before: () => " ",
  join(mark, source) {
    const at = mark.end - (/<\/cite\s*>$/i.exec(mark.text)?.[0].length ?? 0);
    return mark.text.startsWith("<cite") ? { start: at, end: at, newText: `; ${source.id}` } : null;
  },
  definition: () => null,
};

/** Forms by format; Markdown and plain text have those of `edits.ts`. */
export const FORMS: Readonly<Record<string, CitationForm>> = { rst, asciidoc, latex, html };

/** Takes a draft, a source, a style and a form; gives the edit that adds the source's definition at the end of the draft, once. */
export function defineSource(
  draft: PreparedDraft,
  source: SourceReference,
  style: CitationStyle,
  form: CitationForm,
): Edit[] {
  const line = form.definition(source, style);
  if (line === null || draft.definitions.some(({ key }) => key.text === source.id)) return [];
  const end = draft.text.trimEnd().length;
  const follows = draft.definitions.at(-1)?.end === end;
  const stop = draft.text.includes("\r\n") ? "\r\n" : "\n";
  const heading = line.startsWith("* [[[") && !follows ? `[bibliography]${stop}` : "";
  return [{ start: end, end, newText: `${follows ? stop : stop + stop}${heading}${line}` }];
}

function addressOf(source: SourceReference): string | null {
  return isPage(source.href) ? target(source) : null;
}

/** Signs that would end a target early. */
function target({ href }: SourceReference): string {
  return href.replace(
    /[\s<>"'`[\]{}\\()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
}

function flat(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function brackets(words: string): string {
  return words.replace(/\]/g, "\\]");
}

function tex(words: string): string {
  return words.replace(/\\/g, "/").replace(/[%$&#_{}]/g, "\\$&");
}

function attribute(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
