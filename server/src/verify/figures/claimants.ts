import type { Claimant } from "../../extract/types.ts";
import type { StoredFigure } from "../../store/types.ts";
import type { ClaimantRelation } from "./types.ts";

/** Takes whom the draft gives a figure to and a source's figure; gives whether the source gives it to the same one. */
export function compareClaimants(
  draft: Claimant | null,
  stored: StoredFigure,
  outlet: string | null,
): ClaimantRelation {
  const source = stored.figure.claimant;
  if (!draft || draft.kind === "unnamed") return "open";
  if (outlet && sharesName([draft.key], [outlet.toLowerCase()])) return "same";
  if (namedIn(stored.passage.text, draft)) return "same";
  if (!source || source.kind === "unnamed") return "open";
  return sharesName(namesOf(draft), namesOf(source)) ? "same" : "other";
}

function namesOf({ key, aliases }: Claimant): string[] {
  return [key, ...aliases];
}

function sharesName(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((one) =>
    theirs.some((other) => one === other || wordsOf(one).some((word) => wordsOf(other).includes(word))),
  );
}

const COMMON = new Set(
  "the of and for international national group army force forces ministry department office united us".split(" "),
);

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !COMMON.has(word));
}

function namedIn(passage: string, draft: Claimant): boolean {
  const words = new Set(wordsOf(passage));
  return namesOf(draft).some((name) => wordsOf(name).length > 0 && wordsOf(name).every((word) => words.has(word)));
}
