/** Gives the file that indexing threads run: the source where the program runs from its sources, the bundle beside the program's own otherwise. */
export function threadFile(): URL {
  const own = import.meta.url;
  return new URL(own.endsWith(".ts") ? "./thread.ts" : "./indexing.cjs", own);
}
