import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../server/src/draft/edits.ts";
import type { DraftFormat } from "../../server/src/draft/index.ts";
import { commentFixesIn } from "../../server/src/service/actions.ts";
import { diagnosticsOf } from "../../server/src/service/diagnostics.ts";
import { hoverAt } from "../../server/src/service/hover.ts";
import { rated } from "../../server/src/service/overview.ts";
import { withoutHeld } from "../../server/src/service/quiet/focus.ts";
import { readIgnoreFile, withEntry, writeIgnoreFile } from "../../server/src/service/quiet/ignorefile.ts";
import { type CountedEntry, entriesFor, ignoreEntry } from "../../server/src/service/quiet/ignores.ts";
import { reportOf } from "../../server/src/service/report.ts";
import { desk } from "./desk.ts";

const WRONG = "The flood killed 57 people in Norland.";
const OTHER = "About 9,000 people were displaced in Norland.";

/** Takes a draft; gives the words of the findings that are told, and of those set aside with the reason. */
function told(draft: string, format: DraftFormat = "markdown"): string {
  const { checked, context } = desk(draft, {}, format);
  const loud = checked.findings.filter((one) => rated(one, context.settings).level !== null).map(({ text }) => text);
  const aside = checked.ignored.map(({ finding, reason }) => `${finding.text}: ${reason}`);
  return `${loud.join(", ")} | ${aside.join(", ")}`;
}

const DIRECTIVES: readonly (readonly [string, string, string, DraftFormat?])[] = [
  ["nothing", `${WRONG}\n\n${OTHER}`, "57, 9,000 | "],
  ["this line", `${WRONG} <!-- sourceline-disable-line -->\n\n${OTHER}`, "9,000 | 57: "],
  [
    "this line, with a reason",
    `${WRONG} <!-- sourceline-disable-line -- by phone, 4 March -->\n\n${OTHER}`,
    "9,000 | 57: by phone, 4 March",
  ],
  ["the next line", `<!-- sourceline-disable-next-line -->\n${WRONG}\n\n${OTHER}`, "9,000 | 57: "],
  ["the next paragraph's line", `<!-- sourceline-disable-next-line -->\n\n${WRONG}\n\n${OTHER}`, "9,000 | 57: "],
  ["a block", `<!-- sourceline-disable -->\n${WRONG}\n\n<!-- sourceline-enable -->\n\n${OTHER}`, "9,000 | 57: "],
  ["to the end", `${WRONG}\n\n<!-- sourceline-disable -->\n\n${OTHER}`, "57 | 9,000: "],
  [
    "the file",
    `${WRONG}\n\n${OTHER}\n\n<!-- sourceline-disable-file -- a translation -->`,
    " | 57: a translation, 9,000: a translation",
  ],
  ["one rule", `<!-- sourceline-disable-file figure/contradicted -->\n\n${WRONG}`, " | 57: "],
  ["a group of rules", `<!-- sourceline-disable-file figure -- why -->\n\n${WRONG}`, " | 57: why"],
  ["another rule, which is none of this one", `<!-- sourceline-disable-file quote/altered -->\n\n${WRONG}`, "57 | "],
  [
    "rules, one switched on again",
    `<!-- sourceline-disable figure quote -->\n\n${WRONG}\n\n<!-- sourceline-enable figure -->\n\n${OTHER}`,
    "9,000 | 57: ",
  ],
  ["no directive in code", `\`<!-- sourceline-disable-file -->\`\n\n${WRONG}`, "57 | "],
  ["reStructuredText", `.. sourceline-disable-next-line -- why\n\n${WRONG}\n\n${OTHER}`, "9,000 | 57: why", "rst"],
  ["AsciiDoc", `// sourceline-disable-next-line -- why\n${WRONG}\n\n${OTHER}`, "9,000 | 57: why", "asciidoc"],
  ["LaTeX", `${WRONG} % sourceline-disable-line -- why\n\n${OTHER}`, "9,000 | 57: why", "latex"],
  ["over several lines", `${WRONG} <!-- sourceline-disable-line\n-- why -->\n\n${OTHER}`, "9,000 | 57: why"],
  ["a reason behind one long dash", `${WRONG} <!-- sourceline-disable-line — why -->\n\n${OTHER}`, "9,000 | 57: why"],
  ["HTML", `<p>${WRONG}</p> <!-- sourceline-disable-line -- why -->\n<p>${OTHER}</p>`, "9,000 | 57: why", "html"],
  ["no directive in plain text", `${WRONG} <!-- sourceline-disable-line -->`, "57 | ", "plain"],
];

describe("a comment sets aside", () => {
  for (const [what, draft, expected, format] of DIRECTIVES) it(what, () => assert.equal(told(draft, format), expected));
});

/** Takes a comment and a format; gives what the writer is told of it, each with the line as its fix leaves it. */
function slips(line: string, format: DraftFormat = "markdown"): string[] {
  const { checked, context } = desk(`${WRONG}\n\n${line}\n`, {}, format);
  const fixes = commentFixesIn(checked, { start: 0, end: checked.draft.text.length });
  assert.ok(fixes.every(({ title, edit }) => title.includes(edit.newText)));
  const told = diagnosticsOf(checked, context).filter(({ code }) => code === undefined);
  return told.map(({ range, message }) => {
    const fix = fixes.find(({ slip }) => slip.start === checked.lines.offset(range.start.line, range.start.character));
    const mended =
      fix === undefined ? line : applyEdits(checked.draft.text, [fix.edit]).split("\n").slice(2, -1).join("\n");
    return `${String(message).split(/; | so /)[0]} | ${mended}`;
  });
}

const none = (word: string) => `There is no comment “${word}”, and it is passed over`;
const noCode = (code: string) => `There is no code “${code}”, and the comment passes it over`;

const SLIPS: readonly (readonly [string, string | null, string?, DraftFormat?])[] = [
  ["<!-- sourceline-disable-line figure/contradicted, quote -- why -->", null],
  ["<!-- sourceline-ignor -->", none("sourceline-ignor"), "<!-- sourceline-disable -->"],
  [
    "<!-- sourceline-disable-nextline -- why -->",
    none("sourceline-disable-nextline"),
    "<!-- sourceline-disable-next-line -- why -->",
  ],
  [
    "<!-- sourceline-ignore-next-line -->",
    none("sourceline-ignore-next-line"),
    "<!-- sourceline-disable-next-line -->",
  ],
  ["<!-- sourceline-disable_line -->", none("sourceline-disable_line"), "<!-- sourceline-disable-line -->"],
  ["<!-- soruceline-disable-file -->", none("soruceline-disable-file"), "<!-- sourceline-disable-file -->"],
  ["<!-- Sourceline: disable-file -->", none("Sourceline: disable-file"), "<!-- sourceline-disable-file -->"],
  ["<!-- sourceline-enabel figure -->", none("sourceline-enabel"), "<!-- sourceline-enable figure -->"],
  ["<!-- sourceline-hello -->", none("sourceline-hello")],
  [
    "<!-- sourceline-disable-line figure/contradictd -->",
    noCode("figure/contradictd"),
    "<!-- sourceline-disable-line figure/contradicted -->",
  ],
  [
    "<!-- sourceline-disable-line Figures -- why -->",
    noCode("Figures"),
    "<!-- sourceline-disable-line figure -- why -->",
  ],
  [
    "<!-- sourceline-disable-line confirmed by phone -->",
    noCode("confirmed"),
    "<!-- sourceline-disable-line -- confirmed by phone -->",
  ],
  ["<!-- sourceline-disable-line wrongly -- why -->", noCode("wrongly")],
  ["% sourceline-disable-lin", none("sourceline-disable-lin"), "% sourceline-disable-line", "latex"],
  [".. sourceline-ignore", none("sourceline-ignore"), ".. sourceline-disable", "rst"],
  ["// sourceline-disabled", none("sourceline-disabled"), "// sourceline-disable", "asciidoc"],
  [
    "<!-- sourceline-disable-line -->",
    "Plain text has no comments, and “sourceline-disable-line” sets nothing aside here",
    undefined,
    "plain",
  ],
  ["<!-- sourceline notes: “sourceline clean” takes them out -->", null],
  ["<!-- Sourceline is asked again tomorrow -->", null],
  ["<!-- markdownlint-disable-line -->", null],
  ["<!-- prettier-ignore -->", null],
  ["`<!-- sourceline-ignor -->`", null],
];

describe("a comment that sets nothing aside though it was to is told of", () => {
  for (const [line, message, mended, format] of SLIPS)
    it(`${line}: ${message ?? "nothing"}`, () =>
      assert.deepEqual(slips(line, format), message === null ? [] : [`${message} | ${mended ?? line}`]));
});

/** Takes a draft and words of a finding in it; gives the entry that sets it aside. */
function entryFor(draft: string, words: string, name: string | null = null) {
  const { checked, context } = desk(draft, {}, "plain");
  const finding = checked.findings.find(({ text }) => text === words);
  assert.ok(finding, `“${words}” is a finding`);
  return ignoreEntry(draft, finding, rated(finding, context.settings).code, "confirmed by phone", "2026-03-04", name);
}

/** Takes a draft and entries; gives the words of the findings set aside. */
const asideIn = (draft: string, ignores: readonly CountedEntry[]) =>
  desk(draft, { ignores }, "plain").checked.ignored.map(({ finding }) => finding.text);

const PLAIN = `The mayor spoke on Friday. ${WRONG} Nobody had foreseen it, she said.\n\n${OTHER}\n`;
const EDITS: readonly (readonly [string, (text: string) => string])[] = [
  ["nothing", (text) => text],
  ["a paragraph before it", (text) => `A new beginning.\n\n${text}`],
  ["a citation behind it", (text) => text.replace("in Norland. Nobody", "in Norland [@alpha]. Nobody")],
  ["the sentence before it", (text) => text.replace("The mayor spoke on Friday.", "On Friday she spoke.")],
  ["the sentence behind it", (text) => text.replace("Nobody had foreseen it, she said.", "It came at night.")],
  ["words in its sentence", (text) => text.replace("The flood killed", "The great flood of March killed")],
  ["line breaks", (text) => text.replace("Friday. The", "Friday.\nThe")],
  ["its place", (text) => `${OTHER}\n\n${text.replace(OTHER, "")}`],
];

describe("the ignore file sets a finding aside", () => {
  for (const [what, edit] of EDITS)
    it(`and goes on doing so when the draft changes: ${what}`, () =>
      assert.deepEqual(asideIn(edit(PLAIN), [entryFor(PLAIN, "57")]), ["57"]));
  it("but not another figure in its place", () =>
    assert.deepEqual(asideIn(PLAIN.replace("57", "58"), [entryFor(PLAIN, "57")]), []));
  it("nor the same figure about something else", () => {
    const draft = "A bus with 57 people fell off a bridge near Ostburg on Sunday night.\n";
    assert.deepEqual(asideIn(draft, [entryFor(PLAIN, "57")]), []);
  });
  it("one place for one entry", () => {
    const twice = `${WRONG} ${WRONG}`;
    assert.equal(asideIn(twice, [entryFor(WRONG, "57")]).length, 1);
    assert.equal(asideIn(twice, [entryFor(WRONG, "57"), entryFor(WRONG, "57")]).length, 2);
  });
  it("in another draft only where all the words beside it stand", () => {
    const entry = entryFor(PLAIN, "57", "a.md");
    const near = PLAIN.replace("in Norland. Nobody", "in Westland. Nobody");
    const inDraft = (text: string, draft: string | null) => asideIn(text, entriesFor([entry], draft));
    assert.deepEqual(inDraft(near, "a.md"), ["57"]);
    assert.deepEqual(inDraft(near, "b.md"), []);
    assert.deepEqual(inDraft(PLAIN, "b.md"), ["57"]);
    assert.deepEqual(inDraft(near, null), []);
    assert.deepEqual(asideIn(near, entriesFor([entryFor(PLAIN, "57")], "b.md")), ["57"]);
  });
  it("wherever paragraphs are added around it", () => {
    const entry = entryFor(PLAIN, "57");
    const paragraph = fc.constantFrom("Nothing here.", "Some 12 boats came.", "It rained for days.", "She left.");
    fc.assert(
      fc.property(fc.array(paragraph), fc.array(paragraph), (before, after) => {
        const draft = [...before, PLAIN.trim(), ...after].join("\n\n");
        assert.ok(asideIn(draft, [entry]).includes("57"));
      }),
      { numRuns: 40 },
    );
  });
  it("and is read as it was written", () => {
    const entries = [entryFor(PLAIN, "57"), entryFor(PLAIN, "9,000", "drafts/a.md")];
    assert.deepEqual(readIgnoreFile(writeIgnoreFile(entries), "f").entries, entries);
    const added = withEntry(writeIgnoreFile(entries.slice(0, 1)), entries[1] as (typeof entries)[0], "f");
    assert.deepEqual(added, { text: writeIgnoreFile(entries) });
  });
  it("and says what is wrong with it, losing nothing", () => {
    assert.match(readIgnoreFile("{", "f").problems[0] ?? "", /^f could not be read/);
    assert.match(readIgnoreFile("[]", "f").problems[0] ?? "", /expected/);
    const odd = '{"ignored":[{"rule":"figure/wrong","claim":"5"},{"rule":"figure/contradicted","claim":"57"}]}';
    const read = readIgnoreFile(odd, "f");
    assert.match(read.problems[0] ?? "", /entry 1 is passed over: there is no rule “figure\/wrong”/);
    assert.equal(read.entries.length, 1);
    assert.ok("error" in withEntry("{", entryFor(PLAIN, "57"), "f"));
  });
  it("and the report lists it with its reason", () => {
    const { checked, context, store } = desk(PLAIN, { ignores: [entryFor(PLAIN, "57")] }, "plain");
    const { settings } = context;
    const draft = { name: "d.txt", checked, errors: [], settings, store, problems: [], link: null };
    assert.match(reportOf([draft]), /## Set aside \(1\)\n\n- \*\*57\*\* \(line 1\): confirmed by phone/);
  });
});

describe("what is set aside", () => {
  it("says so on hover, with the reason and what the sources say", () => {
    const { checked, cursor, context } = desk(
      "The flood killed 5¦7 people in Norland. <!-- sourceline-disable-line -- a typo of theirs -->",
    );
    const { contents } = hoverAt(checked, cursor, context) ?? { contents: "" };
    assert.match(
      JSON.stringify(contents),
      /^\{"kind":"markdown","value":"\*Set aside: a typo of theirs\.\*\\n\\n\*\*Contradicted/,
    );
  });
});

describe("focus mode", () => {
  const held = (draft: string) => {
    const { checked, offset } = desk(draft);
    return withoutHeld(checked, offset).findings.map(({ text }) => text);
  };
  it("holds back what stands in the sentence being written", () => {
    assert.deepEqual(held(`The flood killed 57¦ people in Norland.\n\n${OTHER}`), ["9,000"]);
    assert.deepEqual(held(`The flood killed 57 people in Norland.¦\n\n${OTHER}`), ["9,000"]);
  });
  it("and lets go when the cursor leaves it", () => {
    assert.deepEqual(held(`${WRONG}\n\n${OTHER} And s¦o on.`), ["57", "9,000"]);
  });
});
