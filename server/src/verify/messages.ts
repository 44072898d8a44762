import type { Message, MessageArgument } from "./types.ts";

/** Templates by key; `{name}` is filled from the arguments. */
export type MessageTable = Readonly<Record<string, string>>;

/** Takes a table of templates and a message; gives the sentence. A missing template gives the key itself, so that nothing is silent. */
export function render(table: MessageTable, { key, args }: Message): string {
  const template = table[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (all, name: string) => {
    const argument = args[name];
    return argument === undefined ? all : fill(table, argument);
  });
}

function fill(table: MessageTable, argument: MessageArgument): string {
  if (typeof argument === "string" || typeof argument === "number") return String(argument);
  if (isList(argument))
    return join(
      table,
      argument.map((one) => fill(table, one)),
    );
  return render(table, argument);
}

function isList(argument: MessageArgument): argument is readonly (string | Message)[] {
  return Array.isArray(argument);
}

/** "VOA", "VOA and Sputnik", "VOA, Sputnik and RFE/RL": by the table's own words for a list. */
function join(table: MessageTable, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  const list = parts.slice(0, -1).join(", ");
  return render(table, { key: "list.and", args: { list, last: parts.at(-1) ?? "" } });
}
