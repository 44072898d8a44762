import type { MessageTable } from "../../verify/index.ts";

/** Sentences about drafts and locks that cannot be read, and about what became of the passages that a draft was locked to, in English. */
export const receipts: MessageTable = {
  "receipt.same": "{source} is as it was when “{fact}” was cited in {draft}.",
  "receipt.kept": "{source} has changed since “{fact}” was cited in {draft}, but the passage stands as it was.",
  "receipt.moved":
    "{source} has changed since “{fact}” was cited in {draft}; the passage stands as it was, now in paragraph {place}.",
  "receipt.changed":
    "{source} has changed the passage that “{fact}” in {draft} rests on: it was “{was}”, and is now “{now}” (paragraph {place}). Check the fact again, then lock it again.",
  "receipt.removed":
    "{source} no longer has the passage that “{fact}” in {draft} rests on: “{was}”. Find it elsewhere, or take the fact out.",
  "receipt.vanished":
    "The corpus no longer has {source}, which “{fact}” in {draft} rests on; it said: “{was}”. Put the source back, or cite another.",
  "receipt.unread":
    "{source}, which “{fact}” in {draft} rests on, could not be read, so nothing can be said of its passage. {why}",
  "receipt.finding.changed": "{said} Since it was cited, {source} has changed from “{was}” to “{now}”.",
  "receipt.finding.removed": "{said} When it was cited, {source} said “{was}”; these words are gone from it.",
  "receipt.finding.vanished": "{said} When it was cited, {source} said “{was}”; the corpus no longer has that source.",
  "clean.closed": "The draft is not open any more; open it, then take its notes out.",
  "clean.nothing": "This draft holds no notes of ours; there is nothing to take out.",
  "draft.binary": "{file} is not a text file; save the draft as Markdown or plain text.",
  "draft.source":
    "{file} lies in the corpus folder {folder}: it is a source there, and is not checked against itself. Move the draft out of that folder, or name another corpus.",
  "draft.unread": "{file} could not be read ({reason}); check the path and that you may open it.",
  "reason.missing": "no such file",
  "reason.forbidden": "no permission",
  "reason.folder": "it is a folder",
  "reason.unknown": "unknown reason",
  "lock.unread": "{file} could not be read ({reason}); check that you may open it.",
  "lock.syntax":
    "{file} is not JSON ({reason}); take back the last change to it, or delete it and pin the passages anew.",
  "lock.version": "{file} is not of version 1; delete it and pin the passages anew.",
  "lock.form":
    "{file} holds something that is no receipt; take back the last change to it, or delete it and pin the passages anew.",
  "lock.none": "There is no sourceline.lock in {folder} yet; pin the cited passages first.",
  "lock.unwritten": "{file} could not be written ({reason}); nothing was pinned.",
  "lock.written": "{file} pins what the drafts cite (passages: {count}; drafts: {drafts}).",
  "lock.verified": "{stand} of {all} passages stand as they were cited.",
  "lock.heading": "Passages since they were pinned",
};
