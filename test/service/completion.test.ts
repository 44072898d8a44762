import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DraftFormat } from "../../server/src/draft/index.ts";
import { completionsAt } from "../../server/src/service/completion/index.ts";
import type { Settings } from "../../server/src/service/settings.ts";
import { desk } from "./desk.ts";

/** Takes a draft with the cursor "¦"; gives the items offered there. */
function offered(draft: string, settings: Partial<Settings> = {}, format: DraftFormat = "markdown") {
  const { checked, cursor, context } = desk(draft, settings, format);
  return completionsAt(checked, cursor, context).items;
}

/** Takes the same; gives the draft after the first item (or the one of that label) is taken. */
function taken(
  draft: string,
  label: string | null = null,
  settings: Partial<Settings> = {},
  format: DraftFormat = "markdown",
): string {
  const { text, checked, cursor, context } = desk(draft, settings, format);
  const item = completionsAt(checked, cursor, context).items.find((one) => label === null || one.label === label);
  assert.ok(item?.textEdit && "range" in item.textEdit, `something is offered in ${draft}`);
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    start: checked.lines.offset(range.start.line, range.start.character),
    end: checked.lines.offset(range.end.line, range.end.character),
    newText,
  }));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

const KEYS: readonly (readonly [string, string, string, DraftFormat?])[] = [
  ["after [@", "It rained [@¦].", "alpha,beta"],
  ["by the id", "It rained [@be¦].", "beta"],
  ["by the outlet", "It rained [@post¦].", "beta"],
  ["by a slip of the hand", "It rained [@alhpa¦].", "alpha"],
  ["after a semicolon", "It rained [@alpha; @b¦].", "beta"],
  ["in running text", "As @al¦ has it.", "alpha"],
  ["after [^", "It rained.[^al¦]", "alpha"],
  ["in plain text", "It rained [@al¦]", "alpha", "plain"],
  ["in reStructuredText", "It rained [al¦", "alpha", "rst"],
  ["in a role", "It rained :cite:`alpha,be¦", "beta", "rst"],
  ["in AsciiDoc", "It rained <<al¦", "alpha", "asciidoc"],
  ["in LaTeX", "It rained \\autocite[p.~3]{alpha, be¦}", "beta", "latex"],
  ["in HTML", "<p>It rained <cite>al¦</cite></p>", "alpha", "html"],
  ["not in an address of mail", "Write to ana@al¦", ""],
  ["not in a word", "It rained al¦", ""],
];

describe("keys of sources are offered", () => {
  for (const [what, draft, expected, format] of KEYS)
    it(what, () => {
      const labels = offered(draft, {}, format).map(({ label }) => label);
      assert.equal(expected.includes(",") ? labels.sort().join() : (labels[0] ?? ""), expected);
    });
  it("the one that the sentence rests on first", () => {
    const [first] = offered("About 5,000 people were displaced in Norland [@¦].");
    assert.equal(first?.label, "beta");
    assert.match(first?.detail ?? "", /Beta Post · March 3, 2024 · supports 5,000/);
  });
  it("a footnote with its definition", () => {
    assert.match(
      taken("It rained.[^al¦]\n"),
      /^It rained\.\[\^alpha\]\n\n\[\^alpha\]: Alpha Times, .*March 2, 2024\.\n$/,
    );
  });
  it("a link in its own style", () => {
    assert.equal(taken("It rained ([al¦\n"), "It rained ([Alpha Times](corpus/alpha.txt)\n");
    assert.equal(taken("It rained [here](¦).\n", "beta"), "It rained [here](corpus/beta.txt).\n");
  });
  it("among thousands, without searching them all by likeness", () => {
    const { checked, cursor, context } = desk("It rained [@madezz1999¦].");
    const [one] = context.store.sources();
    assert.ok(one);
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...one, meta: { ...one.meta, id: `madezz${i}` } }));
    const store = { ...context.store, source: () => one, sources: () => many };
    const { items } = completionsAt(checked, cursor, { ...context, store });
    assert.equal(items[0]?.label, "madezz1999");
  });
});

describe("a figure being typed", () => {
  it("is offered as the sources have it, with bound, measure and claimant", () => {
    const [first] = offered("The flood killed 4¦ people in Norland.");
    assert.equal(first?.label, "more than 43");
    assert.match(first?.detail ?? "", /more than 43 people.*, according to the interior ministry/);
    assert.match(first?.labelDetails?.detail ?? "", /^ people/);
    assert.equal(first?.labelDetails?.description, "Alpha Times");
  });
  it("takes the place of what was typed, its bound with it", () => {
    assert.equal(taken("The flood killed 4¦ people in Norland."), "The flood killed more than 43 people in Norland.");
    assert.equal(
      taken("The flood killed more than 4¦ people in Norland."),
      "The flood killed more than 43 people in Norland.",
    );
    assert.equal(
      taken("Rescuers pulled 1¦ people out of the water in Norland."),
      "Rescuers pulled 120 people out of the water in Norland.",
    );
  });
  it("once for what several sources give", () => {
    assert.equal(offered("The flood killed 4¦ people in Norland.").length, 1);
  });
  it("not where its digits begin no figure of theirs", () =>
    assert.deepEqual(offered("The flood killed 9¦ people."), []));
  it("without what stands before it: a year, a room", () => {
    assert.equal(offered("By 2019, 4¦ people had died in Norland.")[0]?.label, "more than 43");
    assert.deepEqual(offered("By 2019,¦"), []);
  });
  it("with blanks between its digits", () =>
    assert.equal(
      taken("About 5\u00A00¦ people were displaced in Norland."),
      "About 5,000 people were displaced in Norland.",
    ));
  it("a price as sums of money alone", () => assert.deepEqual(offered("It cost $4¦"), []));
  it("not in code, nor in a word", () => {
    assert.deepEqual(offered("Run `kill 4¦`"), []);
    assert.deepEqual(offered("Room B4¦"), []);
  });
});

describe("an opened quotation", () => {
  const SAID = "We were not warned in time by anyone in the capital,";
  it("is offered what sources say, word for word, with the speaker", () => {
    const [first] = offered("“¦");
    assert.equal(first?.labelDetails?.description, "Mayor Ana Brandt");
    assert.equal(taken("She said: “¦"), `She said: “${SAID}”`);
  });
  it("in the marks that the draft has", () => {
    const closed: readonly (readonly [string, string, DraftFormat?])[] = [
      ["She said: ‘¦", `She said: ‘${SAID}’`],
      ["It’s late. She said: ‘We¦", `It’s late. She said: ‘${SAID}’`],
      ["«¦", `«${SAID}»`],
      ["(``We¦", `(\`\`${SAID}''`, "latex"],
      ["She said: `We¦", `She said: \`${SAID}'`, "latex"],
      ['("`We¦', `("\`${SAID}\`"`, "asciidoc"],
      ["<p>(&ldquo;We¦", `<p>(&ldquo;${SAID}”`, "html"],
    ];
    for (const [draft, expected, format] of closed) assert.equal(taken(draft, null, {}, format), expected);
  });
  it("whatever the paragraph before it leaves open, and however lines end", () => {
    for (const line of ["\n", "\r\n"])
      assert.equal(offered(`He said: "We were late.${line}${line}"We were ¦`)[0]?.label, SAID);
  });
  it("by its first words, or words inside it", () => {
    assert.equal(taken('She said: "We were no¦"'), `She said: "${SAID}"`);
    assert.equal(taken('She said: "not warned ¦"'), `She said: "${SAID}"`);
  });
  it("not what it does not say", () => assert.deepEqual(offered('She said: "You were ¦"'), []));
  it("not behind its end", () => assert.deepEqual(offered('"We were not warned," she said ¦'), []));
});
