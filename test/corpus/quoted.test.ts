import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyText, readArticles } from "../../server/src/corpus/index.ts";
import { extract } from "../../server/src/extract/index.ts";
import { onOneLine } from "../../server/src/text/lines.ts";
import { only } from "./show.ts";

const BEFORE = [
  "The storm came in from the west before dawn, and by the time that the ferries were tied up the water stood at the doors of the houses on the quay.",
  "Fishermen who had been out all night had never seen the swell come so far up the harbour, and the lamps on the breakwater went out one after another.",
  "The council meets on Friday to hear what the works would cost, and what the county and the government are ready to pay towards them this year.",
];

const PAGES = {
  html: (quoted: string) =>
    `<html><head><title>Storm takes pier</title></head><body><article><h1>Storm takes pier</h1>${paragraphs()}${quoted}${paragraphs()}</article></body></html>`,
  md: (quoted: string) => `# Storm takes pier\n\n${BEFORE.join("\n\n")}\n\n${quoted}\n\n${BEFORE.join("\n\n")}\n`,
};

function paragraphs(): string {
  return BEFORE.map((words) => `<p>${words}</p>`).join("");
}

/** Takes how a page quotes somebody at length, and what is read: the speaker and the words, "-" for no speaker; nothing where it is no quotation. */
function check(ending: keyof typeof PAGES, quoted: string, ...expected: string[]): void {
  test(quoted, async () => {
    const path = `storm.${ending}`;
    const article = only(await readArticles({ path, bytes: new TextEncoder().encode(PAGES[ending](quoted)) }));
    const { quotes } = extract(bodyText(article), {});
    assert.deepEqual(
      quotes.map(({ speaker, start, end }) => `${speaker?.text ?? "-"}: ${onOneLine(article.text.slice(start, end))}`),
      expected,
    );
  });
}

const PIER = "We shall rebuild the pier before winter comes.";
const LAMPS = "The lamps will burn again in the spring.";

check("html", `<blockquote><p>${PIER}</p><cite>Anna Kowal, mayor</cite></blockquote>`, `Anna Kowal: ${PIER}`);
check("html", `<blockquote>${PIER}<footer>— <cite>Anna Kowal</cite></footer></blockquote>`, `Anna Kowal: ${PIER}`);
check(
  "html",
  `<blockquote><p>${PIER}</p><p>${LAMPS}</p><p>— Anna Kowal</p></blockquote>`,
  `Anna Kowal: ${PIER} ${LAMPS}`,
);
check(
  "html",
  `<blockquote class="twitter-tweet"><p lang="en">${PIER}</p>&mdash; Anna Kowal (@kowal) <a href="https://x.example/1">March 1, 2021</a></blockquote>`,
  `Anna Kowal: ${PIER}`,
);
check(
  "html",
  `<blockquote><p>${PIER}</p><cite>Anna Kowal</cite></blockquote><blockquote><p>${LAMPS}</p><cite>Ian Frame</cite></blockquote>`,
  `Anna Kowal: ${PIER}`,
  `Ian Frame: ${LAMPS}`,
);
check("html", `<p>Anna Kowal said:</p><blockquote><p>${PIER}</p></blockquote>`, `Anna Kowal: ${PIER}`);
check("html", `<blockquote><p>${PIER}</p></blockquote>`, `-: ${PIER}`);
check("html", `<blockquote><p>“${PIER}”</p><cite>Anna Kowal</cite></blockquote>`, `Anna Kowal: ${PIER}`);
check("html", `<p>${PIER}</p>`);
check("md", `> ${PIER}\n> — Anna Kowal`, `Anna Kowal: ${PIER}`);
check("md", `> ${PIER}\n>\n> ${LAMPS}\n>\n> — Anna Kowal`, `Anna Kowal: ${PIER} ${LAMPS}`);
check("md", `Anna Kowal said:\n\n> ${PIER}`, `Anna Kowal: ${PIER}`);
check("md", `> ${PIER}`, `-: ${PIER}`);
check("md", `> “${PIER}”\n> — Anna Kowal`, `Anna Kowal: ${PIER}`);
