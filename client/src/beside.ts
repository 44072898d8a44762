/**
 * What V8 is told of a server beside an editor: there is room for what one key leaves behind, which is collected before the next one, and no more, so that
 * garbage is not left lying for want of need.
 */
export const BESIDE_EDITOR: readonly string[] = ["--min-semi-space-size=8", "--max-semi-space-size=8"];

/** What is set in its environment: its threads hand one another's free memory on, where each would keep its own (glibc, `mallopt`, M_ARENA_MAX). */
export const SHARED_MEMORY = { MALLOC_ARENA_MAX: "2" } as const;
