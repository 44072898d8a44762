/** An outlet: its usual name, other names it goes by, and the domains it publishes under. */
export interface Outlet {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
}

/** Rows "name | aliases | domains"; a name in brackets is an abbreviation that is too common a word to look for in prose. */
const ROWS = `
21st Century Wire | 21WIRE, 21Wire | 21stcenturywire.com
ABC News | | abcnews.go.com
Agence France-Presse | AFP | afp.com
Al Arabiya | | alarabiya.net
Al Jazeera | Al Jazeera English, Aljazeera | aljazeera.com
Al-Monitor | Al Monitor | al-monitor.com
Anadolu Agency | Anadolu | aa.com.tr
Associated Press | The Associated Press, AP News, AP | apnews.com, ap.org
Axios | | axios.com
BBC News | BBC, BBC News Online | bbc.com, bbc.co.uk
Bellingcat | | bellingcat.com
Bloomberg | Bloomberg News | bloomberg.com
BuzzFeed News | | buzzfeednews.com
CBS News | | cbsnews.com
CNN | CNN International, Cable News Network | cnn.com
CNBC | | cnbc.com
Daily Mail | Mail Online, MailOnline | dailymail.co.uk
Daily Mirror | The Mirror | mirror.co.uk
Daily Sabah | | dailysabah.com
Daily Telegraph | The Telegraph, The Daily Telegraph | telegraph.co.uk
Der Spiegel | Spiegel Online | spiegel.de
Deutsche Welle | DW, DW News | dw.com
Deutsche Presse-Agentur | dpa | dpa.com
El País | El Pais | elpais.com
Euronews | | euronews.com
Financial Times | The Financial Times, FT.com | ft.com
Forces News | Forces Network, BFBS Forces News, Forces.net | forces.net, forcesnews.com
Foreign Policy | Foreign Policy Magazine | foreignpolicy.com
Fox News | Fox News Channel | foxnews.com
France 24 | FRANCE 24 | france24.com
Frankfurter Allgemeine Zeitung | FAZ | faz.net
Haaretz | | haaretz.com
HuffPost | The Huffington Post, Huffington Post | huffpost.com, huffingtonpost.com
Interfax | | interfax.com, interfax.ru
Kyiv Independent | The Kyiv Independent | kyivindependent.com
Kyodo News | | kyodonews.net
Le Monde | | lemonde.fr
Los Angeles Times | LA Times, L.A. Times | latimes.com
Middle East Eye | | middleeasteye.net
NBC News | | nbcnews.com
New York Post | The New York Post | nypost.com
New York Times | The New York Times, NYTimes | nytimes.com
Newsweek | | newsweek.com
NPR | National Public Radio | npr.org
Politico | POLITICO | politico.com, politico.eu
Press Association | PA Media | pressassociation.com
Press TV | PressTV | presstv.com, presstv.ir
ProPublica | | propublica.org
RFE/RL | Radio Free Europe/Radio Liberty, Radio Free Europe, RFERL, Radio Liberty | rferl.org
Radio Free Asia | RFA | rfa.org
Reuters | Thomson Reuters | reuters.com
RIA Novosti | | ria.ru
RT | Russia Today | rt.com
Rudaw | | rudaw.net
SANA | Syrian Arab News Agency | sana.sy
Sky News | | news.sky.com
Sputnik | Sputnik International, Sputnik News, Sputnik Global | sputniknews.com, sputnikglobe.com
Süddeutsche Zeitung | Sueddeutsche Zeitung | sueddeutsche.de
TASS | | tass.com, tass.ru
The Atlantic | | theatlantic.com
The Daily Beast | Daily Beast | thedailybeast.com
The Economist | | economist.com
The Guardian | Guardian | theguardian.com
The Hill | | thehill.com
The Independent | Independent | independent.co.uk
The Intercept | | theintercept.com
The Irish Times | Irish Times | irishtimes.com
The Jerusalem Post | Jerusalem Post | jpost.com
The Moscow Times | Moscow Times | themoscowtimes.com
The National | | thenationalnews.com
The New Arab | New Arab | newarab.com
The Sun | | thesun.co.uk
The Times | The Times of London | thetimes.co.uk, thetimes.com
The Times of Israel | Times of Israel | timesofisrael.com
Time | TIME Magazine | time.com
United Press International | UPI | upi.com
USA Today | USA TODAY | usatoday.com
Vice News | VICE News | vice.com
Voice of America | VOA, VOA News | voanews.com
Vox | | vox.com
Wall Street Journal | The Wall Street Journal, WSJ | wsj.com
Washington Post | The Washington Post | washingtonpost.com
Xinhua | Xinhua News Agency | xinhuanet.com, news.cn
Yahoo News | | news.yahoo.com
`;

/** Outlets whose name is also a common word: taken from a credit or a domain, never from a mention in prose. */
const COMMON_WORDS = new Set([
  "Time",
  "RT",
  "Guardian",
  "Independent",
  "The Times",
  "The Sun",
  "The National",
  "The Hill",
  "Vox",
  "SANA",
]);

/** The known outlets. What is not here is taken as the page writes it. */
export const OUTLETS: readonly Outlet[] = ROWS.trim().split("\n").map(parseRow);

const BY_NAME = new Map(
  OUTLETS.flatMap((o) => [o.name, ...o.aliases].map((name) => [name.toLowerCase(), o.name] as const)),
);
const BY_DOMAIN = new Map(OUTLETS.flatMap((o) => o.domains.map((domain) => [domain, o.name] as const)));
const LONGEST_FIRST = [...BY_NAME.keys()].sort((a, b) => b.length - a.length);
const MENTIONS = [...BY_NAME.keys()].filter((name) => name.length > 2 && !isCommon(name));

/** Takes a name as written; gives the known outlet's usual name, or the name itself. */
export function canonicalOutlet(name: string): string {
  return knownOutlet(name) ?? name;
}

/** Takes a name as written ("Sputnik International"); gives the known outlet's usual name, or `null`. */
export function knownOutlet(name: string): string | null {
  const key = name.toLowerCase();
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(/^the /, "")) ?? null;
}

/** Takes words that begin with an outlet's name ("21st Century Wire Syria Files"); gives the usual name, or `null`. */
export function outletAtStart(words: string): string | null {
  const key = `${words.toLowerCase()} `;
  const name = LONGEST_FIRST.find((one) => key.startsWith(one) && !/[\p{L}\p{N}]/u.test(key[one.length] ?? " "));
  return name === undefined || isCommonWord(name, words) ? null : (BY_NAME.get(name) ?? null);
}

/** Takes a web address; gives the outlet that publishes there, or the host without `www.`; `null` for no address. */
export function outletOfUrl(url: string): string | null {
  let host: string;
  try {
    host = new URL(url).hostname.toLowerCase().replace(/^(?:www|m|amp|mobile|edition)\./, "");
  } catch {
    return null;
  }
  for (let domain = host; domain.includes("."); domain = domain.slice(domain.indexOf(".") + 1)) {
    const name = BY_DOMAIN.get(domain);
    if (name !== undefined) return name;
  }
  return host === "" ? null : host;
}

/** Takes a file's name without its ending; gives the known outlet that it is named after (`voa-2019`, `rferl`), or `null`. */
export function outletOfFileName(stem: string): string | null {
  const key = squeeze(stem);
  const first = squeeze(stem.split(/[\s_.,-]/)[0] ?? "");
  for (const name of MENTIONS) {
    const short = squeeze(name);
    if (short === key || (short.length >= 3 && short === first)) return BY_NAME.get(name) ?? null;
  }
  return null;
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isCommonWord(name: string, written: string): boolean {
  return isCommon(name) && written.length > name.length;
}

function isCommon(key: string): boolean {
  for (const word of COMMON_WORDS) if (word.toLowerCase() === key) return true;
  return false;
}

function parseRow(row: string): Outlet {
  const [name = "", aliases = "", domains = ""] = row.split("|").map((cell) => cell.trim());
  const list = (cell: string) =>
    cell
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  return { name, aliases: list(aliases), domains: list(domains) };
}
