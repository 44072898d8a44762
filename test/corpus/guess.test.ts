import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "../../server/src/corpus/index.ts";
import { only } from "./show.ts";

const FIRST = "The flood killed twelve people in the valley, the governor said on Thursday.";
const SECOND = "It was the worst in forty years, and 340 people are still in shelters.";
const THIRD = "Nobody knows yet when the road to the north will be open again.";
const RUN = `${FIRST}\n\n${SECOND}\n\n${THIRD}`;

/** Evidence of the outlet in a text. */
function outlet(name: string, text: string, expected: string | null, path = "a.txt") {
  test(`outlet: ${name}`, () => {
    const { meta } = only(readText(path, `Flood kills twelve in the valley\n\n${text}`));
    assert.equal(meta.outlet, expected);
    assert.equal(meta.guessed.includes("outlet"), expected !== null);
  });
}

outlet("named as the source", `${RUN}\n\nSource: Voice of America`, "Voice of America");
outlet("in a dateline", `GENEVA (Reuters) - ${RUN}`, "Reuters");
outlet("in a dateline, unknown to the table", `GENEVA (Lakeside News) — ${RUN}`, "Lakeside News");
outlet("in a dateline with the country", `KYIV, Ukraine (AP) — ${RUN}`, "Associated Press");
outlet("in a dateline with state and day", `ELM FORK, Ore., March 4 (AP) _ ${RUN}`, "Associated Press");
outlet("not in a line within the text", `${RUN}\n\nSource: Regional Office\n\nLater ${RUN}`, null);
outlet("not in the note under a table", `${RUN}\n\nSource: Police. The numbers for 2022 are provisional.`, null);
outlet("in a copyright line", `${RUN}\n\n© 2021 The Valley Post. All rights reserved.`, "The Valley Post");
outlet("told something", `${RUN}\n\n“It is bad,” she told Forces News on Friday, when it rained.`, "Forces News");
outlet("in its own blurb", `${RUN}\n\nRFE/RL journalists report the news in 27 languages.`, "RFE/RL");
outlet("in the file's name", RUN, "BBC News", "bbc-2021-03-04.txt");
outlet("as an address", `${RUN}\n\nhttps://www.theguardian.com/world/1`, "The Guardian");
outlet("not in a mention of somebody", `${RUN}\n\nA spokesman told Maria Gomez on Friday that it was over.`, null);

test("outlet: above the date in what a database of newspapers gives", () => {
  const head =
    "2 of 17 DOCUMENTS\n\nThe Evening Lantern (Norvik)\n\nMarch 12, 2016 Saturday\n\nFlood kills twelve in the valley";
  const text = `${head}\n\nBYLINE: Hal Dean\n\nLENGTH: 212 words\n\n${RUN}\n\nCopyright 2016 Lantern Group`;
  assert.equal(only(readText("a.txt", text)).meta.outlet, "The Evening Lantern");
});

/** What an article names as what it rests on. */
function rests(text: string, expected: readonly string[]) {
  test(`rests on: ${text}`, () =>
    assert.deepEqual(
      only(readText("a.txt", `Flood kills twelve in the valley\n\n${text}\n\n${THIRD}`)).meta.restsOn,
      expected,
    ));
}

rests("More than 1,600 people were killed, Human Rights Watch said in a press release on Thursday.", [
  "Human Rights Watch press release",
]);
rests("More than 1,600 people were killed, according to a report by the World Health Organization.", [
  "World Health Organization report",
]);
rests("In a report released on October 15, Amnesty said that 1,600 people were killed.", ["Amnesty report"]);
rests("The investigation, conducted by Amnesty and Airwars, counts more than 1,600 people killed.", [
  "Amnesty and Airwars investigation",
]);
rests("More than 1,600 people were killed in the valley, the governor said on Thursday.", []);
rests("He said in a statement on Thursday that 1,600 people had been killed there.", []);
