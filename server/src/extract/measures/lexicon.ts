import { wordClasses, wordSet } from "../../text/lexicon.ts";
import { stem } from "../../text/stem.ts";
import type { Tokens } from "../../text/tokens.ts";
import type { Cycle, Outcome } from "../types.ts";

/** Takes words between blanks; gives them as a set. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words that carry no content: never part of a thing counted, never a term. */
export const FUNCTION_WORDS = words(`
  a an the this that these those my your his her its our their some any no none each every either neither both all such same
  i you he she it we they me him us them myself himself herself itself themselves who whom whose which what where when why how
  and or but nor so yet if then than as because while whereas although though unless until till since before after once
  of in on at by for from to into onto with without within under over above below between among amid against about around across
  through throughout during near off out up down along beside behind beyond toward towards upon via per despite except
  is are was were be been being am has have had having do does did doing will would shall should can could may might must ought
  not n't also just only even still already ever never too very more most less least much many few several other another further
  there here now again however moreover meanwhile instead otherwise therefore thus about roughly approximately nearly almost
  says said say saying told tell tells according reported reportedly it's he's she's that's don't didn't doesn't wasn't weren't isn't
  mr mrs ms dr st exactly estimated s t re ve ll d`);

/** Words that end a noun phrase where they stand (prepositions, conjunctions, auxiliaries, pronouns). */
const ENDS_PHRASE = words(`
  can't cannot couldn't won't wouldn't shouldn't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't
  and or but nor so yet if then than as because while whereas although though unless until till since before after once
  in on at by for from to into onto with without within under over above below between among amid against about around across
  through throughout during near off out up down along beside behind beyond toward towards upon via per despite except
  is are was were be been being am has have had having do does did doing will would shall should can could may might must
  not also just only even still already ever never too who whom whose which that what where when why how i you he she it we they
  me him us them there here now again however ago later earlier previously respectively apart away together each every this these those
  says said say told tells reported remain remained remains came come went go took take made make got get gave give began begin
  left fled died dies die lost lose became become ran run won win held hold met meet sought seek fell fall rose rise grew grow
  stood stand sat sit led paid pay found find knew know thought think saw see felt feel kept keep sent send spent spend took
  brought bring bought buy sold sell caught catch fought fight drove wrote spoke broke threw flew drew wore shot hit struck shook rocked swept tore ripped killed
  injured wounded arrested accused charged convicted alive according including included plus`);

/** Units of time and measure, and the words that go with them. */
const UNIT_WORDS = words(`
  second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks weekend weekends fortnight month months quarter
  quarters year years yr yrs decade decades century centuries millennium millennia old long aged square cubic mm cm m km millimetre millimetres centimetre
  centimetres metre metres meter meters kilometre kilometres kilometer kilometers inch inches foot feet ft yard yards mile miles sq hectare hectares ha
  acre acres mg g kg gram grams kilo kilos kilogram kilograms tonne tonnes ton tons pound pounds lb lbs ounce ounces oz stone litre litres liter liters
  l ml gallon gallons barrel barrels mph kph km/h knot knots watt watts kw mw gw kwh mwh gwh degree degrees celsius fahrenheit per high tall deep wide`);

/** Words that may stand between a number and the noun phrase it counts. */
const BEFORE_PHRASE = words(
  "of the these those its their his her our my your other more additional further such or so a an new separate different all another extra total long old aged",
);

/** "two of them", "12 of whom": the thing counted was said before. */
const BACK_POINTERS = words("them whom these those which us");

/** Nouns that say little without what follows "of". */
export const CONTAINERS = words(`
  case piece kind type sort number member part ton tonne kilogram kilo litre liter gallon barrel pound acre hectare mile kilometre kilometer
  percent share half third quarter majority group batch series pair set total bottle cup glass count load box bag`);

/** The lists about noun phrases by one bit each, so that a word is looked up once for all of them. */
export const ENDS = 1;
export const IS_FUNCTION = 2;
export const IS_UNIT = 4;
export const MAY_LEAD = 8;
export const POINTS_BACK = 16;

const PHRASE_CLASSES = wordClasses([
  [ENDS_PHRASE, ENDS],
  [FUNCTION_WORDS, IS_FUNCTION],
  [UNIT_WORDS, IS_UNIT],
  [BEFORE_PHRASE, MAY_LEAD],
  [BACK_POINTERS, POINTS_BACK],
]);

/** Takes tokens and an index; gives the bits of the lists above that hold the word there, 0 where none does or the index is out of range (the US is no pronoun). */
export function phraseClass(tokens: Tokens, at: number): number {
  const bits = PHRASE_CLASSES.find(tokens, at) ?? 0;
  return bits & POINTS_BACK && tokens.raw(at) === "US" ? 0 : bits;
}

/** Ways to say what befell people, by outcome; every inflected or derived form of a word counts. */
export const OUTCOME_STEMS: ReadonlyMap<string, Outcome> = tableOf({
  killed:
    "kill die toll fatality fatal slay murder massacre perish execute slaughter assassinate behead drown homicide martyr annihilate",
  wounded: "wound injure injury hurt maim burn hospitalise hospitalize",
  casualties: "casualty",
  missing: "missing disappear unaccounted vanish",
  displaced: "displace uproot flee homeless",
  detained: "detain imprison jail captivity custody intern incarcerate detention",
  abducted: "abduct kidnap hostage",
  rescued: "rescue save free liberate",
  infected: "infect sicken ill",
  arrested: "arrest apprehend",
  evacuated: "evacuate",
  survived: "survive",
});

/** Words above that speak of an outcome only where no other outcome word stands near. */
export const WEAK_OUTCOMES = stems("ill burn hurt save free custody jail");

/** Two words that say an outcome together: "lives lost", "found dead". */
export const OUTCOME_PAIRS: ReadonlyMap<string, Outcome> = new Map(
  (
    [
      ["lost life", "killed"],
      ["life lost", "killed"],
      ["claim life", "killed"],
      ["cost life", "killed"],
      ["take life", "killed"],
      ["take hostage", "abducted"],
      ["hold hostage", "abducted"],
      ["force home", "displaced"],
      ["drive home", "displaced"],
      ["critical condition", "wounded"],
      ["serious condition", "wounded"],
      ["stable condition", "wounded"],
    ] as const
  ).map(([pair, outcome]) => [pair.split(" ").map(stem).join(" "), outcome]),
);

function tableOf(rows: Readonly<Record<Outcome, string>>): ReadonlyMap<string, Outcome> {
  const table = new Map<string, Outcome>();
  for (const [outcome, list] of Object.entries(rows)) {
    for (const word of list.split(" ")) table.set(stem(word), outcome as Outcome);
  }
  return table;
}

function stems(list: string): ReadonlySet<string> {
  return new Set([...words(list)].map(stem));
}

/** Words that deny what is said of a figure. */
export const NEGATION_WORDS = words(
  "not no none never nobody neither nor without cannot n't didn't wasn't weren't doesn't don't isn't aren't hasn't haven't couldn't denied deny denies false",
);
export const NEGATIONS = wordSet([...NEGATION_WORDS].join(" "));

/** Words that deny what is said behind what a figure counts. */
export const DENIAL_WORDS = words("not never n't wasn't weren't didn't");

/** Verbs of news that govern figures. */
export const VERB_STEMS = stems(`
  kill die wound injure arrest detain charge convict jail sentence accuse abduct kidnap rescue displace evacuate destroy damage carry conduct launch
  fire drop hit strike attack bomb shell raid report document record verify identify interview speak visit survey study investigate review assess
  receive reject accept find collect name list count estimate reach rise fall grow increase decrease climb cut raise lower gain lose win score beat
  play sign join leave return arrive move travel run walk drive fly sell buy pay cost earn spend invest save fund borrow owe fine announce publish
  release open close build plan create add hire employ recall ban vote elect appoint serve hold take make give get produce export import ship supply
  deliver suspend cancel delay last begin start end marry live work teach attend graduate admit deny claim want need expect hope watch view download
  read use drink eat weigh measure stand contain include own submit complain test infect cure treat survive flee stay remain appear host share rank
  finish complete fail pass approve sue settle award donate contribute struggle face`);

/** Words before a capitalised name that make it a place. */
export const PLACE_PREPOSITIONS = wordSet(
  "in at near from around outside inside across throughout over into of for on out",
);

/** Capitalised words that are no places although a preposition stands before. */
export const NOT_PLACES = wordSet(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
  amnesty airwars nato un unicef unesco fbi cia mod centcom coalition pentagon congress parliament government court police army navy air
  twitter facebook google apple amazon microsoft instagram youtube god islam christmas easter ramadan reuters bbc cnn afp ap voa
  president minister secretary general colonel captain king queen prince princess lord lady sir operation islamic isis isil is daesh i`);

/** Words that tell for which stretch of time a figure is. */
export const CYCLES: ReadonlyMap<string, Cycle> = byWord({
  day: "daily",
  week: "weekly",
  month: "monthly",
  quarter: "quarter quarterly",
  half: "half half-year",
  year: "annual annually yearly full-year",
  season: "season",
  career: "career",
});

/** Words of time that tell one only behind others: "per day", "a month", "for the full year". */
export const TIMES: ReadonlyMap<string, Cycle> = byWord({ day: "day", week: "week", month: "month", year: "year" });

/** Deeds that have an opposite, by each of their words. */
export const DEEDS: ReadonlyMap<string, string> = byWord({
  score: "score scores scored",
  concede: "concede concedes conceded",
  win: "win wins won",
  lose: "lose loses lost",
  buy: "buy buys bought",
  sell: "sell sells sold",
  hire: "hire hires hired",
  dismiss: "fire fired sack sacks sacked dismiss dismissed",
  import: "import imports imported",
  export: "export exports exported",
  open: "open opens opened",
  close: "close closes closed shut",
  bear: "born",
  die: "die dies died",
  convict: "convict convicts convicted",
  acquit: "acquit acquits acquitted",
  approve: "approve approves approved accept accepts accepted",
  reject: "reject rejects rejected",
  install: "install installs installed",
  operate: "operate operates operated",
});

function byWord<K extends string>(rows: Readonly<Partial<Record<K, string>>>): ReadonlyMap<string, K> {
  const table = new Map<string, K>();
  for (const key of Object.keys(rows) as K[]) for (const word of rows[key]?.split(" ") ?? []) table.set(word, key);
  return table;
}
