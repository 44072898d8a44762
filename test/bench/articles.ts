/** A made-up article: its file name and its text, about 3 KB, with front matter, figures and quotations. */
export interface MadeArticle {
  readonly path: string;
  readonly id: string;
  readonly text: string;
  /** One of its quotations, as it stands there. */
  readonly quote: string;
}

/** Takes a number; gives the article of that number, always the same one. */
export function makeArticle(number: number): MadeArticle {
  const random = randomFrom(number);
  const place = pick(PLACES, random);
  const outlet = pick(OUTLETS, random);
  const day = new Date(Date.UTC(2012, 0, 1 + (number % 4400))).toISOString().slice(0, 10);
  const quotes = Array.from({ length: 3 }, () => prose(random, 14 + random.below(16)));
  const sentences: string[] = [];
  quotes.forEach((quote, i) => {
    sentences.splice(random.below(sentences.length + 1), 0, quoted(quote, random, i));
  });
  while (sentences.join(" ").length < 2750) {
    sentences.splice(
      random.below(sentences.length + 1),
      0,
      random.below(5) < 2 ? counted(place, random) : `${capital(prose(random, 9 + random.below(16)))}.`,
    );
  }
  const id = `a${number}`;
  const head = `---\nid: ${id}\ntitle: ${capital(prose(random, 6))}\noutlet: ${outlet}\npublished: ${day}\n---\n\n`;
  return { path: `${id}.md`, id, text: `${head}${paragraphs(sentences)}\n`, quote: quotes[0] as string };
}

/** Numbers that look random and are always the same for one seed (mulberry32, T. Ettinger, public domain). */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
}

/** Takes a seed; gives its numbers. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** Takes a list; gives one of it. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)] as T;
}

const words = (list: string) => list.split(" ");
const phrases = (list: string) => list.split(", ");
const PLACES = phrases(
  "Raqqa, Mosul, Aleppo, Idlib, Kabul, Kunduz, Sanaa, Hodeidah, Gaza City, Rafah, Kharkiv, Mariupol, Kherson, Goma, Bukavu, El Fasher, Khartoum, Maiduguri, Mogadishu, Port-au-Prince, Lashio, Sittwe, Culiacan, Homs, Taiz",
);
const OUTLETS = phrases("Daily Ledger, Northern Wire, The Harbour Post, Civic Monitor, Metro Dispatch, Field Reports");
const PEOPLE = phrases(
  "Maria Castell, Jonas Weber, Amina Diallo, Col. Peter Hale, Yusuf Demir, Olena Koval, Dr. Samuel Okoye, Ruth Abrams, Tariq Nasser, Elif Aydin, Henrik Dahl, Naledi Mokoena",
);
const BODIES = phrases(
  "the health ministry, the United Nations, the Red Cross, the monitoring group, the coalition, the provincial governor, local officials, the relief agency",
);
const COUNTED = phrases(
  "civilians, people, soldiers, children, residents, fighters, families, aid workers, migrants, patients, police officers, detainees",
);
const BEFELL = phrases(
  "were killed, were wounded, were displaced, were detained, went missing, were evacuated, were rescued, fled their homes",
);
const BOUNDS = phrases("more than , at least , about , nearly , , , , , up to , some ");
const EVENTS = phrases(
  "air strikes, shelling, flooding, an ambush, a bombing, fighting, an earthquake, raids, a landslide",
);
const MONTHS = words("January February March April May June July August September October November December");
const COMMON = words(
  "the of and to in a that is was for on with as by at from it be this have are not but had they which were has their been who would there when more will no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three",
);
const SYLLABLES = words(
  "ba be bo bra ca ce co cra da de di do dra fa fe fi for ga ge gra ha he hi ho ja jo ka ke ki la le li lo ma me mi mo na ne ni no pa pe pi por pra ra re ri ro sa se si so sta ta te ti to tra va ve vi vo wa we wi",
);

/** Common words by Zipf's law, rare ones made of syllables: twelve thousand of them. */
function word(random: Random): string {
  if (random.next() < 0.55) return COMMON[Math.floor(COMMON.length * random.next() ** 2.2)] as string;
  let number = Math.floor(12_000 * random.next() ** 2);
  let made = "";
  for (let i = 0; i < 3 && (i < 2 || number > 0); i++) {
    made += SYLLABLES[number % SYLLABLES.length];
    number = Math.floor(number / SYLLABLES.length);
  }
  return `${made}${pick(["n", "s", "r", "l", "nt", ""], random)}`;
}

function prose(random: Random, length: number): string {
  return Array.from({ length }, () => word(random)).join(" ");
}

function quoted(quote: string, random: Random, i: number): string {
  const who = pick(PEOPLE, random);
  return i === 1 ? `“${capital(quote)},” said ${who}.` : `${who} said: “${capital(quote)}.”`;
}

function counted(place: string, random: Random): string {
  const amount = number(random);
  const [what, fate, event] = [pick(COUNTED, random), pick(BEFELL, random), pick(EVENTS, random)];
  const bound = pick(BOUNDS, random);
  const month = pick(MONTHS, random);
  switch (random.below(5)) {
    case 0:
      return `${capital(`${bound}${amount}`)} ${what} ${fate} in ${event} in ${place} in ${month} ${2012 + random.below(12)}, ${pick(BODIES, random)} said.`;
    case 1:
      return `${capital(pick(BODIES, random))} said that ${bound}${amount} ${what} ${fate} near ${place} during ${event}.`;
    case 2:
      return `About ${1 + random.below(99)} percent of the ${what} in ${place} ${fate}, according to ${pick(PEOPLE, random)}.`;
    case 3:
      return `The repair of ${word(random)} in ${place} will cost $${(1 + random.below(990) / 10).toFixed(1)} million over ${2 + random.below(30)} months.`;
    default:
      return `Of ${amount} ${what} who ${fate.replace("were ", "were ")}, ${number(random)} came from ${pick(PLACES, random)}.`;
  }
}

/** Two to six digits, small ones the likelier, half of them round. */
function number(random: Random): string {
  const value = Math.max(2, Math.floor(10 ** (1 + 4.5 * random.next() ** 2)));
  const step = random.below(2) === 0 ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return (Math.ceil(value / step) * step).toLocaleString("en-US");
}

function paragraphs(sentences: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < sentences.length; i += 2) parts.push(sentences.slice(i, i + 2).join(" "));
  return parts.join("\n\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
