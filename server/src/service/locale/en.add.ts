import type { MessageTable } from "../../verify/index.ts";

/** Sentences about adding sources and annotating drafts, in English. */
export const adding: MessageTable = {
  "add.done": "{file} is in the corpus {folder} now.",
  "add.already": "{file} is in the corpus {folder} already, and nothing was added.",
  "add.folder": "{name} could not be added (it is a folder); name the files in it instead.",
  "add.address": "There is no file {name}; where an address is meant, write https://{name}.",
  "add.failed": "{name} could not be added ({reason}); check that it is there and that you may read it.",
  "add.text": "the text",
  "add.empty": "There is no text to add: copy the article first.",
  "add.kind": "{name} is of a kind that is not read; {advice}.",
  "add.kinds": "save it as a page, a PDF, a Word file or text",
  "add.scheme": "{address} is not an http or https address; give the whole address of the page.",
  "add.credentials": "The address of {address} holds a name or a password; leave them out.",
  "add.private":
    "{address} is on this machine or in the local network and was not fetched; save the page yourself and add the file, or use --allow-private on the command line.",
  "add.unknown": "There is no site {address}; check the address.",
  "add.slow":
    "{address} did not answer within {seconds} seconds; try again, or save the page yourself and add the file.",
  "add.unreachable": "{address} could not be fetched ({reason}); check the address and the network.",
  "add.redirects": "{address} leads from one place to the next without end; save the page yourself and add the file.",
  "add.status": "{address} answered with {status} instead of the page; open it in a browser, save it and add the file.",
  "add.large": "{address} is larger than {megabytes} MB and was not kept; save the part you need and add the file.",
  "add.unreadable":
    "No article could be read at {address}, and nothing was kept; open it in a browser, save it and add the file.",
  "annotate.unchecked": "The draft could not be checked: it needs a corpus with articles.",
  "annotate.again":
    "The draft holds notes of an earlier run; take them out with “sourceline clean”, then annotate it again.",
};
