import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../server/src/corpus/index.ts";
import { only } from "./show.ts";

const TEXT =
  "Über 1.600 Menschen starben in Raqqa, sagte sie: „Das können wir nicht vergessen – niemals.“ Später hieß es, es seien 1.200 Häuser zerstört.";

/** Bytes of a text read to the same text, with the problems given. */
function check(name: string, bytes: Uint8Array, expected: string, problems: readonly RegExp[] = []) {
  test(`encoding: ${name}`, async () => {
    const read = await readArticles({ path: "a.txt", bytes });
    assert.equal(only(read).text, expected);
    assert.equal(read.problems.length, problems.length, JSON.stringify(read.problems));
    for (const [at, pattern] of problems.entries()) assert.match(read.problems[at]?.message ?? "", pattern);
  });
}

const utf16 = Buffer.from(TEXT, "utf16le");
const single: Readonly<Record<string, number>> = { "„": 0x84, "“": 0x93, "–": 0x96 };
const windows = Uint8Array.from(TEXT, (letter) => single[letter] ?? letter.charCodeAt(0));

check("UTF-8", Buffer.from(TEXT), TEXT);
check("UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`), TEXT);
check("UTF-16 LE with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), TEXT);
check("UTF-16 BE with a mark", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), TEXT);
check("UTF-16 LE without a mark", utf16, TEXT);
check("windows-1252 with smart quotes", windows, TEXT);
check("UTF-8 with a broken byte", Buffer.concat([Buffer.from(TEXT), Buffer.from([0xc3])]), `${TEXT}\ufffd`, [
  /^a\.txt: some bytes are not valid UTF-8/,
]);

const russian = "Более 1600 мирных жителей погибли в Ракке, говорится в докладе организации, опубликованном в четверг.";
const cp1251 = Uint8Array.from(russian, (letter) => {
  const code = letter.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
});
check("windows-1251", cp1251, russian);

test("binary data under a text's name is an error that names the file", async () => {
  const { articles, problems } = await readArticles({
    path: "photo.txt",
    bytes: Uint8Array.from([0x89, 0x50, 0, 0, 1, 2, 0xff, 0xfe, 0xfd]),
  });
  assert.equal(articles.length, 0);
  assert.match(problems[0]?.message ?? "", /^photo\.txt holds binary data/);
});
