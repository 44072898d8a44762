export { bodyText, isReadable } from "./bodytext.ts";
export { isCorpusFile, isLibraryFile, refusal, sideFileOf } from "./formats.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { type ReadLibrary, readLibrary } from "./library.ts";
export type { Library, Stated } from "./meta.ts";
export { readText, type TextOptions } from "./plain.ts";
export { type CorpusFile, type ReadOptions, readArticles } from "./read.ts";
export type { Article, Block, BlockKind, ReadProblem, ReadResult, SourceMeta } from "./types.ts";
