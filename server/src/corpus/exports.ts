import { anyPattern } from "../text/patterns.ts";
import { isProse, type Piece } from "./pieces.ts";

/** What a database of the press writes around an article that is exported from it. */
interface Database {
  /** A line at the end that no article holds. */
  readonly sign: RegExp;
  /** Lines below an article, each with what it says behind it or in the line below. */
  readonly label: RegExp;
}

const DATABASES: readonly Database[] = [
  // Factiva, with its tags or without them
  {
    sign: /^(?:AN )?Document [A-Z]{2,8}\d{10,}\w{0,16}$/,
    label: /^(?:CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CX|RF)(?:$| (?=[\w/-]{1,12} ?: |Document |\p{Lu}))/u,
  },
  // LexisNexis and Nexis Uni
  {
    sign: /^(?:load-date: .*\d{4}|end of document)$/i,
    label:
      /^(?:classification$|end of document$|(?:language|publication-type|journal-code|subject|company|organization|industry|geographic|person|ticker|load-date|graphic|acc-no|document-type|notes): )/i,
  },
  // ProQuest
  {
    sign: /^ProQuest document ID: \d+$/,
    label:
      /^(?:subject|business indexing term|location|people|company ?\/ ?organization|identifier ?\/ ?keyword|classification|title|author|publication \w+|publisher|pages?|first page|number of pages|section|dateline|place of publication|country of publication|issn|e-issn|source type|language of publication|document (?:type|url|feature)|proquest document id|copyright|last updated|database|volume|issue)(?: \w+)?: /i,
  },
];

const isSign = anyPattern(DATABASES.map(({ sign }) => sign));

/** Longest line above an article that says where it stood: its paper, its page, its language. */
const LONGEST_HEAD = 6;
const LENGTH = /^(?:length: )?[\d,]{1,6} words$/i;
const PART_LABEL = /^(?:body|full text|abstract|LP|TD)$/i;

/** Takes the pieces of an article; sets aside what a database of the press wrote above and below it: codes, subjects, shares in per cent of how much it is about them. */
export function byExport(pieces: readonly Piece[]): void {
  let exported = false;
  for (const [at, p] of pieces.entries()) {
    if (p.words > 8 || !isSign(p.text)) continue;
    exported = true;
    setAside(pieces, at, DATABASES.find(({ sign }) => sign.test(p.text)) as Database);
  }
  if (exported) headOf(pieces);
}

/** The labels from a line at the end upwards to the article's last paragraph, and those right below the line. */
function setAside(pieces: readonly Piece[], at: number, database: Database): void {
  const isLabel = (p: Piece) => database.label.test(p.text);
  (pieces[at] as Piece).kind = "furniture";
  for (let next = at - 1; next > 0; next--) {
    const p = pieces[next] as Piece;
    if (isLabel(p) || isValue(pieces[next - 1], database)) p.kind = asideOf(p);
    else if (p.kind === null && isProse(p)) break;
  }
  for (let next = at + 1; next < pieces.length && isLabel(pieces[next] as Piece); next++)
    (pieces[next] as Piece).kind = asideOf(pieces[next] as Piece);
}

/** A date stays what it is: it may be the article's. */
function asideOf(p: Piece): Piece["kind"] {
  return p.kind === "meta" ? "meta" : "furniture";
}

/** What stands right below a label that is alone in its line. */
function isValue(above: Piece | undefined, { label }: Database): boolean {
  return above !== undefined && above.words === 1 && label.test(above.text);
}

/** Between the count of words and the article. */
function headOf(pieces: readonly Piece[]): void {
  const to = pieces.findIndex((p) => p.kind === null && isProse(p));
  const head = pieces.slice(0, Math.max(0, to));
  const from = head.findIndex((p) => LENGTH.test(p.text));
  for (const p of from < 0 ? [] : head.slice(from))
    if (p.kind === null && !p.stopped && p.words <= LONGEST_HEAD) p.kind = "furniture";
  for (const p of pieces) if (p.words <= 2 && PART_LABEL.test(p.text)) p.kind = "furniture";
}
