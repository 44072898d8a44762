import type { StoredSource } from "../../store/types.ts";
import type { Share, Task } from "../overview.ts";
import { say } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import type { CheckReport, ReportFinding } from "./report.ts";
import { type Placed, type Sections, sectionsOf } from "./sections.ts";
import { referenceLine } from "./words.ts";

/** Tasks that are listed, and whether their list stands open. */
const LISTED: readonly (readonly [Task, boolean])[] = [
  ["fix", true],
  ["decide", true],
  ["cite", false],
  ["unchecked", true],
];

/** Takes a report and what numbers its findings; gives coverage, then what to fix, to decide, to cite, what was ignored and what was not checked. */
export function overview(report: CheckReport, numberOf: (found: ReportFinding) => number): string {
  const sections = sectionsOf(report);
  const items = (placed: readonly Placed[]) =>
    placed.map((one) => item(one, numberOf(one.found), report.drafts.length > 1));
  return [
    `<p class="coverage">${covered("Figures", sections.figures)} ${covered("Quotations", sections.quotes)} ${covered("Cited", sections.cited)}</p>`,
    ...LISTED.map(([task, open]) => section(say(`task.${task}`), items(sections.tasks[task]), open)),
    section("Ignored", items(sections.ignored), false),
    section(say("report.errors"), notRead(report, sections), false),
  ].join("");
}

function covered(name: string, { stand, all }: Share): string {
  if (all === 0) return "";
  return `<span class="tally"><span>${name}</span> <strong>${stand} of ${all}</strong></span>`;
}

function section(title: string, items: readonly string[], open: boolean): string {
  if (items.length === 0) return "";
  return `<details class="list"${open ? " open" : ""}><summary>${escapeMarkup(title)} <span class="count">${items.length}</span></summary><ul>${items.join("")}</ul></details>`;
}

function item({ draft, found }: Placed, number: number, many: boolean): string {
  const where = many ? `${draft.path}, line ${found.line}` : `Line ${found.line}`;
  const reason = found.ignored === null ? "" : ` Ignored: ${found.ignored.reason ?? "no reason given"}.`;
  return `<li><a href="#f${number}">${escapeMarkup(where)}</a> ${escapeMarkup(found.message + reason)}</li>`;
}

function notRead({ drafts, problems }: CheckReport, { skipped }: Sections): string[] {
  const kinds = [...skipped].map(([kind, count]) => say("kind.counted", { count, kind: say(`kind.${kind}`) }));
  return [
    ...drafts.flatMap(({ errors }) => errors),
    ...problems.map(({ message }) => message),
    ...(kinds.length > 0 ? [say("coverage.skipped", { kinds })] : []),
  ].map((words) => `<li>${escapeMarkup(words)}</li>`);
}

/** Takes a report; gives its sources, cited ones first, each with what it copies; and the number of independent origins. */
export function sourceList(report: CheckReport): string {
  const { used, origins } = sectionsOf(report);
  const all = [...report.sources.values()];
  const cited = all.filter(({ meta }) => used.has(meta.id));
  const others = all.filter(({ meta }) => !used.has(meta.id));
  const count = `${cited.length} of ${all.length} cited, from ${origins} independent ${origins === 1 ? "origin" : "origins"}.`;
  const rest = others.length === 0 ? "" : `<h3>Not cited</h3>${sourceItems(report, others)}`;
  return `<h2>Sources</h2><p>${count}</p>${cited.length === 0 ? "" : sourceItems(report, cited)}${rest}`;
}

function sourceItems(report: CheckReport, sources: readonly StoredSource[]): string {
  return `<ul class="sources">${sources.map((source) => sourceItem(report, source)).join("")}</ul>`;
}

function sourceItem({ sources }: CheckReport, { meta, origin }: StoredSource): string {
  const first = origin === meta.id ? undefined : sources.get(origin)?.meta;
  const copies =
    first === undefined ? "" : ` <span class="dim">Carries the text of ${escapeMarkup(referenceLine(first))}.</span>`;
  const isAddress = meta.url !== null && /^https?:\/\//i.test(meta.url);
  const url = escapeMarkup(meta.url ?? "");
  const address = isAddress ? ` <a href="${url}" rel="noreferrer">${url}</a>` : "";
  return `<li><code>${escapeMarkup(meta.id)}</code> ${escapeMarkup(referenceLine(meta))}.${address}${copies}</li>`;
}
