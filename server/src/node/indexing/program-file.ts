/** Gives the file that indexing processes and threads run: the source where the program runs from its sources, the bundle beside the program's own otherwise. */
export function programFile(): URL {
  const own = import.meta.url;
  return new URL(own.endsWith(".ts") ? "./program.ts" : "./indexing.cjs", own);
}
