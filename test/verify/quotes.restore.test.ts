import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fixture } from "./fixture.ts";
import { checkQuote, judgeFirst } from "./quotes.check.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-01
"This ruling sends a clear message," said director Paula Kerr.

"We carried whole families out of the hall," said Hassan Merid. "Nobody had told them to go."

The keeper says the bells rang too late: "The water stood in the nave at 3 a.m. and the bells rang at 4:30." Nobody came to the old bridge that night, she wrote.
`);

const fixes = (draft: string, fixed: string) => checkQuote(store, draft, { verdict: "altered", fixed });
const keepsOff = (draft: string) =>
  test(`no fix: ${draft}`, () => assert.deepEqual(judgeFirst(store, draft)?.judgement?.suggestions, []));

describe("restored words are the speaker's own, whole", () => {
  fixes('"This ruling sends a message," Kerr said.', '"This ruling sends a clear message," Kerr said.');
  fixes('"this ruling sends a message", Kerr said.', '"this ruling sends a clear message", Kerr said.');
  fixes('> "This ruling sends\n> a message," Kerr said.', '> "This ruling sends a clear message," Kerr said.');
  fixes(
    '"We carried whole families out of the town. Nobody had told them to go," Merid said.',
    '"We carried whole families out of the hall. Nobody had told them to go," Merid said.',
  );
});

describe("the narrator's words are never put between marks", () => {
  keepsOff('"The bells rang at 4:30 and the water stood in the nave at 3 a.m.", said the keeper.');
  keepsOff('"Nobody came to the new bridge that night," said the keeper.');
});
