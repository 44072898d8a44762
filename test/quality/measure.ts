import { readdirSync, readFileSync } from "node:fs";
import { readText } from "../../server/src/corpus/index.ts";
import { checkText } from "../../server/src/service/check.ts";
import { putArticle } from "../../server/src/service/intake.ts";
import { defaultSettings } from "../../server/src/service/settings.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { allKinds } from "../../server/src/verify/index.ts";
import { english } from "../../server/src/verify/locale/en.ts";
import { render } from "../../server/src/verify/messages.ts";
import type { Finding } from "../../server/src/verify/types.ts";
import { FACTS, type LabelledFact, spanOf } from "./facts.ts";

/** How one labelled fact was judged. */
export interface Judged {
  readonly fact: LabelledFact;
  /** The verdict given; "none" where no finding stands there. */
  readonly given: string;
  /** True where it is the labelled verdict or one that may be defended as well. */
  readonly right: boolean;
  readonly message: string;
}

/** Precision and recall of one verdict, as shares of 1, over `labelled` facts with that label and `given` ones with that verdict. */
export interface Score {
  readonly kind: LabelledFact["kind"];
  readonly verdict: string;
  readonly labelled: number;
  readonly given: number;
  readonly precision: number;
  readonly recall: number;
}

/** Takes the folder of the corpus; gives a store with its articles. */
export function corpusStore(folder: URL): CorpusStore {
  const store = createMemoryStore();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()) {
    for (const article of readText(name, readFileSync(new URL(name, folder), "utf8")).articles)
      putArticle(store, article);
  }
  return store;
}

const settings = { ...defaultSettings, kinds: new Set(allKinds) };

/** Takes a store; gives how each labelled fact is judged against it. */
export function judgeFacts(store: CorpusStore, facts: readonly LabelledFact[] = FACTS): Judged[] {
  return facts.map((fact) => {
    const finding = findingFor(fact, store);
    const given = finding?.verdict ?? "none";
    const accepted: readonly string[] = [fact.verdict, ...(fact.also ?? [])];
    return { fact, given, right: accepted.includes(given), message: finding ? render(english, finding.message) : "" };
  });
}

function findingFor(fact: LabelledFact, store: CorpusStore): Finding | undefined {
  const span = spanOf(fact);
  const { findings } = checkText(fact.draft, "markdown", store, settings);
  return findings.find((one) => one.kind === fact.kind && one.start < span.end && span.start < one.end);
}

/** Takes judged facts; gives precision and recall by kind and verdict. A verdict that may be defended counts as right for both. */
export function scoresOf(judged: readonly Judged[]): Score[] {
  const keys = new Set(judged.flatMap(({ fact, given }) => [`${fact.kind} ${fact.verdict}`, `${fact.kind} ${given}`]));
  return [...keys].sort().map((key) => {
    const [kind, verdict] = key.split(" ") as [LabelledFact["kind"], string];
    const ofKind = judged.filter(({ fact }) => fact.kind === kind);
    const labelled = ofKind.filter(({ fact }) => fact.verdict === verdict);
    const given = ofKind.filter((one) => one.given === verdict);
    return {
      kind,
      verdict,
      labelled: labelled.length,
      given: given.length,
      precision: share(given),
      recall: share(labelled),
    };
  });
}

function share(judged: readonly Judged[]): number {
  return judged.length === 0 ? 1 : judged.filter(({ right }) => right).length / judged.length;
}
