import type { MessageTable } from "../messages.ts";

/** Sentences about citations, in English. Each stands on its own when read aloud, names its source, and says what the sources give. */
export const citations: MessageTable = {
  "citation.uncited": "{said} The draft does not cite it.",
  "citation.miscited": "{cited}, cited here, does not say so. {said}",
  "citation.miscited.several": "{cited}, cited here, do not say so. {said}",
  "citation.undefined": "The corpus has no source “{id}”; correct the id, or add the source.",
  "citation.undefined.near": "The corpus has no source “{id}”; is it “{near}”?",
  "citation.undefined.note":
    "The draft has no footnote “{id}”; add a line that begins with {opening} or take the mark out.",
  "citation.unread": "“{text}” was not checked, for the source that the draft cites could not be read: {why}",
  "citation.unused": "Nothing in the draft refers to the footnote “{id}”.",
};
