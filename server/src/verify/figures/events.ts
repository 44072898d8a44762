import type { Article } from "../../corpus/types.ts";
import type { Outcome } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate, Found } from "./types.ts";

/** A kind of event that takes lives, with the words that name it and the kinds that one event may be told as, too. */
interface Kind {
  readonly name: string;
  readonly words: string;
  readonly near?: string;
  /** True where the words may stand for events of several kinds: they tell no two apart. */
  readonly loose?: boolean;
}

/** Of two kinds whose words begin at one place the first counts. */
const KINDS: readonly Kind[] = [
  {
    name: "none",
    words: `fire[\\s-]?(?:brigade|department|chief|officials?|services?|crews?|engines?|stations?|officers?|trucks?|marshal)|under\\sfire|cross-?fire|cease-?fire|heart\\sattacks?|a\\sflood\\sof|computer\\svirus`,
    loose: true,
  },
  { name: "downing", words: "shot\\sdown|shoot(?:ing)?\\sdown|downing", near: "crash airstrike shooting", loose: true },
  {
    name: "shooting",
    words: "open(?:ed|ing)?\\sfire|shootings?|shot|gunfire|gunned|snipers?|stabb(?:ed|ing|ings)|knife(?:man)?",
  },
  { name: "gunmen", words: "gunm[ae]n", near: "shooting bombing blast airstrike fire" },
  {
    name: "bombing",
    words:
      "(?:car|truck|lorry|suicide|roadside)[\\s-]bomb(?:s|ing|ings|er|ers)?|bomb(?:s|ed|ing(?!\\s(?:campaign|raid|run))|ings|er|ers)?|grenades?|land\\s?mines?",
    near: "blast airstrike fire shooting",
  },
  { name: "blast", words: "blasts?|explosions?|explod(?:ed|es|ing)", near: "airstrike fire crash sinking" },
  {
    name: "airstrike",
    words:
      "air[\\s-]?(?:strikes?|raids?)|(?:aerial|coalition|cross-border|precision|retaliatory)\\sstrikes?|strikes?\\s(?:hit|killed)|bombing\\s(?:campaigns?|raids?|runs?)|drones?|shell(?:s|ed|ing|fire)|bombard(?:ed|ing|ments?)|(?:artillery|missiles?|rockets?|mortars?)(?:\\sfire)?|warplanes?|gunships?",
    near: "fire",
  },
  {
    name: "crash",
    words:
      "crash(?:es|ed|ing)?|collisions?|collid(?:ed|es|ing)|derail(?:s|ed|ing|ments?)?|pile-?ups?|plung(?:ed|es|ing)\\s(?:off|down|into\\sa)",
    near: "fire storm sinking",
  },
  { name: "sinking", words: "capsiz(?:ed|es|ing)|shipwrecks?|sank|sunk|sinking", near: "storm flood fire" },
  {
    name: "blaze",
    words:
      "(?:apartment|brush|chemical|electrical|factory|flat|forest|garage|grass|hospital|hostel|hotel|house|kitchen|market|mill|nightclub|plant|refinery|school|warehouse)[\\s-]fires?|wildfires?|bushfires?|arson",
    near: "fire blast crash sinking crush heat accident collapse",
  },
  { name: "fire", words: "fires?|blazes?|infernos?|flames|burning|burn(?:ed|t)" },
  {
    name: "flood",
    words:
      "(?:flash[\\s-])?flood(?:s|ing|ed|waters?)?|dams?\\s(?:\\p{L}+\\s){0,2}(?:breaks?|broke|bursts?|collapsed?|failures?|failed|breach(?:ed)?|gave\\sway)|deluge",
    near: "storm",
  },
  { name: "slide", words: "(?:land|mud|rock)slides?|mudflows?|avalanches?", near: "flood storm quake volcano" },
  {
    name: "storm",
    words: "(?:thunder|snow|rain|sand)?storms?|cyclones?|hurricanes?|typhoons?|tornado(?:e?s)?|twisters?|blizzards?",
  },
  {
    name: "rain",
    words: "rains?|rainfall|downpours?|monsoons?|winds?|gales?",
    near: "storm flood slide sinking",
    loose: true,
  },
  { name: "tsunami", words: "tsunamis?|tidal\\swaves?", near: "quake flood storm" },
  { name: "quake", words: "(?:earth)?quakes?|tremors?|aftershocks?" },
  { name: "volcano", words: "volcano(?:e?s)?|eruptions?", near: "quake flood fire" },
  { name: "crush", words: "stampedes?|crush|trampled", near: "fire" },
  {
    name: "disease",
    words:
      "outbreaks?|epidemics?|pandemics?|cholera|ebola|measles|malaria|dengue|meningitis|influenza|flu|covid(?:-19)?|coronavirus|virus|diseases?",
  },
  { name: "heat", words: "heat[\\s-]?waves?", near: "fire" },
  { name: "hunger", words: "famines?|starvation|starved|droughts?", near: "disease heat" },
  {
    name: "vehicle",
    words:
      "(?:mini)?bus(?:es)?|coach(?:es)?|trains?|planes?|aircraft|airliners?|jets?|helicopters?|cars?|trucks?|lorr(?:y|ies)|vans?|vehicles?|boats?|ferr(?:y|ies)|ships?|overturned",
    near: "crash sinking",
    loose: true,
  },
  { name: "water", words: "drown(?:s|ed|ing|ings)?", near: "flood sinking storm tsunami", loose: true },
  { name: "accident", words: "accidents?", near: "crash fire blast sinking crush shooting", loose: true },
  {
    name: "collapse",
    words: "collaps(?:e|es|ed|ing)",
    near: "quake flood slide storm fire blast bombing airstrike crush",
    loose: true,
  },
  {
    name: "violence",
    words:
      "attack(?:s|ed|ers?|ing)?|assaults?|raid(?:s|ed)?|clash(?:es|ed)?|fighting|battles?|war|massacres?|violence|strikes?",
    near: "shooting gunmen bombing blast airstrike fire crash hunger",
    loose: true,
  },
];

const LOOSE = new Set(KINDS.filter(({ loose }) => loose).map(({ name }) => name));
const NEAR = new Set(
  KINDS.flatMap(({ name, near }) => (near?.split(" ") ?? []).flatMap((one) => [`${name} ${one}`, `${one} ${name}`])),
);
const NAMED = new RegExp(
  `(?<![\\p{L}-])(?:${KINDS.map(({ name, words }) => `(?<${name}>${words})`).join("|")})(?!\\p{L})`,
  "giu",
);

/** What an event does to people, and what a source counts of it. */
const TOLLS = new Set<Outcome>(["killed", "wounded", "casualties", "missing", "displaced", "infected"]);

/** So far before a passage the sentence before it begins. */
const BEFORE = 300;

/**
 * Takes a fact, a passage with its value, all that was found and the store; says whether the passage tells of the toll of an event of plainly another kind than the
 * draft's: 31 killed in a bus crash are not the 31 whom a breaking dam killed. Where the passage names no event, its headline does, or else the whole source, if nothing in
 * it may be the draft's.
 */
export function isOfAnotherEvent(fact: FigureFact, ground: Candidate, found: Found, store: CorpusStore): boolean {
  const { figure, source, passage } = ground.stored;
  const ours = eventsOf(fact);
  if (ours.length === 0 || figure.measure.outcome === null || !TOLLS.has(figure.measure.outcome)) return false;
  const named = eventsIn(passage.text);
  const theirs = named.length > 0 ? named : eventsIn(store.source(source)?.meta.title ?? "");
  const isPlain = !theirs.every((one) => LOOSE.has(one));
  if (!areApart(ours, theirs) || (isPlain && !isOneEvent(theirs))) return false;
  const article = store.article(source);
  if (article === null) return false;
  if (!isPlain) return isOfNoEventLike(ours, eventsOfAll(article));
  if (named.length === 0 || isInPassing(fact)) return areApart(ours, eventsOfAll(article));
  const before = article.text.slice(Math.max(0, passage.start - BEFORE), passage.start);
  return areApart(ours, eventsIn(before)) || hasOwnToll(ours, ground, found);
}

/** Events are named, and none that may be one of ours. */
function isOfNoEventLike(ours: readonly string[], all: readonly string[]): boolean {
  return all.some((one) => !LOOSE.has(one)) && areApart(ours, all);
}

/** The draft's event stands just before, with another toll: "The storm killed 14. A bus crash on Tuesday killed 31." */
function hasOwnToll(ours: readonly string[], { stored: own }: Candidate, { other }: Found): boolean {
  return other.some(({ stored: { source, passage, figure } }) => {
    if (source !== own.source || passage.end > own.passage.start || passage.end < own.passage.start - BEFORE)
      return false;
    if (figure.measure.outcome !== own.figure.measure.outcome) return false;
    return !areApart(ours, eventsIn(passage.text));
  });
}

/** The kinds of event of the draft's sentence; none where these are several, or the figure is no toll. */
const eventsOf = keptLast((fact: FigureFact): readonly string[] => {
  const { dimension, measure } = fact.figure;
  if (dimension !== "count" || measure.outcome === null || !TOLLS.has(measure.outcome)) return [];
  const events = eventsIn(sentenceOf(fact));
  return isOneEvent(events) ? events.filter((one) => !LOOSE.has(one)) : [];
});

/** "after the earthquake", "since last year's floods": what goes before what is told. */
const IN_PASSING = /\b(?:after|since|following|amid|despite|during)\s(?:the|this|that|last|these|those)\b/i;

const isInPassing = keptLast((fact: FigureFact) => IN_PASSING.test(sentenceOf(fact)));

/** The passages of one source come one after another. */
const eventsOfAll = keptLast(({ text, blocks }: Article) =>
  eventsIn(blocks.flatMap(({ kind, start, end }) => (kind === "furniture" ? [] : text.slice(start, end))).join("\n\n")),
);

function eventsIn(text: string): string[] {
  const found = new Set<string>();
  for (const { groups = {} } of text.matchAll(NAMED))
    for (const name in groups) if (groups[name] !== undefined) found.add(name);
  found.delete("none");
  return [...found];
}

/** Some kind is named, and all that are may be one event. */
function isOneEvent(events: readonly string[]): boolean {
  const sure = events.filter((one) => !LOOSE.has(one));
  return sure.length > 0 && sure.every((a) => sure.every((b) => isNear(a, b)));
}

function areApart(ours: readonly string[], theirs: readonly string[]): boolean {
  return !ours.some((a) => theirs.some((b) => isNear(a, b)));
}

function isNear(a: string, b: string): boolean {
  return a === b || NEAR.has(`${a} ${b}`);
}
