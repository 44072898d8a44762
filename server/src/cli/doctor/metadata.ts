import { promises as fs } from "node:fs";
import path from "node:path";
import type { SourceMeta } from "../../corpus/index.ts";
import { type Complaint, complaint, some } from "./types.ts";

const DAY_MS = 86_400_000;
/** Before this, nothing was printed that is called an article. */
const EARLIEST = "1600";

/** Takes the metadata of all sources and the time; complains of dates that cannot be, and notes what was guessed and what is not known. */
export function lookAtMetadata(metas: readonly SourceMeta[], now: Date): Complaint[] {
  return [...metas.flatMap((meta) => wrongDates(meta, now)), ...guesses(metas), ...gaps(metas)];
}

type DateField = "published" | "retrieved";

function wrongDates(meta: SourceMeta, now: Date): Complaint[] {
  const said = (["published", "retrieved"] as const).flatMap((field) => wrongDate(meta, field, now));
  return said.length > 0 ? said : wrongOrder(meta);
}

function wrongDate(meta: SourceMeta, field: DateField, now: Date): Complaint[] {
  const date = meta[field];
  const wrong = date === null ? null : wrongWith(date, now);
  if (wrong === null) return [];
  const message = `${meta.path} (${meta.id}) was ${field} on "${date}", as it says: ${wrong}.`;
  return [complaint("warning", `source/${field}`, message, setIt(meta.id, field))];
}

/** A day that has begun somewhere on the earth is not to come. */
function wrongWith(date: string, now: Date): string | null {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:$|T)/.test(date)) return "that is no date that can be read";
  const latest = new Date(now.getTime() + DAY_MS).toISOString();
  if (date.slice(0, 10) > latest.slice(0, Math.min(10, date.length))) return "that is still to come";
  return date < EARLIEST ? "that is too long ago" : null;
}

/** Of two dates, only as much is compared as both give; a page may be kept on a day that has not begun where it was written. */
function wrongOrder(meta: SourceMeta): Complaint[] {
  const { published, retrieved } = meta;
  if (published === null || retrieved === null) return [];
  const length = Math.min(published.length, retrieved.length, 10);
  const dayAfter = length < 10 ? retrieved.slice(0, length) : new Date(Date.parse(retrieved) + DAY_MS).toISOString();
  if (published.slice(0, length) <= dayAfter.slice(0, length)) return [];
  const message = `${meta.path} (${meta.id}) was retrieved on ${retrieved}, before it was published on ${published}, as it says.`;
  return [complaint("warning", "source/order", message, setIt(meta.id, "published"))];
}

function setIt(id: string, field: string): string {
  return `Correct it there, or with sourceline confirm ${id} --set ${field}=2019-04-25.`;
}

/** A language that was guessed is hardly ever worth a look. */
const LOOKED_AT = ["outlet", "published", "title", "authors", "url", "restsOn"] as const;

function guesses(metas: readonly SourceMeta[]): Complaint[] {
  return LOOKED_AT.flatMap((field) => {
    const guessed = metas.filter((meta) => meta.guessed.includes(field));
    if (guessed.length === 0) return [];
    const brief = field === "outlet" || field === "published";
    const names = guessed.map((meta) => (brief ? `${meta.id} (${meta[field]})` : meta.id));
    const advice = "Where a guess is right, sourceline confirm ID writes it into the file; --set corrects it.";
    return [complaint("note", `guessed/${field}`, `${WORDS[field]} guessed from the text: ${some(names)}.`, advice)];
  });
}

const WORDS: Readonly<Record<(typeof LOOKED_AT)[number], string>> = {
  outlet: "Outlets",
  published: "Dates",
  title: "Titles",
  authors: "Authors",
  url: "Addresses",
  restsOn: "Reports that articles rest on,",
};

function gaps(metas: readonly SourceMeta[]): Complaint[] {
  return (["outlet", "published"] as const).flatMap((field) => {
    const names = metas.filter((meta) => meta[field] === null).map(({ id }) => id);
    if (names.length === 0) return [];
    const message = `${NOT_KNOWN[field]}: ${some(names)}.`;
    return [complaint("note", `missing/${field}`, message, `sourceline confirm ID --set ${field}=… says it.`)];
  });
}

const NOT_KNOWN = {
  outlet: "Sources without an outlet, which findings call by their titles",
  published: 'Sources without a date, in which words like "last month" count from none',
} as const;

/** Takes the corpus folder, paths in it and the time; complains of files that were changed at a time that is still to come. */
export async function lookAtClocks(folder: string, paths: readonly string[], now: Date): Promise<Complaint[]> {
  const ahead: string[] = [];
  for (const one of new Set(paths)) {
    const stat = await fs.stat(path.join(folder, one)).catch(() => null);
    if (stat !== null && stat.mtimeMs > now.getTime() + DAY_MS) ahead.push(one);
  }
  if (ahead.length === 0) return [];
  const message = `By the clock of this machine, ${some(ahead)} will be changed at a time that is still to come.`;
  return [complaint("warning", "clock/ahead", message, "Set the clock right, or save those files again.")];
}
