import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { isHalfBehind } from "./compound.ts";
import type { Scan } from "./scan.ts";
import { PERIOD_UNITS } from "./units.ts";

/** What may open at a word. */
export type Opening = "amount" | "article" | "multiple" | "ordinal" | "none" | "date" | "url";

const OPENINGS = new Lexicon<Opening>([
  ...words(
    "amount",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
  ),
  ...words(
    "amount",
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand lakh million crore",
  ),
  ...words("amount", "billion trillion quadrillion dozen zero nought naught nil half quarter"),
  ...words(
    "amount",
    "tens dozens scores hundreds thousands lakhs millions crores billions trillions several few many couple",
  ),
  ...words("article", "a an"),
  ...words(
    "multiple",
    "double doubled doubles doubling twice triple tripled triples tripling treble trebled trebling thrice",
  ),
  ...words("multiple", "quadruple quadrupled quadrupling quintupled quintupling halved halving"),
  ...words("multiple", "twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold twelvefold"),
  ...words("multiple", "fifteenfold twentyfold thirtyfold fortyfold fiftyfold hundredfold thousandfold"),
  ...words(
    "ordinal",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
  ),
  ...words(
    "ordinal",
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth",
  ),
  ...words("date", "january february march april may june july august september october november december"),
  ...words("date", "jan feb mar apr jun jul aug sep sept oct nov dec"),
  ...words("date", "monday tuesday wednesday thursday friday saturday sunday"),
  ...words("date", "monday's tuesday's wednesday's thursday's friday's saturday's sunday's"),
  ...words(
    "date",
    "last this next yesterday today tomorrow yesterday's today's tomorrow's spring summer autumn fall winter",
  ),
  ...words("url", "http https www ftp"),
  ...words("none", "no none nobody"),
]);

function words(opening: Opening, names: string): [string, Opening][] {
  return names.split(" ").map((name) => [name, opening]);
}

/** Words that make a number of the article before them. */
const BEHIND_ARTICLE = wordSet(
  "hundred thousand million billion trillion quadrillion lakh crore dozen couple few half third quarter fourth fifth sixth seventh eighth ninth tenth twelfth sixteenth twentieth hundredth thousandth millionth trillionth",
);

/** Takes a word's index; says what kind of figure may open there, `undefined` where none can. */
export function openingAt(scan: Scan, at: number): Opening | undefined {
  const opening = OPENINGS.find(scan.tokens, at);
  if (opening === "article") return opensBehindArticle(scan, at + 1) ? opening : undefined;
  return opening;
}

/** "a hundred", "a year and a half". */
function opensBehindArticle(scan: Scan, at: number): boolean {
  return BEHIND_ARTICLE.has(scan.tokens, at) || (PERIOD_UNITS.has(scan.tokens, at) && isHalfBehind(scan, at + 1));
}
