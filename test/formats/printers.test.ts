import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { printers, type Screen } from "../../server/src/cli/printers.ts";
import type { DraftResult } from "../../server/src/cli/session.ts";
import { Spools } from "../../server/src/cli/spools.ts";
import type { Corpus } from "../../server/src/node/corpus.ts";
import type { Project } from "../../server/src/node/project.ts";
import { memorySpool, type OpenSpool } from "../../server/src/service/formats/spool.ts";
import { speak } from "../../server/src/service/words.ts";
import type { Finding } from "../../server/src/verify/index.ts";
import { reported } from "./fixture.ts";
import { matchesGolden } from "./golden.ts";

type Format = keyof typeof printers;

const TERMINAL: Screen = { colors: true, columns: 80 };
const formats = Object.keys(printers) as Format[];
const drafts = reported();
const problems = new Map([["scan.pdf", drafts[0]?.problems ?? []]]);
const corpus = { store: drafts[0]?.store, problems } as unknown as Corpus;
const results = drafts.map(
  ({ name, checked, errors, settings }): DraftResult => ({
    path: name,
    checked,
    errors,
    project: { settings } as Project,
    corpus,
  }),
);

function printed(
  given: readonly DraftResult[],
  format: Format,
  { all = false, screen = {}, open = memorySpool }: { all?: boolean; screen?: Screen; open?: OpenSpool } = {},
): string {
  const printer = printers[format]({ format, all }, screen, open);
  const parts = given.map((result) => printer.add(result));
  return [...parts, ...printer.end()].join("");
}

describe("what the command line prints", () => {
  const cases: readonly (readonly [string, () => string])[] = [
    ["report.pretty.txt", () => printed(results, "pretty")],
    ["report.pretty.colour.txt", () => printed(results, "pretty", { all: true, screen: TERMINAL })],
    ["report.json.golden", () => printed(results, "json")],
    ["report.markdown.golden", () => printed(results, "markdown")],
  ];
  for (const [name, print] of cases) it(name, () => matchesGolden(name, print()));

  it("is the same with colour and without, but for the colour", () => {
    const plain = printed(results, "pretty", { all: true });
    assert.equal(stripped(printed(results, "pretty", { all: true, screen: TERMINAL })), plain);
    assert.doesNotMatch(plain, /\p{Cc}(?<!\n)/u);
  });
  it("speaks the language that is asked for, and programs English", () => {
    const english = printed(results, "json");
    try {
      assert.equal(speak("fr"), "fr");
      const html = printed(results, "html");
      assert.match(html, /<html lang="fr">/);
      for (const words of [/<span>Chiffres<\/span> <strong>2 sur 4</, /<legend>Afficher</, />Aller au brouillon</])
        assert.match(html, words);
      const own =
        /\b(?:Show|Sources? cited|Not cited|passages more|Skip to|Front matter|Set aside|Line \d|According|Supports:)/;
      assert.doesNotMatch(html.replace(/<style>[\s\S]*<\/style>/, ""), own);
      assert.equal(printed(results, "json"), english);
      assert.match(printed(results, "pretty"), /^ {2}contesté {2}12 /m);
    } finally {
      speak("en");
    }
  });
  it("commands no terminal, whatever stands in a draft or a source", () => {
    const [one] = results as [DraftResult];
    const hostile = (text: string) => `${text}\u001b]0;owned\u0007\u001b[2J\u202e\r\b`;
    const finding = one.checked?.findings.find(({ evidence }) => evidence.length > 0) as Finding;
    const evidence = finding.evidence.map((each) => ({
      ...each,
      passage: hostile(each.passage),
      claimant: hostile("A"),
    }));
    const told = { ...finding, text: hostile("1"), message: { key: hostile("It fell."), args: {} }, evidence };
    const ignored = [{ finding: told, reason: hostile("so"), by: "comment" as const }];
    const result = {
      ...one,
      path: hostile("d.md"),
      checked: one.checked && { ...one.checked, findings: [told], ignored },
    };
    assert.doesNotMatch(printed([result], "pretty", { all: true }), /(?!\n)\p{Cc}|\u202e/u);
    assert.equal(stripped(printed([result], "pretty", { screen: TERMINAL })).includes("\u001b"), false);
  });
  it("is the same from files as from memory", () => {
    const many = Array.from({ length: 300 }, () => results).flat();
    for (const format of formats) {
      const spools = new Spools();
      try {
        assert.equal(printed(many, format, { open: spools.open }), printed(many, format), format);
      } finally {
        spools.close();
      }
    }
  });
});

describe("what is kept of results that have been printed", () => {
  for (const format of formats) {
    it(`nothing, in ${format}`, async () => {
      const printer = printers[format]({ format, all: true }, {}, memorySpool);
      const held: WeakRef<DraftResult>[] = [];
      for (let at = 0; at < 40; at++) {
        const [one] = results as [DraftResult];
        const result = { ...one, checked: one.checked && { ...one.checked } };
        held.push(new WeakRef(result.checked as never));
        printer.add(result);
      }
      await collectGarbage();
      const kept = held.filter((ref) => ref.deref() !== undefined).length;
      assert.ok(kept <= 2, `${kept} of 40 are kept`);
      for (const _ of printer.end());
    });
  }
});

/** All garbage is gone afterwards. A weak reference holds what it refers to until the turn of the event loop is over. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 2; turn++) {
    await setImmediate();
    collect();
  }
}

function stripped(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g"), "");
}
