import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CodeAction, CompletionItem, CompletionList, Hover, TextEdit } from "vscode-languageserver";
import { type Client, edited, Folder, pulls, start } from "./client.ts";

const wire = `NORLAND (AP) - A dam broke and killed 31 people in Nepal, the fire service said. ${"The water rose for three days before it did, and nobody was warned. ".repeat(3)}`;
const article = (id: string, outlet: string, text: string) =>
  `---\nid: ${id}\noutlet: ${outlet}\npublished: 2024-03-02\n---\n\n${text}\n`;
const corpus: Readonly<Record<string, string>> = {
  "corpus/alpha.md": article(
    "alpha",
    "Alpha Times",
    `The flood killed more than 43 people in Norland, the interior ministry said on Friday.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.

Rescuers pulled 120 people out of the water in Norland, the fire service said.`,
  ),
  "corpus/beta.md": article(
    "beta",
    "Beta Post",
    "About 5,000 people were displaced in Norland, the Red Cross said. A storm left 31 dead in Haiti, the army said.",
  ),
  "corpus/gamma.md": article("gamma", "Gamma", "A storm left 29 dead in Haiti, the mayor said."),
  "corpus/one.md": article("one", "One", wire),
  "corpus/two.md": article("two", "Two", wire),
  "corpus/evil.md": article(
    "evil",
    "Evil [x](command:run)",
    "The storm <img src=x> cost 77 lives ![in](http://a.b) Peru, said the *mayor*.",
  ),
};

let folder: Folder;
let client: Client;
let opened = 0;

before(async () => {
  folder = new Folder(corpus);
  client = await start({ folders: [folder], capabilities: pulls });
});
after(async () => {
  await client[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Takes a draft with the cursor "¦" and the ending of its file; opens it, and gives its text, its URI and where the cursor is. */
async function write(draft: string, ending: string) {
  const offset = draft.indexOf("¦");
  const text = draft.replace("¦", "");
  const uri = folder.uri(`draft${++opened}.${ending}`);
  await client.open(uri, text, "plaintext");
  const lines = text.slice(0, Math.max(0, offset)).split("\n");
  return { text, uri, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

const FIXES: readonly (readonly [title: string, draft: string, after: string, ending?: string])[] = [
  ["Cite Alpha Times: [@alpha]", "Rescuers pulled 12¦0 people out of the water in Norland.", "Norland [@alpha]."],
  [
    "Cite all 2 facts of this paragraph",
    "Rescuers pulled 12¦0 people out of the water in Norland. About 5,000 people were displaced in Norland.",
    "Norland [@alpha]. About 5,000 people were displaced in Norland [@beta].",
  ],
  ["Write “About 5,000” as Beta Post has it", "About 9,0¦00 people were displaced in Norland.", "About 5,000 people"],
  ["Write “more than 43” as Alpha Times has it", "The flood killed 4¦3 people in Norland.", "more than 43 people"],
  [
    "Restore the words of Alpha Times: “We were not warned in time by anyone in the capital,”",
    "“We were never war¦ned in time by anyone in the capital,” said Mayor Ana Brandt.",
    "“We were not warned in time",
  ],
  [
    "Name Mayor Ana Brandt, as Alpha Times does",
    "“We were not war¦ned in time by anyone in the capital,” said Governor Paul Stern.",
    "said Mayor Ana Brandt.",
  ],
  ["Add “, according to the army”", "A storm left 3¦1 dead in Haiti.", "Haiti, according to the army."],
  [
    "Define the footnote “alpha” at the end of the draft: Alpha Times",
    "It rained.[^alp¦ha]",
    "\n\n[^alpha]: Alpha Times, ",
  ],
  ["Write “alpha” for “alph”", "It rained [@al¦ph].", "[@alpha]"],
  [
    "Cite Alpha Times: \\cite{alpha}",
    "Rescuers pulled 12¦0 people out of the water in Norland.",
    "\\cite{alpha}",
    "tex",
  ],
  [
    "Cite Alpha Times: [alpha]_",
    "Rescuers pulled 12¦0 people out of the water in Norland.",
    "\n.. [alpha] Alpha",
    "rst",
  ],
  ["Cite Alpha Times: <<alpha>>", "Rescuers pulled 12¦0 people out of the water in Norland.", "* [[[alpha]]]", "adoc"],
  [
    "Cite Alpha Times: <cite>alpha</cite>",
    "<p>Rescuers pulled 12¦0 people out of the water in Norland.",
    "</cite>",
    "html",
  ],
];

describe("a fix", { timeout: 60_000 }, () => {
  for (const [title, draft, expected, ending = "md"] of FIXES)
    it(`${title} (${ending})`, async () => {
      const { text, uri, position } = await write(draft, ending);
      const params = { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } };
      const actions = await client.ask<CodeAction[]>("textDocument/codeAction", params);
      const titles = actions.map((action) => action.title);
      assert.ok(titles.length <= 3 && titles.includes(title), titles.join("\n"));
      const action = actions.find((one) => one.title === title) as CodeAction;
      const { edit } = await client.ask<CodeAction>("codeAction/resolve", action);
      assert.ok(edited(text, edit).includes(expected), edited(text, edit));
    });
});

const COMPLETIONS: readonly (readonly [draft: string, written: string, ending?: string])[] = [
  ["It rained [@bet¦", "[@beta"],
  ["It rained [@post¦", "[@beta"],
  ["It rained.[^alph¦", ".[^alpha"],
  ["It rained ([alph¦", "([Alpha Times](corpus/alpha.md)"],
  ["It rained \\cite{bet¦", "\\cite{beta", "tex"],
  ["It rained <<bet¦", "<<beta", "adoc"],
  ["The flood killed 4¦ people in Norland.", "killed more than 43 people"],
  ["She said: “We were not¦", "“We were not warned in time by anyone in the capital,”"],
];

describe("what is offered", { timeout: 60_000 }, () => {
  for (const [draft, written, ending = "md"] of COMPLETIONS)
    it(`is written for ${draft} (${ending})`, async () => {
      const { text, uri, position } = await write(draft, ending);
      const params = { textDocument: { uri }, position };
      const { items } = await client.ask<CompletionList>("textDocument/completion", params);
      const [first] = items as [CompletionItem];
      const edits = [first.textEdit as TextEdit, ...(first.additionalTextEdits ?? [])];
      const after = edited(text, { changes: { [uri]: edits } });
      assert.ok(after.includes(written), after);
    });
});

const WRONG = "The flood killed 57 people in Norland.";
const OTHER = "About 9,000 people were displaced in Norland.";
const DIRECTIVES: readonly (readonly [what: string, draft: string, told: readonly string[], ending?: string])[] = [
  ["nothing", `${WRONG}\n\n${OTHER}`, ["57", "9,000"]],
  ["a line", `${WRONG} <!-- sourceline-disable-line -->\n\n${OTHER}`, ["9,000"]],
  ["the next line", `<!-- sourceline-disable-next-line -->\n${WRONG}\n\n${OTHER}`, ["9,000"]],
  ["a block", `<!-- sourceline-disable -->\n${WRONG}\n<!-- sourceline-enable -->\n\n${OTHER}`, ["9,000"]],
  ["a file", `<!-- sourceline-disable-file -->\n\n${WRONG}\n\n${OTHER}`, []],
  ["another rule", `<!-- sourceline-disable-file quote -->\n\n${WRONG}`, ["57"]],
  ["in LaTeX", `${WRONG} % sourceline-disable-line\n\n${OTHER}`, ["9,000"], "tex"],
];

describe("a comment sets aside", { timeout: 60_000 }, () => {
  for (const [what, draft, told, ending = "md"] of DIRECTIVES)
    it(what, async () => {
      const { text, uri } = await write(draft, ending);
      const { items } = await client.pull(uri);
      const words = items.map(({ range: { start, end } }) =>
        text.split("\n")[start.line]?.slice(start.character, end.character),
      );
      assert.deepEqual(words, told);
    });
});

const HOVERS: readonly (readonly [what: string, draft: string, shown: RegExp])[] = [
  [
    "that others say otherwise, each with its figure, claimant and date",
    "A storm left 3¦1 dead in Haiti.",
    /\[Gamma\]\(.*\), March 2, 2024, .*according to the mayor\n\n> .*\*\*29\*\*/,
  ],
  [
    "copies of one text as one origin",
    "A dam broke and killed 3¦1 people in Nepal.",
    /These 2 sources carry one and the same text/,
  ],
  [
    "the words that differ",
    "“We were never war¦ned in time by anyone in the capital,” said Mayor Ana Brandt.",
    /We were \*\*not\*\* warned/,
  ],
  [
    "nothing of a source but its words",
    "The storm cost 7¦7 lives in Peru.",
    /\[Evil \\\[x\\\]\(command:run\)\].*\n\n> The storm \\<img src\\=x\\> cost \*\*77\*\* lives \\!\\\[in\\\]/,
  ],
];

describe("a hover tells", { timeout: 60_000 }, () => {
  for (const [what, draft, shown] of HOVERS)
    it(what, async () => {
      const { uri, position } = await write(draft, "md");
      const hover = await client.ask<Hover>("textDocument/hover", { textDocument: { uri }, position });
      assert.match((hover.contents as { value: string }).value, shown);
    });
});
