import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../server/src/corpus/index.ts";
import { utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";
import { outline } from "./show.ts";

/** A mail from Ann Lee that passes on a release of the relief office. */
const mail = (type: string, ...lines: string[]) =>
  utf8(
    [
      "From: Ann Lee <ann@valleypost.example>",
      "Subject: Fwd: Flood kills 43",
      "Date: Fri, 5 Mar 2021 10:00:00 +0000",
      `Content-Type: ${type}; charset=utf-8`,
      "",
    ]
      .concat(lines)
      .join("\r\n"),
  );
const RELEASE = {
  title: "Flood kills 43",
  authors: ["Relief Office"],
  published: "2021-03-04",
  outlet: "relief.example",
};

check(
  "gmail.eml",
  mail(
    "text/html",
    '<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>',
    'From: <strong class="gmail_sendername">Relief Office</strong> <span>&lt;<a href="mailto:press@relief.example">press@relief.example</a>&gt;</span><br>',
    "Date: Thu, Mar 4, 2021 at 9:00 AM<br>Subject: Flood kills 43<br>To: &lt;ann@valleypost.example&gt;<br></div><br>",
    `${STORY.map((words) => `<p>${words}</p>`).join("")}</div></div>`,
  ),
  RELEASE,
  `
  headline Flood kills 43
  furniture ---------- Forwarded message ---------
  furniture From: Relief Office <press@relief.example>
  furniture Date: Thu, Mar 4, 2021
  furniture Subject: Flood kills 43
  furniture To: <ann@valleypost.example>${STORY_BLOCKS}`,
);
check(
  "marked.eml",
  mail(
    "text/plain",
    "Begin forwarded message:",
    "",
    "> From: Relief Office <press@relief.example>",
    "> Subject: Flood kills 43",
    "> Date: March 4, 2021 at 9:00:00 AM GMT+1",
    "> To: Ann Lee <ann@valleypost.example>",
    "> ",
    ...STORY.flatMap((words) => [`> ${words}`, ">"]),
  ),
  RELEASE,
  `
  headline Flood kills 43
  furniture Begin forwarded message:
  furniture From: Relief Office <press@relief.example>
  furniture Subject: Flood kills 43
  furniture Date: March 4, 2021 at
  furniture To: Ann Lee <ann@valleypost.example>${STORY_BLOCKS}`,
);
check(
  "no-name.eml",
  utf8(`From: press@relief.example\r\nSubject: Flood\r\n\r\n${STORY.join("\r\n\r\n")}`),
  { authors: ["press@relief.example"] },
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "family-first.eml",
  utf8(`From: "Voss, Ida" <ida.voss@relief.example>\r\nSubject: Flood\r\n\r\n${STORY.join("\r\n\r\n")}`),
  { authors: ["Ida Voss"] },
  `headline Flood${STORY_BLOCKS}`,
);

/** A letter with the mails given attached to it. */
const withMails = (words: string, mails: readonly string[], boundary = "B") =>
  [
    "From: Ann Lee <ann@valleypost.example>",
    "Subject: Two mails",
    "Date: Fri, 5 Mar 2021 10:00:00 +0000",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    words,
    ...mails.flatMap((one, at) => [
      `--${boundary}`,
      "Content-Type: message/rfc822",
      ...(at === 0 ? ['Content-Disposition: attachment; filename="a.eml"'] : []),
      "",
      one,
    ]),
    `--${boundary}--`,
    "",
  ].join("\r\n");
const letter = (name: string, day: number, words: string) =>
  `From: ${name} <a@relief.example>\r\nSubject: ${words.slice(0, 9)}\r\nDate: ${day} Mar 2021 09:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}`;

/** A mail reads to articles: id, author and date of each, then its blocks; with as many problems. */
function attached(name: string, mail: string, articles: readonly string[], problems = 0) {
  test(`${name}: mails attached to it are articles of their own`, async () => {
    const read = await readArticles({ path: `${name}.eml`, bytes: utf8(mail), sidecar: "id: own\n" });
    const told = read.articles.map((article) => {
      const { id, authors, published } = article.meta;
      return `${id}, ${authors.join()}, ${published}: ${outline(article, 3).join(", ")}`;
    });
    assert.deepEqual(told, articles);
    assert.equal(read.problems.length, problems);
  });
}

const [FIRST, SECOND, THIRD] = STORY;
attached("two", withMails("Two mails are attached.", [letter("Ida Voss", 3, FIRST), letter("Bo Chan", 4, THIRD)]), [
  "own, Ann Lee, 2021-03-05: headline Two mails, body Two mails are",
  "two-1, Ida Voss, 2021-03-03: headline The flood, body The flood killed",
  "two-2, Bo Chan, 2021-03-04: headline “We have, body “We have 340",
]);
attached("one", withMails("", [letter("Ida Voss", 3, SECOND)]), [
  "own, Ida Voss, 2021-03-03: headline Another 1, body Another 120 people",
]);
attached("within", withMails("One.", [withMails("Two.", [letter("Ida Voss", 3, FIRST)], "C")]), [
  "own, Ann Lee, 2021-03-05: headline Two mails, body One.",
  "within-1, Ann Lee, 2021-03-05: headline Two mails, body Two.",
  "within-1-1, Ida Voss, 2021-03-03: headline The flood, body The flood killed",
]);
attached(
  "deep",
  [..."FEDCB"].reduce((inner, boundary) => withMails(`Mail ${boundary}.`, [inner], boundary), letter("Ida", 3, FIRST)),
  ["own", "deep-1", "deep-1-1", "deep-1-1-1"].map(
    (id, at) => `${id}, Ann Lee, 2021-03-05: headline Two mails, body Mail ${"BCDE"[at]}.`,
  ),
  1,
);
