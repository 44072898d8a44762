import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../server/src/corpus/index.ts";
import { makePdf, type PdfLine } from "./fixtures.ts";
import { only } from "./show.ts";

/** A PDF reads to the paragraphs given, one a line: kind, page and words, whole. */
function check(name: string, pages: readonly (readonly PdfLine[])[], expected: string) {
  test(`PDF: ${name}`, async () => {
    const article = only(await readArticles({ path: "a.pdf", bytes: makePdf(pages) }));
    const blocks = article.blocks.map(
      ({ kind, page, start, end }) => `${kind}@${page} ${article.text.slice(start, end)}`,
    );
    assert.deepEqual(
      blocks,
      expected
        .trim()
        .split("\n")
        .map((line) => line.trim()),
    );
  });
}

const LEFT = `The flood killed 43 people in the valley, the governor said on Friday, and
  took away seven bridges. Another 120 were pulled out of the water during the night by boats of the
  fire service, which had come from the coast. |Nobody had been warned, said the mayor, Ana Brandt, who
  lost her own house and has slept in the school since then with 300 oth-`;
const RIGHT = `ers. The dam above the town had been inspected in May and found to be safe
  by two engineers of the state. |Its gates could not be opened, because the motor had been taken away
  for repair in 2019 and never been put back. The ministry denies that it knew of this, and says that
  the cost was 1.2 million.`;

/** Breaks a text to lines of a column: `|` begins a paragraph with an indent. */
function column(text: string, x: number, top: number, width = 42, step = 12): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const [at, paragraph] of text.replace(/\s+/g, " ").split("|").entries()) {
    let line = "";
    let indent = at > 0 ? 12 : 0;
    const end = () => {
      lines.push({ text: line, x: x + indent, y: top - lines.length * step, size: 10 });
      indent = 0;
    };
    for (const word of paragraph.trim().split(" ")) {
      if (`${line} ${word}`.length > width) {
        end();
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    end();
  }
  return lines;
}

/** Lines as a layout program may draw them: across the page, level by level. */
function across(lines: readonly PdfLine[]): PdfLine[] {
  return [...lines].sort((a, b) => b.y - a.y || (a.x ?? 0) - (b.x ?? 0));
}

const TITLE: PdfLine = { text: "Forty-three dead in the valley as the dam holds its water", x: 72, y: 740, size: 18 };
const TWO = `
  headline@1 Forty-three dead in the valley as the dam holds its water
  body@1 The flood killed 43 people in the valley, the governor said on Friday, and took away seven bridges. Another 120 were pulled out of the water during the night by boats of the fire service, which had come from the coast.
  body@1 Nobody had been warned, said the mayor, Ana Brandt, who lost her own house and has slept in the school since then with 300 others. The dam above the town had been inspected in May and found to be safe by two engineers of the state.
  body@1 Its gates could not be opened, because the motor had been taken away for repair in 2019 and never been put back. The ministry denies that it knew of this, and says that the cost was 1.2 million.`;

const columns = [...column(LEFT, 72, 700), ...column(RIGHT, 320, 700)];
check("two columns are read one after the other", [[TITLE, ...columns]], TWO);
check("two columns that were drawn across the page", [across([TITLE, ...columns])], TWO);
check(
  "two columns whose lines do not stand at one height",
  [across([TITLE, ...column(LEFT, 72, 700), ...column(RIGHT, 320, 695)])],
  TWO,
);
check(
  "a line over both columns parts what stands above from what stands below",
  [
    across([
      TITLE,
      ...columns,
      { text: "What the ministry knew, and from whom it had heard of it before", x: 72, y: 540, size: 14 },
      ...column(LEFT.replace("43", "44").replace(" with 300 oth-", "."), 72, 515),
      ...column(RIGHT.replace("ers. The", "The").replace("1.2", "1.3"), 320, 515),
    ]),
  ],
  `${TWO}
  headline@1 What the ministry knew, and from whom it had heard of it before
  body@1 The flood killed 44 people in the valley, the governor said on Friday, and took away seven bridges. Another 120 were pulled out of the water during the night by boats of the fire service, which had come from the coast.
  body@1 Nobody had been warned, said the mayor, Ana Brandt, who lost her own house and has slept in the school since then.
  body@1 The dam above the town had been inspected in May and found to be safe by two engineers of the state.
  body@1 Its gates could not be opened, because the motor had been taken away for repair in 2019 and never been put back. The ministry denies that it knew of this, and says that the cost was 1.3 million.`,
);
check(
  "three columns",
  [
    across([
      ...column(
        "The first of three columns tells of 11 dead in the hills, and it is long enough to be one.",
        50,
        700,
        26,
      ),
      ...column(
        "The second of them tells of 22 dead on the coast, and is long enough to be a column too.",
        225,
        700,
        26,
      ),
      ...column(
        "The third of them tells of 33 dead in the town, and is the last of all on this one page.",
        400,
        700,
        26,
      ),
    ]),
  ],
  `
  body@1 The first of three columns tells of 11 dead in the hills, and it is long enough to be one.
  body@1 The second of them tells of 22 dead on the coast, and is long enough to be a column too.
  body@1 The third of them tells of 33 dead in the town, and is the last of all on this one page.`,
);

const row = (y: number, ...cells: string[]) =>
  cells.map((text, at): PdfLine => ({ text, x: 72 + at * 130, y, size: 10 }));
check(
  "the rows of a table stay rows, and out of the prose",
  [
    [
      ...column("The office counted the dead of each district, and published the numbers on Monday:", 72, 700, 80),
      ...row(660, "District", "Dead", "Missing"),
      ...row(646, "Amur", "104", "6"),
      ...row(632, "Bela", "71", "12"),
      ...column("It will count again in the spring, when the roads to the villages are open.", 72, 600, 80),
    ],
  ],
  `
  body@1 The office counted the dead of each district, and published the numbers on Monday:
  body@1 District | Dead | Missing
  body@1 Amur | Dead: 104 | Missing: 6
  body@1 Bela | Dead: 71 | Missing: 12
  body@1 It will count again in the spring, when the roads to the villages are open.`,
);

check(
  "a row of numbers is read with the row of what they count",
  [
    [
      { text: "Key figures", x: 72, y: 700, size: 14 },
      ...row(660, "43", "12,500", "1.2M", "34%"),
      ...row(646, "people killed", "displaced", "USD requested", "of it received"),
      ...column("The office will count again in the spring, when the roads to the villages are open.", 72, 600, 80),
      ...row(560, "2021", "2022", "2023"),
      ...row(546, "12", "15", "18"),
    ],
  ],
  `
  headline@1 Key figures
  body@1 43 people killed | 12,500 displaced | 1.2M USD requested | 34% of it received
  body@1 The office will count again in the spring, when the roads to the villages are open.
  body@1 2021 | 2022 | 2023
  body@1 12 | 15 | 18`,
);
check(
  "numbers of a narrow table are not run together",
  [
    [
      ...column("The office counted the dead of each district, and published the numbers on Monday:", 72, 700, 80),
      ...[
        ["Amur", "104", "700"],
        ["Bela", "71", "120"],
      ].flatMap((cells, level) =>
        cells.map(
          (text, at): PdfLine => ({ text, x: [72, 110, 142 - level * 8][at] ?? 0, y: 660 - level * 14, size: 10 }),
        ),
      ),
    ],
  ],
  `
  body@1 The office counted the dead of each district, and published the numbers on Monday:
  body@1 Amur | 104 | 700
  body@1 Bela | 71 | 120`,
);

check(
  "heads, feet and page numbers of columns are furniture, and a sentence goes on over the notes of a page",
  [1, 2, 3].map((page) => [
    { text: `Relief Office  Annual report 2019`, x: 72, y: 770, size: 8 },
    ...column(
      page === 1
        ? "The office counted 640 dead in the first half of the year, and it was told by the hospitals that"
        : page === 2
          ? "another 90 had died of their wounds. It will publish a list of names when the families agree."
          : "The list will hold what is known of each of them, and who saw them last before they were killed.",
      72,
      700,
      80,
    ),
    ...(page === 1 ? [{ text: "1 Figures of the ministry, 4 July.", x: 72, y: 90, size: 7 }] : []),
    { text: String(page + 40), x: 300, y: 30, size: 8 },
  ]),
  `
  furniture@1 Relief Office Annual report 2019
  body@1 The office counted 640 dead in the first half of the year, and it was told by the hospitals that another 90 had died of their wounds. It will publish a list of names when the families agree.
  body@1 1 Figures of the ministry, 4 July.
  furniture@1 41
  furniture@2 Relief Office Annual report 2019
  furniture@2 42
  furniture@3 Relief Office Annual report 2019
  body@3 The list will hold what is known of each of them, and who saw them last before they were killed.
  furniture@3 43`,
);

check(
  "a large first letter belongs to its word",
  [
    [
      { text: "T", x: 72, y: 676, size: 36 },
      { text: "he flood killed 43 people in the valley, the governor said on", x: 98, y: 700, size: 10 },
      { text: "Friday, and took away seven bridges of the railway to the north", x: 98, y: 688, size: 10 },
      { text: "and two of the road.", x: 98, y: 676, size: 10 },
    ],
  ],
  `body@1 The flood killed 43 people in the valley, the governor said on Friday, and took away seven bridges of the railway to the north and two of the road.`,
);

check(
  "a title of two lines is one",
  [
    [
      { text: "The flood in the valley and the dam above it, January to", x: 72, y: 740, size: 20 },
      { text: "September 2022", x: 72, y: 716, size: 20 },
      { text: "What was seen", x: 72, y: 690, size: 13 },
      ...column(RIGHT.replaceAll("|", "").replace(/^ers\. /, ""), 72, 672, 84),
    ],
  ],
  `
  headline@1 The flood in the valley and the dam above it, January to September 2022
  headline@1 What was seen
  body@1 The dam above the town had been inspected in May and found to be safe by two engineers of the state. Its gates could not be opened, because the motor had been taken away for repair in 2019 and never been put back. The ministry denies that it knew of this, and says that the cost was 1.2 million.`,
);
