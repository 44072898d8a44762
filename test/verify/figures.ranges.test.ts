import { checkFigure } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== pupils | Schools | 2024-05-02
The share of absent pupils was 22.1 percent in Lissa. The mill has 130 looms.
The dam of Orvia held 31 percent. In Quay 214 people were wounded.
`);

// A range that a number lies in by chance is in no source; what a bound reaches is told as what it is.
checkFigure(store, "Between [[15 and 40 percent]] of doctors plan to leave.", "unsupported", {
  says: "No source has",
});
checkFigure(store, "Some [[15 to 40 percent]] of voters stayed away.", "unsupported");
checkFigure(store, "In Quay [[150 to 300]] people were killed.", "unsupported");
checkFigure(store, "In Quay more than [[200]] people were killed.", "mismatched", { says: "what comes near" });
checkFigure(store, "In Quay [[214]] people were killed.", "mismatched", { says: "have 214 only" });
checkFigure(store, "In Quay more than [[200]] people were wounded.", "supported");
checkFigure(store, "The mill has [[100 to 150]] looms.", "imprecise");
