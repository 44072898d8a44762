import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readText } from "../../server/src/corpus/index.ts";
import { prepareDraft } from "../../server/src/draft/index.ts";
import type { CheckedDraft } from "../../server/src/service/check.ts";
import { withReceipts } from "../../server/src/service/receipts/findings.ts";
import { fingerprint } from "../../server/src/service/receipts/fingerprint.ts";
import { formatLock, type Lock, makeLock, readLock } from "../../server/src/service/receipts/lock.ts";
import { type Change, verifyLock } from "../../server/src/service/receipts/verify.ts";
import { tell } from "../../server/src/service/words.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { lineIndex } from "../../server/src/text/lines.ts";
import type { Finding } from "../../server/src/verify/index.ts";

const SOURCE = `Flood on the Brenta

The flood killed 12 people in the valley, the province said. It began at night.

The mayor asked for help from the army.`;
const DRAFT = "The flood killed 12 people in the valley [@courier]. Nothing else is known.\n";
const PASSAGE = "The flood killed 12 people in the valley, the province said.";

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function storeWith(text: string | null): CorpusStore {
  const store = createMemoryStore();
  const [article] = readText("courier.txt", text ?? "").articles;
  if (text !== null && article !== undefined)
    store.put(
      { ...article, hash: hashOf(text), meta: { ...article.meta, id: "courier", outlet: "The Courier" } },
      { figures: [], quotes: [] },
    );
  return store;
}

function checkedWith(store: CorpusStore): CheckedDraft {
  const start = DRAFT.indexOf("12");
  const passageAt = store.article("courier")?.text.indexOf(PASSAGE) ?? 0;
  const finding: Finding = {
    kind: "figure",
    start,
    end: start + 2,
    text: "12",
    verdict: "supported",
    citation: "cited",
    message: { key: "The Courier gives 12 people killed.", args: {} },
    evidence: [
      {
        source: "courier",
        relation: "supports",
        start: passageAt,
        end: passageAt + PASSAGE.length,
        passage: PASSAGE,
        focus: null,
        claimant: null,
        differences: [],
        place: { paragraph: 2, page: null },
        published: null,
      },
    ],
    suggestions: [],
    figure: null,
    quote: null,
  };
  return {
    draft: prepareDraft(DRAFT, "markdown"),
    lines: lineIndex(DRAFT),
    findings: [finding],
    ignored: [],
    slips: [],
    skipped: new Map(),
  };
}

const before = storeWith(SOURCE);
const lock = makeLock([{ path: "drafts/flood.md", checked: checkedWith(before), store: before }]);

describe("the lock", () => {
  it("pins the words, the place and the source", () => {
    const [receipt] = lock.drafts["drafts/flood.md"] ?? [];
    assert.deepEqual(
      { ...receipt, fact: null },
      { fact: null, text: "12", source: "courier", page: null, paragraph: 2, words: PASSAGE },
    );
    assert.equal(lock.sources["courier"]?.hash, hashOf(SOURCE));
  });
  it("is a receipt a line, and reads back as it was", () => {
    assert.equal(
      formatLock(lock)
        .split("\n")
        .filter((line) => line.includes(PASSAGE)).length,
      1,
    );
    assert.deepEqual(readLock(formatLock(lock)), lock);
    assert.deepEqual(readLock(formatLock({ version: 1, sources: {}, drafts: {} })), {
      version: 1,
      sources: {},
      drafts: {},
    });
  });
  for (const [name, text, expected] of [
    ["what is no JSON", "{", /is not JSON/],
    ["another version", '{"version":2}', /version 1/],
    ["what is no receipt", '{"version":1,"sources":{},"drafts":{"a.md":[{"fact":1}]}}', /no receipt/],
  ] as const)
    it(`says what is wrong with ${name}`, () => assert.match((readLock(text) as { error: string }).error, expected));
});

describe("what changed since a passage was cited", () => {
  const cases: readonly (readonly [string, string | null, Change, RegExp])[] = [
    ["nothing", SOURCE, "same", /is as it was/],
    ["another paragraph", SOURCE.replace("army", "navy"), "kept", /stands as it was\.$/],
    [
      "white space and marks of quotation",
      SOURCE.replace("12 people in", "12  people in"),
      "kept",
      /stands as it was\.$/,
    ],
    ["its place", `A new head line\n\nBefore the flood it rained.\n\n${SOURCE}`, "moved", /now in paragraph 4/],
    [
      "its figure",
      SOURCE.replace("12 people", "14 people"),
      "changed",
      /was “The flood killed 12 .* is now “The flood killed 14 people/,
    ],
    ["all of it", "Flood\n\nThe mayor asked for help from the army.", "removed", /no longer has the passage/],
    ["the source", null, "vanished", /no longer has The Courier/],
  ];
  for (const [name, text, change, message] of cases)
    it(`${name}: ${change}`, () => {
      const [verified] = verifyLock(lock, { store: storeWith(text) });
      assert.equal(verified?.change, change);
      assert.match(tell(verified?.message ?? { key: "", args: {} }), message);
    });
});

describe("findings of a locked draft", () => {
  const messageAfter = (text: string | null, one: Lock = lock) => {
    const store = storeWith(text);
    const told = withReceipts(checkedWith(before), "drafts/flood.md", one, { store });
    return tell(told.findings[0]?.message ?? { key: "", args: {} });
  };
  it("say what changed", () =>
    assert.match(
      messageAfter(SOURCE.replace("12 people", "14 people")),
      /^The Courier gives 12 people killed\. Since it was cited, .* to “The flood killed 14/,
    ));
  it("say that a source vanished", () => assert.match(messageAfter(null), /no longer has that source/));
  it("stay as they are where nothing did", () =>
    assert.equal(messageAfter(SOURCE), "The Courier gives 12 people killed."));
});

describe("the fingerprint of a fact", () => {
  const of = (text: string) => {
    const start = text.indexOf("12");
    return fingerprint(text, { kind: "figure", start, end: start + 2, text: "12" });
  };
  const known = of(DRAFT);
  for (const [name, text] of [
    ["text before its sentence", `A new beginning. And more of it, at some length.\n\n${DRAFT}`],
    ["a citation added", DRAFT.replace("12 people", "12 [@other] people")],
    ["case and spaces", DRAFT.replace("The flood", "the  FLOOD")],
  ] as const)
    it(`stays the same with ${name}`, () => assert.equal(of(text), known));
  it("tells facts with the same words apart", () => assert.notEqual(of(DRAFT.replace("people", "cows")), known));
  it("does not depend on what is far away", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const far = `${text.replace(/12/g, "")}\n\none two three four five the flood killed 12 people in the valley and the rest of it`;
        assert.equal(
          of(far),
          of("one two three four five the flood killed 12 people in the valley and the rest of it"),
        );
      }),
    );
  });
});
