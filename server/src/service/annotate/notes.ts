import type { StoredSource } from "../../store/types.ts";
import type { ReportDraft, ReportFinding } from "../formats/report.ts";
import { evidenceLine, oneLine, relationWord, verdictWords } from "../formats/words.ts";
import { distinctPassages, excerptOf } from "../place.ts";
import { say } from "../words.ts";

/** A passage as a note gives it. */
export interface NotePassage {
  /** "Supports", "Contradicts" or "Mentions". */
  readonly relation: string;
  /** Source and place: outlet, title, date, paragraph. */
  readonly where: string;
  /** "according to Amnesty International"; `null` where nobody is named. */
  readonly claimant: string | null;
  readonly passage: string;
}

/** The note on one fact of a draft. */
export interface Note {
  /** From 1, in order of the facts. */
  readonly number: number;
  /** Offset in the draft, in UTF-16 code units, where the mark of the note stands: behind the fact and what cannot be parted from it. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly message: string;
  /** "Set aside: …" with the writer's reason; `null` where it was not. */
  readonly ignored: string | null;
  readonly passages: readonly NotePassage[];
  /** How many passages were left out. */
  readonly more: number;
}

/** Passages that a note gives, and characters of each. */
const SHOWN = 5;
const PASSAGE = 600;

/** Takes a draft and the sources by id; gives a note for each of its findings, in order. */
export function notesOf(draft: ReportDraft, sources: ReadonlyMap<string, StoredSource>): Note[] {
  return draft.findings.map((found, index) => noteOf(draft, found, index + 1, sources));
}

function noteOf(
  draft: ReportDraft,
  found: ReportFinding,
  number: number,
  sources: ReadonlyMap<string, StoredSource>,
): Note {
  const { finding, message, ignored } = found;
  const evidence = distinctPassages(finding.evidence);
  return {
    number,
    at: placeOfMark(draft, found),
    start: finding.start,
    end: finding.end,
    verdict: verdictWords(finding),
    message: oneLine(message),
    ignored:
      ignored === null ? null : `${say("report.ignored")}: ${oneLine(ignored.reason ?? say("ignored.unexplained"))}`,
    passages: evidence.slice(0, SHOWN).map((one) => ({
      relation: relationWord(one),
      where: evidenceLine(one, sources.get(one.source)?.meta),
      claimant: one.claimant === null ? null : say("hover.by", { claimant: oneLine(one.claimant) }),
      passage: excerptOf(one, PASSAGE).text,
    })),
    more: Math.max(0, evidence.length - SHOWN),
  };
}

const CLOSING = /^["'”’»›]{1,3}/;

/** Behind the closing quotation marks of a quotation; behind a citation or a definition that the fact stands in. */
function placeOfMark({ text, citations, definitions }: ReportDraft, { finding }: ReportFinding): number {
  const marks =
    finding.kind === "quote" ? (CLOSING.exec(text.slice(finding.end, finding.end + 3))?.[0].length ?? 0) : 0;
  const at = finding.end + marks;
  const citation = citations.find(({ start, end }) => start < at && at < end);
  if (citation !== undefined) return citation.end;
  const definition = definitions.find(({ start, key }) => start < at && at <= key.end + 2);
  return definition === undefined ? at : definition.end;
}
