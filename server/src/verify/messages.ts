import type { Message } from "./types.ts";

/** Templates by key; `{name}` is filled from the arguments. */
export type MessageTable = Readonly<Record<string, string>>;

/** Takes a table of templates and a message; gives the sentence. A missing template gives the key itself, so that nothing is silent. */
export function render(table: MessageTable, { key, args }: Message): string {
  const template = table[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (all, name: string) => String(args[name] ?? all));
}
