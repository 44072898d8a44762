import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../server/src/extract/index.ts";
import type { Figure } from "../../server/src/extract/types.ts";
import { judgeFigure } from "../../server/src/verify/figures/index.ts";
import type { FigureVerdict } from "../../server/src/verify/types.ts";
import { checkFigure, type Expected } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== court | The Ledger | 2024-05-17
A court in Tarn on Friday sentenced the shipowner Piet Aldous to nine years in prison for fraud. The hearing took seven weeks; the jury was out for three days.
His clerk, Mara Quist, was given a sentence of four years. The prosecutor had asked for 13 years.
== bulletin | Health Office | 2024-03-11
In week 9 (26 February to 3 March) 1,406 new cases of measles were reported, against 1,187 in week 8. Of 5,210 patients seen, 880 were kept in hospital.
Burglaries fell from 83 in 2022 to 57 in 2023. In 2022 the inspectors fined Harbour Bank $4.5 million, reduced from $6 million.
The trial took in 14,380 people aged 5 to 61 in 12 towns; 9,610 were given the tablet and 4,770 a placebo.
Protection was 68.4 percent (95% CI 57.0 to 77.3) against any measles and 88 percent against severe measles.
== piano | Orr Review | 2024-02-05
The new organ has 47 pipes rather than 52. The library of Lissa has 310 readers on an average day.
Five of the jurors are said to be for it, four against and two undecided.
Profit at Tarn was $61 million, compared with $74 million. Repairs came to $27 million.
`);

const check = (marked: string, verdict: FigureVerdict, expected?: Expected) =>
  checkFigure(store, marked, verdict, expected);

// A subject that has another figure of the same measure does not have this one.
check("Aldous was sentenced to [[nine]] years.", "supported");
check("Quist was sentenced to [[nine]] years.", "mismatched");
check("Quist was sentenced to [[four]] years.", "supported");
check("The jury was out for [[seven]] weeks.", "mismatched");
check("The hearing took [[seven]] weeks.", "supported");
check("The jury was out for [[three]] days.", "supported");

// Weeks and years with a number are no counts, and each has its own figure.
check("In week 9 there were [[1,406]] new cases.", "supported");
check("In week 8 there were [[1,406]] new cases.", "mismatched");
check("In week 8 there were [[1,187]] new cases.", "supported");
check("There were [[83]] burglaries in 2022.", "supported");
check("There were [[83]] burglaries in 2023.", "mismatched");
check("There were [[57]] burglaries in 2023.", "supported");
check("The inspectors fined Harbour Bank [[$6 million]] in 2022.", "mismatched", { says: "an earlier value" });
check("The inspectors fined Harbour Bank [[$4.5 million]] in 2022.", "supported");

// Numbers in brackets, and numbers with nothing between them, do not hide which words go with which.
check("The placebo group had [[9,610]] people.", "mismatched");
check("The placebo group had [[4,770]] people.", "supported");
check("Protection was [[88 percent]] against any measles.", "mismatched");
check("Protection was [[88 percent]] against severe measles.", "supported");

// What is set against another number is not given.
check("The organ has [[52]] pipes.", "mismatched", { says: "what is denied" });
check("The organ has [[47]] pipes.", "supported");
check("[[Five]] jurors are undecided.", "mismatched");
check("Profit at Tarn was [[$74 million]].", "mismatched", { says: "an earlier value" });
check("Profit at Tarn was [[$61 million]].", "supported");

// "on an average day" is a rate.
check("The library of Lissa has [[310]] readers a day.", "supported");
check("The library of Lissa has [[310]] readers a week.", "mismatched");

// A share of two numbers elsewhere in the paragraph is no change of something else.
check("Of 5,210 patients 880 stayed. Beds grew by [[83 percent]].", "unsupported");

const { store: claims } = fixture(`
== wire | The Ledger | 2024-07-01
The United Nations puts the dead of the fighting at 1,240; a doctors' union counts 2,610 civilians killed.
The employers said that only 3,400 workers were on strike and that 600 had come back.
`);

// Whose figure it is, where both speak.
checkFigure(claims, "The doctors' union says that [[2,610]] civilians were killed.", "supported");
checkFigure(claims, "The UN says that [[2,610]] civilians were killed.", "misattributed");
checkFigure(claims, "The union said that only [[3,400]] workers were on strike.", "misattributed");
checkFigure(claims, "More civilians died than the UN's [[1,240]].", "supported");

// A value that many sources have by chance is borne out by none that has another number beside it.
const { store: archive } = fixture(
  Array.from(
    { length: 14 },
    (_, i) => `
== a${i} | The Ledger | 2024-07-${10 + i}
The repair of the ${"north south east west old new long low high wide inner outer red blue".split(" ")[i]} bridge in Tarn will cost $${20 + i}.5 million over 9 months.`,
  ).join(""),
);
checkFigure(archive, "The repair of the north bridge in Tarn will cost $20.5 million over [[9]] months.", "supported");
checkFigure(archive, "The repair of the gate in Tarn will cost $46.4 million over [[9]] months.", "mismatched");

const { store: beats } = fixture(`
== study | The Ledger | 2024-07-01
Three of the nine authors took fees from the firm. Voting was repeated in 3 of 4,870 polling places. Observers visited 1,210 polling places.
Some 18,400 first doses were given. Rescuers heard 46 calls for help.
== one | Northern Wire | 2024-07-02
About 9,000 homes were dark on Saturday.
== two | Northern Wire | 2024-07-03
By Sunday 27,000 homes were dark.
`);

// A whole is no part of it.
checkFigure(beats, "[[Nine]] of the authors took fees.", "mismatched");
checkFigure(beats, "[[Three]] of the nine authors took fees.", "supported");
checkFigure(beats, "Three of the [[nine]] authors took fees.", "supported");
checkFigure(beats, "Observers visited [[4,870]] polling places.", "mismatched");
checkFigure(beats, "There were [[4,870]] polling places.", "supported");

// First doses are no second doses; a time alone must be told; the most is the greatest value.
checkFigure(beats, "Some [[18,400]] people had a second dose.", "mismatched");
checkFigure(beats, "Some [[18,400]] people had a first dose.", "supported");
checkFigure(beats, "In May alone rescuers heard [[46]] calls.", "mismatched");
checkFigure(beats, "Rescuers heard [[46]] calls.", "supported");
checkFigure(beats, "At its worst, about [[9,000]] homes were dark.", "mismatched");
checkFigure(beats, "At its worst, [[27,000]] homes were dark.", "supported");

test("what is told by the day of writing is left open where no source about it has a date", () => {
  const { store: undated } = fixture(`
== wire | The Ledger
The group published its findings in a release on Thursday.`);
  const text = "Last week the group published its findings.";
  const [figure] = extract(text, { published: "2024-07-03" }).figures;
  const { verdict, message } = judgeFigure({ figure: figure as Figure, neighbours: [], text, cited: [] }, undated);
  assert.deepEqual([verdict, message.key], ["unchecked", "figure.unchecked.sources"]);
});

const { store: sums } = fixture(`
== court | The Ledger | 2024-05-17
The court sent Piet Aldous to prison for nine years. The prosecutor had asked for 13 years. The union had demanded a raise of 11 percent.
Of 4,200 members, 3,570 voted. One in five of the town's 340 bridges is unsafe.
== deal | The Ledger | 2024-05-18
They agreed on a raise of 8 percent.
`);

// A difference that the draft itself names, from what it gives and what a source gives for the other side; a share of the very whole.
checkFigure(sums, "Aldous was sent to prison for nine years, [[four]] fewer than the prosecutor wanted.", "derived", {
  says: "13 − 9 = 4",
});
checkFigure(sums, "They agreed on 8 percent, [[three]] points less than the union had demanded.", "derived");
checkFigure(sums, "They agreed on 8 percent, [[five]] points less than the union had demanded.", "unsupported");
checkFigure(sums, "Some [[85 percent]] of the 4,200 members voted.", "derived", { says: "3,570 ÷ 4,200" });
checkFigure(sums, "Some [[58 percent]] of the 4,200 members voted.", "unsupported");
checkFigure(sums, "About [[68]] of 340 bridges are unsafe.", "derived");

const { store: plans } = fixture(`
== town | The Ledger | 2024-05-17
If the dyke breaks, 7,200 people could drown, the engineer said. The plan is that the town expects 30,000 guests. The target is 450 new homes. The clinic would need 60 more nurses.
`);

// What may come, or is planned, has not come.
checkFigure(plans, "The dyke broke and [[7,200]] people drowned.", "mismatched", { says: "what may come" });
checkFigure(plans, "If the dyke breaks, [[7,200]] people could drown.", "supported");
checkFigure(plans, "The town built [[450]] new homes.", "mismatched", { says: "is planned" });
checkFigure(plans, "The town wants to build [[450]] new homes.", "supported");
checkFigure(plans, "The town has [[30,000]] guests.", "mismatched");
checkFigure(plans, "The clinic hired [[60]] nurses.", "mismatched");
