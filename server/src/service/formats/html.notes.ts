import type { StoredSource } from "../../store/types.ts";
import type { Difference, Evidence } from "../../verify/index.ts";
import { say } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import type { ReportFinding } from "./report.ts";
import { evidenceLine, oneLine, relationWord, verdictWords } from "./words.ts";

/** A finding with its number on the page. */
export interface NumberedFinding extends ReportFinding {
  readonly number: number;
}

/** The sign of each verdict: told apart without colour. */
export const verdictSigns: Readonly<Record<string, string>> = {
  contradicted: "≠",
  mismatched: "↔",
  misattributed: "⇄",
  altered: "✎",
  unsupported: "?",
  undefined: "∅",
  disputed: "±",
  imprecise: "≈",
  unchecked: "…",
  derived: "Σ",
  supported: "✓",
  unused: "–",
  ignored: "◦",
};

/** Takes a finding; gives the name that its note and its underline are styled and filtered by. */
export function verdictClass({ finding, ignored }: ReportFinding): string {
  return ignored !== null ? "ignored" : finding.verdict;
}

/** Passages that a note shows at once; the rest is folded. */
const SHOWN = 2;

/** Takes a numbered finding, the sources by id, and whether all passages stand open; gives its note as a list item. */
export function noteItem(
  found: NumberedFinding,
  sources: ReadonlyMap<string, StoredSource>,
  unfolded: boolean,
): string {
  const { number, message, ignored, finding } = found;
  const name = verdictClass(found);
  const sign = `<span class="sign" aria-hidden="true">${verdictSigns[name] ?? ""}</span>`;
  const label = `<span class="verdict">${escapeMarkup(verdictWords(finding))}</span>`;
  const back = `<a class="back" href="#f${number}" aria-label="${escapeMarkup(say("page.back", { number }))}">${number}</a>`;
  const head = `<p class="head">${back}${sign}${label}</p> `;
  const reason =
    ignored === null
      ? ""
      : `<p class="reason">${say("report.ignored")}: ${escapeMarkup(ignored.reason ?? say("ignored.unexplained"))}</p>`;
  const quiet = found.level === null ? " quiet" : "";
  return `<li class="note v-${name}${quiet}" id="n${number}" value="${number}">${head}<p>${escapeMarkup(message)}</p>${reason}${passages(found, sources, unfolded)}</li>`;
}

function passages(
  { finding, level, ignored }: NumberedFinding,
  sources: ReadonlyMap<string, StoredSource>,
  unfolded: boolean,
): string {
  const all = finding.evidence.map((evidence) => passage(evidence, sources));
  const shown = level === null || ignored !== null ? 0 : SHOWN;
  const folded = all.slice(shown);
  if (folded.length === 0) return all.join("");
  const key = folded.length === 1 ? "page.passage" : "page.passages";
  const words = say(shown > 0 ? `${key}.more` : key, { count: folded.length });
  return `${all.slice(0, shown).join("")}<details${unfolded ? " open" : ""}><summary>${words}</summary>${folded.join("")}</details>`;
}

function passage(evidence: Evidence, sources: ReadonlyMap<string, StoredSource>): string {
  const claimant =
    evidence.claimant === null ? "" : `, ${escapeMarkup(say("hover.by", { claimant: oneLine(evidence.claimant) }))}`;
  const where = escapeMarkup(evidenceLine(evidence, sources.get(evidence.source)?.meta));
  const foot = `<figcaption>${relationWord(evidence)}: <cite>${where}</cite>${claimant}</figcaption>`;
  return `<figure><blockquote>${focused(evidence)}</blockquote>${changes(evidence.differences)}${foot}</figure>`;
}

/** The passage with the figure or the quoted words in it set off. */
function focused({ passage, start, focus }: Evidence): string {
  if (focus === null || focus.start < start || focus.end > start + passage.length)
    return escapeMarkup(oneLine(passage));
  const from = focus.start - start;
  const [before, words, after] = [
    passage.slice(0, from),
    passage.slice(from, focus.end - start),
    passage.slice(focus.end - start),
  ];
  return `${spaced(before)}<b>${spaced(words)}</b>${spaced(after)}`;
}

function spaced(text: string): string {
  return escapeMarkup(text.replace(/\s+/g, " "));
}

function changes(differences: readonly Difference[]): string {
  if (differences.length === 0) return "";
  const items = differences.map(({ draft, source }) => {
    if (draft.text === "") return `${say("page.dropped")} <ins>${spaced(source.text)}</ins>`;
    if (source.text === "") return `${say("page.added")} <del>${spaced(draft.text)}</del>`;
    return `<del>${spaced(draft.text)}</del> ${say("page.instead")} <ins>${spaced(source.text)}</ins>`;
  });
  return `<p class="changes">${items.join("; ")}</p>`;
}
