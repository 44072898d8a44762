import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDocument } from "../../server/src/text/document.ts";

/** Takes a text with "|" where one sentence ends and the next begins; checks that it is cut there and nowhere else. */
function check(marked: string): void {
  test(JSON.stringify(marked), () => {
    const { text, sentences } = readDocument(marked.replaceAll("|", ""));
    assert.deepEqual(
      sentences.map(({ start, end }) => text.slice(start, end)),
      marked.split("|").map((sentence) => sentence.trim()),
    );
  });
}

check("It fell.| He ran.");
check("It fell!| He ran?| So did she.");
check("“It fell.”| He ran.");
check('"It fell." |"He ran."');
check("(It fell.)| He ran.");
check("Col. Sean Ryan spoke.| He left.");
check("Mr. Khan met Dr. Lee.| They left.");
check("The U.S. Army came.");
check("It happened in the U.S.| The army came.");
check("On Sept. 11 it fell.");
check("No. 5 is here.| So is No. 6.");
check("J. R. Smith spoke.");
check("Washington, D.C., is far.");
check("See p. 14 for it.");
check("At 3 a.m. Tuesday it fell.");
check("It ended at 3 a.m.| The police came.");
check("Smith et al. found it.");
check("Acme Inc. said so.| The firm left.");
check("It rose 2.5 percent.| That was 1.2 million.");
check("It was 43.| Then 12 more came.");
check("He waited … and left.");
check("It fell. and rose");
check("Line one\n\n|Line two");
check("A heading\n|The text begins here and runs on for a while.");
check("1. First point\n|2. Second point");
check("- First point\n|- Second point");
check("A line of prose that was wrapped by hand at its usual width goes\non in the next line.");
check("What? |“No.” |He left.");
check("He said: “It fell. |It rose.” |Then he left.");
check("In St. Louis, Gov. Lee spoke.");
check("They cost approx. 5 dollars.");

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(...'aB1. !?"”’)(\n…-'.split("")) }),
);

test("sentences lie in paragraphs, in order, and hold every token", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, sentences, paragraphs, sentenceTokens, paragraphTokens } = readDocument(text);
      const firsts = new Set(sentenceTokens);
      assert.ok([...paragraphTokens].every((first) => firsts.has(first)));
      assert.equal(tokens.count > 0, sentences.length > 0 && sentenceTokens[0] === 0);
      for (const spans of [sentences, paragraphs]) {
        for (const [i, { start, end }] of spans.entries()) {
          assert.ok(start < end && (i === 0 || start >= (spans[i - 1]?.end ?? 0)));
        }
      }
      for (let i = 0; i < tokens.count; i++) {
        const start = tokens.start[i] as number;
        assert.ok(sentences.some((sentence) => sentence.start <= start && start < sentence.end));
      }
    }),
    { numRuns: 500 },
  );
});
