import { stretchOf, type TextDocument, tokenAt } from "../../text/document.ts";
import { keptIn } from "../../text/keeper.ts";
import { mention, type Span } from "../../text/span.ts";
import type { Claimant } from "../types.ts";
import { affiliationInText } from "./affiliations.ts";
import { bodyNames } from "./bodies.ts";
import { type Gender, genderAsked, genderOf } from "./gender.ts";
import { type Identity, identify, otherNames, resolveBody } from "./identify.ts";
import { authorsAfter, issuersAfter, issuersBefore, ownerBefore } from "./issuers.ts";
import type { Phrase } from "./phrases.ts";
import {
  afterTitles,
  isBodyName,
  lastNameOf,
  nameOf,
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
const othersIn = keptIn((_document: TextDocument) => new Map<string, string[]>());
const affiliationsIn = keptIn((_document: TextDocument) => new Map<string, string | null>());

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
    const claimant = {
      ...mention(this.document.text, start, withoutOwner(this.document.text, end)),
      kind,
      key,
      aliases,
    };
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

  private withPast(identity: Identity): string[] {
    const past = this.met.findLast((one) => one.key === identity.key);
    const names = this.namesFor(identity);
    if (!past || past.aliases.every((alias) => names.includes(alias))) return names;
    return [...new Set([...names, ...past.aliases])];
  }

  private namesFor(told: Identity): string[] {
    const identity = told.kind === "person" && !told.affiliation ? this.affiliated(told) : told;
    const id = `${identity.kind}\n${identity.key}\n${identity.affiliation}`;
    const others = othersIn(this.document);
    const known = others.get(id);
    if (known) return known;
    const made = otherNames(identity);
    others.set(id, made);
    return made;
  }

  private affiliated(person: Identity): Identity {
    const affiliations = affiliationsIn(this.document);
    const known = affiliations.get(person.key);
    const affiliation = known === undefined ? affiliationInText(this.document, this.registry, person.key) : known;
    if (known === undefined) affiliations.set(person.key, affiliation);
    return { ...person, affiliation };
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
    const head = identity.key.split(" ").at(-1) as string;
    if (SIGNS.has(head)) return { kind: "body", key: identity.key, aliases: [] };
    const issuers = this.issuers(identity, PAPERS.has(head), offset);
    if (PAPERS.has(head))
      return { kind: "body", key: identity.key, aliases: issuers.filter((issuer) => issuer !== identity.key) };
    const issuer = issuers.find((one) => mayBe(one, head));
    const bare = identity.key === head;
    const nearest = () => this.nearestName(offset, true)?.key;
    const longer =
      (bare ? (this.metWith(head) ?? namedBefore(this.document, this.registry, offset, head)) : undefined) ??
      this.bodyWith(head, offset) ??
      (bare ? (issuer ?? (isSort(head) ? undefined : nearest())) : undefined);
    const key = longer ?? identity.key;
    return { kind: "body", key, aliases: bodyNames(key).filter((name) => name !== key) };
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
    const head = identity.key.split(" ").at(-1) as string;
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
    for (const { from, to } of runsBefore(this.document, this.registry, offset, LOOK_BACK)) {
      if ((tokens.end[to - 1] as number) - (tokens.start[from] as number) <= head.length) continue;
      const name = nameOf(tokens, from, to);
      if (name.includes(head) && name !== head) return resolveBody(this.registry, name);
    }
    return undefined;
  }
}

function withoutOwner(text: string, end: number): number {
  return /['’]s$/.test(text.slice(end - 2, end)) ? end - 2 : end;
}
