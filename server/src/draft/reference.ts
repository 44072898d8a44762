/** How citations are written: "[@voa]", "[^voa]" with a definition, or "([VOA](https://…))". */
export type CitationStyle = "pandoc" | "footnote" | "link";

/** What of a source goes into a citation. */
export interface SourceReference {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** ISO date. */
  readonly published: string | null;
  /** Where a link to it leads: its address, or the path of its file from the draft. */
  readonly href: string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Takes a source; gives the definition of its footnote: outlet, title, date, address. */
export function footnoteDefinition(source: SourceReference): string {
  const title = source.title === null ? null : `“${escapeMarkdown(source.title)}”`;
  const outlet = source.outlet === null ? null : escapeMarkdown(source.outlet);
  const address = /^https?:/i.test(source.href) ? `<${encodeTarget(source.href)}>` : null;
  const parts = [outlet, title, longDate(source.published), address].filter((part) => part !== null);
  return `[^${source.id}]: ${parts.length > 0 ? parts.join(", ") : source.id}.`;
}

/** Takes a source, and whether the draft is plain text, where nothing is escaped; gives a Markdown link to it that shows its outlet. */
export function linkTo(source: SourceReference, plain = false): string {
  const name = source.outlet ?? source.title ?? source.id;
  const shown = plain ? name.replace(/[\s[\]\\]+/g, " ").trim() : escapeMarkdown(name);
  return `[${shown}](${encodeTarget(source.href)})`;
}

/** Takes an ISO date, whole or in part; gives it as written in prose ("April 25, 2019"), `null` for none. */
export function longDate(iso: string | null): string | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? "");
  if (parts === null) return null;
  const [, year, month, day] = parts;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year ?? null;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** Takes words; gives them as Markdown that shows just these words, on one line. */
export function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~@^&]/g, "\\$&");
}

/** Blanks, brackets and parentheses would end the link too early. */
function encodeTarget(href: string): string {
  return href.replace(/[\s()<>[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
}
