import { extractFrom } from "../extract/index.ts";
import type { Extraction, Figure, Quotation } from "../extract/types.ts";
import type { CorpusStore } from "../store/types.ts";
import { readDocument, stretchOf, type TextDocument, tokenAt } from "../text/document.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import { citationFindings } from "./citations.ts";
import { judgeCitedFigure } from "./cited.ts";
import { type Coverage, coverageIndex } from "./coverage.ts";
import { type FigureKind, kindOf, usualKinds } from "./kinds.ts";
import { createMemo, isFigure, type JudgementMemo, type Paragraph, type Question } from "./memo.ts";
import { judgeQuote } from "./quotes/index.ts";
import { nearOf } from "./reach.ts";
import { referenceDefinitions, resolveCitations } from "./resolve.ts";
import { citationStatus, messageOf } from "./status.ts";
import type { FigureFact, Finding, Judgement, PreparedDraft } from "./types.ts";
import { isUnread, orUnread, type UnreadFiles } from "./unread.ts";

export { writtenFigure } from "./figures/suggest.ts";
export { tell as tellFigure } from "./figures/tell.ts";
export { allKinds, type FigureKind, kindOf, usualKinds } from "./kinds.ts";
export { type Code, codes, compareLevels, defaultLevels, type Level, type Levels, rate } from "./levels.ts";
export { createMemo, type JudgementMemo } from "./memo.ts";
export { type MessageTable, render } from "./messages.ts";
export { resolveCitations, sourceAt } from "./resolve.ts";
export { sourceName } from "./status.ts";
export type * from "./types.ts";
export { restsOnUnread, type UnreadFiles, unreadFiles } from "./unread.ts";

/** What may be said about a check. */
export interface VerifyOptions {
  /** Kinds of figures to check; `usualKinds` where not given. */
  readonly kinds?: ReadonlySet<FigureKind>;
  /** Judgements of earlier checks of this draft: only what changed is judged again, with the same findings. */
  readonly memo?: JudgementMemo;
  /** Files of the corpus that could not be read; none where not given. */
  readonly unread?: UnreadFiles;
}

/** What a check comes to. */
export interface Verification {
  /** In order of `start`. */
  readonly findings: readonly Finding[];
  /** How many figures of which kinds were left alone because the options leave their kind out. */
  readonly skipped: ReadonlyMap<FigureKind, number>;
}

/** Takes a prepared draft, the store of its corpus and options; gives the findings of `checkDraft`. */
export function verifyDraft(draft: PreparedDraft, store: CorpusStore, options: VerifyOptions = {}): Finding[] {
  return [...checkDraft(draft, store, options).findings];
}

/**
 * Takes a prepared draft, the store of its corpus and options; gives a finding for each of its figures and quotations, in order, with those of
 * its citations that are undefined or unused. A fact inside the definition of a source is part of the reference and is not judged.
 */
export function checkDraft(draft: PreparedDraft, store: CorpusStore, options: VerifyOptions = {}): Verification {
  const document = readDocument(draft.prose);
  const { kinds = usualKinds, memo = createMemo(), unread = new Map() } = options;
  const { figures, quotes, skipped } = factsOf(
    draft,
    extractFrom(document, { published: draft.published }, memo.readCounts),
    store,
    kinds,
  );
  const keys = resolveCitations(draft, store);
  const coverage = coverageIndex(document, draft.text, keys);
  const facts = [
    ...figures.map((figure): Fact => ({ figure, quote: null, coverage: coverage.of(figure, figure.sentence) })),
    ...quotes.map((quote): Fact => ({ figure: null, quote, coverage: coverage.of(quote, quote.sentence) })),
  ].sort((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end);
  const findings = judgeAll(draft, document, facts, store, memo, unread);
  const known = keys.filter((key) => !isUnread(key, unread));
  return {
    findings: [...findings, ...citationFindings(draft, known, store)].sort((a, b) => a.start - b.start),
    skipped,
  };
}

interface Fact {
  readonly figure: Figure | null;
  readonly quote: Quotation | null;
  readonly coverage: Coverage;
}

function factsOf(
  draft: PreparedDraft,
  { figures, quotes }: Extraction,
  store: CorpusStore,
  kinds: ReadonlySet<FigureKind>,
) {
  const references = referenceDefinitions(draft, store);
  const isProse = (span: Span) => !references.some((reference) => contains(reference, span));
  const skipped = new Map<FigureKind, number>();
  const checked = figures.filter(isProse).filter((figure) => {
    const kind = kindOf(figure);
    if (!kinds.has(kind)) skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
    return kinds.has(kind);
  });
  return { figures: checked, quotes: quotes.filter(isProse), skipped };
}

function spanOf({ figure, quote }: Fact): Figure | Quotation {
  return (figure ?? quote) as Figure | Quotation;
}

/** What a fact's verdict may rest on is its sentence, what is cited for it, the store, and for some the other figures of its paragraph. */
function judgeAll(
  draft: PreparedDraft,
  document: TextDocument,
  facts: readonly Fact[],
  store: CorpusStore,
  memo: JudgementMemo,
  unread: UnreadFiles,
): Finding[] {
  const groups = byParagraph(document, facts);
  const paragraphs = groups.map((group) => paragraphOf(draft.prose, document, group));
  const judgements = memo.judged(paragraphs, store, (question, neighbours) =>
    judge(draft.prose, question, neighbours, store),
  );
  return groups.flatMap((group, i) => {
    const findings = group.flatMap((fact, j) => {
      const judgement = judgements[i]?.[j];
      return judgement ? [orUnread(findingOf(draft, fact, judgement, store), fact.coverage, unread)] : [];
    });
    const wrong = findings.filter(({ kind, verdict }) => kind === "quote" && TELLS.has(verdict));
    return wrong.length === 0 ? findings : findings.filter((finding) => !isToldBy(wrong, finding));
  });
}

const TELLS = new Set<Finding["verdict"]>(["altered", "misattributed"]);

/** A figure among the words that an altered quotation changed, or given to the same wrong mouth as its quotation, is told with it, once. */
function isToldBy(quotes: readonly Finding[], figure: Finding): boolean {
  if (figure.kind !== "figure") return false;
  return quotes.some(({ verdict, evidence, start, end }) => {
    if (verdict === "altered")
      return evidence.some(({ differences }) => differences.some(({ draft }) => overlaps(draft, figure)));
    return verdict === "misattributed" && figure.verdict === verdict && contains({ start, end }, figure);
  });
}

function byParagraph(document: TextDocument, facts: readonly Fact[]): Fact[][] {
  const groups = new Map<number, Fact[]>();
  for (const fact of facts) {
    const paragraph = paragraphAt(document, spanOf(fact).start);
    const group = groups.get(paragraph);
    if (group === undefined) groups.set(paragraph, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

function paragraphAt(document: TextDocument, offset: number): number {
  return stretchOf(document.paragraphTokens, tokenAt(document.tokens, offset));
}

/** A judge may look at all of the paragraph, and at what lies near each of its facts. */
function paragraphOf(prose: string, document: TextDocument, facts: readonly Fact[]): Paragraph {
  const questions = facts.map((fact): Question => {
    const span = spanOf(fact);
    return { fact: span, cited: citedFor(fact.coverage), near: nearOf(prose, span) };
  });
  const paragraph = document.paragraphs[paragraphAt(document, questions[0]?.fact.start ?? 0)];
  let { start, end } = paragraph ?? (questions[0] as Question).near;
  for (const { near } of questions) {
    start = Math.min(start, near.start);
    end = Math.max(end, near.end);
  }
  return { prose, wide: { start, end }, questions };
}

function citedFor({ direct, inherited }: Coverage): string[] {
  return [...new Set([...direct, ...inherited].flatMap(({ sources }) => sources))];
}

function judge(
  text: string,
  { fact, cited }: Question,
  neighbours: () => readonly Figure[],
  store: CorpusStore,
): Judgement | null {
  if (!isFigure(fact)) return judgeQuote({ quote: fact, text, cited }, store);
  const asked: FigureFact = {
    figure: fact,
    text,
    cited,
    get neighbours() {
      return neighbours();
    },
  };
  return judgeCitedFigure(asked, store);
}

function findingOf(draft: PreparedDraft, fact: Fact, judgement: Judgement, store: CorpusStore): Finding {
  const { start, end } = spanOf(fact);
  const citation = citationStatus(judgement, fact.coverage);
  return {
    kind: fact.figure !== null ? "figure" : "quote",
    start,
    end,
    text: draft.text.slice(start, end),
    verdict: judgement.verdict,
    citation,
    message: messageOf(judgement, citation, fact.coverage, store),
    evidence: judgement.evidence,
    suggestions: judgement.suggestions,
    ...(judgement.further === undefined ? {} : { further: judgement.further }),
    figure: fact.figure,
    quote: fact.quote,
  };
}
