import type { MessageTable } from "../messages.ts";
import { citations } from "./en.citations.ts";
import { figures } from "./en.figures.ts";
import { quotes } from "./en.quotes.ts";

/** Every sentence that a finding may say, in English. */
export const english: MessageTable = { ...figures, ...quotes, ...citations };
