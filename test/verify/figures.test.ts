import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-03
More than 1,600 civilians were killed in Raqqa, Rights Watch said on Monday. Its staff interviewed 412 witnesses and verified 641 deaths on the ground.
A landslide near Kabul killed 43 people, 12 of them children, and wounded 120, the mayor said.
Police arrested Anna Berg, 31, and Tom Hall, 36, after the robbery. The thieves took jewels worth $565m.
The bridge is 8 km long and cost about £3.5 million. It opened on 15 October 2017.
Jetstar and Virgin cancelled their flights to Bali. Seven sailors and two cooks were rescued from the ferry.
== courier | The Courier | 2021-06-10
The army said that its strikes killed 318 people in Raqqa. It carried out 34,464 strikes in Syria and Iraq, it said.
Some 134,386 voters took part. Unemployment fell to 4.9 percent in March.
Rovania has tens of thousands of refugees.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// The same value for the same measure, in the source's words and in others.
check("Rights Watch interviewed [[412]] witnesses.", "supported", { says: "The Ledger gives 412 witnesses" });
check("A landslide near Kabul killed [[43]] people.", "supported");
check("[[Forty-three]] people died in a landslide near Kabul.", "supported");
check("The landslide near Kabul wounded [[120]].", "supported");
check("[[Twelve]] children were killed in the landslide near Kabul.", "supported");
check("The bridge opened on [[October 15, 2017]].", "supported");
check("The bridge opened in [[October 2017]].", "supported");
check("Anna Berg, [[31]], was arrested after the robbery.", "supported");
check("Unemployment fell to [[4.9%]] in March.", "supported");

// Bounds, and rounding as newspapers do it.
check("Over [[1,500]] civilians were killed in Raqqa, Rights Watch said.", "disputed");
check("Rights Watch verified at least [[641]] deaths on the ground.", "supported");
check("Rights Watch verified nearly [[650]] deaths on the ground.", "supported");
check("Rights Watch verified more than [[600]] deaths on the ground.", "supported");
check("Rights Watch verified more than [[641]] deaths on the ground.", "imprecise", { says: "641 deaths" });
check("Rights Watch verified fewer than [[641]] deaths on the ground.", "imprecise");
check("Exactly [[1,600]] civilians were killed in Raqqa, Rights Watch said.", "imprecise");
check("[[1,600]] civilians were killed in Raqqa, Rights Watch said.", "imprecise", {
  says: "leaves out",
  fixed: "More than 1,600 civilians were killed in Raqqa, Rights Watch said.",
});
check("[[134,000]] voters took part.", "supported");
check("The bridge cost [[£3.5 million]].", "supported");
check("The bridge is about [[five miles]] long.", "supported");

// The value stands for something else.
check("The landslide near Kabul killed [[120]] people.", "mismatched", { says: "120" });
check("Rights Watch interviewed [[641]] witnesses.", "mismatched");
check("A landslide near Baghdad killed [[43]] people.", "mismatched", { says: "Kabul" });
check("[[43]] soldiers were wounded by the landslide near Kabul.", "mismatched");

// Other values, or none.
check("A landslide near Kabul killed [[47]] people.", "contradicted", {
  says: "No source gives 47 people killed; The Ledger gives 43 people killed",
  fixed: "A landslide near Kabul killed 43 people.",
});
check("Unemployment fell to [[5.9 percent]] in March.", "contradicted", { says: "The Courier gives 4.9 percent" });
check("The museum owns [[7,215]] paintings.", "unsupported", { says: "No source has 7,215 paintings" });
check("The bridge opened on [[October 16, 2017]].", "unsupported");

// Who says so.
check("The army said that [[318]] people were killed in Raqqa.", "disputed", { says: "Rights Watch" });
check("The United Nations said that it had verified [[641]] deaths on the ground.", "misattributed", {
  says: "not of the United Nations",
});

// The draft's own sums, and what sources list or leave open.
check("The landslide killed 43 people and wounded 120, [[163]] in all.", "derived", { says: "43 + 120 = 163" });
check("Rights Watch counts more than 1,600 dead in Raqqa, [[five times]] the army's 318.", "derived", {
  says: "1,600 ÷ 318 ≈ 5.03",
});
check("Rights Watch counts more than 1,600 dead in Raqqa, [[eight times]] the army's 318.", "contradicted", {
  says: "5.03",
});
check("[[Two]] airlines have cancelled flights to Bali.", "derived", { says: "Jetstar and Virgin" });
check("[[Nine]] people were rescued from the ferry.", "derived", { says: "7 + 2 = 9" });
check("The thieves took jewels worth $565m ([[£397m]]).", "unchecked", { says: "another currency" });

// When: a day on which something was said or published is no period; a span in words is one.
const { store: times } = fixture(`
== herald | The Herald | 2021-05-03
Shelling killed more than 900 civilians in Aleppo, according to a report that Rights Watch published on Thursday. The army said on Friday that 31 houses had burnt down in Homs.
In three years of war, the task force said, its planes killed at least 812 civilians in Mosul. One civilian was killed in Mosul by a drone, it said.
`);
const checkTime = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(times, marked, verdict, expected);
checkTime("Shelling killed more than [[900]] civilians in Aleppo between June and October 2017.", "supported");
checkTime("In March 2020, [[31]] houses burnt down in Homs.", "supported");
checkTime("Planes killed at least [[812]] civilians in Mosul in March alone.", "mismatched", {
  says: "another period",
});
checkTime("Planes killed at least [[812]] civilians in Mosul in three years.", "supported");
checkTime("The task force says that its planes killed at least [[812]] civilians in Mosul.", "supported");

// Rivals: of one place, hand and scale; what is told in a message reads as a sentence does.
const { store: tolls } = fixture(`
== herald | The Herald | 2021-05-03
More Than 900 Civilians Killed In Aleppo. More than 900 civilians were killed in the Syrian city of Aleppo, Rights Watch said. The coalition says that 210 people were killed in Aleppo.
The Ministry of Defence admitted that one civilian had been killed in Syria by an RAF strike. At least 2,140 civilians were killed in Syria and Iraq, the task force said.
Almost 80% of Aleppo was left in ruins, the mayor said. Hundreds of soldiers were wounded in Homs. The team spent three years on its study.
A surveyor said that 61 wells had run dry in Homs, and the farmers' union blamed the drought.
`);
const checkToll = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(tolls, marked, verdict, expected);
checkToll("More than [[900]] civilians were killed in Aleppo, Rights Watch said.", "disputed", {
  says: "gives 210 people killed (according to the coalition)",
});
checkToll("At least [[2,140]] civilians were killed in Syria and Iraq, the task force said.", "supported");
checkToll("[[One]] civilian was killed in Syria by an RAF strike, the Ministry of Defence said.", "supported");
checkToll("[[3,600]] civilians were killed in Aleppo.", "contradicted", {
  says: "No source gives 3,600 civilians killed; The Herald gives more than 900 civilians killed.",
});
checkToll("[[80 percent]] of Aleppo was left in ruins.", "imprecise", {
  says: "The Herald gives almost 80% of Aleppo; the draft leaves out “almost”.",
});
checkToll("[[Hundreds]] of soldiers were wounded in Homs.", "supported", { says: "hundreds of soldiers wounded" });
checkToll("[[61]] wells have run dry in Homs, the farmers' union said.", "supported");

// A few things that a source tells of and never counts are left open, with the place to count them; a toll never is.
const { store: few } = fixture(`
== mail | The Mail | 2021-05-03
Rowers from the Punjab fell ill at a sports centre in Kerala. One rower, Asha Nair, died. A man from the centre was hurt.
The plant will create about 100 new jobs during construction, then a further 300 to run it. The captain said: "When you are talking about a 20-time champion, it is unique."
`);
const checkFew = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(few, marked, verdict, expected);
checkFew("[[Three]] teenage rowers from the Punjab fell ill at a sports centre.", "unchecked", {
  says: "count them in The Mail",
});
checkFew("[[Three]] rowers died at a sports centre in Kerala.", "contradicted");
checkFew("[[Eleven]] rowers from the Punjab fell ill at a sports centre.", "unsupported");
checkFew("Up to [[400]] jobs are to be created at the plant.", "derived", { says: "100 + 300 = 400" });
checkFew("No one will match the [[20]]-time champion.", "supported");

// A telling number is of its own source's thing, whatever another source says in like words.
const { store: sides } = fixture(`
== wire | The Wire | 2019-04-25
Coalition forces have killed at least 1,291 civilians in Syria and Iraq, the task force said.
== radio | The Radio | 2019-04-26
The coalition only acknowledged about 100 civilian deaths in Raqqa.
Smoke rose over Raqqa on August 15, 2017. The city was taken between June and October 2017, the radio said.
`);
checkFigure(sides, "The coalition acknowledged at least [[1,291]] civilian deaths.", "supported");
checkFigure(sides, "The city was taken between [[June and October 2017]].", "supported", {
  says: "The Radio gives June and October 2017",
});
