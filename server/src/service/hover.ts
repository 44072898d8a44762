import type { Hover } from "vscode-languageserver-types";
import type { Span } from "../text/span.ts";
import { type Evidence, type Finding, sourceName } from "../verify/index.ts";
import type { CheckedDraft } from "./check.ts";
import { citedAt } from "./definition.ts";
import { findingAt, type LanguageContext, locate, offsetAt, passageLink, rangeOf } from "./language.ts";
import { emphasizeText, escapeText, linkText } from "./markdown.ts";
import { excerptOf, placeWords } from "./place.ts";
import type { ProtocolPosition } from "./protocol.ts";
import type { IgnoredFinding } from "./quiet/index.ts";
import { dateWords, say, tell } from "./words.ts";

/** Passages shown in full, and how much of each other one, in characters: the figure with its bound and what it counts. */
const SHOWN = 2;
const BRIEF = 56;

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
    ...agreement(finding, shown, context),
    ...opposition(finding, shown, context),
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

function agreement({ evidence, further }: Finding, shown: ReadonlySet<Evidence>, context: LanguageContext): string[] {
  const told = new Set([...shown].map(({ source }) => source));
  const others = evidence.filter((one) => one.relation === "supports" && !told.has(one.source));
  const names = [...new Set(others.map(({ source }) => source))].map((id) => sourceName(context.store, id));
  if (further !== undefined && further.alike > 0 && names.length > 0)
    names.push(say("coverage.more", { count: further.alike }));
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

/** What the sources say otherwise; of a figure that stands, what they gave at other times. */
function opposition(
  { evidence, verdict, further }: Finding,
  shown: ReadonlySet<Evidence>,
  context: LanguageContext,
): string[] {
  const relation = verdict === "supported" ? "mentions" : "contradicts";
  const others = evidence.filter((one) => one.relation === relation && !shown.has(one));
  const lines = others.map((one) => {
    const { text, focus } = excerptOf(one, BRIEF);
    const claimant = one.claimant === null ? [] : [escapeText(say("hover.by", { claimant: one.claimant }))];
    const parts = [linkedName(one, context), dateWords(one.published), ...claimant].filter(Boolean);
    return `- ${parts.join(", ")}${focus === null ? "" : `: ${emphasizeText(text, [focus])}`}`;
  });
  const more =
    further !== undefined && further.otherwise > 0 ? [`- ${say("coverage.more", { count: further.otherwise })}`] : [];
  const heading = say(verdict === "supported" ? "hover.times" : "hover.against");
  return lines.length === 0 ? [] : [[heading, ...lines, ...more].join("\n")];
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
