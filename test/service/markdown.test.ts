import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GFM, parser } from "@lezer/markdown";
import fc from "fast-check";
import { emphasizeText, escapeText, linkText } from "../../server/src/service/markdown.ts";

const markdown = parser.configure([GFM]);

/** Nodes that show words and nothing else. */
const HARMLESS = new Set(["Document", "Paragraph", "Escape", "Blockquote", "QuoteMark"]);
const BOLD = new Set([...HARMLESS, "StrongEmphasis", "EmphasisMark"]);

function strange(text: string, harmless: ReadonlySet<string>): string[] {
  const found: string[] = [];
  markdown.parse(text).iterate({ enter: ({ name }) => void (harmless.has(name) || found.push(name)) });
  return found;
}

/** What a reader sees of escaped words. */
function shown(escaped: string): string {
  return escaped.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "[x](command:run)",
        "![x](http://a.b/c.png)",
        "<img src=x onerror=y>",
        "<b>",
        "</div>",
        "<!--",
        "-->",
        "`",
        "```",
        "$(bug)",
        "https://a.b/c",
        "www.a.b",
        "a@b.org",
        "[^1]",
        "[x]",
        "[x]: http://a.b",
        "# x",
        "1. x",
        "2) x",
        "- x",
        "+ x",
        "* x",
        "> x",
        "| a | b |",
        "|--|--|",
        "---",
        "===",
        "&lt;",
        "&#60;",
        "~~x~~",
        "**x**",
        "__x__",
        "\\",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "command:x",
        "vscode://a",
        "<https://a.b>",
        "<a@b.c>",
        "\u202e",
        "\u0000",
        "mailto:a@b.c",
        "xmpp:a@b.c",
        "ftp://a.b",
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe("words of a source", () => {
  it("show as themselves and do nothing, alone or in a quotation", () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom("", "> ", "  > ", "- **x** ", "x: "), (words, before) => {
        const escaped = escapeText(words);
        assert.ok(!/[\n\r]/.test(escaped));
        assert.deepEqual(strange(before + escaped, new Set([...BOLD, "BulletList", "ListItem", "ListMark"])), []);
        assert.equal(shown(escaped), words.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " "));
      }),
      { numRuns: 1500 },
    );
  });
  it("may stand in bold, and do nothing else", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (before, inside, after) => {
        const words = before + inside + after;
        const stretch = { start: before.length, end: before.length + inside.length };
        assert.deepEqual(strange(`> ${emphasizeText(words, [stretch])}`, BOLD), []);
      }),
      { numRuns: 1500 },
    );
  });
  it("are bold where they are a figure", () => {
    assert.equal(emphasizeText("killed 1,600 civilians", [{ start: 7, end: 12 }]), "killed **1,600** civilians");
    assert.equal(emphasizeText("paid US$1.2 million", [{ start: 7, end: 19 }]), "paid US\\$1.2 million");
  });
  it("are never a link to a command", () => {
    assert.equal(linkText("x", "command:run"), "x");
    assert.equal(linkText("a]b", "https://a.b/(c)"), "[a\\]b](https://a.b/%28c%29)");
  });
});
