import { wordSet } from "../../text/lexicon.ts";

/** Countries with their adjectives and places in them that news names often: country | adjectives | places. */
const ROWS = `
  syria|syrian|raqqa,aleppo,damascus,homs,idlib,hama,deir al-zour,deir ez-zor,kobani,palmyra,eastern ghouta,baghouz,afrin,latakia
  iraq|iraqi|mosul,baghdad,basra,kirkuk,fallujah,ramadi,tikrit,sinjar,irbil,erbil,haditha
  afghanistan|afghan|kabul,kandahar,helmand,kunduz,herat,jalalabad
  yemen|yemeni|sanaa,aden,hodeidah,taiz
  libya|libyan|tripoli,benghazi,misrata,sirte
  somalia|somali|mogadishu
  sudan|sudanese|khartoum,darfur,south darfur,north darfur
  south sudan|south sudanese|juba
  ukraine|ukrainian|kyiv,kiev,kharkiv,mariupol,donetsk,luhansk,odesa,odessa,kherson,bakhmut,bucha,crimea
  russia|russian|moscow,st petersburg,belgorod,chechnya
  israel|israeli|tel aviv,haifa,sderot
  palestine|palestinian|gaza,gaza strip,gaza city,rafah,khan younis,west bank,jenin,nablus,ramallah,hebron
  lebanon|lebanese|beirut
  egypt|egyptian|cairo,alexandria,sinai
  turkey|turkish|ankara,istanbul
  iran|iranian|tehran
  pakistan|pakistani|karachi,lahore,islamabad,peshawar,quetta
  india|indian|delhi,new delhi,mumbai,kolkata,kashmir
  china|chinese|beijing,shanghai,xinjiang,wuhan
  hong kong||
  taiwan|taiwanese|taipei
  japan|japanese|tokyo,osaka,fukushima
  south korea|south korean|seoul
  north korea|north korean|pyongyang
  vietnam|vietnamese|hanoi
  myanmar|burmese|yangon,rakhine
  bangladesh|bangladeshi|dhaka,chittagong
  sri lanka|sri lankan|colombo
  nepal|nepali,nepalese|kathmandu
  indonesia|indonesian|jakarta,bali,sumatra
  philippines|philippine,filipino|manila
  malaysia|malaysian|kuala lumpur
  thailand|thai|bangkok
  nigeria|nigerian|lagos,abuja,borno,maiduguri
  kenya|kenyan|nairobi
  ethiopia|ethiopian|addis ababa,tigray
  eritrea|eritrean|asmara
  mali|malian|bamako,timbuktu
  niger||niamey
  chad|chadian|
  cameroon|cameroonian|
  burkina faso||ouagadougou
  congo|congolese|kinshasa,goma
  rwanda|rwandan|kigali
  burundi|burundian|bujumbura
  uganda|ugandan|kampala
  south africa|south african|johannesburg,cape town,pretoria
  zimbabwe|zimbabwean|harare
  mexico|mexican|mexico city
  brazil|brazilian|rio de janeiro,sao paulo
  colombia|colombian|bogota
  venezuela|venezuelan|caracas
  argentina|argentine,argentinian|buenos aires
  chile|chilean|santiago
  peru|peruvian|lima
  haiti|haitian|port-au-prince
  cuba|cuban|havana
  us|american|new york,washington,california,texas,florida,chicago,los angeles
  canada|canadian|ontario,toronto,quebec,vancouver,alberta
  uk|british|london,england,scotland,wales,northern ireland,manchester,birmingham,glasgow,edinburgh,cardiff,belfast,liverpool,leeds
  ireland|irish|dublin
  france|french|paris,marseille,lyon,nice
  germany|german|berlin,munich,hamburg
  italy|italian|rome,milan,naples,lampedusa,sicily
  spain|spanish|madrid,barcelona,catalonia
  portugal|portuguese|lisbon
  netherlands|dutch|amsterdam,the hague
  belgium|belgian|brussels
  switzerland|swiss|geneva,zurich
  austria|austrian|vienna
  greece|greek|athens,lesbos
  poland|polish|warsaw
  hungary|hungarian|budapest
  sweden|swedish|stockholm
  norway|norwegian|oslo
  denmark|danish|copenhagen
  finland|finnish|helsinki
  serbia|serbian|belgrade
  bosnia|bosnian|sarajevo,srebrenica
  croatia|croatian|zagreb
  australia|australian|sydney,melbourne,queensland,new south wales,victoria
  new zealand||auckland,christchurch
  saudi arabia|saudi|riyadh,mecca,mina
  uae|emirati|dubai,abu dhabi
  qatar|qatari|doha
  kuwait|kuwaiti|
  jordan|jordanian|amman
  tunisia|tunisian|tunis
  morocco|moroccan|rabat
  algeria|algerian|algiers`;

/** Other names of one place. */
const SAME = new Map(
  "u.s.:us;usa:us;united states:us;america:us;u.k.:uk;britain:uk;great britain:uk;united kingdom:uk;burma:myanmar;english:england;scottish:scotland;welsh:wales;gaza strip:gaza"
    .split(";")
    .map((pair) => pair.split(":") as [string, string]),
);

const COUNTRY_OF = new Map<string, string>();
const ADJECTIVES = new Map<string, string>();

for (const row of ROWS.trim().split("\n")) {
  const [country, adjectives, places] = row.trim().split("|") as [string, string, string];
  COUNTRY_OF.set(country, country);
  for (const adjective of adjectives.split(",").filter(Boolean)) ADJECTIVES.set(adjective, country);
  for (const place of places.split(",").filter(Boolean)) COUNTRY_OF.set(place, country);
}

/** The first words of all names that the tables know. */
export const FIRST_OF_PLACES = wordSet(
  [...COUNTRY_OF.keys(), ...ADJECTIVES.keys(), ...SAME.keys()].map((name) => name.split(" ")[0]).join(" "),
);

/** Takes a name in lower case; gives the place as the table names it ("syrian" → "syria", "u.s." → "us"), the name itself where it has none. */
export function canonicalPlace(name: string): string {
  return ADJECTIVES.get(name) ?? SAME.get(name) ?? name;
}

/** Takes a canonical place; says whether the table has it. */
export function isKnownPlace(place: string): boolean {
  return COUNTRY_OF.has(place);
}

/** Takes two canonical places; says whether the first lies in the second. */
export function liesIn(place: string, country: string): boolean {
  return place !== country && COUNTRY_OF.get(place) === country;
}
