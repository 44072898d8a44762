import { anyOf, Lexicon, wordSet } from "../../text/lexicon.ts";
import { codeAt, follows, isDash, isHyphen, isMark, isWord, joined, type Scan, word } from "./scan.ts";

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₴", "UAH"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["₡", "CRC"],
  ["₾", "GEL"],
  ["₭", "LAK"],
  ["₮", "MNT"],
  ["₲", "PYG"],
  ["₸", "KZT"],
  ["₵", "GHS"],
  ["₿", "BTC"],
  ["元", "CNY"],
  ["￥", "JPY"],
  ["＄", "USD"],
  ["￡", "GBP"],
  ["¢", "cent"],
]);

/** Letters before "$", and the currency that they make of it. */
const DOLLARS = new Lexicon<string>([
  ["us", "USD"],
  ["u.s", "USD"],
  ["u.s.", "USD"],
  ["usd", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["aud", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["cad", "CAD"],
  ["nz", "NZD"],
  ["nzd", "NZD"],
  ["hk", "HKD"],
  ["s", "SGD"],
  ["nt", "TWD"],
  ["r", "BRL"],
  ["mex", "MXN"],
  ["mxn", "MXN"],
]);

const CODE_NAMES =
  "usd eur gbp jpy cny rmb inr rub try krw ils uah ngn chf sek nok dkk pln czk huf aud cad nzd hkd sgd zar brl mxn aed sar qar egp irr iqd syp lbp jod kwd pkr bdt thb idr myr php vnd twd ars clp cop pen kes ghs etb btc eth";

/** Codes that may stand before the number or behind it. */
const CODES = new Lexicon<string>([
  ...CODE_NAMES.split(" ").map((code) => [code, code === "rmb" ? "CNY" : code.toUpperCase()] as const),
  ["rs", "INR"],
  ["meur", "EUR"],
  ["musd", "USD"],
  ["mgbp", "GBP"],
  ["maud", "AUD"],
]);

/** Codes that carry a million: "30 MUSD". */
const MILLION_CODES = new Set(["MEUR", "MUSD", "MGBP", "MAUD"]);

const NAMES: Readonly<Record<string, string>> = {
  USD: "dollar dollars buck bucks",
  EUR: "euro euros",
  GBP: "sterling quid",
  JPY: "yen",
  CNY: "yuan renminbi kuai",
  INR: "rupee rupees",
  RUB: "rouble roubles ruble rubles",
  TRY: "lira liras",
  KRW: "won",
  ILS: "shekel shekels",
  UAH: "hryvnia hryvnias",
  CHF: "franc francs",
  SEK: "kronor krona",
  NOK: "kroner krone",
  PLN: "zloty zlotys",
  HUF: "forint forints",
  ZAR: "rand",
  BRL: "reais real",
  MXN: "peso pesos",
  ESP: "peseta pesetas",
  DEM: "deutschmark deutschmarks marks",
  FIM: "markka",
  NLG: "guilder guilders",
  IRR: "rial rials",
  SAR: "riyal riyals",
  AED: "dirham dirhams",
  IQD: "dinar dinars",
  THB: "baht",
  NGN: "naira",
  KES: "shilling shillings",
  BTC: "bitcoin bitcoins",
  satoshi: "satoshi satoshis",
  cent: "cent cents",
  penny: "penny pence",
};
/** Names that are plain words too, taken for money only behind digits or a scale. */
const WEAK_NAMES = new Set(["won", "real", "rand", "marks", "bucks", "buck"]);

const MONEY_NAMES = new Lexicon<string>(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(" ").map((name) => [name, code] as const)),
);

/** Whose money it is, before its name: "australian dollars". */
const NATIONS = new Lexicon<Readonly<Record<string, string>>>([
  ["us", { USD: "USD" }],
  ["u.s.", { USD: "USD" }],
  ["american", { USD: "USD" }],
  ["australian", { USD: "AUD" }],
  ["canadian", { USD: "CAD" }],
  ["hong", { USD: "HKD" }],
  ["singapore", { USD: "SGD" }],
  ["british", { GBP: "GBP", pound: "GBP" }],
  ["egyptian", { pound: "EGP" }],
  ["syrian", { pound: "SYP" }],
  ["lebanese", { pound: "LBP" }],
  ["turkish", { TRY: "TRY" }],
  ["swiss", { CHF: "CHF" }],
  ["french", { CHF: "FRF" }],
  ["belgian", { CHF: "BEF" }],
  ["dutch", { NLG: "NLG" }],
  ["finnish", { FIM: "FIM" }],
  ["german", { DEM: "DEM" }],
  ["chinese", { CNY: "CNY" }],
  ["japanese", { JPY: "JPY" }],
  ["indian", { INR: "INR" }],
  ["pakistani", { INR: "PKR" }],
  ["russian", { RUB: "RUB" }],
  ["iraqi", { IQD: "IQD" }],
  ["iranian", { IRR: "IRR" }],
  ["saudi", { SAR: "SAR" }],
  ["mexican", { MXN: "MXN" }],
  ["danish", { NOK: "DKK" }],
  ["norwegian", { NOK: "NOK" }],
  ["swedish", { SEK: "SEK" }],
]);

/** All words with which a currency behind a number may begin. */
export const MONEY_WORDS = anyOf([CODES, MONEY_NAMES, NATIONS], "pound pounds");

/** A currency before a number. */
export interface Currency {
  readonly unit: string;
  /** First token of it. */
  readonly from: number;
  /** What the code multiplies by ("MEUR 60"). */
  readonly factor: number;
}

/** Takes the index of a number; gives the currency that stands before it ("$", "US$", "EUR"), else `null`. */
export function currencyBefore(scan: Scan, at: number): Currency | null {
  const before = isDash(scan, at - 1) && symbolAt(scan, at - 2) !== undefined && joined(scan, at - 1) ? at - 2 : at - 1;
  if (before < 0 || !follows(scan, before + 1)) return null;
  const symbol = symbolAt(scan, before);
  if (symbol !== undefined)
    return symbol === "USD" ? dollarsAt(scan, before) : { unit: symbol, from: before, factor: 1 };
  return codeBefore(scan, at);
}

function symbolAt(scan: Scan, at: number): string | undefined {
  const code = codeAt(scan, at);
  if (code !== 0x24 && code < 0xa2) return undefined;
  return SYMBOLS.get(scan.tokens.raw(at));
}

function dollarsAt(scan: Scan, at: number): Currency {
  const letters = isMark(scan, at - 1, 0x2e) ? at - 2 : at - 1;
  const named = follows(scan, at) ? DOLLARS.find(scan.tokens, letters) : undefined;
  const near =
    joined(scan, at) ||
    (named !== undefined && /^(?:us|u\.s\.?|hk|c|nz)$/.test(word(scan, letters)) && !isEnd(scan, letters));
  return named !== undefined && near ? { unit: named, from: letters, factor: 1 } : { unit: "USD", from: at, factor: 1 };
}

/** "the c $ 5" keeps its letter, "for us $ 5" too; a pronoun before a price is rare enough. */
function isEnd(scan: Scan, at: number): boolean {
  return word(scan, at - 1) === "of" || word(scan, at - 1) === "for";
}

function codeBefore(scan: Scan, at: number): Currency | null {
  const stop = isMark(scan, at - 1, 0x2e) && joined(scan, at - 1) ? at - 2 : at - 1;
  if (!isWord(scan, stop)) return null;
  const code = CODES.find(scan.tokens, stop);
  if (code === undefined) return null;
  const raw = scan.tokens.raw(stop);
  if ((stop < at - 1 && raw !== "Rs") || !isCode(raw, stop, at)) return null;
  return { unit: code, from: stop, factor: MILLION_CODES.has(raw.toUpperCase()) ? 1e6 : 1 };
}

/** A code is written in capitals; "rs 500", "usd 20" pass, words of the language ("try 5", "all 5") do not. */
function isCode(raw: string, code: number, at: number): boolean {
  if (raw === raw.toUpperCase() || raw === "Rs") return true;
  return /^(?:usd|eur|gbp|rmb|rs)$/.test(raw) && at === code + 1;
}

/** A currency behind a number. */
export interface MoneyUnit {
  readonly unit: string;
  readonly to: number;
  readonly factor: number;
}

/** Takes the index behind a number, whether the number is in digits or scaled; gives the currency named there ("euros", "US dollars", "€"), else `null`. */
export function currencyAfter(scan: Scan, at: number, strong: boolean): MoneyUnit | null {
  if (!follows(scan, at)) return null;
  const from = isHyphen(scan, at) || (isDash(scan, at) && !strong) ? at + 1 : at;
  if (!follows(scan, from)) return null;
  const symbol = symbolAt(scan, from);
  if (symbol !== undefined) return isPriceAhead(scan, from) ? null : { unit: symbol, to: from + 1, factor: 1 };
  if (!isWord(scan, from)) return null;
  const small = joined(scan, from) ? SMALL_COINS.get(scan.tokens.raw(from)) : undefined;
  if (small !== undefined && strong) return { unit: small, to: from + 1, factor: 1 };
  const nation = NATIONS.find(scan.tokens, from);
  if (nation !== undefined) return nationalMoney(scan, from, nation);
  return codeAfter(scan, from) ?? nameAfter(scan, from, strong);
}

/** "11.5p a share", "a 17c dividend". */
const SMALL_COINS: ReadonlyMap<string, string> = new Map([
  ["p", "penny"],
  ["c", "cent"],
]);

/** "10 $30": the sign belongs to the number behind it. */
function isPriceAhead(scan: Scan, at: number): boolean {
  return joined(scan, at + 1) && codeAt(scan, at + 1) >= 0x30 && codeAt(scan, at + 1) <= 0x39;
}

function nationalMoney(scan: Scan, at: number, nation: Readonly<Record<string, string>>): MoneyUnit | null {
  const behind = word(scan, at) === "hong" ? at + 2 : at + 1;
  const name = word(scan, behind);
  const plain = name === "pound" || name === "pounds" ? "pound" : MONEY_NAMES.find(scan.tokens, behind);
  const unit = plain === undefined ? undefined : nation[plain];
  return unit === undefined ? null : { unit, to: behind + 1, factor: 1 };
}

function codeAfter(scan: Scan, at: number): MoneyUnit | null {
  const code = CODES.find(scan.tokens, at);
  if (code === undefined) return null;
  const raw = scan.tokens.raw(at);
  if (raw === "rs" || !(raw === raw.toUpperCase() || /^(?:usd|eur|gbp|rmb|btc)$/.test(raw))) return null;
  return { unit: code, to: at + 1, factor: MILLION_CODES.has(raw) ? 1e6 : 1 };
}

const POUNDS = wordSet("pound pounds");

function nameAfter(scan: Scan, at: number, strong: boolean): MoneyUnit | null {
  if (POUNDS.has(scan.tokens, at) && word(scan, at + 1) === "sterling") return { unit: "GBP", to: at + 2, factor: 1 };
  const unit = MONEY_NAMES.find(scan.tokens, at);
  return unit === undefined || (!strong && WEAK_NAMES.has(word(scan, at))) ? null : { unit, to: at + 1, factor: 1 };
}
