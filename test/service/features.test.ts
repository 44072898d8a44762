import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/src/draft/edits.ts";
import { editsOf, fixesIn } from "../../server/src/service/actions.ts";
import { definitionAt } from "../../server/src/service/definition.ts";
import { diagnosticsOf } from "../../server/src/service/diagnostics.ts";
import { citeAll } from "../../server/src/service/fixall.ts";
import { offsetAt } from "../../server/src/service/language.ts";
import { reportOf } from "../../server/src/service/report.ts";
import { readSettings, type Settings } from "../../server/src/service/settings.ts";
import { desk } from "./desk.ts";
import { serve } from "./fixture.ts";
import { SOURCES } from "./norland.ts";

describe("problems", () => {
  const related = (passages: "brief" | "whole") => {
    const { checked, context } = serve(
      `The flood killed 57 people.\n== alpha | Alpha Times | 2024-03-02\n${"After days of rain along the whole of the coast, ".repeat(4)}the flood killed 43 people, the interior ministry said.\n`,
    );
    return diagnosticsOf(checked, context, passages)[0]?.relatedInformation?.[0]?.message ?? "";
  };
  it("show passages whole, or what matters in them where the whole stands in the hover below", () => {
    assert.match(related("whole"), /^Alpha Times says otherwise: After days of rain .*interior ministry said\.$/);
    assert.match(related("brief"), /^Alpha Times says otherwise: … .{0,30}43.{0,30}$/);
  });
  it("say how a footnote is defined in the form of the draft", () => {
    const said = (text: string, format: "markdown" | "rst") => {
      const { checked, context } = desk(text, {}, format);
      return diagnosticsOf(checked, context).map(({ message }) => message)[0];
    };
    const sentence = "The draft has no footnote “1”; add a line that begins with";
    assert.equal(said("It rained.[^1]\n", "markdown"), `${sentence} [^1]: or take the mark out.`);
    assert.equal(said("It rained. [1]_\n", "rst"), `${sentence} .. [1] or take the mark out.`);
  });
});

describe("fixes", () => {
  const fixes = (draft: string, settings: Partial<Settings> = {}) => {
    const { checked, context, position } = serve(draft + SOURCES, settings);
    const offset = offsetAt(checked, position);
    return fixesIn(checked, { start: offset, end: offset }, context).map((fix) => ({
      title: fix.title,
      after: applyEdits(checked.draft.text, editsOf(checked, fix.finding, fix.plan, context)),
    }));
  };
  it("offer every source that supports the fact, the best first, and write what they say", () => {
    const [first, second, ...others] = fixes("The flood killed ‸43 people in Norland.");
    assert.deepEqual(first, {
      title: "Cite Alpha Times: [@alpha]",
      after: "The flood killed 43 people in Norland [@alpha].",
    });
    assert.equal(second?.title, "Cite Beta Post: [@beta]");
    assert.deepEqual(
      others.map(({ title }) => title),
      ["Set “43” aside, with a reason"],
    );
  });
  it("restore the words of a quotation first", () => {
    const [first] = fixes('"We were ‸never warned in time by anyone in the capital," said Mayor Ana Brandt.');
    assert.equal(first?.after, '"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.');
  });
  it("put the source's figure in place of a wrong one", () => {
    const [first] = fixes("The flood killed ‸57 people in Norland.");
    assert.equal(first?.after, "The flood killed 43 people in Norland.");
  });
  it("are three at most", () => {
    assert.ok(fixes("The flood killed exactly ‸43 people in Norland [@evil].").length <= 3);
  });
  it("leave the clause of another source alone", () => {
    const [first] = fixes(
      "The flood killed 43 people in Norland, while rescuers pulled ‸120 people out of the water in Norland.",
    );
    assert.equal(
      first?.after,
      "The flood killed 43 people in Norland, while rescuers pulled 120 people out of the water in Norland [@beta].",
    );
    const [other] = fixes(
      "The flood killed ‸43 people in Norland, while rescuers pulled 120 people out of the water in Norland.",
    );
    assert.equal(
      other?.after,
      "The flood killed 43 people in Norland [@alpha], while rescuers pulled 120 people out of the water in Norland.",
    );
  });
  it("all at once cite what lacks a citation, one for all that a source gives of a sentence", () => {
    const { checked, context } = serve(
      `The flood killed 43 people in Norland. Rescuers pulled 120 people out of the water in Norland.\n\nIt rained.${SOURCES}`,
      { citationStyle: "footnote" },
    );
    assert.equal(
      applyEdits(checked.draft.text, citeAll(checked, context)),
      "The flood killed 43 people in Norland.[^alpha] Rescuers pulled 120 people out of the water in Norland.[^beta]\n\nIt rained.\n\n" +
        [...context.store.sources()]
          .slice(0, 2)
          .map(
            ({ meta }) =>
              `[^${meta.id}]: ${meta.outlet}${meta.title === null ? "" : `, “${meta.title}”`}, March ${meta.id === "alpha" ? 2 : 3}, 2024.`,
          )
          .join("\n"),
    );
  });
});

describe("definition", () => {
  const targets = (draft: string) => {
    const { checked, context, position } = serve(draft + SOURCES);
    return definitionAt(checked, position, context).map(
      ({ targetUri, targetSelectionRange: { start } }) => `${targetUri}:${start.line}:${start.character}`,
    );
  };
  it("leads from a figure to the figure in each source", () => {
    assert.deepEqual(targets("The flood killed ‸43 people in Norland.").slice(0, 2), [
      "file:///corpus/alpha.txt:0:17",
      "file:///corpus/beta.txt:0:17",
    ]);
  });
  it("leads to what supports a figure, not to what says otherwise beside it", () => {
    const { checked, context, position } = serve(
      `The flood killed ‸57 people in Norland.${SOURCES}\n== gamma | Gamma | 2024-03-05\nThe flood killed 57 people in Norland, the fire service said.\n`,
    );
    assert.ok(checked.findings[0]?.evidence.some(({ relation }) => relation === "contradicts"));
    assert.deepEqual(
      definitionAt(checked, position, context).map(({ targetUri }) => targetUri),
      ["file:///corpus/gamma.txt"],
    );
  });
  it("leads from a citation to its source", () =>
    assert.deepEqual(
      targets("It rained [@be‸ta].").map((one) => one.split(":", 2).join(":")),
      ["file:///corpus/beta.txt"],
    ));
  it("leads nowhere from a word", () => assert.deepEqual(targets("It ‸rained."), []));
});

describe("a report", () => {
  const report = (draft: string) => {
    const { checked, context } = serve(draft + SOURCES);
    const link = (line: number) => `file:///draft.md#L${line}`;
    return reportOf([
      { name: "draft.md", checked, errors: [], settings: context.settings, store: context.store, problems: [], link },
    ]);
  };
  it("begins with the coverage and tells what was left alone and which sources were used", () => {
    const text = report(
      "The flood killed 43 people in Norland [@alpha]. The flood killed 57 people in Norland. In 1999 it rained.",
    );
    assert.match(text, /^# Citations checked: draft\.md\n\n- Figures: 1 of 2 stand in the sources\.\n/);
    assert.match(text, /- Left alone by the settings: years on their own \(1\)\./);
    assert.match(text, /- Sources cited: Alpha Times \(1 of 3\)\./);
    assert.match(
      text,
      /## To fix \(1\)\n\n- \*\*57\*\* \(\[line 1\]\(file:\/\/\/draft\.md#L1\)\) · Contradicted\.\n {2}No source gives 57 people killed/,
    );
  });
  it("quotes a sentence once, however many of its figures bear on a fact", () => {
    const { checked, context } = serve(
      "The flood killed 57 people in Norland.\n\n== a | A | 2024-03-01\nThe flood killed 12 people in Norland on Friday and 14 people on Saturday, the mayor said.\n",
    );
    assert.equal(checked.findings[0]?.evidence.length, 2);
    const text = reportOf([
      { name: "d", checked, errors: [], settings: context.settings, store: context.store, problems: [], link: null },
    ]);
    assert.equal(text.match(/the mayor said/g)?.length, 1, text);
  });
  it("says so where there is nothing to check", () =>
    assert.match(report("It rained."), /No figures and no quotations to check/));
});

describe("settings", () => {
  const read = (...values: unknown[]) => readSettings(values.map((one, i) => ({ name: `layer ${i}`, values: one })));
  it("of an editor override the project file's", () => {
    assert.equal(read({ corpus: "a" }, { corpus: "b" }).settings.corpus, "b");
  });
  it("of an editor override the project file's with usual values, too", () => {
    const { settings } = read({ corpus: "a", focus: true, run: "save" }, { corpus: "corpus", focus: false });
    assert.deepEqual([settings.corpus, settings.focus, settings.run], ["corpus", false, "save"]);
  });
  it("that an editor leaves empty override nothing", () => {
    const { settings, problems } = read({ corpus: "a", citationStyle: "link" }, { corpus: "", citationStyle: null });
    assert.deepEqual([settings.corpus, settings.citationStyle, problems], ["a", "link", []]);
  });
  it("of each kind of figure are told apart", () => {
    const { kinds } = read({ check: { years: true, dates: false } }).settings;
    assert.deepEqual([kinds.has("year"), kinds.has("date"), kinds.has("count")], [true, false, true]);
  });
  it("that cannot be are passed over and named", () => {
    const { problems } = read({
      corpus: 3,
      citationStyle: "apa",
      levels: { "figure/wrong": "error" },
      check: { cats: true },
      colour: 1,
    });
    assert.equal(problems.length, 5);
    assert.match(problems[1] ?? "", /layer 0: “citationStyle” should be one of "pandoc", "footnote", "link"/);
  });
  it("that are no object are passed over", () => assert.equal(read([]).problems.length, 1));
});
