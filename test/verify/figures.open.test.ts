import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

// Sources that leave something open: an article without a date, numbers that stand for what was counted before, a list of states.
const { store } = fixture(`
== wire | The Wire
In March, the harbour board carried over 146 damage reports from the winter and received seven new ones. It closed 122 of the reports, including three that had been opened anew.
Gales blew in both Spain and France, Lloyds and the Harbour Agency said; one sailor was killed there.
Storms cost thousands of homes in months of US, UK and French rain, and six lives were lost at sea.
The board heard more than 400 witnesses and survivors at 200 landing places and named 1,000 victims.
About 80% of Port Ellen was under water, and the gales' toll rose to nine.
On 15 August 2017 the mole gave way; the works ran from 6 June to 17 October 2017.
The pilot came to the harbour in May 1931 and left it in 1968. The mole had been mended for seven years. The insurers counted 1,600 homes, five times what the board had counted.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

check("In [[March 2018]] the board carried over 146 damage reports.", "imprecise", {
  says: "The Wire gives March without a year; the draft says March 2018",
});
check("In [[March]] the board carried over 146 damage reports.", "supported");
check("The board received [[seven]] new damage reports in March.", "supported");
check("The storms killed [[three]] sailors.", "mismatched");
check("The board heard more than [[400]] survivors and witnesses.", "supported", { says: "more than 400 witnesses" });
check("The board named [[1,000]] victims of the storms.", "supported");
check("The board counted five times fewer than the [[1,600]] homes of the insurers.", "supported");
check("The mole gave way in [[August 2017]].", "supported");
check("The works ran from [[June to October 2017]].", "supported");
check("The works ran from [[July 2 to September 30, 2017]].", "contradicted");
check("The mole was mended between [[August 1 and September 1, 2017]].", "unsupported");
check("[[Two]] sailors were killed in the gales.", "contradicted", { says: "one sailor killed" });
check("[[Three]] rights groups heard the witnesses.", "mismatched");
check("Almost [[four-fifths]] of the town was under water.", "supported");
check("The gales killed [[nine]].", "supported");
check("Two rights groups say that the storms cost [[6]] lives.", "supported");
check("[[Seven]] engineers looked at the mole.", "mismatched");
check("The pilot's years at the harbour ([[1931–1968]]) were long ones.", "derived", { says: "May 1931 – 1968" });
check("The pilot's years at the harbour ([[1931–1978]]) were long ones.", "unsupported");
check("The pilot was on watch from [[2 May 1931 to 9 June 1968]].", "unsupported");
