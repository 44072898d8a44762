import { checkFigure } from "./figures.check.ts";
import { fixture, storeOf } from "./fixture.ts";

const { store } = fixture(`
== dam | The Ledger | 2024-06-04
A dam break in eastern Orvia killed 31 people on Tuesday, officials said. Rescuers looked for the missing.
== slide | Wire | 2024-06-05
Heavy rain set off landslides near Lissa, and 47 people were killed.
== gun | Wire | 2024-06-06
Gunmen killed 19 people in a mass shooting at a market in Tarn. Police opened fire on the attackers.
== bomb | Wire | 2024-06-07
A car bomb wounded 62 people outside a bank in Quay.
== quake | Wire | 2024-06-08
The earthquake that hit Mord at dawn has killed 540 people. Cholera has since killed 77 people in the camps.
== ferry | Wire | 2024-06-09
A ferry capsized off Sule during a storm. Officials said that 88 people were killed.
== road | Wire | 2024-06-10
A bus plunged off a mountain road near Brast. At least 26 people died in the accident, the police said.
== raid | Wire | 2024-06-11
Air strikes on the town of Halm killed 93 civilians and wounded 140.
== crush | Wire | 2024-06-12
A stampede at a shrine in Olden left 58 pilgrims dead.
== blaze | Wire | 2024-06-13
A tanker crashed and burst into flames in Pell, and 36 people were killed in the blaze.
== round | Wire | 2024-06-14
A cyclone killed 14 people in Varn on Monday. A train derailment in Varn on Tuesday killed 23 people.
== report | Wire | 2024-06-16
The coalition bombed Dorn for four months with artillery fire and a bombing campaign from the air, two groups said.

More than 1,300 civilians were killed in Dorn, they said in a report.
== protest | Wire | 2024-06-15
Anger has grown in Gorst since the floods of May. On Friday the police shot dead 17 protesters in Gorst.
`);

const check = (marked: string, verdict: Parameters<typeof checkFigure>[2], says?: string) =>
  checkFigure(store, marked, verdict, says === undefined ? {} : { says });

// A toll of plainly another kind of event is not the draft's.
check("A bus crash left [[31]] people dead in Orvia.", "mismatched", "the toll of another event");
check("A fire killed [[31]] people in Orvia on Tuesday.", "mismatched", "the toll of another event");
check("A bus crash killed [[47]] people near Lissa.", "mismatched");
check("An earthquake killed [[19]] people in Tarn.", "mismatched");
check("A plane crash in Tarn killed [[19]] people.", "mismatched");
check("A train collision wounded [[62]] people in Quay.", "mismatched");
check("A flood in Mord killed [[540]] people.", "mismatched");
check("The earthquake in Mord killed [[77]] people.", "mismatched");
check("An outbreak of cholera killed [[540]] people in Mord.", "mismatched");
check("An earthquake killed [[93]] civilians in Halm.", "mismatched");
check("A shooting at a shrine in Olden left [[58]] pilgrims dead.", "mismatched");
check("A chemical fire killed [[93]] civilians in Halm.", "mismatched");
check("Wildfires around Halm killed [[93]] civilians.", "mismatched");
check("The cyclone killed [[23]] people in Varn.", "mismatched");
check("A warehouse fire killed more than [[1,300]] civilians in Dorn.", "mismatched", "the toll of another event");
check("A flood killed more than [[1,300]] civilians in Dorn.", "mismatched");

// The same event, in other words.
check("Air strikes killed more than [[1,300]] civilians in Dorn.", "supported");
check("A bombing campaign killed more than [[1,300]] civilians in Dorn.", "supported");
check("Explosions killed more than [[1,300]] civilians in Dorn.", "supported");
check("Fighting killed more than [[1,300]] civilians in Dorn.", "supported");
check("A burst dam killed [[31]] people in Orvia.", "supported");
check("Floods in Orvia killed [[31]] people.", "supported");
check("A storm killed [[47]] people near Lissa.", "supported");
check("Mudslides killed [[47]] people near Lissa.", "supported");
check("An attack on a market in Tarn killed [[19]] people.", "supported");
check("A stabbing in Tarn killed [[19]] people.", "supported");
check("An explosion wounded [[62]] people in Quay.", "supported");
check("A blast outside a bank wounded [[62]] people in Quay.", "supported");
check("Gunmen wounded [[62]] people in Quay.", "supported");
check("The quake in Mord killed [[540]] people.", "supported");
check("A shipwreck off Sule killed [[88]] people.", "supported");
check("The storm killed [[88]] people off Sule.", "supported");
check("A bus crash near Brast killed at least [[26]] people.", "supported");
check("Shelling killed [[93]] civilians in Halm.", "supported");
check("Bombing killed [[93]] civilians in Halm.", "supported");
check("Explosions in Halm killed [[93]] civilians.", "supported");
check("A crowd crush in Olden left [[58]] pilgrims dead.", "supported");
check("A crash in Pell killed [[36]] people.", "supported");
check("A fire in Pell killed [[36]] people.", "supported");
check("A chemical fire in Pell killed [[36]] people.", "supported");
check("A fire in Halm killed [[93]] civilians.", "supported");
check("The cyclone killed [[14]] people in Varn.", "supported");
check("A train crash killed [[23]] people in Varn.", "supported");

// What one event brings about is told apart from neither.
check("A tremor killed [[47]] people near Lissa.", "supported");
check("A nightclub fire in Olden left [[58]] dead.", "supported");

// Where an event is only the setting, or none is named, nothing is told apart.
check("The police in Gorst killed [[17]] protesters after the floods.", "supported");
check("In Orvia [[31]] people were killed on Tuesday.", "supported");
check("The fire brigade said that [[31]] people were killed in Orvia.", "supported");
check("A disaster in Tarn killed [[19]] people.", "supported");

const headed = storeOf([
  {
    id: "flood",
    outlet: "The Ledger",
    published: "2024-06-04",
    text: "---\ntitle: Floods in Orvia\n---\n\nOn Tuesday 31 people were killed in Orvia, the government said.",
  },
]);
checkFigure(headed, "Floods killed [[31]] people in Orvia.", "supported");
checkFigure(headed, "A bus crash killed [[31]] people in Orvia.", "mismatched", { says: "another event" });
