import { utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";

const [FIRST, SECOND, THIRD] = STORY;

/** A page with the markup given in its body. */
const page = (body: string) => utf8(`<html lang="en"><head><title>Flood</title></head><body>${body}</body></html>`);

check(
  "standfirst-heading.html",
  page(
    `<main><div><h1>Flood</h1><h2>Seven bridges are gone and 340 people in shelters</h2><h3>Latest News</h3><figure><figcaption>The bridge of Norvik</figcaption></figure></div><div class="story"><p>${STORY.join("</p><p>")}</p></div></main>`,
  ),
  {},
  `
  headline Flood
  headline Seven bridges are gone and
  furniture Latest News
  caption The bridge of Norvik${STORY_BLOCKS}`,
);
check(
  "two-headings.html",
  page(
    `<header><h1>The Valley Post</h1><figure><figcaption>Win a week for 2 on the coast</figcaption></figure><p>We bring you the stories of 12 towns and their people each day.</p></header><main><div><h1>Forty-three dead</h1><figure><figcaption>The bridge of Norvik</figcaption></figure></div><div><p>${STORY.join("</p><p>")}</p></div></main>`,
  ),
  {},
  `
  headline Flood
  headline The Valley Post
  furniture Win a week for 2
  furniture We bring you the stories
  headline Forty-three dead
  caption The bridge of Norvik${STORY_BLOCKS}`,
);
check(
  "cards.html",
  page(
    `<article><h1>Flood</h1><p>${FIRST}</p><a href="/x"><div><p>Why 12 dams remain uninspected</p></div></a><p>${SECOND}</p><a name="top"><p>What comes next</p></a><p>${THIRD}</p></article>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  furniture Why 12 dams remain uninspected
  body Another 120 people were pulled
  body What comes next
  body “We have 340 people in`,
);
check(
  "headings-of-lists.html",
  page(
    `<article><h1>Flood</h1><p>${FIRST}</p><h2>The night</h2><p>${SECOND}</p><h3>More on this story</h3><p>${THIRD}</p></article>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  headline The night
  body Another 120 people were pulled
  furniture More on this story
  body “We have 340 people in`,
);
check(
  "behind-the-paywall.html",
  page(
    `<article><h1>Flood</h1><p>${STORY.join("</p><p>")}</p><div class="paywall"><p>${STORY.map((words) => words.replace(/^.*? /, "Later $&")).join("</p><p>")}</p></div></article>`,
  ),
  {},
  `headline Flood${STORY_BLOCKS}
  body Later The flood killed 43
  body Later Another 120 people were
  body Later “We have 340 people`,
);
check(
  "barrier.html",
  page(
    `<article><h1>Flood</h1><p>${FIRST}</p><div class="gate"><h2>Choose what suits you</h2><p>Standard Digital</p><p>$39 per month</p><p>All of our work on every device, and 20% less for those who pay a year before.</p><p>Subscribe with 1 million readers.</p></div></article>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  furniture Choose what suits you
  furniture Standard Digital
  furniture $39 per month
  furniture All of our work on
  furniture Subscribe with 1 million readers.`,
  [/^barrier\.html seems to be cut off /],
);

const slide = (number: number, words: string) =>
  `<li><figure><figcaption><span>${number}/3</span><p>${words}</p></figcaption></figure></li>`;
check(
  "gallery.html",
  page(
    `<h1>Flood</h1><p>Our photographer spent nine days with the 300 people who held the bridge.</p><ol>${slide(1, "A barricade of 40 buses.")}${slide(2, "Volunteers hand out 2,000 meals.")}${slide(3, "A medic with the wounded.")}</ol><p><a href="/g">More galleries of the year</a></p>`,
  ),
  {},
  `
  headline Flood
  body Our photographer spent nine days
  furniture 1/3
  caption A barricade of 40 buses.
  furniture 2/3
  caption Volunteers hand out 2,000 meals.
  furniture 3/3
  caption A medic with the wounded.
  furniture More galleries of the year`,
);

/** A page of the story under a head, with a byline, reads to the metadata given. */
const headed = (name: string, head: string, byline: string, meta: Parameters<typeof check>[2]) =>
  check(
    name,
    utf8(
      `<html lang="en"><head><title>Flood kills 43 - The Post</title><meta property="og:site_name" content="The Post">${head}</head><body><h1>Flood kills 43</h1>${byline}<p>${STORY.join("</p><p>")}</p></body></html>`,
    ),
    meta,
    `headline Flood kills 43${byline === "" ? "" : "\n  meta By Ann Lee, The Post"}${STORY_BLOCKS}`,
  );
const BYLINE = '<p class="byline">By Ann Lee, The Post</p>';
headed("admin.html", '<meta name="author" content="admin">', BYLINE, { authors: ["Ann Lee"] });
headed("place.html", '<meta name="author" content="The Post, Norvik, Norway">', "", { authors: [] });
headed("pictures.html", '<meta name="author" content="Photographs by Ann Lee">', "", { authors: ["Ann Lee"] });
headed("prefix.html", '<meta property="og:title" content="The Post: Flood kills 43">', BYLINE, {
  title: "Flood kills 43",
  authors: ["Ann Lee"],
});

check(
  "key-figures.html",
  page(
    `<article><h1>Flood</h1><p>${FIRST}</p><div><div class="a"><div><span>12,500</span></div><div>people displaced</div></div><div class="a"><img><strong>$1.2M</strong><p>requested, by 6 March</p></div><div><h3>Schools closed</h3><p>31</p></div><div><p>61%</p><h3>of them in Norvik</h3></div></div><p>${SECOND}</p><div><span>2</span><h2>The night</h2></div><div><p>7</p><p>12</p></div><div><p>9</p><p>It was late. They left.</p></div><p>${THIRD}</p></article>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  body 12,500 people displaced
  body $1.2M requested, by 6 March
  body Schools closed: 31
  body 61% of them in Norvik
  body Another 120 people were pulled
  body 2
  headline The night
  body 7
  body 12
  body 9
  body It was late. They left.
  body “We have 340 people in`,
);
check(
  "card-in-the-text.html",
  page(
    `<article><h1>Flood</h1><p>${FIRST}</p><p>${SECOND}</p><section><a href="/x"><h3>Bus crash injures 18</h3><p>The bus left the road near Lund at night.</p></a></section><p>${THIRD}</p></article>`,
  ),
  {},
  `
  headline Flood
  body The flood killed 43 people
  body Another 120 people were pulled
  furniture Bus crash injures 18
  furniture The bus left the road
  body “We have 340 people in`,
);
check(
  "teaser.html",
  page(
    `<main><h1>Flood</h1><div class="field--name-field-teaser">Two dams failed, and 12,500 people have left their homes.</div><div class="body"><p>${STORY.join("</p><p>")}</p></div><div class="teaser"><a href="/x">Storm kills 45</a></div></main>`,
  ),
  {},
  `
  headline Flood
  body Two dams failed, and 12,500${STORY_BLOCKS}
  furniture Storm kills 45`,
);
check(
  "release.html",
  utf8(
    `<html lang="en"><head><title>Press release No 41/2021: Flood kills 43 in valley - Ministry of the Interior</title></head><body><div>Today is 9 May 2022</div><div><span>Press release No 41/2021</span><span>05.03.2021</span><span>Norvik</span></div><h1>Flood kills 43 in valley</h1><p>${STORY.join("</p><p>")}</p></body></html>`,
  ),
  { title: "Flood kills 43 in valley", outlet: "Ministry of the Interior", published: "2021-03-05" },
  `
  furniture Today is 9 May 2022
  meta Press release No 41/2021 05.03.2021
  headline Flood kills 43 in valley${STORY_BLOCKS}`,
);
