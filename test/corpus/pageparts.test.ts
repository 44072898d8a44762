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
