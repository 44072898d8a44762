import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Article, type BlockKind, readText } from "../../server/src/corpus/index.ts";

/** What a person wrote down of each saved article; blocks are named by a fragment of theirs. */
interface Expected {
  readonly title: string;
  readonly outlet: string;
  readonly furniture: readonly string[];
  readonly captions: readonly string[];
  readonly body: readonly string[];
  readonly paragraphs: number;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  forces: {
    title: "More Than 1,600 Civilians Killed In Raqqa",
    outlet: "Forces News",
    furniture: ["Liberation of Raqqa", "Liberation of Raqqa", "Syria Baghouz Credit PA"],
    captions: [
      "Damage to the Syrian city",
      "Typhoon on Operation Shader (",
      "RAF Typhoons have been used",
      "US Air Force F-22 Raptor over Iraq during Op ",
      "A US Air Force F-22 Raptor",
      "after weeks of fighting in the village",
    ],
    body: ["say their joint investigation", "34,038 strikes", "one civilian had been killed by"],
    paragraphs: 26,
  },
  rferl: {
    title: "Amnesty Condemns U.S.-Led Coalition For Failure",
    outlet: "RFE/RL",
    furniture: [
      "Accessibility links",
      "Breaking News",
      "With reporting by CNN",
      "16x9 Image",
      "27 languages in 23 countries",
    ],
    captions: ["stand near their tent"],
    body: ["what it calls the U.S.-led", "report released on October 15", "about 100 civilian deaths"],
    paragraphs: 11,
  },
  sputnik: {
    title: "US-Led Coalition Killed Over 1,600 Civilians",
    outlet: "Sputnik",
    furniture: [
      "- Sputnik International",
      "off-beat stories, features",
      "© Sputnik / Hikmet",
      "Raqqa - Sputnik",
      "READ MORE: Largest Mass Grave",
      "Allegedly Bombs Hotel Hosting",
      "is a terrorist group banned in",
      "participate in the discussion",
      "Заголовок",
    ],
    captions: ["Smoke rises after"],
    body: ["WASHINGTON (Sputnik)", "34,464 strikes", "One hundred and twenty two", "which declared the city"],
    paragraphs: 16,
  },
  voa: {
    title: "Amnesty: Anti-IS Coalition Strikes Killed 1,600 Civilians",
    outlet: "Voice of America",
    furniture: ["Source: Voice of America"],
    captions: [],
    body: ["LONDON The U.S.-led", "318 killed", "641 deaths on the ground", "mined exit routes"],
    paragraphs: 16,
  },
  wire21c: {
    title: "Monitors: US Coalition Killed Over 1,600 Civilians",
    outlet: "21st Century Wire",
    furniture: ["SoundCloud RSS", "READ MORE SYRIA NEWS", "New Dawn Magazine", "New Dawn Magazine"],
    captions: [],
    body: ["issued by an independent conflict", "the group have finally released", "five-month air bombing campaign"],
    paragraphs: 11,
  },
};

const folder = process.env["SOURCELINE_ARTICLES"];
const skip = folder === undefined ? "SOURCELINE_ARTICLES is not set: the raw articles are not read" : false;

for (const [id, expected] of Object.entries(EXPECTED)) {
  test(`the saved article "${id}" reads with its title, outlet, body and furniture`, { skip }, () => {
    const text = readFileSync(join(folder ?? "", `${id}.txt`), "utf8");
    const { articles, problems } = readText(`${id}.txt`, text);
    const article = articles[0] as Article;
    assert.deepEqual(problems, []);
    assert.equal(article.meta.id, id);
    assert.ok(article.meta.title?.includes(expected.title), `title: ${article.meta.title}`);
    assert.equal(article.meta.outlet, expected.outlet);
    assert.ok(article.meta.guessed.includes("title") && article.meta.guessed.includes("outlet"));
    sameBlocks(article, "furniture", expected.furniture);
    sameBlocks(article, "caption", expected.captions);
    for (const fragment of expected.body) assert.equal(kindOf(article, fragment), "body", fragment);
    assert.equal(Math.max(...article.blocks.map((block) => block.paragraph)), expected.paragraphs);
  });
}

/** The blocks of a kind are exactly those listed, in their order. */
function sameBlocks(article: Article, kind: BlockKind, fragments: readonly string[]): void {
  const texts = article.blocks.filter((b) => b.kind === kind).map((b) => plain(article.text).slice(b.start, b.end));
  assert.equal(texts.length, fragments.length, `${kind}: ${JSON.stringify(texts)}`);
  for (const [at, fragment] of fragments.entries())
    assert.ok(texts[at]?.includes(fragment), `${texts[at]} / ${fragment}`);
}

function kindOf(article: Article, fragment: string): BlockKind | undefined {
  const at = plain(article.text).indexOf(fragment);
  return article.blocks.find((block) => block.start <= at && at < block.end)?.kind;
}

/** Saved pages hold no-break spaces; fragments are written with plain ones. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
