import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
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

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// A rise is no fall.
check("Profit at Harbour Bank fell [[6.6 percent]].", "supported");
check("Harbour Bank reported a [[6.6 percent]] drop in profit.", "supported");
check("Profit at Harbour Bank was [[6.6 percent]] lower.", "supported");
check("Profit at Harbour Bank rose [[6.6 percent]].", "mismatched", { says: "only as a fall" });
check("Harbour Bank reported an increase of [[6.6 percent]] in profit.", "mismatched");
check("Oil was up [[3.2 percent]].", "supported");
check("Oil fell [[3.2 percent]].", "mismatched", { says: "only as a rise" });

// How far something moved is not where it came to.
check("Season tickets fell to [[15,200]].", "supported");
check("There are [[15,200]] season tickets.", "supported");
check("Season tickets are down by [[15,200]].", "mismatched", { says: "only as the level reached" });

// What was is not what is.
check("Profit at Harbour Bank was [[$655 million]] in the quarter.", "mismatched", {
  says: "only as an earlier value",
});
check("A year earlier, profit at Harbour Bank was [[$655 million]].", "supported");
check("Earnings were [[$1.46]] per share.", "mismatched");
check("Turnout was [[58.9 percent]].", "mismatched");
check("Four years ago turnout was [[58.9 percent]].", "supported");
check("Turnout rose from [[58.9 percent]].", "supported");
check("Turnout had been [[58.9 percent]].", "supported");

// A quarter is not a year, a day is not a week.
check("For the full year profit was [[$612 million]].", "mismatched", { says: "only for another period" });
check("Full-year profit was [[$2.31 billion]].", "supported");
check("The port handles [[4,300]] containers a day.", "supported");
check("The port handles [[4,300]] containers a week.", "mismatched");

// An age is no span of time.
check("Brandt, [[58]], did not concede.", "supported");
check("Ida Holm, [[58]], did not concede.", "mismatched", { says: "somebody else’s age" });
check("Brandt has governed for [[12 years]].", "supported");
check("Brandt has governed for [[58]] years.", "mismatched", { says: "only as an age" });

// A score is one of its side's, and no other number.
check("Ashford lost [[3]]-1 to Carrow.", "supported");
check("Ashford lost [[2]]-1 to Carrow.", "mismatched");

// The opposite was done with so many.
check("Ashford scored [[31]] goals.", "supported");
check("Ashford conceded [[71]] goals.", "supported");
check("Ashford scored [[71]] goals.", "mismatched");
check("Northwind operates [[11.6]] gigawatts.", "supported");
check("Northwind operates [[2.4]] gigawatts.", "mismatched");

// Whose it is.
check("The Civic Union won [[90]] seats.", "supported");
check("The National Front won [[81]] seats.", "supported");
check("The National Front won [[90]] seats.", "mismatched");
