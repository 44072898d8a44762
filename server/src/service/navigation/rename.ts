import { confirmMetadata } from "../../corpus/index.ts";
import type { Edit } from "../../draft/edits.ts";
import { type Mention, mention } from "../../text/span.ts";
import type { CheckedDraft } from "../check.ts";
import type { LanguageContext } from "../language.ts";
import { say } from "../words.ts";
import type { NamedDraft } from "./drafts.ts";

/** An id that citations can name. */
const ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]{0,198}[\p{L}\p{N}_])?$/u;

/** What a renaming changes: the drafts, and the file of the source (or its side file, to be written whole). */
export interface Renaming {
  readonly drafts: readonly { readonly uri: string; readonly checked: CheckedDraft; readonly edits: readonly Edit[] }[];
  readonly source:
    | { readonly kind: "edit"; readonly path: string; readonly edit: Edit }
    | { readonly kind: "side-file"; readonly path: string; readonly content: string };
}

/** Takes a checked draft and an offset; gives the id of a source that is written there, `null` where none is. */
export function sourceIdAt(
  { draft }: CheckedDraft,
  offset: number,
  { store }: Pick<LanguageContext, "store">,
): Mention | null {
  const keys = namesIn(draft);
  const found = keys.find(({ start, end }) => start <= offset && offset <= end);
  return found !== undefined && store.source(found.text) !== null ? found : null;
}

/** Takes the text of a source file and its id; gives where its front matter states the id, `null` where it does not. */
export function statedId(text: string, id: string): Mention | null {
  const front = /^---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 20_000));
  const line = /^(?:id|key|citekey|citation-?key)[ \t]*:[ \t]*["']?([^\s"']{1,200})/im.exec(front?.[0] ?? "");
  if (line === null || line[1] !== id) return null;
  const start = line.index + line[0].length - id.length;
  return mention(text, start, start + id.length);
}

/** Takes an old and a new id and the store; gives a sentence that says why a source cannot be renamed so, `null` where it can. */
export function renameProblem(id: string, newId: string, { store }: Pick<LanguageContext, "store">): string | null {
  if (!ID.test(newId)) return say("rename.id", { id: newId });
  return newId !== id && store.source(newId) !== null ? say("rename.taken", { id: newId }) : null;
}

/** Takes an id, a new one, the drafts of the folder and the text of the source's file (of its side file where it is not text); gives what is to be changed. */
export function renameSource(
  id: string,
  newId: string,
  drafts: readonly NamedDraft[],
  text: string,
  { store }: Pick<LanguageContext, "store">,
): Renaming | null {
  const meta = store.source(id)?.meta;
  if (meta === undefined) return null;
  const changed = confirmMetadata(meta.path, text, { id: newId });
  const source =
    changed.kind === "edit"
      ? { kind: "edit" as const, path: meta.path, edit: { ...changed.span, newText: changed.text } }
      : { kind: "side-file" as const, path: changed.path, content: changed.content };
  const touched = drafts.map(({ uri, checked }) => ({
    uri,
    checked,
    edits: namesIn(checked.draft)
      .filter((key) => key.text === id)
      .map(({ start, end }): Edit => ({ start, end, newText: newId })),
  }));
  return { drafts: touched.filter(({ edits }) => edits.length > 0), source };
}

/** Every place of a draft that names a source by its id, in order, each once. */
function namesIn({ citations, definitions }: CheckedDraft["draft"]): Mention[] {
  const keys = citations.filter(({ style }) => style !== "link").flatMap((mark) => mark.keys);
  const all = [...keys, ...definitions.map(({ key }) => key)].sort((a, b) => a.start - b.start);
  return all.filter((key, at) => all[at - 1]?.start !== key.start);
}
