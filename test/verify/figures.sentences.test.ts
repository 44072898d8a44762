import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../server/src/verify/locale/en.ts";
import { render } from "../../server/src/verify/messages.ts";
import { judgeMarked } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-01
A strike of 72 hours began after a trial of nine weeks. The river is 12 km long. The village lies 15 km away.

Of 16,235 people, 10,830 received the vaccine and 22.1% drank no coffee. About 60 percent of voters stayed at home.

Dockers earn 52,000 dollars a year. The death toll from the flood has risen to 63. Cutting 120 posts would spare the port.

A 16-year-old girl swam the 7.4-kilometre river in two hours. An 18-month-long inquiry found the leak.

Mayor Ana Brandt toured the port. She said that 77 boats had sunk.

The storm destroyed 88 houses in Haiti. Another storm destroyed 88 houses in Nepal.

== herald | The Herald | 2021-05-01
# Air strikes killed 1,600 civilians in Dorun

More than 1,600 civilians were killed by air strikes in Dorun, Rights Watch said.

== courier | Miro Courier | 2021-05-02
Air strikes killed more than 1,600 civilians in Dorun, Rights Watch found. They were thousands of air strikes, it found. At least 290 farmers have been killed by landslides in Quell and Osk since May, the Relief Council said.

== gazette | The Gazette | 2021-05-02
After 19 months of diving on the reefs, and two months on the island of Ferro, the group has published its survey.

== chronicle | The Chronicle | 2021-05-03
At least 310 farmers have been killed by the landslides in Quell, the Farmers Union said.
`);

/** The sentence of a finding, whole. */
const says = (marked: string, sentence: string) =>
  test(sentence, () => assert.equal(render(english, judgeMarked(store, marked).judgement.message), sentence));

says("The strike lasted [[72]] hours.", "The Ledger gives 72 hours.");
says("The trial lasted [[nine]] weeks.", "The Ledger gives nine weeks.");
says("The river is [[12]] km long.", "The Ledger gives 12 km.");
says("The inquiry into the leak took [[18]] months.", "The Ledger gives 18-month-long inquiry.");
says("The village lies [[15]] kilometres away.", "The Ledger gives 15 km.");
says("The river is [[7.4]] kilometres long.", "The Ledger gives 7.4-kilometre river.");
says("The vaccine was received by [[10,830]].", "The Ledger gives 10,830.");
says("Some [[22.1]] percent drank no coffee.", "The Ledger gives 22.1%.");
says("About [[60 percent]] of voters stayed at home.", "The Ledger gives about 60 percent of voters.");
says("Dockers earn [[$52,000]] a year.", "The Ledger gives 52,000 dollars.");
says("The flood killed [[63]] people.", "The Ledger gives 63 killed.");
says(
  "The storm destroyed [[88]] houses in Peru.",
  "The sources have 88 only for Haiti and Nepal, not for Peru: The Ledger gives 88 houses.",
);
says("In the port [[77]] boats sank.", "The Ledger gives 77 boats, according to Ana Brandt.");
says("Between [[15 and 40]] ferries sank.", "No source has between 15 and 40 ferries.");
says("The port would cut [[120]] posts.", "The Ledger gives 120 posts.");
says(
  "Air strikes killed [[2,600]] civilians in Dorun.",
  "No source gives 2,600 civilians killed; Miro Courier and The Herald give more than 1,600 civilians killed.",
);
says(
  "[[Thousands]] of civilians were killed in Dorun.",
  "The sources have thousands only for air strikes, not for civilians killed.",
);
says(
  "The landslides in Quell have killed at least [[290]] farmers, mayor Ana Brandt said.",
  "Miro Courier gives at least 290 farmers killed, according to the Relief Council.",
);
says(
  "The group spent [[four]] months on the island of Ferro for its survey of the reefs.",
  "No source gives four months; The Gazette gives 19 months and two months.",
);
says("[[No]] one was wounded, it seems.", "No source says “no one was wounded”.");
says("The dog was found on [[5 May 1993]].", "No source gives 5 May 1993 as the time.");
says("The epicentre was [[31]] miles from Doru.", "No source has 31 miles.");
