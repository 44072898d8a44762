import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hoverAt } from "../../server/src/service/hover.ts";
import { serve } from "./fixture.ts";
import { SOURCES, wordsOf } from "./norland.ts";

describe("hover", () => {
  const hover = (draft: string) => {
    const { checked, context, position } = serve(draft + SOURCES);
    return (hoverAt(checked, position, context)?.contents as { value: string } | undefined)?.value ?? null;
  };
  it("shows the passage with the figure in bold, who says so, and who else has it", () => {
    const value = hover("The flood killed ‸43 people in Norland.") ?? "";
    assert.match(value, /^\*\*Supported\.\*\* /);
    assert.match(
      value,
      /\[Alpha Times\]\(file:\/\/\/corpus\/alpha\.txt#L1,18\), March 2, 2024, paragraph 1, according to the interior ministry/,
    );
    assert.match(value, /> The flood killed \*\*43\*\* people in Norland/);
    assert.match(value, /Beta Post/);
  });
  it("marks the words that differ in an altered quotation", () => {
    const value = hover('"We were ‸never warned in time by anyone in the capital," said Mayor Ana Brandt.') ?? "";
    assert.match(value, /^\*\*Altered\.\*\* /);
    assert.match(value, /We were \*\*not\*\* warned in time/);
  });
  it("lets nothing of a source through but its words", () => {
    const value = hover("The storm cost ‸77 lives in Norland.") ?? "";
    assert.match(value, /\\<img src\\=x\\>/);
    assert.match(value, /Evil \\\[x\\\]\(command:run\)/);
    assert.doesNotMatch(value, /[^\\]!\[/);
  });
  it("tells of the source on a citation", () => {
    assert.match(hover("It rained [@‸beta].") ?? "", /Beta Post · March 3, 2024/);
  });
  it("does not say again what a problem beside it says, and says all that the problem does not", () => {
    const { checked, context, position } = serve(`The flood killed ‸57 people in Norland.${SOURCES}`);
    const { contents } = hoverAt(checked, position, context, () => true) ?? {};
    assert.match(
      (contents as { value: string }).value,
      /^\*\*Contradicted\.\*\*\n\n\[Alpha Times\].*March 2, 2024.*\n\n> The flood killed \*\*43\*\* people/,
    );
  });
  it("says that nothing is cited only where there is what to cite", () => {
    assert.match(hover("The flood killed more than ‸43 people in Norland.") ?? "", /\*Not cited here\.\*$/);
    assert.doesNotMatch(hover("The flood killed ‸7,341 sheep in Norland.") ?? "", /Not cited/);
  });
  it("counts copies of one text once, and says so of a text that is all there is", () => {
    const wire = `NORLAND (AP) - A dam broke and killed 31 people in Norland, the fire service said. ${"The water rose for three days before it did, and nobody was warned. ".repeat(3)}`;
    const copies = `\n== one | One | 2024-03-01\n${wire}\n== two | Two | 2024-03-01\n${wire}\n`;
    const hoverOver = (sources: string) => {
      const { checked, context, position } = serve(`The dam broke and killed ‸31 people in Norland.\n${sources}`);
      return wordsOf(hoverAt(checked, position, context));
    };
    assert.match(hoverOver(copies), /These 2 sources carry one and the same text: they count as one\./);
    const third = `${copies}== three | Three | 2024-03-02\nThe dam broke and killed 31 people in Norland, the mayor said.\n`;
    assert.match(hoverOver(third), /These 3 sources carry 2 independent texts\./);
  });
  const each = (people: (at: number) => number, who: (at: number) => string) =>
    Array.from({ length: 8 }, (_, at) =>
      [
        `== s${at} | Outlet ${at} | 2024-03-0${at + 1}`,
        `The dam killed ${people(at)} people in Norland, ${who(at)} said.`,
      ].join("\n"),
    ).join("\n");
  const WHO = ["the army", "the mayor", "the Red Cross", "the police", "the fire service", "the governor"];
  const many = (people: (at: number) => number, who: (at: number) => string) => {
    const { checked, context, position } = serve(`The dam killed ‸31 people in Norland.\n${each(people, who)}\n`);
    return wordsOf(hoverAt(checked, position, context));
  };
  it("says how many agree, whoever they are, and gives nobody's figure to another", () => {
    const value = many(
      () => 31,
      (at) => WHO[at % WHO.length] ?? "",
    );
    assert.match(
      value,
      /^\*\*Supported\.\*\* Outlet 0, Outlet 1, Outlet 2, Outlet 3 and 4 more give 31 people killed\. /,
    );
    assert.match(value, /Also in .* and 2 more\./);
  });
  it("tells each that does not, with its figure, claimant and date, and how many more", () => {
    const value = many(
      (at) => 31 + at,
      (at) => WHO[at % WHO.length] ?? "",
    );
    assert.match(
      value,
      /^- \[Outlet 3\]\(.*\), March 4, 2024, according to the police: The dam killed \*\*34\*\* people in Norland, the police said\.$/m,
    );
    assert.match(value, /^- \d more$/m);
  });
  it("tells what the same claimant gave at other times", () => {
    const value = many(
      (at) => 31 + at,
      () => "the Red Cross",
    );
    assert.match(value, /has since given another figure: Outlet 7 gives 38 people killed \(March 8, 2024\)/);
    assert.match(
      value,
      /^Given at other times:\n- \[Outlet 7\]\(.*\), March 8, 2024, according to the Red Cross: The dam killed \*\*38\*\* people in Norland, .*$/m,
    );
  });
  it("tells what others say with its bound, as they say it", () => {
    const toll = (count: string, who: string) =>
      `A dam broke in the night and killed ${count} people in Norland, ${who} said.`;
    const { checked, context, position } = serve(
      `The dam killed ‸57 people in Norland.\n\n== a | A | 2024-03-01\n${toll("31", "the mayor")}\n== b | B | 2024-03-02\n${toll("33", "the police")}\n== c | C | 2024-03-03\n${toll("more than 40", "the army")}\n`,
    );
    const value = wordsOf(hoverAt(checked, position, context));
    assert.match(value, /more than \*\*40\*\* people/);
  });
  it("is silent elsewhere", () => assert.equal(hover("It ‸rained."), null));
});
