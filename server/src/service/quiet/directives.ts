import type { Draft } from "../../draft/index.ts";
import type { LineIndex } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import type { Comment } from "./comments.ts";

/** A stretch of a draft in which a comment sets findings aside. */
export interface Scope extends Span {
  /** Codes, or their first parts ("figure"), that are set aside; empty for all. */
  readonly rules: readonly string[];
  /** Why, in the writer's words; "" where none is given. */
  readonly reason: string;
}

/** What a comment can ask, behind "sourceline-". */
export const DIRECTIVES = ["disable-line", "disable-next-line", "disable", "enable", "disable-file"] as const;

/** Takes a comment; says whether it is written as ours are. */
export function isDirective({ to, joint, asked }: Comment): boolean {
  return to === "sourceline" && joint === "-" && (DIRECTIVES as readonly string[]).includes(asked);
}

/**
 * Takes a draft, its comments and its lines; gives the stretches in which its comments set findings aside: `sourceline-disable-line`,
 * `-disable-next-line`, `-disable` up to `-enable`, `-disable-file`, each with codes where only these are meant and a reason behind "--".
 */
export function scopesOf({ text, format }: Draft, comments: readonly Comment[], lines: LineIndex): Scope[] {
  if (format === "plain") return [];
  const directives = comments.filter(isDirective);
  return directives.flatMap((directive, at) => scopesFor(directive, directives.slice(at + 1), text, lines));
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

function scopesFor(directive: Comment, later: readonly Comment[], text: string, lines: LineIndex): Scope[] {
  const { asked, reason, start, end } = directive;
  const rules = directive.rules.map((rule) => rule.text);
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
  const span = whole[asked]?.();
  return span === undefined ? [] : [{ ...span, rules, reason: reason ?? "" }];
}

/** The next line that holds words: a comment may stand in a paragraph of its own. */
function nextWritten(text: string, lines: LineIndex, from: number): number {
  let line = from;
  while (line < lines.lines - 1 && text.slice(lines.offset(line, 0), lines.offset(line + 1, 0)).trim() === "") line++;
  return line;
}

/** Where a later comment switches these rules (or all) on again. */
function closing(rules: readonly string[], later: readonly Comment[]): number | null {
  const found = later.find(
    ({ asked, rules: named }) =>
      asked === "enable" && (named.length === 0 || named.some(({ text }) => rules.includes(text))),
  );
  return found?.start ?? null;
}
