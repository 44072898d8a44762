import type { MessageTable } from "../messages.ts";

/** Sentences about citations, in English. Each stands on its own when read aloud, names its source, and says what the sources give. */
export const citations: MessageTable = {};
