import type { MessageTable } from "../messages.ts";
import { citations } from "./fr.citations.ts";
import { figures } from "./fr.figures.ts";
import { quotes } from "./fr.quotes.ts";

/** Every sentence that a finding may say, in French. */
export const french: MessageTable = { ...figures, ...quotes, ...citations };
