import { utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";

const [FIRST, SECOND, THIRD] = STORY;
const mark = (n: number, sign: string) => `<sup><a href="#cmnt${n}" id="cmnt_ref${n}">[${sign}]</a></sup>`;
const comment = (n: number, sign: string, ...lines: readonly string[]) =>
  `<div class="c9"><p class="c8"><a href="#cmnt_ref${n}" id="cmnt${n}">[${sign}]</a><span>${lines.join("</span></p><p><span>")}</span></p></div>`;

check(
  "document.html",
  utf8(
    `<html><head><style>.c1{color:red}</style></head><body class="c5 doc-content"><p class="c3 title"><span>Flood kills 43 in valley</span></p><p><span>${FIRST.replace(" people", ` people${mark(1, "a")}`)}</span>${mark(2, "b")}</p><p><span>${SECOND}</span></p><h2><span>The shelters</span></h2><p><span>${THIRD}</span></p>${comment(1, "a", "Is it not 45 people? The ministry said 45 killed on Friday.", "Ann says there were 11 bridges in all.")}${comment(2, "b", "ok")}</body></html>`,
  ),
  { title: "Flood kills 43 in valley" },
  `
  headline Flood kills 43 in valley
  body The flood killed 43 people
  body Another 120 people were pulled
  headline The shelters
  body “We have 340 people in
  furniture [a]Is it not 45 people?
  furniture Ann says there were 11
  furniture [b]ok`,
);
check(
  "untitled.html",
  utf8(`<html><body><p>${FIRST}</p><p>${SECOND}</p><h2>The shelters</h2><p>${THIRD}</p></body></html>`),
  { title: "The shelters" },
  `
  body The flood killed 43 people
  body Another 120 people were pulled
  headline The shelters
  body “We have 340 people in`,
);
check(
  "terms.html",
  utf8(
    `<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${FIRST}</p><dl><dt>Killed</dt><dd>43</dd><dt><b>Bridges lost:</b></dt><dd><p>Seven</p></dd><div><dt>Published</dt><dd>4 March 2021</dd></div><dt>340</dt><dd>in shelters</dd></dl><p>${SECOND}</p><p>${THIRD}</p><dl><dt>What is a levee?</dt><dd>A bank of earth, of which the valley has 26.</dd></dl></article></body></html>`,
  ),
  { published: "2021-03-04" },
  `
  headline Flood
  body The flood killed 43 people
  body Killed: 43
  body Bridges lost: Seven
  meta Published: 4 March 2021
  body 340 in shelters
  body Another 120 people were pulled
  body “We have 340 people in
  body What is a levee?
  body A bank of earth, of`,
);

const text = STORY.join("\n\n");

check(
  "blog.txt",
  utf8(
    `Flood kills 43\n\nAnn Lee · Follow\n\n5 min read · Mar 4, 2021\n\n1.2K\n\n14\n\nListen\n\nShare\n\n${FIRST}\n\n340\n\nin shelters\n\n${SECOND}\n\n1.1K claps`,
  ),
  { title: "Flood kills 43", published: "2021-03-04" },
  `
  headline Flood kills 43
  furniture Ann Lee · Follow
  meta 5 min read · Mar
  furniture 1.2K
  furniture 14
  furniture Listen
  furniture Share
  body The flood killed 43 people
  body 340
  body in shelters
  body Another 120 people were pulled
  furniture 1.1K claps`,
);

const SENT = { title: "Flood kills 43 in valley", authors: ["ANN LEE"] };

check(
  "railed.txt",
  utf8(
    `a0345 ^BC-VALLEY-FLOOD-1stLd,0345<\n^Flood kills 43 in valley<\n^Eds: Recasts; adds 2 grafs.<\n^By ANN LEE=\n^Valley Press Writer=\n   ${STORY.join("\n   ")}\nVP-NY-03-04-21 1023EST<\n`,
  ),
  SENT,
  `
  furniture a0345 ^BC-VALLEY-FLOOD-1stLd,0345
  headline Flood kills 43 in valley
  furniture Eds: Recasts; adds 2 grafs.
  meta By ANN LEE
  furniture Valley Press Writer${STORY_BLOCKS}
  furniture VP-NY-03-04-21 1023EST`,
);
check(
  "message.txt",
  utf8(
    `ZCZC VAL0123\nr i BC-VALLEY-FLOOD   03-04 0345\nFlood kills 43 in valley\nEds: UPDATES with quote. With photos VAL101, VAL102.\nBy ANN LEE\n${STORY.join("\n")}\n(END)\nNNNN\n`,
  ),
  SENT,
  `
  furniture ZCZC VAL0123
  furniture r i BC-VALLEY-FLOOD 03-04 0345
  headline Flood kills 43 in valley
  furniture Eds: UPDATES with quote. With
  meta By ANN LEE${STORY_BLOCKS}
  furniture (END)
  furniture NNNN`,
);
check(
  "iptc.txt",
  utf8(
    `\x01VAL0123 4 i 0345 VAL /VP-FLOOD 03-04 0345\x02\r\nFlood kills 43 in valley\r\n\r\n${text}\r\n\x03041023 mar 21\x04`,
  ),
  { title: "Flood kills 43 in valley" },
  `
  furniture VAL0123 4 i 0345 VAL
  headline Flood kills 43 in valley${STORY_BLOCKS}
  furniture 041023 mar 21`,
);

const EXPORTED = { title: "Flood kills 43 in valley", outlet: "The Valley Post", published: "2021-03-04" };

check(
  "factiva.txt",
  utf8(
    `Flood kills 43 in valley\n\nBy Ann Lee\n345 words\n4 March 2021\nThe Valley Post\nVALP\nA12\nEnglish\nCopyright 2021, The Valley Post. All Rights Reserved.\n\n${text}\n\nDocument VALP000020210304eh34000e1\n`,
  ),
  { ...EXPORTED, authors: ["Ann Lee"] },
  `
  headline Flood kills 43 in valley
  meta By Ann Lee
  furniture 345 words
  meta 4 March 2021
  furniture The Valley Post
  furniture VALP
  furniture A12
  furniture English
  furniture Copyright 2021, The Valley Post.${STORY_BLOCKS}
  furniture Document VALP000020210304eh34000e1`,
);
check(
  "tagged.txt",
  utf8(
    `SE News\nHD Flood kills 43 in valley\nBY By Ann Lee\nWC 345 words\nPD 4 March 2021\nSN The Valley Post\nSC VALP\nLA English\nCY Copyright 2021\nLP\n${FIRST}\n\nTD\n${SECOND}\n\n${THIRD}\n\nIN\ni1 : Agriculture | i92 : Water utilities | i16 : Electricity supply, for more than 12 regions of the north | i75 : Ports and harbours\nRE norway : Norway\nAN\nDocument VALP000020210304eh34000e1\n`,
  ),
  { ...EXPORTED, authors: ["Ann Lee"], guessed: ["language"] },
  `
  meta SE News HD Flood kills
  body The flood killed 43 people
  furniture TD
  body Another 120 people were pulled
  body “We have 340 people in
  furniture IN
  furniture i1 : Agriculture | i92
  furniture RE norway : Norway
  furniture AN
  furniture Document VALP000020210304eh34000e1`,
);
check(
  "nexis.txt",
  utf8(
    `Flood kills 43 in valley\n\nThe Valley Post\n\nMarch 4, 2021 Thursday\n\nCopyright 2021 The Valley Post All Rights Reserved\n\nSection: NEWS; Pg. A12\n\nLength: 345 words\n\nByline: Ann Lee\n\nBody\n\n${text}\n\nClassification\n\nLanguage: ENGLISH\n\nSubject: FLOODS & FLOODING (90%); BRIDGES & TUNNELS (78%); DEATH & DYING (76%); WATER RESOURCES (71%); SHELTERS (50%)\n\nGeographic: NORVIK (88%)\n\nLoad-Date: March 5, 2021\n\nEnd of Document\n`,
  ),
  { ...EXPORTED, authors: ["Ann Lee"] },
  `
  headline Flood kills 43 in valley
  body The Valley Post
  meta March 4, 2021 Thursday
  furniture Copyright 2021 The Valley Post
  furniture Section: NEWS; Pg. A12
  furniture Length: 345 words
  meta Byline: Ann Lee
  furniture Body${STORY_BLOCKS}
  furniture Classification
  furniture Language: ENGLISH
  furniture Subject: FLOODS & FLOODING (90%);
  furniture Geographic: NORVIK (88%)
  furniture Load-Date: March 5, 2021
  furniture End of Document`,
);
check(
  "proquest.txt",
  utf8(
    `Flood kills 43 in valley\n\nFull text: ${text}\n\nSubject: Floods; Bridges; Deaths -- 43 cases\n\nCompany / organization: Name: Valley Water Board; NAICS: 221310; employs 1,200 people in the north of the country and on the coast\n\nPublication title: The Valley Post\n\nPublication date: Mar 4, 2021\n\nProQuest document ID: 2494123456\n\nLast updated: 2021-03-05\n\nDatabase: Global Newsstream\n`,
  ),
  EXPORTED,
  `
  headline Flood kills 43 in valley
  body Full text: The flood killed
  body Another 120 people were pulled
  body “We have 340 people in
  furniture Subject: Floods; Bridges; Deaths --
  furniture Company / organization: Name: Valley
  furniture Publication title: The Valley Post
  meta Publication date: Mar 4, 2021
  furniture ProQuest document ID: 2494123456
  meta Last updated: 2021-03-05
  furniture Database: Global Newsstream`,
);
