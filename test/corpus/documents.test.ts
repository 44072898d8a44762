import assert from "node:assert/strict";
import { test } from "node:test";
import { confirmMetadata } from "../../server/src/corpus/index.ts";
import { makeDocx, utf8 } from "./fixtures.ts";
import { check } from "./reads.ts";

const mail = (...lines: string[]) => utf8(lines.join("\r\n"));
const FROM = 'From: "Maria Gomez" <m.gomez@relief.example>';

check(
  "alternative.eml",
  mail(
    FROM,
    `Subject: =?UTF-8?B?${Buffer.from("Flut: 12 Tote – Zahlen").toString("base64")}?=`,
    "Date: Thu, 04 Mar 2021 23:30:00 -0500",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    'Content-Type: multipart/alternative; boundary="a"',
    "",
    "--a",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("This mail has to be seen as HTML.").toString("base64"),
    "--a",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "<p>The office has counted 340 people in shelters =E2=80=93 the highest =",
    "number since 1998.</p><p>Another 22 are missing.</p>",
    "--a--",
    "--m",
    'Content-Type: application/vnd.ms-excel; name="figures.xls"',
    'Content-Disposition: attachment; filename="figures.xls"',
    "Content-Transfer-Encoding: base64",
    "",
    "AAAA",
    "--m",
    'Content-Type: image/png; name="logo.png"',
    'Content-Disposition: inline; filename="logo.png"',
    "Content-Transfer-Encoding: base64",
    "",
    "AAAA",
    "--m--",
  ),
  { title: "Flut: 12 Tote – Zahlen", authors: ["Maria Gomez"], published: "2021-03-04", kind: "mail" },
  `
  headline Flut: 12 Tote – Zahlen
  body The office has counted 340
  body Another 22 are missing.`,
  [/has attachments that are not read \(figures\.xls\)/],
);

check(
  "forwarded.eml",
  mail(
    "From: Ann Lee <ann@valleypost.example>",
    "Subject: Fwd: URGENT Flood kills 12",
    "Date: Fri, 5 Mar 2021 10:00:00 +0000",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "For tomorrow, please.",
    "",
    "Ann Lee",
    "Reporter, tel. 555 0100",
    "",
    "---------- Forwarded message ---------",
    "From: AFP Desk <desk@afp.com>",
    "Date: Thu, Mar 4, 2021 at 9:40 AM",
    "Subject: URGENT Flood kills 12",
    "To: <ann@valleypost.example>",
    "",
    "NORVIK, March 4 (AFP) - A flood killed 12 people in the valley on Thursday, the governor said.",
    "",
    "It was the worst flood since 1998, when 40 people died.",
    "",
    "-- ",
    "AFP Desk, serving 150 countries",
  ),
  { title: "URGENT Flood kills 12", authors: ["AFP Desk"], published: "2021-03-04", outlet: "Agence France-Presse" },
  `
  headline URGENT Flood kills 12
  body For tomorrow, please.
  furniture Ann Lee
  furniture Reporter, tel. 555 0100
  furniture ---------- Forwarded message ---------
  furniture From: AFP Desk <desk@afp.com>
  furniture Date: Thu, Mar 4, 2021
  furniture Subject: URGENT Flood kills 12
  furniture To: <ann@valleypost.example>
  body NORVIK, March 4 (AFP) -
  body It was the worst flood
  furniture --
  furniture AFP Desk, serving 150 countries`,
);

check(
  "answer.eml",
  mail(
    FROM,
    "Subject: Re: Numbers?",
    "Date: Thu, 4 Mar 2021 10:00:00 +0000",
    "",
    "We have 340 people in shelters as of noon today.",
    "",
    "Best regards,",
    "Maria Gomez",
    "Head of 14 offices",
    "",
    "From: Ann Lee <ann@x.example>",
    "Sent: Wednesday, March 3, 2021 9:00 AM",
    "To: Maria Gomez",
    "",
    "Is it true that 900 people are missing? The mayor says that 900 are.",
  ),
  { title: "Re: Numbers?", authors: ["Maria Gomez"] },
  `
  headline Re: Numbers?
  body We have 340 people in
  furniture Best regards,
  furniture Maria Gomez
  furniture Head of 14 offices
  furniture From: Ann Lee <ann@x.example>
  furniture Sent: Wednesday, March 3, 2021
  furniture To: Maria Gomez
  furniture Is it true that 900`,
);

check(
  "page-answer.eml",
  mail(
    FROM,
    "Subject: Re: Numbers?",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<div>We have 340 people in shelters as of noon today, and nobody is missing any more.</div>",
    '<div class="gmail_signature">Maria Gomez, head of 14 offices</div>',
    '<div class="gmail_quote"><div class="gmail_attr">On Wed, Mar 3, 2021 Ann Lee wrote:</div>',
    "<blockquote><div>Is it true that 900 people are missing?</div></blockquote></div>",
  ),
  {},
  `
  headline Re: Numbers?
  body We have 340 people in
  furniture Maria Gomez, head of 14
  furniture On Wed, Mar 3, 2021
  furniture Is it true that 900`,
);

const run = (text: string, properties = "") =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;

check(
  "changed.docx",
  makeDocx(
    [
      "# Dams and their floods",
      `<w:p>${run("The flood killed ")}<w:del w:id="1"><w:r><w:delText>45</w:delText></w:r></w:del><w:ins w:id="2">${run("54")}</w:ins>${run(" people in the valley.")}</w:p>`,
      `<w:tbl><w:tr>${cell("District")}${cell("Dead")}</w:tr><w:tr>${cell("Amur")}${cell("104")}</w:tr></w:tbl>`,
      `<w:p><w:moveFrom w:id="5">${run("Moved away: 77 sheep.")}</w:moveFrom><w:moveTo w:id="6">${run("Moved here: 78 goats and their owners.")}</w:moveTo></w:p>`,
      `<w:p>${run("Hidden: 99 people were killed.", "<w:vanish/>")}</w:p>`,
      `<w:p>${run("Nobody is missing.", '<w:vanish w:val="0"/>')}${run(" Struck out: 88 were killed.", "<w:strike/>")}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>${run("Bridges lost, by district")}</w:p>`,
      `<w:p><w:commentRangeStart w:id="0"/>${run("The cost was 12 million.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      "It was 7 million in 2015.",
    ],
    "The office counts 33 dams.",
    {
      "word/comments.xml": utf8(
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>Was it not 4,500?</w:t></w:r></w:p></w:comment></w:comments>',
      ),
      "word/header1.xml": utf8(
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Draft 3 of 12</w:t></w:r></w:p></w:hdr>',
      ),
    },
  ),
  { title: "Dams and their floods" },
  `
  headline Dams and their floods
  body The flood killed 54 people
  body District | Dead
  body Amur | Dead: 104
  body Moved here: 78 goats and
  body Nobody is missing.
  caption Bridges lost, by district
  body The cost was 12 million.
  body It was 7 million in
  body The office counts 33 dams.`,
);

const BODY = "The flood killed twelve people in the valley, the governor said on Thursday.";
const TOML = `+++\ntitle = "Flood \\"figures\\"" # ours\ndate = 2021-03-04T10:00:00Z\nauthors = ["Ann Lee", 'Bo Chan']\n\n[extra]\nx = 1\n+++\n\n${BODY}`;

check(
  "toml.md",
  utf8(TOML),
  { title: 'Flood "figures"', published: "2021-03-04", authors: ["Ann Lee", "Bo Chan"] },
  `
  meta +++ title = "Flood \\"figures\\""
  body The flood killed twelve people`,
);
check(
  "odd-toml.md",
  utf8(`+++\ntitle = "Flood"\ndate = {a = 1}\n+++\n${BODY}`),
  { title: "Flood" },
  `
  meta +++ title = "Flood" date
  body The flood killed twelve people`,
  [/^odd-toml\.md: its TOML metadata has lines that are not read \(date = \{a = 1\}\)/],
);
check(
  "json.md",
  utf8(`{\n  "title": "Flood figures",\n  "author": ["Ann Lee"],\n  "date": "2021-03-04"\n}\n\n${BODY}`),
  { title: "Flood figures", published: "2021-03-04", authors: ["Ann Lee"] },
  `
  meta { "title": "Flood figures", "author":
  body The flood killed twelve people`,
);
check(
  "notes.md",
  utf8(
    `# Flood kills 12\n\n${BODY}[^1]\n\n| District | Dead |\n|:---------|-----:|\n| Amur     |  104 |\n\nAnother 340 people are still in [shelters](https://x.example/s).\n\n[^1]: The governor first spoke of 15 dead.\n[ref]: https://x.example/1999 "A page of 1999"\n\n<!-- editor: 900 people?\nor 901? -->\n`,
  ),
  { title: "Flood kills 12" },
  `
  headline Flood kills 12
  body The flood killed twelve people
  body | District | Dead |
  body | Amur | 104 |
  body Another 340 people are still
  body [^1]: The governor first spoke`,
);

test("what is confirmed of an article with TOML goes into YAML that keeps all that was read", () => {
  const edit = confirmMetadata("a.md", TOML, { outlet: "VOA" });
  assert.ok(edit.kind === "edit");
  assert.equal(
    TOML.slice(0, edit.span.start) + edit.text + TOML.slice(edit.span.end),
    `---\ntitle: Flood "figures"\ndate: 2021-03-04T10:00:00Z\nauthors:\n  - Ann Lee\n  - Bo Chan\noutlet: VOA\n---\n\n${BODY}`,
  );
});
