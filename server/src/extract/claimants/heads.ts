import { WordMemo, wordSet } from "../../text/lexicon.ts";
import { MARK, type Tokens, WORD } from "../../text/tokens.ts";
import { isCapital, isPronoun, type Phrase } from "../names/index.ts";
import { isComma } from "../names/shapes.ts";
import { BODY_NOUNS, DETERMINER, JOINER, PREPOSITION, RELATIVE, ROLES, wordClass } from "../names/words.ts";

/** Papers that say nothing of whose they are: claimants only where somebody is known to have issued them. */
const WEAK = new Set(
  "results result claims estimates numbers research analysis investigation assessment findings inquiry review figures data statistics".split(
    " ",
  ),
);
/** Whoever they are, a reader learns nothing from "some said". */
const PARTS = wordSet("one some many most several two three both all others another");
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
  if (isCapital(tokens, to - 1) && isComma(tokens, apposition(tokens, from, to))) return true;
  const head = headOf(tokens, from, to);
  if (PARTS.has(tokens, head))
    return OF.has(tokens, head + 1) && head + 2 < to && mayClaim(tokens, { from: head + 2, to });
  return isCapital(tokens, head) || (formsAt(tokens, head) & STATES) !== 0;
}

const OF = wordSet("of");

/** Takes tokens and a phrase; says whether its head is a paper that needs an issuer to be worth naming ("an investigation"). */
export function isWeakPaper(tokens: Tokens, { from, to }: Phrase): boolean {
  const head = headOf(tokens, from, to);
  return !isCapital(tokens, head) && WEAK.has(tokens.lower(head));
}

/** What the head of a phrase is told by: somebody or something that states, or a participle. */
const STATES = 1;
const PARTICIPLE = 2;

function formsAt(tokens: Tokens, at: number): number {
  return tokens.kind[at] === WORD ? FORMS.at(tokens, at) : 0;
}

const FORMS = new WordMemo(
  (word) => (isStater(word) ? STATES : 0) | (/(?:ing|ed|sent|written|seen)$/.test(word) ? PARTICIPLE : 0),
);

function isStater(word: string): boolean {
  return ROLES.has(word) || BODY_NOUNS.has(word) || MORE.has(word) || (PEOPLE.test(word) && !NO_PEOPLE.has(word));
}

function apposition(tokens: Tokens, from: number, to: number): number {
  let at = to - 1;
  while (at > from && !isComma(tokens, at)) at--;
  return at;
}

/** The last word of the phrase before what only adds to it ("police investigating the attack", "figures from the ministry"). */
function headOf(tokens: Tokens, from: number, to: number): number {
  let start = from;
  while (start < to - 1 && wordClass(tokens, start) & DETERMINER && !OF.has(tokens, start + 1)) start++;
  for (let at = start + 1; at < to; at++) if (addsTo(tokens, at)) return at - 1;
  return to - 1;
}

/** Whether what only adds to the words before it begins at a token. */
function addsTo(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) return OPENING.includes(tokens.text.charAt(tokens.start[at] as number));
  if (isCapital(tokens, at)) return false;
  if (wordClass(tokens, at) & (JOINER | PREPOSITION | RELATIVE) || TO_OR_THAT.has(tokens, at)) return true;
  if ((formsAt(tokens, at) & (PARTICIPLE | STATES)) !== PARTICIPLE) return false;
  return isCapital(tokens, at - 1) || (formsAt(tokens, at - 1) & STATES) !== 0;
}

const OPENING = ",(:";
const TO_OR_THAT = wordSet("to that");
