import type { Draft, DraftFormat } from "../../draft/index.ts";
import type { LineIndex } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** A stretch of a draft in which a comment sets findings aside. */
export interface Scope extends Span {
  /** Codes, or their first parts ("figure"), that are set aside; empty for all. */
  readonly rules: readonly string[];
  /** Why, in the writer's words; "" where none is given. */
  readonly reason: string;
}

/** Comments of each format that may hold a directive; plain text has none, its findings go to the ignore file. */
const COMMENTS: Readonly<Record<DraftFormat, RegExp | null>> = {
  markdown: /<!--[ \t]*sourceline-([a-z-]{1,30})([^\n\r]{0,500}?)-->/g,
  html: /<!--[ \t]*sourceline-([a-z-]{1,30})([^\n\r]{0,500}?)-->/g,
  rst: /^[ \t]*\.\.[ \t]+sourceline-([a-z-]{1,30})([^\n\r]{0,500})$/gm,
  asciidoc: /^[ \t]*\/\/[ \t]*sourceline-([a-z-]{1,30})([^\n\r]{0,500})$/gm,
  latex: /%[ \t]*sourceline-([a-z-]{1,30})([^\n\r]{0,500})$/gm,
  plain: null,
};

/** A directive as it stands in a comment. */
interface Directive extends Span {
  readonly word: string;
  readonly rules: readonly string[];
  readonly reason: string;
}

/**
 * Takes a draft and its lines; gives the stretches in which its comments set findings aside: `sourceline-disable-line`,
 * `-disable-next-line`, `-disable` up to `-enable`, `-disable-file`, each with codes where only these are meant and a reason behind "--".
 */
export function scopesOf(draft: Draft, lines: LineIndex): Scope[] {
  if (!draft.text.includes("sourceline-")) return [];
  const directives = directivesIn(draft);
  return directives.flatMap((directive, at) => scopesFor(directive, directives.slice(at + 1), draft.text, lines));
}

/** Takes scopes, where a finding begins and its code; gives the scope that sets it aside, `null` where none does. */
export function scopeAt(scopes: readonly Scope[], start: number, code: string): Scope | null {
  return (
    scopes.find(
      (scope) => scope.start <= start && start < scope.end && (scope.rules.length === 0 || names(scope, code)),
    ) ?? null
  );
}

function names({ rules }: Pick<Scope, "rules">, code: string): boolean {
  return rules.some((rule) => code === rule || code.startsWith(`${rule}/`));
}

function directivesIn({ text, format, parsed }: Draft): Directive[] {
  const pattern = COMMENTS[format];
  if (pattern === null) return [];
  return [...text.matchAll(pattern)].flatMap((found) => {
    const inside = parsed?.tree.resolveInner(found.index + 1, 1).name ?? "Comment";
    if (!/Comment|HTML/.test(inside)) return [];
    const [all, word = "", rest = ""] = found;
    const [named = "", ...reason] = rest.split(/(?:^|\s)--+\s/);
    const rules = named.split(/[\s,]+/).filter((rule) => rule !== "" && !/^-+$/.test(rule));
    return [{ start: found.index, end: found.index + all.length, word, rules, reason: reason.join(" ").trim() }];
  });
}

function scopesFor(directive: Directive, later: readonly Directive[], text: string, lines: LineIndex): Scope[] {
  const { word, rules, reason, start, end } = directive;
  const line = lines.position(start).line;
  const lineSpan = (at: number) => ({
    start: lines.offset(at, 0),
    end: lines.offset(at + 1, 0) + (at + 1 >= lines.lines ? 1 : 0),
  });
  const whole: Readonly<Record<string, () => Span>> = {
    "disable-line": () => lineSpan(line),
    "disable-next-line": () => lineSpan(nextWritten(text, lines, lines.position(end).line + 1)),
    "disable-file": () => ({ start: 0, end: text.length + 1 }),
    disable: () => ({ start, end: closing(rules, later) ?? text.length + 1 }),
  };
  const span = whole[word]?.();
  return span === undefined ? [] : [{ ...span, rules, reason }];
}

/** The next line that holds words: a comment may stand in a paragraph of its own. */
function nextWritten(text: string, lines: LineIndex, from: number): number {
  let line = from;
  while (line < lines.lines - 1 && text.slice(lines.offset(line, 0), lines.offset(line + 1, 0)).trim() === "") line++;
  return line;
}

/** Where a later comment switches these rules (or all) on again. */
function closing(rules: readonly string[], later: readonly Directive[]): number | null {
  const found = later.find(
    ({ word, rules: named }) => word === "enable" && (named.length === 0 || rules.some((rule) => named.includes(rule))),
  );
  return found?.start ?? null;
}
