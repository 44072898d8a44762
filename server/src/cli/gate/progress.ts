/** Is told how far a piece of work is. */
export type Progress = (done: number, all: number) => void;

/** Tells how far a run is, on one line that is written over; silent where nobody watches. */
export interface ProgressLine {
  readonly corpus: Progress;
  readonly drafts: Progress;
  end(): void;
}

/** Steps from which on progress is shown: what is over at once needs none. */
const WORTH = 50;
const EVERY = 100;

/** Takes where messages go; gives a progress line there where it is a terminal. Written at most ten times a second. */
export function startProgress(output: { write(text: string): unknown; readonly isTTY?: boolean }): ProgressLine {
  let shown = 0;
  let last = 0;
  const show =
    (what: string): Progress =>
    (done, all) => {
      const now = performance.now();
      if (output.isTTY !== true || all < WORTH || (done < all && now - last < EVERY)) return;
      last = now;
      const line = `${what} ${done.toLocaleString("en")} of ${all.toLocaleString("en")}`;
      output.write(`\r${line.padEnd(shown)}`);
      shown = line.length;
    };
  return {
    corpus: show("Reading sources:"),
    drafts: show("Checking drafts:"),
    end: () => {
      if (shown > 0) output.write(`\r${" ".repeat(shown)}\r`);
      shown = 0;
    },
  };
}
