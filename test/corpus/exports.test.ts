import { utf8 } from "./fixtures.ts";
import { check, STORY } from "./reads.ts";

const [FIRST, SECOND, THIRD] = STORY;
const mark = (n: number, sign: string) => `<sup><a href="#cmnt${n}" id="cmnt_ref${n}">[${sign}]</a></sup>`;
const comment = (n: number, sign: string, ...lines: readonly string[]) =>
  `<div class="c9"><p class="c8"><a href="#cmnt_ref${n}" id="cmnt${n}">[${sign}]</a><span>${lines.join("</span></p><p><span>")}</span></p></div>`;

check(
  "document.html",
  utf8(
    `<html><head><style>.c1{color:red}</style></head><body class="c5 doc-content"><p class="c3 title"><span>Flood kills 43 in valley</span></p><p><span>${FIRST.replace(" people", ` people${mark(1, "a")}`)}</span>${mark(2, "b")}</p><p><span>${SECOND}</span></p><h2><span>The shelters</span></h2><p><span>${THIRD}</span></p>${comment(1, "a", "Is it not 45 people? The ministry said 45 killed on Friday.", "Ann says there were 11 bridges in all.")}${comment(2, "b", "ok")}</body></html>`,
  ),
  { title: "Flood kills 43 in valley" },
  `
  headline Flood kills 43 in valley
  body The flood killed 43 people
  body Another 120 people were pulled
  headline The shelters
  body “We have 340 people in
  furniture [a]Is it not 45 people?
  furniture Ann says there were 11
  furniture [b]ok`,
);
check(
  "untitled.html",
  utf8(`<html><body><p>${FIRST}</p><p>${SECOND}</p><h2>The shelters</h2><p>${THIRD}</p></body></html>`),
  { title: "The shelters" },
  `
  body The flood killed 43 people
  body Another 120 people were pulled
  headline The shelters
  body “We have 340 people in`,
);
check(
  "terms.html",
  utf8(
    `<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${FIRST}</p><dl><dt>Killed</dt><dd>43</dd><dt><b>Bridges lost:</b></dt><dd><p>Seven</p></dd><div><dt>Published</dt><dd>4 March 2021</dd></div><dt>340</dt><dd>in shelters</dd></dl><p>${SECOND}</p><p>${THIRD}</p><dl><dt>What is a levee?</dt><dd>A bank of earth, of which the valley has 26.</dd></dl></article></body></html>`,
  ),
  { published: "2021-03-04" },
  `
  headline Flood
  body The flood killed 43 people
  body Killed: 43
  body Bridges lost: Seven
  meta Published: 4 March 2021
  body 340 in shelters
  body Another 120 people were pulled
  body “We have 340 people in
  body What is a levee?
  body A bank of earth, of`,
);
