import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadCiteproc } from "../../server/src/cli/citeproc.ts";
import { readLibrary } from "../../server/src/corpus/library.ts";
import type { SourceMeta } from "../../server/src/corpus/types.ts";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { cslName } from "../../server/src/service/bibliography/csl.ts";
import {
  cslItem,
  formatBibtex,
  formatCslJson,
  houseStyles,
  withFootnotes,
} from "../../server/src/service/bibliography/index.ts";

const NOTHING: SourceMeta = {
  id: "x",
  path: "x.md",
  title: null,
  outlet: null,
  authors: [],
  published: null,
  retrieved: null,
  url: null,
  language: null,
  kind: "article",
  guessed: [],
  restsOn: [],
};

const brenta: SourceMeta = {
  ...NOTHING,
  id: "courier",
  title: "Flood on the Brenta: 100% {of} it & more_",
  outlet: "The Courier",
  authors: ["Ada Moretti", "Ludwig van Beethoven Jr.", "Agence France-Presse"],
  published: "2021-03-04",
  retrieved: "2021-03-09",
  url: "https://example.org/a_b?c=1&d=%20#e",
  language: "en",
};
const report: SourceMeta = {
  ...NOTHING,
  id: "dam",
  title: "The dam",
  outlet: "Institute of Water",
  published: "2020-11",
  kind: "report",
};

describe("names", () => {
  for (const [name, expected] of [
    ["Ada Moretti", { family: "Moretti", given: "Ada" }],
    ["Ludwig van Beethoven", { family: "van Beethoven", given: "Ludwig" }],
    ["Martin Luther King Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["Reuters", { literal: "Reuters" }],
    ["Agence France-Presse", { literal: "Agence France-Presse" }],
    ["AFP Geneva", { literal: "AFP Geneva" }],
    ["Human Rights Watch", { literal: "Human Rights Watch" }],
  ] as const)
    it(name, () => assert.deepEqual(cslName(name), expected));
});

/** What a library that was read back says of an id. */
async function readBack(file: string, text: string, meta: SourceMeta): Promise<Partial<SourceMeta>> {
  const { library, problems } = await readLibrary(file, new TextEncoder().encode(text));
  assert.deepEqual(problems, []);
  const { id, title, outlet, authors, published, retrieved, url, kind } = (library.find("", meta.id, null, null) ??
    {}) as Partial<SourceMeta>;
  return {
    id,
    title,
    outlet,
    authors: authors ?? [],
    published,
    retrieved,
    url,
    ...(kind ? { kind } : {}),
  } as Partial<SourceMeta>;
}

function whole({ id, title, outlet, authors, published, retrieved, url }: SourceMeta): Partial<SourceMeta> {
  return { id, title: title?.replace(/[{}]/g, "") ?? null, outlet, authors, published, retrieved, url };
}

describe("export and import", () => {
  it("CSL-JSON comes back as it was", async () => {
    assert.deepEqual(await readBack("library.json", formatCslJson([report, brenta]), brenta), whole(brenta));
  });
  it("BibTeX comes back as it was", async () => {
    const { authors, ...back } = await readBack("library.bib", formatBibtex([report, brenta]), brenta);
    const { authors: _, ...expected } = whole(brenta);
    assert.deepEqual(back, expected);
    assert.deepEqual(authors, brenta.authors);
  });
  it("a report keeps its kind and who published it", async () => {
    const back = await readBack("library.bib", formatBibtex([brenta, report]), report);
    assert.equal(back.kind, "report");
    assert.equal(back.outlet, "Institute of Water");
    assert.equal(back.published, "2020-11");
  });
  it("any title comes back from BibTeX, however hard its signs", async () => {
    const title = fc
      .array(
        fc.constantFrom(
          "a",
          "B",
          "é",
          "&",
          "%",
          "$",
          "#",
          "_",
          "~",
          "^",
          "\\",
          "“x”",
          "-",
          "--",
          "`",
          "'",
          "''",
          ",",
          "!`",
          "<<",
          " ",
          "1",
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((all) => `T${all.join("")}t`.replace(/ +/g, " "));
    await fc.assert(
      fc.asyncProperty(title, async (one) => {
        const meta = { ...brenta, title: one };
        assert.equal((await readBack("library.bib", formatBibtex([meta]), meta)).title, one);
      }),
      { numRuns: 60 },
    );
  });
  it("is sorted, and an item a line", () => {
    assert.equal(formatCslJson([report, brenta]).split("\n").length, 5);
    assert.match(formatCslJson([report, brenta]), /"id":"courier".*"id":"dam"/s);
  });
});

describe("reference lists and notes", async () => {
  const citeproc = await loadCiteproc();
  if ("error" in citeproc) {
    it("needs its optional package", (t) => t.skip(citeproc.error));
    return;
  }
  const plain = {
    ...brenta,
    title: "Flood on the Brenta",
    authors: ["Ada Moretti"],
    retrieved: null,
    url: "https://example.org/a",
  };
  const items = [plain, report].map(cslItem);
  const list = (style: string) => citeproc.make(items, style).bibliography("text");

  it("Chicago", () =>
    assert.deepEqual(list(houseStyles.chicago), [
      "Moretti, Ada. “Flood on the Brenta.” The Courier, March 4, 2021. https://example.org/a.",
      "“The dam.” Institute of Water, November 2020.",
    ]));
  it("AP-like", () =>
    assert.deepEqual(list(houseStyles.ap), [
      "Institute of Water, “The dam,” Nov. 2020.",
      "The Courier, “Flood on the Brenta,” by Ada Moretti, March 4, 2021, https://example.org/a.",
    ]));
  it("APA, as its own authors wrote it", () =>
    assert.equal(list(citeproc.apa)[1], "The dam. (2020). Institute of Water."));
  it("a style that is none says so", () => assert.throws(() => list("<style/>")));
  it("Pandoc citations become footnotes in the style; the second of a source is short", () => {
    const draft = prepareDraft(
      "One [@courier]. Two [@courier, p. 3; @dam].[^7]\n\n[^7]: Mine. [@unknown]\n",
      "markdown",
    );
    assert.equal(
      withFootnotes(draft, new Set(["courier", "dam"]), citeproc.make(items, houseStyles.chicago)),
      `One[^8]. Two[^9].[^7]

[^7]: Mine. [@unknown]

[^8]: Ada Moretti, “Flood on the Brenta,” The Courier, March 4, 2021, https://example.org/a.
[^9]: Moretti, “Flood on the Brenta,” 3; “The dam,” Institute of Water, November 2020.
`,
    );
  });
});
