import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "../../server/src/corpus/index.ts";
import { only, outline } from "./show.ts";

const FIRST = "The flood killed twelve people in the valley, the governor said on Thursday.";
const SECOND = "It was the worst in forty years, and 340 people are still in shelters.";
const THIRD = "Nobody knows yet when the road to the north will be open again.";

/** A line within an article is of the kind given. */
function line(kind: string, text: string) {
  test(`${kind}: ${text}`, () => {
    const article = only(readText("a.txt", [FIRST, text, SECOND, THIRD].join("\n\n")));
    assert.deepEqual(outline(article, 4), [
      "body The flood killed twelve",
      `${kind} ${text.split(/\s+/).slice(0, 4).join(" ")}`,
      "body It was the worst",
      "body Nobody knows yet when",
    ]);
  });
}

for (const text of [
  "READ MORE: Storm kills 45 in the south",
  "Read more",
  "See also: 14 dead in hills",
  "Share on Facebook",
  "Facebook Twitter WhatsApp Email",
  "Log in or register",
  "Sign up for our newsletter to get 10 stories a day",
  "Follow us on Telegram",
  "© Agency / A. Photographer",
  "Copyright 2021 The Valley Post. All rights reserved.",
  "Advertisement",
  "We use cookies on this site to improve 100 things.",
  "You may also like",
  "Reporting by Ann Lee; Editing by Bo Chan",
  "12 comments",
  "5 min read",
  "Source: Agency",
  "https://example.org/a/1",
  "Related: 40 morts dans le sud",
  "Lire aussi 40 morts dans le sud",
  "Lee también: Mueren 40 personas en un incendio",
  "Mehr dazu: 40 Tote im Süden",
  "【関連記事】昨年は25人が犠牲に",
  "Suscríbete aquí a nuestro boletín diario y recibe las 10 noticias del día.",
  "Il vous reste 64.3% de cet article à lire. La suite est réservée aux abonnés.",
  "Article réservé aux abonnés",
  "Temps de lecture : 3 min.",
  "Lesezeit: 4 Minuten",
  "Con tu acuerdo, nosotros y nuestros 731 socios usamos cookies.",
  "0:00 / 1:32 Now Playing: Storm kills 45 in the south",
  "Have a news tip? Call us at 555 0199.",
  "Our morning email breaks down the 10 key stories of the day.",
  "Storm Kills Forty Five People In The Southern Hills",
])
  line("furniture", text);

for (const text of [
  "Read more carefully, the report says 45 people were killed.",
  "Sources: two of the 45 victims were children, he said in a long statement.",
  "Copyright law was the subject of 3 of the 10 talks.",
  "This report was published by the office on Monday and counts 45 dead.",
  "Follow the money, said the 45 people who had lost their houses.",
  "More than 45 people were killed.",
  "By Friday, 45 people had been found.",
  "Published figures put the number of dead at 45.",
  "We use boats, said the mayor.",
  "Share prices fell by 45 percent.",
  "See more stories from the south here . The court heard that at around 20:00 on Monday 45 people had met in the square.",
  "300 followers of the sect were arrested",
  "Comments by the minister drew 45 complaints.",
  "Our people have lost 45 houses, the daily briefing for you says.",
  "Lire aussi vite ces 45 pages que les juges ont écrites en un mois est une chose que personne ne fera ici.",
  "Lee también escribe de los 45 muertos.",
])
  line("body", text);

for (const text of [
  "A house in the valley (Picture: PA).",
  "Rescuers carry a child. (AP Photo/Ann Lee)",
  "Photo: One of the 14 houses that the water took away",
  "FILE - A bridge in the valley, 2015.",
  "A bridge in the valley. Getty Images",
])
  line("caption", text);
