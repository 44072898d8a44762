import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { DraftFormat } from "../../server/src/draft/index.ts";
import { createChecker } from "../../server/src/service/check.ts";
import { diagnosticsOf, findingItems } from "../../server/src/service/diagnostics.ts";
import type { LanguageContext, SourceLinks } from "../../server/src/service/language.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import type { Finding } from "../../server/src/verify/index.ts";
import { fixture } from "../verify/fixture.ts";

const SOURCES = `
== alpha | Alpha Times | 2024-03-02
The flood killed 43 people in Norland, the interior ministry said. It said that 12 of them were children.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.

== beta | Beta Post | 2024-03-03
Rescuers pulled 120 people out of the water in Norland, the fire service said. The repairs cost $2.5 million, Mayor Ana Brandt said.

The mayor denied that "the dam of the valley was never safe".

Col. Jan Holm said that the flood killed 57 people in Norland.
`;
const KILLED = "The flood killed 43 people in Norland.";
const ADDED_UP = "Rescuers pulled 120 people out of the water in Norland, 163 people in all.";
const DENIED = "the dam of the valley was never safe";
const WARNED = "We were not warned in time by anyone in the capital";
const PARTS = [
  "The flood killed 43 people in Norland, and rescuers pulled 120 people out of the water.",
  "In all, 163 people were killed in Norland or pulled out of the water, the interior ministry said.",
  "Repairs cost $2.5 million (£2 million).",
  '"We were never warned in time by anyone in the capital," said Mayor Ana Brandt.',
  '"We were not warned in time," she said. "By anyone in the capital," Brandt added.',
  "Jan Holm spoke. He said 43 people were killed in Norland [@alpha].",
  "Of the 43, 12 were children[^beta].",
];
const TYPED = [
  "Holm",
  "Jan Holm said ",
  "43",
  "7",
  ",",
  ". ",
  "\n\n",
  '"',
  " [@beta]",
  "[^beta]: x\n",
  "<!-- -->",
  "more than ",
  "It is not true that ",
  "— ",
];

const links: SourceLinks = { uriOf: ({ path }) => `file:///${path}`, hrefOf: ({ path }) => path };
const storeOf = () => fixture(`x${SOURCES}`).store;
const edit = fc.record({ at: fc.nat(), gone: fc.nat({ max: 12 }), typed: fc.constantFrom("", ...TYPED) });
const texts = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 7 });

/** All that an editor is told of a check. */
function told(checker: ReturnType<typeof createChecker>, text: string, store: CorpusStore): unknown {
  const context: LanguageContext = { store, settings: defaultSettings, links };
  const checked = checker.check(text, store, defaultSettings);
  return [diagnosticsOf(checked, context), findingItems(checked, context), checked.findings];
}

/** The last of what is told: verdict and citation of each finding. */
function verdictsIn(all: unknown): string[] {
  const [, , findings] = all as [unknown, unknown, Finding[]];
  return findings.map(({ verdict, citation }) => `${verdict} ${citation}`);
}

describe("a run of edits", () => {
  for (const format of ["markdown", "plain"] satisfies DraftFormat[]) {
    it(`tells in the end what a check from nothing tells (${format})`, () => {
      const store = storeOf();
      fc.assert(
        fc.property(texts, fc.constantFrom(" ", "\n\n"), fc.array(edit, { maxLength: 8 }), (parts, between, edits) => {
          const checker = createChecker(format);
          let text = parts.join(between);
          told(checker, text, store);
          for (const { at, gone, typed } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + typed + text.slice(start + gone);
            assert.deepEqual(told(checker, text, store), told(createChecker(format), text, storeOf()), text);
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  const far = `${"It rained for a long while. ".repeat(8)}`;
  const cases: readonly [string, string, string, string][] = [
    ["a figure that another is reckoned from", `${KILLED} ${far}${ADDED_UP}`, "43", "41"],
    [
      "who gives a figure",
      "The interior ministry said the flood killed 43 people in Norland.",
      "The interior ministry",
      "Col. Jan Holm",
    ],
    ["a word before a quotation that turns it round", `Brandt denied that "${DENIED}".`, "denied", "agreed"],
    [
      "the speaker of an earlier paragraph",
      `Ana Brandt spoke.\n\n${far}\n\n"${WARNED}," she said.`,
      "Ana Brandt",
      "Jan Holm",
    ],
    ["what is cited behind a footnote", `${KILLED}[^n] ${far}\n\n[^n]: [@alpha]`, "[@alpha]", "[@gamma]"],
  ];
  for (const [what, text, before, after] of cases) {
    it(`sees a change of ${what}`, () => {
      const store = storeOf();
      const checker = createChecker("markdown");
      const first = told(checker, text, store);
      const changed = text.replace(before, after);
      const then = told(checker, changed, store);
      assert.deepEqual(then, told(createChecker("markdown"), changed, storeOf()));
      assert.notDeepEqual(verdictsIn(then), verdictsIn(first));
    });
  }

  it("asks the store nothing for the sentences that it did not touch", () => {
    const store = storeOf();
    const asked: string[] = [];
    const counting = new Proxy(store, {
      get(target, name) {
        if (name === "figuresLikeValue" || name === "figuresLikeMeasure" || name === "passagesLike") asked.push(name);
        return Reflect.get(target, name);
      },
    });
    const checker = createChecker("markdown");
    const text = `${PARTS[0]} ${far}\n\n${PARTS[3]} ${far}\n\n`;
    checker.check(text, counting, defaultSettings);
    assert.ok(asked.length > 0);
    asked.length = 0;
    checker.check(`${text}And then it rained again.`, counting, defaultSettings);
    checker.check(`It rained.\n\n${text}`, counting, defaultSettings);
    assert.deepEqual(asked, []);
    checker.check(text.replace("43", "44"), counting, defaultSettings);
    assert.ok(asked.length > 0);
  });
});
