import type { MessageTable } from "../messages.ts";

/** Sentences about quotations, in English. Each stands on its own when read aloud, names its source, and says what the source has. */
export const quotes: MessageTable = {
  "quote.supported": "{sources} {have} these words, said by {speaker}.",
  "quote.supported.words": "{sources} {have} these words.",
  "quote.disputed": "The words stand, but the sources give them to different speakers: {claims}.",
  "quote.altered": "{source} has {changes}.",
  "quote.altered.edge":
    "{source} has {changes}: where a word is fitted to your sentence, put it outside the marks or in brackets.",
  "quote.altered.bracket": "{source} has “{nearest}”; the draft’s brackets turn the sense round.",
  "quote.altered.hidden":
    "{source} has “{skipped}” where the draft has an ellipsis; leaving that out turns the sense round.",
  "quote.altered.sense": "{source} has “{before}” just before these words; leaving that out turns the sense round.",
  "quote.misattributed": "{sources} {give} these words to {speaker}, not to {draftSpeaker}.",
  "quote.misattributed.each": "The sources do not give these words to {draftSpeaker}: {claims}.",
  "quote.misattributed.own": "{sources} {have} these words as {possessive} own, not as said by {draftSpeaker}.",
  "quote.unsupported": "No source has the quotation “{text}”.",
  "quote.unsupported.nearest": "No source has the quotation “{text}”; the nearest is in {source}: “{nearest}”.",
  "quote.unchecked.long": "This quotation is too long to compare word for word; check it in shorter parts.",
  "quote.unchecked.short":
    "One quoted word is too little to look up in {count} sources; cite the source, and it is checked there.",
  "quote.unchecked.translated":
    "The draft marks this as translated, so its words were not compared; the nearest passage is in {source}: “{nearest}”.",
  "quote.change.changed": "“{source}” where the draft has “{draft}”",
  "quote.change.dropped": "“{source}”, left out here without a mark",
  "quote.change.added": "no “{draft}” here",
  "quote.have.one": "has",
  "quote.have.many": "have",
  "quote.own.one": "its",
  "quote.own.many": "their",
  "quote.claim": "{source} gives them to {speaker}",
  "list.more": "{count} more",
  "list.and": "{list} and {last}",
};
