import type { SourceMeta } from "../../corpus/types.ts";
import type { Code, Evidence, Finding } from "../../verify/index.ts";
import { placeWords } from "../place.ts";
import { dateWords, say } from "../words.ts";

/** What each code is called, and what it says, in every format that lists rules. */
export const codeWords: Readonly<Record<Code, { readonly name: string; readonly says: string }>> = {
  "figure/supported": { name: "Supported figure", says: "A source gives this value for this measure." },
  "figure/disputed": {
    name: "Disputed figure",
    says: "A source supports the figure, and another gives an incompatible value for the same measure.",
  },
  "figure/imprecise": {
    name: "Imprecise figure",
    says: "The sources give the same value with another bound, or less rounded.",
  },
  "figure/derived": {
    name: "Derived figure",
    says: "The figure follows by arithmetic from figures that sources give.",
  },
  "figure/misattributed": {
    name: "Misattributed figure",
    says: "A source gives the figure, but from another claimant.",
  },
  "figure/mismatched": { name: "Mismatched figure", says: "The value stands in the sources only for something else." },
  "figure/contradicted": {
    name: "Contradicted figure",
    says: "For this measure the sources give other values, and none gives this one.",
  },
  "figure/unsupported": { name: "Unsupported figure", says: "No source has this figure." },
  "figure/unchecked": { name: "Unchecked figure", says: "The figure could not be checked; the message says why." },
  "quote/supported": { name: "Supported quotation", says: "The words stand in a source, given to this speaker." },
  "quote/disputed": {
    name: "Disputed quotation",
    says: "The words stand, but the sources give them to different speakers.",
  },
  "quote/altered": { name: "Altered quotation", says: "The words are close to a source's, but not the same." },
  "quote/misattributed": {
    name: "Misattributed quotation",
    says: "The words stand in a source, given to somebody else.",
  },
  "quote/unsupported": { name: "Unsupported quotation", says: "No source has these words." },
  "quote/unchecked": { name: "Unchecked quotation", says: "The quotation could not be checked; the message says why." },
  "citation/cited": { name: "Cited fact", says: "The cited source says so." },
  "citation/uncited": { name: "Uncited fact", says: "A source supports the fact, and the draft cites none for it." },
  "citation/miscited": { name: "Miscited fact", says: "The source that the draft cites does not say so." },
  "citation/undefined": { name: "Undefined citation", says: "The draft cites a source that the corpus does not have." },
  "citation/unused": {
    name: "Unused reference",
    says: "The draft defines a footnote or a reference that nothing cites.",
  },
};

/** Takes a source; gives it as a reader would name it: outlet, title in quotation marks, date. */
export function referenceLine({ id, outlet, title, published }: SourceMeta): string {
  const parts = [outlet, title === null ? null : `“${oneLine(title)}”`, dateWords(published)];
  const known = parts.filter((part) => part !== null);
  return known.length > 0 ? known.join(", ") : id;
}

/** Takes evidence and what is known of its source; gives source and place: "Voice of America, “…”, April 25, 2019, paragraph 3". */
export function evidenceLine(evidence: Evidence, source: SourceMeta | undefined): string {
  const place = placeWords(evidence);
  return [source === undefined ? evidence.source : referenceLine(source), ...(place === "" ? [] : [place])].join(", ");
}

/** Takes evidence; gives how it relates to the fact, as a word that opens a line. */
export function relationWord({ relation }: Evidence): string {
  return say(`relation.${relation}`);
}

/** Verdicts that say already that no source says so: the cited one is no more wrong than the others. */
const NOWHERE: ReadonlySet<string> = new Set(["contradicted", "mismatched", "unsupported"]);

/** Takes a finding; gives its verdict and, where something is amiss with it, its citation: "Disputed, not cited". */
export function verdictWords({ verdict, citation, kind }: Finding): string {
  const word = say(`verdict.${verdict}`);
  if (kind === "citation" || citation === null || citation === "cited") return word;
  if (citation === "miscited" && NOWHERE.has(verdict)) return word;
  return `${word}, ${say(`verdict.${citation}`).toLowerCase()}`;
}

/** Takes text from a source or a draft; gives it on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
