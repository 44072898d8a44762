import type { MessageTable } from "../../verify/index.ts";

/** Sentences about drafts and locks that cannot be read, and about what became of the passages that a draft was locked to, in French. */
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
  "receipt.unread":
    "{source}, sur laquelle repose « {fact} » dans {draft}, n’a pas pu être lue : rien ne peut être dit de son passage. {why}",
  "receipt.finding.changed": "{said} Depuis la citation, {source} est passée de « {was} » à « {now} ».",
  "receipt.finding.removed": "{said} Lors de la citation, {source} disait « {was} » ; ces mots n’y sont plus.",
  "receipt.finding.vanished":
    "{said} Lors de la citation, {source} disait « {was} » ; le corpus n’a plus cette source.",
  "clean.closed": "Le brouillon n’est plus ouvert ; ouvrez-le, puis ôtez-en les notes.",
  "clean.nothing": "Ce brouillon ne contient aucune note de notre part ; il n’y a rien à ôter.",
  "draft.binary": "{file} n’est pas un fichier texte ; enregistrez le brouillon en Markdown ou en texte brut.",
  "draft.source":
    "{file} se trouve dans le dossier du corpus {folder} : c’est une source, et elle n’est pas vérifiée par elle-même. Sortez le brouillon de ce dossier ou indiquez un autre corpus.",
  "draft.unread": "{file} n’a pas pu être lu ({reason}) ; vérifiez le chemin et que vous pouvez l’ouvrir.",
  "reason.missing": "ce fichier n’existe pas",
  "reason.forbidden": "accès refusé",
  "reason.folder": "c’est un dossier",
  "reason.unknown": "raison inconnue",
  "lock.unread": "{file} n’a pas pu être lu ({reason}) ; vérifiez que vous pouvez l’ouvrir.",
  "lock.syntax":
    "{file} n’est pas du JSON ({reason}) ; annulez sa dernière modification, ou supprimez-le et épinglez de nouveau les passages.",
  "lock.version": "{file} n’est pas de la version 1 ; supprimez-le et épinglez de nouveau les passages.",
  "lock.form":
    "{file} contient autre chose que des reçus ; annulez sa dernière modification, ou supprimez-le et épinglez de nouveau les passages.",
  "lock.none": "Il n’y a pas encore de sourceline.lock dans {folder} ; épinglez d’abord les passages cités.",
  "lock.unwritten": "{file} n’a pas pu être écrit ({reason}) ; rien n’a été épinglé.",
  "lock.written": "{file} épingle ce que citent les brouillons (passages : {count} ; brouillons : {drafts}).",
  "lock.verified": "{stand} passages sur {all} sont tels qu’ils ont été cités.",
  "lock.heading": "Les passages depuis qu’ils ont été épinglés",
};
