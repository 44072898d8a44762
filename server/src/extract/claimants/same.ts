import { bodyKey, bodyNames } from "../names/index.ts";
import type { Claimant } from "../types.ts";
import { sideOf } from "./sides.ts";

/** How two claimants relate: one and the same, one speaks for the other, two different ones, or not known. */
export type Sameness = "same" | "speaks-for" | "different" | "unknown";

/**
 * Takes two claimants, of one text or of two; says how they relate. Personal names are the same where the last names agree and the first
 * names do not differ; a spokesperson or a report of a body speaks for it.
 */
export function sameClaimant(a: Claimant, b: Claimant): Sameness {
  const sameness = byNames(a, b);
  if (sameness !== "unknown") return sameness;
  const [left, right] = [sideOf(a), sideOf(b)];
  return left !== undefined && right !== undefined && left !== right ? "different" : "unknown";
}

function byNames(a: Claimant, b: Claimant): Sameness {
  if (a.kind === "body" && b.kind === "body") return sameBody(a, b);
  if (a.kind === "person" && b.kind === "person") return samePerson(a.key, b.key);
  if (a.kind === "body" || b.kind === "body") return a.kind === "body" ? speaksFor(b, a) : speaksFor(a, b);
  return sameUnnamed(a, b);
}

function sameBody(a: Claimant, b: Claimant): Sameness {
  if (canonical(a.key) === canonical(b.key)) return "same";
  const known = (one: Claimant) => bodyKey(one.key) !== undefined;
  if (isPaper(a) || isPaper(b)) return sharesBody(a, b) ? "speaks-for" : issuedByOthers(a, b);
  if (a.aliases.includes(b.key) || b.aliases.includes(a.key)) return "same";
  if (isGeneric(a.key) || isGeneric(b.key)) return "unknown";
  return known(a) || known(b) || !shareWord(a.key, b.key) ? "different" : "unknown";
}

const PAPER =
  /(^|\s)(report|study|statement|release|assessment|investigation|review|survey|document|memo|letter|post|tweet|message|records|figures|data|findings|results|claims|reports|research|analysis|estimates|count|numbers)$/;
const GENERIC =
  /^(group|groups|company|ministry|government|police|officials|agency|organisation|organization|army|military|party|team|court|union|council|researchers|authorities|department|two groups)$/;

/** Papers whose issuers are known are told apart by them; a paper of nobody may be anyone's. */
function issuedByOthers(a: Claimant, b: Claimant): Sameness {
  const told = (one: Claimant) => (isPaper(one) ? one.aliases.length > 0 : !isGeneric(one.key));
  return told(a) && told(b) ? "different" : "unknown";
}

function isPaper(one: Claimant): boolean {
  return PAPER.test(one.key);
}

function isGeneric(key: string): boolean {
  return GENERIC.test(key);
}

function samePerson(a: string, b: string): Sameness {
  if (a === b) return "same";
  const left = a.split(" ");
  const right = b.split(" ");
  if (left.at(-1) !== right.at(-1)) return "different";
  if (left.length === 1 || right.length === 1 || isTitled(a, b) || isTitled(b, a)) return "same";
  const [short, long] = [left[0] as string, right[0] as string].sort((x, y) => x.length - y.length) as [string, string];
  return long.startsWith(short.replace(".", "")) ? "same" : "different";
}

/** "Glaciologist Berit Solm" at the head of a sentence is Berit Solm. */
function isTitled(long: string, name: string): boolean {
  return long.endsWith(` ${name}`);
}

function speaksFor(speaker: Claimant, body: Claimant): Sameness {
  if (sharesBody(speaker, body)) return "speaks-for";
  if (bodiesOf(speaker).length === 0 || isGeneric(body.key)) return "unknown";
  return isPaper(body) && body.aliases.length === 0 ? "unknown" : "different";
}

function sameUnnamed(a: Claimant, b: Claimant): Sameness {
  const left = bodiesOf(a);
  const right = bodiesOf(b);
  if (left.length > 0 && right.length > 0) {
    if (!sharesBody(a, b)) return "different";
    return a.kind === "unnamed" && b.kind === "unnamed" ? "same" : "unknown";
  }
  return a.kind === "unnamed" && b.kind === "unnamed" && a.key === b.key ? "same" : "unknown";
}

function sharesBody(a: Claimant, b: Claimant): boolean {
  const left = new Set(bodiesOf(a));
  return bodiesOf(b).some((body) => left.has(body));
}

/** The bodies that a claimant is or speaks for, by key: a person's own names are left out. */
function bodiesOf(one: Claimant): string[] {
  if (one.kind === "body") return [...new Set([one.key, ...one.aliases].map(canonical))];
  const own = new Set(one.key.split(" "));
  return one.aliases
    .filter((alias) => one.kind === "unnamed" || !alias.split(" ").every((word) => own.has(word)))
    .map(canonical);
}

function canonical(name: string): string {
  return bodyKey(name) ?? name;
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(a.split(/[\s-]+/));
  return b.split(/[\s-]+/).some((word) => word.length > 3 && words.has(word));
}

/** Takes a claimant; gives every name by which it may be looked up: key, aliases and what the table of bodies adds. */
export function namesOf(one: Claimant): readonly string[] {
  return [...new Set([one.key, ...one.aliases, ...bodyNames(canonical(one.key))])];
}
