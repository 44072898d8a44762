import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Article,
  containment,
  groupCopies,
  markRepeats,
  readText,
  signatureOf,
} from "../../server/src/corpus/index.ts";
import { only } from "./show.ts";

const NOUNS =
  "flood bridge governor valley shelter road river dam village storm office report people house night boat field wall line school".split(
    " ",
  );

/** Takes a seed and a number of paragraphs; gives made prose, the same for the same seed. */
function prose(seed: number, paragraphs: number): string[] {
  let state = seed * 7919 + 17;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 8;
  };
  const word = () => `${NOUNS[next() % NOUNS.length]}${next() % 50}`;
  return Array.from({ length: paragraphs }, () => `The ${Array.from({ length: 25 }, word).join(" ")} was seen.`);
}

function article(id: string, paragraphs: readonly string[], published = ""): Article {
  const head = published === "" ? "" : `---\npublished: ${published}\n---\n`;
  return only(readText(`${id}.md`, head + paragraphs.join("\n\n")));
}

const signed = (one: Article) => ({ id: one.meta.id, published: one.meta.published, signature: signatureOf(one) });

test("wire copy carried by several outlets is one origin, the earliest first", () => {
  const wire = prose(1, 12);
  const articles = [
    article("late", [...wire.slice(0, 10), ...prose(2, 2)], "2021-03-06"),
    article("wire", wire, "2021-03-04"),
    article("undated", wire.slice(2)),
    article("other", prose(3, 12), "2021-03-01"),
    article("short", ["Twelve people were killed."]),
    article("short2", ["Twelve people were killed."]),
  ].map(signed);
  assert.deepEqual(Object.fromEntries(groupCopies(articles)), {
    late: "wire",
    wire: "wire",
    undated: "wire",
    other: "other",
    short: "short",
    short2: "short2",
  });
});

test("one quoted paragraph does not make a copy", () => {
  const wire = prose(4, 12);
  const articles = [article("a", wire), article("b", [...prose(5, 11), wire[3] as string])].map(signed);
  assert.deepEqual([...groupCopies(articles).values()], ["a", "b"]);
});

test("the estimate of shared text is near the truth", () => {
  const wire = prose(6, 40);
  for (const [kept, share] of [
    [40, 1],
    [30, 0.75],
    [20, 0.5],
    [10, 0.25],
    [0, 0],
  ] as const) {
    const other = [...wire.slice(0, kept), ...prose(7, 40 - kept)];
    const estimate = containment(signatureOf(article("a", wire)), signatureOf(article("b", other)));
    assert.ok(Math.abs(estimate - share) < 0.12, `${kept}: ${estimate}`);
  }
});

const BLURB = "The Valley Post brings stories of 27 towns to 1 million readers, and has done so since 1950.";

test("a paragraph on three pages of an outlet is furniture; elsewhere and in copies it stays", () => {
  const articles = [1, 2, 3].map((n) => article(`p${n}`, [...prose(n, 3), BLURB]));
  for (const one of markRepeats(articles)) {
    const last = one.blocks.at(-1);
    assert.deepEqual([last?.kind, last?.paragraph, one.blocks[2]?.paragraph], ["furniture", 0, 3]);
  }
  assert.deepEqual(markRepeats(articles.slice(0, 2)), articles.slice(0, 2));
  const copies = [1, 2, 3].map((n) => article(`c${n}`, prose(9, 3)));
  assert.deepEqual(
    markRepeats(copies, () => "c1"),
    copies,
  );
});

test("a toll that an outlet repeats under each story stays", () => {
  const toll = "More than 1,200 people have been killed in the valley since the dam broke in March 2011.";
  const articles = [1, 2, 3].map((n) => article(`p${n}`, [...prose(n, 3), toll]));
  assert.deepEqual(markRepeats(articles), articles);
});

test("a thousand articles in pairs are grouped into their five hundred origins", () => {
  const articles = Array.from({ length: 1000 }, (_, n) => signed(article(`a${n}`, prose(n % 500, 4))));
  const origins = groupCopies(articles);
  assert.equal(new Set(origins.values()).size, 500);
});

const WIRE = `A flood killed 43 people in the valley of Norvik and swept away seven bridges on Thursday night, the governor of the province said.

Another 120 were pulled out of the water by boats of the fire service, which had come from the coast in the afternoon after the first warnings.

“We had no warning from the capital until the water stood in the streets,” said Ana Brandt, the mayor of the town that was hit the hardest.

The dam above the town had been inspected in May by two engineers of the state, who found it safe, according to the interior ministry.

Its gates could not be opened because a motor had been taken away for repair in 2019 and never put back, two officials told reporters.

The president declared three days of mourning and promised 1.2 million crowns to the families of the dead and to those who lost their houses.`;
const paragraphs = WIRE.split("\n\n");

/** Another reporter on the same night: the same figures and the same quotation, in words of her own. */
const OWN = `Seven bridges are gone and 43 people are dead after the river that runs through Norvik rose by four metres in a single night.

I met Ana Brandt in the school where she has slept since then. “We had no warning from the capital until the water stood in the streets,” she said, and showed me a list of 120 names, of those who were fetched by boats.

Nobody here believes what the ministry says of the dam. Two engineers looked at it in May, for an hour, the keeper told me; the motor that moves the gates has been missing for years.

The governor came on Friday, spoke for ten minutes about the 1.2 million crowns that the president had promised, and left.`;

const stories: Readonly<Record<string, [published: string, text: string]>> = {
  wire: ["2024-03-07", `# Flood kills 43 in Norvik\n\nNORVIK, March 7 (AFP) - ${WIRE}`],
  cut: ["2024-03-08", `# Dozens dead as river bursts its banks\n\nNorvik – ${paragraphs.slice(0, 4).join("\n\n")}`],
  prefixed: [
    "2024-03-08",
    `# Our town in mourning\n\nFlags hung at half mast in our own town yesterday, where many have family in the valley.\n\n${WIRE}\n\nThe mayor has opened a book of condolence in the town hall.`,
  ],
  edited: [
    "2024-03-09",
    `# Norvik flood: 43 dead\n\n${WIRE.replace("swept away", "destroyed").replace("Another 120", "About 120 others").replace("the hardest", "worst").replaceAll(" according to", ", says")}`,
  ],
  undated: ["", `# Flood\n\n${paragraphs.slice(1).join("\n\n")}`],
  own: ["2024-03-08", `# A night in Norvik\n\n${OWN}`],
};

test("a dispatch that outlets cut, head anew, begin otherwise and edit is one origin; a reporter's own story on that night is another", () => {
  const articles = Object.entries(stories).map(([id, [published, text]]) => signed(article(id, [text], published)));
  assert.deepEqual(Object.fromEntries(groupCopies(articles)), {
    wire: "wire",
    cut: "wire",
    prefixed: "wire",
    edited: "wire",
    undated: "wire",
    own: "own",
  });
});

/** An article's first paragraph names what it rests on. */
function rests(paragraph: string, ...origins: string[]) {
  test(`rests on ${origins.join(" and ") || "nothing named"}: ${paragraph}`, () => {
    const text = `---\noutlet: The Valley Post\n---\n${[paragraph, ...prose(8, 2)].join("\n\n")}`;
    const { meta } = only(readText("a.md", text));
    assert.deepEqual(meta.restsOn, origins);
  });
}

rests(
  "More than 1,600 people died, according to a report by Amnesty International published Tuesday.",
  "Amnesty International report",
);
rests(
  "More than 1,600 people died, according to a report published on Tuesday by Amnesty International.",
  "Amnesty International report",
);
rests("Prices rose by 9 percent, the Relief Office said in a statement on Friday.", "Relief Office statement");
rests("A new study from the University of Norvik finds that 43 villages have no well.", "University of Norvik study");
rests("A report released Thursday by Human Rights Watch says that 12 people were shot.", "Human Rights Watch report");
rests("Human Rights Watch’s report on the raid counts 12 dead.", "Human Rights Watch report");
rests("NORVIK, March 7 (Reuters) - A flood killed 43 people on Thursday.", "Reuters dispatch");
rests("NORVIK (AP) — A flood killed 43 people on Thursday, officials said.", "Associated Press dispatch");
rests("A flood killed 43 people, the Associated Press reported on Thursday.", "Associated Press report");
rests("A flood killed 43 people, he said in a statement.");
rests("The report by 5 p.m. was that nobody had died.");
