import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDocument, stretchOf, tokenAt } from "../../server/src/text/document.ts";
import { anyOf, Lexicon, wordSet } from "../../server/src/text/lexicon.ts";
import { lineIndex } from "../../server/src/text/lines.ts";
import { ACRONYM, CAPITAL, hashWord, MARK, NUMBER, PLAIN, tokenize, WORD } from "../../server/src/text/tokens.ts";

/** Takes a text; gives its tokens, each with a letter for its kind, "_" before those that a blank stands before, "/" and "//" before lines and paragraphs. */
function show(text: string): string {
  const tokens = tokenize(text);
  const letters = { [WORD]: "w", [NUMBER]: "n", [MARK]: "m" };
  return Array.from({ length: tokens.count }, (_, i) => {
    const gap = i === 0 ? "" : (["", "_", "/", "//"][tokens.gap[i] as number] as string);
    return `${gap}${letters[tokens.kind[i] as 1]}:${tokens.raw(i)}`;
  }).join(" ");
}

function check(text: string, expected: string): void {
  test(JSON.stringify(text), () => assert.equal(show(text), expected));
}

check("1,600 civilians", "n:1,600 _w:civilians");
check("1.2bn", "n:1.2 w:bn");
check("18-month", "n:18 m:- w:month");
check("Syria’s and U.S. men", "w:Syria’s _w:and _w:U.S. _w:men");
check("at 5 p.m. A. Smith", "w:at _n:5 _w:p.m. _w:A m:. _w:Smith");
check("F-22, A400M", "w:F m:- n:22 m:, _w:A n:400 w:M");
check("$5.", "m:$ n:5 m:.");
check("1½ and ½", "n:1 n:½ _w:and _n:½");
check("a\nb\n\nc\r\nd", "w:a /w:b //w:c /w:d");
check("a \n b", "w:a /w:b");
check("a\u2029b", "w:a //w:b");
check("naïve Łódź Київ", "w:naïve _w:Łódź _w:Київ");
check("🙂 ok", "m:🙂 _w:ok");
check("soft\u00adhyphen", "w:soft _w:hyphen");
check("‘tis rock 'n' roll", "m:‘ w:tis _w:rock _m:' w:n m:' _w:roll");
check("", "");
check("  \n ", "");

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());

test("tokens are in order, never empty, and leave out nothing but white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = tokenize(text);
      let at = 0;
      for (let i = 0; i < tokens.count; i++) {
        const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
        assert.ok(start >= at && end > start);
        assert.equal(text.slice(at, start).replace(/[\s\u200b-\u200d\u2060\u00ad\ufeff\u1680\p{Cc}]/gu, ""), "");
        at = end;
      }
      assert.equal(text.slice(at).replace(/[\s\u200b-\u200d\u2060\u00ad\ufeff\u1680\p{Cc}]/gu, ""), "");
    }),
    { numRuns: 1000 },
  );
});

test("a word's hash is that of its lower-case form", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]{2,12}(?:['’][a-z]{1,3})?$/), (word) => {
      const tokens = tokenize(word);
      assert.equal(tokens.count, 1);
      assert.equal(tokens.hash[0], hashWord(tokens.lower(0)));
    }),
  );
});

test("a word's shape tells how it is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abzAZéÉßŁ’' 1-") }), (text) => {
      const tokens = tokenize(text);
      for (let at = 0; at < tokens.count; at++) {
        const raw = tokens.raw(at);
        const isWord = tokens.kind[at] === WORD;
        const capital = isWord && raw.charAt(0) !== raw.charAt(0).toLowerCase();
        const upper = capital && raw.length > 1 && raw === raw.toUpperCase();
        const plain = isWord && /^[A-Za-z'’]+$/.test(raw);
        const shape = (capital ? CAPITAL : 0) | (upper ? ACRONYM : 0) | (plain ? PLAIN : 0);
        assert.equal((tokens.shape[at] as number) & (CAPITAL | ACRONYM | PLAIN), shape, raw);
        assert.equal(tokens.lower(at), isWord ? raw.toLowerCase().replaceAll("’", "'") : raw);
        assert.equal(tokens.hash[at], isWord ? hashWord(tokens.lower(at)) : 0);
      }
    }),
  );
});

test("dotted initials are an acronym", () => {
  const { shape } = tokenize("U.S. p.m.");
  assert.deepEqual([...shape.slice(0, 2)], [CAPITAL | ACRONYM, 0]);
});

test("a lexicon of several others knows what any of them knows", () => {
  const both = anyOf([wordSet("one two"), wordSet("three")], "four five", "six");
  const tokens = tokenize("One two three four five six seven");
  const found = Array.from({ length: tokens.count }, (_, at) => both.has(tokens, at));
  assert.deepEqual(found, [true, true, true, true, true, true, false]);
});

test("a lexicon finds the words that it was given, in any case, and no others", () => {
  const words = ["one", "don't", "u.s.", "été", "hundred"];
  const lexicon = new Lexicon(words.map((word, i) => [word, i] as const));
  const tokens = tokenize("ONE Don’t U.S. Été hundred two hundreds 1");
  const found = Array.from({ length: tokens.count }, (_, i) => lexicon.find(tokens, i));
  assert.deepEqual(found, [0, 1, 2, 3, 4, undefined, undefined, undefined]);
  assert.equal(lexicon.find(tokens, -1), undefined);
  assert.equal(lexicon.find(tokens, 99), undefined);
});

test("a lexicon of many words keeps them apart", () => {
  const words = Array.from({ length: 5000 }, (_, i) =>
    `w${String.fromCharCode(97 + (i % 26))}${"abcdefghij"[i % 10]}${"x".repeat(i % 7)}${i}`.replace(
      /\d/g,
      (d) => "qrstuvwxyz"[Number(d)] as string,
    ),
  );
  const lexicon = wordSet(words.join(" "));
  const tokens = tokenize(words.join(" "));
  for (let i = 0; i < tokens.count; i++) assert.equal(lexicon.has(tokens, i), true);
});

test("a token and a stretch are found by offset", () => {
  const document = readDocument("One two. Three four.\n\nFive.");
  assert.equal(document.tokens.raw(tokenAt(document.tokens, 5)), "two");
  assert.equal(stretchOf(document.sentenceTokens, tokenAt(document.tokens, 10)), 1);
  assert.equal(stretchOf(document.paragraphTokens, tokenAt(document.tokens, 24)), 1);
  assert.equal(stretchOf(document.sentenceTokens, -1), -1);
});

test("offset, line and column turn into one another", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "🙂") }), fc.nat(), (text, seed) => {
      const offset = seed % (text.length + 1);
      const index = lineIndex(text);
      const { line, character } = index.position(offset);
      assert.equal(index.offset(line, character), offset);
      assert.ok(line < index.lines);
    }),
  );
});
