import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extract } from "../../server/src/extract/index.ts";
import { isBodyName, nameOf } from "../../server/src/extract/names/name.ts";
import { tokenize } from "../../server/src/text/tokens.ts";

const WORDS =
  "Ann Bell Avon Police Ministry of Health the The Raqqa’s Lund’s U.S. US École Łódź council spokesman AT&T Port-au-Prince".split(
    " ",
  );
const GAPS = [" ", " ", " ", "  ", "\u00a0", "\u00ad ", "-", "\n"];
const run = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 3 });

test("a name is what its words are, whichever names were read before", () => {
  fc.assert(
    fc.property(run, (words) => {
      const text = words.flat().slice(0, -1).join("");
      const tokens = tokenize(text);
      const written = text.slice(tokens.start[0], tokens.end[tokens.count - 1]).toLowerCase();
      const whole = written.replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").replace(/^the /, "");
      assert.equal(nameOf(tokens, 0, tokens.count), whole.replace(/'s$/, "").replace(/s'$/, "s"));
    }),
    { numRuns: 3000 },
  );
});

test("a name in capitals alone is a body's, the same word in small letters is not", () => {
  const tokens = tokenize("LUND Lund LUND lund");
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => isBodyName(tokens, at, at + 1)),
    [true, false, true, false],
  );
});

const SENTENCES = [
  "More than 1,600 people were killed in Raqqa, Amnesty International said.",
  "About 43 percent of the children in Mosul fled their homes, according to Ann Bell.",
  "“We counted 120 wounded,” said Dr. Omar Haddad, a spokesman for the health ministry.",
  "The ministry said 12 of them were soldiers.",
  "Its records show 318 deaths between June and October 2017.",
  "The repair will cost $46.8 million over 18 months, up from $40 million.",
  "No civilians were harmed by the coalition, it said; the group gives 2,600.",
  "She said that two thirds of the 34,000 residents of Lyman’s east left before March 5, 2019.",
  "Turnout rose to 58.9 percent, from 51 percent a year earlier.",
];

test("what was read before changes nothing in what is read", () => {
  const text = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
      const once = texts.map((one) => extract(one));
      const again = texts.toReversed().map((one) => extract(one));
      assert.deepEqual(again.toReversed(), once);
    }),
  );
});
