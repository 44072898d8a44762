import { wordClasses } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";

/** Word lists about names and noun phrases, in lower case. Tables, so that rules can stay short. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}

export const DETERMINERS = words(
  "the a an this that these those his her their its our my your one another some many several both all most other others no each every two three four five six seven eight nine ten",
);

export const PERSONAL = words("he she they it i we you");

export const RELATIVES = words("who which whom whose");

export const PREPOSITIONS = words(
  "in on at by to from with without within into onto over under after before during since until till about against among amid between through throughout near behind beyond despite following ahead alongside outside inside per via upon off around across toward towards like unlike as for of than because regarding concerning",
);

/** Words that join an owner or a body to a head noun: "spokesman for the ministry", "director of Airwars". */
export const JOINERS = words("of for from at with in");

/** Words that begin a clause, and so end the phrase before them. */
export const CLAUSE_WORDS = words(
  "but while because although though when where if as since after before that whereas so yet until unless than whether what how why nor once whenever wherever lest",
);

/** Words that may open a sentence before its subject. */
export const OPENERS = words(
  "and but or so yet then still however meanwhile also moreover furthermore nevertheless nonetheless instead later earlier today yesterday now finally separately elsewhere similarly indeed thus therefore besides otherwise afterwards subsequently previously recently",
);

/** Words between a subject and its verb. */
export const ADVERBS = words(
  "also has have had having would will later then recently reportedly once again further repeatedly been was were is are be being never not did does do could can may might should must already still just even always often sometimes now today yesterday tomorrow earlier previously first only simply too both himself herself themselves itself once famously tonight though however afterwards thereafter soon long here ever",
);

/** Words that end in "-ly" and are no adverbs. */
export const NOT_ADVERBS = words(
  "family reply ally italy july assembly supply company police kelly billy emily sally molly holly lily",
);

export const DAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december tue tues thu thur thurs fri jan feb apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight",
);

/** What stands before a personal name, written with a capital or as an abbreviation. */
export const TITLES = words(
  "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron rev reverend fr father bishop archbishop cardinal pope rabbi imam sheikh sheik ayatollah mullah col colonel gen general lt lieutenant insp det supt con dci dc ds ch maj major capt captain cmdr commander cpl corporal sgt sergeant pvt private adm admiral brig brigadier marshal president vice prime minister premier chancellor secretary senator sen rep congressman congresswoman representative gov governor mayor judge justice ambassador envoy king queen prince princess duke duchess emperor speaker chairman chairwoman chair chief director secretary-general general-secretary attorney inspector superintendent supt det detective constable pc officer sheriff councillor cllr mp foreign defence defense interior finance deputy undersecretary under assistant acting former coach manager pastor sister brother saint staff spokesman spokeswoman spokesperson analyst economist researcher hon honourable honorable lead senior press home health education justice treasury",
);

/** Nouns for people by what they do: heads of unnamed phrases, and what stands before a name in lower case. */
export const ROLES = words(
  "spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer officers source sources minister ministers president chairman chairwoman chair chairperson chief head leader leaders director directors manager managers executive executives ceo founder co-founder cofounder president's author authors co-author coauthor writer editor journalist reporter reporters correspondent analyst analysts expert experts economist economists researcher researchers scientist scientists professor lecturer academic academics historian lawyer lawyers attorney attorneys prosecutor prosecutors judge judges witness witnesses resident residents survivor survivors victim victims neighbour neighbours neighbor neighbors friend friends relative relatives father mother son daughter brother sister wife husband uncle aunt cousin parent parents grandmother grandfather man woman boy girl men women people student students teacher teachers doctor doctors nurse nurses medic medics activist activists campaigner campaigners critic critics opponent opponents supporter supporters protester protesters demonstrator demonstrators commander commanders general soldier soldiers fighter fighters rebel rebels militant militants veteran diplomat diplomats ambassador envoy adviser advisers advisor advisors aide aides senator senators lawmaker lawmakers congressman congresswoman mp mps governor mayor councillor deputy secretary coordinator representative representatives delegate member members owner owners boss worker workers employee employees driver pilot farmer fisherman player players coach captain striker goalkeeper manager actor actress singer artist musician director producer filmmaker star fan fans investor investors trader traders banker broker consultant engineer investigator investigators inspector detective detectives sergeant constable sheriff police authorities insider insiders observer observers commentator commentators user users customer customers passenger passengers tourist candidate candidates voter voters chancellor premier monarch king queen prince princess priest bishop pastor imam rabbi pope cleric clerics counterpart colleague colleagues partner speaker nominee incumbent strategist pollster organiser organizer organisers organizers volunteer volunteers rescuer rescuers firefighter firefighters paramedic bystander onlooker shopkeeper trustee curator architect designer developer entrepreneur attache negotiator negotiators mediator monitor monitors counsel defendant plaintiff suspect mum dad mom teenager pensioner patient patients caretaker landlord tenant tenants",
);

/** Nouns for bodies and papers that "say" things: heads of phrases in lower case. */
export const BODY_NOUNS = words(
  "report reports study studies statements results claims estimates numbers statistics analysis research poll statement release assessment investigation review survey document documents memo letter email e-mail post tweet message article newspaper paper magazine website agency news ministry department office group groups organisation organization organisations organizations charity ngo watchdog monitor monitors union government administration regime council committee commission court tribunal panel inquiry company firm corporation bank airline manufacturer party coalition alliance army military navy force forces task police embassy consulate institute university college hospital team club federation association authority board bureau parliament senate congress cabinet palace kremlin movement network broadcaster station channel service body filing complaint indictment lawsuit ruling judgment verdict petition notice advisory bulletin summary records figures data findings researchers campaign front brigade militia militants rebels staff publication paper sign banner note caption headline editorial communique communiqué transcript account outlet outlets media press",
);

/** Words that mark a capitalised name as a body's. */
export const BODY_WORDS = words(
  "ministry department office army navy force forces international group council committee commission university institute party union police agency court bank house association center centre foundation company inc corp corporation ltd llc plc coalition watch news times post guardian authority government administration observatory network team united airlines airways federation society league alliance front movement congress senate parliament cabinet embassy bureau service services operation command guard guards media press radio television tv broadcasting daily journal herald tribune telegraph independent mail sun mirror star express college hospital school church trust fund organisation organization nations states board brigade brigades militia corps division airwars amnesty reuters pentagon kremlin hezbollah hamas taliban nato daesh interpol europol unicef unesco greenpeace oxfam holdings industries systems technologies partners capital motors energy oil gas records club fc initiative programme program project campaign headquarters assembly tribunal labs laboratory laboratories museum electric studios pictures entertainment twitter facebook google apple microsoft amazon tesla boeing airbus ministers democrats republicans conservatives labour tories",
);

/** Small words inside personal names. */
export const PARTICLES = words(
  "al el bin ibn bint abu abd de da di du del della der den van von la le dos das ter ten y e mac st",
);

/** Places that stand for their governments, or after a name as an address. */
export const PLACES = words(
  "afghanistan africa america argentina australia austria bahrain bangladesh belarus belgium berlin brazil britain brussels cairo california canada chile china colombia cuba damascus denmark egypt england ethiopia europe finland florida france gaza geneva germany greece hungary india indonesia iran iraq ireland israel italy japan jordan kabul kenya kiev kyiv kuwait lebanon libya london malaysia mexico morocco moscow myanmar nepal netherlands nigeria norway ohio pakistan palestine paris philippines poland portugal qatar raqqa mosul aleppo baghdad romania russia rwanda scotland serbia singapore somalia spain sudan sweden switzerland syria taiwan tehran texas thailand tokyo tunisia turkey ukraine uganda venezuela vietnam virginia wales washington yemen beijing delhi ankara jerusalem riyadh zimbabwe",
);

/** Capitalised words that begin sentences and are no names. */
export const NOT_NAMES = words(
  "the a an this that these those his her their its our my your i he she they it we you and but or so yet then still however meanwhile also in on at by to from with for of as if when while after before since during although though because there here what who why how where which not no yes more most many some several one two three all both each every another other others according asked speaking last next read photo image picture video update now today yesterday despite following under over about among between such even just only once until unless previously recently earlier later instead perhaps maybe well oh ok okay let please thank thanks none nobody nothing everyone everybody everything someone somebody something anyone anybody anything scroll born source sources sentenced pictured",
);

export const MONTHS_AND_DAYS = DAYS;

/** Papers through which bodies and people "say" things. */
export const PAPERS = words(
  "report reports study studies statements results claims estimates numbers statistics analysis research poll statement release assessment investigation review survey document documents memo letter email e-mail post tweet message records figures data findings filing complaint indictment lawsuit ruling judgment verdict summary note communique communiqué",
);

/** One bit for each of the lists, so that one look-up asks all of them of a token. */
export const DETERMINER = 1 << 0;
export const RELATIVE = 1 << 1;
export const PREPOSITION = 1 << 2;
export const JOINER = 1 << 3;
export const CLAUSE_WORD = 1 << 4;
export const OPENER = 1 << 5;
export const ADVERB = 1 << 6;
export const NOT_ADVERB = 1 << 7;
export const DAY = 1 << 8;
export const TITLE = 1 << 9;
export const ROLE = 1 << 10;
export const BODY_NOUN = 1 << 11;
export const BODY_WORD = 1 << 12;
export const PARTICLE = 1 << 13;
export const PLACE = 1 << 14;
export const NOT_NAME = 1 << 15;
export const PAPER = 1 << 16;
export const PERSONAL_WORD = 1 << 17;
export const BY = 1 << 18;
export const AND_OR = 1 << 19;
export const TIME_WORD = 1 << 20;

const CLASSES = wordClasses([
  [DETERMINERS, DETERMINER],
  [RELATIVES, RELATIVE],
  [PREPOSITIONS, PREPOSITION],
  [JOINERS, JOINER],
  [CLAUSE_WORDS, CLAUSE_WORD],
  [OPENERS, OPENER],
  [ADVERBS, ADVERB],
  [NOT_ADVERBS, NOT_ADVERB],
  [DAYS, DAY],
  [TITLES, TITLE],
  [ROLES, ROLE],
  [BODY_NOUNS, BODY_NOUN],
  [BODY_WORDS, BODY_WORD],
  [PARTICLES, PARTICLE],
  [PLACES, PLACE],
  [NOT_NAMES, NOT_NAME],
  [PAPERS, PAPER],
  [PERSONAL, PERSONAL_WORD],
  [["by"], BY],
  [["and", "or"], AND_OR],
  [words("this last next earlier later late"), TIME_WORD],
]);

/** Takes tokens and an index; gives the bits of the lists that hold the word there, 0 where none does or the index is out of range. */
export function wordClass(tokens: Tokens, at: number): number {
  return CLASSES.find(tokens, at) ?? 0;
}
