import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-03
The state had asked for 14 years, and his lawyer argued for six. The inquest had been due to hear 33 pilots and was expected to last nine weeks.
Larch Homes said it would evict the tenants of its oldest block, Quarry House, from 270 flats. It plans to plant 410 trees.
The firm said it would close 26 shops.
== herald | The Herald | 2021-05-04
Most of the 26 shops will go in Ortel. Of the trees, 95 were planted in March.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// What was asked for is not what was given.
check("He was jailed for [[14]] years.", "mismatched", { says: "is planned" });
check("The state wanted [[14]] years.", "supported");
check("The state sought [[14]] years.", "supported");
check("His lawyer pressed for [[six]] years.", "supported");

// What was to be is not what was, of several in a row the nearest.
check("The inquest lasted [[nine]] weeks.", "mismatched", { says: "is planned" });
check("The inquest heard [[33]] pilots.", "mismatched", { says: "is planned" });
check("The inquest was to last [[nine]] weeks.", "supported");
check("Larch Homes has evicted tenants from [[270]] flats.", "mismatched", { says: "is planned" });
check("Larch Homes wants tenants out of [[270]] flats.", "supported");

// Another source that tells of it as to come bears out nothing as done.
check("The firm has closed [[26]] shops.", "mismatched", { says: "is planned" });
check("The firm is to close [[26]] shops.", "supported");
check("In March [[95]] trees were planted.", "supported");

// What is only aimed at has not come about.
const { store: aims } = fixture(`
== aims | The Aims | 2021-05-05
A spokesman said of the strikes: "Our goal is always for zero civilian casualties."
`);
checkFigure(aims, "The ministry said that [[no]] civilian was killed by the strikes.", "mismatched", {
  says: "The sources have zero only as what may come",
});
checkFigure(aims, "The goal is [[zero]] civilian casualties, a spokesman said.", "supported");
