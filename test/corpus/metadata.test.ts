import assert from "node:assert/strict";
import { test } from "node:test";
import { readText, type SourceMeta } from "../../server/src/corpus/index.ts";
import { utf8 } from "./fixtures.ts";
import { check as checkFile, STORY } from "./reads.ts";
import { only } from "./show.ts";

const BODY = `${STORY[0]}\n\n${STORY[1]}\n`;

/** What stands before a text states the metadata given, none of it is body, and there are the problems given. */
function check(head: string, meta: Partial<SourceMeta>, problems: readonly RegExp[] = []) {
  test(`metadata: ${JSON.stringify(head)}`, () => {
    const read = readText("a.md", head + BODY);
    const article = only(read);
    for (const [field, value] of Object.entries(meta))
      assert.deepEqual(article.meta[field as keyof SourceMeta], value, field);
    const body = article.blocks.filter(({ kind }) => kind === "body" || kind === "headline");
    assert.deepEqual(
      body.map(({ start, end }) => article.text.slice(start, end)),
      STORY.slice(0, 2),
    );
    const messages = read.problems.map(({ message }) => message);
    assert.equal(messages.length, problems.length, messages.join("\n"));
    for (const [at, pattern] of problems.entries()) assert.match(messages[at] ?? "", pattern);
  });
}

check(
  "---\ntitle: Flood: 43 dead\noutlet: The Post\ndate: 4 March 2021\n---\n\n",
  { title: "Flood: 43 dead", outlet: "The Post", published: "2021-03-04" },
  [/^a\.md: its metadata is not valid YAML where it gives the title, .* put them in quotes: title: "Flood: 43 dead"$/],
);
check(
  '---\nsubtitle: x\ntitle: "The flood" and its 43: dead\noutlet: The Post\n---\n',
  { title: '"The flood" and its 43: dead', outlet: "The Post" },
  [/gives the title/],
);
check("---\ntitle: x\nauthors: [Ann, Bo\n---\n", { title: "x" }, [/is not valid YAML \(/]);
check("\n\n---\ntitle: Flood\noutlet: The Post\n---\n", { title: "Flood", outlet: "The Post" });
check(
  '---\ntitle: "Flood"\nauthor:\n  - "[[Ann Lee]]"\n  - "[[People/Bo Chan|Bo Chan]]"\npublished: 2021-03-04\ncreated: 2021-03-06\n---\n',
  {
    authors: ["Ann Lee", "Bo Chan"],
    published: "2021-03-04",
    retrieved: "2021-03-06",
  },
);
check("---\ntitle: Flood\npublished:\ncreated: 2021-03-06\n---\n", { published: null, retrieved: "2021-03-06" });
check("---\ntitle: Flood\ncreated: 2021-03-06\n---\n", { published: "2021-03-06", retrieved: null });
check("---\ntitle: Flood\ndate: yesterday\n---\n", { title: "Flood", published: null }, [
  /^a\.md: its date of publication, "yesterday", cannot be read; write it as year, month and day/,
]);
check(
  "---\ntitle: Flood\ndate: 2021-02-31\naccessed: 31.12.2021\n---\n",
  { published: null, retrieved: "2021-12-31" },
  [/"2021-02-31"/],
);
check("---\ntitle: Flood\nyear: 1898\nissued: 1898\n---\n", { published: "1898" });
check("---\nauthors: Lee, Ann; Chan, Bo\n---\n", { authors: ["Ann Lee", "Bo Chan"] });
check("---\nauthor: Lee, Ann\n---\n", { authors: ["Ann Lee"] });
check("---\nauthor: Ann Lee, Bo Chan\n---\n", { authors: ["Ann Lee", "Bo Chan"] });
check("---\nauthor: Reuters, AFP\n---\n", { authors: ["Reuters", "AFP"] });
check("---\nlanguage: en\n---\n\nTitle: Flood\nOutlet: The Post\n\n", { title: "Flood", outlet: "The Post" });
check("HEADLINE: Flood\nBYLINE: By Ann Lee\nDATE: March 4, 2021\nLENGTH: 345 words\nEdition: Final\n\n", {
  title: "Flood",
  authors: ["Ann Lee"],
  published: "2021-03-04",
});
check(
  "From: Ann Lee <ann@x.example>\nTo: Bo <bo@x.example>\nSubject: Flood\nDate: Thu, 4 Mar 2021 10:00:00 +0000\n\n",
  { title: "Flood", authors: ["Ann Lee"], published: "2021-03-04" },
);
check("% Flood\n% Ann Lee; Bo Chan\n% 4 March 2021\n\n", {
  title: "Flood",
  authors: ["Ann Lee", "Bo Chan"],
  published: "2021-03-04",
});

test("what somebody says is no label of a head", () => {
  const { text, blocks } = only(
    readText("a.txt", `Title: A talk\nDate: 2021-03-04\nMaria: We saw 40 dead in the street.\n\n${BODY}`),
  );
  assert.ok(blocks.some(({ kind, start, end }) => kind === "body" && text.slice(start, end).includes("40 dead")));
});

/** A side file with these words gives the warning. */
const side = (sidecar: string, ...problems: RegExp[]) =>
  checkFile(
    "side.txt",
    utf8(BODY),
    {},
    "body The flood killed 43 people\nbody Another 120 people were pulled",
    problems,
    sidecar,
  );

side("\ufeff---\r\ntitle: Flood\r\n---\r\n");
side("just words", /^side\.txt\.yaml holds no metadata; write lines like "title: …"/);
side("titel: Flood", /^side\.txt\.yaml holds no metadata that is known \(but titel\); .* known are id, title, outlet/);
side("");

checkFile(
  "exported.txt",
  utf8(
    `The Post (Norvik)\n\nMarch 4, 2021 Thursday\n\nFlood kills 43 in the valley\n\nBYLINE: Ann Lee\n\nSECTION: NEWS; Pg. 12\n\nLENGTH: 345 words\n\n${BODY}\nLOAD-DATE: March 5, 2021\n\nCopyright 2021. The Post.\n\nDocument POST000020210304eh3400012\n`,
  ),
  { title: "Flood kills 43 in the valley", outlet: "The Post", authors: ["Ann Lee"], published: "2021-03-04" },
  `
  furniture The Post (Norvik)
  meta March 4, 2021 Thursday
  headline Flood kills 43 in the
  meta BYLINE: Ann Lee
  furniture SECTION: NEWS; Pg. 12
  furniture LENGTH: 345 words
  body The flood killed 43 people
  body Another 120 people were pulled
  furniture LOAD-DATE: March 5, 2021
  furniture Copyright 2021. The Post.
  furniture Document POST000020210304eh3400012`,
);
