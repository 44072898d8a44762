import { isMap, parseDocument, stringify } from "yaml";
import type { Span } from "../text/span.ts";
import { bareYaml, type Fields, fieldKey, mendYaml, readFrontMatter } from "./frontmatter.ts";
import { FIELD_NAMES, type StatedField } from "./meta.ts";
import { isMarkdown } from "./plain.ts";
import type { Article } from "./types.ts";

/** Fields as a person confirmed them; a value left out is not written. */
export type Confirmed = { readonly [F in StatedField]?: string | readonly string[] | null };

/** A change to a text file: what stands in `span` becomes `text`. */
export interface MetadataEdit {
  readonly kind: "edit";
  readonly span: Span;
  readonly text: string;
}

/** A side file to be written beside a file that cannot hold metadata itself. */
export interface SideFile {
  readonly kind: "side-file";
  /** Relative to the corpus folder: the article's path with `.yaml` behind it. */
  readonly path: string;
  readonly content: string;
}

/** Order in which fields are written. */
const ORDER: readonly StatedField[] = [
  "id",
  "title",
  "outlet",
  "authors",
  "published",
  "retrieved",
  "url",
  "language",
  "kind",
  "restsOn",
];

/** Takes an article; gives its guessed fields as they would be confirmed unchanged. */
export function guessesOf(article: Pick<Article, "meta">): Confirmed {
  const meta = article.meta as unknown as Readonly<Record<string, string | readonly string[] | null>>;
  return Object.fromEntries(article.meta.guessed.map((field) => [field, meta[field] ?? null])) as Confirmed;
}

/**
 * Takes a path, the text of its file (for a file that is not text: of its side file, empty where there is none), and
 * what was confirmed; gives the edit that writes it. A text file gets front matter, or its front matter is changed with
 * all else in it (other fields, comments, order) left alone; any other file gets a side file.
 */
export function confirmMetadata(path: string, text: string, confirmed: Confirmed): MetadataEdit | SideFile {
  const isText = isMarkdown(path) || /\.(?:txt|text)$/i.test(path);
  if (!isText)
    return {
      kind: "side-file",
      path: `${path}.yaml`,
      content: changedYaml(bareYaml(text), confirmed),
    };
  const line = text.includes("\r\n") ? "\r\n" : "\n";
  const { span, fields } = readFrontMatter(path, text);
  const block = (yaml: string) => `---\n${yaml}---`.replace(/\r?\n/g, line);
  if (span === null)
    return { kind: "edit", span: { start: 0, end: 0 }, text: `${block(changedYaml("", confirmed))}${line}${line}` };
  const opening = /^\s*---/.exec(text.slice(0, 100))?.[0].length;
  if (opening === undefined) return { kind: "edit", span, text: block(changedYaml(asYaml(fields), confirmed)) };
  const inner = text.slice(text.indexOf("\n", opening) + 1, text.lastIndexOf("\n", span.end - 1) + 1);
  return { kind: "edit", span, text: block(changedYaml(inner, confirmed)) };
}

/** Front matter of another kind is written anew, with all that was read of it. */
function asYaml(fields: Fields): string {
  const all = [...fields].flatMap(([key, values]) =>
    values.length === 0 ? [] : [[key, values.length === 1 ? values[0] : values] as const],
  );
  return all.length === 0 ? "" : stringify(Object.fromEntries(all), { lineWidth: 0 });
}

/** Takes YAML and fields; gives the YAML with them in it. YAML that is broken is kept below the fields as a comment. */
function changedYaml(written: string, confirmed: Confirmed): string {
  const { yaml } = mendYaml(written);
  const document = parseDocument(yaml, { schema: "failsafe" });
  const broken = document.errors.length > 0 || (document.contents !== null && !isMap(document.contents));
  if (broken) return freshYaml(confirmed) + yaml.replace(/^(?=.)/gm, "# ");
  if (document.contents === null) return yaml + freshYaml(confirmed);
  for (const [field, value] of entriesOf(confirmed))
    document.set(keyIn(document.contents, field), document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

function freshYaml(confirmed: Confirmed): string {
  return stringify(Object.fromEntries(entriesOf(confirmed)), { lineWidth: 0 });
}

function entriesOf(confirmed: Confirmed): [StatedField, string | readonly string[]][] {
  return ORDER.flatMap((field): [StatedField, string | readonly string[]][] => {
    const value = confirmed[field];
    return value === undefined || value === null || value.length === 0 ? [] : [[field, value]];
  });
}

/** The name under which a map has the field already, else the field's own. */
function keyIn(map: unknown, field: StatedField): string {
  const keys = isMap(map) ? map.items.map((item) => String(item.key)) : [];
  return keys.find((key) => FIELD_NAMES[field].includes(fieldKey(key)) && fieldKey(key) !== "source") ?? field;
}
