import type { Claimant } from "../types.ts";

/** How two claimants of two texts stand to one another. */
export type Sameness = "same" | "speaks-for" | "different" | "unknown";

/**
 * Takes two claimants, of one text or of two; says whether they are one, whether one speaks for the other, or neither.
 * "unknown" where one of them is unnamed and nothing tells whom they speak for.
 */
export function sameClaimant(a: Claimant, b: Claimant): Sameness {
  if (a.key === b.key || sharesPersonName(a, b)) return "same";
  const ours = namesOf(a);
  if (namesOf(b).some((name) => ours.includes(name))) return a.kind === b.kind && a.kind !== "unnamed" ? "same" : "speaks-for";
  return a.kind === "unnamed" || b.kind === "unnamed" ? "unknown" : "different";
}

function namesOf({ key, aliases }: Claimant): string[] {
  return [key, ...aliases].map((name) => name.toLowerCase());
}

/** "rovera" and "donatella rovera": a last name alone stands for the whole. */
function sharesPersonName(a: Claimant, b: Claimant): boolean {
  if (a.kind !== "person" || b.kind !== "person") return false;
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key];
  return !short.includes(" ") && long.endsWith(` ${short}`);
}
