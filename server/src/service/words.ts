import { type Message, type MessageTable, render } from "../verify/index.ts";
import { english } from "../verify/locale/en.ts";
import { receipts } from "./locale/en.receipts.ts";
import { labels } from "./locale/en.ts";

/** Every sentence and label of the product, in English. */
export const words: MessageTable = { ...english, ...labels, ...receipts };

/** Takes the key of a sentence and what fills it; gives the sentence. */
export function say(key: string, args: Message["args"] = {}): string {
  return render(words, { key, args });
}

/** Takes a message; gives the sentence. */
export function tell(message: Message): string {
  return render(words, message);
}
