/** Nouns and verbs whose base form no rule gives, as "form base" pairs. */
const IRREGULAR = new Map(
  `people person;men man;women woman;children child;lives life;wives wife;knives knife;thieves thief;halves half;shelves shelf;leaves leaf;
  wolves wolf;loaves loaf;feet foot;teeth tooth;mice mouse;geese goose;crises crisis;analyses analysis;bases base;theses thesis;media medium;
  criteria criterion;phenomena phenomenon;data data;series series;species species;news news;means means;troops troop;police police;
  fishermen fisherman;policemen policeman;policewomen policewoman;servicemen serviceman;gunmen gunman;firemen fireman;
  was be;were be;been be;is be;are be;am be;being be;had have;has have;having have;did do;does do;done do;died die;dying die;dies die;lying lie;
  slew slay;slain slay;shot shoot;lost lose;losing lose;struck strike;hit hit;fell fall;fallen fall;rose rise;risen rise;grew grow;grown grow;
  made make;took take;taken take;gave give;given give;held hold;found find;left leave;leaving leave;fled flee;fleeing flee;saw see;seen see;
  said say;says say;told tell;went go;gone go;came come;became become;began begin;begun begin;brought bring;bought buy;sold sell;built build;
  broke break;broken break;chose choose;chosen choose;drove drive;driven drive;felt feel;fought fight;got get;kept keep;knew know;known know;
  led lead;lent lend;met meet;paid pay;ran run;sent send;set set;spent spend;spoke speak;spoken speak;stood stand;stole steal;stolen steal;
  swore swear;sworn sworn;taught teach;thought think;threw throw;thrown throw;won win;wore wear;wrote write;written write;bore bear;born bear;
  beat beat;beaten beat;cut cut;put put;hurt hurt;drew draw;drawn draw;flew fly;flown fly;hid hide;hidden hide;sank sink;sunk sink;shut shut;
  heard hear;laid lay;sought seek;caught catch;dealt deal;meant mean;read read;rode ride;ridden ride;sat sit;slept sleep;burnt burn;worst bad;worse bad;better good;
  best good;dead die;death die;deaths die;dad father;mum mother;mom mother;killing kill;killings kill;injuries injury;airstrike airstrike;
  airstrikes airstrike;this this;its its;his his;thus thus;bus bus;gas gas;lens lens;christmas christmas;texas texas;always always;perhaps perhaps;
  whereas whereas;across across;during during;nothing nothing;something something;anything anything;everything everything;morning morning;
  evening evening;king king;ring ring;string string;spring spring;wing wing;thing thing;things thing;bed bed;red red;need need;speed speed;seed seed;feed feed;
  missing missing;mission mission;missions mission;hundred hundred;indeed indeed;united united;kingdom kingdom;building building;buildings building;wedding wedding;meeting meeting;meetings meeting`
    .split(";")
    .map((pair) => pair.trim().split(" ") as [string, string]),
);

const VOWEL = /[aeiouy]/;

/** Takes a lower-case noun; gives its singular ("allegations" → "allegation", "people" → "person"). Possessive endings are dropped. */
export function singular(word: string): string {
  const bare = withoutPossessive(word);
  if (PLURALS.has(bare)) return PLURAL_OF.get(bare) ?? IRREGULAR.get(bare) ?? bare;
  return withoutPlural(bare);
}

/** Plurals of nouns whose stem is a verb's. */
const PLURAL_OF = new Map([
  ["deaths", "death"],
  ["killings", "killing"],
  ["injuries", "injury"],
  ["police", "police"],
]);

/** Takes a lower-case word; says whether it has the form of a plural noun. */
export function isPlural(word: string): boolean {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return PLURALS.has(word);
  return word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|'s)$/.test(word);
}

const PLURALS = new Set(
  "people men women children lives wives knives thieves halves shelves leaves wolves loaves feet teeth mice geese crises troops police fishermen policemen policewomen servicemen gunmen firemen deaths killings injuries airstrikes things buildings meetings".split(
    " ",
  ),
);

const STEMS = new Map<string, string>();
const MOST_STEMS = 40_000;

/**
 * Takes a lower-case word; gives a stem that its inflected and most of its derived forms share ("investigated" and "investigation" → "investig").
 * Stems are for comparing, never for showing. A light suffix stripper in the manner of Porter (1980), with a table of irregular forms.
 */
export function stem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  if (STEMS.size >= MOST_STEMS) STEMS.clear();
  const made = makeStem(word);
  STEMS.set(word, made);
  return made;
}

/** Takes and gives the same, worked out anew: for who keeps stems themselves. */
export function makeStem(word: string): string {
  const bare = withoutPossessive(word);
  const known = IRREGULAR.get(bare);
  const one = known ?? withoutPlural(bare);
  const again = one === bare ? known : IRREGULAR.get(one);
  const base = again ?? withoutInflection(one);
  return withoutEnding((base === one ? again : IRREGULAR.get(base)) ?? base);
}

function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.endsWith("'") ? word.slice(0, -1) : word;
}

function withoutPlural(word: string): string {
  const { length } = word;
  if (length < 4 || word.charCodeAt(length - 1) !== LETTER_S) return word;
  if (word.endsWith("ies")) return length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  const before = word.charAt(length - 2);
  if ("sui".includes(before)) return word;
  return before === "e" && addsSyllable(word, length - 3) ? word.slice(0, -2) : word.slice(0, -1);
}

const LETTER_S = "s".charCodeAt(0);

/** "crosses", "boxes", "quizzes", "watches", "dishes", "heroes": what stands at the index takes "es". */
function addsSyllable(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if ("xzo".includes(letter)) return true;
  const before = word.charAt(at - 1);
  return letter === "s" ? before === "s" : letter === "h" && (before === "c" || before === "s");
}

function withoutInflection(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = word.endsWith("ing") ? 3 : word.endsWith("ed") ? 2 : 0;
  if (cut === 0 || word.length - cut < 3) return word;
  const base = word.slice(0, -cut);
  if (!VOWEL.test(base)) return word;
  if (base.endsWith("at") && base.length > 4) return `${base}e`;
  const last = base.charAt(base.length - 1);
  const doubled = last === base.charAt(base.length - 2) && "bdgkmnprt".includes(last);
  return doubled ? base.slice(0, -1) : base;
}

/** Endings of derivation, longest first; what is left must keep four letters. */
const ENDINGS = "ations ation ating ators ator ate ition ments ment ness ions ion ally ly ist ers er or al e".split(
  " ",
);
/** The endings by their last letter. */
const ENDINGS_BY_LETTER = new Map(
  ENDINGS.map((ending) => {
    const letter = ending.charCodeAt(ending.length - 1);
    return [letter, ENDINGS.filter((other) => other.charCodeAt(other.length - 1) === letter)];
  }),
);

function withoutEnding(word: string): string {
  for (const ending of ENDINGS_BY_LETTER.get(word.charCodeAt(word.length - 1)) ?? []) {
    if (word.endsWith(ending) && word.length - ending.length >= (ending === "e" ? 2 : 4))
      return tidy(word.slice(0, -ending.length));
  }
  return tidy(word);
}

function tidy(word: string): string {
  return word.endsWith("y") && word.length > 3 ? `${word.slice(0, -1)}i` : word;
}
