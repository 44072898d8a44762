import { COMMENT } from "./boxes.ts";
import type { DomDocument, DomElement } from "./dom.ts";

/** What any page of Google Docs with comments holds. */
const SIGN = "#cmnt";

/**
 * Takes the document of a page, and its markup. Where Google Docs exported it with comments, takes the marks of these out of the text, and
 * names the list of comments at the end, so that it is set aside: what an editor asks is none of the article's.
 */
export function nameComments(document: DomDocument, markup: string): void {
  if (!markup.includes(SIGN)) return;
  for (const mark of document.querySelectorAll("a[href^='#cmnt'][id^='cmnt_ref']")) mark.remove();
  for (const back of document.querySelectorAll("a[href^='#cmnt_ref'][id^='cmnt']"))
    boxOf(back)?.setAttribute("class", COMMENT);
}

/** The box of one comment with its answers: each has one of its own. */
function boxOf(back: DomElement): DomElement | null {
  const paragraph = back.closest("p") ?? back;
  return paragraph.parentElement?.localName === "div" ? paragraph.parentElement : paragraph;
}

/** Takes the document of a page without a title of its own; gives what Google Docs sets as the title, or `null`. */
export function titleOfDocument(document: DomDocument): string | null {
  const title = document.querySelector("body.doc-content > p.title")?.textContent ?? "";
  return title.trim() === "" ? null : title;
}
