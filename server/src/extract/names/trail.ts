import { stretchOf, type TextDocument, tokenAt } from "../../text/document.ts";
import { keptIn } from "../../text/keeper.ts";
import type { Span } from "../../text/span.ts";
import type { Claimant } from "../types.ts";
import { affiliationInText } from "./affiliations.ts";
import { bodyNames } from "./bodies.ts";
import { type Gender, genderAsked, genderOf } from "./gender.ts";
import { type Identity, identify, otherNames, resolveBody } from "./identify.ts";
import { authorsAfter, issuersAfter, issuersBefore, ownerBefore } from "./issuers.ts";
import { isBodyName, nameOf } from "./name.ts";
import type { Phrase } from "./phrases.ts";
import {
  afterTitles,
  countBefore,
  lastNameOf,
  personName,
  type Registry,
  readRegistry,
  runsBefore,
} from "./registry.ts";
import { isCapital, isPronoun } from "./shapes.ts";
import { isSort, mayBe, namedBefore } from "./sorts.ts";
import { sentenceSubject } from "./topics.ts";
import { NOT_NAMES, PAPERS, PERSONAL, PLACES } from "./words.ts";

const LOOK_BACK = 40;
const REMEMBERED = 8;
const MOST_TOPICS = 4;

/** What speaks by what is written on it, and for nobody. */
const SIGNS = new Set("sign banner placard poster note caption headline slogan label plaque".split(" "));

type Meaning = Pick<Claimant, "kind" | "key" | "aliases">;

/** Takes a text cut up; gives the names in it, gathered once for each text. */
export const registryOf: (document: TextDocument) => Registry = keptIn(readRegistry);

/** Other names of people and bodies, and for whom people speak, as far as they were asked for in a text. */
const othersIn = keptIn((_document: TextDocument) => new Map<string, Others>());
const affiliationsIn = keptIn((_document: TextDocument) => new Map<string, string | null>());

/** The other names of one identity, and those of the next with the same key. */
interface Others {
  readonly kind: Identity["kind"];
  readonly affiliation: string | null;
  readonly names: readonly string[];
  readonly next: Others | undefined;
  /** How many there are from here on. */
  readonly place: number;
}

/** Nobody has more names in a text that somebody wrote. */
const MOST_ALIASES = 64;

/** Somebody who speaks for more bodies than these has no list kept for each. */
const MOST_OTHERS = 8;

/** Tells who is meant by phrases met in the order of the text: remembers whom the text has let speak. */
export class Trail {
  private readonly document: TextDocument;
  private names: Registry | undefined;
  private readonly met: Claimant[] = [];
  private readonly genders = new Map<string, Gender>();

  constructor(document: TextDocument) {
    this.document = document;
  }

  private get registry(): Registry {
    this.names ??= registryOf(this.document);
    return this.names;
  }

  /** Takes a noun phrase; gives the claimant whom it means, and remembers them. */
  claimant(phrase: Phrase): Claimant {
    const { tokens } = this.document;
    const start = tokens.start[phrase.from] as number;
    const end = tokens.end[phrase.to - 1] as number;
    const identity = identify(this.document, this.registry, phrase);
    const { kind, key, aliases } = this.meaning(identity, start);
    const last = withoutOwner(this.document.text, end);
    const claimant = { start, end: last, text: this.document.text.slice(start, last), kind, key, aliases };
    this.remember(claimant);
    return claimant;
  }

  /** Takes a claimant met elsewhere; remembers them as the last to speak. */
  remember(claimant: Claimant): void {
    if (PERSONAL.has(claimant.key)) return;
    this.met.push(claimant);
    if (this.met.length > REMEMBERED) this.met.shift();
  }

  private meaning(identity: Identity, offset: number): Meaning {
    if (identity.kind === "pronoun") return this.pronoun(identity.key, offset);
    if (identity.kind === "common") return this.common(identity, offset);
    if (identity.kind === "unnamed") return this.unnamed(identity);
    return { kind: identity.kind, key: identity.key, aliases: this.withPast(identity) };
  }

  private withPast(identity: Identity): readonly string[] {
    const past = this.met.findLast((one) => one.key === identity.key);
    const names = this.namesFor(identity);
    if (!past || past.aliases === names || past.aliases.every((alias) => names.includes(alias))) return names;
    return [...new Set([...names, ...past.aliases])].slice(0, MOST_ALIASES);
  }

  private namesFor(told: Identity): readonly string[] {
    const identity = told.kind === "person" && !told.affiliation ? this.affiliated(told) : told;
    const others = othersIn(this.document);
    const known = others.get(identity.key);
    for (let one = known; one; one = one.next)
      if (one.kind === identity.kind && one.affiliation === identity.affiliation) return one.names;
    const names = otherNames(identity);
    const place = known === undefined ? 1 : known.place + 1;
    if (place > MOST_OTHERS) return names;
    others.set(identity.key, { kind: identity.kind, affiliation: identity.affiliation, names, next: known, place });
    return names;
  }

  private affiliated(person: Identity): Identity {
    const affiliations = affiliationsIn(this.document);
    const known = affiliations.get(person.key);
    const affiliation = known === undefined ? affiliationInText(this.document, this.registry, person.key) : known;
    if (known === undefined) affiliations.set(person.key, affiliation);
    return { kind: person.kind, key: person.key, affiliation };
  }

  private pronoun(word: string, offset: number): Meaning {
    const thing = word === "it";
    const plural = word === "they" || word === "we";
    const fits = (one: Claimant) => (thing ? one.kind === "body" : plural || one.kind !== "body");
    const asked = genderAsked(word);
    const past = this.met.findLast((one) => fits(one) && this.genderFits(one, asked));
    const topic = asked ? this.topicBefore(offset, past?.start ?? 0, asked) : undefined;
    if (topic) return topic;
    if (past) {
      if (asked) this.genders.set(past.key, asked);
      return past;
    }
    return this.nearestName(offset, thing || plural, asked) ?? { kind: "unnamed", key: word, aliases: [] };
  }

  /** The person whom a sentence between two offsets is about, the nearest first; a pronoun there goes on with whoever spoke. */
  private topicBefore(offset: number, from: number, asked: Gender): Meaning | undefined {
    const { tokens, sentences, sentenceTokens } = this.document;
    const here = stretchOf(sentenceTokens, tokenAt(tokens, offset));
    for (let at = here - 1; at >= Math.max(0, here - MOST_TOPICS) && (sentences[at] as Span).start > from; at--) {
      const subject = sentenceSubject(tokens, sentenceTokens[at] as number, sentenceTokens[at + 1] as number);
      if (!subject || !(isCapital(tokens, subject.from) || isPronoun(tokens, subject.from))) continue;
      const identity = identify(this.document, this.registry, subject);
      if (identity.kind === "pronoun" && genderAsked(identity.key) === asked) return undefined;
      if (identity.kind !== "person" || !this.isPersonal(identity.key)) continue;
      const text = this.document.text.slice(tokens.start[subject.from], tokens.end[subject.to - 1]);
      if (!this.genderFits({ key: identity.key, text }, asked)) continue;
      return { kind: "person", key: identity.key, aliases: this.withPast(identity) };
    }
    return undefined;
  }

  /** A single word at the start of a sentence may be any word. */
  private isPersonal(key: string): boolean {
    return key.includes(" ") || (this.registry.isName(key) && !NOT_NAMES.has(key) && !PLACES.has(key));
  }

  private genderFits(one: Pick<Claimant, "key" | "text">, asked: Gender | null): boolean {
    if (asked === null) return true;
    const known = this.genders.get(one.key) ?? genderOf(one.text) ?? this.titledGender(one.key) ?? genderOf(one.key);
    return known === null || known === asked;
  }

  private titledGender(key: string): Gender | null {
    for (const one of this.met) {
      const gender = one.key === key ? genderOf(one.text) : null;
      if (gender) return gender;
    }
    return null;
  }

  private common(identity: Identity, offset: number): Meaning {
    const head = lastWord(identity.key);
    if (SIGNS.has(head)) return { kind: "body", key: identity.key, aliases: [] };
    if (PAPERS.has(head)) {
      const issuers = this.issuers(identity, true, offset);
      return { kind: "body", key: identity.key, aliases: issuers.filter((issuer) => issuer !== identity.key) };
    }
    const bare = identity.key === head;
    const longer =
      (bare ? (this.metWith(head) ?? namedBefore(this.document, this.registry, offset, head)) : undefined) ??
      this.bodyWith(head, offset) ??
      (bare ? this.unspecified(identity, head, offset) : undefined);
    const key = longer ?? identity.key;
    return { kind: "body", key, aliases: bodyNames(key).filter((name) => name !== key) };
  }

  /** "the group", of which nothing tells whose: who last issued something, else the nearest body. */
  private unspecified(identity: Identity, head: string, offset: number): string | undefined {
    const issuer = this.issuers(identity, false, offset).find((one) => mayBe(one, head));
    return issuer ?? (isSort(head) ? undefined : this.nearestName(offset, true)?.key);
  }

  /** The body last met whose name, as written or as known, has the word: "the ministry" after "the Gaza health ministry". */
  private metWith(head: string): string | undefined {
    const has = (name: string) => name.split(" ").includes(head);
    return this.met.findLast(
      ({ kind, key, text }) => kind === "body" && key !== head && (has(key) || has(text.toLowerCase())),
    )?.key;
  }

  /** Whose a paper is, or whom "the group" means: by its own words, by "its", by what follows and by what stands before. */
  private issuers({ affiliation }: Identity, paper: boolean, offset: number): readonly string[] {
    const { document, registry } = this;
    if (affiliation && !paper) return [affiliation];
    const after = issuersAfter(document, registry, offset);
    if (after.length > 0) return after;
    if (affiliation) return [affiliation];
    const first = document.tokens.lower(tokenAt(document.tokens, offset));
    if (first === "its" || first === "their") {
      const owner = ownerBefore(document, registry, offset) ?? this.met.findLast((one) => one.kind === "body")?.key;
      if (owner) return [owner];
    }
    const before = issuersBefore(document, registry, offset);
    return before.length > 0 || !paper ? before : authorsAfter(document, registry, offset);
  }

  private unnamed(identity: Identity): Meaning {
    const head = lastWord(identity.key);
    const past = this.met.findLast(
      (one) => one.kind !== "body" && one.text.toLowerCase().includes(head) && this.agrees(one, identity),
    );
    if (past) return past;
    return { kind: "unnamed", key: identity.key, aliases: identity.affiliation ? [identity.affiliation] : [] };
  }

  private agrees(past: Claimant, identity: Identity): boolean {
    return identity.affiliation === null || past.aliases.includes(identity.affiliation);
  }

  private nearestName(offset: number, body: boolean, asked: Gender | null = null): Meaning | undefined {
    const { tokens } = this.document;
    for (const { from, to } of runsBefore(this.document, this.registry, offset, LOOK_BACK)) {
      if (isBodyName(tokens, from, to) !== body || (body && to - from === 1 && PLACES.has(tokens.lower(from))))
        continue;
      if (body) return this.bodyNamed(nameOf(tokens, from, to));
      const start = afterTitles(tokens, from, to);
      const full = this.registry.fullName(lastNameOf(tokens, to));
      if (NOT_NAMES.has(tokens.lower(from)) || (!full && to - start < 2)) continue;
      const key = full ?? personName(tokens, start, to);
      if (!this.genderFits({ key, text: `${tokens.raw(from - 2)} ${tokens.raw(from - 1)} ${tokens.raw(from)}` }, asked))
        continue;
      return { kind: "person", key, aliases: this.namesFor({ kind: "person", key, affiliation: null }) };
    }
    return undefined;
  }

  private bodyNamed(name: string): Meaning {
    const key = resolveBody(this.registry, name);
    return { kind: "body", key, aliases: otherNames({ kind: "body", key, affiliation: null }) };
  }

  private bodyWith(head: string, offset: number): string | undefined {
    const { tokens } = this.document;
    const { starts, ends } = this.registry;
    const count = countBefore(this.document, this.registry, offset);
    for (let i = count - 1; i >= 0 && i >= count - LOOK_BACK; i--) {
      const from = starts[i] as number;
      const to = ends[i] as number;
      if ((tokens.end[to - 1] as number) - (tokens.start[from] as number) <= head.length) continue;
      const name = nameOf(tokens, from, to);
      if (name.includes(head) && name !== head) return resolveBody(this.registry, name);
    }
    return undefined;
  }
}

function withoutOwner(text: string, end: number): number {
  const mark = text.charCodeAt(end - 2);
  return text.charCodeAt(end - 1) === LETTER_S && (mark === 0x27 || mark === 0x2019) ? end - 2 : end;
}

const LETTER_S = 0x73;

function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(" ") + 1);
}
