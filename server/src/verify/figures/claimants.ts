import { namesOf, sameClaimant, sideOf } from "../../extract/claimants/index.ts";
import type { Claimant, Figure } from "../../extract/types.ts";
import type { CorpusStore, StoredFigure } from "../../store/types.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast, Recent } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate, ClaimantRelation } from "./types.ts";

const RELATIONS: Readonly<Record<ReturnType<typeof sameClaimant>, ClaimantRelation>> = {
  same: "same",
  "speaks-for": "same",
  different: "other",
  unknown: "open",
};

/** Takes whom the draft gives a figure to, a source's figure and the source's outlet; gives whether the source gives it to the same one. */
export function compareClaimants(
  draft: Claimant | null,
  stored: StoredFigure,
  outlet: string | null,
): ClaimantRelation {
  const source = stored.figure.claimant;
  if (!draft || !isDefinite(draft)) return "open";
  if (outlet && isOutlet(draft, outlet)) return "same";
  if (!source || !isNamed(source)) return "open";
  const relation = RELATIONS[sameClaimant(draft, source)];
  return relation === "other" && speaksIn(stored.passage.text, draft) ? "open" : relation;
}

/** One claimant of the draft is held against those of all candidates. */
const isDefinite = keptLast((draft: Claimant) => isNamed(draft) && (!isIndefinite(draft) || isPaper(draft)));

/** Only two names can be told apart: "a study" may be anyone's, "a study by Amnesty" may not; "the employers" are not the union. */
function isNamed(one: Claimant): boolean {
  const { kind, text, aliases } = one;
  return aliases.length > 0 || (!/^an? /i.test(text) && (kind !== "unnamed" || sideOf(one) !== undefined));
}

/**
 * Takes a fact, the passages with its value and those with other values that fit; says whether somebody else alone gives the value,
 * and the draft's own claimant another one: "the United Nations puts the dead at 1,133; a doctors' union counts 2,478".
 */
export function givesAnotherValue(
  fact: FigureFact,
  grounds: readonly Candidate[],
  others: readonly Candidate[],
): boolean {
  const draft = fact.figure.claimant;
  if (draft === null) return false;
  if (isSaidBeside(draft, sentenceOf(fact), grounds, others)) return true;
  if (!isNamed(draft) || isIndefinite(draft)) return false;
  const theirs = grounds.every(
    ({ claimant, stored }) =>
      claimant !== "same" && stored.figure.claimant !== null && !speaksIn(stored.passage.text, draft),
  );
  return theirs && others.some((one) => one.claimant === "same" && tellsTheSame(one, grounds));
}

/** "The United Nations counts 68,000, while the government counts 41,000": of two who speak in one sentence each has a number, so that one without a name may be told, too, unless the draft names both. */
function isSaidBeside(
  draft: Claimant,
  sentence: string,
  grounds: readonly Candidate[],
  others: readonly Candidate[],
): boolean {
  if (/^an? /i.test(draft.text)) return false;
  return grounds.every(({ stored: own }) =>
    others.some(({ stored: { source, passage, figure }, claimant }) => {
      const [one, other] = [own.figure.claimant, figure.claimant];
      if (
        source !== own.source ||
        passage.start !== own.passage.start ||
        one === null ||
        other === null ||
        sentence.toLowerCase().includes(one.key)
      )
        return false;
      return (
        figure.dimension === own.figure.dimension &&
        mayCountTheSame(figure, own.figure) &&
        (claimant === "same" || other.key === draft.key) &&
        one.key !== other.key
      );
    }),
  );
}

function mayCountTheSame({ measure: a }: Figure, { measure: b }: Figure): boolean {
  return (
    (a.head === null || b.head === null || a.head === b.head) && (a.outcome ?? b.outcome) === (b.outcome ?? a.outcome)
  );
}

/** It fits, or stands in one sentence with the value that is somebody else's. */
function tellsTheSame(
  { measure, stored: { source, passage, figure } }: Candidate,
  grounds: readonly Candidate[],
): boolean {
  if (measure.conflicts.length > 0) return false;
  const beside = grounds.some(
    ({ stored }) =>
      stored.source === source &&
      stored.passage.start === passage.start &&
      stored.figure.dimension === figure.dimension,
  );
  return beside || measure.score >= LEAST_OWN;
}

const LEAST_OWN = -1;

/** An outlet carries what others say: "VOA reported that …". Few outlets are asked about again and again. */
function isOutlet(claimant: Claimant, outlet: string): boolean {
  let known = knownOutlets.get(claimant);
  if (known === undefined) {
    known = new Map();
    knownOutlets.set(claimant, known);
  }
  const answer = known.get(outlet) ?? namesOutlet(claimant, outlet);
  known.set(outlet, answer);
  return answer;
}

const knownOutlets = new Recent<Claimant, Map<string, boolean>>(16);

function namesOutlet({ key }: Claimant, outlet: string): boolean {
  const name = outlet.toLowerCase();
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("");
  const first = (text: string) => text.split(" ")[0] ?? "";
  if (first(name).length > 3 && first(name) === first(key)) return true;
  return name === key || name.startsWith(`${key} `) || key.startsWith(`${name} `) || initials === key;
}

/** Where a passage lets the draft's claimant speak too, another one's name beside the figure settles nothing. */
function speaksIn(passage: string, draft: Claimant): boolean {
  const text = passage.toLowerCase();
  return namesOf(draft).some((name) => name.length > 3 && speaksAs(text, name));
}

const SPEAKS =
  /\b(?:said|says|saying|told|tells|add(?:ed|s)|acknowledg|admi(?:t|ss)|claim|stat(?:ed|es|ement)|report(?:ed|s)|releas|publish|found|confirm|record|figures?|count|estimat|warn|den(?:y|ie))/;
const SPOKEN_BY = /(?:according to|said|says|told|claims|admits|added)(?:\s[\p{L}.-]+){0,2}\s$/u;
const NEAR = 32;

function speaksAs(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (SPEAKS.test(text.slice(end, end + NEAR)) || SPOKEN_BY.test(text.slice(Math.max(0, at - NEAR), at))) return true;
  }
  return false;
}

/** "a former marine" of the draft may be any: what another says of the same thing takes nothing from one whom nobody names. */
function isIndefinite({ kind, text }: Claimant): boolean {
  return (
    kind === "unnamed" ||
    /^(?:an?|the (?:two|three|four)|two|three|four|five|six|several|some|many|other|both) \p{Ll}/iu.test(text)
  );
}

function isPaper({ text }: Claimant): boolean {
  return /\b(?:report|study|statement|survey|investigation|assessment|review|release)\b/i.test(text);
}

/**
 * Takes whom the draft gives a figure to, a source's figure and the store; says whether that source names the draft's person as one of another body than the
 * one that it gives the figure to: "Col. Rawlinson, a coalition spokesman", where it is Amnesty's figure.
 */
export function isOfAnotherBody(
  draft: Claimant,
  { figure: { claimant }, source, passage }: StoredFigure,
  store: CorpusStore,
): boolean {
  if (draft.kind !== "person" || claimant === null || claimant.kind !== "body" || speaksIn(passage.text, draft))
    return false;
  if (sameClaimant(draft, claimant) !== "unknown") return false;
  const own = speakersOf(source, store).find((one) => one.kind === "person" && sameClaimant(one, draft) === "same");
  return (
    own !== undefined &&
    sameClaimant({ ...draft, aliases: [...draft.aliases, ...own.aliases] }, claimant) === "different"
  );
}

function speakersOf(source: string, store: CorpusStore): Claimant[] {
  const figures = store.figuresOf(source).map(({ figure }) => figure.claimant);
  const quotes = store.quotesOf(source).map(({ quote }) => quote.speaker);
  return [...quotes, ...figures].filter((one) => one !== null);
}
