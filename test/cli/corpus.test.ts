import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Desk, type Ran } from "./program.ts";

const ALPHA = `---
id: alpha
title: Flood in Norland
outlet: Alpha Times
published: 2024-03-02
---

More than 40 people were killed in Norland, the interior ministry said.

"We lost the bridge in an hour," said Mayor Ida Holm.

Subscribe to our newsletter
`;
const WIRE = [1, 2, 3, 4, 5, 6]
  .map((n) => `Crews from ${n} northern towns carried sand, food and lamps to the valley that the river cut off.`)
  .join("\n\n");
const copy = (id: string, published: string) =>
  `---\nid: ${id}\noutlet: ${id}\npublished: ${published}\n---\n\n${WIRE}\n`;
const FILES = {
  "corpus/alpha.md": ALPHA,
  "corpus/late.md": copy("late", "2024-03-04"),
  "corpus/early.md": copy("early", "2024-03-03"),
  "corpus/plain.txt":
    "Rescue ends in Norland\n\nSource: Beta Post\n\nAbout 300 homes were lost, officials said on Sunday.\n",
  "corpus/old.doc": "x",
};

function lines(ran: Ran): Record<string, unknown>[] {
  return ran.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("sourceline sources", () => {
  const desk = new Desk(FILES);

  it("lists each source in a line, with what was guessed, copies, what was not read, and counts", async () => {
    const { code, out, err } = await desk.run("sources", "--furniture");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^alpha +Alpha Times +2024-03-02 +Flood in Norland +1 +1 +1\n {2}set aside: Subscribe/m);
    assert.match(out, /^early +early .*\n {2}the earliest of its text; carried by late too$/m);
    assert.match(out, /^late +late .*\n {2}carries the text of early$/m);
    assert.match(out, /^plain +Beta Post \* +- +Rescue ends in Norland \*/m);
    assert.match(out, /Files that hold no source:\n {2}old\.doc is of a kind that is not read/);
    assert.match(out, /^4 sources of 3 origins: \d+ figures, 1 quotation;/m);
  });

  it("gives the same to programs", async () => {
    const { out } = await desk.run("sources", "--format", "json");
    const { version, sources, problems, summary } = JSON.parse(out);
    assert.equal(version, 1);
    assert.deepEqual(
      sources.map(({ id, origin, copies }: Record<string, unknown>) => [id, origin, copies]),
      [
        ["alpha", "alpha", []],
        ["early", "early", ["late"]],
        ["late", "early", ["early"]],
        ["plain", "plain", []],
      ],
    );
    assert.equal(problems[0].path, "old.doc");
    assert.deepEqual(
      [summary.sources, summary.origins, summary.guessed],
      [4, 3, sources.filter((s: { guessed: string[] }) => s.guessed.length > 0).length],
    );
    const [{ furniture }] = sources;
    assert.equal(ALPHA.slice(furniture[0].start, furniture[0].end), furniture[0].text);
    assert.deepEqual(lines(await desk.run("sources", "--format", "jsonl")), sources);
  });

  it("says where there is no corpus", async () => {
    const { code, err } = await desk.run("sources", "--corpus", "nowhere");
    assert.equal(code, 2);
    assert.match(err, /no corpus folder nowhere/);
  });
});

describe("sourceline figures and quotes", () => {
  const desk = new Desk({ "corpus/alpha.md": ALPHA, "corpus/plain.txt": FILES["corpus/plain.txt"] });

  it("lists figures with value, what they count, claimant, place and passage", async () => {
    const { code, out } = await desk.run("figures", "--source", "alpha");
    assert.equal(code, 0);
    assert.match(
      out,
      /^alpha +paragraph 1 +40 +> 40 +people, killed +norland +the interior ministry\n {2}│ More than 40/m,
    );
    assert.match(out, /\n1 figure in 1 source\.\n$/);
  });

  it("gives figures to programs, with offsets in the source", async () => {
    const [figure] = lines(await desk.run("figures", "--format", "jsonl", "--matching", "INTERIOR ministry"));
    const { source, start, end, low, high, bound, counted, outcome, claimant, place } = figure ?? {};
    assert.equal(ALPHA.slice(Number(start), Number(end)), "40");
    assert.deepEqual([source, low, high, bound, counted, outcome], ["alpha", 40, 40, "more-than", "people", "killed"]);
    assert.deepEqual([claimant, place], ["the interior ministry", { paragraph: 1, page: null, kind: "body" }]);
  });

  it("says what is missing of a date, instead of the day that stands for it", async () => {
    const { out } = await desk.run("figures", "--source", "plain", "--matching", "sunday");
    assert.match(out, /^plain +paragraph \d +Sunday +\(no week\) /m);
  });

  it("lists quotations with their speakers", async () => {
    const [quote] = lines(await desk.run("quotes", "--format", "jsonl"));
    assert.equal(ALPHA.slice(Number(quote?.["start"]), Number(quote?.["end"])), quote?.["text"]);
    assert.match(JSON.stringify(quote?.["speaker"]), /Ida Holm/);
    assert.match((await desk.run("quotes")).out, /^alpha +paragraph 2 +Mayor Ida Holm +“We lost the bridge/m);
  });

  it("names a source that is not there, and lists the others", async () => {
    const { code, out, err } = await desk.run("figures", "--source", "alpha", "gone");
    assert.equal(code, 2);
    assert.match(err, /no source gone/);
    assert.match(out, /1 figure in 1 source/);
  });
});

describe("sourceline confirm", () => {
  const guessed = async (desk: Desk, id: string) =>
    lines(await desk.run("sources", "--format", "jsonl")).find((one) => one["id"] === id)?.["guessed"];

  it("writes what was guessed above a text, which it leaves as it was", async () => {
    const desk = new Desk(FILES);
    const { code, out } = await desk.run("confirm", "plain");
    assert.equal(code, 0);
    assert.match(out, /^corpus\/plain\.txt: wrote\n(?: {2}.*\n)* {2}outlet: Beta Post\n/);
    assert.match(desk.read("corpus/plain.txt") ?? "", /^---\n(?:.*\n)*outlet: Beta Post\n(?:.*\n)*---\n\nRescue ends/);
    assert.ok(desk.read("corpus/plain.txt")?.endsWith(FILES["corpus/plain.txt"]));
    assert.deepEqual(await guessed(desk, "plain"), []);
    assert.match((await desk.run("confirm", "plain")).out, /nothing in it was guessed/);
  });

  it("writes only what is set, where something is", async () => {
    const desk = new Desk(FILES);
    await desk.run("confirm", "--set", "outlet=Gamma", "--set", "authors=Ida Holm; Jon Berg", "plain");
    const text = desk.read("corpus/plain.txt") ?? "";
    assert.match(text, /^---\noutlet: Gamma\nauthors:\n {2}- Ida Holm\n {2}- Jon Berg\n---\n/);
  });

  it("writes a side file beside what holds no front matter", async () => {
    const page =
      "<html><head><title>Late rain</title></head><body><article><h1>Late rain</h1><p>Rain fell on 12 towns on Sunday, officials said in Norland.</p></article></body></html>";
    const desk = new Desk({ "corpus/page.html": page, "corpus/page.html.yaml": "# mine\nkind: report\n" });
    const { code, out } = await desk.run("confirm", "page", "--set", "published=2024-03-02");
    assert.equal(code, 0, out);
    assert.equal(desk.read("corpus/page.html"), page);
    assert.match(desk.read("corpus/page.html.yaml") ?? "", /# mine\nkind: report\npublished: "?2024-03-02"?\n/);
  });

  it("shows without writing, where that is asked", async () => {
    const desk = new Desk(FILES);
    const { code, out } = await desk.run("confirm", "plain", "--dry-run");
    assert.equal(code, 0);
    assert.match(out, /would write/);
    assert.equal(desk.read("corpus/plain.txt"), FILES["corpus/plain.txt"]);
  });

  const refused: readonly (readonly [args: readonly string[], why: RegExp])[] = [
    [["nobody"], /no source nobody/],
    [["plain", "--set", "colour=red"], /the fields are id, title/],
    [["plain", "--set", "published=2024-02-30"], /there is no day/],
    [["plain", "--set", "published=Sunday"], /a date is written/],
    [["plain", "--set", "id=a b"], /an id has letters/],
    [["plain", "--set", "outlet="], /a value is missing/],
    [["plain", "alpha", "--set", "id=x"], /one source at a time/],
    [["latin"], /not UTF-8/],
  ];
  for (const [args, why] of refused) {
    it(`refuses ${args.join(" ")}, and writes nothing`, async () => {
      const latin = Buffer.from(
        "R\u00e9union\n\nSource: Beta Post\n\nAbout 300 homes were lost, officials said on Sunday.\n",
        "latin1",
      );
      const desk = new Desk({ ...FILES, "corpus/latin.txt": latin });
      const { code, err } = await desk.run("confirm", ...args);
      assert.equal(code, 2);
      assert.match(err, why);
      assert.equal(desk.read("corpus/plain.txt"), FILES["corpus/plain.txt"]);
    });
  }
});
