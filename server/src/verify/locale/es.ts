import type { MessageTable } from "../messages.ts";
import { citations } from "./es.citations.ts";
import { figures } from "./es.figures.ts";
import { quotes } from "./es.quotes.ts";

/** Every sentence that a finding may say, in Spanish. */
export const spanish: MessageTable = { ...figures, ...quotes, ...citations };
