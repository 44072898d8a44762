import { contains, type Span } from "../../text/span.ts";
import { say } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import { type NumberedFinding, noteItem, verdictClass, verdictSigns } from "./html.notes.ts";
import { pageStyle } from "./html.style.ts";
import { overview, sourceList } from "./html.summary.ts";
import { type Overlay, readBlocks, renderRange, type TextBlock } from "./html.text.ts";
import type { CheckReport, ReportDraft } from "./report.ts";

/** How the page is laid out. */
export interface HtmlOptions {
  /** Every passage stands open, for a copy that is handed on. */
  readonly unfolded?: boolean;
}

/**
 * Takes a report; gives one page of HTML that needs nothing else: no script, no address is asked for, and a policy in the page forbids both.
 * Each draft stands with its facts underlined by verdict and a note beside each; checkboxes filter them. All text is escaped.
 */
export function formatHtml(report: CheckReport, { unfolded = false }: HtmlOptions = {}): string {
  const numbered = numberAll(report);
  const all = [...numbered.values()].flat();
  const title = titleOf(report);
  const names = Object.keys(verdictSigns).filter((name) => all.some((found) => verdictClass(found) === name));
  const { sources } = report;
  const drafts = report.drafts.map((draft, at) =>
    draftArticle(draft, at, numbered.get(draft) ?? [], (found) => noteItem(found, sources, unfolded)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeMarkup(title)} – Sourceline</title>
<style>${pageStyle}${names.map(filterRule).join("")}</style>
</head>
<body>
<a class="skip" href="#drafts">Skip to the draft</a>
<header><p class="brand">Sourceline</p><h1>${escapeMarkup(title)}</h1>${overview(report, (found) => numberOf(all, found))}</header>
${filter(names, all)}
<main id="drafts" tabindex="-1">
${drafts.join("\n")}
</main>
<footer>${sourceList(report)}</footer>
</body>
</html>
`;
}

function titleOf({ drafts }: CheckReport): string {
  const [only] = drafts;
  return drafts.length === 1 && only !== undefined
    ? say("report.title", { draft: only.path })
    : say("report.titles", { count: drafts.length });
}

/** Numbers run over the whole page, so that "note 12" names one note. */
function numberAll(report: CheckReport): Map<ReportDraft, NumberedFinding[]> {
  let number = 0;
  return new Map(
    report.drafts.map((draft) => [draft, draft.findings.map((found) => ({ ...found, number: ++number }))] as const),
  );
}

function numberOf(all: readonly NumberedFinding[], found: { finding: unknown }): number {
  return all.find(({ finding }) => finding === found.finding)?.number ?? 0;
}

function filter(names: readonly string[], all: readonly NumberedFinding[]): string {
  if (names.length === 0) return "";
  const boxes = names.map((name) => {
    const count = all.filter((found) => verdictClass(found) === name).length;
    const sign = `<span class="sign" aria-hidden="true">${verdictSigns[name]}</span>`;
    return `<label class="v-${name}"><input type="checkbox" id="show-${name}" checked autocomplete="off">${sign}<span class="u">${name === "ignored" ? "Ignored" : say(`verdict.${name}`)}</span> <span class="count">${count}</span></label>`;
  });
  return `<form class="filter" aria-label="Filter by verdict"><fieldset><legend>Show</legend>${boxes.join("")}</fieldset></form>`;
}

function filterRule(name: string): string {
  const off = `body:has(#show-${name}:not(:checked))`;
  return `${off} :is(.note,.ref).v-${name}{display:none}${off} mark.v-${name}{text-decoration:none;background:none}`;
}

type Note = (found: NumberedFinding) => string;

function draftArticle(draft: ReportDraft, at: number, findings: readonly NumberedFinding[], note: Note): string {
  const { blocks, overlays } = readBlocks(draft);
  const marks = [...overlays, ...findings.map(underline)];
  const rest = [...findings];
  const rows = blocks.map((block) => {
    const own = takeWithin(rest, block);
    return row(
      blockHtml(
        draft.text,
        block,
        marks.filter((one) => one.start < block.end && one.end > block.start),
      ),
      own,
      note,
    );
  });
  const errors = draft.errors.map((error) => `<p class="error">${escapeMarkup(error)}</p>`).join("");
  const left = rest.length > 0 ? row("", rest, note) : "";
  return `<article aria-labelledby="d${at}"><h2 id="d${at}">${escapeMarkup(draft.path)}</h2>${errors}${rows.join("")}${left}</article>`;
}

function takeWithin(findings: NumberedFinding[], block: Span): NumberedFinding[] {
  const own = findings.filter(
    ({ finding }) => contains(block, finding) || (finding.start >= block.start && finding.start < block.end),
  );
  for (const one of own) findings.splice(findings.indexOf(one), 1);
  return own;
}

function row(text: string, findings: readonly NumberedFinding[], note: Note): string {
  const notes = findings.map(note).join("");
  return `<div class="row"><div class="text">${text}</div>${notes === "" ? "" : `<ol class="notes">${notes}</ol>`}</div>\n`;
}

function blockHtml(text: string, block: TextBlock, overlays: readonly Overlay[]): string {
  const inner = renderRange(text, block, overlays);
  if (block.element === "front")
    return `<details class="front"><summary>Front matter</summary><pre tabindex="0">${inner}</pre></details>`;
  if (block.element === "pre") return `<pre tabindex="0">${inner}</pre>`;
  return `<${block.element}${block.kept ? ' class="kept"' : ""}>${block.element.startsWith("h") ? inner.trim() : inner}</${block.element}>`;
}

function underline(found: NumberedFinding): Overlay {
  const { number, finding } = found;
  const name = verdictClass(found);
  const label = `Note ${number}: ${finding.kind === "quote" ? "quotation" : finding.kind} ${finding.verdict}`;
  return {
    start: finding.start,
    end: finding.end,
    open: `<mark class="v-${name}">`,
    shut: "</mark>",
    close: `<sup class="ref v-${name}"><a id="f${number}" href="#n${number}" aria-label="${escapeMarkup(label)}">${number}</a></sup>`,
  };
}
