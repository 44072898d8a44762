const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const ISO = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d])/;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)? ${MONTH},? ((?:19|20)\\d\\d)\\b`, "i");
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, "i");
const MONTH_YEAR = new RegExp(`\\b${MONTH},? ((?:19|20)\\d\\d)\\b`, "i");
const SLASHED = /\b((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})\b/;
const DOTTED = /\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|$)/;

/**
 * Takes a date as metadata or a byline writes it; gives it as ISO `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where less is
 * said, or `null`. A date of three numbers with slashes and the year last is read only where the day cannot be a month.
 */
export function isoDate(written: string): string | null {
  const text = written.slice(0, 200);
  for (const [pattern, order] of FORMS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const part = (at: number) => (at === 0 ? undefined : found[at]);
    const date = build(part(order[0]), part(order[1]), part(order[2]));
    if (date !== null) return date;
  }
  return slashes(text) ?? otherLanguage(text) ?? (/^\s*(?:19|20)\d\d\s*$/.test(text) ? text.trim() : null);
}

/** Forms with the places of year, month and day among their groups; 0 where a form has none. */
const FORMS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [ISO, [1, 2, 3]],
  [COMPACT, [1, 2, 3]],
  [SLASHED, [1, 2, 3]],
  [DAY_FIRST, [3, 2, 1]],
  [MONTH_FIRST, [3, 1, 2]],
  [DOTTED, [3, 2, 1]],
  [MONTH_YEAR, [2, 1, 0]],
];

/** Names of months in other languages than English, January first; the first letters are enough where no other month shares them. */
const OTHER_MONTHS: readonly (readonly string[])[] = [
  "janv januar jänner janei enero ene genn gen gennaio янв jaun",
  "févr fevr février februar feber feb fev febb фев",
  "mars märz marz marzo mär maart março mrt мар",
  "avr avril abr abril aprile апр",
  "mai mayo maio maggio mag mei мая май",
  "juin juni junio junho giugno giu июн",
  "juil juillet juli julio julho luglio lug июл",
  "août aout agosto ago авг",
  "sept septiembre setembro set settembre сен",
  "okt octobre octubre outubro out ottobre ott окт",
  "novembre noviembre nov noy ноя",
  "déc dez dezember diciembre dic dezembro dicembre дек",
].map((names) => names.split(" "));

const WORDED = /(?<![\p{L}\d])(\d{1,2})(?:er|\.|º)?(?: de)? (\p{L}{3,12})\.?(?: de)?,? ((?:19|20)\d\d)(?!\d)/u;
const EAST_ASIAN = /((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/;

function otherLanguage(text: string): string | null {
  const eastern = EAST_ASIAN.exec(text);
  if (eastern !== null) return build(eastern[1], eastern[2], eastern[3]);
  const found = WORDED.exec(text);
  if (found === null) return null;
  const name = (found[2] as string).toLowerCase();
  const month = OTHER_MONTHS.findIndex((names) =>
    names.some((one) => name === one || (one.length >= 3 && name.startsWith(one))),
  );
  return month < 0 ? null : build(found[3], String(month + 1), found[1]);
}

function slashes(text: string): string | null {
  const found = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\b/.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first > 12) return build(found[3], found[2], found[1]);
  return second > 12 || first === second ? build(found[3], found[1], found[2]) : (found[3] ?? null);
}

function build(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined) return year ?? null;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(month);
  if (!(number >= 1 && number <= 12)) return null;
  const ym = `${year}-${String(number).padStart(2, "0")}`;
  if (day === undefined) return ym;
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last ? `${ym}-${String(Number(day)).padStart(2, "0")}` : null;
}
