import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDocument } from "../../server/src/text/document.ts";
import { keptIn } from "../../server/src/text/keeper.ts";
import { Lexicon, WordMemo, wordClasses } from "../../server/src/text/lexicon.ts";
import { makeStem, stem } from "../../server/src/text/stem.ts";
import { tokenize } from "../../server/src/text/tokens.ts";

const letters = fc.stringMatching(/^[A-Za-z]{1,14}(?:['’]s)?$/);

test("what is kept of words is what would be worked out anew, however many there are", () => {
  const memo = new WordMemo((word) => `<${word}>`);
  fc.assert(
    fc.property(fc.array(letters, { minLength: 200, maxLength: 400 }), (words) => {
      const tokens = tokenize(words.join(" 1, "));
      for (let at = 0; at < tokens.count; at++) assert.equal(memo.at(tokens, at), `<${tokens.lower(at)}>`);
    }),
  );
});

test("a lexicon has a word exactly where a set of its words has it", () => {
  fc.assert(
    fc.property(fc.array(letters), fc.array(letters), (known, others) => {
      const set = new Set(known.map((word) => word.toLowerCase().replaceAll("’", "'")));
      const lexicon = new Lexicon([...set].map((word) => [word, word] as const));
      const tokens = tokenize([...known, ...others].join(" "));
      for (let at = 0; at < tokens.count; at++) {
        const word = tokens.lower(at);
        assert.equal(lexicon.find(tokens, at), set.has(word) ? word : undefined);
      }
    }),
  );
});

test("a word has the bits of every list that holds it", () => {
  const classes = wordClasses([
    [["one", "two"], 1],
    [["two", "three"], 2],
  ]);
  const tokens = tokenize("One two three four");
  assert.deepEqual(
    [-1, 0, 1, 2, 3, 4].map((at) => classes.find(tokens, at)),
    [undefined, 1, 3, 2, undefined, undefined],
  );
});

test("a stem worked out anew is the one that is kept", () => {
  fc.assert(fc.property(letters, (word) => assert.equal(makeStem(word.toLowerCase()), stem(word.toLowerCase()))));
});

test("what is worked out of a text is worked out once, and for each text apart", () => {
  let made = 0;
  const first = keptIn(() => ({ made: ++made }));
  const second = keptIn(() => ({ made: ++made }));
  const [one, two] = [readDocument("One."), readDocument("Two.")];
  assert.equal(second(one).made, 1);
  assert.equal(first(one).made, 2);
  assert.equal(first(two).made, 3);
  assert.equal(second(one).made, 1);
  assert.equal(first(one), first(one));
});
