import type { hoverAt } from "../../server/src/service/hover.ts";

export const SOURCES = `
== alpha | Alpha Times | 2024-03-02
The flood killed 43 people in Norland, the interior ministry said.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.

== beta | Beta Post | 2024-03-03
The flood killed 43 people in Norland, the interior ministry said on Sunday.

Rescuers pulled 120 people out of the water in Norland, the fire service said.

== evil | Evil [x](command:run) | 2024-03-04
The storm <img src=x> cost 77 lives ![in](http://a.b) Norland, said the *mayor*.
`;

export const wordsOf = (hover: ReturnType<typeof hoverAt>) =>
  (hover?.contents as { value: string } | undefined)?.value ?? "";
