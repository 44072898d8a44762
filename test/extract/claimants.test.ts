import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readClaimants, sameClaimant } from "../../server/src/extract/claimants/index.ts";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import type { Claimant, Quantity } from "../../server/src/extract/types.ts";
import { readDocument, type TextDocument } from "../../server/src/text/document.ts";
import { HOSTILE } from "./hostile.ts";
import { growth } from "./steps.ts";

/** Every run of digits of a text as a quantity: who states it does not hang on how it is read. */
function quantitiesIn(text: string): Quantity[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    text: words,
    low: 1,
    high: 1,
    bound: "exact",
    dimension: "count",
    unit: null,
    vague: false,
    precision: 1,
    boundSpan: null,
  }));
}

function read(document: TextDocument) {
  return readClaimants(document, quantitiesIn(document.text), readQuotations(document, {}), {});
}

/** Takes a text and who states each of its figures, in order ("-": the outlet itself). */
function check(text: string, ...claimants: string[]): void {
  test(text, () => {
    const found = read(readDocument(text)).claimants.map((claimant) => claimant?.text ?? "-");
    assert.deepEqual(found, claimants);
  });
}

check("The strikes killed 43 people.", "-");
check("Burkina Faso has reported 2,000 deaths.", "-");
check("Burkina Faso said 2,000 had died.", "Burkina Faso");
check("Int’l Monitors: 1,600 Civilians Dead", "-");
check("Amnesty says 43 people died.", "Amnesty");
check("Amnesty said that Russia killed 43 people.", "Amnesty");
check("The strikes killed 43 people, Amnesty said.", "Amnesty");
check("The strikes killed 43 people, said Amnesty.", "Amnesty");
check("The strikes killed 43 people, Amnesty said in a report on Monday.", "Amnesty");
check("The strikes killed 43 people, according to Amnesty.", "Amnesty");
check("According to Amnesty, the strikes killed 43 people.", "Amnesty");
check("More than 1,600 people were killed, according to the results of a study.", "-");
check("More than 1,600 people were killed, according to a study by Amnesty.", "a study by Amnesty");
check("More than 1,600 people were killed, according to claims in a new report.", "a new report");
check("Its records show 43 deaths.", "Its records");
check("Figures from the ministry showed 43 deaths.", "Figures from the ministry");
check("The ministry put the toll at 43.", "The ministry");
check("The ministry reported 43 deaths.", "The ministry");
check("Lund put the reserves at £58m.", "Lund");
check("Lund put the guard at risk; 43 people fled.", "-");
check("Creel said that there were 70 boats; Lund put them at 58.", "Creel", "Lund");
check("The ministry estimates that 43 people died.", "The ministry");
check("The ministry confirmed 43 deaths.", "The ministry");
check("In 2018, the ministry admitted 43 deaths.", "-", "the ministry");
check("The task force determined that 11 of the reports were credible.", "The task force");
check("The report found 43 deaths.", "The report");
check("The report also found 43 deaths.", "The report");
check("The report concluded that 43 people had died.", "The report");
check("A spokesman for the army said 43 people died.", "A spokesman for the army");
check("Police say 43 people died.", "Police");
check("Officials have said at least 43 people died.", "Officials");
check("Rovera told reporters that 43 people had died.", "Rovera");
check("“We counted 43 dead,” said Rovera.", "Rovera");
check("Rovera said: “We counted 43 dead. Then 12 more.”", "Rovera", "Rovera");
check("She said they had “counted 43 dead” there.", "-");
check("Donatella Rovera said they had “counted 43 dead” there.", "Donatella Rovera");
check("The army says 10 died, while residents say 43 died.", "The army", "residents");
check("Ten died, the army said; residents said 43 died.", "residents");
check("The army said 10 died. The bridge was built in 1998.", "The army", "-");
check("Amnesty said 10 died. It added that 43 were hurt.", "Amnesty", "It");
check("The team won 43 games and lost 12.", "-", "-");
check("The town has 43 streets and the report on it 12 pages.", "-", "-");
check("Amnesty: Strikes Killed 1,600 in Raqqa", "Amnesty");
check("Strikes Killed 1,600 in Raqqa - Amnesty", "Amnesty");
check("1,600 Killed in Raqqa, New Report Claims", "New Report");
check("The 43 deaths reported by the ministry were not confirmed.", "the ministry");
check("They were paid according to their rank: 43 a day.", "-");
check("Ireland added 91 runs to their total.", "-");
check("Amnesty, which is based in London, said 43 people died.", "Amnesty");
check("Chris Woods, the director of Airwars, said 43 people died.", "Chris Woods");
check("The coalition has acknowledged being responsible for 100 deaths.", "The coalition");
check("The Pentagon denies that 43 people died.", "The Pentagon");
check("An investigation revealed that 1,600 people died, Amnesty said on Thursday.", "Amnesty");

// A claim inside another's sentence
check("The coalition, Amnesty said, has acknowledged 43 deaths.", "The coalition");
check("The coalition, according to Amnesty, has acknowledged 43 deaths.", "The coalition");
check("Amnesty says it has names for 43 of the victims and claims to have verified 12.", "Amnesty", "Amnesty");
check("Carl Wood and Hugh Doyle all deny that 43 died.", "Carl Wood and Hugh Doyle");

// Who may state a figure
check("It said 43 people died.", "-");
check("They say 43 people died.", "-");
check("An investigation revealed that 43 people died.", "-");
check("An investigation by Amnesty revealed that 43 people died.", "An investigation by Amnesty");
check("The home offers 43 rooms and boasts a 12 m pool.", "-", "-");
check("The tournament says little: 43 games.", "-");
check("Gareth Berg claimed 43 wickets.", "-");
check("Jane Hartley, 43, told Woman's Day.", "-");
check("Blackpool: Lewis 43, Hall 50", "-", "-");
check("Prison break: Moore, then 23, fled.", "-");
check("A specialist consulted by the newspaper said 43 died.", "A specialist consulted by the newspaper");
check("The firm reported 43 million users.", "The firm");
check("Official figures issued late on Friday show 43 deaths.", "-");
check("One of the officers said 43 died.", "One of the officers");
check("The former swimmer said 43 died.", "The former swimmer");

test("the sentence that holds a figure", () => {
  const text = "It rained. Amnesty said 43 people died. It stopped.";
  const [sentence] = read(readDocument(text)).sentences;
  assert.equal(text.slice(sentence?.start, sentence?.end), "Amnesty said 43 people died.");
});

test("one claimant and one sentence for each figure, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...HOSTILE, "43 ", "said 43, ", "Amnesty said ", "\n\n"), { maxLength: 40 }),
      (pieces) => {
        const text = pieces.join("");
        const { claimants, sentences } = read(readDocument(text));
        const figures = quantitiesIn(text);
        assert.equal(claimants.length, figures.length);
        for (const [i, figure] of figures.entries()) {
          const sentence = sentences[i];
          assert.ok(sentence && sentence.start <= figure.start && figure.end <= sentence.end);
          const claimant = claimants[i];
          if (claimant) assert.equal(claimant.text, text.slice(claimant.start, claimant.end));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

for (const piece of HOSTILE) {
  test(`steps grow with the length of repeated ${JSON.stringify(piece)} and a figure`, () => {
    const { ratio, each } = growth(`${piece}7 `, 6000, (document) => void read(document));
    assert.ok(ratio < 2.4, `twice the text took ${ratio} times the steps`);
    assert.ok(each < 400, `${each} steps a code unit`);
  });
}

/** Takes two texts, each naming one claimant before "said 1"; says how the two relate. */
function relate(left: string, right: string, expected: string): void {
  test(`${left} / ${right}: ${expected}`, () => {
    const claimantOf = (name: string) => read(readDocument(`${name} said 43 people died.`)).claimants[0] as Claimant;
    assert.equal(sameClaimant(claimantOf(left), claimantOf(right)), expected);
    assert.equal(sameClaimant(claimantOf(right), claimantOf(left)), expected);
  });
}

relate("Amnesty", "Amnesty International", "same");
relate("Amnesty", "Human Rights Watch", "different");
relate("The Pentagon", "The Department of Defense", "same");
relate("The MOD", "The Ministry of Defence", "same");
relate("The Pentagon", "The Kremlin", "different");
relate("The coalition", "The Joint Task Force", "same");
relate("The US-led coalition", "Operation Inherent Resolve", "same");
relate("Donatella Rovera", "Rovera", "same");
relate("Amnesty International's Donatella Rovera", "Donatella Rovera", "same");
relate("D. Rovera", "Donatella Rovera", "same");
relate("Glaciologist Donatella Rovera", "Donatella Rovera", "same");
relate("Doctor Donatella Rovera", "Chris Woods", "different");
relate("Ms. Rovera", "Donatella Rovera", "same");
relate("Donatella Rovera", "Chris Woods", "different");
relate("John Smith", "Peter Smith", "different");
relate("A Pentagon spokesman", "The Pentagon", "speaks-for");
relate("A spokesman for the Ministry of Defence", "The MOD", "speaks-for");
relate("A spokesman for the Ministry of Defence", "The Pentagon", "different");
relate("A spokesman for the Pentagon", "A Pentagon spokesman", "same");
relate("A Pentagon spokesman", "A Kremlin spokesman", "different");
relate("Amnesty International's Donatella Rovera", "Amnesty International", "speaks-for");
relate("Amnesty's report", "Amnesty International", "speaks-for");
relate("A resident", "The Pentagon", "unknown");
relate("A resident", "Donatella Rovera", "unknown");
relate("The group", "Amnesty International", "unknown");
