import { type TextDocument, tokenAt } from "../../text/document.ts";
import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { bodyKey, bodyNames } from "./bodies.ts";
import { bare, bodyKeyOf, cutLoose, isBodyName, nameOf } from "./name.ts";
import type { Phrase } from "./phrases.ts";
import { afterTitles, endOfRun, lastNameOf, personName, type Registry } from "./registry.ts";
import { isCapital, isComma } from "./shapes.ts";
import { smallBody } from "./small.ts";
import {
  BODY_NOUN,
  BY,
  DETERMINER,
  DETERMINERS,
  JOINER,
  JOINERS,
  NOT_NAME,
  PAPERS,
  PERSONAL,
  PLACES,
  ROLE,
  ROLES,
  TITLES,
  wordClass,
} from "./words.ts";

/** Whom a noun phrase names, before what it refers back to is known. */
export interface Identity {
  readonly kind: "person" | "body" | "unnamed" | "pronoun" | "common";
  /** Canonical name in lower case; for a pronoun or a common noun the word itself. */
  readonly key: string;
  /** Key of the body spoken for, where the phrase or an apposition names one. */
  readonly affiliation: string | null;
}

/** Takes a text cut up, its names and a noun phrase; gives whom the phrase names, from its own words and those around it. */
export function identify(document: TextDocument, registry: Registry, phrase: Phrase): Identity {
  const { tokens } = document;
  const { from, to } = phrase;
  const pronoun = to - from === 1 ? pronounAt(tokens, from) : undefined;
  if (pronoun !== undefined) return { kind: "pronoun", key: pronoun, affiliation: null };
  const runs = runsIn(tokens, from, to);
  const core = coreEnd(tokens, from, to, runs);
  const affiliation = affiliationOf(tokens, registry, phrase, runs, core);
  const name = runs.length > 0 ? nameAmong(tokens, runs, core, to) : undefined;
  if (name) return named(tokens, registry, name, affiliation, from);
  return unnamed(tokens, registry, from, core, affiliation);
}

function nameAmong(tokens: Tokens, runs: readonly Phrase[], core: number, to: number): Phrase | undefined {
  const apposed = runs.find((run) => run.from > core && isComma(tokens, run.from - 1));
  return apposed ?? titledAtEnd(tokens, runs.at(-1), to) ?? runs.findLast((run) => run.to === core);
}

function pronounAt(tokens: Tokens, at: number): string | undefined {
  return PRONOUNS.find(tokens, at);
}

/** Pronouns by all their forms ("quoted her as saying"). */
const PRONOUNS = new Lexicon([
  ...[...PERSONAL].map((word) => [word, word] as const),
  ["him", "he"],
  ["her", "she"],
  ["them", "they"],
]);

/** Takes a body's name in lower case; gives the key under which it is known here. */
export function resolveBody({ expansions }: Registry, name: string): string {
  const full = expansions.size > 0 ? expansions.get(name) : undefined;
  if (full !== undefined) return resolve(full, name);
  const known = RESOLVED.get(name);
  if (known !== undefined) return known;
  if (RESOLVED.size >= MOST_RESOLVED) RESOLVED.clear();
  const own = cutLoose(name);
  const made = resolve(own, own);
  RESOLVED.set(own, made);
  return made;
}

/** What names come to in a text that says nothing else of them. */
const RESOLVED = new Map<string, string>();
const MOST_RESOLVED = 4000;

function resolve(full: string, name: string): string {
  const known = bodyKey(full) ?? bodyKey(name);
  if (known) return known;
  const stripped = full.replace(/^(us|u\.s\.|uk|british|american) /, "");
  const short = stripped.replace(/ (of|for) .*/, "");
  return bodyKey(stripped) ?? (short.includes(" ") ? bodyKey(short) : undefined) ?? full;
}

/** "head of policy Dr Ian Marlow", "Friends of the Earth campaigner Omar Khalil": the name at the end. */
function titledAtEnd(tokens: Tokens, run: Phrase | undefined, to: number): Phrase | undefined {
  if (!run || run.to !== to) return undefined;
  const titled = afterTitles(tokens, run.from, run.to) > run.from;
  return (titled || isRoleBefore(tokens, run.from)) && !isBodyName(tokens, run.from, run.to) ? run : undefined;
}

function lengthOf(tokens: Tokens, at: number): number {
  return (tokens.end[at] as number) - (tokens.start[at] as number);
}

function runsIn(tokens: Tokens, from: number, to: number): Phrase[] {
  const runs: Phrase[] = [];
  for (let at = from; at < to; ) {
    const skip =
      !isCapital(tokens, at) || (at === from && wordClass(tokens, at) & NOT_NAME && lengthOf(tokens, at) < 6);
    if (skip) {
      at++;
      continue;
    }
    const end = Math.min(to, endOfRun(tokens, at));
    runs.push({ from: at, to: end });
    at = end;
  }
  return runs;
}

/** The end of the phrase's own words, before "of", "for" or a comma that only adds to them. */
function coreEnd(tokens: Tokens, from: number, to: number, runs: readonly Phrase[]): number {
  for (let at = from + 1; at < to; at++) {
    if (endsCore(tokens, at) && !runs.some((run) => run.from < at && at < run.to)) return at;
  }
  return to;
}

const TO = wordSet("to");

function endsCore(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === MARK) {
    const code = tokens.text.charCodeAt(tokens.start[at] as number);
    return code === 0x2c || code === 0x28;
  }
  return (wordClass(tokens, at) & (JOINER | BY)) !== 0 || TO.has(tokens, at);
}

function affiliationOf(
  tokens: Tokens,
  registry: Registry,
  phrase: Phrase,
  runs: readonly Phrase[],
  core: number,
): string | null {
  for (const run of runs) {
    const owner = tokens.lower(run.to - 1).endsWith("'s") || tokens.sign(run.to) === "'" || tokens.sign(run.to) === "’";
    const inside = (run.to < core || run.from > core) && !isAddress(tokens, run) && !isOrigin(tokens, run, core);
    if (run.to === core - 1 && ROLES.has(tokens.lower(run.to)) && tokens.lower(core - 1).startsWith("spokes"))
      return resolveBody(registry, nameOf(tokens, run.from, run.to));
    if (
      inside &&
      tokens.sign(run.from - 1) !== "," &&
      (isBodyName(tokens, run.from, run.to) || speaksFor(tokens, run, core, owner))
    ) {
      return resolveBody(registry, nameOf(tokens, run.from, run.to));
    }
    const title = run.to === core ? afterTitles(tokens, run.from, run.to) : run.from;
    if (title > run.from + 1 && isBodyName(tokens, run.from, run.from + 1))
      return resolveBody(registry, nameOf(tokens, run.from, run.from + 1));
  }
  return apposedBody(tokens, registry, phrase.to);
}

/** "a spokesman for Second Great Eastern", "Acme's spokeswoman": whatever a spokesperson belongs to is a body. */
function speaksFor(tokens: Tokens, run: Phrase, core: number, owner: boolean): boolean {
  if (!tokens.lower(core - 1).startsWith("spokes")) return false;
  return owner || JOINERS.has(tokens.lower(run.from - 1)) || JOINERS.has(tokens.lower(run.from - 2));
}

/** "a resident of Raqqa": where somebody is from, unless they speak for it. */
function isOrigin(tokens: Tokens, run: Phrase, core: number): boolean {
  const before = tokens.lower(run.from - 1);
  return (
    (before === "of" || before === "from") &&
    PLACES.has(bare(tokens, run.from)) &&
    !tokens.lower(core - 1).startsWith("spokes")
  );
}

/** "in Beijing": where somebody is, not whom they speak for. */
function isAddress(tokens: Tokens, run: Phrase): boolean {
  const before = tokens.lower(run.from - 1);
  return (before === "in" || before === "at") && PLACES.has(bare(tokens, run.from));
}

/** Takes tokens, names and the index after a name; gives the key of the body named in an apposition there ("Chris Woods, the director of Airwars"), or `null`. */
export function apposedBody(tokens: Tokens, registry: Registry, at: number): string | null {
  const mark = tokens.raw(at);
  if (mark !== "," && mark !== "–" && mark !== "—" && !(wordClass(tokens, at) & JOINER)) return null;
  for (let i = at; i < at + 12 && i < tokens.count; i++) {
    const word = tokens.raw(i);
    if (i > at && (word === "," || word === "." || word === ":" || word === ";" || '"“”'.includes(word))) return null;
    if (!isCapital(tokens, i)) {
      const small = isOffice(tokens, i) ? smallBody(tokens, i) : undefined;
      if (small) return small;
      continue;
    }
    const to = endOfRun(tokens, i);
    if (isBodyName(tokens, i, to) && !(to - i === 1 && PLACES.has(bare(tokens, i))))
      return resolveBody(registry, nameOf(tokens, i, to));
    i = to - 1;
  }
  return null;
}

/** "a coalition spokesman", "spokesman for the coalition": where a body in small letters is somebody's own. */
function isOffice(tokens: Tokens, at: number): boolean {
  if ((wordClass(tokens, at + 1) | wordClass(tokens, at + 2)) & ROLE) return true;
  return tokens.lower(at - 1) === "the" && JOINERS.has(tokens.lower(at - 2)) && ROLES.has(tokens.lower(at - 3));
}

function named(tokens: Tokens, registry: Registry, run: Phrase, affiliation: string | null, from: number): Identity {
  const start = afterTitles(tokens, run.from, run.to);
  const titled = start > run.from || (run.from > from && isRoleBefore(tokens, run.from));
  const whole = nameOf(tokens, run.from, run.to);
  const last = lastNameOf(tokens, run.to);
  if (!titled && isCommonHead(last)) return { kind: PAPERS.has(last) ? "common" : "unnamed", key: whole, affiliation };
  const known = bodyKeyOf(tokens, run.from, run.to) !== undefined || registry.expansions.has(whole);
  if (known || (!titled && isBodyName(tokens, run.from, run.to))) return bodyOf(tokens, registry, run, whole, from);
  const full = registry.fullName(last);
  const own = personName(tokens, start, run.to);
  if (full && (run.to - start === 1 || full === own)) return { kind: "person", key: full, affiliation };
  if (run.to - start > 1 || titled) return { kind: "person", key: own, affiliation };
  const body = TITLES.has(own) ? null : resolveBody(registry, own);
  if (body && (body !== own || DETERMINERS.has(tokens.lower(run.from - 1))))
    return { kind: "body", key: body, affiliation };
  return { kind: "person", key: own, affiliation };
}

/** "New Report", "US Officials" in a headline. */
function isCommonHead(last: string): boolean {
  return PAPERS.has(last) || (ROLES.has(last) && last.endsWith("s"));
}

/** A body; of two joined by "and" the first, with the second beside it. */
function bodyOf(tokens: Tokens, registry: Registry, run: Phrase, name: string, from: number): Identity {
  const key = resolveBody(registry, name);
  const first = runsIn(tokens, from, run.from)[0];
  const joined = first && isBodyName(tokens, first.from, first.to) && tokens.lower(first.to) === "and";
  return joined
    ? { kind: "body", key: resolveBody(registry, nameOf(tokens, first.from, first.to)), affiliation: key }
    : { kind: "body", key, affiliation: null };
}

function isRoleBefore(tokens: Tokens, at: number): boolean {
  return (wordClass(tokens, at - 1) & ROLE) !== 0;
}

function unnamed(tokens: Tokens, registry: Registry, from: number, core: number, affiliation: string | null): Identity {
  const head = tokens.lower(core - 1);
  let start = from;
  while (start < core - 1 && wordClass(tokens, start) & DETERMINER) start++;
  const name = nameOf(tokens, start, core);
  const known = bodyKeyOf(tokens, start, core);
  if (known) return { kind: "body", key: known, affiliation };
  const lists = wordClass(tokens, core - 1);
  if (lists & BODY_NOUN && !(lists & ROLE && head !== "police"))
    return { kind: "common", key: resolveBody(registry, name), affiliation };
  return { kind: "unnamed", key: affiliation && ROLES.has(head) ? `${affiliation} ${head}` : name, affiliation };
}

/** Takes a person's or body's key; gives the other names under which a text may know the same one. */
export function otherNames({ kind, key, affiliation }: Identity): string[] {
  const names: string[] = [];
  const add = (name: string) => {
    if (name !== key && !names.includes(name)) names.push(name);
  };
  if (kind === "person") add(key.slice(key.lastIndexOf(" ") + 1));
  else for (const name of bodyNames(key)) add(name);
  if (affiliation) add(affiliation);
  return names;
}

/** Takes a text cut up and offsets in it; gives the tokens that stand there as a phrase. */
export function phraseAt(document: TextDocument, start: number, end: number): Phrase {
  return { from: tokenAt(document.tokens, start), to: tokenAt(document.tokens, end - 1) + 1 };
}
