import type { MessageTable } from "../../verify/index.ts";

/** Sentences about what became of the passages that a draft was locked to, in French. */
export const receipts: MessageTable = {
  "receipt.same": "{source} est telle qu’elle était quand « {fact} » a été cité dans {draft}.",
  "receipt.kept": "{source} a changé depuis que « {fact} » a été cité dans {draft}, mais le passage est resté le même.",
  "receipt.moved":
    "{source} a changé depuis que « {fact} » a été cité dans {draft} ; le passage est resté le même, désormais au paragraphe {place}.",
  "receipt.changed":
    "{source} a changé le passage sur lequel repose « {fact} » dans {draft} : c’était « {was} », c’est désormais « {now} » (paragraphe {place}). Vérifiez le fait à nouveau, puis verrouillez-le.",
  "receipt.removed":
    "{source} n’a plus le passage sur lequel repose « {fact} » dans {draft} : « {was} ». Trouvez-le ailleurs ou ôtez le fait.",
  "receipt.vanished":
    "Le corpus n’a plus {source}, sur laquelle repose « {fact} » dans {draft} ; elle disait : « {was} ». Remettez la source ou citez-en une autre.",
  "receipt.finding.changed": "{said} Depuis la citation, {source} est passée de « {was} » à « {now} ».",
  "receipt.finding.removed": "{said} Lors de la citation, {source} disait « {was} » ; ces mots n’y sont plus.",
  "receipt.finding.vanished":
    "{said} Lors de la citation, {source} disait « {was} » ; le corpus n’a plus cette source.",
};
