import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Span } from "../text/span.ts";
import { otherFrontMatter } from "./otherfront.ts";
import type { ReadProblem } from "./types.ts";

/** Metadata as written, every value a list of strings (empty where a key has none), keys in lower case without `-`, `_` and spaces. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Front matter of a text: where it stands, its fields, and what is wrong with it. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing line; `null` where the text has none. */
  readonly span: Span | null;
  readonly fields: Fields;
  readonly problems: readonly ReadProblem[];
}

const OPENING = /^(?:---[ \t]*\r?\n|(?:[ \t]*\r?\n){1,5}---[ \t]*\r?\n(?=[A-Za-z][\w -]{0,40}:))/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const NONE: FrontMatter = { span: null, fields: new Map(), problems: [] };

/** Takes a path (for messages) and a text; gives the YAML front matter at its start. Broken YAML is a problem, never an error thrown. */
export function readFrontMatter(path: string, text: string): FrontMatter {
  const other = otherFrontMatter(path, text);
  if (other !== null) return other;
  const opening = OPENING.exec(text.slice(0, 80));
  if (opening === null) return NONE;
  const from = opening[0].length;
  const closing = findClosing(text, from);
  if (closing === null) return unclosed(path, text, from);
  const { fields, problems } = readYaml(path, text.slice(from, closing.start), from);
  return { span: { start: 0, end: closing.end }, fields, problems };
}

/** Takes a path, YAML and where it begins in its file; gives its fields as strings and its problems with their spans. */
export function readYaml(path: string, yaml: string, offset = 0): { fields: Fields; problems: ReadProblem[] } {
  const fields = new Map<string, readonly string[]>();
  const problems: ReadProblem[] = [];
  try {
    const { lines, document } = mendYaml(yaml);
    for (const line of lines) problems.push(plainValue(path, line, offset));
    for (const error of document.errors.slice(0, MOST_ERRORS))
      problems.push(yamlProblem(path, error.message, error.pos, offset, yaml));
    collect(document.contents as Node | null, fields);
  } catch (error) {
    problems.push(
      yamlProblem(path, error instanceof Error ? error.message : "unreadable", [0, yaml.length], offset, yaml),
    );
  }
  return { fields, problems };
}

/** Takes the text of a side file; gives its YAML, without the lines of three marks around it. */
export function bareYaml(text: string): string {
  const yaml = text.replace(/^\ufeff?(?:[ \t]*\r?\n)*(?:---[ \t]*\r?\n)?/, "");
  return yaml.replace(/(?<=^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n\s*)?$/, "");
}

/** A line that was mended: as it was written, its place, and its key and value. */
interface MendedLine extends Span {
  readonly key: string;
  readonly value: string;
}

/** YAML as it is read: as written, or with some lines mended. */
interface MendedYaml {
  readonly yaml: string;
  readonly lines: readonly MendedLine[];
  readonly document: ReturnType<typeof parseDocument>;
}

/**
 * Takes YAML; gives it with the values in quotes that can only be meant as plain words and yet break it, as `title: Flood: 43 dead` does, and the
 * lines where they stand. What is broken otherwise stays as it is.
 */
export function mendYaml(yaml: string): MendedYaml {
  const first = parsed(yaml);
  const asIs = { yaml, lines: [], document: first };
  if (first.errors.length === 0 || yaml.length > LONGEST_MENDED) return asIs;
  const lines: MendedLine[] = [];
  let [mended, document] = [yaml, first];
  while (document.errors.length > 0 && lines.length < MOST_MENDED) {
    const line = plainLineAt(mended, document.errors[0]?.pos[0] ?? 0);
    if (line === null) return asIs;
    mended = `${mended.slice(0, line.start)}${line.key}: ${JSON.stringify(line.value)}${mended.slice(line.end)}`;
    lines.push({ ...line, ...placeOf(line, yaml) });
    document = parsed(mended);
  }
  return document.errors.length === 0 ? { yaml: mended, lines, document } : asIs;
}

function parsed(yaml: string): ReturnType<typeof parseDocument> {
  return parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
}

function placeOf({ key }: MendedLine, yaml: string): Span {
  const start = yaml.startsWith(`${key}:`) ? 0 : yaml.indexOf(`\n${key}:`) + 1;
  const newline = yaml.indexOf("\n", start);
  return { start, end: newline < 0 ? yaml.length : newline };
}

/** Lines mended in one piece of YAML, and the longest that is looked at, in code units. */
const MOST_MENDED = 8;
const LONGEST_MENDED = 10_000;

/** The line at a place, if it holds a key of the whole and words behind it. */
function plainLineAt(yaml: string, at: number): MendedLine | null {
  const start = yaml.lastIndexOf("\n", at - 1) + 1;
  const newline = yaml.indexOf("\n", start);
  const line = yaml.slice(start, newline < 0 ? yaml.length : newline).replace(/\r$/, "");
  const found = /^([A-Za-z][\w -]{0,40}):[ \t]+([^\s[{|>&*!#].*)$/.exec(line);
  const [, key = "", value = ""] = found ?? [];
  return found === null || isQuoted(value) ? null : { start, end: start + line.length, key, value: value.trim() };
}

/** Words in quotes that were put there, or that nobody ever closed, are no plain words. */
function isQuoted(value: string): boolean {
  const mark = value[0] as string;
  if (mark !== '"' && mark !== "'") return false;
  return value.trimEnd().lastIndexOf(mark) === 0 || (mark === '"' && /^"(?:[^"\\]|\\.)*"$/.test(value.trimEnd()));
}

function plainValue(path: string, { key, value, start, end }: MendedLine, offset: number): ReadProblem {
  const message = `${path}: its metadata is not valid YAML where it gives the ${key}, which is read as plain words; put them in quotes: ${key}: ${JSON.stringify(value)}`;
  return { path, severity: "warning", message, span: { start: start + offset, end: end + offset } };
}

/** Errors told of one piece of YAML; the first is the cause of most that follow. */
const MOST_ERRORS = 3;

/** Takes a key as written; gives the form under which fields are kept. */
export function fieldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, "");
}

function collect(node: Node | null, fields: Map<string, readonly string[]>): void {
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const values = valuesOf(pair.value as Node | null);
    fields.set(fieldKey(String(pair.key.value)), values);
  }
}

/** Strings of a scalar, a list, or a list of maps with a name (`authors: [{name: …}]`). */
function valuesOf(node: Node | null): string[] {
  if (isScalar(node)) return node.value === null || node.value === "" ? [] : [String(node.value).trim()];
  if (isSeq(node)) return node.items.flatMap((item) => valuesOf(item as Node | null));
  if (!isMap(node)) return [];
  const named = (name: string) => valuesOf((node.get(name, true) ?? null) as Node | null);
  const name = named("name");
  return name.length > 0 ? name : [[...named("given"), ...named("family")].join(" ")].filter((n) => n !== "");
}

function findClosing(text: string, from: number): Span | null {
  for (let at = from; at <= text.length; ) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(stop, at + 80)).trimEnd();
    if (CLOSING.test(line)) return { start: at, end: at + line.length };
    if (newline < 0) return null;
    at = newline + 1;
  }
  return null;
}

function unclosed(path: string, text: string, from: number): FrontMatter {
  if (!/^[A-Za-z][\w-]*:/.test(text.slice(from, from + 80))) return NONE;
  const message = `${path}: the front matter opened on line 1 is never closed; add a line with --- after its last field.`;
  return { ...NONE, problems: [{ path, severity: "warning", message, span: { start: 0, end: 3 } }] };
}

function yamlProblem(path: string, why: string, pos: readonly number[], offset: number, yaml: string): ReadProblem {
  const start = Math.min(pos[0] ?? 0, yaml.length);
  const end = Math.min(Math.max(pos[1] ?? start, start), yaml.length);
  const message = `${path}: its metadata is not valid YAML (${why.replace(/[\s.]+$/, "")}); fields that could not be read are left out.`;
  return { path, severity: "warning", message, span: { start: start + offset, end: end + offset } };
}
