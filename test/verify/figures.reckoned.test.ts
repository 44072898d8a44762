import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== dated | The Ledger | 2021-05-03
Customs seized 375 illegal pills in 2016, compared with 35 in 2013. Rents have been stagnant since 2013. House prices were the highest since 2014.
Absences rose from 58,089 in 2011-12 to 424,760 in 2015-16. The road at Pibwr will close from 19:00 on Friday until 06:00 on Monday.
Ben Carver began his 401st marathon in Bristol. If asked to run a 54th triathlon he would refuse. The Saints finished fourth in the league.
Mrs Mann had not come to the cafe for a couple of days. Oil fell below $45 and $40 a barrel respectively.
Switzerland's Fabio Cancello, who is to retire this year, won four titles. The Rovers fans saw a 9-0 defeat at Southwick.
== undated | The Courier
Wages in Lissa have been stagnant since 2007.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// Spans of time between two dates of one sentence, or from one to the source's own.
check("The number of illegal pills seized rose in [[three]] years.", "derived", { says: "2016 − 2013 = 3" });
check("The number of illegal pills seized rose in [[four]] years.", "unsupported");
check("Absences have risen sevenfold in [[five]] years.", "derived", { says: "2015 − 2011 = 4" });
check("Rents have been stagnant for [[eight]] years.", "derived", { says: "2021 − 2013 = 8" });
check("House prices hit a [[seven]]-year high.", "derived", { says: "2021 − 2014 = 7" });
check("The road at Pibwr will close for [[three]] days.", "derived", { says: "Friday – Monday = three" });
check("The road at Pibwr will close for [[nine]] days.", "unsupported");
check("Wages in Lissa have been stagnant for [[ten]] years.", "unchecked", { says: "2007, which The Courier gives" });

// The number said otherwise.
check("A man from Bristol has run [[401]] marathons.", "derived", { says: "401st" });
check("A man from Bristol has run [[54]] triathlons.", "unsupported");
check("The Saints secured a top-[[four]] finish.", "derived", { says: "fourth" });
check("Mrs Mann did not come to the cafe for [[two]] days.", "derived", { says: "a couple of days" });
check("Oil fell below [[$40]] a barrel.", "supported");

// What somebody else did, and the score of other sides.
check("Tony Marsh has won [[four]] titles.", "mismatched");
check("Fabio Cancello has won [[four]] titles.", "supported");
check("The Wanderers suffered an [[9]]-0 defeat at Northgate.", "mismatched");
check("The Rovers suffered an [[9]]-0 defeat at Southwick.", "supported");
