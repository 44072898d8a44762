import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import { isInOtherCompany } from "./company.ts";
import { isOfAnotherEvent } from "./events.ts";
import { isAnothers } from "./feats.ts";
import { isOfAnotherLabel, isOfAnotherOne, isOfLongAgo, isOfNoTime } from "./labels.ts";
import { tellsOfWhatIsToCome } from "./pending.ts";
import { isToldOfAnother } from "./rivals.ts";
import { hasStage, otherRole, type ToldAs } from "./roles.ts";
import { isOtherPart } from "./segments.ts";
import { isOfAnotherSort } from "./sorts.ts";
import type { Ruling } from "./table.ts";
import type { Candidate, Found } from "./types.ts";
import { isWholeForPart } from "./wholes.ts";

type Test = (fact: FigureFact, candidate: Candidate, found: Found, store: CorpusStore) => boolean;

/** Each says that a passage with the draft's value gives it to something else than what the draft tells of. */
const TOLD_APART: readonly Test[] = [
  isOfAnotherLabel,
  isOfNoTime,
  isOfLongAgo,
  isOfAnotherOne,
  isToldOfAnother,
  isAnothers,
  isInOtherCompany,
  isWholeForPart,
  isOfAnotherSort,
  (fact, one) => isOtherPart(fact, one) && !hasStage(fact, one, one.stored.published),
];

/**
 * Takes a fact, what was ruled and what was found for it; gives the ruling without the passages that give the value to somebody else than those whom the draft
 * names, for another event, part or time of it, or as another thing. A value of which none is left is told as something else.
 */
export function unlessAnothers(fact: FigureFact, ruling: Ruling, found: Found, store: CorpusStore): Ruling {
  const given = ruling.verdict === "supported" || ruling.verdict === "imprecise";
  if (!given || fact.figure.dimension === "date") return ruling;
  let role: ToldAs | null = null;
  const own = ruling.grounds.filter((one) => {
    const other = otherRole(fact, one) ?? (isOfAnotherEvent(fact, one, found, store) ? "event" : null);
    role ??= other;
    return other === null && !TOLD_APART.some((test) => test(fact, one, found, store));
  });
  if (own.length === ruling.grounds.length) return ruling;
  const isGiven = own.length > 0 && !(role === "expected" && own.every(tellsOfWhatIsToCome));
  return isGiven ? { ...ruling, grounds: own } : { ...ruling, verdict: "mismatched", role };
}
