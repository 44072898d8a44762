import type { Draft, DraftFormat } from "../../draft/index.ts";
import { type Mention, mention, type Span } from "../../text/span.ts";

/** A comment of a draft that is meant for us, or may be: its first word ("sourceline-disable-line"), and what stands behind that. */
export interface Comment extends Span {
  readonly word: Mention;
  /** The parts of the word: what it is addressed to, what joins them, and what is asked. */
  readonly to: string;
  readonly joint: string;
  readonly asked: string;
  /** Codes behind the word, each where it stands. */
  readonly rules: readonly Mention[];
  /** Why, in the writer's words; `null` where none is given. */
  readonly reason: string | null;
}

/** A word of two parts, "sourceline-disable-line" if it is written right. */
const WORD = "([a-z]{8,12})([-_: ]{1,2})([a-z][\\w-]{0,39})";
const MARKUP = new RegExp(`<!--\\s{0,9}${WORD}([^]{0,500}?)-->`, "gi");

/** Comments of each format. Plain text has none: what looks like one is told of, for it sets nothing aside. */
const COMMENTS: Readonly<Record<DraftFormat, RegExp>> = {
  markdown: MARKUP,
  html: MARKUP,
  plain: MARKUP,
  rst: new RegExp(`^[ \\t]*\\.\\.[ \\t]+${WORD}([^\\n\\r]{0,500})$`, "gim"),
  asciidoc: new RegExp(`^[ \\t]*//[ \\t]*${WORD}([^\\n\\r]{0,500})$`, "gim"),
  latex: new RegExp(`%[ \\t]*${WORD}([^\\n\\r]{0,500})$`, "gim"),
};

/** What every comment of a format begins with. */
const OPENING: Readonly<Record<DraftFormat, string>> = {
  markdown: "<!--",
  html: "<!--",
  plain: "<!--",
  rst: "..",
  asciidoc: "//",
  latex: "%",
};

/** Takes a draft; gives its comments that begin with a word such as ours have, in order. */
export function commentsIn({ text, format, parsed }: Draft): Comment[] {
  if (!text.includes(OPENING[format])) return [];
  return [...text.matchAll(COMMENTS[format])].flatMap((found) => {
    const inside = parsed?.tree.resolveInner(found.index + 1, 1).name ?? "Comment";
    return /Comment|HTML/.test(inside) ? [commentOf(found, text)] : [];
  });
}

function commentOf(
  { index, 0: all, 1: to = "", 2: joint = "", 3: asked = "", 4: rest = "" }: RegExpExecArray,
  text: string,
): Comment {
  const end = index + all.length;
  const at = text.indexOf(to + joint + asked, index);
  const behind = at + to.length + joint.length + asked.length;
  const dash = DASH.exec(rest);
  const rules = [...rest.slice(0, dash?.index).matchAll(/[^\s,]+/g)].map((rule) => {
    const from = behind + rule.index;
    return mention(text, from, from + rule[0].length);
  });
  const reason =
    dash === null
      ? null
      : rest
          .slice(dash.index + dash[0].length)
          .replace(/\s+/g, " ")
          .trim();
  return { start: index, end, word: mention(text, at, behind), to, joint, asked, rules, reason };
}

/** What stands before a reason; editors make one dash of two. */
const DASH = /(?:^|\s)(?:--+|[–—])(?=\s|$)/;
