import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { SourceMeta } from "../corpus/index.ts";
import type { SourceLinks } from "../service/language.ts";
import { sourceScheme } from "../service/protocol.ts";

const known = new Map<string, SourceLinks>();

/** Takes the folder of a corpus and the folder of a draft; gives how the sources are opened and linked to from there, the same object for the same folders. */
export function linksFor(corpus: string, draftFolder: string): SourceLinks {
  const key = `${corpus}\n${draftFolder}`;
  const links = known.get(key) ?? makeLinks(corpus, draftFolder);
  known.set(key, links);
  return links;
}

function makeLinks(corpus: string, draftFolder: string): SourceLinks {
  return {
    uriOf: (meta, verbatim) => (verbatim ? fileUri(path.join(corpus, meta.path)) : viewUri(corpus, meta)),
    hrefOf: (meta) => meta.url ?? relativeLink(draftFolder, path.join(corpus, meta.path)),
  };
}

/** Takes an absolute path; gives its `file:` URI. */
export function fileUri(file: string): string {
  return pathToFileURL(file).href;
}

/** Takes a `file:` URI; gives the absolute path, `null` for any other URI. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** Takes the URI of a read-only view; gives the corpus folder and the source's id, `null` where it is no such URI. */
export function sourceOfView(uri: string): { readonly corpus: string; readonly id: string } | null {
  try {
    const url = new URL(uri);
    const values = new URLSearchParams(decodeURIComponent(url.search.slice(1)));
    const corpus = values.get("corpus");
    const id = values.get("id");
    return url.protocol === `${sourceScheme}:` && corpus !== null && id !== null ? { corpus, id } : null;
  } catch {
    return null;
  }
}

/** The path is what the editor shows as the title of the view. */
function viewUri(corpus: string, meta: SourceMeta): string {
  const title = encodeURIComponent(`${path.posix.basename(meta.path)}.txt`);
  const query = new URLSearchParams({ corpus, id: meta.id }).toString();
  return `${sourceScheme}:/${title}?${encodeURIComponent(query)}`;
}

function relativeLink(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).map(encodeURIComponent).join("/");
}
