import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles } from "../../server/src/corpus/index.ts";
import { utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";
import { only } from "./show.ts";

const PARAGRAPHS = STORY.map((words) => `<p>${words}</p>`).join("");

const SINGLE_FILE = `<!DOCTYPE html> <html lang=en style><!--
 Page saved with SingleFile
 url: https://www.valleypost.example/flood
 saved date: Fri Mar 05 2021 09:30:00 GMT+0000 (Coordinated Universal Time)
--><meta charset=utf-8><title>Flood kills 43 in valley</title><meta property=og:site_name content="The Valley Post"><style>p{}</style>`;
const ARTICLE = `<nav>Home</nav><main><h1>Flood kills 43 in valley</h1><p class=byline>By Ann Lee<p>${STORY.join("<p>")}</main>`;
const SAVED = {
  title: "Flood kills 43 in valley",
  outlet: "The Valley Post",
  authors: ["Ann Lee"],
  url: "https://www.valleypost.example/flood",
  retrieved: "2021-03-05",
  language: "en",
};
const SAVED_BLOCKS = `
  furniture Home
  headline Flood kills 43 in valley
  meta By Ann Lee${STORY_BLOCKS}`;

check("no-head.html", utf8(`${SINGLE_FILE}<body class="single article">${ARTICLE}`), SAVED, SAVED_BLOCKS);
check("no-head-no-body.html", utf8(SINGLE_FILE + ARTICLE), SAVED, SAVED_BLOCKS);
check(
  "no-html.html",
  utf8(`<title>Flood</title><body><h1>Flood</h1>${PARAGRAPHS}`),
  { title: "Flood" },
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "two-bodies.html",
  utf8(
    `<html><head><title>Flood</title></head><body><h1>Flood</h1><p>${STORY[0]}</p></body><body><p>${STORY[1]}</p><p>${STORY[2]}</p></body></html>`,
  ),
  { title: "Flood" },
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "frames.html",
  utf8(
    `<html><head><title>Flood</title></head><frameset><frame src=a></frameset><noframes><body>${PARAGRAPHS}</body></noframes></html>`,
  ),
  { title: "Flood" },
  `headline Flood${STORY_BLOCKS}`,
);

/** A page that gives its article in its data. */
const stating = (body: string, shown: string, more = {}) =>
  utf8(
    `<html><head><title>Flood</title><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Flood", articleBody: body, ...more })}</script></head><body>${shown}</body></html>`,
  );
const WAITING = "<div id=root></div><p>Please enable JavaScript to read this page and 25 more.</p>";

check(
  "by-program.html",
  stating(STORY.join("\n"), WAITING),
  {},
  `headline Flood${STORY_BLOCKS}\n  furniture Please enable JavaScript to read`,
);
check(
  "glued.html",
  stating(STORY.join("").replace("seven", "7&nbsp;"), WAITING),
  {},
  `headline Flood${STORY_BLOCKS}\n  furniture Please enable JavaScript to read`,
);
check(
  "markup.html",
  stating(STORY.map((words) => `<p>${words}</p>`).join(""), ""),
  {},
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "teaser.html",
  stating(
    STORY.join("\n\n"),
    `<h1>Flood</h1><p>${STORY[0]}</p><div class=paywall>Subscribe to read on from $1 a month</div>`,
    { isAccessibleForFree: false },
  ),
  {},
  `
  headline Flood${STORY_BLOCKS}
  furniture The flood killed 43 people
  furniture Subscribe to read on from`,
);
check(
  "shown.html",
  stating("A summary of the flood in the valley, which killed 44.", `<h1>Flood</h1>${PARAGRAPHS}`),
  {},
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "title-only.html",
  utf8("<html><head><title>Flood kills 43</title></head><body><div id=app></div></body></html>"),
  {},
  "headline Flood kills 43",
  [/^title-only\.html: nothing but a title could be read in it; /],
);

/** A page as Chrome saves it in one file: the page's own part says nothing of its letters, and a frame is a page beside it. */
const mhtml = (head: string, ...parts: readonly (readonly string[])[]) =>
  Uint8Array.from(
    [head, "MIME-Version: 1.0", 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B--"', ""]
      .concat(
        parts.flatMap((part) => ["", "----B--", ...part]),
        "----B----",
        "",
      )
      .join("\r\n"),
    (letter) => letter.charCodeAt(0),
  );
const FRAME = [
  "Content-Type: text/html",
  "Content-Transfer-Encoding: 8bit",
  "Content-Location: https://ads.example/frame",
  "",
  "<p>Our partner has helped 9,999 people to save $55 a month, and you can be the next of them, says the company.</p>",
];
const LETTERS = `<html><head><meta charset="windows-1252"><title>Flood</title></head><body><h1>Flood</h1><p>${STORY[0]}</p><p>=93We have 340 people in shelters,=94 said Mar=EDa G=F3mez of the relief office.</p></body></html>`;
const PAGE_PART = (location: string, packed = "quoted-printable") => [
  "Content-Type: text/html",
  `Content-Transfer-Encoding: ${packed}`,
  `Content-Location: ${location}`,
  "",
  LETTERS.replace(/(<meta[^>]*)=("windows)/, "$1=3D$2"),
];
const OWN = "https://www.valleypost.example/flood";
const FRAMED = `
  headline Flood
  body The flood killed 43 people
  body “We have 340 people in`;

check(
  "frame.mhtml",
  mhtml(`From: <Saved by Blink>\r\nSnapshot-Content-Location: ${OWN}`, PAGE_PART(OWN), FRAME),
  { url: OWN },
  FRAMED,
);
check("frame-first.mhtml", mhtml(`Snapshot-Content-Location: ${OWN}`, FRAME, PAGE_PART(OWN)), { url: OWN }, FRAMED);
check("no-address.mht", mhtml("From: <Saved by Windows>", PAGE_PART(OWN), FRAME), { url: OWN }, FRAMED);

/** What a page raises above the line comes to the words given. */
function raised(markup: string, words: string) {
  test(`${markup} is read as ${words}`, async () => {
    const bytes = utf8(`<html><head><title>Flood</title></head><body><p>${markup}</p><p>${STORY[1]}</p></body></html>`);
    const { text } = only(await readArticles({ path: "a.html", bytes }));
    assert.ok(text.includes(words), text);
  });
}

raised("It killed 43<sup>12</sup> people.", "It killed 43 people.");
raised(
  'It killed 1,600<sup class="reference"><a href="#n1"><span>[</span>3<span>]</span></a></sup> people.',
  "killed 1,600 people.",
);
raised("It killed 43<sup>a</sup> people<sup>1, 2</sup> and 7<sup>†</sup> cows.", "It killed 43 people and 7 cows.");
raised("It held 10<sup>6</sup> litres over 17 km<sup>2</sup>.", "It held 10⁶ litres over 17 km².");
raised("It came on the 21<sup>st</sup> of May.", "on the 21st of May");
raised("It killed 110<sup>4</sup> people.", "It killed 110 people.");
raised('It killed 10<sup><a href="#fn3">3</a></sup> people.', "It killed 10 people.");
raised(
  'It killed 17<a class="footnote-anchor" href="https://x.example/p#footnote-1">1</a> people.',
  "killed 17 people",
);
raised('It killed 17<a href="#_ftn2"><span>[2]</span></a> people.', "It killed 17 people");
raised('It killed <a href="#footnote-deaths">17 people</a>,.', "It killed 17 people");
raised('It killed <a href="https://x.example/deaths">17</a> people.', "It killed 17 people");

raised(
  'It killed 43<span class="fn">1</span> in the valley<span class="MsoFootnoteReference">2</span>.',
  "It killed 43 in the valley.",
);
raised(
  'It held 10<span style="vertical-align: super">6</span> litres<span style="vertical-align:super">12</span>.',
  "It held 10⁶ litres.",
);
raised("It took 1,200<span>3</span> cows, 4<span>1</span> huts.", "It took 1,200 cows, 41 huts.");
raised(
  "It killed 43<span>1</span> people in the valley<span>2</span> of Norvik.<span>3</span>",
  "It killed 43 people in the valley of Norvik.",
);
raised(
  "It killed 4<span>1</span> people in the valley and <span>3</span><span>2</span> cows.",
  "It killed 41 people in the valley and 32 cows.",
);
raised("La 20<sup>ème</sup> victime, en 20<sub>max</sub>", "La 20ème victime, en 20max");
raised("<span>Report</span><span>Posted 6 May 2021</span><a>Share</a>", "Report Posted 6 May 2021 Share");
raised("<span>May 5, 2021</span><span>9:00 AM</span>, in <b>20</b><i>21</i>", "May 5, 2021 9:00 AM, in 2021");
raised("<span>1.2M</span><span>people in need</span>, <b>Killed</b><b>43</b>.", "1.2M people in need, Killed 43.");
raised(
  "<span>4</span><span>.</span><span>1</span> of <b>1</b>,<b>900</b>, the 21<i>st</i>.",
  "4.1 of 1,900, the 21st.",
);

const titled = (title: string, head = "") =>
  utf8(
    `<html><head><title>${title}</title>${head}</head><body><h1>Flood kills 43 in valley</h1>${PARAGRAPHS}</body></html>`,
  );
const AT = '<link rel="canonical" href="https://www.valleypost.example/1">';
const HEADED = `headline Flood kills 43 in valley${STORY_BLOCKS}`;
const NAMED = { title: "Flood kills 43 in valley", outlet: "The Valley Post" };

check(
  "outlet-in-title.html",
  titled("Flood kills 43 in valley – The Valley Post", AT),
  { ...NAMED, guessed: ["language"] },
  HEADED,
);
check("section-in-title.html", titled("Flood kills 43 in valley | World | The Valley Post", AT), NAMED, HEADED);
check(
  "unknown-in-title.html",
  titled("Flood kills 43 in valley - The Valley Post"),
  { ...NAMED, guessed: ["outlet", "language"] },
  HEADED,
);
check(
  "reader.html",
  utf8(
    `<html><head><title>Flood</title></head><body><div class="container"><div class="header reader-header"><a class="domain reader-domain" href="https://www.valleypost.example/flood">valleypost.example</a><h1 class="reader-title">Flood</h1><div class="credits reader-credits">Ann Lee</div><div class="reader-estimated-time">2-3 minutes</div></div><div class="moz-reader-content">${PARAGRAPHS}</div></div></body></html>`,
  ),
  { title: "Flood", authors: ["Ann Lee"], url: "https://www.valleypost.example/flood" },
  `
  furniture valleypost.example
  headline Flood
  furniture Ann Lee
  furniture 2-3 minutes${STORY_BLOCKS}`,
);
check(
  "times.html",
  utf8(
    `<html><head><title>Flood</title></head><body><article><h1>Flood</h1><time>9pm</time><p>${STORY[0]}</p><time>3h ago</time><p>${STORY[1]}</p><div>12 mins ago</div><p>${STORY[2]}</p></article></body></html>`,
  ),
  {},
  `
  headline Flood
  meta 9pm
  body The flood killed 43 people
  furniture 3h ago
  body Another 120 people were pulled
  furniture 12 mins ago
  body “We have 340 people in`,
);

check(
  "boxes.html",
  utf8(
    `<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${STORY[0]}</p><div class="poll-widget"><p>Should the dams be rebuilt, as 12 mayors say? 5,321 votes so far.</p></div><p>${STORY[1]}</p><p>${STORY[2]}</p><div class="reflist"><ol class="references"><li>Lee, Ann (4 March 2021). "Flood kills 12". The Valley Post.</li></ol></div></article></body></html>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  furniture Should the dams be rebuilt,
  body Another 120 people were pulled
  body “We have 340 people in
  furniture Lee, Ann (4 March 2021).`,
);
