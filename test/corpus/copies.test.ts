import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Article,
  containment,
  groupCopies,
  markRepeats,
  readText,
  signatureOf,
} from "../../server/src/corpus/index.ts";
import { only } from "./show.ts";

const NOUNS =
  "flood bridge governor valley shelter road river dam village storm office report people house night boat field wall line school".split(
    " ",
  );

/** Takes a seed and a number of paragraphs; gives made prose, the same for the same seed. */
function prose(seed: number, paragraphs: number): string[] {
  let state = seed * 7919 + 17;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 8;
  };
  const word = () => `${NOUNS[next() % NOUNS.length]}${next() % 50}`;
  return Array.from({ length: paragraphs }, () => `The ${Array.from({ length: 25 }, word).join(" ")} was seen.`);
}

function article(id: string, paragraphs: readonly string[], published = ""): Article {
  const head = published === "" ? "" : `---\npublished: ${published}\n---\n`;
  return only(readText(`${id}.md`, head + paragraphs.join("\n\n")));
}

const signed = (one: Article) => ({ id: one.meta.id, published: one.meta.published, signature: signatureOf(one) });

test("wire copy carried by several outlets is one origin, the earliest first", () => {
  const wire = prose(1, 12);
  const articles = [
    article("late", [...wire.slice(0, 10), ...prose(2, 2)], "2021-03-06"),
    article("wire", wire, "2021-03-04"),
    article("undated", wire.slice(2)),
    article("other", prose(3, 12), "2021-03-01"),
    article("short", ["Twelve people were killed."]),
    article("short2", ["Twelve people were killed."]),
  ].map(signed);
  assert.deepEqual(Object.fromEntries(groupCopies(articles)), {
    late: "wire",
    wire: "wire",
    undated: "wire",
    other: "other",
    short: "short",
    short2: "short2",
  });
});

test("one quoted paragraph does not make a copy", () => {
  const wire = prose(4, 12);
  const articles = [article("a", wire), article("b", [...prose(5, 11), wire[3] as string])].map(signed);
  assert.deepEqual([...groupCopies(articles).values()], ["a", "b"]);
});

test("the estimate of shared text is near the truth", () => {
  const wire = prose(6, 40);
  for (const [kept, share] of [
    [40, 1],
    [30, 0.75],
    [20, 0.5],
    [10, 0.25],
    [0, 0],
  ] as const) {
    const other = [...wire.slice(0, kept), ...prose(7, 40 - kept)];
    const estimate = containment(signatureOf(article("a", wire)), signatureOf(article("b", other)));
    assert.ok(Math.abs(estimate - share) < 0.12, `${kept}: ${estimate}`);
  }
});

const BLURB = "The Valley Post brings stories of 27 towns to 1 million readers, and has done so since 1950.";

test("a paragraph on three pages of an outlet is furniture; elsewhere and in copies it stays", () => {
  const articles = [1, 2, 3].map((n) => article(`p${n}`, [...prose(n, 3), BLURB]));
  for (const one of markRepeats(articles)) {
    const last = one.blocks.at(-1);
    assert.deepEqual([last?.kind, last?.paragraph, one.blocks[2]?.paragraph], ["furniture", 0, 3]);
  }
  assert.deepEqual(markRepeats(articles.slice(0, 2)), articles.slice(0, 2));
  const copies = [1, 2, 3].map((n) => article(`c${n}`, prose(9, 3)));
  assert.deepEqual(
    markRepeats(copies, () => "c1"),
    copies,
  );
});

test("a thousand articles in pairs are grouped into their five hundred origins", () => {
  const articles = Array.from({ length: 1000 }, (_, n) => signed(article(`a${n}`, prose(n % 500, 4))));
  const origins = groupCopies(articles);
  assert.equal(new Set(origins.values()).size, 500);
});
