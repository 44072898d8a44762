import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../server/src/corpus/index.ts";
import { utf8 } from "./fixtures.ts";
import { STORY } from "./reads.ts";
import { only } from "./show.ts";

/** A table of a page reads to these lines, all of them the article's. */
function check(name: string, table: string, lines: readonly string[]) {
  test(name, async () => {
    const bytes = utf8(
      `<html lang="en"><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${STORY.join("</p><p>")}</p><table>${table}</table></article></body></html>`,
    );
    const { text, blocks } = only(await readArticles({ path: "a.html", bytes }));
    const read = blocks.slice(4).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    assert.deepEqual(
      read,
      lines.map((line) => `body ${line}`),
    );
  });
}

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

check(
  "the heads that say what befell people reach the counts below them",
  row("District", "Killed", "People <b>displaced</b>", "Houses") +
    row("Norvik", "31", "1,200", "58") +
    row("Lund", "<p>12</p>", "n/a", "9"),
  [
    "District | Killed | People displaced | Houses",
    "Norvik | Killed: 31 | People displaced: 1,200 | 58",
    "Lund | Killed: 12 | n/a | 9",
  ],
);
check(
  "a label that says what befell people reaches the count beside it",
  row("Killed", "31") + row("Children injured", "7") + row("Bridges", "4"),
  ["Killed: 31", "Children injured: 7", "Bridges | 4"],
);
check("one such row alone is the article's", row("Killed", "31") + row("Governor", "Maria Gomez"), [
  "Killed: 31",
  "Governor | Maria Gomez",
]);
check(
  "heads that say more, or two things, reach no cell",
  row("District", "Killed or missing", "Killed, in %", "Killed (thousands)") + row("Norvik", "31", "12", "4"),
  ["District | Killed or missing | Killed, in % | Killed (thousands)", "Norvik | 31 | 12 | 4"],
);
check(
  "heads over several columns reach no cell",
  `<tr><th rowspan="2">District</th><th colspan="2">Killed</th></tr>${row("2021", "2022")}${row("Norvik", "31", "12")}`,
  ["District | Killed", "2021 | 2022", "Norvik | 31 | 12"],
);
check(
  "a label with several counts beside it reaches none",
  row("", "Norvik", "Lund") + row("Killed", "31", "12") + row("Injured", "58", "9"),
  ["Norvik | Lund", "Killed | 31 | 12", "Injured | 58 | 9"],
);
