import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { createMemo, type Finding, rate, verifyDraft } from "../../server/src/verify/index.ts";
import { fixture } from "./fixture.ts";

const SOURCES = `
== alpha | Alpha Times | 2024-03-02
The flood killed 43 people in Norland, the interior ministry said.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.

== beta | Beta Post | 2024-03-03
Rescuers pulled 120 people out of the water in Norland, the fire service said.

The army sent 9 helicopters to Norland.

The harvest festival of Southland was put off in January 2024.
`;

/** Takes a draft; gives "text citation" for each figure and quotation, and "key status" for each citation that is a finding. */
function statuses(draft: string): string[] {
  return found(draft).map(({ text, citation }) => `${text.split(" ")[0]} ${citation}`);
}

function found(draft: string): Finding[] {
  return verifyDraft(prepareDraft(draft, "markdown"), fixture(`x${SOURCES}`).store);
}

const KILLED = "The flood killed 43 people in Norland";
const PULLED = "rescuers pulled 120 people out of the water in Norland";
const SENT = "the army sent 9 helicopters to Norland";

describe("a citation covers", () => {
  const cases: readonly [string, string, string[]][] = [
    ["its sentence", `${KILLED} [@alpha].`, ["43 cited"]],
    ["its sentence from behind the stop", `${KILLED}.[^alpha]\n\n[^alpha]: Alpha Times.`, ["43 cited"]],
    [
      "a day that stands elsewhere for something else",
      `In January ${KILLED.replace("The", "the")} [@alpha].`,
      ["January cited", "43 cited"],
    ],
    ["nothing of the next paragraph", `It was a flood [@alpha].\n\n${KILLED}.`, ["43 uncited"]],
    [
      "nothing of the sentence before, where another follows",
      `${KILLED}. It was a flood [@alpha]. It ended.`,
      ["43 uncited"],
    ],
    [
      "its clause, back to the citation before",
      `${KILLED} [@alpha], and ${PULLED} [@beta].`,
      ["43 cited", "120 cited"],
    ],
    ["its clause alone", `${KILLED} [@beta], and ${PULLED} [@alpha].`, ["43 miscited", "120 miscited"]],
    [
      "what follows it where nothing else does",
      `As told before [@alpha], the flood killed 43 people in Norland.`,
      ["43 cited"],
    ],
    ["the sentences before it where it closes the paragraph", `${KILLED}. The rain went on [@alpha].`, ["43 cited"]],
    ["what it leads", `@alpha says that the flood killed 43 people in Norland.`, ["43 cited"]],
    ["its sentence as one of several", `${KILLED} [@beta; @alpha].`, ["43 cited"]],
    ["its sentence as one of two in a row", `${KILLED} [@beta] [@alpha].`, ["43 cited"]],
    [
      "a quotation that it follows",
      `"We were not warned in time by anyone in the capital," [@alpha] said Mayor Ana Brandt.`,
      ["We cited"],
    ],
    [
      "its item of a list",
      `- ${KILLED} [@alpha].\n- The army sent 9 helicopters to Norland [@beta].`,
      ["43 cited", "9 cited"],
    ],
    ["through a note that cites", `${KILLED}.[^1]\n\n[^1]: See [@alpha].`, ["43 cited"]],
  ];
  for (const [what, draft, expected] of cases) it(what, () => assert.deepEqual(statuses(draft), expected));
  it("other sentences only as a convention, which is never wrong", () => {
    assert.deepEqual(statuses(`${KILLED}. In all, ${SENT} [@beta].`), ["43 uncited", "9 cited"]);
  });
});

describe("a citation is a finding where", () => {
  const cases: readonly [string, string, string[]][] = [
    ["no source has its id", "It rained [@gamma].", ["gamma undefined"]],
    ["no note has its id", "It rained.[^1]", ["1 undefined"]],
    ["nothing refers to the note", "It rained.\n\n[^1]: A note.", ["1 unused"]],
    ["but not where a handle stands in the text", "@gamma wrote that it rained.", []],
    ["but not where a note is no reference", "It rained.[^1]\n\n[^1]: Hard.", []],
    ["but not where a link leads elsewhere", "It rained ([photo](rain.jpg)).", []],
  ];
  for (const [what, draft, expected] of cases) it(what, () => assert.deepEqual(statuses(draft), expected));
  it("and names the id that was meant", () => {
    assert.deepEqual(found("It rained [@alhpa].")[0]?.message.args, { id: "alhpa", near: "alpha" });
  });
  it("what stands in the definition of a source is a reference and no fact", () => {
    assert.deepEqual(statuses(`It rained.[^alpha]\n\n[^alpha]: Alpha Times, "Flood kills 57", March 2, 2024.`), []);
  });
});

describe("a finding is told", () => {
  const code = (draft: string) =>
    found(draft)
      .map((finding) => rate(finding))
      .map(({ code, level }) => `${code} ${level}`);
  it("not at all where it is supported and cited", () =>
    assert.deepEqual(code(`${KILLED} [@alpha].`), ["figure/supported null"]));
  it("as a hint where it lacks a citation", () => assert.deepEqual(code(`${KILLED}.`), ["citation/uncited hint"]));
  it("as a warning where the citation is wrong", () =>
    assert.deepEqual(code(`${KILLED} [@beta].`), ["citation/miscited warning"]));
  it("by its verdict where that is as grave", () => {
    assert.deepEqual(code("The flood killed 57 people in Norland [@beta]."), ["figure/contradicted warning"]);
  });
  it("once where the source is unknown", () => {
    assert.deepEqual(code(`${KILLED} [@gamma].`), ["figure/supported null", "citation/undefined error"]);
  });
});

it("tells a figure that an altered quotation changes with the quotation alone", () => {
  const { store } = fixture(`x
== post | The Post | 2024-03-02
"Our order book stands at a record 27 billion dollars, four days early," Elena Marsh said.
`);
  const draft = '"Our order book stands at a record 72 billion dollars, four days early," Elena Marsh said.';
  const told = verifyDraft(prepareDraft(draft, "markdown"), store).map(({ kind, verdict }) => `${kind} ${verdict}`);
  assert.deepEqual(told, ["quote altered", "figure supported"]);
});

describe("years alone and ordinals", () => {
  const draft = prepareDraft("In 1999 the first flood came.", "markdown");
  const { store } = fixture(`x${SOURCES}`);
  it("are left alone", () => assert.deepEqual(verifyDraft(draft, store), []));
  it("are checked where that is asked for", () => {
    const findings = verifyDraft(draft, store, { kinds: new Set(["year", "ordinal"]) });
    assert.deepEqual(
      findings.map(({ text }) => text),
      ["1999", "first"],
    );
  });
});

describe("a draft that is edited step by step", () => {
  const { store } = fixture(`x${SOURCES}`);
  const piece = fc.constantFrom(
    KILLED,
    PULLED,
    SENT,
    "57",
    "43",
    " [@alpha]",
    " [@beta]",
    ".",
    "\n\n",
    " ",
    "\n\n> ",
    '"',
    "said Ana Brandt",
    "We were not warned in time by anyone in the town",
    "[^1]",
    "\n\n[^1]: x",
    "# ",
    "```\n",
  );
  const edit = fc.record({ at: fc.nat(), gone: fc.nat({ max: 30 }), added: fc.array(piece, { maxLength: 3 }) });
  const whole = [
    "The flood killed 57 people in Norland.",
    `${KILLED} [@alpha]. In Norland, ${PULLED}.`,
    '"We were never warned in time by anyone in the capital," said Mayor Ana Brandt [@alpha].',
    "The army sent more than 9 helicopters to Norland [@beta].",
  ];
  const sentence = fc.oneof({ arbitrary: fc.constantFrom(...whole), weight: 3 }, piece);
  const draftOf = fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join("\n\n"));
  it("has the findings of a draft checked from nothing", () => {
    fc.assert(
      fc.property(draftOf, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        const memo = createMemo();
        let text = first;
        let draft = prepareDraft(text, "markdown");
        verifyDraft(draft, store, { memo });
        for (const { at, gone, added } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + added.join("") + text.slice(start + gone);
          draft = prepareDraft(text, "markdown", draft);
          assert.deepEqual(verifyDraft(draft, store, { memo }), verifyDraft(prepareDraft(text, "markdown"), store));
        }
      }),
      { numRuns: 120 },
    );
  });
  it("is judged again where another source is cited", () => {
    const twice = `${SOURCES}\n== gamma | Gamma Wire | 2024-03-02\nThe flood killed 43 people in Norland, officials said.`;
    const { store } = fixture(`x${twice}`);
    const memo = createMemo();
    const first = (id: string) =>
      verifyDraft(prepareDraft(`${KILLED} [@${id}].`, "markdown"), store, { memo })[0]?.evidence[0]?.source;
    assert.deepEqual([first("alpha"), first("gamma"), first("alpha")], ["alpha", "gamma", "alpha"]);
  });
  it("is judged again only where it was touched", () => {
    let asked = 0;
    const counting = new Proxy(store, {
      get(target, name) {
        if (name === "figuresLikeValue" || name === "passagesLike") asked++;
        return Reflect.get(target, name);
      },
    });
    const memo = createMemo();
    const text = [`${"It rained. ".repeat(20)}`, ...whole].join("\n\n");
    verifyDraft(prepareDraft(text, "markdown"), counting, { memo });
    assert.ok(asked > 0);
    asked = 0;
    verifyDraft(prepareDraft(`It rained.\n\n${text}`, "markdown"), counting, { memo });
    assert.equal(asked, 0);
  });
});

describe("a long paragraph", () => {
  it("is reckoned with near figures alone, and its judgements are not searched through", () => {
    const { store } = fixture(`x${SOURCES}`);
    const memo = createMemo();
    let most = 0;
    const watched: typeof memo = {
      ...memo,
      judged: (paragraphs, its, judge) =>
        memo.judged(paragraphs, its, (question, neighbours) => {
          most = Math.max(most, neighbours().length);
          return judge(question, neighbours);
        }),
    };
    const findings = verifyDraft(prepareDraft(`${KILLED}. `.repeat(100), "markdown"), store, { memo: watched });
    assert.equal(findings.length, 100);
    assert.ok(most > 0 && most < 50, `${most} neighbours`);
  });
});
