import { longDate } from "../draft/reference.ts";
import { type Message, type MessageArgument, type MessageTable, render } from "../verify/index.ts";
import { english } from "../verify/locale/en.ts";
import { spanish } from "../verify/locale/es.ts";
import { french } from "../verify/locale/fr.ts";
import { adding } from "./locale/en.add.ts";
import { page } from "./locale/en.page.ts";
import { receipts } from "./locale/en.receipts.ts";
import { labels } from "./locale/en.ts";
import { adding as spanishAdding } from "./locale/es.add.ts";
import { page as spanishPage } from "./locale/es.page.ts";
import { receipts as spanishReceipts } from "./locale/es.receipts.ts";
import { labels as spanishLabels } from "./locale/es.ts";
import { adding as frenchAdding } from "./locale/fr.add.ts";
import { page as frenchPage } from "./locale/fr.page.ts";
import { receipts as frenchReceipts } from "./locale/fr.receipts.ts";
import { labels as frenchLabels } from "./locale/fr.ts";

/** Every sentence and label of the product, in English. */
export const words: MessageTable = { ...english, ...labels, ...receipts, ...adding, ...page };

/** Languages that the product speaks, by BCP 47 code. */
export const languages: Readonly<Record<string, MessageTable>> = {
  en: words,
  es: { ...spanish, ...spanishLabels, ...spanishReceipts, ...spanishAdding, ...spanishPage },
  fr: { ...french, ...frenchLabels, ...frenchReceipts, ...frenchAdding, ...frenchPage },
};

/** The language in which this process speaks: one process serves one client. */
let spoken = { code: "en", table: words };

/** Takes the language that a client shows itself in ("fr-CA"), `null` where it names none; speaks that from now on, or English where it is not known. Gives the language's code. */
export function speak(locale: string | null): string {
  const code = (locale ?? "en").toLowerCase().split(/[-_]/)[0] ?? "en";
  const table = languages[code];
  spoken = table === undefined ? { code: "en", table: words } : { code, table };
  told = new WeakMap();
  return spoken.code;
}

/** Gives the code of the language that is spoken. */
export function spokenLanguage(): string {
  return spoken.code;
}

/** Takes the key of a sentence and what fills it; gives the sentence. */
export function say(key: string, args: Message["args"] = {}): string {
  return render(spoken.table, { key, args });
}

let told = new WeakMap<Message, string>();

/** Takes a message; gives the sentence, worked out once for each message. */
export function tell(message: Message): string {
  const known = told.get(message);
  if (known !== undefined) return known;
  const made = render(spoken.table, withDates(message));
  told.set(message, made);
  return made;
}

/** Dates within a message are ISO dates until it is told. */
function withDates({ key, args }: Message): Message {
  const spell = (name: string, argument: MessageArgument): MessageArgument => {
    if (typeof argument === "number") return argument;
    if (typeof argument === "string") return name === "date" ? (dateWords(argument) ?? argument) : argument;
    return "key" in argument
      ? withDates(argument)
      : argument.map((one) => (typeof one === "string" ? one : withDates(one)));
  };
  return { key, args: Object.fromEntries(Object.entries(args).map(([name, one]) => [name, spell(name, one)])) };
}

/** Takes an ISO date, whole or in part; gives it in the language spoken, `null` for none. For what is shown: what is written into a draft is in the draft's language. */
export function dateWords(iso: string | null): string | null {
  const english = longDate(iso);
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso ?? "");
  if (english === null || parts === null || spoken.code === "en") return english;
  const [, year, month, day] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const shown = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(spoken.code, day === undefined ? shown : { ...shown, day: "numeric" }).format(date);
}
