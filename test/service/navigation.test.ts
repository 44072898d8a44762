import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/src/draft/edits.ts";
import { documentLinks } from "../../server/src/service/navigation/links.ts";
import { referencesAt, usesOf } from "../../server/src/service/navigation/references.ts";
import { renameProblem, renameSource, sourceIdAt, statedId } from "../../server/src/service/navigation/rename.ts";
import { findingSymbols, sourceSymbols } from "../../server/src/service/navigation/symbols.ts";
import { inlayHints } from "../../server/src/service/views/inlay.ts";
import { coverageLens } from "../../server/src/service/views/lens.ts";
import { sourceFacts, sourceItems } from "../../server/src/service/views/sources.ts";
import { desk } from "./desk.ts";

const DRAFT = `The flood killed more than 43 people in Norland [@alpha].

Rescuers pulled 120 people out of the water in Norland.[^alpha]

[^alpha]: Alpha Times.
`;

/** Takes a draft with the cursor "¦"; gives the places that refer to what stands there, as "file:line". */
function references(draft: string): string[] {
  const { checked, cursor, context } = desk(draft);
  const drafts = [{ uri: "file:///d.md", checked }];
  const found = referencesAt(checked, cursor, drafts, context);
  return found.map(({ uri, range }) => `${uri.replace(/^.*\//, "")}:${range.start.line + 1}`);
}

describe("references", () => {
  it("of a figure are its passages and what else rests on them", () =>
    assert.deepEqual(references(DRAFT.replace("43", "4¦3")), ["alpha.txt:1", "beta.txt:1", "d.md:1"]));
  it("of a citation are the citations of the same source", () =>
    assert.deepEqual(references(DRAFT.replace("@alpha", "@al¦pha")), ["d.md:1", "d.md:3"]));
  it("of a passage are the facts that rest on it", () => {
    const { checked, store } = desk(DRAFT);
    const text = store.article("alpha")?.text ?? "";
    const at = text.indexOf("120 people");
    const [use, ...more] = usesOf("alpha", { start: at, end: at }, [{ uri: "d", checked }], store);
    assert.deepEqual([use?.range.start.line, more], [2, []]);
  });
  it("of a passage that nothing rests on are the citations of its source", () => {
    const { checked, store } = desk(DRAFT);
    const at = (store.article("alpha")?.text ?? "").indexOf("We were not");
    assert.equal(usesOf("alpha", { start: at, end: at }, [{ uri: "d", checked }], store).length, 2);
  });
});

describe("links", () => {
  it("lead from each key to its source", () => {
    const { checked, context } = desk(`${DRAFT}\nAnd [@nobody].`);
    const links = documentLinks(checked, context);
    assert.deepEqual(
      links.map(({ range, target }) => `${range.start.line} ${target}`),
      ["0 file:///corpus/alpha.txt#L1,1", "2 file:///corpus/alpha.txt#L1,1"],
    );
  });
});

describe("renaming a source", () => {
  it("begins at a key that names one", () => {
    const { checked, context, text } = desk(DRAFT);
    assert.equal(sourceIdAt(checked, text.indexOf("alpha") + 2, context)?.text, "alpha");
    assert.equal(sourceIdAt(checked, 3, context), null);
  });
  it("changes keys and definitions in all drafts, and the source's own front matter", () => {
    const { checked, context, text, store } = desk(DRAFT);
    const own = store.article("alpha")?.text ?? "";
    const renaming = renameSource("alpha", "flood-24", [{ uri: "d", checked }], own, context);
    assert.ok(renaming?.source.kind === "edit");
    const after = applyEdits(text, renaming.drafts[0]?.edits ?? []);
    assert.equal(after, DRAFT.replace("@alpha", "@flood-24").replaceAll("[^alpha]", "[^flood-24]"));
    assert.match(applyEdits(own, [renaming.source.edit]), /^---\nid: flood-24\n---\n\nThe flood/);
  });
  it("writes a side file beside what holds no front matter", () => {
    const { store, context } = desk(DRAFT);
    const paged = {
      source: (id: string) => ({ ...store.source(id), meta: { ...store.source(id)?.meta, path: "a/page.html" } }),
    };
    const renaming = renameSource("alpha", "flood", [], "outlet: Alpha Times\nid: alpha\n", {
      store: { ...context.store, ...paged } as never,
    });
    assert.deepEqual(renaming?.source, {
      kind: "side-file",
      path: "a/page.html.yaml",
      content: "outlet: Alpha Times\nid: flood\n",
    });
  });
  it("refuses an id that is taken or that no citation can name", () => {
    const { context } = desk(DRAFT);
    assert.match(renameProblem("alpha", "beta", context) ?? "", /already/);
    assert.match(renameProblem("alpha", "a b", context) ?? "", /cannot be/);
    assert.equal(renameProblem("alpha", "Überflut_24", context), null);
  });
  it("finds the id in front matter", () => {
    assert.equal(statedId("---\ntitle: T\nid: alpha\n---\nText", "alpha")?.start, 17);
    assert.equal(statedId("id: alpha\n", "alpha"), null);
  });
});

describe("symbols", () => {
  it("are the findings of a draft", () => {
    const symbols = findingSymbols(desk(DRAFT).checked);
    assert.deepEqual(
      symbols.map(({ name, detail }) => `${name} ${detail}`),
      ["43 Supported", "120 Supported"],
    );
  });
  it("are the sources of a corpus, by id, outlet or title", () => {
    const names = (query: string) =>
      sourceSymbols(query, desk(DRAFT).context).map(({ containerName }) => containerName);
    assert.deepEqual(
      [names("post"), names("@alp"), names("nothing"), names("").length],
      [["Beta Post"], ["Alpha Times"], [], 2],
    );
  });
});

describe("views", () => {
  const SHOW = { inlayHints: true, codeLens: true };
  it("list the sources with what they hold and how often drafts use them", () => {
    const { checked, context } = desk(DRAFT);
    const items = sourceItems(context, [{ uri: "d", checked }], (file) => `file:///corpus/${file}`);
    assert.deepEqual(
      items.map(({ name, figures, quotes, used, file }) => [name, figures, quotes, used, file]),
      [
        ["Alpha Times", 3, 1, 2, "file:///corpus/alpha.txt"],
        ["Beta Post", 2, 0, 0, "file:///corpus/beta.txt"],
      ],
    );
  });
  it("list a source's facts in order, with who says so", () => {
    const { checked, context } = desk(DRAFT);
    const facts = sourceFacts("alpha", context, [{ uri: "d", checked }]);
    assert.deepEqual(
      facts.map(({ kind, used, range }) => `${kind} ${range.start.line} ${used}`),
      ["figure 0 1", "figure 0 0", "quote 2 0", "figure 4 1"],
    );
    assert.equal(facts[2]?.claimant, "Mayor Ana Brandt");
    assert.match(facts[0]?.text ?? "", /^more than 43 people/);
  });
  it("put the source's name behind a fact where the settings ask for it", () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = (settings: object) => {
      const { checked, context } = desk(DRAFT, settings);
      return inlayHints(checked, whole, context).map(({ label, position }) => `${label} ${position.line}`);
    };
    assert.deepEqual([hints({}), hints(SHOW)], [[], ["Alpha Times 0", "Alpha Times 2"]]);
  });
  it("tell the coverage above the draft where the settings ask for it", () => {
    const lens = (settings: object) => {
      const { checked, context } = desk(DRAFT, settings);
      return coverageLens(checked, "d", context).map(({ command }) => command?.title);
    };
    assert.deepEqual([lens({}), lens(SHOW)], [[], ["2 of 2 facts stand in the sources, 2 cited, 0 to look at"]]);
  });
});
