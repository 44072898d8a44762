import { parseHTML } from "linkedom";

/** Takes a page; gives its document, read by a parser of its own. */
export function linkedDocument(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}
