import { contains, type Span } from "../../text/span.ts";
import { say, spokenLanguage } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import { type NumberedFinding, noteItem, verdictClass, verdictSigns } from "./html.notes.ts";
import { pageStyle } from "./html.style.ts";
import { createSummary, sourceList } from "./html.summary.ts";
import { type Overlay, readBlocks, renderRange, type TextBlock } from "./html.text.ts";
import { type CheckReport, type ReportDraft, type ReportTotals, type ReportWriter, written } from "./report.ts";
import { memorySpool, type OpenSpool } from "./spool.ts";

/** How the page is laid out. */
export interface HtmlOptions {
  /** Every passage stands open, for a copy that is handed on. */
  readonly unfolded?: boolean;
}

/**
 * Takes a report; gives one page of HTML that needs nothing else: no script, no address is asked for, and a policy in the page forbids both.
 * Each draft stands with its facts underlined by verdict and a note beside each; checkboxes filter them. All text is escaped.
 */
export function formatHtml(report: CheckReport, options: HtmlOptions = {}): string {
  return written(report, htmlWriter(options, memorySpool));
}

/**
 * Takes options and what opens a spool; gives a writer of what `formatHtml` gives. Numbers run over the whole page, so that "note 12" names one
 * note. The first draft waits for the second: alone, it need not be named with each line.
 */
export function htmlWriter({ unfolded = false }: HtmlOptions, open: OpenSpool): ReportWriter {
  const [articles, summary] = [open(), createSummary(open)];
  const counts = new Map<string, number>();
  let first: (() => void) | null = null;
  let title = "";
  let [drafts, notes] = [0, 0];
  const print = (draft: ReportDraft, at: number, sources: Sources, many: boolean) => {
    const numbered = draft.findings.map((found) => ({ ...found, number: ++notes }));
    for (const name of numbered.map(verdictClass)) counts.set(name, (counts.get(name) ?? 0) + 1);
    summary.add(draft, numbered, many);
    articles.add(draftArticle(draft, at, numbered, (found) => noteItem(found, sources, unfolded)));
  };
  return {
    add(draft, sources) {
      const at = drafts++;
      if (at === 0) {
        first = () => print(draft, at, sources, drafts > 1);
        title = say("report.title", { draft: draft.path });
        return "";
      }
      first?.();
      first = null;
      print(draft, at, sources, true);
      return "";
    },
    *end(totals) {
      first?.();
      yield* page(drafts === 1 ? title : say("report.titles", { count: drafts }), counts, {
        summary: summary.pieces(totals),
        articles: articles.pieces(),
        sources: sourceList(totals),
      });
    },
  };
}

type Sources = ReportTotals["sources"];

interface PageParts {
  readonly summary: Iterable<string>;
  readonly articles: Iterable<string>;
  readonly sources: string;
}

function* page(title: string, counts: ReadonlyMap<string, number>, parts: PageParts): Generator<string> {
  const names = Object.keys(verdictSigns).filter((name) => counts.has(name));
  yield `<!doctype html>
<html lang="${spokenLanguage()}">
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
<a class="skip" href="#drafts">${say("page.skip")}</a>
<header><p class="brand">Sourceline</p><h1>${escapeMarkup(title)}</h1>`;
  yield* parts.summary;
  yield `</header>\n${filter(names, counts)}\n<main id="drafts" tabindex="-1">\n`;
  yield* parts.articles;
  yield `</main>\n<footer>${parts.sources}</footer>\n</body>\n</html>\n`;
}

function filter(names: readonly string[], counts: ReadonlyMap<string, number>): string {
  if (names.length === 0) return "";
  const boxes = names.map((name) => {
    const sign = `<span class="sign" aria-hidden="true">${verdictSigns[name]}</span>`;
    return `<label class="v-${name}"><input type="checkbox" id="show-${name}" checked autocomplete="off">${sign}<span class="u">${say(name === "ignored" ? "report.ignored" : `verdict.${name}`)}</span> <span class="count">${counts.get(name)}</span></label>`;
  });
  return `<form class="filter" aria-label="${escapeMarkup(say("page.filter"))}"><fieldset><legend>${say("page.show")}</legend>${boxes.join("")}</fieldset></form>`;
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
  return `<article aria-labelledby="d${at}"><h2 id="d${at}">${escapeMarkup(draft.path)}</h2>${errors}${rows.join("")}${left}</article>\n`;
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
    return `<details class="front"><summary>${say("page.front")}</summary><pre tabindex="0">${inner}</pre></details>`;
  if (block.element === "pre") return `<pre tabindex="0">${inner}</pre>`;
  return `<${block.element}${block.kept ? ' class="kept"' : ""}>${block.element.startsWith("h") ? inner.trim() : inner}</${block.element}>`;
}

function underline(found: NumberedFinding): Overlay {
  const { number, finding } = found;
  const name = verdictClass(found);
  const label = say(`page.note.${finding.kind}`, { number, verdict: say(`verdict.${finding.verdict}`).toLowerCase() });
  return {
    start: finding.start,
    end: finding.end,
    open: `<mark class="v-${name}">`,
    shut: "</mark>",
    close: `<sup class="ref v-${name}"><a id="f${number}" href="#n${number}" aria-label="${escapeMarkup(label)}">${number}</a></sup>`,
  };
}
