import path from "node:path";
import type { Corpus } from "../../node/corpus.ts";
import { startProgress } from "../gate/progress.ts";
import { type Output, sayTo } from "../reports/output.ts";
import { Session } from "../session.ts";

/** A terminal or a file that a listing goes to, and where messages go. */
export interface Surroundings extends Output {
  readonly output: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** Which corpus is meant. */
export interface CorpusOptions {
  /** Relative to the current folder; where it is not given, the project says. */
  readonly corpus?: string;
}

/**
 * Takes which corpus is meant, and work to do with it, opened and up to date; gives the work's exit code, or 2 where there is no corpus (which
 * is said). With `quiet`, what is wrong with its files is not said: for work that lists it.
 */
export async function withCorpus(
  options: CorpusOptions & { readonly quiet?: boolean },
  to: Surroundings,
  work: (corpus: Corpus) => number | Promise<number>,
): Promise<number> {
  const progress = startProgress(to.errors);
  const held: string[] = [];
  const session = new Session({
    corpus: options.corpus,
    cwd: to.cwd,
    say: (message) => held.push(message),
    progress: progress.corpus,
  });
  try {
    const opened = await session.open(path.join(to.cwd, "draft.md"));
    progress.end();
    const listed = new Set(options.quiet === true ? problemsOf(opened?.corpus) : []);
    for (const message of held) if (!listed.has(message)) sayTo(to)(message);
    return opened === null ? 2 : await work(opened.corpus);
  } finally {
    progress.end();
    await session.close();
  }
}

function problemsOf(corpus: Corpus | undefined): string[] {
  return [...(corpus?.problems.values() ?? [])].flat().map(({ message }) => message);
}

/** Takes a corpus and ids that were asked for; gives them, or all ids where none were, and a sentence for each that the corpus does not have. */
export function idsAsked(
  { store }: Corpus,
  asked: readonly string[] | undefined,
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const all = () => store.sources().map(({ meta }) => meta.id);
  if (asked === undefined || asked.length === 0) return { ids: all(), unknown: [] };
  const missing = asked.filter((id) => store.source(id) === null);
  return {
    ids: asked.filter((id) => !missing.includes(id)),
    unknown: missing.map((id) => `the corpus has no source ${id}; sourceline sources lists those it has.`),
  };
}
