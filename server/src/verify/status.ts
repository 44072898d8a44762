import type { CorpusStore } from "../store/types.ts";
import type { Coverage } from "./coverage.ts";
import type { ResolvedKey } from "./resolve.ts";
import type { CitationStatus, Judgement, Message } from "./types.ts";

/**
 * Whose evidence counts as "this source says so": the supporting passages alone, any passage shown, none; "unknown" where nothing can be
 * said, "itself" for what follows from figures of the draft, which carry citations of their own.
 */
type Says = "supporting" | "shown" | "nobody" | "unknown" | "itself";

const SAYS: Readonly<Record<Judgement["verdict"], Says>> = {
  supported: "supporting",
  disputed: "supporting",
  derived: "itself",
  imprecise: "shown",
  misattributed: "shown",
  altered: "shown",
  mismatched: "nobody",
  contradicted: "nobody",
  unsupported: "nobody",
  unchecked: "unknown",
};

/** Takes a judgement and what is cited for the fact; gives the status of its citation, `null` where it needs none. */
export function citationStatus(judgement: Judgement, coverage: Coverage): CitationStatus | null {
  const says = SAYS[judgement.verdict];
  if (says === "itself") return null;
  const sources = sourcesThatSay(judgement, says);
  const isSaid = (keys: readonly ResolvedKey[]) => keys.some((key) => key.sources.some((id) => sources.has(id)));
  const direct = coverage.direct.filter((key) => key.state !== "note");
  const named = direct.filter((key) => key.sources.length > 0);
  if (named.length === 0) {
    if (direct.length > 0) return "undefined";
    return isSaid(coverage.inherited) ? "cited" : "uncited";
  }
  return says === "unknown" || judgement.unsure === true || isSaid(named) ? "cited" : "miscited";
}

/** Takes a judgement, the status of its citation and what is cited; gives the sentence for the writer: the verdict's, or the citation's where that is what needs an act. */
export function messageOf(
  judgement: Judgement,
  status: CitationStatus | null,
  coverage: Coverage,
  store: CorpusStore,
): Message {
  const { verdict, message } = judgement;
  if (status === "miscited" && SAYS[verdict] !== "nobody") {
    const cited = coverage.direct.flatMap((key) => key.sources).map((id) => sourceName(store, id));
    const key = cited.length > 1 ? "citation.miscited.several" : "citation.miscited";
    return { key, args: { cited: [...new Set(cited)], said: message } };
  }
  if (status === "uncited" && verdict === "supported") return uncited(message);
  return message;
}

const wrapped = new WeakMap<Message, Message>();

/** The same message for the same judgement, so that what is made of it may be kept. */
function uncited(said: Message): Message {
  const known = wrapped.get(said);
  if (known !== undefined) return known;
  const made: Message = { key: "citation.uncited", args: { said } };
  wrapped.set(said, made);
  return made;
}

/** Takes a store and an id; gives the name by which a writer knows the source: its outlet, else its title, else the id. */
export function sourceName(store: CorpusStore, id: string): string {
  const meta = store.source(id)?.meta;
  return meta?.outlet ?? meta?.title ?? id;
}

function sourcesThatSay(judgement: Judgement, says: Says): ReadonlySet<string> {
  if (says === "nobody" || says === "unknown") return new Set();
  const supporting = judgement.evidence.filter((one) => one.relation === "supports");
  const counted = says === "supporting" || supporting.length > 0 ? supporting : judgement.evidence;
  return new Set(counted.map((one) => one.source));
}
