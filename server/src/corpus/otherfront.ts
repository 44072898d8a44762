import { type FrontMatter, fieldKey } from "./frontmatter.ts";

/** Longest front matter in TOML or JSON that is looked for, in code units. */
const LONGEST = 20_000;

/**
 * Takes a path (for messages) and a text; gives the front matter at its start where that is TOML between lines `+++` (its plain keys, strings, dates
 * and lists of strings) or a JSON object, `null` for none of them. What cannot be read is a problem.
 */
export function otherFrontMatter(path: string, text: string): FrontMatter | null {
  if (text.startsWith("+++")) return tomlFrontMatter(path, text);
  return /^\{\s*\n?\s*"/.test(text.slice(0, 200)) ? jsonFrontMatter(text) : null;
}

function tomlFrontMatter(path: string, text: string): FrontMatter | null {
  const found = /^\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*$/m.exec(text.slice(0, LONGEST));
  if (found === null) return null;
  const fields = new Map<string, readonly string[]>();
  const lost: string[] = [];
  for (const line of (found[1] ?? "").split(/\r?\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    if (/^\s*\[/.test(line)) break;
    const [, key = "", value = ""] = /^\s*["']?([\w-]{1,40})["']?\s*=\s*(\S.*)$/.exec(line) ?? [];
    const values = tomlValues(value.trim());
    if (key === "" || values === null) lost.push(line.trim().slice(0, 40));
    else fields.set(fieldKey(key), values);
  }
  const message = `${path}: its TOML metadata has lines that are not read (${lost.slice(0, 3).join("; ")}); write them as key = "value".`;
  const span = { start: 0, end: found[0].length };
  return { span, fields, problems: lost.length === 0 ? [] : [{ path, severity: "warning", message, span }] };
}

/** A string, a date or number as written, or a list of strings on one line. */
function tomlValues(value: string): string[] | null {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/.exec(value);
  if (quoted !== null) return [(quoted[1] ?? quoted[2] ?? "").replace(/\\(["\\])/g, "$1")];
  if (/^[\w:.+-]+(?: [\d:.+-]+)?\s*(?:#.*)?$/.test(value)) return [value.replace(/\s*#.*$/, "")];
  const list = /^\[([^\]]*)\]\s*(?:#.*)?$/.exec(value)?.[1];
  if (list === undefined) return null;
  return Array.from(list.matchAll(/"([^"]*)"|'([^']*)'/g), (one) => one[1] ?? one[2] ?? "");
}

/** The object ends at a line that is nothing but its closing brace. */
function jsonFrontMatter(text: string): FrontMatter | null {
  const end = /^\}[ \t]*$/m.exec(text.slice(0, LONGEST));
  if (end === null) return null;
  const span = { start: 0, end: end.index + 1 };
  try {
    const parsed = JSON.parse(text.slice(0, span.end)) as Readonly<Record<string, unknown>>;
    const fields = Object.entries(parsed).flatMap(([key, value]): [string, string[]][] => {
      const values = (Array.isArray(value) ? value : [value]).filter(
        (one) => typeof one === "string" || typeof one === "number",
      );
      return values.length === 0 ? [] : [[fieldKey(key), values.map(String)]];
    });
    return { span, fields: new Map(fields), problems: [] };
  } catch {
    return null;
  }
}
