/** Keeps pieces of text until they are wanted, in order. What a report tells last is often known first. */
export interface Spool {
  add(piece: string): void;
  /** The pieces, as they were added. */
  pieces(): Iterable<string>;
}

/** Opens a spool: a report takes as many as it needs. Where pieces are kept is for the shell to say. */
export type OpenSpool = () => Spool;

/** Opens a spool that keeps its pieces in memory. */
export const memorySpool: OpenSpool = () => {
  const kept: string[] = [];
  return { add: (piece) => kept.push(piece), pieces: () => kept };
};
