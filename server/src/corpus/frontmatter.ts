import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Span } from "../text/span.ts";
import { otherFrontMatter } from "./otherfront.ts";
import type { ReadProblem } from "./types.ts";

/** Metadata as written, every value a list of strings, keys in lower case without `-`, `_` and spaces. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Front matter of a text: where it stands, its fields, and what is wrong with it. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing line; `null` where the text has none. */
  readonly span: Span | null;
  readonly fields: Fields;
  readonly problems: readonly ReadProblem[];
}

const OPENING = /^---[ \t]*\r?\n/;
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
    const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
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
    if (values.length > 0) fields.set(fieldKey(String(pair.key.value)), values);
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
