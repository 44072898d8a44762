import type { MessageTable } from "../messages.ts";

/** Sentences about quotes, in English. Each stands on its own when read aloud, names its source, and says what the sources give. */
export const quotes: MessageTable = {};
