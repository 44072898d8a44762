import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isCorpusFile,
  isLibraryFile,
  readArticles,
  readLibrary,
  refusal,
  sideFileOf,
} from "../../server/src/corpus/index.ts";
import { makePdf, utf8 } from "./fixtures.ts";
import { only } from "./show.ts";

const BIB = `@string{vp = {The Valley Post}}
@article{flood21, title={Flood kills {Twelve}}, author={Lee, Ann and {Relief Office}}, journal=vp, date={2021-03-04},
  urldate={2021-03-05}, url={https://www.valleypost.example/a/1?utm_source=x}, file={Full Text:files/12/Flood 2021.pdf:application/pdf}}
@article{broken, title={never closed
@report{dams, title={Dams}, institution={Relief Office}, year=2019, month=may}
`;
const PDF = makePdf([[{ text: "The flood killed twelve people in the valley, the governor said.", y: 700 }]]);

test("a BibTeX library states metadata by the file it names", async () => {
  const { library, entries, problems } = await readLibrary("library.bib", utf8(BIB));
  assert.equal(entries, 2);
  assert.equal(problems.length, 1);
  assert.match(
    problems[0]?.message ?? "",
    /^library\.bib: the entry broken on line 4 is not valid BibTeX \(a brace or quotation mark is not closed in it\)/,
  );
  const { meta } = only(await readArticles({ path: "pdfs/Flood 2021.pdf", bytes: PDF, library }));
  assert.deepEqual(
    { ...meta, guessed: [], language: null },
    {
      id: "flood21",
      path: "pdfs/Flood 2021.pdf",
      title: "Flood kills Twelve",
      outlet: "The Valley Post",
      authors: ["Ann Lee", "Relief Office"],
      published: "2021-03-04",
      retrieved: "2021-03-05",
      url: "https://www.valleypost.example/a/1?utm_source=x",
      language: null,
      kind: "paper",
      guessed: [],
      restsOn: [],
    },
  );
});

test("a library is asked by id, address and title, and the file itself goes first", async () => {
  const csl = [
    {
      id: "k1",
      title: "Flood kills twelve",
      "container-title": "VOA",
      URL: "https://x.example/1",
      issued: { raw: "2021-03-04" },
    },
    7,
  ];
  const { library, problems } = await readLibrary("references.json", utf8(JSON.stringify(csl)));
  assert.equal(problems.length, 1);
  const read = async (path: string, text: string) =>
    only(await readArticles({ path, bytes: utf8(text), library })).meta;
  assert.equal((await read("k1.txt", "Twelve people were killed.")).outlet, "Voice of America");
  assert.equal(
    (await read("a.md", "---\nurl: http://x.example/1/\n---\nTwelve people were killed.")).outlet,
    "Voice of America",
  );
  assert.equal((await read("a.md", "---\nurl: http://x.example/1/\noutlet: CNN\n---\nTwelve people.")).outlet, "CNN");
  assert.equal(
    (await read("b.md", "---\ntitle: Flood kills twelve\n---\nTwelve people were killed.")).published,
    "2021-03-04",
  );
  assert.equal((await read("c.md", "---\ntitle: Another\n---\nTwelve people were killed.")).outlet, null);
});

const ZOTERO = String.raw`
@article{one, title={The Flood of {\"U}ber-Tal \& its 12 {Dead}}, author={M{\"u}ller, J{\'o}zef and {Relief Office} and others}, date={2021-03/2021-05}, journaltitle={S{\"u}ddeutsche Zeitung},
 file={Full Text PDF:C\:\\Users\\ann\\Zotero\\storage\\AB12\\M{\"u}ller - 2021 - Flood\; part 2.pdf:application/pdf;Snapshot:C\:\\Users\\ann\\Zotero\\storage\\EF\\1.html:text/html}}
@online{two, title={Flood\_figures 50\% up}, date={2019-05-07T10:00:00}, url={https://x.example/a\_b?c=1\&d=2}, urldate={2020-01-02}, file={/home/ann/Zotero/storage/XY/flood\_figures.html}}
@report{three, title={Dams}, institution={Relief Office}, year={c. 2019}, file={:reports/dams.pdf:PDF}}
@article{one, title={Another with the same key}, year=2001, journal={X}}
`;

test("a library as Zotero writes it: files, LaTeX, ranges of dates, keys that stand twice", async () => {
  const { library, problems } = await readLibrary("zotero.bib", utf8(ZOTERO));
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["zotero.bib holds more than one entry with the key one; the first one counts. Give the others keys of their own."],
  );
  const one = library.find("x/Müller - 2021 - Flood; part 2.pdf", null, null, null);
  assert.deepEqual(one, {
    id: "one",
    title: "The Flood of Über-Tal & its 12 Dead",
    outlet: "Süddeutsche Zeitung",
    authors: ["Józef Müller", "Relief Office"],
    published: "2021-03",
    kind: "paper",
  });
  assert.equal(library.find("1.html", null, null, null), one);
  const two = library.find("flood_figures.html", null, null, null);
  assert.deepEqual(
    [two?.title, two?.published, two?.retrieved, two?.url],
    ["Flood_figures 50% up", "2019-05-07", "2020-01-02", "https://x.example/a_b?c=1&d=2"],
  );
  assert.equal(library.find("dams.pdf", null, null, null)?.published, "2019");
});

test("dates of a CSL library in words, in ranges and by season; an address is no key", async () => {
  const item = (title: string, issued: unknown) => ({ id: "http://zotero.org/users/1/items/A", title, issued });
  const items = [
    item("Words", { literal: "Spring 2019" }),
    item("Range", {
      "date-parts": [
        ["2021", "3"],
        ["2021", "5"],
      ],
    }),
    item("Season", { "date-parts": [[2020]], season: 2 }),
    item("Either", { literal: "2018 or 2019" }),
  ];
  const { library } = await readLibrary("library.json", utf8(JSON.stringify(items)));
  const found = items.map(({ title }) => library.find("a.txt", null, null, title));
  assert.deepEqual(
    found.map((one) => [one?.published, one?.id]),
    [
      ["2019", undefined],
      ["2021-03", undefined],
      ["2020", undefined],
      [undefined, undefined],
    ],
  );
});

test("a side file states metadata, and its problems name it", async () => {
  const sidecar = 'title: Report\nauthors: [Ann Lee]\nbroken: "x\n';
  const read = await readArticles({ path: "r.pdf", bytes: PDF, sidecar });
  assert.equal(only(read).meta.title, "Report");
  assert.match(read.problems[0]?.message ?? "", /^r\.pdf\.yaml: its metadata/);
});

test("a library that is not one is a problem, not an error", async () => {
  for (const text of ["", "{", "@@@", "[1,2", "@article{", "\u0000"]) {
    const { entries } = await readLibrary("library.json", utf8(text));
    assert.equal(entries, 0);
    assert.equal((await readLibrary("library.bib", utf8(text))).entries, 0);
  }
});

test("which files are articles, side files, libraries and refused", () => {
  const corpus = ["a.txt", "b/c.MD", "a.html", "a.mhtml", "a.pdf", "a.docx", "a.eml", "a.json", "a.warc", "a.warc.gz"];
  for (const path of corpus) assert.ok(isCorpusFile(path), path);
  for (const path of ["a.pdf.yaml", "library.json", "x/refs.bib", ".git/a.txt", "~$a.docx", "a.png", "a", "a.gz"])
    assert.ok(!isCorpusFile(path), path);
  assert.equal(sideFileOf("b/a.pdf.yaml"), "b/a.pdf");
  assert.equal(sideFileOf("settings.yaml"), null);
  assert.ok(isLibraryFile("x/references.json") && isLibraryFile("a.bib") && !isLibraryFile("a.json"));
  assert.match(refusal("a.rtf") ?? "", /save it as/);
  assert.equal(refusal("a.png"), null);
});
