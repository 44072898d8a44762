import { type Draft, type DraftFormat, prepareDraft } from "../draft/index.ts";
import type { CorpusStore } from "../store/types.ts";
import { type LineIndex, lineIndex } from "../text/lines.ts";
import {
  checkDraft,
  createMemo,
  type FigureKind,
  type Finding,
  type JudgementMemo,
  type UnreadFiles,
} from "../verify/index.ts";
import { type IgnoredFinding, setAside } from "./quiet/index.ts";
import type { Slip } from "./quiet/slips.ts";
import type { Settings } from "./settings.ts";

/** A draft with all that a check found. */
export interface CheckedDraft {
  readonly draft: Draft;
  readonly lines: LineIndex;
  /** In order of `start`. */
  readonly findings: readonly Finding[];
  /** Findings that the writer has set aside, by a comment or in the ignore file; they are no part of `findings`. */
  readonly ignored: readonly IgnoredFinding[];
  /** Comments that were to set something aside, and are not written as such are. */
  readonly slips: readonly Slip[];
  /** Figures left alone because settings leave their kind out, by kind. */
  readonly skipped: ReadonlyMap<FigureKind, number>;
}

/** Checks one draft again and again as it is edited; what an edit did not touch is neither parsed nor judged again. */
export interface DraftChecker {
  check(text: string, store: CorpusStore, settings: Settings, unread?: UnreadFiles): CheckedDraft;
}

/** Takes a text, its format, a store, settings and the files of the corpus that could not be read; gives the checked draft. */
export function checkText(
  text: string,
  format: DraftFormat,
  store: CorpusStore,
  settings: Settings,
  unread?: UnreadFiles,
): CheckedDraft {
  return createChecker(format).check(text, store, settings, unread);
}

/** Takes the format of a draft; gives a checker for it. One checker serves one draft. */
export function createChecker(format: DraftFormat): DraftChecker {
  const memo: JudgementMemo = createMemo();
  let draft: Draft | null = null;
  return {
    check(text, store, settings, unread = new Map()) {
      draft = prepareDraft(text, format, draft);
      const { findings, skipped } = checkDraft(draft, store, { kinds: settings.kinds, memo, unread });
      const lines = lineIndex(text);
      return { draft, lines, ...setAside(draft, lines, findings, settings), skipped };
    },
  };
}
