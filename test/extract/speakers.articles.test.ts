import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import { readDocument } from "../../server/src/text/document.ts";

/** A few words of a quotation, the words that name its speaker beside it ("-" for none), whom they mean, and "no speech" for those that are none. */
type Row = readonly [words: string, speaker: string, key: string, speech?: "no speech"];

const ARTICLES: Readonly<Record<string, readonly Row[]>> = {
  "forces.txt": [
    ["Many of the air bombardments", "Donatella Rovera", "donatella rovera"],
    ["are likely to amount to", "The report", "report"],
    ["Sadly, no military action", "A spokesman for the Ministry of Defence (MOD)", "uk ministry of defence spokesman"],
    ["After every UK air strike", "The MOD spokesman", "uk ministry of defence spokesman"],
    ["We take all allegations", "A spokesman for Operation Inherent Resolve", "us-led coalition spokesman"],
  ],
  "rferl.txt": [
    ["ongoing failure", "it", "amnesty international"],
    ["slap in the face", "Amnesty", "amnesty international"],
    ["Disturbingly, the Pentagon", "Kumi Naidoo", "kumi naidoo"],
    ["It is completely reprehensible", "Kumi Naidoo", "kumi naidoo"],
    ["We continue to employ", "The Pentagon", "us department of defense"],
    ["caliphate", "IS fighters", "islamic state fighters", "no speech"],
  ],
  "sputnik.txt": [
    ["gives a brutally vivid account", "the release", "release"],
    ["Coalition forces razed Raqqa", "Chris Woods", "chris woods"],
    ["At least 1,291 civilians", "the assessment", "assessment"],
    ["One hundred and twenty two", "the Joint Task Force", "us-led coalition"],
  ],
  "voa.txt": [
    ["thousands of U.S., U.K.,", "The report", "report"],
    ["Coalition forces razed Raqqa", "Amnesty International's Donatella Rovera", "donatella rovera"],
    ["Amnesty International and Airwars call", "Amnesty International's Donatella Rovera", "donatella rovera"],
    ["fully investigate what went wrong", "Airwars director Chris Woods", "chris woods"],
    ["The Coalition complies with", "A Pentagon spokesman", "us department of defense spokesman"],
    ["According to our records", "Col. Scott Rawlinson", "scott rawlinson"],
    ["We requested that Amnesty", "Col. Scott Rawlinson", "scott rawlinson"],
    ["This is not a situation", "Rovera", "donatella rovera", "no speech"],
    ["marked by violations", "U.N. human rights experts", "united nations experts"],
    ["U.S. forces boasted that they", "she", "donatella rovera", "no speech"],
  ],
  "wire21c.txt": [
    ["liberate", "a new report", "new report", "no speech"],
    ["end almost two years", "the group", "amnesty international"],
    ["Our conclusive finding", "researchers", "researchers"],
    ["great care to avoid", "US officials", "us government"],
    ["ISIS targets", "US officials", "us government", "no speech"],
    ["The Coalition takes all", "a spokesperson for U.S. CENTCOM", "us central command spokesperson"],
    ["Coalition forces comply with", "They", "us central command spokesperson"],
    ["The Coalition respects human life", "They", "us central command spokesperson"],
    ["Syrian Democratic Forces", "a Kurdish-led confab", "kurdish-led confab", "no speech"],
  ],
};

const folder = process.env["SOURCELINE_ARTICLES"];
const skip =
  folder && existsSync(folder) ? false : "set SOURCELINE_ARTICLES to the folder of the saved articles to run this";

for (const [file, rows] of Object.entries(ARTICLES)) {
  test(`every quotation of ${file} with its speaker`, { skip }, () => {
    const quotes = readQuotations(readDocument(readFileSync(join(folder ?? "", file), "utf8")), {});
    const found = quotes.map(({ text, speaker, speech }, i) => [
      rows[i] && text.startsWith(rows[i][0]) ? rows[i][0] : text.slice(0, 40),
      speaker?.text ?? "-",
      speaker?.key ?? "-",
      ...(speech ? [] : ["no speech"]),
    ]);
    assert.deepEqual(found, rows);
  });
}

test("who speaks for whom, across names", { skip }, () => {
  const speakers = (file: string) =>
    readQuotations(readDocument(readFileSync(join(folder ?? "", file), "utf8")), {}).map(({ speaker }) => speaker);
  assert.ok(speakers("voa.txt")[1]?.aliases.includes("amnesty international"));
  assert.ok(speakers("sputnik.txt")[1]?.aliases.includes("airwars"));
  assert.ok(speakers("sputnik.txt")[0]?.aliases.includes("amnesty international"));
  assert.ok(speakers("sputnik.txt")[2]?.aliases.includes("us-led coalition"));
});
