import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2024-05-03
Burglaries in Lissa fell from 82 in 2022 to 59 in 2023. The harbour fund was cut from 31 million euros in 2018 to 22 million in 2023.
The kitchen fed 7,400 people in May, down from 9,900 in April. Turnout was 66.4 percent, up from 52.7 percent four years ago.
Ortel Rail ran 612 of its 816 services. Power is back in 60 percent of Lissa's 45,000 homes.
The wing flew 2,730 sorties between May 2015 and the end of June 2019. Ortel was flooded on Monday.
Staff catalogued 318 letters and 43 maps. Debt of the port has grown from $1.2 billion in 2019 to $2.5 billion.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

check("Burglaries in Lissa fell by [[23]].", "derived", { says: "82 − 59 = 23" });
check("Burglaries in Lissa fell by [[28 percent]].", "derived", { says: "28 percent" });
check("Burglaries in Lissa rose by [[28 percent]].", "unsupported");
check("Burglaries in Lissa fell by [[48 percent]].", "unsupported");
check("The harbour fund was cut by [[nine million euros]].", "derived");
check("The harbour fund was cut in [[five]] years.", "derived", { says: "2023 − 2018 = 5" });
check("The kitchen fed [[2,500]] fewer people in May.", "derived", { says: "9,900 − 7,400 = 2,500" });
check("Turnout rose by nearly [[14]] points.", "derived");
check("They catalogued about [[360]] letters and maps.", "derived", { says: "318 + 43 = 361" });
check("Debt of the port has more than [[doubled]].", "derived");
check("Debt of the port has [[tripled]].", "unsupported");

// A share or a part that the source joins with its whole.
check("Ortel Rail ran [[three out of four]] services.", "derived", { says: "612 ÷ 816" });
check("Some [[27,000]] homes in Lissa have power back.", "derived", { says: "60 percent × 45,000" });
check("Some [[18,000]] homes in Lissa have power back.", "contradicted");

// Two dates are the ends of one stretch: another end is told of that date, not of the number.
check("The wing flew [[2,730]] sorties from May 2015 to the end of July 2019.", "supported");
check("The wing flew 2,730 sorties from May 2015 to the end of [[July 2019]].", "contradicted");

// A weekday is told with its date.
check("Ortel was flooded on [[6 May 2024]].", "contradicted", { says: "Monday (2024-04-29)" });
