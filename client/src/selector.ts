/** The documents that are drafts: what is written in one of these languages, saved or not. */
export const draftSelector = ["file", "untitled"].flatMap((scheme) =>
  ["markdown", "plaintext", "quarto", "restructuredtext", "asciidoc", "latex", "html"].map((language) => ({
    scheme,
    language,
  })),
);
