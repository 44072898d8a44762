const schemes = ["file", "untitled"];
const written = ["markdown", "plaintext", "quarto", "restructuredtext", "asciidoc", "latex"];

/** The documents in languages that one writes in: what the product says of itself stands beside these. */
export const proseSelector = selectorOf(written);

/** The documents that are drafts: those, and pages, saved or not. Most pages are no drafts: nothing is said beside one that has no corpus. */
export const draftSelector = selectorOf([...written, "html"]);

function selectorOf(languages: readonly string[]): { scheme: string; language: string }[] {
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}
