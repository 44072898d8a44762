import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-03
Children are taught in 6,300 primary schools. The agency found leaks at 170 primary schools.
The quake on Monday killed 88 people and left 400 without a roof. No quake had been as bad since 1987, when 612 people died in Ortel.
A walkout by porters in 2016 halted 530 trains.
An earlier survey, of 700 cooks in 2013, had put the extra risk at 8 percent. In a similar case in Kelm, a nurse took $90,000.
Power is back in 60 percent of Lissa's 48,000 homes. Of the 230 wells in the district, 77 cannot be drunk from.
The town will spend 52 million crowns on roads, of which 9 million crowns is for bridges.
A trade mission visited 12 farms. The relief board counts 7,400 people without a roof, while the government counts 5,100.
The Ravens went top after beating Holt 4-2. They are clear of Marl, who drew 3-3 at Vale. Petra Lund has three children and her sister three.
Ortel Rail will cut 900 jobs, a tenth of its workforce of 9,300. Aid fell from 4,000 tonnes to 31 when a depot burnt down.
== herald | The Herald | 2021-05-09
Officials put the dead at 91 on Sunday.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// All that the draft says stands with another number of the same thing.
check("Leaks were found at [[6,300]] primary schools.", "mismatched");
check("Leaks were found at [[170]] primary schools.", "supported");

// A year of long ago has a number of its own.
check("The quake of 1987 killed [[91]] people.", "mismatched");
check("The quake of 1987 killed [[612]] people.", "supported");
check("By Sunday the quake had killed [[91]] people.", "supported");

// What was in a year long past was not on Thursday.
check("The firm halted [[530]] trains on Thursday.", "mismatched");
check("In 2016 a walkout halted [[530]] trains.", "supported");

// An earlier or a similar one is another one.
check("The survey put the extra risk at [[8 percent]].", "mismatched");
check("An earlier survey put the extra risk at [[8 percent]].", "supported");
check("A survey of 700 cooks put the extra risk at [[8 percent]].", "supported");
check("The nurse took [[$90,000]].", "mismatched");
check("A nurse in Kelm took [[$90,000]].", "supported");

// A part is not the whole, nor the whole the part.
check("Power is back in [[48,000]] homes in Lissa.", "mismatched");
check("Lissa has [[48,000]] homes.", "supported");
check("Of the wells of the district, [[230]] cannot be drunk from.", "mismatched");
check("The town has set aside [[52 million]] crowns for bridges.", "mismatched");
check("The town will spend [[52 million]] crowns on roads.", "supported");

// A mission is nobody's absence.
check("A trade mission visited [[12]] farms.", "supported");

// Of two who speak in one sentence each has a number.
check("The government counts [[7,400]] people without a roof.", "misattributed");
check("The relief board counts [[7,400]] people without a roof.", "supported");
check("The government counts [[5,100]] people without a roof.", "supported");
check("The government puts those without a roof at 5,100, the relief board at [[7,400]].", "supported");
check("Of the district's [[230]] wells, 77 cannot be drunk from.", "supported");

// Who won is not who lost, and another game is another one.
check("Holt beat the Ravens [[4]]-2.", "mismatched");
check("The Ravens beat Holt [[4]]-2.", "supported");
check("Holt lost [[4]]-2 to the Ravens.", "supported");
check("The Ravens drew [[3]]-3 with Holt.", "mismatched");
check("Marl drew [[3]]-3 with Vale.", "supported");

// What the draft itself gives for something else does not speak against it.
check("Ortel Rail is to cut 900 of its [[9,300]] jobs.", "supported");

// A single one is answered by no crowd.
check("The fire burnt down [[one]] depot.", "unsupported");
check("Nobody but [[one]] engineer died.", "unsupported");
