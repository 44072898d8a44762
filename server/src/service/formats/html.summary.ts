import type { StoredSource } from "../../store/types.ts";
import type { Share, Task } from "../overview.ts";
import { say } from "../words.ts";
import { escapeMarkup } from "./escape.ts";
import type { NumberedFinding } from "./html.notes.ts";
import type { ReportDraft, ReportTotals } from "./report.ts";
import { type OverviewSum, sumOf } from "./sections.ts";
import type { OpenSpool, Spool } from "./spool.ts";
import { referenceLine } from "./words.ts";

type ListName = Exclude<Task, "quiet"> | "ignored";

/** Lists above the drafts, and whether each stands open. */
const LISTED: readonly (readonly [ListName, boolean])[] = [
  ["fix", true],
  ["decide", true],
  ["cite", false],
  ["unchecked", true],
  ["ignored", false],
];

interface List {
  readonly items: Spool;
  count: number;
}

/** What stands above the drafts, of drafts that come one by one. */
export interface Summary {
  /** Takes a draft, its findings and whether there are other drafts. */
  add(draft: ReportDraft, findings: readonly NumberedFinding[], many: boolean): void;
  /** Gives coverage, then what to fix, to decide, to cite, what was not checked and what was ignored, and what was not read. */
  pieces(totals: ReportTotals): Iterable<string>;
}

/** Takes what opens a spool; gives a summary of no draft yet. */
export function createSummary(open: OpenSpool): Summary {
  const lists = new Map<ListName, List>(LISTED.map(([name]) => [name, { items: open(), count: 0 }]));
  const unread: string[] = [];
  return {
    add(draft, findings, many) {
      unread.push(...draft.errors);
      for (const found of findings) {
        const list = lists.get(found.ignored !== null ? "ignored" : (found.task as ListName));
        if (list === undefined) continue;
        list.count++;
        list.items.add(item(draft, found, many));
      }
    },
    *pieces(totals) {
      const sum = sumOf(totals.overviews);
      yield coverage(sum);
      for (const [name, opened] of LISTED) {
        const { items, count } = lists.get(name) as List;
        yield* section(say(name === "ignored" ? "report.ignored" : `task.${name}`), items.pieces(), count, opened);
      }
      const rest = notRead(unread, totals, sum);
      yield* section(say("report.errors"), rest, rest.length, false);
    },
  };
}

function coverage({ figures, quotes, cited }: OverviewSum): string {
  return `<p class="coverage">${covered("figures", figures)} ${covered("quotes", quotes)} ${covered("cited", cited)}</p>`;
}

function covered(name: string, { stand, all }: Share): string {
  if (all === 0) return "";
  return `<span class="tally"><span>${say(`page.${name}`)}</span> <strong>${say("page.share", { stand, all })}</strong></span>`;
}

function* section(title: string, items: Iterable<string>, count: number, open: boolean): Generator<string> {
  if (count === 0) return;
  yield `<details class="list"${open ? " open" : ""}><summary>${escapeMarkup(title)} <span class="count">${count}</span></summary><ul>`;
  yield* items;
  yield "</ul></details>";
}

function item(draft: ReportDraft, { number, line, message, ignored }: NumberedFinding, many: boolean): string {
  const where = many ? say("page.line.named", { draft: draft.path, line }) : say("page.line", { line });
  const reason = ignored === null ? "" : ` ${say("report.ignored")}: ${ignored.reason ?? say("ignored.unexplained")}.`;
  return `<li><a href="#f${number}">${escapeMarkup(where)}</a> ${escapeMarkup(message + reason)}</li>`;
}

function notRead(unread: readonly string[], { problems }: ReportTotals, { skipped }: OverviewSum): string[] {
  const kinds = [...skipped].map(([kind, count]) => say("kind.counted", { count, kind: say(`kind.${kind}`) }));
  return [
    ...unread,
    ...problems.map(({ message }) => message),
    ...(kinds.length > 0 ? [say("coverage.skipped", { kinds })] : []),
  ].map((words) => `<li>${escapeMarkup(words)}</li>`);
}

/** Takes what the check comes to; gives its sources, cited ones first, each with what it copies; and the number of independent origins. */
export function sourceList({ sources, overviews }: ReportTotals): string {
  const { used, origins } = sumOf(overviews);
  const all = [...sources.values()];
  const cited = all.filter(({ meta }) => used.has(meta.id));
  const others = all.filter(({ meta }) => !used.has(meta.id));
  const count = say(origins === 1 ? "page.origin" : "page.origins", { cited: cited.length, all: all.length, origins });
  const rest = others.length === 0 ? "" : `<h3>${say("verdict.uncited")}</h3>${sourceItems(sources, others)}`;
  return `<h2>${say("report.sources")}</h2><p>${escapeMarkup(count)}</p>${cited.length === 0 ? "" : sourceItems(sources, cited)}${rest}`;
}

type Sources = ReportTotals["sources"];

function sourceItems(sources: Sources, listed: readonly StoredSource[]): string {
  return `<ul class="sources">${listed.map((source) => sourceItem(sources, source)).join("")}</ul>`;
}

function sourceItem(sources: Sources, { meta, origin }: StoredSource): string {
  const first = origin === meta.id ? undefined : sources.get(origin)?.meta;
  const copies =
    first === undefined
      ? ""
      : ` <span class="dim">${escapeMarkup(say("page.copies", { source: referenceLine(first) }))}</span>`;
  const isAddress = meta.url !== null && /^https?:\/\//i.test(meta.url);
  const url = escapeMarkup(meta.url ?? "");
  const address = isAddress ? ` <a href="${url}" rel="noreferrer">${url}</a>` : "";
  return `<li><code>${escapeMarkup(meta.id)}</code> ${escapeMarkup(referenceLine(meta))}.${address}${copies}</li>`;
}
