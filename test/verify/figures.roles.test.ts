import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-03
Operating profit at Tarn fell 7.4 percent. Copper rose 2.9 percent. Memberships are down by a quarter, to 18,300.
Sales at Tarn were $713 million, compared with $688 million a year earlier. Turnout was 66.4 percent, up from 52.7 percent four years ago.
Mayor Ida Holm, 61, who has led the town for 14 years, did not resign. The clinic gets $512 million, up $27 million.
The Blue List will have 84 seats, the Farmers 37 and the Greens 12. Redford conceded 68 goals and scored 29.
Of the patients, 9,240 were given the tablet and 4,115 a placebo. The hearing took eight weeks; the jury was out for four days.
The clinic treated 52 patients, 23 of them women. Nurses at the clinic see 320 children a week. Rents in Lissa rose from $700 to $900.
Shells killed at least 61 people in Ortel on Monday, including 17 children, and wounded more than 130. Between 200 and 250 homes burnt in Ortel.
The navy denied that it had sunk 19 boats. Reports of 54 arrests were wrong. The Blue List lost 16 seats; five years ago it had 100.
Relief Watch said that its staff visited 38 camps.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// A rise is no fall, a level no change, last year's value not this year's, an age no span.
check("Operating profit at Tarn fell [[7.4 percent]].", "supported");
check("Operating profit at Tarn rose [[7.4 percent]].", "mismatched", { says: "only as a fall" });
check("Copper was down [[2.9 percent]].", "mismatched", { says: "only as a rise" });
check("Memberships fell to [[18,300]].", "supported");
check("Memberships are down by [[18,300]].", "mismatched", { says: "the level reached" });
check("Sales at Tarn were [[$713 million]].", "supported");
check("Sales at Tarn were [[$688 million]].", "mismatched", { says: "an earlier value" });
check("Sales at Tarn had been [[$688 million]] a year earlier.", "supported");
check("Turnout was [[52.7 percent]].", "mismatched", { says: "an earlier value" });
check("Turnout rose from [[52.7 percent]].", "supported");
check("Holm has led the town for [[14]] years.", "supported");
check("Holm has led the town for [[61]] years.", "mismatched", { says: "an age" });
check("Ida Holm, [[61]], did not resign.", "supported");
check("The clinic gets [[$27 million]].", "mismatched", { says: "a rise" });
check("The clinic gets [[$27 million]] more.", "supported");

// Each number of a sentence goes with the words beside it.
check("The Blue List won [[84]] seats.", "supported");
check("The Farmers won [[84]] seats.", "mismatched");
check("Redford conceded [[68]] goals.", "supported");
check("Redford scored [[68]] goals.", "mismatched");
check("The placebo group had [[9,240]] patients.", "mismatched");
check("The tablet was given to [[9,240]] patients.", "supported");
check("The jury was out for [[eight]] weeks.", "mismatched");
check("The hearing took [[eight]] weeks.", "supported");
check("The clinic treated 52 patients, [[23]] of them children.", "mismatched", { says: "women" });

// A side of a score is no other number.
check("Redford lost [[2]]-1 to Millwood.", "unsupported");

// A rate is one of its own time, a change goes its own way, and what befell some befell no others.
check("Nurses at the clinic see [[320]] children a week.", "supported");
check("Nurses at the clinic see [[320]] children a month.", "mismatched", { says: "another period" });
check("Rents in Lissa rose from [[$900]] to $700.", "mismatched");
check("Shells killed [[17]] children in Ortel.", "supported");
check("Shells wounded [[17]] children in Ortel.", "mismatched");
check("About [[230]] homes burnt in Ortel.", "supported");
check("At least [[200]] homes burnt in Ortel.", "supported");
check("Up to [[250]] homes burnt in Ortel.", "supported");
check("Up to [[185]] homes burnt in Ortel.", "contradicted");
check("The Border Union visited [[38]] camps.", "mismatched");

// What a source only denies it does not give; what points back is told of the same.
check("The navy sank [[19]] boats.", "mismatched", { says: "what is denied" });
check("The navy denied that it sank [[19]] boats.", "supported");
check("Police made [[54]] arrests.", "mismatched", { says: "what is denied" });
check("The Blue List had [[100]] seats five years ago.", "supported");
