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
A driver was killed at the quarry, and 21 people were treated for smoke. 26 guards suffered light injuries.
Ortel Council will open seven clinics by May. It has promised to lower fares and to build 6,700 flats. Some 3.6 million people were entitled to vote.
Lissa Rail expects yearly profits of $930 million.
An archer shot dead six people and wounded nine at a fair in Lissa before he killed himself.
Among farmers in Redford, 31 percent back it.
The Sarn crested at 8.2 metres, topping the 1964 record. In Ortel thieves took 574 boats, compared with 396 in 2020.
Police held riders aged 57 and 59 in Ortel. In Ortel 890 people fell ill and 155 were treated for burns.
Rents were 34 percent of wages in Ortel, down from 41 percent in 2019. Ives has 14 points fewer than Lund.
The League has gathered names for more than 900 of the victims and verified 387 deaths.
Some 460 families were rehoused. The Lissa Glass works has 5,300 jobs.
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

// What befell some befell no others, and what is done to the living befell no dead; a family is no single person.
check("Smoke killed [[21]] people at the quarry.", "mismatched");
check("At the quarry [[21]] people were treated for smoke.", "supported");
check("A driver was killed, and [[26]] guards were hurt.", "supported");
check("A driver and [[26]] guards were killed.", "mismatched");
check("Some [[460]] people were rehoused.", "mismatched");
check("Some [[460]] families have found new homes.", "supported");
check("Lissa Glass has [[5,300]] employees.", "supported");

// What befell two numbers of a sentence is no word for one of them.
check("An archer killed [[six]] people at a fair in Lissa.", "supported");
check("An archer killed [[nine]] people at a fair in Lissa.", "mismatched");
check("A quarter of voters in Redford want it; [[31 percent]] of farmers back it.", "supported");

// A mark of old, and what a number is held against, have times of their own.
check("In 2021 the Sarn crested at [[8.2]] metres, above the record of 1964.", "supported");
check("Thieves took [[574]] boats in Ortel in 2021.", "supported");
check("Thieves took [[396]] boats in Ortel in 2020.", "supported");

// An age is somebody's, and a day is no day of another year; of two numbers the one with the draft's verb is meant.
check("The rider was a farmer. He was [[59]] and had sons.", "supported");
check("Police held riders aged [[57]] and 59.", "supported");
check("Police held [[59]] riders.", "unsupported");
check("Rents in Ortel were [[41 percent]] of wages on Sunday.", "mismatched", { says: "an earlier value" });
check("In Ortel [[890]] people were treated for burns.", "mismatched");
check("In Ortel [[155]] people were treated for burns.", "supported");
check("The names of more than 900 victims have been collected, and [[387]] of them were confirmed.", "supported");
check("Ives trails Lund by [[14]] points.", "supported");

// What is to be done is not done.
check("Ortel Council has opened [[seven]] clinics.", "mismatched", { says: "is planned" });
check("Ortel Council will open [[seven]] clinics.", "supported");
check("Ortel Council opened [[seven]] clinics and built 6,700 flats.", "mismatched");
check("Ortel Council wants [[seven]] new clinics.", "supported");
check("The council built [[6,700]] flats.", "mismatched", { says: "is planned" });
check("It promised [[6,700]] flats.", "supported");
check("Some [[3.6 million]] people voted.", "mismatched", { says: "is planned" });
check("Some [[3.6 million]] people had the right to vote.", "supported");
check("Lissa Rail made profits of [[$930 million]] this year.", "mismatched", { says: "is planned" });
check("Lissa Rail forecasts profits of [[$930 million]] this year.", "supported");

// What a source only denies it does not give; what points back is told of the same.
check("The navy sank [[19]] boats.", "mismatched", { says: "what is denied" });
check("The navy denied that it sank [[19]] boats.", "supported");
check("Police made [[54]] arrests.", "mismatched", { says: "what is denied" });
check("The Blue List had [[100]] seats five years ago.", "supported");

const { store: bank } = fixture(`
== ledger | The Ledger | 2024-03-12
Harbour Bank said profit fell 6.6 percent to $612 million in the fourth quarter of 2023, compared with $655 million, or $1.46 per share, a year earlier. Oil rose 3.2 percent. For the full year profit was $2.31 billion.
Turnout was 71.2 percent, up from 58.9 percent four years ago.
Season tickets are down by a fifth, to 15,200.
Prime Minister Luka Brandt, 58, who has governed for 12 years, did not concede.
Ashford conceded 71 goals and scored only 31. Ashford were relegated after a 3-1 defeat at home to Carrow; Lee Marr struck twice.
Northwind installed 2.4 gigawatts of capacity and now operates 11.6 gigawatts.
The Civic Union has 90 seats, the National Front has 81.
The port handles 4,300 containers a day and the railway 7,900 wagons a week.
`);

// A rise is no fall.
checkFigure(bank, "Profit at Harbour Bank fell [[6.6 percent]].", "supported");
checkFigure(bank, "Harbour Bank reported a [[6.6 percent]] drop in profit.", "supported");
checkFigure(bank, "Profit at Harbour Bank was [[6.6 percent]] lower.", "supported");
checkFigure(bank, "Profit at Harbour Bank rose [[6.6 percent]].", "mismatched", { says: "only as a fall" });
checkFigure(bank, "Harbour Bank reported an increase of [[6.6 percent]] in profit.", "mismatched");
checkFigure(bank, "Oil was up [[3.2 percent]].", "supported");
checkFigure(bank, "Oil fell [[3.2 percent]].", "mismatched", { says: "only as a rise" });

// How far something moved is not where it came to.
checkFigure(bank, "Season tickets fell to [[15,200]].", "supported");
checkFigure(bank, "There are [[15,200]] season tickets.", "supported");
checkFigure(bank, "Season tickets are down by [[15,200]].", "mismatched", { says: "only as the level reached" });

// What was is not what is.
checkFigure(bank, "Profit at Harbour Bank was [[$655 million]] in the quarter.", "mismatched", {
  says: "only as an earlier value",
});
checkFigure(bank, "A year earlier, profit at Harbour Bank was [[$655 million]].", "supported");
checkFigure(bank, "Earnings were [[$1.46]] per share.", "mismatched");
checkFigure(bank, "Turnout was [[58.9 percent]].", "mismatched");
checkFigure(bank, "Four years ago turnout was [[58.9 percent]].", "supported");
checkFigure(bank, "Turnout rose from [[58.9 percent]].", "supported");
checkFigure(bank, "Turnout had been [[58.9 percent]].", "supported");

// A quarter is not a year, a day is not a week.
checkFigure(bank, "For the full year profit was [[$612 million]].", "mismatched", { says: "only for another period" });
checkFigure(bank, "Full-year profit was [[$2.31 billion]].", "supported");
checkFigure(bank, "The port handles [[4,300]] containers a day.", "supported");
checkFigure(bank, "The port handles [[4,300]] containers a week.", "mismatched");

// An age is no span of time.
checkFigure(bank, "Brandt, [[58]], did not concede.", "supported");
checkFigure(bank, "Ida Holm, [[58]], did not concede.", "mismatched", { says: "somebody else’s age" });
checkFigure(bank, "Brandt has governed for [[12 years]].", "supported");
checkFigure(bank, "Brandt has governed for [[58]] years.", "mismatched", { says: "only as an age" });

// A score is one of its side's, and no other number.
checkFigure(bank, "Ashford lost [[3]]-1 to Carrow.", "supported");
checkFigure(bank, "Ashford lost [[2]]-1 to Carrow.", "mismatched");

// The opposite was done with so many.
checkFigure(bank, "Ashford scored [[31]] goals.", "supported");
checkFigure(bank, "Ashford conceded [[71]] goals.", "supported");
checkFigure(bank, "Ashford scored [[71]] goals.", "mismatched");
checkFigure(bank, "Northwind operates [[11.6]] gigawatts.", "supported");
checkFigure(bank, "Northwind operates [[2.4]] gigawatts.", "mismatched");

// Whose it is.
checkFigure(bank, "The Civic Union won [[90]] seats.", "supported");
checkFigure(bank, "The National Front won [[81]] seats.", "supported");
checkFigure(bank, "The National Front won [[90]] seats.", "mismatched");
