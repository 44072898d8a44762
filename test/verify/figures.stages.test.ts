import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-03
Larch Mills made a profit of 3.1 billion crowns and has debts of 9.4 billion crowns, compared with 8.8 billion crowns in 2019.
Some 7,200 homes in Ortel were dark, down from 31,000 on Monday. The Blue List came first with 44 seats, eight seats fewer than in March.
Sales at Larch Mills in the three months to June rose to 2.2 billion crowns.
Smokers were 38 percent more likely to fall ill.
Another 72 villagers were hurt, eight of them badly, and 16 were still missing on Tuesday evening. Four are missing in Lissa.
Petra Lund was jailed for eight years on Monday for stealing $2.6 million from a school over five years. The judge was told that Lund spent $37,000 on shoes.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// The year or day that is named with an earlier value is not the one of the draft.
check("In 2020 Larch Mills had debts of [[8.8 billion crowns]].", "mismatched", { says: "another period" });
check("In 2019 Larch Mills had debts of [[8.8 billion crowns]].", "supported");
check("In Ortel [[31,000]] homes were dark on Tuesday.", "mismatched", { says: "an earlier value" });
check("In Ortel [[31,000]] homes were dark on Monday.", "supported");

// "up" may be part of a verb, and tells of no change.
check("The Blue List ended up with [[eight]] seats.", "mismatched", { says: "a fall" });
check("The Blue List is down [[eight]] seats.", "supported");

// A quarter by another name.
check("Larch Mills had sales of [[2.2 billion crowns]] in the full year.", "mismatched");
check("Larch Mills had quarterly sales of [[2.2 billion crowns]].", "supported");

// What one "had" may be a rise.
check("Smokers had a [[38 percent]] higher risk of falling ill.", "supported");

// A day is no name, and a number in words stands for itself.
check("[[Seventy-two]] villagers were hurt; eight are in a bad way.", "supported");
check("The number of villagers missing has fallen from [[16]] to four.", "supported");
check("Lund stole [[$2.6 million]] over a period of five years.", "supported");
check("Lund stole $2.6 million over a period of [[five]] years.", "supported");
