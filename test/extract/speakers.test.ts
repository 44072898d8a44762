import assert from "node:assert/strict";
import { test } from "node:test";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import { readDocument } from "../../server/src/text/document.ts";
import * as sides from "./speakers.cases.ts";
import * as forms from "./speakers.forms.cases.ts";
import * as news from "./speakers.news.cases.ts";
import * as voices from "./speakers.voices.cases.ts";

/** Takes a case; says that every quotation was found, each with its speaker's mention. */
function check([text, ...speakers]: sides.SpeakerCase): void {
  test(text, () => {
    const found = readQuotations(readDocument(text), {}).map(({ speaker }) => speaker?.text ?? "-");
    assert.deepEqual(found, speakers);
  });
}

for (const table of [
  ...Object.values(sides),
  ...Object.values(forms),
  ...Object.values(news),
  ...Object.values(voices),
])
  for (const one of table) check(one);
