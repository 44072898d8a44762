import type { Tokens } from "../../text/tokens.ts";
import { isCapital, isPronoun, type Phrase } from "../names/index.ts";
import { BODY_NOUNS, DETERMINERS, JOINERS, PREPOSITIONS, RELATIVES, ROLES } from "../names/words.ts";

/** Papers that say nothing of whose they are: claimants only where somebody is known to have issued them. */
const WEAK = new Set(
  "results result claims estimates numbers research analysis investigation assessment findings inquiry review figures data statistics".split(
    " ",
  ),
);
/** Whoever they are, a reader learns nothing from "some said". */
const PARTS = new Set("one some many most several two three both all others another".split(" "));
const PEOPLE = /(?:men|women|people|ists?|ians?|crats?|ers?|ors?|ees?|-olds?)$/;
const NO_PEOPLE = new Set(
  "number numbers letter letters order orders offer offers matter matters paper papers weather water computer computers summer winter power answer answers river other others centre theatre error errors factor factors floor door doors layer layers degree degrees fee fees tree trees list lists tower towers cover covers year-old".split(
    " ",
  ),
);
/** Bodies and papers that state things, beside those that are heads of names. */
const MORE = new Set(
  "probe audit census inquest centre center clinic school museum foundation trust fund chain retailer brand regulator host hosts visitors champions website firm business side crew witness family families couple pair trio source sources record records residents locals staff crowd nation nations state country countries neighbours pupils nuns twins survey timeline dossier house store blog caption manifesto obituary legend suspect".split(
    " ",
  ),
);

/**
 * Takes tokens and the noun phrase that a claim verb gives; says whether its head is one who can state things: a name, a pronoun, people,
 * a body or a paper. Looks at the phrase alone.
 */
export function mayClaim(tokens: Tokens, phrase: Phrase): boolean {
  const { from, to } = phrase;
  if (isPronoun(tokens, from)) return true;
  if (isCapital(tokens, to - 1) && tokens.raw(apposition(tokens, from, to)) === ",") return true;
  const head = headOf(tokens, from, to);
  if (PARTS.has(tokens.lower(head))) {
    const of = tokens.lower(head + 1) === "of";
    return of && head + 2 < to && mayClaim(tokens, { from: head + 2, to });
  }
  return isCapital(tokens, head) || isStater(tokens.lower(head));
}

/** Takes tokens and a phrase; says whether its head is a paper that needs an issuer to be worth naming ("an investigation"). */
export function isWeakPaper(tokens: Tokens, { from, to }: Phrase): boolean {
  const head = headOf(tokens, from, to);
  return !isCapital(tokens, head) && WEAK.has(tokens.lower(head));
}

function isStater(word: string): boolean {
  return ROLES.has(word) || BODY_NOUNS.has(word) || MORE.has(word) || (PEOPLE.test(word) && !NO_PEOPLE.has(word));
}

const PARTICIPLE = /(?:ing|ed|sent|written|seen)$/;

function apposition(tokens: Tokens, from: number, to: number): number {
  let at = to - 1;
  while (at > from && tokens.raw(at) !== ",") at--;
  return at;
}

/** The last word of the phrase before what only adds to it ("police investigating the attack", "figures from the ministry"). */
function headOf(tokens: Tokens, from: number, to: number): number {
  let start = from;
  while (start < to - 1 && DETERMINERS.has(tokens.lower(start)) && !(tokens.lower(start + 1) === "of")) start++;
  for (let at = start + 1; at < to; at++) {
    const word = tokens.lower(at);
    const adds = JOINERS.has(word) || PREPOSITIONS.has(word) || RELATIVES.has(word) || word === "to" || word === "that";
    const noun = isStater(tokens.lower(at - 1)) || isCapital(tokens, at - 1);
    if ((adds && !isCapital(tokens, at)) || ",(:".includes(tokens.raw(at))) return at - 1;
    if (noun && PARTICIPLE.test(word) && !isCapital(tokens, at) && !isStater(word)) return at - 1;
  }
  return to - 1;
}
