import type { Hover } from "vscode-languageserver-types";
import type { Span } from "../text/span.ts";
import { type Evidence, type Finding, sourceName } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { citedAt } from "./definition.ts";
import { findingAt, type LanguageContext, locate, offsetAt, passageLink, rangeOf } from "./language.ts";
import { emphasizeText, escapeText, linkText } from "./markdown.ts";
import { placeWords } from "./place.ts";
import type { ProtocolPosition } from "./protocol.ts";
import type { IgnoredFinding } from "./quiet/index.ts";
import { dateWords, say, tell } from "./words.ts";

/** Passages shown in full, and sources that say otherwise told in a line. */
const SHOWN = 2;
const AGAINST = 4;

/**
 * Takes a checked draft and a position; gives what is known of the figure or quotation there (verdict, passage, outlet, date, claimant, who
 * agrees, who does not) or of the source cited there; `null` where neither stands there. All words of sources are escaped. Findings of which
 * `told` says that a problem beside the hover tells their sentence are given without it.
 */
export function hoverAt(
  checked: CheckedDraft,
  position: ProtocolPosition,
  context: LanguageContext,
  told: (finding: Finding) => boolean = () => false,
): Hover | null {
  const offset = offsetAt(checked, position);
  const finding = findingAt(checked, offset);
  if (finding !== null) return hover(checked, finding, findingText(finding, context, told(finding)));
  const aside = checked.ignored.find((one) => one.finding.start <= offset && offset <= one.finding.end);
  if (aside !== undefined)
    return hover(checked, aside.finding, `${ignoredText(aside)}\n\n${findingText(aside.finding, context)}`);
  const cited = citedAt(checked, offset, context);
  if (cited === null) return null;
  return hover(checked, cited.span, cited.sources.map((id) => sourceText(id, context)).join("\n\n"));
}

function hover(checked: CheckedDraft, span: Span, value: string): Hover {
  return { contents: { kind: "markdown", value }, range: rangeOf(checked.lines, span) };
}

function ignoredText({ reason }: IgnoredFinding): string {
  return `*${escapeText(say("hover.ignored", { reason: reason === "" ? say("ignored.unexplained") : reason }))}*`;
}

function findingText(finding: Finding, context: LanguageContext, told = false): string {
  const best = bestOf(finding.evidence);
  const shown = new Set(best);
  const sentence = told ? "" : ` ${escapeText(tell(finding.message))}`;
  return [
    `**${say(`verdict.${finding.verdict}`)}.**${sentence}`,
    ...best.map((one) => passageText(one, context)),
    ...agreement(finding.evidence, shown, context),
    ...opposition(finding.evidence, shown, context),
    ...citationText(finding),
  ].join("\n\n");
}

/** The best passage, and the best one that says otherwise or comes from another mouth. */
function bestOf(evidence: readonly Evidence[]): Evidence[] {
  const [first] = evidence;
  const other = evidence.find(
    (one) =>
      one !== first &&
      (one.relation !== first?.relation || one.claimant !== first.claimant) &&
      one.relation !== "mentions",
  );
  return [first, other].filter((one) => one !== undefined).slice(0, SHOWN);
}

function passageText(evidence: Evidence, context: LanguageContext): string {
  const head = [linkedName(evidence, context), dateWords(evidence.published), placeWords(evidence)].filter(Boolean);
  if (evidence.claimant !== null) head.push(escapeText(say("hover.by", { claimant: evidence.claimant })));
  return `${head.join(", ")}\n\n> ${markedPassage(evidence)}`;
}

/** The passage with what matters in bold: the words that differ, else the figure or the quoted words. */
function markedPassage({ passage, start, focus, differences }: Evidence): string {
  const differing = differences.map(({ source }) => source).filter((one) => one.text !== "");
  const marked = (differing.length > 0 ? differing : focus === null ? [] : [focus])
    .map((one) => ({ start: one.start - start, end: one.end - start }))
    .filter((one) => one.start >= 0 && one.end <= passage.length);
  return emphasizeText(passage, marked);
}

function agreement(evidence: readonly Evidence[], shown: ReadonlySet<Evidence>, context: LanguageContext): string[] {
  const told = new Set([...shown].map(({ source }) => source));
  const others = evidence.filter((one) => one.relation === "supports" && !told.has(one.source));
  const names = [...new Set(others.map(({ source }) => source))].map((id) => sourceName(context.store, id));
  const origins = new Set(
    evidence
      .filter((one) => one.relation === "supports")
      .map((one) => context.store.source(one.source)?.origin ?? one.source),
  );
  const sources = new Set(evidence.filter((one) => one.relation === "supports").map((one) => one.source));
  const lines = names.length === 0 ? [] : [escapeText(say("hover.agrees", { sources: names }))];
  const copies =
    origins.size < sources.size
      ? [
          escapeText(
            say(origins.size === 1 ? "hover.origins.one" : "hover.origins", {
              origins: origins.size,
              sources: sources.size,
            }),
          ),
        ]
      : [];
  return [...lines, ...copies];
}

function opposition(evidence: readonly Evidence[], shown: ReadonlySet<Evidence>, context: LanguageContext): string[] {
  const others = evidence.filter((one) => one.relation === "contradicts" && !shown.has(one)).slice(0, AGAINST);
  const lines = others.map((one) => {
    const says = one.focus === null ? "" : ` **${escapeText(one.focus.text)}**`;
    const claimant = one.claimant === null ? [] : [escapeText(say("hover.by", { claimant: one.claimant }))];
    const parts = [linkedName(one, context), dateWords(one.published), ...claimant].filter(Boolean);
    return `- ${parts.join(", ")}:${says}`;
  });
  return lines.length === 0 ? [] : [[say("hover.against"), ...lines].join("\n")];
}

/** That a fact is not cited is worth a word where there is what to cite. */
function citationText({ kind, citation, message, evidence }: Finding): string[] {
  if (kind === "citation" || message.key.startsWith("citation.")) return [];
  if (citation === "uncited")
    return evidence.some((one) => one.relation === "supports") ? [`*${say("hover.uncited")}*`] : [];
  return citation === "miscited" ? [`*${say("hover.miscited")}*`] : [];
}

/** The outlet, linked to the passage. */
function linkedName(evidence: Evidence, context: LanguageContext): string {
  const name = sourceName(context.store, evidence.source);
  return linkText(name, passageLink(evidence, context) ?? "");
}

function sourceText(id: string, context: LanguageContext): string {
  const source = context.store.source(id);
  if (source === null) return escapeText(id);
  const { meta, figures, quotes } = source;
  const location = locate(context, id, null);
  const name = meta.title ?? id;
  const head = [meta.outlet, meta.authors.join(", "), dateWords(meta.published)].filter(Boolean).join(" · ");
  return [
    `**${location === null ? escapeText(name) : linkText(name, location.uri)}**`,
    escapeText(head),
    ...(meta.url === null ? [] : [linkText(meta.url, meta.url)]),
    escapeText(say("hover.source", { figures, quotes })),
  ].join("\n\n");
}
