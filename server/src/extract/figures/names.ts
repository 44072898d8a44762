import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { NEW_LINE } from "../../text/tokens.ts";
import { FUNCTION_WORDS, isCounted } from "./counted.ts";
import type { Draft } from "./figure.ts";
import { isIdiom } from "./idioms.ts";
import { codeAt, follows, isCapital, isHyphen, isMark, isNumber, isWord, joined, type Scan, word } from "./scan.ts";

/** Words behind which a number is a name whatever follows ("Article 5", "Boeing 737", "FTSE 100"). */
const ALWAYS = wordSet(
  "no nos nr nrs article articles section sections chapter chapters clause paragraph para page pages p pp fig figs figure figures table tables appendix annex exhibit channel flight route highway interstate motorway autobahn volume vol proposition resolution boeing airbus apollo iphone ipad galaxy tab windows android ios playstation xbox soyuz sputnik falcon antonov tupolev sukhoi embraer bombardier cessna psalm verse opus symphony ref refs eq eqs equation equations formula ligue bundesliga ftse nasdaq nikkei cac stoxx russell topix asx sensex fortune mach euro expo agenda catch exit serie rfc iso wembley gate act version windows section. scp chromosome python zip isbn issn doi op ak mig",
);
/** Words behind which a number is a name when written with a capital ("Radio 4", "World War Two", "League One", "Air Force One"). */
const CAPITALISED = wordSet(
  "radio big studios war league force one's world group pool division type model mark mk series season episode part book title stage phase level grade tier category class unit zone district sector area camp block building room suite hall studio platform terminal pier gate exit track line track lane road street house hangar hut checkpoint battalion brigade regiment squadron division precinct ward route state reactor generation vision web tab note pixel redmi core ryzen premier championship super bowl super. formula article rule law act order directive decree protocol amendment section title code form rio london tokyo beijing sochi paris athens sydney comet asteroid scene nhs itv bbc cbs abc espn sky fox north-west thor atlas hot billboard forbes time top ps mp number stage day week round game match test race step question chapter item case lot plan option sample site phase study experiment group dow s&p p",
);
/** Common words behind which a number is a label unless it counts what follows ("day four", "page 5", "round 2"). */
const LABELLED = wordSet(
  "number day week round stage phase step grade level tier category type class chapter part season episode room lap hole question item lot lane set match game test year group case row line platform seed ranked pole rule bay ward reactor unit option plan category stage heading sura size aged_ tip reason sample site experiment study model core cluster figure equation compound lane ligand step hypothesis variant strain subject patient participant",
);
/** Numbers in words with a capital that are names together with the next word. */
const FIXED = new Lexicon<string>([
  ["six", "nations flags"],
  ["five", "eyes star guys live"],
  ["four", "seasons nations tops"],
  ["three", "gorges lions kings mile"],
  ["two", "sessions"],
  ["one", "direction nation america world show planet"],
  ["ten", "commandments"],
  ["seven", "sisters network summits"],
  ["nine", "network elms entertainment"],
  ["twelve", "apostles"],
  ["hundred", "acre years'"],
  ["thousand", "oaks"],
  ["million", "man"],
  ["twenty", "first"],
  ["forty", "niners"],
]);
/** "zero-sum", "zero-coupon": no number of anything. */
const ZERO_PREFIXED = wordSet("sum coupon tolerance emission emissions carbon hours hour day waste gravity rated");
/** Labels of digits and another sign that are names by themselves. */
const LABELS = new Set(["9/11", "7/7", "24/7", "50/50", "20/20", "1/6", "4K", "8K"]);

function isLabel({ text, tokens }: Scan, from: number, to: number): boolean {
  return LABELS.has(text.slice(tokens.start[from], tokens.end[to - 1]));
}

/** Takes a figure as read; says whether its number is a name or a label after all ("Boeing 737", "Six Nations", "No. 10", "4K video"). */
export function isName(scan: Scan, draft: Draft): boolean {
  const { amount, dimension } = draft;
  if (amount.to > amount.from + 1 && isLabel(scan, amount.from, amount.to)) return true;
  if (isIdiom(scan, amount.from, amount.to)) return true;
  if (hasTail(scan, draft) || word(scan, amount.to) === "o'clock") return true;
  if (dimension === "money" || dimension === "percent" || (amount.scaled && amount.form === "digits")) return false;
  if (amount.low === 0 && amount.form === "words" && isMark(scan, amount.to, 0x2d))
    return ZERO_PREFIXED.has(scan.tokens, amount.to + 1);
  if (amount.form === "words" && isNamedInWords(scan, draft)) return true;
  return draft.from === amount.from && isBehindHead(scan, draft);
}

/** Letters or digits grown onto the number or its unit ("5G", "777F", "24703m212"). */
function hasTail(scan: Scan, draft: Draft): boolean {
  const { amount, behind } = draft;
  if (!isNumber(scan, amount.to - 1) && amount.form !== "digits") return false;
  const tail = behind > amount.to ? behind : amount.to;
  if (joined(scan, tail) && (isWord(scan, tail) || isNumber(scan, tail))) return behind > amount.to || amount.step >= 1;
  if (
    isMark(scan, tail, 0x28) &&
    joined(scan, tail) &&
    joined(scan, tail + 1) &&
    word(scan, tail + 1).length === 1 &&
    isMark(scan, tail + 2, 0x29)
  )
    return true;
  return isHyphen(scan, amount.to) && behind === amount.to && isLabelTail(scan, amount.to + 1);
}

/** "3-D", "7-Eleven", "4-H". */
function isLabelTail(scan: Scan, at: number): boolean {
  const raw = scan.tokens.raw(at);
  return isWord(scan, at) && isCapital(scan, at) && (raw.length === 1 || raw === "Eleven");
}

function isNamedInWords(scan: Scan, draft: Draft): boolean {
  const { from, to } = draft.amount;
  const fixed = FIXED.find(scan.tokens, to - 1);
  if (
    fixed !== undefined &&
    isCapital(scan, to - 1) &&
    isCapital(scan, to) &&
    fixed.split(" ").includes(word(scan, to))
  )
    return true;
  if (!isCapital(scan, from) || to !== from + 1 || isOpening(scan, from)) return false;
  if (isWord(scan, from - 1) && isCapital(scan, from - 1)) return false;
  return isWord(scan, from - 1) && !joined(scan, to) && (isCapital(scan, to) || !isWord(scan, to));
}

/** Says whether a capital is owed to the place: after a stop, a quotation mark, a bullet or a line break. */
function isOpening(scan: Scan, at: number): boolean {
  return (
    at === 0 || (scan.tokens.gap[at] as number) >= NEW_LINE || (!isWord(scan, at - 1) && !isMark(scan, at - 1, 0x2c))
  );
}

function isBehindHead(scan: Scan, draft: Draft): boolean {
  const { amount } = draft;
  if (!follows(scan, amount.from) || joined(scan, amount.from)) return isHash(scan, amount.from);
  const stop = isMark(scan, amount.from - 1, 0x2e) ? 1 : 0;
  const head = amount.from - 1 - stop;
  if (!isWord(scan, head)) return false;
  if (stop === 1 && !/^(?:nos?|nrs?|figs?|vol|p|pp|art|sec|ch|eqs?|refs?|ex)$/.test(word(scan, head))) return false;
  if (isIndex(scan, head)) return true;
  if (ALWAYS.has(scan.tokens, head)) return isAlways(scan, head, amount.from, stop === 1);
  if (isHyphen(scan, amount.to) && isNumber(scan, amount.to + 1)) return false;
  if (draft.unit !== null && draft.unit !== "decade") return false;
  const capital = isCapital(scan, head) && !isSentenceFirst(scan, head);
  if (CAPITALISED.has(scan.tokens, head) && isCapital(scan, head))
    return !isCounted(scan, amount.to) || (amount.form === "words" && isCapital(scan, amount.from));
  if (word(scan, head) === "number" && amount.form === "words") return true;
  if (LABELLED.has(scan.tokens, head) && isPlainNumber(scan, draft))
    return !isCounted(scan, amount.to) && !isSubject(scan, head);
  return capital && isNumber(scan, amount.from) && isPlainNumber(scan, draft) && isProductName(scan, head, amount.to);
}

/** "no 43" denies, "No 43" and "no. 43" label. */
function isAlways(scan: Scan, head: number, at: number, stop: boolean): boolean {
  const name = word(scan, head);
  if (name === "no") return stop || isCapital(scan, head) ? isNumber(scan, at) : false;
  if (
    /^(?:act|gate|galaxy|windows|euro|catch|fortune|volume|flight|table|figure|channel|page|sputnik|falcon|verse|highway|section|version)s?$/.test(
      name,
    )
  )
    return isCapital(scan, head) || !isCounted(scan, at + 1);
  return true;
}

/** Takes the token behind a label's number; gives the token behind the labels listed with it ("Radio 1 and 2", "Articles 5, 6 and 7"). */
export function behindLabels(scan: Scan, at: number): number {
  let to = at;
  for (let next = behindComma(scan, to); isLabelNumber(scan, next); next = behindComma(scan, to)) to = next + 1;
  return to;
}

function behindComma(scan: Scan, at: number): number {
  const link = isMark(scan, at, 0x2c) || isMark(scan, at, 0x26) ? at + 1 : at;
  const named = word(scan, link) === "and" || word(scan, link) === "or" ? link + 1 : link;
  return named === at || !follows(scan, at) || !follows(scan, link) ? -1 : named;
}

function isLabelNumber(scan: Scan, at: number): boolean {
  if (!isNumber(scan, at) || !follows(scan, at) || isCounted(scan, at + 1)) return false;
  const behind = codeAt(scan, at + 1);
  return (
    (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) <= 3 &&
    behind !== 0x25 &&
    behind !== 0x2d &&
    behind !== 0x3a
  );
}

function isHash(scan: Scan, at: number): boolean {
  return isMark(scan, at - 1, 0x23) && joined(scan, at);
}

/** "S&P 500". */
function isIndex(scan: Scan, head: number): boolean {
  return word(scan, head) === "p" && isMark(scan, head - 1, 0x26) && codeAt(scan, head - 2) === 0x53;
}

function isPlainNumber(scan: Scan, draft: Draft): boolean {
  const { from, to, form, low } = draft.amount;
  if (form === "words") return low < 21;
  return to === from + 1 && (scan.tokens.end[from] as number) - (scan.tokens.start[from] as number) <= 4;
}

/** "on day four troops came": a label; "every day 5 trucks came" counts. */
function isSubject(scan: Scan, head: number): boolean {
  return (
    /^(?:every|each|per|one|a|other|the|that|this|same|last|next)$/.test(word(scan, head - 1)) &&
    /^(?:day|week|year|time|group)$/.test(word(scan, head))
  );
}

function isSentenceFirst(scan: Scan, at: number): boolean {
  return (
    at === 0 ||
    (scan.tokens.gap[at] as number) >= NEW_LINE ||
    isMark(scan, at - 1, 0x2e) ||
    isMark(scan, at - 1, 0x22) ||
    isMark(scan, at - 1, 0x201c)
  );
}

/** A capitalised word and a bare number that counts nothing, as in "a Cessna 172 crashed", in running text (in a headline every word has its capital). */
function isProductName(scan: Scan, head: number, behind: number): boolean {
  if (word(scan, head).endsWith("'s") || isCounted(scan, behind) || FUNCTION_WORDS.has(scan.tokens, head)) return false;
  if (isCapital(scan, behind) && isWord(scan, behind)) return false;
  let first = head;
  while (first > head - 4 && isWord(scan, first - 1) && isCapital(scan, first - 1) && follows(scan, first)) first--;
  return (
    isWord(scan, first - 1) &&
    !isCapital(scan, first - 1) &&
    follows(scan, first) &&
    !isInSeries(scan, first, behind) &&
    !VERBS_OF_HEADLINES.has(scan.tokens, head)
  );
}

/** "90 seats, the National Front 81, the Greens 18 and": what each of a series has, the noun left out. */
function isInSeries(scan: Scan, first: number, behind: number): boolean {
  if (word(scan, first - 1) !== "the" || !(isMark(scan, first - 2, 0x2c) || word(scan, first - 2) === "and"))
    return false;
  if (isWord(scan, behind) && word(scan, behind) !== "and") return false;
  for (let at = first - 3; at > first - 24 && at >= 0 && !isMark(scan, at, 0x2e); at--)
    if (isNumber(scan, at)) return true;
  return false;
}

const VERBS_OF_HEADLINES = wordSet(
  "kill kills killed killing wound wounds wounded injure injures injured leave leaves leaving hit hits fell falls fall rose rises rise lost loses gain gains gained up down from to",
);
